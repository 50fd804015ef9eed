import {
  addDays,
  type CalendarDate,
  dateOf,
  endOfMonth,
  formatDate,
  monthOf,
  parseVietnameseDate,
  yearOf,
} from '../../../kernel/dates.ts';
import type { Message, MessageParams } from '../../../kernel/i18n.ts';
import { assignmentErrors } from '../errors.ts';
import { m } from '../messages.ts';
import { m as months } from '../messages-month.ts';
import { type EntryKind, progressAfter } from './progress.ts';
import { parseQuantity } from './quantity.ts';
import type { Progress } from './state.ts';

/** What a unit records about a whole month at once: that work goes on, or that it is done. */
export const MONTH_KINDS = ['start', 'claim'] as const satisfies readonly EntryKind[];
export type MonthKind = (typeof MONTH_KINDS)[number];

/** A month as addresses write it: `2024-06`. */
export interface Month {
  readonly text: string;
  readonly first: CalendarDate;
  readonly last: CalendarDate;
  /** Occurrences whose period holds the month: the month itself, its quarter, its half. */
  readonly occurrences: readonly string[];
}

/** `undefined` for what is no month of a year between 2000 and 2100. */
export function readMonth(text: string): Month | undefined {
  const [, year = '', month = ''] = /^(\d{4})-(\d{2})$/.exec(text) ?? [];
  const first = dateOf(Number(year), Number(month), 1);
  if (!first || first < '2000' || first > '2100') return undefined;
  return {
    text,
    first,
    last: endOfMonth(Number(year), Number(month)),
    occurrences: [
      `${year}-M${month}`,
      `${year}-Q${Math.ceil(Number(month) / 3)}`,
      `${year}-H${Math.ceil(Number(month) / 6)}`,
    ],
  };
}

/** The month that a day lies in. */
export function monthOfDay(day: CalendarDate): Month {
  const month = readMonth(day.slice(0, 7));
  if (!month) throw new RangeError(`no month for ${day}`);
  return month;
}

/** The month before or after, as an address writes it. */
export function nextMonth(month: Month, step: 1 | -1): string {
  return (step === 1 ? addDays(month.last, 1) : addDays(month.first, -1)).slice(0, 7);
}

/** "6/2024". */
export function monthName(month: Month): string {
  return `${monthOf(month.first)}/${yearOf(month.first)}`;
}

/** What can be recorded about work that stands like this. */
export function monthKindsOf(work: {
  readonly progress: Progress;
  readonly waitsForEvent: boolean;
  readonly isDropped: boolean;
}): readonly MonthKind[] {
  if (work.waitsForEvent || work.isDropped) return [];
  return MONTH_KINDS.filter((kind) => progressAfter(work.progress, kind) !== undefined);
}

/** The parts of a row that can be wrong. */
export const ROW_PARTS = ['what', 'day', 'note', 'quantity'] as const;
export type RowPart = (typeof ROW_PARTS)[number];

/** How a form and an error name a part of a row. */
export const rowField = (part: RowPart, assignmentId: string): string => `${part}.${assignmentId}`;

/** A row as it was typed in the form or in a cell of the sheet. */
export interface TypedRow {
  readonly assignmentId: string;
  readonly revision: number;
  /** A kind, or nothing for no change. */
  readonly what: string;
  readonly day: string;
  readonly note: string;
  readonly quantity: string;
}

/** A row to be recorded. */
export interface MonthRow {
  readonly assignmentId: string;
  readonly revision: number;
  readonly kind: MonthKind;
  readonly happenedOn: CalendarDate;
  readonly note: string;
  readonly quantity: number | null;
}

export interface RowProblem {
  readonly assignmentId: string;
  readonly part: RowPart;
  readonly message: Message;
  readonly params?: MessageParams;
}

export const LONGEST_NOTE = 4000;

/**
 * Reads one row: `null` where nothing is to be recorded, else the row or what is wrong with it. A day left empty is today.
 * Something typed beside "no change" is pointed out instead of being lost.
 */
export function readRow(
  typed: TypedRow,
  today: CalendarDate,
): { readonly row: MonthRow | null; readonly problems: readonly RowProblem[] } {
  const { assignmentId, revision } = typed;
  const problems: RowProblem[] = [];
  const wrong = (part: RowPart, message: Message, params?: MessageParams): void => {
    problems.push({ assignmentId, part, message, ...(params ? { params } : {}) });
  };
  const kind = MONTH_KINDS.find((one) => one === typed.what);
  const note = typed.note.trim();
  if (kind === undefined) {
    if (typed.what !== '') wrong('what', months.what_unknown, { what: typed.what });
    else if (typed.day.trim() !== '' || note !== '' || typed.quantity.trim() !== '')
      wrong('what', months.what_needed);
    return { row: null, problems };
  }
  const day = typed.day.trim() === '' ? today : parseVietnameseDate(typed.day);
  if (day === undefined) wrong('day', m.day_needed);
  else if (day > today) wrong('day', assignmentErrors.future_day, { date: formatDate(day) });
  if (note.length > LONGEST_NOTE) wrong('note', months.note_long, { n: LONGEST_NOTE });
  const quantity = parseQuantity(typed.quantity);
  if (quantity === undefined) wrong('quantity', m.quantity_needed);
  if (day === undefined || quantity === undefined || problems.length > 0) return { row: null, problems };
  return { row: { assignmentId, revision, kind, happenedOn: day, note, quantity }, problems };
}

/** Work as it stands when a row about it is recorded. */
export interface RowWork {
  readonly progress: Progress;
  readonly revision: number;
  readonly isDropped: boolean;
}

/** What keeps a row from being recorded about work as it stands; `missing` names the evidence that a claim lacks. */
export function problemsOfRow(
  work: RowWork,
  row: MonthRow,
  missing: Message | undefined,
  today: CalendarDate,
): RowProblem[] {
  const { assignmentId, kind, happenedOn } = row;
  const at = (part: RowPart, message: Message, params: MessageParams = {}): RowProblem => ({
    assignmentId,
    part,
    message,
    params,
  });
  if (work.revision !== row.revision) return [at('what', assignmentErrors.changed_meanwhile)];
  if (work.isDropped) return [at('what', assignmentErrors.dropped)];
  if (progressAfter(work.progress, kind) === undefined)
    return [at('what', assignmentErrors.not_possible, { state: m[work.progress], action: m[`do_${kind}`] })];
  const problems: RowProblem[] = [];
  if (happenedOn > today)
    problems.push(at('day', assignmentErrors.future_day, { date: formatDate(happenedOn) }));
  if (kind === 'claim' && missing) problems.push(at('what', assignmentErrors.evidence_missing, { missing }));
  return problems;
}
