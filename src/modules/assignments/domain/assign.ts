import type { CalendarDate } from '../../../kernel/dates.ts';
import { computeDeadline, type Deadline, type WorkCalendar } from '../../calendar/index.ts';
import { dueOccurrences, type IssuedPlan, type IssuedTask } from '../../plans/index.ts';

/** A unit as the issue of a plan needs it. */
export interface AssignableUnit {
  readonly id: string;
  /** Outside the executive: asked, never assigned, never late. */
  readonly outside: boolean;
}

export interface Directory {
  unit(id: string): AssignableUnit | undefined;
  group(code: string): readonly AssignableUnit[];
}

export interface NewAssignment {
  readonly taskId: string;
  readonly unitId: string;
  readonly dimension: number;
  readonly acceptingUnitId: string;
  readonly occurrence: string;
  readonly isRequest: boolean;
  readonly deadline: Deadline | null;
  /** Done when the case arises: nothing is due until one is opened. */
  readonly waitsForEvent: boolean;
}

/** Units that carry out a task: its lead (or each unit of the lead group), and whoever the task names besides. */
export function executorsOf(task: IssuedTask, directory: Directory): AssignableUnit[] {
  const found = new Map<string, AssignableUnit>();
  const add = (unit: AssignableUnit | undefined): void => {
    if (unit) found.set(unit.id, unit);
  };
  if (task.leadUnitId !== null) add(directory.unit(task.leadUnitId));
  if (task.leadGroup !== null) directory.group(task.leadGroup).forEach(add);
  if (task.executors === 'group' && task.executorGroup !== null)
    directory.group(task.executorGroup).forEach(add);
  if (task.executors === 'chosen') for (const id of task.chosenUnitIds) add(directory.unit(id));
  return [...found.values()];
}

/**
 * Who accepts what `unitId` does. The task's lead accepts what others do under it; what the lead does itself, and what a
 * group leads unit by unit, is accepted for the issuing unit (by its standing agency).
 */
export function acceptingUnitOf(
  plan: Pick<IssuedPlan['plan'], 'unitId'>,
  task: Pick<IssuedTask, 'leadUnitId'>,
  unitId: string,
): string {
  return task.leadUnitId === null || task.leadUnitId === unitId ? plan.unitId : task.leadUnitId;
}

/** One assignment for each unit and occurrence of each task. */
export function assignmentsOf(
  issued: IssuedPlan,
  directory: Directory,
  calendar: WorkCalendar,
): NewAssignment[] {
  const { plan } = issued;
  const deadlines = new Map<string, Deadline>();
  const out: NewAssignment[] = [];
  for (const task of issued.tasks) {
    const units = executorsOf(task, directory);
    const occurrences = dueOccurrences(task.due, {
      planYear: plan.year,
      issuedOn: plan.issuedOn,
      regularPeriod: plan.regularPeriod,
    });
    for (const occurrence of occurrences) {
      const key = JSON.stringify(occurrence.expression);
      let deadline: Deadline | null = null;
      if (occurrence.expression !== null) {
        deadline = deadlines.get(key) ?? computeDeadline(occurrence.expression, calendar);
        deadlines.set(key, deadline);
      }
      for (const unit of units)
        out.push({
          taskId: task.id,
          unitId: unit.id,
          dimension: task.dimension,
          acceptingUnitId: acceptingUnitOf(plan, task, unit.id),
          occurrence: occurrence.key,
          isRequest: unit.outside,
          deadline,
          waitsForEvent: task.due.type === 'event',
        });
    }
  }
  return out;
}

export interface UnitWork {
  readonly unitId: string;
  readonly count: number;
  readonly firstDueOn: CalendarDate | null;
  readonly isRequest: boolean;
}

/** What each unit was given: how many pieces, and the earliest due among them. */
export function workPerUnit(rows: readonly NewAssignment[]): UnitWork[] {
  return [...Map.groupBy(rows, (row) => row.unitId)].map(([unitId, own]) => {
    const days = own.flatMap((row) => (row.deadline === null ? [] : [row.deadline.on])).sort();
    return {
      unitId,
      count: own.length,
      firstDueOn: days[0] ?? null,
      isRequest: own.every((row) => row.isRequest),
    };
  });
}
