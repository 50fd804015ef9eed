import { type Lang, type Message, messages, say } from '../../../kernel/i18n.ts';

/** The sentences with which a deadline explains itself. Dates arrive as dd/mm/yyyy. */
export const explanations = messages({
  wdOne: { vi: '{n} ngày làm việc', en: '{n} working day' },
  wdMany: { vi: '{n} ngày làm việc', en: '{n} working days' },
  dOne: { vi: '{n} ngày', en: '{n} day' },
  dMany: { vi: '{n} ngày', en: '{n} days' },
  mOne: { vi: '{n} tháng', en: '{n} month' },
  mMany: { vi: '{n} tháng', en: '{n} months' },
  yOne: { vi: '{n} năm', en: '{n} year' },
  yMany: { vi: '{n} năm', en: '{n} years' },
  after: { vi: '{count} từ {from}{details} → {on}', en: '{count} from {from}{details} → {on}' },
  minimum: {
    vi: 'ít nhất {count} từ {from}{details}, không rút ngắn → hết ngày {on}',
    en: 'at least {count} from {from}{details}, never shortened → to the end of {on}',
  },
  ahead: {
    vi: 'ít nhất {count} trước ngày {event}{details} → {on}',
    en: 'at least {count} ahead of {event}{details} → {on}',
  },
  moved: {
    vi: ' là {counted} ({why}), dời{past} đến ngày làm việc kế tiếp theo Điều 148.5 BLDS 2015',
    en: ' is {counted} ({why}), moved{past} to the next working day by Article 148.5 of the Civil Code 2015',
  },
  past: { vi: ' qua {breaks}', en: ' past {breaks}' },
  before: {
    vi: 'trước ngày {date}, không tính ngày này → {on}',
    en: 'before {date}, that day excluded → {on}',
  },
  by: { vi: 'chậm nhất hết ngày {date} → {on}', en: 'no later than the end of {date} → {on}' },
  periodEnd: { vi: 'hết {period} → {on}', en: 'end of {period} → {on}' },
  month: { vi: 'tháng {index}/{year}', en: 'month {index}/{year}' },
  quarter: { vi: 'quý {index}/{year}', en: 'quarter {index} of {year}' },
  firstHalf: { vi: '6 tháng đầu năm {year}', en: 'the first half of {year}' },
  secondHalf: { vi: '6 tháng cuối năm {year}', en: 'the second half of {year}' },
  year: { vi: 'năm {year}', en: 'the year {year}' },
  leavingOut: { vi: ', trừ {breaks}', en: ', leaving out {breaks}' },
  countingMakeup: { vi: ', tính cả ngày làm bù {days}', en: ', counting the make-up day {days}' },
  breakSpan: { vi: 'nghỉ {occasion} {span}', en: '{occasion} {span}' },
  makeupDay: { vi: '{weekday} {date}', en: '{weekday} {date}' },
});

export const weekdays = messages({
  monday: { vi: 'thứ Hai', en: 'Monday' },
  tuesday: { vi: 'thứ Ba', en: 'Tuesday' },
  wednesday: { vi: 'thứ Tư', en: 'Wednesday' },
  thursday: { vi: 'thứ Năm', en: 'Thursday' },
  friday: { vi: 'thứ Sáu', en: 'Friday' },
  saturday: { vi: 'thứ Bảy', en: 'Saturday' },
  sunday: { vi: 'Chủ nhật', en: 'Sunday' },
});

export const warningTexts = messages({
  dayOff: {
    vi: '{on} là ngày nghỉ ({why}). Ngày làm việc liền trước là {working}: nên hoàn thành chậm nhất ngày đó.',
    en: '{on} is a day off ({why}). The working day before it is {working}: plan to finish by then.',
  },
  minimumEndsOnDayOff: {
    vi: '{on} là ngày nghỉ ({why}). Việc tiếp theo làm từ ngày làm việc kế tiếp, {working}.',
    en: '{on} is a day off ({why}). The next step can start on the next working day, {working}.',
  },
  unconfirmed: {
    vi: 'Cách tính này dựa vào ngày chưa có văn bản xác nhận: {days}. Hạn có thể đổi khi có văn bản công bố ngày nghỉ.',
    en: 'This relies on days that no published decision confirms yet: {days}. The deadline may change.',
  },
  outsideCalendar: {
    vi: 'Lịch làm việc bản {version} chỉ có từ {from} đến {to}. Ngoài khoảng đó mới trừ ngày nghỉ cuối tuần, chưa trừ lễ, tết.',
    en: 'Calendar {version} covers {from} to {to} only. Outside it weekends are left out, public holidays are not.',
  },
  breakDays: { vi: 'nghỉ {occasion} {span}', en: '{occasion} {span}' },
  makeupDay: { vi: 'ngày làm bù {date}', en: 'make-up day {date}' },
  pendingDay: { vi: '{date} có thể là ngày nghỉ: {name}', en: '{date} may become a day off: {name}' },
});

