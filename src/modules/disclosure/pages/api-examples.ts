import type { ApiExample } from '../../../kernel/http/route.ts';

const content = {
  vu_viec: [
    {
      noi_dung: 'Đường trục thôn nghiệm thu khi lớp bê tông chưa đủ dày',
      ngay_kien_nghi: '2024-06-04',
      ket_qua: 'Nhà thầu đã đổ bù 120 m² và được nghiệm thu lại ngày 18/06/2024',
    },
  ],
};
const summary = 'Ban Giám sát đầu tư của cộng đồng kiến nghị một việc; xã đã giải quyết xong.';

/** Sent in this order by a test, by somebody of the commune, on 24/06/2024 with the obligation followed since the year began. */
export const postExamples: readonly ApiExample[] = [
  {
    name: 'dry_run',
    summary: 'What would be wrong with content that lacks a result',
    request: {
      unit: 'xa-bac-son',
      code: 'ket-qua-giam-sat-o-thon',
      event: { on: '2024-06-20', title: 'Kết quả giải quyết kiến nghị về đường trục thôn' },
      content: { vu_viec: [{ noi_dung: 'Đường trục thôn', ngay_kien_nghi: '31/02/2024' }] },
      summary,
      dryRun: true,
    },
    answer: {
      applied: false,
      occurrence: null,
      version: 1,
      problems: [
        {
          place: 'vu_viec[0].ngay_kien_nghi',
          code: 'not_a_day',
          message:
            'Vụ việc, dòng 1, cột “Ngày kiến nghị”: “31/02/2024” không phải là ngày. Ghi như 24/06/2024.',
        },
        {
          place: 'vu_viec[0].ket_qua',
          code: 'lacking',
          message:
            'Vụ việc, dòng 1, cột “Kết quả giải quyết”: chưa nhập. Không phát sinh thì ghi 0 hoặc “không có”.',
        },
      ],
    },
  },
  {
    name: 'publish',
    summary: 'Opens the item of an event and publishes its content',
    headers: { 'Idempotency-Key': 'bac-son-giam-sat-0001' },
    request: {
      unit: 'xa-bac-son',
      code: 'ket-qua-giam-sat-o-thon',
      event: { on: '2024-06-20', title: 'Kết quả giải quyết kiến nghị về đường trục thôn' },
      content,
      summary,
    },
    answer: { applied: true, occurrence: '2024-06-20#1', version: 1, problems: [] },
  },
  {
    name: 'correct',
    summary: 'Corrects the version that was read before, with the reason',
    request: {
      unit: 'xa-bac-son',
      code: 'ket-qua-giam-sat-o-thon',
      occurrence: '2024-06-20#1',
      content: {
        vu_viec: [
          {
            ...content.vu_viec[0],
            ket_qua: 'Nhà thầu đã đổ bù 210 m² và được nghiệm thu lại ngày 18/06/2024',
          },
        ],
      },
      summary,
      reason: 'Ghi nhầm diện tích',
      seenVersion: 1,
    },
    answer: { applied: true, occurrence: '2024-06-20#1', version: 2, problems: [] },
  },
];

const missing = {
  isMissing: true,
  postedOn: null,
  staysUntil: null,
  removedOn: null,
  isProven: false,
  notSeen: 0,
};

export const getExamples: readonly ApiExample[] = [
  {
    name: 'items_of_a_unit',
    summary: 'What one commune must make public of one obligation',
    query: { unit: 'xa-bac-son', code: 'ket-qua-giam-sat-o-thon' },
    answer: {
      items: [
        {
          id: '01900000-0000-7000-8000-000000000000',
          unit: 'xa-bac-son',
          code: 'ket-qua-giam-sat-o-thon',
          occurrence: '2024-06-20#1',
          section: 'supervision',
          title: 'Kết quả giải quyết kiến nghị về đường trục thôn',
          eventOn: '2024-06-20',
          dueOn: '2024-06-27',
          dueExplained: '5 ngày làm việc từ 20/06/2024 → 27/06/2024',
          isUnconfirmed: false,
          state: 'due_soon',
          tests: {
            time: { answer: 'not_yet', reason: 'not_posted' },
            content: { answer: 'yes', reason: 'whole' },
            place: { answer: 'not_yet', reason: 'no_such_place' },
          },
          version: 2,
          exception: null,
          places: [
            { ...missing, kind: 'office_board', name: '' },
            ...['Thôn Đoài Cầu', 'Thôn Đông Đình', 'Thôn Hòa Lai', 'Thôn Ngọc Thái', 'Thôn Vĩnh Khê'].map(
              (name) => ({
                ...missing,
                kind: 'village_hall',
                name,
              }),
            ),
            {
              ...missing,
              kind: 'portal',
              name: 'Cổng công khai',
              isMissing: false,
              postedOn: '2024-06-24',
              isProven: true,
            },
          ],
        },
      ],
      next: null,
    },
  },
];
