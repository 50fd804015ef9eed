import { type Fragment, joinSql, sql } from '../../../kernel/db/sql.ts';
import type { UnitsOfDay } from '../../units/index.ts';
import { assignmentLimits } from '../limits.ts';
import type { Scope } from '../policy.ts';

/** `Scope` with its subtrees resolved to unit ids, ready for SQL. */
export interface ResolvedScope {
  readonly everything: boolean;
  readonly unitIds: readonly string[];
  readonly acceptingIds: readonly string[];
  /** The same as `unitIds` said by the few units that are not among them; `null` when those are not few. */
  readonly exceptIds: readonly string[] | null;
}

/** Longer lists are looked up by hash: PostgreSQL walks a parameter's list from its beginning for every row. */
const WALKED_IDS = 16;

type UnitsForScope = Pick<UnitsOfDay, 'tree' | 'names'>;

/** What was resolved over one reading of the units; it goes when they do. */
const resolved = new WeakMap<UnitsForScope, Map<string, ResolvedScope>>();

/** Resolves subtrees over the units of the day on which rights are read. */
export function resolveScope(scope: Scope, units: UnitsForScope): ResolvedScope {
  const known = resolved.get(units) ?? new Map<string, ResolvedScope>();
  resolved.set(units, known);
  const key = JSON.stringify(scope);
  const answer = known.get(key) ?? resolve(scope, units);
  if (known.size < assignmentLimits.scopes_kept) known.set(key, answer);
  return answer;
}

function resolve(scope: Scope, units: UnitsForScope): ResolvedScope {
  const tops = new Set(scope.under);
  const seen = new Set(scope.own);
  if (tops.size > 0)
    for (const unit of units.tree) if (unit.lineage.some((id) => tops.has(id))) seen.add(unit.id);
  const rest: string[] = [];
  if (seen.size > WALKED_IDS) for (const id of units.names.keys()) if (!seen.has(id)) rest.push(id);
  return {
    everything: scope.everything,
    unitIds: [...seen],
    acceptingIds: scope.accepting,
    exceptIds: seen.size > WALKED_IDS && rest.length <= WALKED_IDS ? rest : null,
  };
}

function inUnits(scope: ResolvedScope): Fragment {
  const { unitIds, exceptIds } = scope;
  if (exceptIds) return exceptIds.length === 0 ? sql`true` : sql`a.unit_id <> all(${exceptIds}::uuid[])`;
  if (unitIds.length <= WALKED_IDS) return sql`a.unit_id = any(${unitIds}::uuid[])`;
  // "is true" keeps the planner from turning the hash into a join, which would lose the order of an index.
  return sql`(a.unit_id in (select unnest(${unitIds}::uuid[]))) is true`;
}

/** Keeps the rows of `assignments_assignment a` that the scope lets a person see. */
export function inScope(scope: ResolvedScope): Fragment {
  if (scope.everything || scope.exceptIds?.length === 0) return sql`true`;
  const parts = [inUnits(scope)];
  if (scope.acceptingIds.length > 0)
    parts.push(sql`a.accepting_unit_id = any(${scope.acceptingIds}::uuid[])`);
  return sql`(${joinSql(parts, ' or ')})`;
}
