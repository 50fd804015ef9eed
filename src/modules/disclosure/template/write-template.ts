import { isCalendarDate } from '../../../kernel/dates.ts';
import {
  type CellRow,
  type CellSheet,
  type CellStyle,
  type Validation,
  type WrittenCell,
  writeCells,
} from '../../../kernel/documents/index.ts';
import type { Content, Row } from '../domain/content.ts';
import type { Column, SimpleField, TableField } from '../domain/declaration.ts';
import { takenColumns } from '../domain/read-content.ts';
import type { ValueKind, Village } from '../domain/read-value.ts';
import type { Terms } from '../domain/terms.ts';
import { validationOf } from './cell-rules.ts';
import {
  FACTS_SHEET,
  FIRST_ROW,
  factsOf,
  HEADER_ROW,
  MEMORY_MARK,
  MEMORY_SHEET,
  sheetNames,
  tablesOf,
} from './layout.ts';

export interface TemplateOptions {
  readonly villages: readonly Village[];
  /** What stands already, to be gone on with. */
  readonly content?: Content | undefined;
}

/** Empty lines of an open table that look like lines to be filled in. */
const READY_LINES = 60;
/** How far the rules of columns reach below them. */
const RULED_LINES = 2000;

/**
 * The workbook of an obligation, to be filled in: a sheet of single values, a sheet for each table with its printed lines, and what
 * each cell takes. `readFilled` reads it back.
 */
export function writeTemplate(
  terms: Pick<Terms, 'code' | 'name' | 'officialForm' | 'fields'>,
  { villages, content }: TemplateOptions,
): Uint8Array {
  const facts = factsOf(terms);
  const tables = tablesOf(terms);
  const names = sheetNames(tables);
  return writeCells([
    ...(facts.length > 0 ? [factsSheet(terms, facts, content, villages)] : []),
    ...tables.map((table, at) => tableSheet(terms, table, names[at] ?? '', rowsOf(content, table), villages)),
    memorySheet(terms.code, villages),
  ]);
}

const text = (column: number, value: string, style: CellStyle = {}): WrittenCell => ({
  column,
  value,
  style,
});
const title = (words: string): CellRow => ({ cells: [text(0, words, { font: 'title' })], height: 24 });
const hint = (words: string): CellRow => ({ cells: [text(0, words, { font: 'italic' })] });
const star = (label: string, required: boolean): string => (required ? `${label} (*)` : label);

function headline({ name, officialForm }: Pick<Terms, 'name' | 'officialForm'>, part?: string): string {
  return [name.vi, ...(officialForm ? [`(${officialForm})`] : []), ...(part ? [`– ${part}`] : [])].join(' ');
}

const HOW = 'Nhập vào các ô nền vàng; mục có dấu (*) là bắt buộc. Giữ nguyên dòng tiêu đề.';

function factsSheet(
  terms: Pick<Terms, 'name' | 'officialForm'>,
  facts: readonly SimpleField[],
  content: Content | undefined,
  villages: readonly Village[],
): CellSheet {
  const head: CellStyle = { font: 'bold', fill: 'heading', hasBorder: true };
  const rows = facts.map(
    (field): CellRow => ({
      cells: [
        text(0, star(field.label.vi, field.required), { hasBorder: true, font: 'bold' }),
        valueCell(1, field.kind, content?.fields[field.key]),
        text(2, field.hint?.vi ?? '', { font: 'italic' }),
      ],
      ...(field.kind === 'long_text' ? { height: 90 } : {}),
    }),
  );
  return {
    name: FACTS_SHEET,
    isProtected: true,
    widths: [38, 60, 50],
    rows: [
      title(headline(terms)),
      hint(HOW),
      { cells: [text(0, 'Mục', head), text(1, 'Nội dung', head), text(2, 'Gợi ý', head)] },
      ...rows,
    ],
    validations: facts.flatMap(({ kind }, at) =>
      validationOf(kind, { top: FIRST_ROW + at, bottom: FIRST_ROW + at, column: 1 }, villages.length),
    ),
    freeze: { rows: FIRST_ROW, columns: 0 },
  };
}

function tableSheet(
  terms: Pick<Terms, 'name' | 'officialForm'>,
  table: TableField,
  name: string,
  content: readonly Row[],
  villages: readonly Village[],
): CellSheet {
  const columns = takenColumns(table);
  const head: CellStyle = { font: 'bold', fill: 'heading', hasBorder: true, align: 'center' };
  const fixed = table.rows ?? [];
  const standing = Math.max(fixed.length, content.length);
  const count = table.open ? standing + READY_LINES : standing;
  const rows = Array.from(
    { length: count },
    (_, at): CellRow => ({
      cells: columns.map((column, index) => {
        const words = index === 0 ? fixed[at]?.vi : undefined;
        return words === undefined
          ? valueCell(index, column.kind, content[at]?.[column.key])
          : text(0, words, { hasBorder: true, fill: 'grey' });
      }),
    }),
  );
  const bottom = FIRST_ROW + (table.open ? Math.max(count, RULED_LINES) : count) - 1;
  const validations = columns.flatMap(({ kind }, column): Validation[] => {
    // Printed words need no rule.
    const top = FIRST_ROW + (column === 0 ? fixed.length : 0);
    return top > bottom ? [] : validationOf(kind, { top, bottom, column }, villages.length);
  });
  return {
    name,
    // Lines are added below an open table, which protection would forbid.
    isProtected: !table.open,
    widths: columns.map(widthOf),
    rows: [
      title(headline(terms, table.label.vi)),
      hint(table.hint ? `${HOW} ${table.hint.vi}` : HOW),
      {
        cells: columns.map(({ label, required }, at) => text(at, star(label.vi, required), head)),
        height: 36,
      },
      ...rows,
    ],
    validations,
    freeze: { rows: HEADER_ROW + 1, columns: fixed.length > 0 ? 1 : 0 },
  };
}

function valueCell(column: number, kind: ValueKind, value: unknown): WrittenCell {
  const format = kind === 'amount' ? 0 : kind === 'date' ? 'date' : isNumeric(kind) ? 'general' : 'text';
  const style: CellStyle = {
    hasBorder: true,
    fill: 'input',
    isUnlocked: true,
    format,
    ...(isNumeric(kind) ? { align: 'right' as const } : {}),
  };
  if (kind === 'date' && typeof value === 'string' && isCalendarDate(value))
    return { column, style, day: value };
  return typeof value === 'string' || typeof value === 'number'
    ? { column, style, value }
    : { column, style };
}

const isNumeric = (kind: ValueKind): boolean => kind === 'number' || kind === 'amount' || kind === 'percent';

function widthOf({ kind }: Column, at: number): number {
  if (kind === 'text') return at === 0 ? 48 : 32;
  return { number: 14, amount: 20, percent: 16, date: 14, time: 10, phone: 18, email: 28, village: 24 }[kind];
}

function rowsOf(content: Content | undefined, { key }: TableField): readonly Row[] {
  const value = content?.fields[key];
  return Array.isArray(value) ? value : [];
}

function memorySheet(code: string, villages: readonly Village[]): CellSheet {
  const style: CellStyle = { format: 'text' };
  return {
    name: MEMORY_SHEET,
    isHidden: true,
    isProtected: true,
    widths: [],
    rows: [
      { cells: [text(0, MEMORY_MARK, style), text(1, '1', style), text(2, code, style)] },
      ...villages.map(({ name }) => ({ cells: [text(0, name, style)] })),
    ],
  };
}
