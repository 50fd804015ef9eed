import { AppError } from '../../errors.ts';
import { CellBudget } from '../budget.ts';
import { documentErrors } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import type { Grid, Paragraph } from '../types.ts';
import { attribute, integerAttribute, isOn, type XmlElement, type XmlHandler } from '../xml.ts';
import type { Numbering } from './numbering.ts';
import { ParagraphState } from './paragraph.ts';
import type { StyleSheet } from './styles.ts';
import { CellState, TableState } from './table.ts';

const WORD = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** What was taken away, how something looked before a tracked change, and the small readings over a text. */
const LEFT_OUT = new Set([
  'del',
  'moveFrom',
  'rt',
  'pPrChange',
  'rPrChange',
  'sectPrChange',
  'tblPrChange',
  'tblGridChange',
  'tcPrChange',
  'trPrChange',
  'numberingChange',
]);
/** A mark of deletion here says that the paragraph end or the row is deleted, and has no content itself. */
const MARK_PARENTS = new Set(['rPr', 'trPr']);

/** Walks `word/document.xml`: paragraphs outside tables and tables, in reading order. */
export class BodyHandler implements XmlHandler {
  readonly paragraphs: Paragraph[] = [];
  readonly grids: Grid[] = [];
  hasTrackedChanges = false;
  readonly #file: string;
  readonly #styles: StyleSheet;
  readonly #numbering: Numbering;
  readonly #budget: CellBudget;
  readonly #path: string[] = [];
  readonly #open: ParagraphState[] = [];
  readonly #tables: TableState[] = [];
  readonly #cells: CellState[] = [];
  #skipping = 0;
  #inText = false;
  #breakPending = false;
  #carried: ParagraphState | undefined;

  constructor(file: string, styles: StyleSheet, numbering: Numbering) {
    this.#file = file;
    this.#styles = styles;
    this.#numbering = numbering;
    this.#budget = new CellBudget(file);
  }

  open(element: XmlElement): void {
    if (this.#skipping > 0) {
      this.#skipping += 1;
      return;
    }
    const parent = this.#path.at(-1) ?? '';
    if (this.#isLeftOut(element, parent)) {
      this.#skipping = 1;
      return;
    }
    this.#path.push(element.local);
    if (WORD.has(element.uri)) this.#openWord(element, parent);
  }

  close(element: XmlElement): void {
    if (this.#skipping > 0) {
      this.#skipping -= 1;
      return;
    }
    this.#path.pop();
    if (!WORD.has(element.uri)) return;
    if (element.local === 't') this.#inText = false;
    else if (element.local === 'p') this.#closeParagraph();
    else if (element.local === 'tc') this.#closeCell();
    else if (element.local === 'tr') this.#tables.at(-1)?.closeRow();
    else if (element.local === 'tbl') this.#closeTable();
    else if (element.local === 'body') this.#flushCarried();
  }

  text(text: string): void {
    if (this.#inText) this.#open.at(-1)?.addText(text.replace(/[\r\n]+/g, ' '), this.#styles);
  }

  #isLeftOut(element: XmlElement, parent: string): boolean {
    if (element.uri === COMPATIBILITY) return element.local === 'Fallback';
    if (!WORD.has(element.uri)) return false;
    if (element.local === 'ins' || element.local === 'del' || element.local === 'moveFrom')
      this.hasTrackedChanges = true;
    return LEFT_OUT.has(element.local) && !MARK_PARENTS.has(parent);
  }

  #openWord(element: XmlElement, parent: string): void {
    switch (element.local) {
      case 'p':
        this.#openParagraph();
        return;
      case 'tbl':
        this.#openTable();
        return;
      case 'tr':
        this.#tables.at(-1)?.openRow();
        return;
      case 'tc':
        if (this.#tables.length > 0) this.#cells.push(new CellState());
        return;
    }
    if (parent === 'tcPr') this.#cellProperty(element);
    else if (parent === 'trPr') this.#rowProperty(element);
    else this.#inParagraph(element, parent);
  }

