import type { ApiExample } from '../../../kernel/http/route.ts';

/** Sent in this order by a test, by somebody of the commune, on 24/06/2024 with the figures of the plan of 2024. */
export const postExamples: readonly ApiExample[] = [
  {
    name: 'save_values',
    summary: 'A count, a rate, and a figure for which there is no data',
    headers: { 'Idempotency-Key': 'bac-son-2024S1-0001' },
    request: {
      dataValues: [
        {
          dataElement: 'CT5.02a',
          period: '2024S1',
          orgUnit: 'xa-bac-son',
          value: '124',
          unitOfMeasure: 'hồ sơ',
        },
        { dataElement: 'CT3.06', period: '2024S1', orgUnit: 'xa-bac-son', value: '176/221' },
        { dataElement: 'CT6.09', period: '2024S1', orgUnit: 'xa-bac-son', noData: 'Chưa khảo sát' },
      ],
    },
    answer: {
      applied: true,
      counts: { saved: 3, unchanged: 0, conflict: 0, problem: 0 },
      outcomes: [
        { place: 'dataValues[0].value', outcome: 'saved', late: false },
        { place: 'dataValues[1].value', outcome: 'saved', late: false },
        { place: 'dataValues[2].noData', outcome: 'saved', late: false },
      ],
    },
  },
  {
    name: 'dry_run',
    summary: 'What would become of a rate whose part is larger than the whole, and of another unit’s figure',
    request: {
      dryRun: true,
      dataValues: [
        { dataElement: 'CT3.06', period: '2024S1', orgUnit: 'xa-bac-son', value: '230/221' },
        { dataElement: 'CT5.02a', period: '2024S1', orgUnit: 'xa-bai-say', value: '98' },
      ],
    },
    answer: {
      applied: false,
      counts: { saved: 0, unchanged: 0, conflict: 0, problem: 2 },
      outcomes: [
        {
          place: 'dataValues[0].value',
          outcome: 'problem',
          code: 'figures.part_larger_than_whole',
          message: 'Tử số 230 lớn hơn mẫu số 221, trong khi tử số là một phần của mẫu số.',
        },
        {
          place: 'dataValues[1].orgUnit',
          outcome: 'problem',
          code: 'figures.not_allowed',
          message: 'Bạn không nhập được số liệu này cho đơn vị.',
        },
      ],
    },
  },
];

export const getExamples: readonly ApiExample[] = [
  {
    name: 'values_of_a_period',
    summary: 'Two figures of one commune for the first half of 2024',
    query: { period: '2024S1', figure: 'CT3.06,CT6.09', unit: 'xa-bac-son' },
    answer: {
      dataValues: [
        {
          dataElement: 'CT3.06',
          period: '2024S1',
          orgUnit: 'xa-bac-son',
          value: '176/221',
          unitOfMeasure: '%',
          revision: 1,
          followUp: false,
          storedBy: 'Người nhập số liệu',
          created: '2024-06-24T02:00:00.000Z',
          lastUpdated: '2024-06-24T02:00:00.000Z',
        },
        {
          dataElement: 'CT6.09',
          period: '2024S1',
          orgUnit: 'xa-bac-son',
          noData: 'Chưa khảo sát',
          unitOfMeasure: '%',
          revision: 1,
          followUp: false,
          storedBy: 'Người nhập số liệu',
          created: '2024-06-24T02:00:00.000Z',
          lastUpdated: '2024-06-24T02:00:00.000Z',
        },
      ],
      next: null,
    },
  },
];
