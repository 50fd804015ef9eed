import { createHash } from 'node:crypto';
import type { CalendarDate } from '../dates.ts';

/**
 * SQL in plain sight. `sql` makes a fragment that may be nested in another; `query(shape)` makes a statement whose rows
 * are declared beside it:
 *
 *     const unitRow = { id: 'uuid', name: 'text', closedOn: 'date?' } as const;
 *     db.rows(query(unitRow)`select id, name, closed_on as "closedOn" from units_unit where id = ${id}`)
 *
 * Values never enter the text. Every statement is sent as a named prepared statement (named by the hash of its text), and
 * in tests the declared shape is compared with what the server describes.
 */
interface ColumnTypes {
  uuid: string;
  text: string;
  int: number;
  bigint: number;
  float: number;
  numeric: string;
  bool: boolean;
  date: CalendarDate;
  instant: Date;
  json: unknown;
  'text[]': string[];
  'uuid[]': string[];
  'int[]': number[];
}

type ColumnName = keyof ColumnTypes;
export type ColumnType = ColumnName | `${ColumnName}?`;
export type RowShape = Readonly<Record<string, ColumnType>>;

export type RowOf<S extends RowShape> = {
  [K in keyof S]: S[K] extends `${infer T extends ColumnName}?`
    ? ColumnTypes[T] | null
    : S[K] extends ColumnName
      ? ColumnTypes[S[K]]
      : never;
};

export class Fragment {
  readonly parts: readonly string[];
  readonly values: readonly unknown[];
  constructor(parts: readonly string[], values: readonly unknown[]) {
    this.parts = parts;
    this.values = values;
  }
}

export interface Statement<Row> {
  readonly text: string;
  readonly values: unknown[];
  /** Name of the prepared statement; empty for a statement that is planned anew each time. */
  readonly name: string;
  readonly shape: RowShape;
  readonly __row?: Row;
}

export function sql(parts: TemplateStringsArray, ...values: unknown[]): Fragment {
  return new Fragment(parts, values);
}

export const noSql: Fragment = new Fragment([''], []);

/** Joins fragments: `joinSql(filters, ' and ')`. */
export function joinSql(fragments: readonly Fragment[], separator: ' and ' | ' or ' | ', '): Fragment {
  if (fragments.length === 0) return noSql;
  return new Fragment(['', ...Array(fragments.length - 1).fill(separator), ''], fragments);
}

function flatten(fragment: Fragment, values: unknown[]): string {
  let text = fragment.parts[0] ?? '';
  for (let i = 0; i < fragment.values.length; i++) {
    const value = fragment.values[i];
    if (value instanceof Fragment) text += flatten(value, values);
    else {
      values.push(value);
      text += `$${values.length}`;
    }
    text += fragment.parts[i + 1] ?? '';
  }
  return text;
}

const names = new Map<string, string>();

function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash('sha256').update(text).digest('base64url').slice(0, 24);
    names.set(text, name);
  }
  return name;
}

interface Written {
  readonly text: string;
  readonly name: string;
}

/** Statements that are whole in one template: its text never changes, so it is put together and named once. */
const written = new WeakMap<readonly string[], Written>();

export function compile<Row>(fragment: Fragment, shape: RowShape): Statement<Row> {
  const isWhole = !fragment.values.some((value) => value instanceof Fragment);
  const before = isWhole ? written.get(fragment.parts) : undefined;
  if (before) return { text: before.text, values: [...fragment.values], name: before.name, shape };
  const values: unknown[] = [];
  const text = flatten(fragment, values);
  const name = nameOf(text);
  if (isWhole) written.set(fragment.parts, { text, name });
  return { text, values, name, shape };
}

/** A statement that answers rows of `shape`. */
export function query<const S extends RowShape>(
  shape: S,
): (parts: TemplateStringsArray, ...values: unknown[]) => Statement<RowOf<S>> {
  return (parts, ...values) => compile<RowOf<S>>(new Fragment(parts, values), shape);
}

/**
 * For a statement whose best plan depends on its values, such as a search pattern that few or nearly all rows match: a
 * plan made once for any value would read the whole table. Costs one planning each time.
 */
export function plannedEachTime<Row>(statement: Statement<Row>): Statement<Row> {
  return { ...statement, name: '' };
}
