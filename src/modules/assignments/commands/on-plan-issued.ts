import type { CommandContext } from '../../../kernel/audit.ts';
import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db, Tx } from '../../../kernel/db/database.ts';
import { currentCalendar, heldCalendar } from '../../calendar/index.ts';
import type { IssuedPlan, IssuedTask } from '../../plans/index.ts';
import { isOutsideBody, type Unit, unitsByIds, unitsInGroup } from '../../units/index.ts';
import { type AssignableUnit, assignmentsOf, type Directory } from '../domain/assign.ts';
import { assignWork } from './assign-work.ts';

interface Loaded {
  readonly directory: Directory;
  readonly names: ReadonlyMap<string, string>;
}

const assignable = (unit: Unit): AssignableUnit => ({ id: unit.id, outside: isOutsideBody(unit.kind) });

/** The units and groups that tasks speak of, as they stood on the day. */
export async function loadDirectory(db: Db, tasks: readonly IssuedTask[], on: CalendarDate): Promise<Loaded> {
  const ids = tasks.flatMap((task) => [
    ...(task.leadUnitId === null ? [] : [task.leadUnitId]),
    ...task.chosenUnitIds,
  ]);
  const codes = tasks.flatMap((task) => [task.leadGroup, task.executorGroup]).filter((code) => code !== null);
  const units = await unitsByIds(db, [...new Set(ids)], on);
  const groups = new Map<string, AssignableUnit[]>();
  for (const code of new Set(codes)) groups.set(code, (await unitsInGroup(db, code, on)).map(assignable));
  const byId = new Map(units.map((unit) => [unit.id, assignable(unit)]));
  return {
    directory: { unit: (id) => byId.get(id), group: (code) => groups.get(code) ?? [] },
    names: new Map(units.map((unit) => [unit.id, unit.name])),
  };
}

/** Listens to the issue of a plan: its work is assigned in the same transaction. */
export async function onPlanIssued(context: CommandContext, tx: Tx, issued: IssuedPlan): Promise<void> {
  const { directory, names } = await loadDirectory(tx, issued.tasks, issued.plan.issuedOn);
  await assignWork(context, tx, issued, directory, names, await heldCalendar(tx));
}

/** What issuing would do: for the page that asks before it happens. */
export async function issueImpact(
  db: Db,
  issued: IssuedPlan,
): Promise<{ assignments: number; units: number }> {
  const { directory } = await loadDirectory(db, issued.tasks, issued.plan.issuedOn);
  const rows = assignmentsOf(issued, directory, await currentCalendar(db));
  return { assignments: rows.length, units: new Set(rows.map((row) => row.unitId)).size };
}
