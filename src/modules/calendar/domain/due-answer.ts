import type { CalendarDate } from '../../../kernel/dates.ts';
import { computeDeadline, type Deadline, type DeadlineWarning } from './deadline.ts';
import { type ExpressionProblem, formatExpression, parseExpression } from './expression-text.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** What `dan-biet due "…" --json` prints. */
export interface DueAnswer {
  readonly on: CalendarDate;
  /** Vietnamese. */
  readonly explanation: string;
  readonly explanationEn: string;
  readonly calendarVersion: string;
  /** Canonical text form. */
  readonly expression: string;
  /** Messages in Vietnamese. */
  readonly warnings: readonly { readonly code: DeadlineWarning['code']; readonly message: string }[];
}

export type DueResult =
  | { readonly ok: true; readonly answer: DueAnswer }
  | { readonly ok: false; readonly problem: ExpressionProblem };

/** A computed deadline in the form that machines read. */
export function answerOf(deadline: Deadline): DueAnswer {
  return {
    on: deadline.on,
    explanation: deadline.explanation.vi,
    explanationEn: deadline.explanation.en,
    calendarVersion: deadline.calendarVersion,
    expression: formatExpression(deadline.expression),
    warnings: deadline.warnings.map(({ code, message }) => ({ code, message: message.vi })),
  };
}

/** Answers a deadline question asked as text. */
export function dueAnswer(text: string, cal: WorkCalendar): DueResult {
  const parsed = parseExpression(text);
  if (!parsed.ok) return parsed;
  return { ok: true, answer: answerOf(computeDeadline(parsed.expression, cal)) };
}
