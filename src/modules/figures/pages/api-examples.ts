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
      checks: [],
      checksTotal: 0,
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
      checks: [],
      checksTotal: 0,
    },
  },
  {
    name: 'checks_of_forms',
    summary: 'Dossiers that do not add up: they would be saved, and the check of the form is told',
    request: {
      dryRun: true,
      dataValues: [
        { dataElement: 'CT5.01a', period: '2024S1', orgUnit: 'xa-bac-son', value: '100' },
        { dataElement: 'CT5.01b', period: '2024S1', orgUnit: 'xa-bac-son', value: '50' },
        { dataElement: 'CT5.01c', period: '2024S1', orgUnit: 'xa-bac-son', value: '0' },
        { dataElement: 'CT5.02b', period: '2024S1', orgUnit: 'xa-bac-son', value: '20' },
        { dataElement: 'CT5.02c', period: '2024S1', orgUnit: 'xa-bac-son', value: '0' },
        { dataElement: 'CT5.03a', period: '2024S1', orgUnit: 'xa-bac-son', value: '5' },
        { dataElement: 'CT5.03b', period: '2024S1', orgUnit: 'xa-bac-son', value: '0' },
      ],
    },
    answer: {
      applied: false,
      counts: { saved: 7, unchanged: 0, conflict: 0, problem: 0 },
      outcomes: [0, 1, 2, 3, 4, 5, 6].map((n) => ({
        place: `dataValues[${n}].value`,
        outcome: 'saved',
        late: false,
      })),
      checks: [
        {
          form: 'II.06a/VPCP/KSTT',
          formName:
            'Tình hình, kết quả giải quyết thủ tục hành chính tại cơ quan, đơn vị trực tiếp giải quyết',
          orgUnit: 'xa-bac-son',
          orgUnitName: 'UBND xã Bắc Sơn',
          period: '2024S1',
          severity: 'error',
          message: 'Số hồ sơ tiếp nhận (3) phải bằng số đã giải quyết (7) cộng số đang giải quyết (11).',
          cells: [
            { cell: 'u.c3' },
            { cell: 'u.c7' },
            { cell: 'u.c11' },
            { cell: 'u.c4', dataElement: 'CT5.01a' },
            { cell: 'u.c5', dataElement: 'CT5.01b' },
            { cell: 'u.c6', dataElement: 'CT5.01c' },
            { cell: 'u.c8', dataElement: 'CT5.02a' },
            { cell: 'u.c9', dataElement: 'CT5.02b' },
            { cell: 'u.c10', dataElement: 'CT5.02c' },
            { cell: 'u.c12', dataElement: 'CT5.03a' },
            { cell: 'u.c13', dataElement: 'CT5.03b' },
          ],
        },
      ],
      checksTotal: 1,
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
