import { isCalendarDate } from '../../../../kernel/dates.ts';
import type { Grid, GridCell } from '../../../../kernel/documents/types.ts';
import { withoutDiacritics } from '../../../../kernel/i18n.ts';
import { figureErrors } from '../../errors.ts';
import type { Hand } from '../value-text.ts';
import type { ExchangeRecord, ReadRecords, RecordProblem } from './record.ts';

const COLUMNS = {
  figure: ['ma chi tieu', 'chi tieu', 'figure', 'dataelement', 'data element'],
  period: ['ky', 'ma ky', 'ky bao cao', 'period'],
  unit: ['khoa don vi', 'ma don vi', 'don vi', 'unit', 'orgunit', 'org unit'],
  value: ['so lieu', 'gia tri', 'value'],
  numerator: ['tu so', 'numerator'],
  denominator: ['mau so', 'denominator'],
  noData: ['ly do khong co so lieu', 'khong co so lieu', 'no data', 'nodata'],
  unitOfMeasure: ['don vi tinh', 'unit of measure', 'unitofmeasure'],
  revision: ['lan sua', 'revision'],
} as const;

type Column = keyof typeof COLUMNS;

/** A header stands among the first rows: a title and notes may come before it. */
const HEADER_WITHIN = 20;

const plain = (text: string): string => withoutDiacritics(text).replace(/\s+/g, ' ').trim();

function headerOf(row: readonly (GridCell | undefined)[]): Map<Column, number> | undefined {
  const found = new Map<Column, number>();
  row.forEach((cell, index) => {
    const text = cell ? plain(cell.text) : '';
    for (const [column, names] of Object.entries(COLUMNS) as [Column, readonly string[]][])
      if (names.includes(text) && !found.has(column)) found.set(column, index);
  });
  const isWhole = (['figure', 'period', 'unit'] as const).every((column) => found.has(column));
  return isWhole && (found.has('value') || found.has('numerator')) ? found : undefined;
}

/** What a cell says: a typed number or date exactly, anything else as it is read. */
function said(cell: GridCell | undefined): { text: string; hand: Hand | undefined } {
  if (typeof cell?.value === 'number')
    // Fifteen digits, as the sheet shows them: what stands behind them is noise of binary fractions.
    return { text: String(Number(cell.value.toPrecision(15))), hand: 'machine' };
  if (typeof cell?.value === 'string' && isCalendarDate(cell.value))
    return { text: cell.value, hand: 'machine' };
  // Our own lists put an apostrophe before what a spreadsheet would run as a formula.
  return { text: (cell?.text ?? '').replace(/^'(?=[=+\-@])/, ''), hand: undefined };
}

/**
 * Reads sheets, Word tables or CSV with one value a row. `nameCell` names a place for people. `undefined` when no sheet has the
 * columns of figure, period, unit and value.
 */
export function recordsOfGrids(
  grids: readonly Grid[],
  hand: Hand,
  nameCell: (grid: Grid, row: number, column: number) => string,
): ReadRecords | undefined {
  const records: ExchangeRecord[] = [];
  const problems: RecordProblem[] = [];
  let found = false;
  for (const grid of grids) {
    const at = grid.rows.slice(0, HEADER_WITHIN).findIndex((row) => headerOf(row) !== undefined);
    const columns = headerOf(grid.rows[at] ?? []);
    if (!columns) continue;
    found = true;
    grid.rows.slice(at + 1).forEach((cells, index) => {
      const row = at + 1 + index;
      const place = (column: Column): string => nameCell(grid, row, columns.get(column) ?? 0);
      const one = recordOf(cells, columns, hand, place);
      if (one === undefined) return;
      if ('error' in one) problems.push(one);
      else records.push(one);
    });
  }
  return found ? { records, problems } : undefined;
}

function recordOf(
  cells: readonly (GridCell | undefined)[],
  columns: ReadonlyMap<Column, number>,
  hand: Hand,
  place: (column: Column) => string,
): ExchangeRecord | RecordProblem | undefined {
  const cell = (column: Column): GridCell | undefined => {
    const index = columns.get(column);
    return index === undefined ? undefined : cells[index];
  };
  const text = (column: Column): string => said(cell(column)).text.trim();
  const [figure, unit, period] = [text('figure'), text('unit'), text('period')];
  const [numerator, denominator] = [said(cell('numerator')), said(cell('denominator'))];
  const isRate = numerator.text !== '' || denominator.text !== '';
  const plainValue = said(cell('value'));
  const noData = text('noData');
  // Lines without a figure are titles, notes and spaces; without a value they say nothing.
  if (figure === '' || (!isRate && plainValue.text.trim() === '' && noData === '')) return undefined;
  const missing = (['unit', 'period'] as const).find((column) => text(column) === '');
  if (missing)
    return { place: place(missing), error: figureErrors.record_unreadable, params: { field: missing } };
  const revision = text('revision');
  if (revision !== '' && !/^\d{1,9}$/.test(revision))
    return { place: place('revision'), error: figureErrors.record_unreadable, params: { field: 'revision' } };
  const measure = text('unitOfMeasure');
  const valueAt = isRate ? 'numerator' : plainValue.text.trim() === '' ? 'noData' : 'value';
  return {
    places: { figure: place('figure'), unit: place('unit'), period: place('period'), value: place(valueAt) },
    figure,
    unit,
    period,
    value: isRate ? `${numerator.text}/${denominator.text}` : plainValue.text,
    hand: (isRate ? numerator.hand : plainValue.hand) ?? hand,
    noData,
    unitOfMeasure: measure === '' ? undefined : measure,
    revision: revision === '' ? undefined : Number(revision),
    clear: false,
  };
}
