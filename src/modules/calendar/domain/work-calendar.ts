import { z } from 'zod';
import { addDays, type CalendarDate, formatDate, isCalendarDate, isoWeekday } from '../../../kernel/dates.ts';
import type { Message } from '../../../kernel/i18n.ts';
import { fill, contradictionTexts as says } from './messages.ts';

/** CONFIRMED: read in a published decision or fixed by law. UNCONFIRMED: still to be announced or read. */
export type DayStatus = 'CONFIRMED' | 'UNCONFIRMED';

export interface DayOff extends Message {
  readonly status: DayStatus;
  /** The break the day belongs to ("Tết"); days of one break share the same object. */
  readonly occasion: Message;
}

export interface MakeupDay {
  /** The swapped day off that this working weekend day pays for. */
  readonly replaces: CalendarDate;
  readonly status: DayStatus;
}

/** The working calendar of state offices. Immutable; maps are in date order. */
export interface WorkCalendar {
  readonly version: string;
  /** ISO weekdays off, 6 = Saturday, 7 = Sunday. */
  readonly weekend: readonly number[];
  readonly daysOff: ReadonlyMap<CalendarDate, DayOff>;
  readonly makeup: ReadonlyMap<CalendarDate, MakeupDay>;
  /** Days that count as ordinary days today but may yet be declared days off. */
  readonly pending: ReadonlyMap<CalendarDate, Message>;
  readonly coversFrom: CalendarDate;
  readonly coversTo: CalendarDate;
}

/** A `YYYY-MM-DD` string in stored JSON. */
export const calendarDateSchema = z.iso.date().refine(isCalendarDate) as unknown as z.ZodType<
  CalendarDate,
  string
>;

const status = z.enum(['CONFIRMED', 'UNCONFIRMED']);
const words = z.string().trim().min(1).max(200);
const message = z.strictObject({ vi: words, en: words });

const shape = z.strictObject({
  v: z.literal(1),
  version: z.string().regex(/^\d{4}-\d{2}-\d{2}(-\d+)?$/),
  title: words,
  coversFrom: calendarDateSchema,
  coversTo: calendarDateSchema,
  weekend: z.array(z.int().min(1).max(7)).max(6),
  legalBasis: z.array(words).min(1),
  sources: z.array(z.strictObject({ year: z.int(), text: words })).min(1),
  breaks: z.array(
    z.strictObject({
      occasion: message,
      days: z
        .array(
          z.strictObject({
            date: calendarDateSchema,
            vi: words,
            en: words,
            kind: z.enum(['statutory', 'in_lieu', 'swapped']),
            status,
            note: words.optional(),
          }),
        )
        .min(1),
    }),
  ),
  makeup: z.array(z.strictObject({ date: calendarDateSchema, replaces: calendarDateSchema, status })),
  pending: z.array(
    z.strictObject({ date: calendarDateSchema, vi: words, en: words, note: words.optional() }),
  ),
});

/** A holidays file as data: what a version of the calendar is stored as. */
export type HolidaysFile = z.output<typeof shape>;

/** The longest calendar accepted, in days: a century keeps the working-day tables small. */
const LONGEST_COVERAGE = 36_525;

function about(message: Message, date: CalendarDate): Message {
  return fill(message, { date: formatDate(date) });
}

function contradictions(file: HolidaysFile): Message[] {
  const found: Message[] = [];
  const off = new Map(file.breaks.flatMap((part) => part.days.map((day) => [day.date, day.kind] as const)));
  const all = [...file.breaks.flatMap((part) => part.days), ...file.makeup, ...file.pending].map(
    (day) => day.date,
  );
  const twice = all.find((date, index) => all.indexOf(date) !== index);
  if (twice !== undefined) found.push(about(says.listedTwice, twice));
  if (file.coversTo < file.coversFrom) found.push(says.yearsReversed);
  if (file.coversTo > addDays(file.coversFrom, LONGEST_COVERAGE)) found.push(says.tooLong);
  for (const date of all) {
    if (date < file.coversFrom || date > file.coversTo) found.push(about(says.outside, date));
  }
  for (const day of file.makeup) {
    if (!file.weekend.includes(isoWeekday(day.date))) found.push(about(says.makeupOnWorkingDay, day.date));
    if (off.get(day.replaces) !== 'swapped') found.push(about(says.notSwapped, day.replaces));
  }
  const paidFor = new Set(file.makeup.map((day) => day.replaces));
  for (const [date, kind] of off) {
    if (kind === 'swapped' && !paidFor.has(date)) found.push(about(says.notMadeUp, date));
  }
  return found;
}

/** The file format of `reference/holidays/*.json`; refuses files that contradict themselves. */
export const holidaysSchema = shape.check((context) => {
  for (const problem of contradictions(context.value)) {
    context.issues.push({
      code: 'custom',
      message: problem.en,
      params: { message: problem },
      input: context.value,
    });
  }
});

function inDateOrder<T>(entries: [CalendarDate, T][]): ReadonlyMap<CalendarDate, T> {
  return new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Reads a holidays file. Throws `ZodError` listing everything wrong with it. */
export function parseHolidays(json: unknown): WorkCalendar {
  return calendarOf(holidaysSchema.parse(json));
}

/** The calendar that a checked file describes. */
export function calendarOf(file: HolidaysFile): WorkCalendar {
  return {
    version: file.version,
    weekend: file.weekend,
    daysOff: inDateOrder(
      file.breaks.flatMap(({ occasion, days }) =>
        days.map((day): [CalendarDate, DayOff] => [
          day.date,
          { vi: day.vi, en: day.en, status: day.status, occasion },
        ]),
      ),
    ),
    makeup: inDateOrder(
      file.makeup.map((day): [CalendarDate, MakeupDay] => [
        day.date,
        { replaces: day.replaces, status: day.status },
      ]),
    ),
    pending: inDateOrder(
      file.pending.map((day): [CalendarDate, Message] => [day.date, { vi: day.vi, en: day.en }]),
    ),
    coversFrom: file.coversFrom,
    coversTo: file.coversTo,
  };
}
