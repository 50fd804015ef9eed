import { addDays, type CalendarDate, dateOf, monthOf, yearOf } from '../../../kernel/dates.ts';
import { type Message, messages } from '../../../kernel/i18n.ts';
import { addWorkingDays, nextWorkingDay, type WorkCalendar } from '../../calendar/index.ts';

/** QĐ 24/2021/QĐ-TTg, Điều 4: days that a list hangs, a complaint is looked into, and its result hangs. */
const POSTED = 3;
const RECHECKED = 7;
/** Luật 10/2022/QH15, Điều 11 khoản 7 and Điều 13.2: the list that was recognised. */
const RECOGNISED_HANGS = 30;
/** QĐ 24/2021/QĐ-TTg, Điều 5: the review of each month. */
const MONTHLY_FROM = 15;
const MONTHLY_WITHIN = 15;
/** The decision rules the years up to 2025; what replaced it has not been read (rule HN-010). */
const LAST_CERTAIN_YEAR = 2025;

export interface PovertyStep {
  readonly what: Message;
  readonly fromOn: CalendarDate | null;
  readonly untilOn: CalendarDate | null;
  /** Worked out backwards with the calendar, and no day that the decision itself names. */
  readonly isComputed: boolean;
}

export interface PovertyYear {
  readonly year: number;
  readonly steps: readonly PovertyStep[];
  readonly monthly: { readonly fromOn: CalendarDate; readonly untilOn: CalendarDate };
  readonly isCertain: boolean;
}

const m = messages({
  ask: {
    vi: 'Hộ muốn được xét nộp Giấy đề nghị (Mẫu 01) cho trưởng thôn hoặc xã; thôn lập danh sách hộ cần rà soát',
    en: 'Households that want to be considered hand in the request (form 01) to the village head or the commune; the village lists the households to review',
  },
  meeting: {
    vi: 'Họp dân ở thôn: kết quả cần ít nhất 50 % người dự họp đồng ý, nếu không thì rà soát lại; Mặt trận được mời giám sát',
    en: 'Village meeting: at least 50% of those present must agree, otherwise the review is done again; the Front is invited to watch',
  },
  posted: {
    vi: 'Niêm yết kết quả rà soát 3 ngày làm việc tại nhà văn hóa thôn và trụ sở UBND xã, đọc trên loa truyền thanh. Muộn hơn ngày này thì không còn đủ thời gian cho khiếu nại',
    en: 'The result hangs for 3 working days in the village hall and at the commune office and is read on the loudspeaker. Later than this there is no time left for complaints',
  },
  recheck: {
    vi: 'Có khiếu nại: xã phúc tra trong 7 ngày làm việc, rồi niêm yết kết quả phúc tra 3 ngày làm việc',
    en: 'When somebody complains: the commune checks again within 7 working days and posts the result for 3 working days',
  },
  recognised: {
    vi: 'Chủ tịch UBND xã công nhận hộ nghèo, hộ cận nghèo và cấp giấy chứng nhận',
    en: 'The commune chairman recognises poor and near-poor households and hands out certificates',
  },
  listed: {
    vi: 'Danh sách đã công nhận niêm yết ít nhất 30 ngày và phát trên loa 3 ngày',
    en: 'The recognised list hangs for at least 30 days and is read on the loudspeaker for 3 days',
  },
});

const dayIn = (year: number, month: number, day: number): CalendarDate =>
  dateOf(year, month, day) as CalendarDate;

/** The yearly review of poor households (QĐ 24/2021/QĐ-TTg) with the days of the year of `today`. */
export function povertyYear(today: CalendarDate, calendar: WorkCalendar): PovertyYear {
  const year = yearOf(today);
  const firstDay = dayIn(year, 9, 1);
  const lastDay = dayIn(year, 12, 14);
  // The day on which it begins to hang does not count, and all of it ends on the last day or the working day before it.
  const needed = POSTED + RECHECKED + POSTED;
  const postedBy = addWorkingDays(calendar, addDays(lastDay, 1), -(needed + 1));
  return {
    year,
    isCertain: year <= LAST_CERTAIN_YEAR,
    steps: [
      { what: m.ask, fromOn: firstDay, untilOn: null, isComputed: false },
      { what: m.meeting, fromOn: null, untilOn: postedBy, isComputed: true },
      { what: m.posted, fromOn: null, untilOn: postedBy, isComputed: true },
      { what: m.recheck, fromOn: null, untilOn: lastDay, isComputed: true },
      { what: m.recognised, fromOn: null, untilOn: lastDay, isComputed: false },
      { what: m.listed, fromOn: lastDay, untilOn: addDays(lastDay, RECOGNISED_HANGS), isComputed: true },
    ],
    monthly: nextMonthly(today, calendar),
  };
}

/** The review of the month that runs on `today`, or the next one. */
function nextMonthly(today: CalendarDate, calendar: WorkCalendar): PovertyYear['monthly'] {
  const ofMonth = (year: number, month: number): PovertyYear['monthly'] => {
    const fromOn = dayIn(year, month, MONTHLY_FROM);
    const last = addDays(fromOn, MONTHLY_WITHIN);
    // A maximum in days that ends on a day off moves on (Bộ luật Dân sự, Điều 148.5).
    return { fromOn, untilOn: nextWorkingDay(calendar, last) };
  };
  const [year, month] = [yearOf(today), monthOf(today)];
  const before = month === 1 ? ofMonth(year - 1, 12) : ofMonth(year, month - 1);
  return before.untilOn >= today ? before : ofMonth(year, month);
}
