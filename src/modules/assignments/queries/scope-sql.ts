import { type Fragment, joinSql, sql } from '../../../kernel/db/sql.ts';

/** `Scope` with its subtrees resolved to unit ids (units' door), ready for SQL. */
export interface ResolvedScope {
  readonly everything: boolean;
  readonly unitIds: readonly string[];
  readonly acceptingIds: readonly string[];
}

/** Keeps the rows of `assignments_assignment a` that the scope lets a person see. */
export function inScope(scope: ResolvedScope): Fragment {
  if (scope.everything) return sql`true`;
  const parts = [sql`a.unit_id = any(${scope.unitIds}::uuid[])`];
  if (scope.acceptingIds.length > 0)
    parts.push(sql`a.accepting_unit_id = any(${scope.acceptingIds}::uuid[])`);
  return sql`(${joinSql(parts, ' or ')})`;
}
