import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import {
  distanceOf,
  hasCode,
  hasWords,
  isNear,
  rankOf,
  type SearchedColumns,
} from '../../../kernel/db/word-search.ts';
import type { SearchWords } from '../../../kernel/search-words.ts';
import type { UnitKind } from '../domain/kinds.ts';
import { kindOf } from '../store.ts';

export interface FoundUnit {
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
  readonly kind: UnitKind;
  readonly tier: string;
  readonly parentName: string | null;
}

const UNIT: SearchedColumns = { search: sql`v.search`, shown: sql`v.name`, code: sql`lower(v.code)` };

/**
 * Units standing on `asOf` by a name, a short name or a code, the best answer first, higher tiers before lower. `near`
 * asks for similar spelling instead of the words themselves. `total` is 0 when
 * `offset` lies beyond all answers.
 */
export async function findUnits(
  db: Db,
  asOf: CalendarDate,
  find: { words: SearchWords; near: boolean; limit: number; offset: number },
): Promise<{ rows: FoundUnit[]; total: number }> {
  const { words, near } = find;
  // The register is small: words of two letters need no index here.
  const wanted = near ? isNear(UNIT, words) : sql`(${hasCode(UNIT, words)} or (${hasWords(UNIT, words)}))`;
  const rows = await db.rows(
    query({
      id: 'uuid',
      name: 'text',
      code: 'text?',
      kind: 'text',
      tier: 'text',
      parentName: 'text?',
      total: 'bigint',
    } as const)`
      select f.id, f.name, f.code, f.kind, f.tier, units_name(f.parent_id, ${asOf}::date) as "parentName", f.total
      from (
        select v.unit_id as id, v.name, v.code, v.kind, v.tier, v.parent_id, count(*) over () as total,
          row_number() over (order by ${near ? distanceOf(UNIT, words) : rankOf(UNIT, words)}, t.rank, v.name, v.unit_id)
            as place
        from units_version v join units_tier t on t.name = v.tier
        where v.valid @> ${asOf}::date and ${wanted}
      ) f
      where f.place > ${find.offset}::bigint and f.place <= ${find.offset}::bigint + ${find.limit}::bigint
      order by f.place`,
  );
  return {
    rows: rows.map(({ total: _, ...row }) => ({ ...row, kind: kindOf(row.kind) })),
    total: rows[0]?.total ?? 0,
  };
}
