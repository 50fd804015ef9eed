import type { Actor } from '../../../kernel/authz.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { type Fragment, sql } from '../../../kernel/db/sql.ts';
import type { Period } from '../../periods/index.ts';
import { type UnitsOfDay, unitsOfDay } from '../../units/index.ts';
import { seenUnits } from '../policy.ts';

/** What a person sees of the values of some periods: units as they stood on the last day of each. */
export interface SeenCells {
  readonly isSeen: Fragment;
  /** The units of the last day of a period. */
  unitsOf(periodCode: string): UnitsOfDay | undefined;
}

interface Pair {
  readonly period: string;
  readonly unit: string;
}

const among = (pairs: readonly Pair[]): Fragment => sql`exists (
  select 1 from unnest(${pairs.map((pair) => pair.period)}::text[], ${pairs.map((pair) => pair.unit)}::uuid[]) as s (period_code, unit_id)
  where s.period_code = v.period_code and s.unit_id = v.unit_id)`;

/** As a condition over `figures_value v`: units the person sees whatever the figure, and those a lead agency asks. */
export async function seenCells(db: Db, actor: Actor, periods: readonly Period[]): Promise<SeenCells> {
  const days = new Map<string, UnitsOfDay>();
  for (const { code, toOn } of periods) days.set(code, await unitsOfDay(db, toOn));
  const pairsOf = (ownerUnitId: string): Pair[] | null => {
    const pairs: Pair[] = [];
    for (const [period, { tree }] of days) {
      const units = seenUnits(actor, tree, ownerUnitId);
      if (units === null) return null;
      pairs.push(...units.map((unit) => ({ period, unit })));
    }
    return pairs;
  };
  const unitsOf = (periodCode: string): UnitsOfDay | undefined => days.get(periodCode);
  const own = pairsOf('');
  if (own === null) return { isSeen: sql`true`, unitsOf };
  const owners = [...new Set(actor.posts.map((post) => post.unitId))];
  const asked = owners.map((owner) => {
    const pairs = pairsOf(owner) ?? [];
    return sql`or (v.figure_id in (select f.id from figures_definition f where f.owner_unit_id = ${owner}::uuid) and ${among(pairs)})`;
  });
  return { isSeen: asked.reduce((all, one) => sql`${all} ${one}`, sql`${among(own)}`), unitsOf };
}
