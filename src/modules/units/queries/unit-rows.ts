import type { CalendarDate } from '../../../kernel/dates.ts';
import { type Fragment, type RowOf, sql } from '../../../kernel/db/sql.ts';
import type { FlatUnit } from '../domain/tree.ts';
import { kindOf } from '../store.ts';

export const flatRow = {
  id: 'uuid',
  key: 'text',
  code: 'text?',
  name: 'text',
  shortNames: 'text[]',
  kind: 'text',
  tier: 'text',
  parentId: 'uuid?',
  validFrom: 'date',
  validTo: 'date?',
  invented: 'bool',
} as const;

export const flatColumns: Fragment = sql`v.unit_id as id, u.key, v.code, v.name, v.short_names as "shortNames", v.kind,
  v.tier, v.parent_id as "parentId", lower(u.life) as "validFrom",
  upper(u.life) - 1 as "validTo", u.invented`;

/** Units standing on `asOf`, as `v` (the version) and `u`. */
export function standingOn(asOf: CalendarDate): Fragment {
  return sql`units_version v join units_unit u on u.id = v.unit_id where v.valid @> ${asOf}::date`;
}

export function toFlatUnit(row: RowOf<typeof flatRow>): FlatUnit {
  return { ...row, kind: kindOf(row.kind) };
}
