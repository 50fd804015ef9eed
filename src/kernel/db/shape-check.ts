import type { FieldDef } from 'pg';
import type { RowShape, Statement } from './sql.ts';

/** Type oids of pg_type that a declared column may have. */
const OIDS: Record<string, readonly number[]> = {
  uuid: [2950],
  text: [25, 1043, 19, 18, 1042],
  int: [23, 21],
  bigint: [20],
  float: [701, 700],
  numeric: [1700],
  bool: [16],
  date: [1082],
  instant: [1184],
  json: [3802, 114],
  'text[]': [1009, 1015],
  'uuid[]': [2951],
  'int[]': [1007],
};

/** citext and other extension types get their oid at install; they are read as text. */
const FIRST_USER_OID = 16_384;

/** Throws when the columns the server describes are not the declared ones, or a column declared non-null holds null. */
export function checkShape(
  statement: Statement<unknown>,
  fields: readonly FieldDef[],
  rows: readonly unknown[],
): void {
  const shape: RowShape = statement.shape;
  const problems: string[] = [];
  const described = new Map(fields.map((field) => [field.name, field.dataTypeID]));
  for (const [column, declared] of Object.entries(shape)) {
    const type = declared.endsWith('?') ? declared.slice(0, -1) : declared;
    const oid = described.get(column);
    if (oid === undefined) problems.push(`column "${column}" is declared but not answered`);
    else if (!OIDS[type]?.includes(oid) && !(type === 'text' && oid >= FIRST_USER_OID))
      problems.push(`column "${column}" is declared ${type} but has type oid ${oid}`);
    if (!declared.endsWith('?') && rows.some((row) => (row as Record<string, unknown>)[column] === null))
      problems.push(`column "${column}" is declared non-null but is null in a row`);
  }
  for (const name of described.keys())
    if (!(name in shape)) problems.push(`column "${name}" is answered but not declared`);
  if (problems.length > 0) throw new Error(`${problems.join('; ')}\nin: ${statement.text}`);
}
