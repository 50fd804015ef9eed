import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { heldCalendar } from '../../calendar/index.ts';
import type { AmendedPlan, AmendedTask } from '../../plans/index.ts';
import { unitById } from '../../units/index.ts';
import {
  type AmendedWork,
  type Amending,
  amendedWork,
  changesPerUnit,
  type StandingWork,
} from '../domain/amend.ts';
import type { NewAssignment } from '../domain/assign.ts';
import type { Progress } from '../domain/state.ts';
import { assignmentEvents, workAmended } from '../events.ts';
import { insertReceipts } from '../store-receipts.ts';
import { dropWork, insertTasks, insertWork, keepWork, reviveWork, updateTasks } from '../store-work.ts';
import { loadDirectory } from './on-plan-issued.ts';

const standingRow = {
  id: 'uuid',
  taskId: 'uuid',
  unitId: 'uuid',
  occurrence: 'text',
  isRequest: 'bool',
  progress: 'text',
  dueOn: 'date?',
  isDropped: 'bool',
} as const;

interface Held extends StandingWork {
  readonly taskId: string;
  readonly isDropped: boolean;
}

const idOf = ({ before, after }: AmendedTask): string => (before ?? after)?.id ?? '';

/** Holds all work of the tasks, in the order in which others lock it too. */
async function holdWorkOf(tx: Tx, taskIds: readonly string[]): Promise<Map<string, Held[]>> {
  const rows = await tx.rows(query(standingRow)`
    select a.id, a.task_id as "taskId", a.unit_id as "unitId", a.occurrence, a.is_request as "isRequest", a.progress,
      a.due_on as "dueOn", a.dropped_version is not null as "isDropped"
    from assignments_assignment a
    where a.task_id = any(${taskIds}::uuid[]) and not a.is_own order by a.id for update`);
  return Map.groupBy(
    rows.map((row) => ({ ...row, progress: row.progress as Progress })),
    (row) => row.taskId,
  );
}

/** Listens to the issue of an amendment: work is given, changed, moved and dropped in the same transaction. */
export async function onPlanAmended(context: CommandContext, tx: Tx, amended: AmendedPlan): Promise<void> {
  const { plan, changes, issuedOn } = amended;
  const afters = changes.flatMap(({ after }) => (after === null ? [] : [after]));
  const { directory, names } = await loadDirectory(tx, afters, issuedOn);
  const held = await holdWorkOf(tx, changes.map(idOf));
  const calendar = await heldCalendar(tx);
  const amending = { plan, amendedOn: issuedOn, directory, calendar };
  const done: { readonly change: AmendedTask; readonly work: AmendedWork; readonly own: readonly Held[] }[] =
    [];
  for (const change of changes) {
    const own = held.get(idOf(change)) ?? [];
    const standing = own.filter((work) => !work.isDropped);
    done.push({ change, work: amendedWork(change, standing, amending), own });
  }
  const added = changes.filter((change) => change.before === null);
  const changed = changes.filter((change) => change.before !== null);
  const tasksOf = (some: readonly AmendedTask[]) =>
    some.flatMap(({ after }) => (after === null ? [] : [after]));
  await insertTasks(context, tx, plan, tasksOf(added), names);
  await updateTasks(context, tx, plan, tasksOf(changed), names);
  for (const one of done) await storeChange(context, tx, amending, one);
  await dropWork(
    context,
    tx,
    done.map(({ change, work }) => ({
      ids: work.dropped.map(({ id }) => id),
      version: plan.version,
      happenedOn: issuedOn,
      reason: change.reason,
    })),
  );
  await tell(context, tx, amended, done);
}

async function storeChange(
  context: CommandContext,
  tx: Tx,
  { plan, amendedOn }: Amending,
  { change, work, own }: { change: AmendedTask; work: AmendedWork; own: readonly Held[] },
): Promise<void> {
  const { reason, after } = change;
  const on = { happenedOn: amendedOn, note: reason };
  const gone = new Map(
    own.filter((one) => one.isDropped).map((one) => [`${one.unitId} ${one.occurrence}`, one]),
  );
  const fresh: NewAssignment[] = [];
  const revived: { id: string; from: Held['dueOn']; as: NewAssignment }[] = [];
  for (const row of work.added) {
    const known = gone.get(`${row.unitId} ${row.occurrence}`);
    if (known) revived.push({ id: known.id, from: known.dueOn, as: row });
    else fresh.push(row);
  }
  await insertWork(context, tx, plan, fresh, on);
  await reviveWork(context, tx, revived, { version: plan.version, happenedOn: amendedOn, reason });
  // Accepted work of a dropped task stays as it is, and says why its task is gone.
  const finished = own.filter((one) => after === null && !one.isDropped && one.progress === 'accepted');
  const kept = [
    ...work.kept,
    ...finished.map(({ id, unitId }) => ({ id, unitId, acceptingUnitId: null, becomes: null })),
  ];
  const what = after === null ? ['dropped'] : change.what;
  await keepWork(context, tx, kept, { version: plan.version, happenedOn: amendedOn, what, reason });
}

async function tell(
  context: CommandContext,
  tx: Tx,
  amended: AmendedPlan,
  done: readonly { readonly work: AmendedWork; readonly own: readonly Held[] }[],
): Promise<void> {
  const { plan, number, issuedOn } = amended;
  const requests = new Set(
    done.flatMap(({ work, own }) =>
      [...own, ...work.added].filter((one) => one.isRequest).map((one) => one.unitId),
    ),
  );
  const perUnit = changesPerUnit(
    done.map(({ work }) => work),
    requests,
  );
  await insertReceipts(context, tx, plan, perUnit);
  await audit(tx, context, assignmentEvents.amended, {
    subject: { type: 'plan', id: plan.id },
    after: { version: plan.version, units: perUnit },
  });
  await workAmended.emit(context, tx, {
    planId: plan.id,
    planTitle: plan.title,
    issuerName: (await unitById(tx, plan.unitId, issuedOn))?.name ?? '',
    version: plan.version,
    number,
    issuedOn,
    perUnit,
  });
}
