import { addDays, type CalendarDate, calendarDate, formatDate, isoWeekday } from '../../src/kernel/dates.ts';

/** How one unit's plan came about; days it has not come to are null. */
export interface ExampleUnitPlan {
  readonly receivedOn: CalendarDate | null;
  readonly begunOn: CalendarDate | null;
  readonly issuedOn: CalendarDate | null;
  readonly number: string;
  /** Lines of a draft that were left unfinished, counted from its end. */
  readonly unfinished: number;
  readonly own: readonly ExampleOwnLine[];
  readonly returned: { readonly on: CalendarDate; readonly reason: string } | null;
}

export interface ExampleOwnLine {
  readonly words: string;
  readonly dimension: number;
  readonly how: string;
  readonly product: string;
  readonly dueWords: string;
}

/** A task as the unit was given it. */
export interface ExampleGivenTask {
  readonly code: string;
  readonly dimension: number;
  /** The one day of the parent; null for what recurs or waits for a case. */
  readonly dueOn: CalendarDate | null;
  /** What the line begins with: product and time in words. */
  readonly product: string;
  readonly dueWords: string;
}

export interface ExampleLine {
  readonly how: string;
  readonly product: string;
  readonly responsible: string;
  readonly dueWords: string;
  readonly lateReason: string;
  readonly isDeclined: boolean;
  readonly declineReason: string;
}

/** Working days of the weeks after the issue on 22/01/2024, Tết (08–14/02) left out; index 0 is the first one. */
const WORKING_DAYS: readonly CalendarDate[] = Array.from({ length: 60 }, (_, n) =>
  addDays(calendarDate('2024-01-23'), n),
).filter((day) => isoWeekday(day) <= 5 && !(day >= '2024-02-08' && day <= '2024-02-14'));

const workingDay = (n: number): CalendarDate => WORKING_DAYS[n - 1] ?? calendarDate('2024-02-19');

const OWN: readonly ExampleOwnLine[] = [
  {
    words: 'Mở chuyên mục “Dân hỏi, xã trả lời” trên đài truyền thanh xã',
    dimension: 3,
    how: 'Thu câu hỏi ở hòm thư của các thôn, trả lời trên loa vào sáng thứ Bảy tuần cuối tháng',
    product: 'Bản tin phát thanh có câu hỏi và câu trả lời',
    dueWords: 'Hằng tháng',
  },
  {
    words: 'Giao mỗi công chức theo dõi một thôn, tháng nào cũng xuống thôn',
    dimension: 1,
    how: 'Ghi sổ tiếp xúc tại nhà văn hóa thôn, báo lại vào giao ban đầu tháng',
    product: 'Sổ tiếp xúc của từng công chức',
    dueWords: 'Hằng tháng',
  },
];

const OFFICE_OWN: readonly ExampleOwnLine[] = [
  {
    words: 'Lập nhóm hướng dẫn nghiệp vụ cho công chức các xã, thị trấn',
    dimension: 0,
    how: 'Trả lời vướng mắc trong ngày làm việc, tổng hợp câu hỏi lặp lại thành tài liệu',
    product: 'Tài liệu hỏi đáp nghiệp vụ',
    dueWords: 'Hằng quý',
  },
];

/** Units whose course is told apart: late, unfinished, silent, returned. */
const APART: Readonly<Record<string, Partial<ExampleUnitPlan> & { readonly day?: number }>> = {
  'xa-quang-lang': { day: 17 },
  'xa-van-nhue': { day: 21 },
  'xa-hong-van': { day: 0, unfinished: 19 },
  'xa-dang-le': { day: 0, receivedOn: null, begunOn: null },
  'xa-tan-phuc': {
    day: 14,
    returned: {
      on: calendarDate('2024-03-06'),
      reason:
        'Nhiều nhiệm vụ ghi chung “UBND xã” phụ trách, chưa rõ công chức nào; nhóm nội dung 2 chưa nêu điểm niêm yết. Đề nghị sửa và ban hành lại.',
    },
  },
  'phong-kinh-te-ha-tang': { day: 18 },
  'mttq-huyen': { day: 20 },
  'mttq-xa-bai-say': { day: 0, begunOn: null },
};

function numberFrom(text: string, count: number): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0) % count;
}

/**
 * The course of a unit's plan: most were issued on working day 8 to 15 after the parent, a few late, one is still being
 * written, one unit never answered. Bodies that are only asked and have nobody in the example said nothing.
 */
