import { type CalendarDate, calendarDate } from '../../src/kernel/dates.ts';
import {
  againstCorruption,
  budgetOfQuarter,
  budgetOfYear,
  contacts,
  type ExampleCommune,
  type ExampleRaw,
  fees,
  landPlan,
  poorHouseholds,
  procedures,
  projects,
  publishedList,
  receptions,
  recruited,
  recruitment,
} from './disclosure-contents.ts';

const on = (text: string): CalendarDate => calendarDate(text);

/** From which day the district follows which obligations; the yearly report against corruption a day earlier, so that 2023 is told. */
export const exampleObligations = [
  {
    fromOn: on('2024-01-01'),
    codes: [
      'lien-he-nguoi-dung-dau',
      'lich-tiep-cong-dan',
      'thu-tuc-hanh-chinh',
      'phi-le-phi',
      'du-toan-da-quyet-dinh',
      'thuc-hien-ngan-sach-quy',
      'ho-ngheo-cong-nhan',
      'quy-hoach-ke-hoach-su-dung-dat',
      'du-an-dau-tu',
      'thong-bao-tuyen-dung',
      'ket-qua-tuyen-dung',
      'danh-muc-da-cong-khai',
    ],
  },
  { fromOn: on('2023-12-31'), codes: ['bao-cao-phong-chong-tham-nhung'] },
];

/** On which days the job that opens what is due runs, and when obligations and places were entered. */
export const exampleOpening = {
  enteredOn: on('2023-12-27'),
  runsOn: ['2023-12-28', '2024-01-02', '2024-04-01', '2024-06-24'].map(on),
} as const;

/** Communes that publish whole; those that publish some; the others have their contacts alone. */
const WHOLE = ['thi-tran-an-thi', 'xa-phu-ung', 'xa-bac-son', 'xa-bai-say', 'xa-dao-duong'];
const SOME = ['xa-tan-phuc', 'xa-van-du', 'xa-quang-vinh', 'xa-xuan-truc', 'xa-hong-quang', 'xa-cam-ninh'];
const LOUD = ['thi-tran-an-thi', 'xa-bai-say'];
const HIRING = 'xa-bai-say';

export const hasLoudspeaker = (unitKey: string): boolean => LOUD.includes(unitKey);

/** One item of one commune, from its publication to its removal. Days that are absent did not come. */
export interface ExamplePublication {
  readonly code: string;
  /** `2024Q1`, `standing`, or for what the commune opened itself its day and title. */
  readonly item: string | { readonly eventOn: CalendarDate; readonly title: string };
  readonly publishedOn: CalendarDate;
  readonly raw: ExampleRaw;
  readonly summary: string;
  readonly office?: CalendarDate;
  readonly halls?: CalendarDate;
  /** When the heads of villages were sent it. */
  readonly told?: CalendarDate;
  /** Villages whose hall was left out. */
  readonly without?: readonly string[];
  /** Days on which it was read out. */
  readonly read?: readonly CalendarDate[];
  /** What nobody proved: halls, or everything on paper. */
  readonly unproven?: 'halls' | 'all';
  /** Taken down everywhere after its time. */
  readonly removedOn?: CalendarDate;
  /** Taken down at the office before its time. */
  readonly removedEarly?: { readonly on: CalendarDate; readonly reason: string };
  readonly corrected?: { readonly on: CalendarDate; readonly raw: ExampleRaw; readonly reason: string };
}

const JAN_THURSDAYS = ['2024-01-11', '2024-01-18', '2024-01-25', '2024-02-01', '2024-02-22'];
const JUNE_JULY = ['06', '13', '20', '27'].map((day) => `2024-06-${day}`);
const THURSDAYS = [...JUNE_JULY, ...['04', '11', '18', '25'].map((day) => `2024-07-${day}`)];

/** What a commune made public from the end of 2023 to the day of the example. */
export function examplePublications(commune: ExampleCommune): ExamplePublication[] {
  const { key } = commune;
  if (WHOLE.includes(key)) return wholeStory(commune);
  if (SOME.includes(key)) return someStory(commune);
  return commune.number % 3 === 0 ? [] : [contactsOf(commune, '2024-01-08')];
}

function contactsOf(commune: ExampleCommune, day: string): ExamplePublication {
  return {
    code: 'lien-he-nguoi-dung-dau',
    item: 'standing',
    publishedOn: on(day),
    raw: contacts(commune),
    summary: `Lãnh đạo ${commune.name} và cách liên hệ trong giờ làm việc.`,
    office: on(day),
  };
}