  #inParagraph(element: XmlElement, parent: string): void {
    const paragraph = this.#open.at(-1);
    if (!paragraph) return;
    if (parent === 'pPr' || parent === 'numPr' || parent === 'sectPr')
      this.#paragraphProperty(paragraph, element);
    else if (parent === 'rPr') this.#runProperty(paragraph, element);
    else if (element.local === 'r') paragraph.run = { hidden: false };
    else if (parent === 'r') this.#runContent(paragraph, element);
  }

  #runContent(paragraph: ParagraphState, element: XmlElement): void {
    switch (element.local) {
      case 't':
        this.#inText = true;
        break;
      case 'tab':
      case 'ptab':
        paragraph.addText(' ', this.#styles);
        break;
      case 'noBreakHyphen':
        paragraph.addText('-', this.#styles);
        break;
      case 'cr':
        paragraph.addLineBreak();
        break;
      case 'br':
        if (attribute(element, 'type') === 'page') paragraph.addPageBreak();
        else paragraph.addLineBreak();
        break;
    }
  }

  #paragraphProperty(paragraph: ParagraphState, element: XmlElement): void {
    switch (element.local) {
      case 'pStyle':
        paragraph.style = attribute(element, 'val');
        break;
      case 'numId':
        paragraph.numId = integerAttribute(element, 'val');
        break;
      case 'ilvl':
        paragraph.level = integerAttribute(element, 'val');
        break;
      case 'pageBreakBefore':
        paragraph.breakBefore = isOn(element);
        break;
      case 'sectPr':
        paragraph.breakAfter = true;
        break;
      case 'type':
        if (attribute(element, 'val') === 'continuous') paragraph.breakAfter = false;
        break;
    }
  }

  #runProperty(paragraph: ParagraphState, element: XmlElement): void {
    if (this.#path.at(-3) === 'pPr') {
      if (element.local === 'del' || element.local === 'moveFrom') paragraph.markDeleted = true;
      return;
    }
    if (element.local === 'b') paragraph.run.bold = isOn(element);
    else if (element.local === 'i') paragraph.run.italic = isOn(element);
    else if (element.local === 'vanish') paragraph.run.hidden = isOn(element);
    else if (element.local === 'rStyle') paragraph.run.style = attribute(element, 'val') ?? '';
  }

  #openParagraph(): void {
    const paragraph = new ParagraphState();
    if (this.#carried) paragraph.continueFrom(this.#carried);
    this.#carried = undefined;
    this.#open.push(paragraph);
  }

  #closeParagraph(): void {
    const paragraph = this.#open.pop();
    if (!paragraph) return;
    if (paragraph.markDeleted) {
      this.#carried = paragraph;
      return;
    }
    const text = paragraph.text;
    const label = this.#numbering.next(paragraph, paragraph.style);
    const cell = this.#cells.at(-1);
    if (!cell) {
      this.#emit(paragraph, text, label);
      return;
    }
    this.#budget.spend(1);
    cell.add([label, text].filter(Boolean).join(' '), text === '' ? undefined : paragraph.bold);
  }

  /** Where no paragraph follows, the one whose mark was deleted stands for itself. */
  #flushCarried(): void {
    const paragraph = this.#carried;
    this.#carried = undefined;
    if (!paragraph) return;
    const cell = this.#cells.at(-1);
    if (cell) cell.add(paragraph.text, paragraph.bold);
    else this.#emit(paragraph, paragraph.text, undefined);
  }

  #emit(paragraph: ParagraphState, text: string, label: string | undefined): void {
    const breakBefore = paragraph.breakBefore || this.#breakPending;
    this.#breakPending = paragraph.breakAfter || (text === '' && breakBefore);
    if (text === '') return;
    if (this.paragraphs.length >= LIMITS.paragraphs) {
      throw new AppError(documentErrors.too_many_paragraphs, { file: this.#file, limit: LIMITS.paragraphs });
    }
    const style = this.#styles.nameOf(paragraph.style);
    const out: Paragraph = { text, bold: paragraph.bold, italic: paragraph.italic };
    if (style !== undefined) out.style = style;
    if (label !== undefined) out.numbering = label;
    if (breakBefore) out.pageBreakBefore = true;
    this.paragraphs.push(out);
  }

  #openTable(): void {
    if (this.#tables.length >= LIMITS.nestedTables)
      throw new AppError(documentErrors.too_deep, { file: this.#file });
    this.#flushCarried();
    this.#breakPending = false;
    const name = `Bảng ${this.grids.length + 1}`;
    this.#tables.push(new TableState(this.#file, name, this.#budget, this.paragraphs.length));
  }

  #closeTable(): void {
    const table = this.#tables.pop();
    if (!table) return;
    const outer = this.#tables.at(-1);
    if (!outer) this.grids.push(...table.toGrids(this.grids.length + 1));
    else if (table.isOwnTable) outer.inner.push(table);
    else {
      for (const line of table.asLines()) this.#cells.at(-1)?.add(line, false);
      outer.inner.push(...table.inner);
    }
  }

  #closeCell(): void {
    this.#flushCarried();
    const cell = this.#cells.pop();
    if (cell) this.#tables.at(-1)?.addCell(cell);
  }

  #rowProperty(element: XmlElement): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    if (element.local === 'del') table.rowDeleted = true;
    else if (element.local === 'gridBefore')
      table.skipColumns(Math.max(0, integerAttribute(element, 'val') ?? 0));
  }

  #cellProperty(element: XmlElement): void {
    const cell = this.#cells.at(-1);
    if (!cell) return;
    const value = attribute(element, 'val');
    if (element.local === 'gridSpan') {
      cell.span = Math.min(Math.max(1, integerAttribute(element, 'val') ?? 1), LIMITS.columns + 1);
    } else if (element.local === 'vMerge') cell.vertical = value === 'restart' ? 'restart' : 'continue';
    else if (element.local === 'hMerge') cell.joinsLeft = value !== 'restart';
  }
}
