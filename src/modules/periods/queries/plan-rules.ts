import type { Actor } from '../../../kernel/authz.ts';
import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { clausesOfPlan, type Plan, planList } from '../../plans/index.ts';
import { type PlanRule, rulesOfPlan } from '../domain/plan-rule.ts';

/** A plan with the reports that its words ask for. */
export interface PlanWithRules {
  readonly plan: Plan;
  readonly rules: readonly PlanRule[];
}

/** The issued plans of roots that ask for reports by a day, the newest year first. A unit's own plan makes no period for all. */
export async function plansWithRules(db: Db, actor: Actor, today: CalendarDate): Promise<PlanWithRules[]> {
  const { rows } = await planList(db, actor, today, { state: 'issued' });
  const found: PlanWithRules[] = [];
  for (const plan of rows) {
    if (plan.lineage.length !== 1) continue;
    const rules = rulesOfPlan(await clausesOfPlan(db, plan.id), plan.year);
    if (rules.length > 0) found.push({ plan, rules });
  }
  return found;
}
