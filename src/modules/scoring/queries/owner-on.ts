import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { tasksOfPlan } from '../../plans/index.ts';
import { type Owner, ownerOf } from '../domain/owner.ts';
import { namedOwners } from './owners.ts';
import { planInForce } from './plan-in-force.ts';

/** Who answers for a part today: named, or else proposed from the plan in force. */
export async function ownerOn(db: Db, part: string, today: CalendarDate): Promise<Owner | null> {
  const rows = await namedOwners(db, null);
  const plan = await planInForce(db, today);
  return ownerOf(rows, plan ? await tasksOfPlan(db, plan.id) : [], part, today);
}
