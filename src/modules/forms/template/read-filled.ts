import {
  type DocumentContent,
  type Grid,
  type GridCell,
  parseSheetAddress,
} from '../../../kernel/documents/index.ts';
import { isId } from '../../../kernel/ids.ts';
import type { CellInput, CellValue, CompiledForm } from '../domain/compiled.ts';
import { type CellWrong, readCell } from '../domain/read-cell.ts';
import type { SaveCell } from '../domain/sheet.ts';
import { valueWrong } from '../domain/value-wrong.ts';
import { sameValue } from '../domain/written-cell.ts';
import { FORM_SHEET, MEMORY_MARK, MEMORY_SHEET } from './layout.ts';

/** What a filled workbook remembers of the form it was made from. */
export interface Memory {
  readonly formId: string;
  readonly versionId: string;
  readonly periodCode: string;
  readonly cells: readonly RememberedCell[];
}

export interface RememberedCell {
  /** `D8`. */
  readonly at: string;
  readonly unitId: string;
  readonly key: string;
  readonly revision: number;
  /** What the cell held when the workbook was made, as it is written in a field. */
  readonly before: string;
  /** `D7=(4)`, `B8=UBND xã Một`: what stands there as long as nothing was moved. */
  readonly witnesses: readonly string[];
}

export type ReadMemory =
  | { readonly memory: Memory }
  | { readonly wrong: 'not_ours' | 'no_sheet' | 'moved'; readonly place: string };

const textAt = (grid: Grid | undefined, row: number, column: number): string =>
  grid?.rows[row]?.[column]?.text ?? '';

function cellAt(grid: Grid, address: string): GridCell | undefined {
  const place = parseSheetAddress(address);
  return place && grid.rows[place.row]?.[place.column];
}

/** Reads what a workbook was made from, and whether its cells still stand where they stood. */
export function readMemory(content: DocumentContent): ReadMemory {
  const memory = content.grids.find((grid) => grid.name === MEMORY_SHEET);
  const formId = textAt(memory, 1, 0);
  if (!memory || textAt(memory, 0, 0) !== MEMORY_MARK || !isId(formId))
    return { wrong: 'not_ours', place: content.fileName };
  const grid = content.grids.find((one) => one.name === FORM_SHEET);
  if (!grid) return { wrong: 'no_sheet', place: FORM_SHEET };
  const cells: RememberedCell[] = [];
  for (let row = 3; row < memory.rows.length; row++) {
    const [at, unitId, key, revision, before, number, label] = Array.from({ length: 7 }, (_, column) =>
      textAt(memory, row, column),
    );
    if (!at || !unitId || !key || parseSheetAddress(at) === undefined || !isId(unitId)) continue;
    const witnesses = [number ?? '', label ?? ''].filter((one) => one !== '');
    cells.push({ at, unitId, key, revision: Number(revision), before: before ?? '', witnesses });
  }
  for (const witness of new Set(cells.flatMap((cell) => cell.witnesses))) {
    const [address = '', ...words] = witness.split('=');
    if (spaces(cellAt(grid, address)?.text ?? '') !== spaces(words.join('=')))
      return { wrong: 'moved', place: `${FORM_SHEET}!${address}` };
  }
  return { memory: { formId, versionId: textAt(memory, 1, 1), periodCode: textAt(memory, 1, 2), cells } };
}

const spaces = (words: string): string => words.normalize('NFC').replace(/\s+/g, ' ').trim();

/** A cell that a person changed in the workbook, or one that cannot be read. */
export interface FilledCell {
  /** `Biểu!D8`. */
  readonly place: string;
  readonly unitId: string;
  readonly key: string;
  readonly before: CellValue | null;
  /** As it stands in the workbook. */
  readonly written: string;
}

export interface Filled {
  readonly changed: readonly (FilledCell & { readonly save: SaveCell })[];
  readonly wrong: readonly (FilledCell & { readonly why: CellWrong })[];
}

/** The cells that differ from what the workbook was made with. Cells of a form that changed since are read by their keys. */
export function readFilled(content: DocumentContent, memory: Memory, form: CompiledForm): Filled {
  const grid = content.grids.find((one) => one.name === FORM_SHEET);
  const inputs = new Map(form.cells.map((cell) => [cell.key, cell.input]));
  const changed: (FilledCell & { save: SaveCell })[] = [];
  const wrong: (FilledCell & { why: CellWrong })[] = [];
  for (const { at, unitId, key, revision, before } of memory.cells) {
    const cell = grid && cellAt(grid, at);
    // A cell that the form has no more is saved as words: the form then says that it is unknown.
    const input: CellInput = inputs.get(key) ?? { type: 'words' };
    const stood = readCell(input, before);
    const told = {
      place: `${FORM_SHEET}!${at}`,
      unitId,
      key,
      before: 'value' in stood ? stood.value : null,
      written: cell?.text ?? '',
    };
    const read = valueOfCell(input, cell);
    if ('wrong' in read) wrong.push({ ...told, why: read.wrong });
    else if (!sameValue(read.value, told.before))
      changed.push({ ...told, save: { unitId, key, value: read.value, revision, place: told.place } });
  }
  return { changed, wrong };
}

function valueOfCell(input: CellInput, cell: GridCell | undefined): ReturnType<typeof readCell> {
  if (!cell) return { value: null };
  // A number is what Excel stores, not what it shows rounded.
  if (input.type === 'number' && typeof cell.value === 'number') {
    // Fifteen digits are all that Excel stores; more would be the noise of binary fractions.
    const value: CellValue = { kind: 'number', number: Number(cell.value.toPrecision(15)) };
    const why = valueWrong(input, value);
    return why ? { wrong: why } : { value };
  }
  if (input.type === 'date' && typeof cell.value === 'string') return readCell(input, cell.value);
  return readCell(input, cell.text);
}
