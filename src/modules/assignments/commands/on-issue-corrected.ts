import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { computeDeadline, heldCalendar } from '../../calendar/index.ts';
import { dueOccurrences, type IssueCorrected } from '../../plans/index.ts';
import { unitById } from '../../units/index.ts';
import { assignmentEvents, issueMoved } from '../events.ts';
import { storeMovedDues } from '../store-dues.ts';

const countedRow = { id: 'uuid', taskId: 'uuid', unitId: 'uuid', dueOn: 'date' } as const;

/**
 * Listens to the correction of a plan's day of issue: what counts from it is computed again, finished work too, as it was
 * late or in time by the true day. Whatever was added by an amendment counts from that.
 */
export async function onIssueCorrected(
  context: CommandContext,
  tx: Tx,
  corrected: IssueCorrected,
): Promise<void> {
  const { issued, from, to, planId, reason } = corrected;
  const { year: planYear, regularPeriod } = issued.plan;
  const counting = issued.tasks.flatMap((task) => {
    if (from === to || task.due.type !== 'after') return [];
    const [once] = dueOccurrences(task.due, { planYear, issuedOn: to, regularPeriod });
    return once?.expression ? [{ id: task.id, expression: once.expression }] : [];
  });
  const calendar = await heldCalendar(tx);
  const deadlines = new Map(
    counting.map((task) => [task.id, computeDeadline(task.expression, calendar)] as const),
  );
  const rows = await tx.rows(query(countedRow)`
    select id, task_id as "taskId", unit_id as "unitId", due_on as "dueOn" from assignments_assignment
    where plan_id = ${planId}::uuid and task_id = any(${[...deadlines.keys()]}::uuid[]) and added_version = 1
      and dropped_version is null and due_expression ->> 'type' = 'after' and due_expression ->> 'from' = ${from}
    order by id for update`);
  const moves = rows.map(({ id, taskId, dueOn }) => ({
    id,
    from: dueOn,
    deadline: deadlines.get(taskId) ?? null,
  }));
  await storeMovedDues(context, tx, moves, 'issue_corrected', reason);
  await audit(tx, context, assignmentEvents.issue_moved, {
    subject: { type: 'plan', id: planId },
    before: { issuedOn: from, dues: moves.map((move) => ({ id: move.id, dueOn: move.from })) },
    after: { issuedOn: to, dues: moves.map(({ id, deadline }) => ({ id, dueOn: deadline?.on ?? null })) },
  });
  await issueMoved.emit(context, tx, {
    planId,
    planTitle: issued.plan.title,
    issuerName: (await unitById(tx, issued.plan.unitId, to))?.name ?? '',
    from,
    to,
    fromNumber: corrected.fromNumber,
    toNumber: corrected.toNumber,
    perUnit: [...Map.groupBy(rows, (row) => row.unitId)].map(([unitId, own]) => ({
      unitId,
      count: own.length,
    })),
  });
}