/** What makes a holidays file contradict itself. */
export const contradictionTexts = messages({
  listedTwice: { vi: 'Ngày {date} được ghi hai lần.', en: '{date} is listed twice.' },
  yearsReversed: {
    vi: 'Ngày kết thúc của lịch (coversTo) đứng trước ngày bắt đầu (coversFrom).',
    en: 'coversTo is before coversFrom.',
  },
  tooLong: { vi: 'Lịch dài hơn một thế kỷ.', en: 'The calendar covers more than a century.' },
  outside: { vi: 'Ngày {date} nằm ngoài các năm của lịch.', en: '{date} is outside the covered years.' },
  makeupOnWorkingDay: {
    vi: 'Ngày làm bù {date} vốn đã là ngày làm việc.',
    en: 'The make-up day {date} is already a working day.',
  },
  notSwapped: {
    vi: 'Có ngày làm bù cho ngày {date}, nhưng ngày đó không phải ngày nghỉ hoán đổi.',
    en: 'There is a make-up day for {date}, which is not a swapped day off.',
  },
  notMadeUp: {
    vi: 'Ngày nghỉ hoán đổi {date} chưa có ngày làm bù.',
    en: 'The swapped day off {date} has no make-up day.',
  },
});

const FORMS =
  '15wd after 2024-01-22; 30d after 2024-05-30; 3m after 2024-01-31; 1y after 2024-01-31; min 20d after 2024-05-30; ' +
  '5wd before 2024-07-05; before 2024-07-05; by 2024-06-30; end of Q2 2024; end of H1 2024; end of 2024-06; end of 2024';

const VIETNAMESE_FORMS =
  '15 ngày làm việc sau 22/01/2024; 30 ngày sau 30/05/2024; 3 tháng sau 31/01/2024; 1 năm sau 31/01/2024; ít nhất 20 ngày sau 30/05/2024; ' +
  '5 ngày làm việc trước 05/07/2024; trước 05/07/2024; chậm nhất 30/06/2024; hết quý II/2024; hết 6 tháng đầu năm 2024; hết tháng 6/2024; hết năm 2024';

export const expressionProblems = messages({
  EMPTY: { vi: 'Chưa nhập hạn cần tính.', en: 'Enter the deadline to compute.' },
  UNKNOWN_FORM: {
    vi: 'Chưa hiểu hạn “{text}”.',
    en: 'The deadline “{text}” was not understood.',
  },
  UNKNOWN_UNIT: {
    vi: 'Đơn vị thời gian “{text}” không dùng được: dùng ngày làm việc (wd), ngày (d), tháng (m) hoặc năm (y).',
    en: 'The unit of time “{text}” is not known: use wd (working days), d (days), m (months) or y (years).',
  },
  AMOUNT_OUT_OF_RANGE: {
    vi: 'Số “{text}” không dùng được: phải là số nguyên từ 1 đến {largest}.',
    en: 'The number “{text}” cannot be used: it must be a whole number from 1 to {largest}.',
  },
  NOT_A_DATE: {
    vi: '“{text}” không phải là một ngày có thật: ghi 05/07/2024 hoặc 2024-07-05.',
    en: '“{text}” is not an existing date: write 2024-07-05 or 05/07/2024.',
  },
  NOT_A_PERIOD: {
    vi: '“{text}” không phải là một kỳ: ghi quý II/2024, 6 tháng đầu năm 2024, tháng 6/2024 hoặc năm 2024.',
    en: '“{text}” is not a period: write Q1 2024 to Q4 2024, H1 2024 or H2 2024, a month 2024-06 or a year 2024.',
  },
  YEAR_OUT_OF_RANGE: {
    vi: 'Năm trong “{text}” phải từ {first} đến {last}.',
    en: 'The year in “{text}” must be from {first} to {last}.',
  },
  FORMS: { vi: `Các cách ghi: ${VIETNAMESE_FORMS}.`, en: `Accepted forms: ${FORMS}.` },
});

/** Fills placeholders in both languages; a parameter that is a message gives each language its own words. */
export function fill(message: Message, params: Readonly<Record<string, string | Message>> = {}): Message {
  const inLang = (lang: Lang) => {
    const own = Object.entries(params).map(([key, value]) => [
      key,
      typeof value === 'string' ? value : value[lang],
    ]);
    return say(lang, message, Object.fromEntries(own));
  };
  return { vi: inLang('vi'), en: inLang('en') };
}

/** Joins messages with the same separator in both languages. */
export function joined(parts: readonly Message[], separator: string): Message {
  return {
    vi: parts.map((part) => part.vi).join(separator),
    en: parts.map((part) => part.en).join(separator),
  };
}
