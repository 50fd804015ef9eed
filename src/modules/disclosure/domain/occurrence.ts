import { type CalendarDate, dateOf, endOfMonth, yearOf } from '../../../kernel/dates.ts';
import type { Occasion } from './declaration.ts';

/** One time that an obligation is owed. */
export interface Occurrence {
  /** Stable name within unit and obligation: `2024Q1`, `2024S1`, `2024M03`, `2024`, `2024-09-01..2024-12-14`, `standing`. */
  readonly name: string;
  readonly fromOn: CalendarDate;
  /** The day of the event: what the regime is chosen by and the due counted from. */
  readonly eventOn: CalendarDate;
}

const MONTHS = { month: 1, quarter: 3, half: 6, year: 12 } as const;
const LETTER = { month: 'M', quarter: 'Q', half: 'S', year: '' } as const;

function periodsOf(year: number, { period, only }: Extract<Occasion, { kind: 'period' }>): Occurrence[] {
  const months = MONTHS[period];
  const wanted = Array.from({ length: 12 / months }, (_, at) => at).filter(
    (at) => only === undefined || only.includes(at + 1),
  );
  return wanted.map((at) => {
    const index = months === 1 ? String(at + 1).padStart(2, '0') : String(at + 1);
    return {
      name: `${year}${LETTER[period]}${period === 'year' ? '' : index}`,
      fromOn: dateOf(year, at * months + 1, 1) as CalendarDate,
      eventOn: endOfMonth(year, (at + 1) * months),
    };
  });
}

/** A day of a year; 29/02 is 28/02 in other years. */
function dayIn(year: number, monthDay: string): CalendarDate {
  const [month = 1, day = 1] = monthDay.split('-').map(Number);
  return dateOf(year, month, day) ?? endOfMonth(year, month);
}

function windowFrom(year: number, from: string, to: string): Occurrence {
  const fromOn = dayIn(year, from);
  // A season that ends earlier in the calendar than it begins ends in the next year: 15/12–14/3.
  const eventOn = dayIn(to < from ? year + 1 : year, to);
  return { name: `${fromOn}..${eventOn}`, fromOn, eventOn };
}

/**
 * What is owed by itself between two days, both inclusive: periods and seasons that have begun by `until` and end on or after `since`;
 * what stands always is owed once, from `since`. Events are opened by units.
 */
export function occurrencesOf(occasion: Occasion, since: CalendarDate, until: CalendarDate): Occurrence[] {
  if (occasion.kind === 'event' || until < since) return [];
  if (occasion.kind === 'standing') return [{ name: 'standing', fromOn: since, eventOn: since }];
  const years = Array.from({ length: yearOf(until) - yearOf(since) + 2 }, (_, at) => yearOf(since) - 1 + at);
  return years
    .flatMap((year) =>
      occasion.kind === 'period' ? periodsOf(year, occasion) : [windowFrom(year, occasion.from, occasion.to)],
    )
    .filter(({ fromOn, eventOn }) => fromOn <= until && eventOn >= since);
}

/** The name of an event's item: its day and which one of the day. */
export const eventName = (on: CalendarDate, number: number): string => `${on}#${number}`;
