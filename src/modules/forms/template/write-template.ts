import {
  type CellRow,
  type CellSheet,
  sheetAddress,
  type WrittenCell,
  writeCells,
} from '../../../kernel/documents/index.ts';
import type { CompiledCell } from '../domain/compiled.ts';
import type { ReadyForm } from '../domain/sheet.ts';
import { writtenCell } from '../domain/written-cell.ts';
import { checkFormula, checkWords } from './check-cells.ts';
import {
  type Addresses,
  addressesOf,
  FORM_SHEET,
  type Layout,
  layoutOf,
  MEMORY_MARK,
  MEMORY_SHEET,
  type OtherValue,
  otherValues,
  type TemplatePeriod,
  type UnitSheet,
} from './layout.ts';
import { tableLine } from './table-line.ts';
import { validationsOf } from './validations.ts';

/** Lines of the memory before the cells. */
const MEMORY_HEAD = 3;

/**
 * A form as an .xlsx to be filled in: what stands is filled in, what is computed is computed there too, and only cells that the unit
 * enters can be changed. A hidden sheet remembers the form, its version and the revisions that were seen. A form of fixed rows
 * takes the sheet of one unit; one whose rows are units takes any number.
 */
export function writeTemplate(
  ready: ReadyForm,
  units: readonly UnitSheet[],
  period: TemplatePeriod,
): Uint8Array {
  const layout = layoutOf(ready.compiled, units);
  const entered = layout.lines.flatMap((line) =>
    ready.compiled.cells
      .filter((cell) => cell.row === line.rowKey && isEntered(cell, line.unit))
      .map((cell) => ({ line, cell })),
  );
  const others = otherValues(ready.compiled, units);
  const places = addressesOf(ready, layout, others, MEMORY_HEAD + entered.length);
  const memory = memorySheet(ready, layout, period, entered, others, places);
  return writeCells([formSheet(ready, layout, units, period, places), memory]);
}

export function isEntered(cell: CompiledCell, { sheet }: UnitSheet): boolean {
  return cell.input !== null && sheet.cells[cell.key]?.asked === true;
}

const text = (column: number, value: string, style: WrittenCell['style'] = {}): WrittenCell => ({
  column,
  value,
  style,
});

function formSheet(
  ready: ReadyForm,
  layout: Layout,
  units: readonly UnitSheet[],
  period: TemplatePeriod,
  places: Addresses,
): CellSheet {
  const { compiled, version } = ready;
  const { spec } = version;
  const last = layout.checkColumn;
  const of =
    compiled.rowsAreUnits && units.length > 1 ? '' : `Đơn vị báo cáo: ${units[0]?.unitName ?? ''} · `;
  const rows: CellRow[] = [
    { cells: [text(0, spec.header, { font: 'italic' })] },
    {
      cells: [text(0, spec.title.toLocaleUpperCase('vi'), { font: 'title', align: 'center' })],
      height: heightOf(spec.title, 90),
    },
    { cells: [text(0, `${of}Kỳ báo cáo: ${period.name} (${period.days})`, { align: 'center' })] },
    { cells: [text(0, spec.unitLine, { font: 'italic', align: 'right' })] },
    { cells: [text(0, HOW, { font: 'italic' })], height: 32 },
    ...headRows(ready, layout),
    ...layout.lines.map((line) => tableLine(ready, layout, line, places)),
    { cells: [] },
    ...belowTable(ready, layout, units, places),
    ...spec.notes.map((note) => ({
      cells: [text(0, note, { font: 'italic' })],
      height: heightOf(note, 120),
    })),
  ];
  const whole = (row: number) => ({ top: row, left: 0, bottom: row, right: last });
  const notesFrom = rows.length - spec.notes.length;
  const headers = compiled.header.flatMap((row, level) =>
    row
      .map(({ at, colspan, rowspan }) => ({
        top: layout.headerTop + level,
        left: at,
        bottom: layout.headerTop + level + rowspan - 1,
        right: at + colspan - 1,
      }))
      .filter((area) => area.top < area.bottom || area.left < area.right),
  );
  const bottom = layout.firstRow + layout.lines.length - 1;
  const checked = { top: layout.firstRow, left: last, bottom: rows.length, right: last };
  const first = sheetAddress(layout.firstRow, last);
  return {
    name: FORM_SHEET,
    isProtected: true,
    widths: [...compiled.columns.map(widthOf), 60],
    rows,
    merges: [
      ...[0, 1, 2, 3, 4].map(whole),
      ...spec.notes.map((_, at) => whole(notesFrom + at)),
      ...headers,
      ...(compiled.header.length > 1
        ? [{ top: layout.headerTop, left: last, bottom: layout.numberRow - 1, right: last }]
        : []),
    ],
    validations: bottom >= layout.firstRow ? validationsOf(ready, layout) : [],
    highlights: [
      { area: checked, formula: `LEFT(${first},3)="Lỗi"`, kind: 'error' },
      { area: checked, formula: `LEFT(${first},8)="Cảnh báo"`, kind: 'warning' },
    ],
    freeze: {
      rows: layout.firstRow,
      columns: compiled.columns.findIndex((column) => column.role === 'cells'),
    },
  };
}

