import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { type GivenTasks, tasksPerUnit } from '../../assignments/index.ts';
import { percentOf } from '../domain/coverage.ts';
import { type ReadDay, type UnitPlan, unitPlans } from './unit-plans.ts';

/** How a unit plan covers what its unit was given. */
export interface RegisterCoverage {
  readonly assigned: number;
  /** Tasks with a line, declined ones included. */
  readonly covered: number;
  readonly declined: number;
  readonly coveredPercent: number | null;
  /** Of the lines that are carried out: how many have a day or a period; known of issued versions. */
  readonly specificPercent: number | null;
}

export interface RegisterRow {
  readonly unitPlan: UnitPlan;
  /** `null` while nothing is written, and for drafts of a past day, which are not kept. */
  readonly coverage: RegisterCoverage | null;
}

const lineRow = { obligationId: 'uuid', taskIds: 'uuid[]', declined: 'int' } as const;

/** Tasks in the last version issued by the day that is read; for plans without one, complete lines of the working copy. */
async function writtenTasks(
  db: Db,
  plans: readonly UnitPlan[],
  asOf: ReadDay['asOf'],
): Promise<ReadonlyMap<string, { readonly taskIds: ReadonlySet<string>; readonly declined: number }>> {
  const issued = plans.filter((one) => one.isIssued);
  const versions = issued.map((one) => one.course.versions.at(-1)?.version ?? 0);
  const frozen = await db.rows(query(lineRow)`
    select b.obligation_id as "obligationId",
      coalesce(array_agg((l ->> 'taskId')::uuid) filter (where l ->> 'taskId' is not null), '{}') as "taskIds",
      (count(*) filter (where (l ->> 'isDeclined')::boolean))::int as declined
    from unnest(${issued.map((one) => one.id)}::uuid[], ${versions}::smallint[]) as wanted (id, version)
    join unitplans_baseline b on b.obligation_id = wanted.id and b.version = wanted.version
    cross join lateral jsonb_array_elements(b.content -> 'lines') as l
    group by b.obligation_id`);
  const drafting = asOf === null ? plans.filter((one) => !one.isIssued && one.course.drafting !== null) : [];
  const written = await db.rows(query(lineRow)`
    select obligation_id as "obligationId", coalesce(array_agg(task_id) filter (where task_id is not null), '{}') as "taskIds",
      (count(*) filter (where is_declined))::int as declined
    from unitplans_line
    where obligation_id = any(${drafting.map((one) => one.id)}::uuid[])
      and ((is_declined and decline_reason <> '') or (not is_declined and product <> '' and responsible <> '' and due is not null))
    group by obligation_id`);
  return new Map(
    [...frozen, ...written].map(({ obligationId, taskIds, declined }) => [
      obligationId,
      { taskIds: new Set(taskIds), declined },
    ]),
  );
}

/** All unit plans under a parent with how far each covers what its unit was given, as it stood on the day that is read. */
export async function registerOf(db: Db, planId: string, day: ReadDay): Promise<RegisterRow[]> {
  const plans = await unitPlans(db, { planId }, day);
  const given = new Map<string, GivenTasks>();
  for (const one of await tasksPerUnit(db, planId, day)) given.set(one.unitId, one);
  const written = await writtenTasks(db, plans, day.asOf);
  return plans.map((unitPlan) => {
    const own = written.get(unitPlan.id);
    const isDrafting = unitPlan.course.drafting !== null && day.asOf === null;
    if (!own && !isDrafting) return { unitPlan, coverage: null };
    const assigned = given.get(unitPlan.unitId)?.taskIds ?? [];
    const covered = assigned.filter((id) => own?.taskIds.has(id)).length;
    const version = unitPlan.course.versions.at(-1);
    return {
      unitPlan,
      coverage: {
        assigned: assigned.length,
        covered,
        declined: own?.declined ?? 0,
        coveredPercent: percentOf(covered, assigned.length),
        specificPercent: version ? percentOf(version.specific, version.carried + version.own) : null,
      },
    };
  });
}
