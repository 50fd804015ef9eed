import { formatDate, isCalendarDate } from '../../../kernel/dates.ts';
import type { Cell, Content, ContentProblem, RawContent, RawRow } from './content.ts';
import type { Column, SimpleField, TableField } from './declaration.ts';
import { MOST_ROWS, takenColumns, takenFields } from './read-content.ts';
import type { ValueKind } from './read-value.ts';
import type { Terms } from './terms.ts';

/** One input of a form. */
export interface FormCell<What> {
  readonly what: What;
  /** `f.so_quyet_dinh`, `f.danh_sach.0.chu_ho`. */
  readonly name: string;
  /** As it was typed, or as it stands, written as people type it. */
  readonly value: string;
}

export interface FormRow {
  /** The printed words of a fixed line, which stands in place of the first column's input. */
  readonly fixed: { readonly vi: string; readonly en: string } | null;
  readonly cells: readonly FormCell<Column>[];
}

export type FormField =
  | ({ readonly kind: 'simple' } & FormCell<SimpleField>)
  | { readonly kind: 'table'; readonly what: TableField; readonly rows: readonly FormRow[] };

const PREFIX = 'f';

/** The form of an obligation with what was typed, or with what stands (`rawOf`); open tables end with `spare` empty rows. */
export function formFieldsOf(
  terms: Pick<Terms, 'fields'>,
  raw: RawContent = {},
  { spare = 3 }: { readonly spare?: number } = {},
): FormField[] {
  return takenFields(terms).map((field): FormField => {
    const given = raw[field.key];
    if (field.kind !== 'table')
      return { kind: 'simple', what: field, name: inputName(field.key), value: written(field.kind, given) };
    const rows = Array.isArray(given) ? (given as readonly RawRow[]) : [];
    const fixed = field.rows ?? [];
    const most = field.open ? MOST_ROWS : fixed.length;
    const count = Math.min(Math.max(rows.length, fixed.length) + (field.open ? spare : 0), most);
    return {
      kind: 'table',
      what: field,
      rows: Array.from({ length: count }, (_, at) => formRow(field, at, rows[at] ?? {})),
    };
  });
}

function formRow(field: TableField, at: number, raw: RawRow): FormRow {
  const fixed = field.rows?.[at] ?? null;
  const columns = fixed ? takenColumns(field).slice(1) : takenColumns(field);
  const cells = columns.map((what) => ({
    what,
    name: inputName(field.key, at, what.key),
    value: written(what.kind, raw[what.key]),
  }));
  return { fixed, cells };
}

const inputName = (key: string, row?: number, column?: string): string =>
  [PREFIX, key, ...(row === undefined ? [] : [row]), ...(column === undefined ? [] : [column])].join('.');

/** The input that a problem is about, so that a summary of errors can lead to it. */
export function inputOf({
  fieldKey,
  row,
  columnKey,
}: Pick<ContentProblem, 'fieldKey' | 'row' | 'columnKey'>): string {
  return inputName(fieldKey, row ?? undefined, columnKey ?? undefined);
}

const CELL = /^f\.([a-z0-9_]+)\.(\d{1,4})\.([a-z0-9_]+)$/;
const FIELD = /^f\.([a-z0-9_]+)$/;

/** What a form sent, as raw content: rows in their order, rows of open tables that hold nothing left out. Other inputs are passed over. */
export function contentOfForm(
  terms: Pick<Terms, 'fields'>,
  values: Readonly<Record<string, string | readonly string[] | undefined>>,
): RawContent {
  const simple = new Map<string, string>();
  const rows = new Map<string, Map<number, Record<string, string>>>();
  for (const [name, value] of Object.entries(values)) {
    const text = typeof value === 'string' ? value : (value?.[0] ?? '');
    const [, table, row, column] = CELL.exec(name) ?? [];
    if (table !== undefined && column !== undefined) {
      const ofTable = rows.get(table) ?? new Map<number, Record<string, string>>();
      const at = Number(row);
      ofTable.set(at, { ...ofTable.get(at), [column]: text });
      rows.set(table, ofTable);
    } else {
      const [, key] = FIELD.exec(name) ?? [];
      if (key !== undefined) simple.set(key, text);
    }
  }
  const raw: Record<string, string | readonly RawRow[]> = {};
  for (const field of takenFields(terms)) {
    if (field.kind !== 'table') raw[field.key] = simple.get(field.key) ?? '';
    else raw[field.key] = rowsSent(field, rows.get(field.key) ?? new Map());
  }
  return raw;
}

function rowsSent(field: TableField, sent: ReadonlyMap<number, Record<string, string>>): RawRow[] {
  const fixed = field.rows?.length ?? 0;
  const printed = Array.from({ length: fixed }, (_, at) => sent.get(at) ?? {});
  const added = [...sent]
    .filter(([at, row]) => at >= fixed && Object.values(row).some((text) => text.trim() !== ''))
    .sort(([a], [b]) => a - b)
    .map(([, row]) => row);
  return [...printed, ...added];
}

/** Content as people type it: what a form shows of what stands, and what a workbook is filled with. */
export function rawOf(terms: Pick<Terms, 'fields'>, content: Content): RawContent {
  const raw: Record<string, string | readonly RawRow[]> = {};
  for (const field of takenFields(terms)) {
    const value = content.fields[field.key];
    if (field.kind !== 'table') raw[field.key] = written(field.kind, value as Cell | undefined);
    else
      raw[field.key] = (Array.isArray(value) ? value : []).map((row) =>
        Object.fromEntries(takenColumns(field).map(({ key, kind }) => [key, written(kind, row[key])])),
      );
  }
  return raw;
}

const NUMBER = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 15 });

function written(kind: ValueKind, value: unknown): string {
  if (typeof value === 'number') return NUMBER.format(value);
  if (typeof value !== 'string') return '';
  return kind === 'date' && isCalendarDate(value) ? formatDate(value) : value;
}
