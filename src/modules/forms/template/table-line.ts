import { isCalendarDate } from '../../../kernel/dates.ts';
import type { CellRow, CellStyle, WrittenCell } from '../../../kernel/documents/index.ts';
import type { CompiledCell, CompiledColumn, CompiledRow } from '../domain/compiled.ts';
import { excelCell } from '../domain/excel-formula.ts';
import { relationOf } from '../domain/expr.ts';
import type { ReadyForm } from '../domain/sheet.ts';
import { writtenCell } from '../domain/written-cell.ts';
import { checkFormula, checkWords } from './check-cells.ts';
import type { Addresses, Layout, Line } from './layout.ts';

/** One line of the table: its number and label, its cells, and what does not add up in it. */
export function tableLine(ready: ReadyForm, layout: Layout, line: Line, places: Addresses): CellRow {
  const { compiled } = ready;
  const row = compiled.rows.find((one) => one.key === line.rowKey);
  const cells = compiled.columns.map((column, at): WrittenCell => {
    const words = row && wordsOf(column, row, line, layout, compiled.rowsAreUnits);
    if (words) return { column: at, ...words };
    const cell = compiled.cells.find((one) => one.key === `${line.rowKey}.${column.key}`);
    return { column: at, ...(cell ? cellOf(ready, cell, line, places) : blocked(row?.kind === 'group')) };
  });
  const checks = compiled.checks.filter((check) => check.key.endsWith(`@${line.rowKey}`));
  const style: CellStyle = { hasBorder: true };
  const told: WrittenCell =
    checks.length === 0
      ? { column: layout.checkColumn, style }
      : {
          column: layout.checkColumn,
          style,
          formula: checkFormula(checks, (name) => places.at(line.unit.sheet.unitId, name), ready),
          value: checkWords(checks, line.unit.sheet),
        };
  // Without a height of its own the row grows with the words that the check will say.
  return { cells: [...cells, told] };
}

type Written = Omit<WrittenCell, 'column'>;

const blocked = (isGroup: boolean): Written => ({
  style: { hasBorder: true, fill: isGroup ? 'heading' : 'grey' },
});

function wordsOf(
  column: CompiledColumn,
  row: CompiledRow,
  line: Line,
  layout: Layout,
  rowsAreUnits: boolean,
): Written | undefined {
  if (column.role === 'cells') return undefined;
  const isGroup = row.kind === 'group';
  const style: CellStyle = {
    hasBorder: true,
    font: isGroup ? 'bold' : 'plain',
    fill: isGroup ? 'heading' : 'none',
  };
  if (column.role === 'order') {
    const order = rowsAreUnits ? String(line.row - layout.firstRow + 1) : row.order;
    return { style: { ...style, align: 'center', format: 'text' }, value: order };
  }
  if (column.role === 'measure') return { style: { ...style, align: 'center' }, value: row.measure };
  const label = rowsAreUnits ? line.unit.unitName : row.label;
  return {
    style: { ...style, align: 'left', ...(row.level > 0 ? { indent: row.level } : {}) },
    value: label,
  };
}

function cellOf(ready: ReadyForm, cell: CompiledCell, { unit: { sheet } }: Line, places: Addresses): Written {
  const shown = sheet.values[cell.key];
  if (cell.expr) {
    const words = new Set(
      ready.compiled.cells.filter((one) => one.input?.type === 'words').map((one) => one.key),
    );
    const formula = excelCell(cell.expr, {
      at: (name) => places.at(sheet.unitId, name),
      isWords: (name) => words.has(relationOf(name).key),
    });
    const value = shown?.kind === 'number' ? shown.number : '';
    return {
      style: { ...numberStyle(cell), fill: 'none' },
      ...(formula === undefined ? { value } : { formula, value }),
    };
  }
  if (cell.kind === 'none') return blocked(false);
  const isEntered = cell.input !== null && sheet.cells[cell.key]?.asked === true;
  if (cell.input !== null && !isEntered && !shown) return blocked(false);
  const style = { ...styleOf(cell), fill: isEntered ? 'input' : 'grey', isUnlocked: isEntered } as const;
  if (shown?.kind === 'number') return { style, value: shown.number };
  if (shown?.kind === 'date' && isCalendarDate(shown.on)) return { style, day: shown.on };
  return { style, value: writtenCell(shown) };
}

function numberStyle(cell: CompiledCell): CellStyle {
  const decimals = cell.decimals === 1 || cell.decimals === 2 || cell.decimals === 3 ? cell.decimals : 0;
  return { hasBorder: true, align: 'right', format: decimals };
}

function styleOf(cell: CompiledCell): CellStyle {
  if (cell.input?.type === 'date') return { hasBorder: true, align: 'center', format: 'date' };
  if (cell.input?.type === 'words') return { hasBorder: true, align: 'left', format: 'text' };
  return numberStyle(cell);
}
