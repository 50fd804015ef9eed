import { catalogLimits } from '../limits-catalog.ts';
import type { Cell, Content, ContentProblem, ProblemCode, RawContent, RawRow, Row } from './content.ts';
import type { Column, Field, TableField } from './declaration.ts';
import { readValue, type Village } from './read-value.ts';
import type { Terms } from './terms.ts';

/** Rows that one table of an item may hold. */
export const MOST_ROWS: number = catalogLimits.table_rows;

export interface Reading {
  readonly content: Content;
  readonly problems: ContentProblem[];
}

/** The columns that people fill in: what must never be taken has no place in a form. */
export function takenColumns({ columns }: Pick<TableField, 'columns'>): readonly Column[] {
  return columns.filter(({ personal }) => personal !== 'never');
}

/** The fields that people fill in. */
export function takenFields({ fields }: Pick<Terms, 'fields'>): readonly Field[] {
  return fields.filter((field) => field.kind === 'table' || field.personal !== 'never');
}

/**
 * Reads content as it was typed. What can be read is kept whatever is wrong elsewhere; a value of a column that must never be taken is
 * dropped. What is merely absent is told by `missingOf`.
 */
export function readContent(
  terms: Pick<Terms, 'fields'>,
  raw: RawContent,
  { villages }: { readonly villages: readonly Village[] },
): Reading {
  const problems: ContentProblem[] = [];
  const fields: Content['fields'] = {};
  const known = new Map(terms.fields.map((field) => [field.key, field]));
  for (const key of Object.keys(raw))
    if (!known.has(key)) problems.push(problemAt('unknown_field', key, null, null));
  for (const field of takenFields(terms)) {
    const given = Object.hasOwn(raw, field.key) ? raw[field.key] : undefined;
    if (field.kind === 'table') fields[field.key] = readTable(field, given, villages, problems);
    else fields[field.key] = readSimple(field, given, villages, problems);
  }
  return { content: { v: 1, fields }, problems };
}

export function problemAt(
  code: ProblemCode,
  fieldKey: string,
  row: number | null,
  columnKey: string | null,
  params: ContentProblem['params'] = {},
): ContentProblem {
  const place = `${fieldKey}${row === null ? '' : `[${row}]`}${columnKey === null ? '' : `.${columnKey}`}`;
  return { place, fieldKey, row, columnKey, code, params };
}

function readSimple(
  field: Exclude<Field, TableField>,
  given: RawContent[string] | undefined,
  villages: readonly Village[],
  problems: ContentProblem[],
): Cell {
  if (typeof given === 'object' && given !== null) {
    problems.push(problemAt('unknown_field', field.key, null, null));
    return null;
  }
  const read = readValue(field.kind, given, villages);
  if ('value' in read) return read.value;
  problems.push(problemAt(read.wrong, field.key, null, null, { typed: shortened(given) }));
  return null;
}

function readTable(
  field: TableField,
  given: RawContent[string] | undefined,
  villages: readonly Village[],
  problems: ContentProblem[],
): Row[] {
  const rows = Array.isArray(given) ? (given as readonly RawRow[]) : [];
  if (given !== undefined && given !== null && given !== '' && !Array.isArray(given))
    problems.push(problemAt('unknown_field', field.key, null, null));
  const fixed = field.rows ?? [];
  const most = field.open ? MOST_ROWS : fixed.length;
  if (rows.length > most)
    problems.push(problemAt('too_many_rows', field.key, most, null, { most, rows: rows.length }));
  const count = Math.min(Math.max(rows.length, fixed.length), most);
  return Array.from({ length: count }, (_, at) => readRow(field, at, rows[at] ?? {}, villages, problems));
}

function readRow(
  field: TableField,
  at: number,
  raw: RawRow,
  villages: readonly Village[],
  problems: ContentProblem[],
): Row {
  const row: Row = {};
  const keys = new Set(field.columns.map(({ key }) => key));
  for (const key of Object.keys(raw))
    if (!keys.has(key)) problems.push(problemAt('unknown_column', field.key, at, key));
  const words = field.rows?.[at];
  takenColumns(field).forEach((column, index) => {
    const given = Object.hasOwn(raw, column.key) ? raw[column.key] : undefined;
    const read = readValue(column.kind, given, villages);
    if (words && index === 0) {
      // The lines of a public form stay as they are printed.
      const said = 'value' in read ? read.value : null;
      if (said !== null && !sameWords(said, words.vi) && !sameWords(said, words.en))
        problems.push(
          problemAt('fixed_row_changed', field.key, at, column.key, {
            typed: shortened(given),
            wanted: words.vi,
          }),
        );
      row[column.key] = words.vi;
    } else if ('value' in read) row[column.key] = read.value;
    else {
      row[column.key] = null;
      problems.push(problemAt(read.wrong, field.key, at, column.key, { typed: shortened(given) }));
    }
  });
  return row;
}

const sameWords = (a: Cell, b: string): boolean =>
  String(a).replace(/\s+/g, ' ').trim().toLowerCase() === b.replace(/\s+/g, ' ').trim().toLowerCase();

function shortened(given: unknown): string {
  const text = String(given ?? '');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** Every required value that is not there, in the order of the form. */
export function missingOf(terms: Pick<Terms, 'fields'>, content: Content): ContentProblem[] {
  return takenFields(terms).flatMap((field) => {
    const value = content.fields[field.key];
    if (field.kind !== 'table')
      return field.required && isEmpty(value) ? [problemAt('lacking', field.key, null, null)] : [];
    const rows = Array.isArray(value) ? value : [];
    if (rows.length === 0) return field.required ? [problemAt('no_rows', field.key, null, null)] : [];
    // A table that may be left out is not begun by the printed words of its lines.
    if (!field.required && rows.every((row) => isUntouched(field, row))) return [];
    return rows.flatMap((row, at) =>
      takenColumns(field)
        .filter((column) => column.required && isEmpty(row[column.key]))
        .map((column) => problemAt('lacking', field.key, at, column.key)),
    );
  });
}

function isUntouched(field: TableField, row: Row): boolean {
  const own = field.rows ? takenColumns(field).slice(1) : takenColumns(field);
  return own.every(({ key }) => isEmpty(row[key]));
}

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '';

/** Nothing required is lacking. */
export const isWhole = (terms: Pick<Terms, 'fields'>, content: Content): boolean =>
  missingOf(terms, content).length === 0;
