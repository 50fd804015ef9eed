import type { CalendarDate } from '../../kernel/dates.ts';
import type { Db } from '../../kernel/db/database.ts';
import { ensure } from '../../kernel/errors.ts';
import { tasksOfUnit, type UnitTask } from '../assignments/index.ts';
import { currentCalendar } from '../calendar/index.ts';
import { type DueSpec, type Plan, parseDue, planById } from '../plans/index.ts';
import type { DueFrame } from './domain/due-fit.ts';
import type { ParentPlan } from './domain/first-words.ts';
import { unitPlanErrors } from './errors.ts';
import type { ReadDay, UnitPlan } from './queries/unit-plans.ts';

/** What a unit plan is written under: its parent, and the tasks that the parent gives to the unit. */
export interface Parent {
  readonly plan: Plan;
  readonly cited: ParentPlan;
  readonly tasks: readonly UnitTask[];
  readonly frame: DueFrame;
  /** What the words of a time mean in the parent's year. */
  readDue(words: string): DueSpec | null;
}

/** Reads the parent as it stands, or as it stood at the end of `day.asOf`. Throws `unitplans.not_found` without one. */
export async function parentOf(db: Db, unitPlan: UnitPlan, day: ReadDay): Promise<Parent> {
  const plan = await planById(db, unitPlan.planId, day.today);
  const issuedOn = unitPlan.course.parentIssuedOn;
  ensure(plan && issuedOn !== null, unitPlanErrors.not_found);
  const [tasks, calendar] = [
    await tasksOfUnit(db, unitPlan.planId, unitPlan.unitId, day),
    await currentCalendar(db),
  ];
  return {
    plan,
    cited: citedAs(plan, issuedOn),
    tasks,
    frame: { planYear: plan.year, issuedOn, regularPeriod: plan.regularPeriod, calendar },
    readDue: (words) => parseDue(words, { planYear: plan.year }).spec,
  };
}

function citedAs(plan: Plan, issuedOn: CalendarDate): ParentPlan {
  return { title: plan.title, number: plan.number ?? '', issuedOn, issuerName: plan.unitName };
}