function someStory(commune: ExampleCommune): ExamplePublication[] {
  const isLate = commune.number % 2 === 0;
  return [
    { ...contactsOf(commune, '2024-01-05'), ...(isLate ? { unproven: 'all' as const } : {}) },
    standingProcedures(commune, isLate ? '2024-02-19' : '2024-01-05'),
    againstCorruptionOf(commune, isLate ? '2024-01-16' : '2023-12-29'),
    quarterOf(commune, isLate ? '2024-04-24' : '2024-04-11', isLate ? undefined : '2024-04-12'),
  ];
}

function standingProcedures(commune: ExampleCommune, day: string): ExamplePublication {
  return {
    code: 'thu-tuc-hanh-chinh',
    item: 'standing',
    publishedOn: on(day),
    raw: procedures(commune),
    summary: 'Năm thủ tục người dân làm nhiều nhất: cần giấy tờ gì, mất bao lâu, phí bao nhiêu.',
    office: on(day),
  };
}

function againstCorruptionOf(commune: ExampleCommune, day: string): ExamplePublication {
  return {
    code: 'bao-cao-phong-chong-tham-nhung',
    item: '2023',
    publishedOn: on(day),
    raw: againstCorruption(commune),
    summary: `Năm 2023 ${commune.name} đã làm gì để phòng, chống tham nhũng.`,
  };
}

function quarterOf(commune: ExampleCommune, day: string, halls: string | undefined): ExamplePublication {
  return {
    code: 'thuc-hien-ngan-sach-quy',
    item: '2024Q1',
    publishedOn: on(day),
    raw: budgetOfQuarter(commune),
    summary: `Ba tháng đầu năm 2024 ${commune.name} thu được bao nhiêu, chi vào việc gì.`,
    office: on(day),
    ...(halls === undefined ? {} : { halls: on(halls) }),
  };
}

function wholeStory(commune: ExampleCommune): ExamplePublication[] {
  const { key, name, villages } = commune;
  const isLoud = hasLoudspeaker(key);
  const isLate = key === 'xa-bac-son';
  const read = (...days: string[]) => (isLoud ? { read: days.map(on) } : {});
  const event = (eventOn: string, title: string) => ({ eventOn: on(eventOn), title });
  const story: ExamplePublication[] = [
    againstCorruptionOf(commune, '2023-12-29'),
    {
      ...contactsOf(commune, '2024-01-05'),
      corrected: {
        on: on('2024-04-22'),
        raw: contacts(commune),
        reason: 'Rà soát quý I: thông tin còn đúng',
      },
    },
    {
      ...standingProcedures(commune, '2024-01-05'),
      corrected: { on: on('2024-05-06'), raw: procedures(commune), reason: 'Rà soát theo quý: không đổi' },
    },
    {
      code: 'lich-tiep-cong-dan',
      item: 'standing',
      publishedOn: on('2024-01-04'),
      raw: receptions(commune, JAN_THURSDAYS),
      summary: 'Chủ tịch tiếp công dân sáng thứ Năm hằng tuần.',
      office: on('2024-01-04'),
      corrected: {
        on: on('2024-05-28'),
        raw: receptions(commune, THURSDAYS),
        reason: 'Lịch tháng 6 và tháng 7 năm 2024',
      },
    },
    {
      code: 'du-toan-da-quyet-dinh',
      item: event('2024-01-05', 'Dự toán ngân sách năm 2024'),
      publishedOn: on('2024-01-12'),
      raw: budgetOfYear(commune),
      summary: `Năm 2024 ${name} dự kiến thu từ đâu, chi vào việc gì.`,
      office: on('2024-01-12'),
      halls: on('2024-01-15'),
      ...read('2024-01-15'),
    },
    {
      code: 'ho-ngheo-cong-nhan',
      item: event('2024-01-05', 'Danh sách hộ nghèo, hộ cận nghèo năm 2023 đã công nhận'),
      publishedOn: on('2024-01-10'),
      raw: poorHouseholds(commune),
      summary: 'Số hộ nghèo, hộ cận nghèo của từng thôn; tên chủ hộ xem tại nơi niêm yết.',
      office: on('2024-01-10'),
      halls: on('2024-01-11'),
      told: on('2024-01-11'),
      removedOn: on('2024-02-15'),
      ...read('2024-01-10', '2024-01-11', '2024-01-12'),
    },
    {
      code: 'quy-hoach-ke-hoach-su-dung-dat',
      item: event('2024-01-15', 'Kế hoạch sử dụng đất năm 2024'),
      publishedOn: on('2024-01-26'),
      raw: landPlan(commune),
      summary: 'Ba công trình lấy đất trong năm 2024: ở đâu, bao nhiêu héc-ta.',
      office: on('2024-01-26'),
      halls: on('2024-01-29'),
    },
    {
      ...quarterOf(commune, isLate ? '2024-04-23' : '2024-04-10', isLate ? '2024-04-24' : '2024-04-12'),
      ...read('2024-04-11'),
    },
    {
      code: 'danh-muc-da-cong-khai',
      item: '2024Q1',
      publishedOn: on('2024-04-03'),
      raw: publishedList(),
      summary: 'Những nội dung xã đã công khai trong quý I năm 2024.',
      office: on('2024-04-03'),
      halls: on('2024-04-04'),
    },
    {
      code: 'du-an-dau-tu',
      item: event('2024-06-03', 'Hai công trình khởi công tháng 7 năm 2024'),
      publishedOn: on('2024-06-05'),
      raw: projects(commune),
      summary: `Hai công trình ${name} làm trong năm: bao nhiêu tiền, từ nguồn nào, khi nào xong.`,
      office: on('2024-06-05'),
      halls: on('2024-06-06'),
      ...(key === 'xa-dao-duong' ? { unproven: 'halls' as const } : {}),
      ...(isLate ? { without: villages.slice(-1) } : {}),
      ...(key === 'thi-tran-an-thi'
        ? { removedEarly: { on: on('2024-06-14'), reason: 'Tháo bảng tin để sửa mái che' } }
        : {}),
    },
  ];
  if (isLoud || key === 'xa-phu-ung')
    story.push({
      code: 'phi-le-phi',
      item: event('2024-05-13', 'Mức thu phí, lệ phí từ ngày 15/5/2024'),
      publishedOn: on('2024-05-16'),
      raw: fees(commune),
      summary: 'Xã trực tiếp thu ba khoản: mức thu, ai được miễn.',
      office: on('2024-05-16'),
      halls: on('2024-05-17'),
      told: on('2024-05-17'),
      ...read('2024-05-16', '2024-05-17', '2024-05-18'),
    });
  if (key === HIRING)
    story.push(
      {
        code: 'thong-bao-tuyen-dung',
        item: event('2024-03-04', 'Tuyển một nhân viên văn thư'),
        publishedOn: on('2024-03-06'),
        raw: recruitment(commune),
        summary: 'Xã tuyển một nhân viên văn thư, nhận hồ sơ đến hết ngày 05/4/2024.',
        office: on('2024-03-06'),
      },
      {
        code: 'ket-qua-tuyen-dung',
        item: event('2024-05-20', 'Kết quả tuyển nhân viên văn thư'),
        publishedOn: on('2024-05-22'),
        raw: recruited(),
        summary: 'Ba người dự tuyển, một người trúng tuyển.',
        office: on('2024-05-22'),
      },
    );
  return story;
}

