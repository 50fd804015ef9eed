import type { CommandContext } from '../../../kernel/audit.ts';
import { type CalendarDate, endOfDay } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { AppError } from '../../../kernel/errors.ts';
import { visiblePlan } from '../access.ts';
import { amendmentErrors } from '../errors-amendment.ts';
import { type Plan, type PlanBasis, type PlanClause, type PlanRecipient, wasIssued } from '../plan.ts';
import { correctionsOf } from '../store/amendments.ts';
import { type Baseline, loadBaseline, versionBefore } from '../store/baselines.ts';
import { loadClauses } from '../store/clauses.ts';
import { loadBases, loadRecipients } from '../store/plans.ts';
import { selectTasks } from '../store/tasks.ts';
import type { PlanTask } from '../task.ts';

/** A plan as it is read: what stands, one version, or what stood on a day. */
export interface PlanReading {
  /** The head as of the version or the day. */
  readonly plan: Plan;
  /** The version that stands now. */
  readonly current: number;
  readonly asOf: CalendarDate | null;
  /** False for an older version and for a day of the past: nothing can be done from there. */
  readonly isCurrent: boolean;
  readonly bases: readonly PlanBasis[];
  readonly recipients: readonly PlanRecipient[];
  readonly clauses: readonly PlanClause[];
  readonly tasks: readonly PlanTask[];
}

/**
 * Reads a plan the actor may see: as it stands, in `version`, or as it had been recorded by the end of `asOf`. Throws
 * `plans.not_found` and `plans.version_not_found`.
 */
export async function readPlan(
  context: CommandContext,
  db: Db,
  id: string,
  { version, asOf = null }: { readonly version?: number | undefined; readonly asOf?: CalendarDate | null },
): Promise<PlanReading> {
  const plan = await visiblePlan(context, db, id);
  const wanted = asOf === null ? version : await versionBefore(db, plan.id, endOfDay(asOf));
  if (asOf === null && (wanted === undefined || (wanted === plan.version && wasIssued(plan))))
    return {
      plan,
      current: plan.version,
      asOf,
      isCurrent: true,
      bases: await loadBases(db, plan.id),
      recipients: await loadRecipients(db, plan.id),
      clauses: await loadClauses(db, plan.id),
      tasks: await selectTasks(db, plan.id),
    };
  const baseline = wanted === undefined ? undefined : await loadBaseline(db, plan.id, wanted);
  if (!baseline) throw new AppError(amendmentErrors.version_not_found);
  const { bases, recipients, clauses, tasks } = baseline;
  const head = { ...plan, ...baseline.plan, version: baseline.version };
  return {
    plan: asOf === null ? head : await headOn(db, head, asOf),
    current: plan.version,
    asOf,
    isCurrent: false,
    bases,
    recipients,
    clauses,
    tasks,
  };
}

/** The head as it had been recorded by the end of a day: corrected by then or not yet, closed or withdrawn by then or not. */
async function headOn(db: Db, head: Plan & Baseline['plan'], asOf: CalendarDate): Promise<Plan> {
  const end = endOfDay(asOf);
  const corrected = (await correctionsOf(db, head.id)).filter((one) => one.correctedAt < end).at(-1);
  const isWithdrawn = head.withdrawnAt !== null && head.withdrawnAt < end;
  const isClosed = head.closedAt !== null && head.closedAt < end;
  return {
    ...head,
    ...(corrected ? { number: corrected.numberAfter, issuedOn: corrected.issuedOnAfter } : {}),
    state: isWithdrawn ? 'withdrawn' : isClosed ? 'closed' : 'issued',
    ...(isWithdrawn ? {} : { withdrawnOn: null, withdrawnAt: null, withdrawReason: null }),
  };
}

/** Ids of the plans begun from this one, oldest first; the caller shows those that the reader may see. */
export function plansBegunFrom(db: Db, planId: string): Promise<{ id: string }[]> {
  return db.rows(query({ id: 'uuid' } as const)`select id from plans_plan
    where previous_plan_id = ${planId}::uuid order by year, id`);
}
