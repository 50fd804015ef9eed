import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { formatDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { calendarDateSchema, computeDeadline, heldCalendar } from '../../calendar/index.ts';
import { type DueSpec, dueSpecSchema } from '../../plans/index.ts';
import { caseExpression, caseKey } from '../domain/cases.ts';
import { assignmentErrors } from '../errors.ts';
import { assignmentEvents, caseOpened } from '../events.ts';
import { mayAccept, mayReport } from '../policy.ts';
import { appendEntries, lockOne, recordedAt } from '../store.ts';

export const openOccurrenceInput = z.object({
  /** The assignment that waits for the event. */
  assignmentId: z.uuid(),
  /** The day the event happened. */
  happenedOn: calendarDateSchema,
  /** What happened, in words: "Có 3 hộ dân phản ánh ô nhiễm tại thôn Đông". */
  event: z.string().trim().min(1).max(500),
});

/**
 * Opens one case of work that is done when something happens: an assignment of its own, due within the time the plan
 * gives, counted from the day of the event. By whoever does the work or accepts it. Answers its id.
 */
export async function openOccurrence(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof openOccurrenceInput>,
): Promise<string> {
  const input = openOccurrenceInput.parse(given);
  const waiting = await lockOne(context, tx, input.assignmentId);
  ensure(mayReport(context.actor, waiting) || mayAccept(context.actor, waiting), kernelErrors.forbidden);
  ensure(!waiting.isDropped, assignmentErrors.dropped);
  const today = vietnamDate(context.now);
  ensure(input.happenedOn <= today, assignmentErrors.future_day, { date: formatDate(input.happenedOn) });
  const { waits, due, cases } = await tx.one(query({ waits: 'bool', due: 'json?', cases: 'text[]' } as const)`
    select a.waits_for_event as waits, t.due,
      array(select o.occurrence from assignments_assignment o where o.task_id = a.task_id and o.unit_id = a.unit_id) as cases
    from assignments_assignment a join assignments_task t on t.id = a.task_id where a.id = ${waiting.id}`);
  ensure(waits, assignmentErrors.no_event);
  const spec: DueSpec | null = due === null ? null : dueSpecSchema.parse(due);
  const expression = caseExpression(spec, input.happenedOn);
  const deadline = expression && computeDeadline(expression, await heldCalendar(tx));
  const id = newId();
  const at = recordedAt(context, waiting);
  await tx.run(sql`
    insert into assignments_assignment (id, task_id, plan_id, year, unit_id, dimension, accepting_unit_id, occurrence, is_request,
      due_on, due_expression, due_calendar, due_explained_vi, due_explained_en, baseline_due_on, added_version, changed_at,
      responsible_person_id, responsible_title, is_own)
    select ${id}, task_id, plan_id, year, unit_id, dimension, accepting_unit_id, ${caseKey(input.happenedOn, cases)}, is_request,
      ${deadline?.on ?? null}::date, ${deadline ? JSON.stringify(deadline.expression) : null}::jsonb,
      ${deadline?.calendarVersion ?? null}, ${deadline?.explanation.vi ?? null}, ${deadline?.explanation.en ?? null},
      ${deadline?.on ?? null}::date, added_version, ${at}, responsible_person_id, responsible_title, is_own
    from assignments_assignment where id = ${waiting.id}`);
  await appendEntries(context, tx, [
    {
      assignmentId: id,
      kind: 'opened',
      happenedOn: input.happenedOn,
      recordedAt: at,
      note: input.event,
      details: { v: 1, dueOn: deadline?.on ?? null, event: input.event },
    },
  ]);
  await audit(tx, context, assignmentEvents.case_opened, {
    subject: { type: 'assignment', id },
    after: { waiting: waiting.id, happenedOn: input.happenedOn, dueOn: deadline?.on ?? null },
  });
  await caseOpened.emit(context, tx, {
    assignmentId: id,
    unitId: waiting.unitId,
    words: waiting.words,
    event: input.event,
    dueOn: deadline?.on ?? null,
    isRequest: waiting.isRequest,
  });
  return id;
}
