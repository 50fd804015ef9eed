import { type CalendarDate, formatDate, isoWeekday, yearOf } from '../../../kernel/dates.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import type { Message } from '../../../kernel/i18n.ts';
import { calendarErrors } from '../errors.ts';
import { calendarOf, type DayStatus, type HolidaysFile } from './work-calendar.ts';
import { workingDaysBetween } from './working-days.ts';

interface Cited {
  readonly date: CalendarDate;
  /** The decision or announcement that says so; kept among the sources of the calendar. */
  readonly source: string;
}

/** One change of a calendar, as a person states it. */
export type CalendarEdit =
  | (Cited & {
      readonly type: 'day_off';
      readonly name: Message;
      readonly kind: 'statutory' | 'in_lieu';
      readonly status: DayStatus;
    })
  /** A working day off, paid for by working on a weekend day. */
  | (Cited & {
      readonly type: 'swap';
      readonly makeup: CalendarDate;
      readonly name: Message;
      readonly status: DayStatus;
    })
  /** A day off, a make-up day (each takes its other half along) or a day that might have become one. */
  | (Cited & { readonly type: 'remove' })
  /** An UNCONFIRMED day, or a pending day, which becomes a day off. */
  | (Cited & { readonly type: 'confirm' });

type Day = HolidaysFile['breaks'][number]['days'][number];

/** The file after one change. Throws `AppError` when the change contradicts what stands there. */
export function editHolidays(file: HolidaysFile, edit: CalendarEdit): HolidaysFile {
  return withSource(applied(file, edit), edit);
}

function applied(file: HolidaysFile, edit: CalendarEdit): HolidaysFile {
  switch (edit.type) {
    case 'day_off': {
      ensureFree(file, edit.date);
      const { date, name, kind, status } = edit;
      return withDay(without(file, date), { date, ...name, kind, status });
    }
    case 'swap': {
      ensureFree(file, edit.date);
      ensureFree(file, edit.makeup);
      ensure(!isWeekend(file, edit.date), calendarErrors.already_weekend, { date: formatDate(edit.date) });
      ensure(isWeekend(file, edit.makeup), calendarErrors.makeup_on_working_day, {
        date: formatDate(edit.makeup),
      });
      const { date, makeup, name, status } = edit;
      const swapped = withDay(without(without(file, date), makeup), {
        date,
        ...name,
        kind: 'swapped',
        status,
      });
      return { ...swapped, makeup: [...swapped.makeup, { date: makeup, replaces: date, status }] };
    }
    case 'remove': {
      ensure(isListed(file, edit.date), calendarErrors.nothing_on_day, { date: formatDate(edit.date) });
      return without(file, edit.date);
    }
    case 'confirm':
      return confirmed(file, edit.date);
  }
}

function confirmed(file: HolidaysFile, date: CalendarDate): HolidaysFile {
  const pending = file.pending.find((day) => day.date === date);
  if (pending) {
    const { vi, en } = pending;
    return withDay(without(file, date), { date, vi, en, kind: 'statutory', status: 'CONFIRMED' });
  }
  const makeup = file.makeup.find((day) => day.date === date || day.replaces === date);
  const dates: readonly CalendarDate[] = makeup ? [makeup.date, makeup.replaces] : [date];
  const listed = [...daysOf(file), ...file.makeup].filter((day) => dates.includes(day.date));
  ensure(listed.length > 0, calendarErrors.nothing_on_day, { date: formatDate(date) });
  ensure(
    listed.some((day) => day.status === 'UNCONFIRMED'),
    calendarErrors.already_confirmed,
    { date: formatDate(date) },
  );
  const confirm = <D extends { date: CalendarDate; status: DayStatus }>(day: D): D =>
    dates.includes(day.date) ? { ...day, status: 'CONFIRMED' } : day;
  return {
    ...file,
    breaks: file.breaks.map((part) => ({ ...part, days: part.days.map(confirm) })),
    makeup: file.makeup.map(confirm),
  };
}

const daysOf = (file: HolidaysFile): Day[] => file.breaks.flatMap((part) => part.days);
const isWeekend = (file: HolidaysFile, date: CalendarDate): boolean =>
  file.weekend.includes(isoWeekday(date));
const isListed = (file: HolidaysFile, date: CalendarDate): boolean =>
  [...daysOf(file), ...file.makeup, ...file.pending].some((day) => day.date === date);

function ensureFree(file: HolidaysFile, date: CalendarDate): void {
  const day = formatDate(date);
  const off = daysOf(file).find((listed) => listed.date === date);
  if (off) throw new AppError(calendarErrors.already_off, { date: day, name: { vi: off.vi, en: off.en } });
  ensure(!file.makeup.some((listed) => listed.date === date), calendarErrors.already_makeup, { date: day });
  ensure(date >= file.coversFrom && date <= file.coversTo, calendarErrors.outside_years, {
    date: day,
    from: formatDate(file.coversFrom),
    to: formatDate(file.coversTo),
  });
}

/** Without whatever is said of the day; half of a swap leaves with its other half. */
function without(file: HolidaysFile, date: CalendarDate): HolidaysFile {
  const swap = file.makeup.find((day) => day.date === date || day.replaces === date);
  const gone: readonly CalendarDate[] = swap ? [swap.date, swap.replaces] : [date];
  const stays = (day: { date: CalendarDate }): boolean => !gone.includes(day.date);
  return {
    ...file,
    breaks: file.breaks
      .map((part) => ({ ...part, days: part.days.filter(stays) }))
      .filter((part) => part.days.length > 0),
    makeup: file.makeup.filter(stays),
    pending: file.pending.filter(stays),
  };
}

/** A day beside a break joins it, so that explanations name the whole break; any other begins one of its own. */
function withDay(file: HolidaysFile, day: Day): HolidaysFile {
  const { vi, en } = day;
  const calendar = calendarOf({ ...file, breaks: [...file.breaks, { occasion: { vi, en }, days: [day] }] });
  const touches = (other: Day): boolean => {
    const [first, last] = other.date < day.date ? [other.date, day.date] : [day.date, other.date];
    return workingDaysBetween(calendar, first, last) === 0;
  };
  const neighbour = file.breaks.find((part) => part.days.some(touches));
  if (!neighbour) return { ...file, breaks: [...file.breaks, { occasion: { vi, en }, days: [day] }] };
  const days = [...neighbour.days, day].sort((a, b) => (a.date < b.date ? -1 : 1));
  return { ...file, breaks: file.breaks.map((part) => (part === neighbour ? { ...part, days } : part)) };
}

function withSource(file: HolidaysFile, { date, source }: Cited): HolidaysFile {
  const year = yearOf(date);
  if (file.sources.some((known) => known.year === year && known.text === source)) return file;
  return { ...file, sources: [...file.sources, { year, text: source }] };
}
