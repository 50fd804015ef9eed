import { z } from 'zod';
import { type CalendarDate, formatDate, isCalendarDate } from '../../../kernel/dates.ts';
import { type Lang, type Message, type MessageParams, messages, say } from '../../../kernel/i18n.ts';

const v = z.literal(1);
const calendarDate = z.iso.date().refine(isCalendarDate) as unknown as z.ZodType<CalendarDate, string>;
const words = z.string().trim().min(1).max(500);
const monthDay = z.string().regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/);
const amount = z.int().min(1).max(9999);
const year = z.int().min(1900).max(2199);

export const PERIODS = ['month', 'quarter', 'half', 'year'] as const;
export type Period = (typeof PERIODS)[number];

const PERIODS_A_YEAR: Readonly<Record<Period, number>> = { month: 12, quarter: 4, half: 2, year: 1 };

/**
 * When a task is due, as data; the plan's own words stay beside it.
 *
 * - `date`: by the end of `on`, or before it when `exclusive` ("trước ngày 05/7" ends with 04/7);
 * - `after`: at most `amount` working days or days after an event; `plan_issued` is this plan's issue, any other event
 *   is in the plan's words and has no date yet;
 * - `period_end`: the last day of a period, `index` 1-based within the year;
 * - `recurring`: once in every period; `null` is "thường xuyên", whose period is the plan's report period;
 * - `event`: when something happens, within a time where the plan gives one;
 * - `window`: a stretch of the year, `MM-DD` to `MM-DD`; each year when `yearly`.
 */
export const dueSpecSchema = z.discriminatedUnion('type', [
  z.strictObject({ v, type: z.literal('date'), on: calendarDate, exclusive: z.boolean().optional() }),
  z.strictObject({ v, type: z.literal('after'), amount, unit: z.enum(['wd', 'd']), event: words }),
  z
    .strictObject({ v, type: z.literal('period_end'), period: z.enum(PERIODS), year, index: z.int().min(1) })
    .refine((spec) => spec.index <= PERIODS_A_YEAR[spec.period]),
  z.strictObject({ v, type: z.literal('recurring'), every: z.enum(['week', ...PERIODS]).nullable() }),
  z.strictObject({
    v,
    type: z.literal('event'),
    event: words,
    within: z.strictObject({ amount, unit: z.enum(['wd', 'd', 'h']) }).optional(),
  }),
  z.strictObject({
    v,
    type: z.literal('window'),
    from: monthDay,
    to: monthDay,
    year: year.optional(),
    yearly: z.boolean(),
  }),
]);

export type DueSpec = z.output<typeof dueSpecSchema>;

/** The event of an `after` due that the plan itself sets off. */
export const PLAN_ISSUED = 'plan_issued';

const phrases = messages({
  by: { vi: 'chậm nhất ngày {date}', en: 'by {date}' },
  before: { vi: 'trước ngày {date}', en: 'before {date}' },
  afterIssue: {
    vi: 'chậm nhất {count} sau khi kế hoạch được ban hành',
    en: 'at most {count} after the plan is issued',
  },
  afterEvent: { vi: 'chậm nhất {count} sau: {event}', en: 'at most {count} after: {event}' },
  month: { vi: 'tháng {index}/{year}', en: 'month {index}/{year}' },
  quarter: { vi: 'quý {index}/{year}', en: 'quarter {index}/{year}' },
  firstHalf: { vi: '6 tháng đầu năm {year}', en: 'first half of {year}' },
  secondHalf: { vi: '6 tháng cuối năm {year}', en: 'second half of {year}' },
  year: { vi: 'năm {year}', en: 'year {year}' },
  periodEnd: { vi: 'hết {period}', en: 'end of {period}' },
  everyWeek: { vi: 'hằng tuần', en: 'every week' },
  everyMonth: { vi: 'hằng tháng', en: 'every month' },
  everyQuarter: { vi: 'hằng quý', en: 'every quarter' },
  everyHalf: { vi: '6 tháng một lần', en: 'every half-year' },
  everyYear: { vi: 'hằng năm', en: 'every year' },
  regularly: { vi: 'thường xuyên, theo kỳ báo cáo', en: 'regularly, by report period' },
  event: { vi: '{event}', en: 'on the event: {event}' },
  eventWithin: { vi: '{event}, trong {count}', en: 'on the event: {event}, within {count}' },
  window: { vi: 'từ {from} đến {to}{year}', en: 'from {from} to {to}{year}' },
  windowYearly: { vi: 'từ {from} đến {to} hằng năm', en: 'from {from} to {to} each year' },
  wd: { vi: '{n} ngày làm việc', en: '{n} working days' },
  d: { vi: '{n} ngày', en: '{n} days' },
  h: { vi: '{n} giờ làm việc', en: '{n} working hours' },
});

const EVERY = {
  week: phrases.everyWeek,
  month: phrases.everyMonth,
  quarter: phrases.everyQuarter,
  half: phrases.everyHalf,
  year: phrases.everyYear,
};

const ROMAN_QUARTERS = ['I', 'II', 'III', 'IV'] as const;

/** "quý II/2024", "6 tháng đầu năm 2024": the name of a period. */
export function periodName(lang: Lang, spec: { period: Period; year: number; index: number }): string {
  const roman = spec.period === 'quarter' && lang === 'vi' ? ROMAN_QUARTERS[spec.index - 1] : undefined;
  // Numbers are names here, not quantities: no thousands separator.
  const params = { index: roman ?? String(spec.index), year: String(spec.year) };
  if (spec.period === 'half') {
    return say(lang, spec.index === 1 ? phrases.firstHalf : phrases.secondHalf, params);
  }
  return say(lang, phrases[spec.period], params);
}

function dayMonth(text: string): string {
  return `${text.slice(3)}/${text.slice(0, 2)}`;
}

/** A due in words: "chậm nhất 15 ngày làm việc sau khi kế hoạch được ban hành". */
export function describeDue(spec: DueSpec, lang: Lang): string {
  const tell = (message: Message, params: MessageParams = {}) => say(lang, message, params);
  const count = (n: number, unit: 'wd' | 'd' | 'h') => tell(phrases[unit], { n });
  switch (spec.type) {
    case 'date':
      return tell(spec.exclusive ? phrases.before : phrases.by, { date: formatDate(spec.on) });
    case 'after':
      return tell(spec.event === PLAN_ISSUED ? phrases.afterIssue : phrases.afterEvent, {
        count: count(spec.amount, spec.unit),
        event: spec.event,
      });
    case 'period_end':
      return tell(phrases.periodEnd, { period: periodName(lang, spec) });
    case 'recurring':
      return tell(spec.every === null ? phrases.regularly : EVERY[spec.every]);
    case 'event':
      if (!spec.within) return tell(phrases.event, { event: spec.event });
      return tell(phrases.eventWithin, {
        event: spec.event,
        count: count(spec.within.amount, spec.within.unit),
      });
    case 'window':
      return tell(spec.yearly ? phrases.windowYearly : phrases.window, {
        from: dayMonth(spec.from),
        to: dayMonth(spec.to),
        year: spec.year === undefined ? '' : `/${spec.year}`,
      });
  }
}
