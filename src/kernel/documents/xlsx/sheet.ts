import { type CalendarDate, isCalendarDate } from '../../dates.ts';
import { AppError } from '../../errors.ts';
import { parseSheetAddress, sheetAddress } from '../address.ts';
import type { CellBudget } from '../budget.ts';
import { documentErrors } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { applyMerges, type Merge, parseMerge } from '../merges.ts';
import { showNumber } from '../number-format.ts';
import type { Grid, GridCell } from '../types.ts';
import { attribute, integerAttribute, type XmlElement, type XmlHandler } from '../xml.ts';
import { type SheetText, sheetText, TextCollector } from './strings.ts';
import { PLAIN_STYLE, type SheetStyle } from './styles.ts';

export interface SheetContext {
  readonly file: string;
  readonly name: string;
  readonly hidden: boolean;
  readonly styles: readonly SheetStyle[];
  readonly strings: readonly SheetText[];
  readonly from1904: boolean;
  readonly budget: CellBudget;
}

/** How many cells of a kind, and where the first one is. */
export interface Finding {
  count: number;
  first: string;
}

/** What a person should look at in one sheet. */
export interface SheetFindings {
  errors: Finding;
  formulasWithoutValue: Finding;
  /** 0-based. */
  hiddenColumns: Set<number>;
}

function note(finding: Finding, address: string): void {
  if (finding.count === 0) finding.first = address;
  finding.count += 1;
}

/** Reads one worksheet part, element by element, into a grid. */
export class SheetHandler implements XmlHandler {
  readonly findings: SheetFindings = {
    errors: { count: 0, first: '' },
    formulasWithoutValue: { count: 0, first: '' },
    hiddenColumns: new Set(),
  };
  readonly #context: SheetContext;
  readonly #rows: (GridCell | undefined)[][] = [];
  readonly #hiddenRows: number[] = [];
  readonly #merges: Merge[] = [];
  readonly #collector = new TextCollector();
  #row = -1;
  #rowHidden = false;
  #column = -1;
  #type = 'n';
  #style: SheetStyle = PLAIN_STYLE;
  #value = '';
  #inValue = false;
  #inInline = false;
  #hasFormula = false;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  open(element: XmlElement): void {
    if (this.#inInline) this.#collector.open(element);
    else if (element.local === 'c') this.#openCell(element);
    else if (element.local === 'v') this.#inValue = true;
    else if (element.local === 'f') this.#hasFormula = true;
    else if (element.local === 'row') this.#openRow(element);
    else if (element.local === 'is') {
      this.#inInline = true;
      this.#collector.begin();
    } else if (element.local === 'mergeCell') {
      const merge = parseMerge(attribute(element, 'ref') ?? '');
      this.#context.budget.spend(1);
      if (merge) this.#merges.push(merge);
    } else if (element.local === 'col') this.#noteColumn(element);
  }

  text(text: string): void {
    if (this.#inInline) this.#collector.text(text);
    else if (this.#inValue) this.#value += text;
  }

  close(element: XmlElement): void {
    if (element.local === 'is') this.#inInline = false;
    else if (this.#inInline) this.#collector.close(element);
    else if (element.local === 'v') this.#inValue = false;
    else if (element.local === 'c') this.#closeCell();
  }

  /** The finished grid; merged cells filled. */
  grid(): Grid {
    applyMerges(this.#rows, this.#merges, this.#context.budget, sheetAddress);
    const grid: Grid = {
      source: this.#context.file,
      name: this.#context.name,
      rows: this.#rows,
      hidden: this.#context.hidden,
    };
    const hiddenRows = this.#hiddenRows.filter((row) => row < this.#rows.length);
    if (hiddenRows.length > 0) grid.hiddenRows = hiddenRows;
    return grid;
  }

  #openRow(element: XmlElement): void {
    this.#row = (integerAttribute(element, 'r') ?? this.#row + 2) - 1;
    this.#column = -1;
    const hidden = attribute(element, 'hidden');
    this.#rowHidden = hidden === '1' || hidden === 'true';
  }

  #openCell(element: XmlElement): void {
    const place = parseSheetAddress(attribute(element, 'r') ?? '');
    this.#column = place?.column ?? this.#column + 1;
    if (place) this.#row = place.row;
    this.#type = attribute(element, 't') ?? 'n';
    this.#style = this.#context.styles[integerAttribute(element, 's') ?? 0] ?? PLAIN_STYLE;
    this.#value = '';
    this.#hasFormula = false;
    if (this.#type === 'inlineStr') this.#collector.begin();
  }

  #closeCell(): void {
    const address = sheetAddress(this.#row, this.#column);
    const shown = this.#show();
    if (this.#type === 'e') note(this.findings.errors, address);
    if (shown.text === '') {
      if (this.#hasFormula && this.#value === '' && this.#type !== 'str')
        note(this.findings.formulasWithoutValue, address);
      return;
    }
    const cell: GridCell = { text: shown.text, address, bold: shown.bold ?? this.#style.bold };
    if (shown.value !== undefined) cell.value = shown.value;
    this.#put(cell);
  }

  #show(): { text: string; bold?: boolean; value?: number | boolean | CalendarDate } {
    const raw = this.#value;
    switch (this.#type) {
      case 's':
        return this.#showText(this.#context.strings[Number(raw)]);
      case 'inlineStr':
        return this.#showText(this.#collector.finish());
      case 'b':
        return raw === '' ? { text: '' } : { text: raw === '1' ? 'TRUE' : 'FALSE', value: raw === '1' };
      case 'd': {
        const day = raw.slice(0, 10);
        return isCalendarDate(day)
          ? { text: day.split('-').reverse().join('/'), value: day }
          : { text: sheetText(raw) };
      }
      case 'n': {
        const number = Number(raw);
        if (raw.trim() === '' || !Number.isFinite(number)) return { text: sheetText(raw) };
        return showNumber(number, this.#style.format, this.#context.from1904);
      }
      default:
        return { text: sheetText(raw) };
    }
  }

  #showText(text: SheetText | undefined): { text: string; bold?: boolean } {
    if (!text) return { text: '' };
    return text.bold === 'cell' ? { text: text.text } : { text: text.text, bold: text.bold };
  }

  #put(cell: GridCell): void {
    const { file, name, budget } = this.#context;
    if (this.#row >= LIMITS.rows) {
      throw new AppError(documentErrors.too_many_rows, { file, grid: name, limit: LIMITS.rows });
    }
    if (this.#column >= LIMITS.columns) {
      throw new AppError(documentErrors.too_many_columns, { file, grid: name, limit: LIMITS.columns });
    }
    budget.spend(1);
    while (this.#rows.length <= this.#row) this.#rows.push([]);
    const row = this.#rows[this.#row] ?? [];
    while (row.length < this.#column) row.push(undefined);
    row[this.#column] = cell;
    if (this.#rowHidden && this.#hiddenRows.at(-1) !== this.#row) this.#hiddenRows.push(this.#row);
  }

  #noteColumn(element: XmlElement): void {
    const hidden = attribute(element, 'hidden');
    if (hidden !== '1' && hidden !== 'true') return;
    const from = integerAttribute(element, 'min') ?? 1;
    const to = integerAttribute(element, 'max') ?? from;
    const columns = this.findings.hiddenColumns;
    if (columns.size >= LIMITS.columns) return;
    for (let column = Math.max(1, from); column <= Math.min(to, LIMITS.columns); column++)
      columns.add(column - 1);
  }
}
