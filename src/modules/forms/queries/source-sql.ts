import { type Fragment, sql } from '../../../kernel/db/sql.ts';

const CELL_COLUMNS = sql`id, form_id, unit_id, period_code, cell_key, number, on_day, words, no_data, is_cleared, is_late, via,
  by_name, by_unit_id, revision, changed_at`;
const SHEET_COLUMNS = sql`id, form_id, version_id, unit_id, period_code, is_complete, by_name, revision, changed_at`;

/** Rows that stood just before `end`. Said outside the union: PostgreSQL then uses the indexes of both tables. */
function stoodBefore(end: Date): Fragment {
  return sql`w.changed_at < ${end}::timestamptz and w.until >= ${end}::timestamptz`;
}

/** `forms_cell c` as it stands, or as it stood just before an instant, cleared cells included. */
export function cellRows(asOf: Date | null): Fragment {
  if (asOf === null) return sql`forms_cell c`;
  return sql`(select * from (
    select ${CELL_COLUMNS}, 'infinity'::timestamptz as until from forms_cell
    union all select ${CELL_COLUMNS}, until from forms_cell_past
  ) w where ${stoodBefore(asOf)}) c`;
}

/** `forms_sheet s`, likewise. */
export function sheetRows(asOf: Date | null): Fragment {
  if (asOf === null) return sql`forms_sheet s`;
  return sql`(select * from (
    select ${SHEET_COLUMNS}, 'infinity'::timestamptz as until from forms_sheet
    union all select ${SHEET_COLUMNS}, until from forms_sheet_past
  ) w where ${stoodBefore(asOf)}) s`;
}
