import type { CalendarDate } from '../../../kernel/dates.ts';
import { computeDeadline, type Deadline } from './deadline.ts';
import type { DeadlineExpression } from './expression.ts';
import { formatExpression } from './expression-text.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** An open deadline as it was stored. */
export interface StoredDeadline<Id = string> {
  readonly id: Id;
  readonly expression: DeadlineExpression;
  readonly on: CalendarDate;
}

export interface MovedDeadline<Id = string> {
  readonly id: Id;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Computed with the new calendar, ready to be stored. */
  readonly deadline: Deadline;
}

/** The deadlines that another calendar version would move, in the order given. */
export function deadlinesThatMove<Id>(
  deadlines: readonly StoredDeadline<Id>[],
  newCalendar: WorkCalendar,
): MovedDeadline<Id>[] {
  // A task given to a hundred units has one expression: each is computed once.
  const computed = new Map<string, Deadline>();
  return deadlines.flatMap(({ id, expression, on }) => {
    const text = formatExpression(expression);
    const deadline = computed.get(text) ?? computeDeadline(expression, newCalendar);
    computed.set(text, deadline);
    return deadline.on === on ? [] : [{ id, from: on, to: deadline.on, deadline }];
  });
}
