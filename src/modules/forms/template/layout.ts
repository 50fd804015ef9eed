import { sheetAddress } from '../../../kernel/documents/index.ts';
import type { CompiledCell, CompiledForm } from '../domain/compiled.ts';
import { cellName, relationOf } from '../domain/expr.ts';
import type { ReadyForm, Sheet } from '../domain/sheet.ts';
import { UNIT_ROW } from '../domain/spec.ts';

/** The sheet that people fill in, and the one that remembers what it was made from. */
export const FORM_SHEET = 'Biểu';
export const MEMORY_SHEET = '_danbiet';
/** Stands in the first cell of the memory. */
export const MEMORY_MARK = 'danbiet-form';

/** A filled sheet with the unit that fills it. */
export interface UnitSheet {
  readonly sheet: Sheet;
  readonly unitName: string;
}

export interface TemplatePeriod {
  readonly code: string;
  readonly name: string;
  readonly days: string;
}

/** Where everything stands, 0-based. */
export interface Layout {
  readonly headerTop: number;
  /** The row of column numbers. */
  readonly numberRow: number;
  readonly firstRow: number;
  /** One line of the table for each: a row of the form, or a unit. */
  readonly lines: readonly Line[];
  /** The column of what does not add up, right of the form. */
  readonly checkColumn: number;
  /** Checks that belong to no single row stand below the table. */
  readonly belowRow: number;
}

export interface Line {
  readonly row: number;
  readonly rowKey: string;
  readonly unit: UnitSheet;
}

const LINES_ABOVE = 5;

/** Lines above the table: ground, title, unit and period, unit of measure, how to fill it in. */
export function layoutOf(form: CompiledForm, units: readonly UnitSheet[]): Layout {
  const headerTop = LINES_ABOVE;
  const numberRow = headerTop + form.header.length;
  const firstRow = numberRow + 1;
  const [only] = units;
  const lines = form.rowsAreUnits
    ? units.map((unit, at) => ({ row: firstRow + at, rowKey: UNIT_ROW, unit }))
    : form.rows.flatMap((row, at) => (only ? [{ row: firstRow + at, rowKey: row.key, unit: only }] : []));
  return {
    headerTop,
    numberRow,
    firstRow,
    lines,
    checkColumn: form.columns.length,
    belowRow: firstRow + lines.length + 1,
  };
}

/** Values of other periods are remembered, in this order, below the cells. */
export interface OtherValue {
  readonly unitId: string;
  readonly name: string;
  readonly number: number;
}

export function otherValues(form: CompiledForm, units: readonly UnitSheet[]): OtherValue[] {
  return units.flatMap(({ sheet }) =>
    Object.entries(sheet.values).flatMap(([name, value]) =>
      relationOf(name).relation !== 'this' && value?.kind === 'number' && form.cells.length > 0
        ? [{ unitId: sheet.unitId, name, number: value.number }]
        : [],
    ),
  );
}

export interface Addresses {
  /** Of a cell of one unit's sheet, in any period. */
  at(unitId: string, name: string): string | undefined;
  cell(unitId: string, key: string): { readonly row: number; readonly column: number } | undefined;
}

export function addressesOf(
  ready: ReadyForm,
  layout: Layout,
  others: readonly OtherValue[],
  othersFrom: number,
): Addresses {
  const { columns, cells } = ready.compiled;
  const columnAt = new Map(columns.map((column, at) => [column.key, at]));
  const places = new Map<string, { row: number; column: number }>();
  const byRow = new Map<string, CompiledCell[]>();
  for (const cell of cells) byRow.set(cell.row, [...(byRow.get(cell.row) ?? []), cell]);
  for (const { row, rowKey, unit } of layout.lines)
    for (const cell of byRow.get(rowKey) ?? [])
      places.set(`${unit.sheet.unitId} ${cell.key}`, { row, column: columnAt.get(cell.column) ?? 0 });
  const elsewhere = new Map(
    others.map(({ unitId, name }, at) => [
      `${unitId} ${name}`,
      `${MEMORY_SHEET}!${sheetAddress(othersFrom + at, OTHER_COLUMN)}`,
    ]),
  );
  return {
    cell: (unitId, key) => places.get(`${unitId} ${key}`),
    at(unitId, name) {
      const { key, relation } = relationOf(name);
      if (relation !== 'this') return elsewhere.get(`${unitId} ${cellName(key, relation)}`);
      const place = places.get(`${unitId} ${key}`);
      return place && sheetAddress(place.row, place.column);
    },
  };
}

/** Of the memory: where a number of another period stands. */
export const OTHER_COLUMN = 4;
