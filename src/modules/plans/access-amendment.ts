import type { CommandContext } from '../../kernel/audit.ts';
import type { Rule } from '../../kernel/authz.ts';
import { type CalendarDate, formatDate } from '../../kernel/dates.ts';
import type { Db, Tx } from '../../kernel/db/database.ts';
import { AppError, ensure } from '../../kernel/errors.ts';
import { lockedPlan } from './access.ts';
import { amendmentErrors } from './errors-amendment.ts';
import type { Plan } from './plan.ts';
import { mayDraft } from './policy.ts';
import { type Amendment, amendmentsOf, openAmendment } from './store/amendments.ts';

/** Locks a plan in force that the actor may act on. Throws `plans.not_in_force` besides what `lockedPlan` throws. */
export async function lockedInForce(
  context: CommandContext,
  tx: Tx,
  planId: string,
  rule: Rule<Plan>,
): Promise<Plan> {
  const plan = await lockedPlan(context, tx, planId, rule);
  ensure(plan.state === 'issued', amendmentErrors.not_in_force);
  return plan;
}

/** The same with its draft of an amendment; throws `plans.amendment_not_found` when there is none. */
export async function lockedAmendment(
  context: CommandContext,
  tx: Tx,
  planId: string,
  rule: Rule<Plan> = mayDraft,
): Promise<{ readonly plan: Plan; readonly amendment: Amendment }> {
  const plan = await lockedInForce(context, tx, planId, rule);
  const amendment = await openAmendment(tx, plan.id);
  if (!amendment) throw new AppError(amendmentErrors.amendment_not_found);
  return { plan, amendment };
}

/** What a draft is written over must not end under it: throws `plans.amendment_open`. */
export async function ensureNoDraft(db: Db, planId: string): Promise<void> {
  ensure((await openAmendment(db, planId)) === undefined, amendmentErrors.amendment_open);
}

/** The days on which the versions of a plan were issued, oldest first. */
export async function versionDays(db: Db, plan: Plan): Promise<CalendarDate[]> {
  const amended = (await amendmentsOf(db, plan.id)).map((one) => one.issuedOn);
  return [plan.issuedOn, ...amended].filter((day) => day !== null);
}

/** Throws `plans.day_out_of_order`, at the field `field`, unless `day` lies between the two, both included. */
export function ensureDay(
  day: CalendarDate,
  from: CalendarDate | undefined,
  to: CalendarDate,
  field: string,
): void {
  if ((from === undefined || day >= from) && day <= to) return;
  const type = amendmentErrors.day_out_of_order;
  const params = { date: formatDate(day), from: formatDate(from ?? to), to: formatDate(to) };
  throw new AppError(type, params, [{ field, message: type, params }]);
}
