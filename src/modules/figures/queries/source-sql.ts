import { type Fragment, sql } from '../../../kernel/db/sql.ts';

const VALUE_COLUMNS = sql`id, figure_id, unit_id, period_code, number, numerator, denominator, on_day, words, no_data, is_cleared,
  is_late, via, by_person_id, by_name, by_unit_id, first_at, revision, changed_at`;

const DEFINITION_COLUMNS = sql`id, code, name, unit_of_measure, number_kind, decimals, at_most, numerator_label, denominator_label,
  is_part, dimension, sub_dimension, direction, entered_by, owner_unit_id, periods, is_cumulative, evidence_wanted, roll_up, target,
  source, note, asked_until, revision, changed_at, changed_by`;

/** Rows that stood just before `end`. Said outside the union: PostgreSQL then uses the indexes of both tables. */
function stoodBefore(rows: Fragment, end: Date): Fragment {
  return sql`${rows}.changed_at < ${end}::timestamptz and ${rows}.until >= ${end}::timestamptz`;
}

/** `figures_value v` as it stands, or as it stood just before an instant, cleared cells included. Every query reads from here. */
export function valueRows(asOf: Date | null): Fragment {
  if (asOf === null) return sql`figures_value v`;
  return sql`(select * from (
    select ${VALUE_COLUMNS}, 'infinity'::timestamptz as until from figures_value
    union all select ${VALUE_COLUMNS}, until from figures_value_past
  ) w where ${stoodBefore(sql`w`, asOf)}) v`;
}

/** `figures_definition d`, likewise. */
export function definitionRows(asOf: Date | null): Fragment {
  if (asOf === null) return sql`figures_definition d`;
  return sql`(select * from (
    select ${DEFINITION_COLUMNS}, 'infinity'::timestamptz as until from figures_definition
    union all select ${DEFINITION_COLUMNS}, until from figures_definition_past
  ) w where ${stoodBefore(sql`w`, asOf)}) d`;
}
