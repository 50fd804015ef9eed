import type { CommandContext } from '../../kernel/audit.ts';
import type { Rule } from '../../kernel/authz.ts';
import { type CalendarDate, dateOf, vietnamDate, yearOf } from '../../kernel/dates.ts';
import type { Db, Tx } from '../../kernel/db/database.ts';
import { AppError, ensure } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import { kernelErrors } from '../../kernel/kernel-errors.ts';
import { planErrors } from './errors.ts';
import type { Plan } from './plan.ts';
import { mayDraft, maySee } from './policy.ts';
import { loadPlan, lockPlan } from './store/plans.ts';

/** The plan, if the actor may see it; `plans.not_found` otherwise, so that a hidden draft does not show it exists. */
export async function visiblePlan(context: CommandContext, db: Db, id: string): Promise<Plan> {
  const plan = isId(id) ? await loadPlan(db, id, vietnamDate(context.now)) : undefined;
  if (!plan || !maySee(context.actor, plan)) throw new AppError(planErrors.not_found);
  return plan;
}

/** Locks the plan and checks `rule` on it. Throws `plans.not_found` or `kernel.forbidden`. */
export async function lockedPlan(
  context: CommandContext,
  tx: Tx,
  id: string,
  rule: Rule<Plan>,
): Promise<Plan> {
  const plan = isId(id) ? await lockPlan(tx, id, vietnamDate(context.now)) : undefined;
  if (!plan || !maySee(context.actor, plan)) throw new AppError(planErrors.not_found);
  ensure(rule(context.actor, plan), kernelErrors.forbidden);
  return plan;
}

/** Locks a draft that the actor may change. Throws besides `plans.not_draft`. */
export async function lockedDraft(context: CommandContext, tx: Tx, id: string): Promise<Plan> {
  const plan = await lockedPlan(context, tx, id, mayDraft);
  ensure(plan.state === 'draft', planErrors.not_draft);
  return plan;
}

/**
 * The day on which the units a plan names are looked up: its issue; for a draft of this or a coming year today, and for a
 * past year its first day, as units may have merged since.
 */
export function directoryDate(plan: Pick<Plan, 'issuedOn' | 'year'>, today: CalendarDate): CalendarDate {
  if (plan.issuedOn !== null) return plan.issuedOn;
  return yearOf(today) > plan.year ? (dateOf(plan.year, 1, 1) ?? today) : today;
}