const HOW =
  'Nhập vào các ô nền vàng. Ô không có số liệu thì ghi “không có số liệu: lý do”; không phát sinh thì ghi 0. Không thêm, xóa hoặc di chuyển dòng, cột.';

/** Lines of text in a merged cell wrap, and Excel does not make room for them. */
function heightOf(words: string, perLine: number): number {
  return Math.max(1, Math.ceil(words.length / perLine)) * 18;
}

function widthOf({ role }: ReadyForm['compiled']['columns'][number]): number {
  return { order: 6, label: 42, measure: 12, cells: 14 }[role];
}

function headRows(ready: ReadyForm, layout: Layout): CellRow[] {
  const style = { font: 'bold', fill: 'heading', hasBorder: true, align: 'center' } as const;
  const { header, columns } = ready.compiled;
  const rows = header.map((row, level) => {
    const labels = new Map(row.map((cell) => [cell.at, cell.label]));
    const cells = columns.map((_, at) => text(at, labels.get(at) ?? '', style));
    const tallest = Math.max(
      ...row.map((cell) => (cell.rowspan > 1 ? 0 : cell.label.length / (cell.colspan * 12))),
    );
    return {
      cells: [...cells, text(layout.checkColumn, level === 0 ? 'Kiểm tra' : '', style)],
      height: Math.max(1, Math.ceil(tallest)) * 18,
    };
  });
  const numbers = columns.map((column, at) => text(at, column.number, { ...style, font: 'italic' }));
  return [...rows, { cells: [...numbers, text(layout.checkColumn, '', style)] }];
}

/** Checks that belong to no single line. */
function belowTable(
  ready: ReadyForm,
  layout: Layout,
  units: readonly UnitSheet[],
  places: Addresses,
): CellRow[] {
  const checks = ready.compiled.checks.filter((check) => !isOfLine(ready, check.key));
  return units.flatMap((unit) =>
    checks.map((check) => ({
      cells: [
        text(0, check.message.vi, {}),
        {
          column: layout.checkColumn,
          style: { hasBorder: true },
          formula: checkFormula([check], (name) => places.at(unit.sheet.unitId, name), ready),
          value: checkWords([check], unit.sheet),
        },
      ],
    })),
  );
}

/** `k1@r2` is told beside row `r2`. */
export function isOfLine({ compiled }: ReadyForm, checkKey: string): boolean {
  const [, at] = checkKey.split('@');
  return at !== undefined && compiled.rows.some((row) => row.key === at);
}

function memorySheet(
  ready: ReadyForm,
  layout: Layout,
  period: TemplatePeriod,
  entered: readonly { readonly line: Layout['lines'][number]; readonly cell: CompiledCell }[],
  others: readonly OtherValue[],
  places: Addresses,
): CellSheet {
  const { columns } = ready.compiled;
  const labelAt = columns.findIndex((column) => column.role === 'label');
  const line = (...values: (string | number)[]): CellRow => ({
    cells: values.map((value, column) => ({ column, style: { format: 'text' as const }, value })),
  });
  const rows = [
    line(MEMORY_MARK, '1'),
    line(ready.form.id, ready.version.id, period.code),
    line('ô', 'đơn vị', 'mã ô', 'lần sửa', 'nội dung', 'số cột', 'dòng'),
    ...entered.map(({ line: { row, rowKey, unit }, cell }) => {
      const { sheet, unitName } = unit;
      const at = places.cell(sheet.unitId, cell.key);
      const label = ready.compiled.rowsAreUnits
        ? unitName
        : (ready.compiled.rows.find((one) => one.key === rowKey)?.label ?? '');
      const standing = sheet.cells[cell.key];
      return line(
        sheetAddress(row, at?.column ?? 0),
        sheet.unitId,
        cell.key,
        String(standing?.revision ?? 0),
        writtenCell(standing?.value),
        `${sheetAddress(layout.numberRow, at?.column ?? 0)}=${columns[at?.column ?? 0]?.number ?? ''}`,
        labelAt < 0 ? '' : `${sheetAddress(row, labelAt)}=${label}`,
      );
    }),
    ...others.map(({ unitId, name, number }) => ({
      cells: [...line('kỳ khác', unitId, name).cells, { column: 4, style: {}, value: number }],
    })),
  ];
  return { name: MEMORY_SHEET, isHidden: true, isProtected: true, widths: [], rows };
}
