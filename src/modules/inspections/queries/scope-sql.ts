import type { CalendarDate } from '../../../kernel/dates.ts';
import { type Fragment, sql } from '../../../kernel/db/sql.ts';
import type { Scope } from '../policy.ts';

/** Where a unit stands today, or stood on `before` when it has ended. */
export function placeOf(unit: Fragment, today: CalendarDate, before: Fragment): Fragment {
  return sql`case when cardinality(units_lineage(${unit}, ${today}::date)) > 0 then units_lineage(${unit}, ${today}::date)
    else units_lineage(${unit}, ${before}) end`;
}

/** Keeps the inspections `i` that one of these units leads. */
export function ledBy(unitIds: readonly string[]): Fragment {
  return sql`(i.by_unit_id = any(${unitIds}::uuid[]) or i.id in (
    select p.inspection_id from inspections_partner p where p.unit_id = any(${unitIds}::uuid[])))`;
}

/** Keeps the inspections `i` (inspections-sql.ts) that a person may see: `maySee` of policy.ts as a condition. */
export function inScope(scope: Scope): Fragment {
  if (scope.secrets) return sql`true`;
  const leads = sql`(i.by_unit_id = any(${scope.own}::uuid[]) or i.partner_ids && ${scope.own}::uuid[])`;
  return sql`case when i.is_secret
    then i.of_unit_id <> all(${scope.above}::uuid[]) and (${leads} or i.by_lineage && ${scope.secretUnder}::uuid[])
    else ${scope.everything}::boolean or i.of_lineage && ${scope.under}::uuid[]
      or i.of_unit_id = any(${scope.above}::uuid[]) or ${leads} end`;
}
