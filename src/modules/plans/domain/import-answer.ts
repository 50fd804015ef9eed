import { addDays, type CalendarDate } from '../../../kernel/dates.ts';
import { computeDeadline, type WorkCalendar } from '../../calendar/index.ts';
import type { AnnexTask } from './annex-task.ts';
import type { Clause } from './clauses.ts';
import type { DueSpec, Period } from './due.ts';
import { dueOccurrences } from './due-occurrences.ts';
import type { Problem } from './problem-codes.ts';
import type { Product } from './products.ts';

/** What `dan-biet plan import … --dry-run --json` prints. */
export interface ImportAnswer {
  readonly clauses: readonly {
    readonly path: string;
    readonly title: string;
    readonly text: string;
    readonly dimension: number | null;
  }[];
  readonly tasks: readonly {
    readonly row: number;
    readonly code: string;
    readonly path: string | null;
    readonly dimension: number | null;
    readonly subDimension: string | null;
    readonly text: string;
    readonly products: readonly Product[];
    /** The unit's or group's own name, or the words of the cell while it is not known. */
    readonly lead: string | null;
    readonly coordinating: readonly string[];
    readonly due: AnsweredDue | null;
    readonly dueText: string;
  }[];
  readonly problems: readonly {
    readonly severity: Problem['severity'];
    readonly file: string;
    readonly sheet: string | null;
    readonly cell: string | null;
    readonly code: string;
    readonly message: string;
  }[];
}

/**
 * A due for machines: its spec without the version, `on` always the last day on which the task is still in time. What
 * the plan wrote as "trước ngày 05/7" has `on` the 4th and `before` the 5th.
 */
export type AnsweredDue = Readonly<Record<string, unknown>> & { readonly type: DueSpec['type'] };

export interface AnswerContext {
  readonly planYear: number;
  /** The day of issue, if known: dues counted from it then have a date. */
  readonly issuedOn: CalendarDate | null;
  readonly regularPeriod: Period;
  /** Computes the last days; without it only what needs no calendar has `on`. */
  readonly calendar: WorkCalendar | null;
}

/** The last day of a due that falls once: `null` for what recurs, waits for an event or has no day yet. */
export function lastDayOf(spec: DueSpec, context: AnswerContext): CalendarDate | null {
  if (spec.type === 'recurring' || spec.type === 'event') return null;
  const expression = dueOccurrences(spec, context)[0]?.expression ?? null;
  if (expression === null) return null;
  if (context.calendar !== null) return computeDeadline(expression, context.calendar).on;
  if (expression.type === 'by') return expression.date;
  return expression.type === 'before' ? addDays(expression.date, -1) : null;
}

function answeredDue(spec: DueSpec, context: AnswerContext): AnsweredDue {
  const { v: _version, ...rest } = spec;
  const on = lastDayOf(spec, context);
  const shown: Record<string, unknown> = { ...rest };
  if (spec.type === 'date' && spec.exclusive) {
    delete shown.exclusive;
    shown.before = spec.on;
  }
  return { ...shown, type: spec.type, ...(on === null ? {} : { on }) };
}

/** Builds the machine's answer of a dry run from what was read. Messages are Vietnamese. */
export function importAnswer(
  read: {
    readonly clauses: readonly Clause[];
    readonly tasks: readonly AnnexTask[];
    readonly problems: readonly Problem[];
  },
  context: AnswerContext,
): ImportAnswer {
  return {
    clauses: read.clauses.map(({ path, title, text, dimension }) => ({ path, title, text, dimension })),
    tasks: read.tasks.map((task) => ({
      row: task.row,
      code: task.code,
      path: task.path,
      dimension: task.dimension,
      subDimension: task.subDimension,
      text: task.text,
      products: task.products,
      lead: task.lead?.name ?? null,
      coordinating: task.coordinating.map(({ name }) => name),
      due: task.due === null ? null : answeredDue(task.due, context),
      dueText: task.dueText,
    })),
    problems: read.problems.map(({ severity, file, sheet, cell, code, message }) => ({
      severity,
      file,
      sheet,
      cell,
      code,
      message: message.vi,
    })),
  };
}
