import { z } from 'zod';
import { type CalendarDate, vietnamDate } from '../../kernel/dates.ts';
import type { Db } from '../../kernel/db/database.ts';
import { AppError, ensure } from '../../kernel/errors.ts';
import { subDimension } from '../papi/index.ts';
import { unitDirectory } from '../units/index.ts';
import { directoryDate } from './access.ts';
import { dueSpecSchema } from './domain/due.ts';
import { productSchema } from './domain/products.ts';
import { planErrors } from './errors.ts';
import { planLimits } from './limits.ts';
import type { Plan } from './plan.ts';
import { clauseExists } from './store/clauses.ts';
import type { TaskContent } from './task.ts';

/** The content of a task as commands take it: names already resolved to units, the due already read. */
export const taskContentInput = z
  .object({
    code: z.string().trim().min(1).max(30),
    clausePath: z.string().max(60).nullable(),
    dimension: z.int().min(0).max(8),
    subDimension: z.string().max(10).nullable(),
    words: z.string().trim().min(1).max(4000),
    products: z.array(productSchema).max(planLimits.products),
    leadUnitId: z.uuid().nullable(),
    leadGroup: z.string().max(60).nullable(),
    leadWords: z.string().max(500),
    executors: z.enum(['lead', 'group', 'chosen']),
    executorGroup: z.string().max(60).nullable(),
    chosenUnitIds: z.array(z.uuid()).max(planLimits.chosen_units),
    coordinators: z
      .array(
        z.object({
          unitId: z.uuid().nullable(),
          groupCode: z.string().max(60).nullable(),
          words: z.string().trim().min(1).max(300),
        }),
      )
      .max(planLimits.coordinators),
    due: dueSpecSchema.nullable(),
    dueWords: z.string().max(500),
    note: z.string().max(2000),
    tags: z.array(z.string().trim().min(1).max(60)).max(planLimits.tags),
    priority: z.int().min(0).max(2),
  })
  .refine((task) => task.leadUnitId === null || task.leadGroup === null)
  .refine((task) => (task.executors === 'group') === (task.executorGroup !== null));

/** Ids of the units and codes of the groups that a task names. */
export function namedBy(task: TaskContent): { units: string[]; groups: string[] } {
  const coordinators = task.coordinators;
  return {
    units: [task.leadUnitId, ...task.chosenUnitIds, ...coordinators.map((c) => c.unitId)].filter(
      (id) => id !== null,
    ),
    groups: [task.leadGroup, task.executorGroup, ...coordinators.map((c) => c.groupCode)].filter(
      (code) => code !== null,
    ),
  };
}

/** True for tasks all of whose units stand and groups exist on `asOf`. */
export async function unitsStanding(db: Db, asOf: CalendarDate): Promise<(task: TaskContent) => boolean> {
  const directory = await unitDirectory(db, asOf);
  const units = new Set(directory.units.map((unit) => unit.id));
  const groups = new Set(directory.groups.map((group) => group.code));
  return (task) => {
    const named = namedBy(task);
    return named.units.every((id) => units.has(id)) && named.groups.every((code) => groups.has(code));
  };
}

/** Checks what the schema cannot know: units that stand, a clause of the plan, a sub-dimension of its content. */
export async function checkTask(db: Db, plan: Plan, task: TaskContent, now: Date): Promise<void> {
  const standing = await unitsStanding(db, directoryDate(plan, vietnamDate(now)));
  ensure(standing(task), planErrors.unit_unknown);
  if (task.clausePath !== null && !(await clauseExists(db, plan.id, task.clausePath)))
    throw new AppError(planErrors.clause_unknown, { path: task.clausePath });
  if (task.subDimension !== null && subDimension(task.subDimension)?.dimension !== task.dimension)
    throw new AppError(planErrors.sub_dimension_unknown, { code: task.subDimension });
}
