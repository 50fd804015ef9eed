import type { ApiExample } from '../../../../kernel/http/route.ts';

const counts = { asked: 1, proven: 0, posted: 0, ahead: 0, late: 1, none: 0, provenShare: 0 };

/** Sent by a test for a commune that has followed one obligation since January and published nothing of it. */
export const complianceExamples: readonly ApiExample[] = [
  {
    name: 'one_obligation_of_own_commune',
    summary: 'The contacts of heads, which the commune owes and has not made public: one item, late',
    query: { obligation: 'lien-he-nguoi-dung-dau' },
    answer: {
      day: '2024-06-24',
      units: [
        {
          unit: 'xa-bac-son',
          ...counts,
          tests: {
            time: { yes: 0, no: 1, notYet: 0 },
            content: { yes: 0, no: 0, notYet: 1 },
            place: { yes: 0, no: 1, notYet: 0 },
            published: 0,
            readable: 0,
            stale: 0,
            notSeen: 0,
            wrong: 0,
          },
          sections: [{ section: 'leaders', ...counts }],
        },
      ],
      parts: [{ dimension: 3, subDimension: '3.1', ...counts }],
    },
  },
];
