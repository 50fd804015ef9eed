import type { ApiExample } from '../../../kernel/http/route.ts';

/** Sent by a test after the commune has saved its rate: it sees its own cells alone. */
export const totalsExamples: readonly ApiExample[] = [
  {
    name: 'total_of_own_commune',
    summary:
      'A rate for the first half of 2024, as the commune sees it: made anew from numerator and denominator',
    query: { period: '2024S1', figure: 'CT3.06' },
    answer: {
      totals: [
        {
          dataElement: 'CT3.06',
          period: '2024S1',
          orgUnit: 'xa-bac-son',
          unitOfMeasure: '%',
          sector: {
            asked: 1,
            filled: 1,
            noData: 0,
            missing: 0,
            late: 0,
            total: { value: 79.638, numerator: 176, denominator: 221 },
            adjusted: null,
          },
          territory: {
            asked: 1,
            filled: 1,
            noData: 0,
            missing: 0,
            late: 0,
            total: { value: 79.638, numerator: 176, denominator: 221 },
          },
        },
      ],
    },
  },
];