/** What was said not to have arisen, and what the standing agency took away. */
export const exampleExceptions = [
  {
    kind: 'nil',
    unitKey: 'xa-hong-van',
    code: 'danh-muc-da-cong-khai',
    occurrence: '2024Q1',
    on: on('2024-04-05'),
    reason: 'Trong quý I xã chưa ban hành nội dung mới phải niêm yết.',
  },
  {
    kind: 'exempt',
    unitKey: 'xa-ha-le',
    code: 'lich-tiep-cong-dan',
    occurrence: 'standing',
    on: on('2024-02-20'),
    reason: 'Trụ sở xã đang xây lại, công dân được tiếp tại trụ sở tiếp công dân của huyện.',
  },
] as const;

/** What citizens answered at the places of the June projects, and what the unit answered them. */
export const exampleSays = [
  { unitKey: 'xa-bai-say', village: 0, on: on('2024-06-10'), verdict: 'seen', words: '', answer: null },
  {
    unitKey: 'xa-bai-say',
    village: 1,
    on: on('2024-06-19'),
    verdict: 'not_seen',
    words: 'Tôi ra nhà văn hóa chiều thứ Ba, bảng tin không có tờ này.',
    answer: null,
  },
  {
    unitKey: 'xa-phu-ung',
    village: 2,
    on: on('2024-06-11'),
    verdict: 'not_seen',
    words: 'Nhà văn hóa khóa cửa, bảng ở bên trong nên không xem được.',
    answer: {
      on: on('2024-06-13'),
      outcome: 'put_right',
      words:
        'Thôn đã chuyển bảng tin ra hiên, bà con xem được cả khi nhà văn hóa đóng cửa. Cảm ơn bà con đã báo.',
    },
  },
  { unitKey: 'xa-phu-ung', village: 2, on: on('2024-06-15'), verdict: 'seen', words: '', answer: null },
] as const;