export function exampleUnitPlan(unitKey: string, isRequest: boolean): ExampleUnitPlan {
  const apart = APART[unitKey];
  const isSilent = isRequest && apart === undefined;
  const day = apart?.day ?? 8 + numberFrom(`${unitKey} issue`, 8);
  const isCommune = /^(?:xa|thi-tran)-/.test(unitKey);
  const own = isCommune ? OWN.slice(0, 1 + numberFrom(`${unitKey} own`, 2)) : OFFICE_OWN;
  const symbol = isCommune ? 'KH-UBND' : isRequest ? 'KH-MTTQ' : 'KH';
  return {
    receivedOn: isSilent ? null : workingDay(1 + numberFrom(`${unitKey} receipt`, 3)),
    begunOn: isSilent ? null : workingDay(4 + numberFrom(`${unitKey} draft`, 3)),
    issuedOn: isSilent || day === 0 ? null : workingDay(day),
    number: `${6 + numberFrom(`${unitKey} number`, 30)}/${symbol}`,
    unfinished: 0,
    own: isRequest ? [] : own,
    returned: null,
    ...apart,
  };
}

/** Who answers for a content of the index in a commune; the general part is the chairman's. */
const COMMUNE_POSTS = [
  'Chủ tịch UBND xã',
  'Công chức Tư pháp - Hộ tịch',
  'Công chức Văn phòng - Thống kê',
  'Chủ tịch UBND xã',
  'Công chức Tài chính - Kế toán',
  'Công chức Văn phòng - Thống kê',
  'Công chức Văn hóa - Xã hội',
  'Công chức Địa chính - Nông nghiệp - Xây dựng và Môi trường',
  'Công chức Văn phòng - Thống kê',
] as const;

const WAYS = [
  'Giao công chức phụ trách tham mưu, triển khai tới từng thôn, báo cáo vào giao ban tháng',
  'Phối hợp với trưởng thôn và đoàn thể, làm trước ở hai thôn rồi nhân ra cả xã',
  'Đưa vào lịch công tác tháng của lãnh đạo, kiểm tra việc đã làm ở giao ban tháng sau',
  'Lập bảng theo dõi riêng, cập nhật hằng tuần và niêm yết kết quả tại trụ sở',
  'Phát trên đài truyền thanh, nhắc lại ở buổi họp thôn gần nhất',
] as const;

const OFFICE_WAYS = [
  'Ban hành hướng dẫn, lập bảng theo dõi từng xã, nhắc trước hạn 5 ngày làm việc',
  'Phân công chuyên viên theo cụm xã, xuống cơ sở ít nhất một lần mỗi quý',
  'Tổng hợp số liệu từ các xã, đối chiếu với số của ngành trước khi báo cáo',
] as const;

/** Every seventh line or so stays as the parent has it: that is how such plans are written. */
const isCopied = (unitKey: string, code: string): boolean => numberFrom(`${unitKey} ${code} copied`, 7) === 0;

/** Five days before the parent's day, so that there is time to answer. */
function ownDue(unitKey: string, task: ExampleGivenTask): string {
  if (task.dueWords === 'Thường xuyên')
    return numberFrom(`${unitKey} ${task.code} period`, 3) === 0 ? 'Hằng tháng' : 'Hằng quý';
  if (task.dueOn === null || task.dueOn < '2024-03-15' || numberFrom(`${unitKey} ${task.code} due`, 2) === 0)
    return task.dueWords;
  return formatDate(addDays(task.dueOn, -5));
}

/** What a unit writes about one task of its plan; `posts` are its people, the head first: "Họ tên, Chức danh". */
export function exampleLine(
  unitKey: string,
  task: ExampleGivenTask,
  posts: readonly { readonly fullName: string; readonly title: string }[],
): ExampleLine {
  const isCommune = /^(?:xa|thi-tran)-/.test(unitKey);
  const pick = (from: readonly string[]): string =>
    from[numberFrom(`${unitKey} ${task.code}`, from.length)] ?? '';
  const [head, second] = posts;
  const holder = numberFrom(`${unitKey} ${task.code} who`, 3) === 0 ? head : (second ?? head);
  const office = holder ? `${holder.fullName}, ${holder.title}` : 'Lãnh đạo đơn vị';
  const isTown = unitKey.startsWith('thi-tran-');
  const post = (COMMUNE_POSTS[task.dimension] ?? COMMUNE_POSTS[0]).replace(
    / xã$/,
    isTown ? ' thị trấn' : ' xã',
  );
  const isDeclined = isCommune && task.code === '6.14' && numberFrom(`${unitKey} declined`, 4) === 0;
  return {
    how: isCopied(unitKey, task.code) ? '' : pick(isCommune ? WAYS : OFFICE_WAYS),
    product: task.product,
    responsible: isCommune ? post : office,
    dueWords: ownDue(unitKey, task),
    lateReason: '',
    isDeclined,
    declineReason: isDeclined ? 'Địa phương chưa có mô hình này, đăng ký thực hiện từ năm sau' : '',
  };
}
