import {
  BorderStyle,
  convertMillimetersToTwip,
  type FileChild,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { qrCode, qrPng } from '../qr.ts';
import { ALIGNMENTS, styleId, TABLE_HEAD, TABLE_TEXT, twentieths } from './docx-styles.ts';
import { CODE_SIZE, type FaceName, TEXT } from './layout.ts';
import type {
  Block,
  ClauseBlock,
  ClauseLevel,
  CodeBlock,
  PaperCell,
  PaperRow,
  TableBlock,
  Words,
} from './model.ts';

/** Runs of words; a line break in them is a line break in Word. */
export function runsOf(words: Words, before = ''): TextRun[] {
  const runs = typeof words === 'string' ? [{ text: words }] : words;
  const all = before === '' ? runs : [{ text: before }, ...runs];
  return all.flatMap(({ text, ...look }: { text: string; bold?: boolean; italic?: boolean }) =>
    text.split('\n').map(
      (line, index) =>
        new TextRun({
          text: line,
          ...(index > 0 ? { break: 1 } : {}),
          ...(look.bold === undefined ? {} : { bold: look.bold }),
          ...(look.italic === undefined ? {} : { italics: look.italic }),
        }),
    ),
  );
}

/** A paragraph in the style of an element. */
export function lineOf(face: FaceName, words: Words, more: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ style: styleId(face), children: runsOf(words), ...more });
}

export function exactly(points: number): NonNullable<IParagraphOptions['spacing']> {
  return { before: 0, after: 0, line: twentieths(points), lineRule: LineRuleType.EXACT };
}

/** Room of so many points; between the parts of a paper twice what is between paragraphs. */
export function gap(points: number = 2 * TEXT.paragraphGap.value): Paragraph {
  return new Paragraph({ spacing: exactly(points) });
}

const HEADINGS: Record<ClauseLevel, (typeof HeadingLevel)[keyof typeof HeadingLevel]> = {
  part: HeadingLevel.HEADING_1,
  section: HeadingLevel.HEADING_2,
  subsection: HeadingLevel.HEADING_3,
  letter: HeadingLevel.HEADING_4,
  number: HeadingLevel.HEADING_5,
  dash: HeadingLevel.HEADING_6,
};

function clauseOf(block: ClauseBlock, keepNext: boolean): Paragraph {
  return new Paragraph({
    ...(block.isHeading ? { heading: HEADINGS[block.level] } : { style: styleId('body') }),
    ...(keepNext ? { keepNext } : {}),
    children: runsOf(block.words, `${block.label} `),
  });
}

/**
 * The blocks of a body or an annex on lines `width` twips long. With `keepsNext` the last paragraph stays with what follows: a signature
 * never stands alone on a page.
 */
export function blocksOf(
  blocks: readonly Block[],
  { width, scale, keepsNext = false }: { width: number; scale: number; keepsNext?: boolean },
): FileChild[] {
  return blocks.flatMap((block, index): FileChild[] => {
    const keepNext = keepsNext && index === blocks.length - 1;
    if (block.kind === 'clause') return [clauseOf(block, keepNext)];
    const around = TEXT.paragraphGap.value * scale;
    if (block.kind === 'table') return [gap(around), tableOf(block, width, scale), gap(around)];
    if (block.kind === 'code') return [gap(around), codeOf(block, width, scale), gap(around)];
    const alignment = block.align === undefined ? {} : { alignment: ALIGNMENTS[block.align] };
    const indent = block.align === undefined || block.align === 'justify' ? {} : { indent: { firstLine: 0 } };
    return [lineOf('body', block.words, { ...alignment, ...indent, ...(keepNext ? { keepNext } : {}) })];
  });
}

/** A row of one cell heads the rows below it. */
export function headsRows(row: PaperRow, columns: number): boolean {
  return row.length === 1 && row[0]?.colSpan === columns;
}

/** Air at the sides of a cell, twips. */
const cellMargins = (scale: number) => {
  const [side, above] = [Math.round(85 * scale), Math.round(28 * scale)];
  return { marginUnitType: WidthType.DXA, left: side, right: side, top: above, bottom: above } as const;
};

/** Pixels as Word counts those of pictures. */
const pixels = (mm: number): number => Math.round((mm / 25.4) * 96);

/** A QR code and, beside it, its words. */
function codeOf({ content, label, words }: CodeBlock, width: number, scale: number): Table {
  const side = CODE_SIZE * scale;
  const left = twips(side + 4 * scale);
  const picture = new ImageRun({
    type: 'png',
    data: qrPng(qrCode(content)),
    transformation: { width: pixels(side), height: pixels(side) },
    altText: { name: 'QR', title: label, description: label },
  });
  const indent = { firstLine: 0 };
  return unframed(
    [
      [
        [new Paragraph({ children: [picture] })],
        [lineOf('body', words, { indent, alignment: ALIGNMENTS.left })],
      ],
    ],
    [left, width - left],
    VerticalAlign.CENTER,
  );
}

export function tableOf(block: TableBlock, width: number, scale: number): Table {
  const shares = block.columns.reduce((sum, column) => sum + column.width, 0);
  const widths = block.columns.map((column) => Math.round((width * column.width) / shares));
  const places = columnsOf([...block.header, ...block.rows], widths.length);
  const rowOf = (row: PaperRow, index: number, isHeader: boolean): TableRow =>
    new TableRow({
      tableHeader: isHeader,
      cantSplit: true,
      children: row.map((cell, at) => {
        const column = places[index]?.[at] ?? 0;
        const covered = widths.slice(column, column + (cell.colSpan ?? 1));
        const keepNext = headsRows(row, widths.length);
        return cellOf(cell, { isHeader, keepNext, align: block.columns[column]?.align ?? 'left' }, covered);
      }),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    margins: cellMargins(scale),
    rows: [
      ...block.header.map((row, index) => rowOf(row, index, true)),
      ...block.rows.map((row, index) => rowOf(row, block.header.length + index, false)),
    ],
  });
}

/** The column in which each given cell begins, cells above reaching down over the rows below them. */
export function columnsOf(rows: readonly PaperRow[], width: number): number[][] {
  const reach: number[] = Array.from({ length: width }, () => 0);
  return rows.map((row) => {
    const covered = reach.map((left) => left > 0);
    const begins: number[] = [];
    let column = 0;
    for (const cell of row) {
      while (covered[column]) column += 1;
      begins.push(column);
      for (let i = 0; i < (cell.colSpan ?? 1); i++) reach[column + i] = cell.rowSpan ?? 1;
      column += cell.colSpan ?? 1;
    }
    for (let i = 0; i < width; i++) reach[i] = Math.max(0, (reach[i] ?? 0) - 1);
    return begins;
  });
}

interface CellLook {
  readonly isHeader: boolean;
  /** Stays on the page of the row below. */
  readonly keepNext: boolean;
  readonly align: keyof typeof ALIGNMENTS;
}

function cellOf(
  cell: PaperCell,
  { isHeader, keepNext, align }: CellLook,
  covered: readonly number[],
): TableCell {
  const bold = !isHeader && cell.bold;
  const lines = typeof cell.words === 'string' ? cell.words.split('\n') : [cell.words];
  return new TableCell({
    columnSpan: cell.colSpan ?? 1,
    rowSpan: cell.rowSpan ?? 1,
    width: { size: covered.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    verticalAlign: isHeader ? VerticalAlign.CENTER : VerticalAlign.TOP,
    children: lines.map(
      (line) =>
        new Paragraph({
          style: isHeader ? TABLE_HEAD : TABLE_TEXT,
          keepNext,
          ...(isHeader ? {} : { alignment: ALIGNMENTS[cell.align ?? align] }),
          children: runsOf(bold && typeof line === 'string' ? [{ text: line, bold: true }] : line),
        }),
    ),
  });
}

const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = { top: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER, right: NO_BORDER } as const;

/** Cells beside each other without a frame. */
export function unframed(
  rows: readonly (readonly FileChild[])[][],
  widths: readonly number[],
  verticalAlign: 'top' | 'center' = VerticalAlign.TOP,
): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: [...widths],
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    borders: { ...NO_BORDERS, insideHorizontal: NO_BORDER, insideVertical: NO_BORDER },
    margins: { marginUnitType: WidthType.DXA, left: 0, right: 0 },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, index) =>
              new TableCell({
                borders: NO_BORDERS,
                verticalAlign,
                width: { size: widths[index] ?? 0, type: WidthType.DXA },
                children: children as (Paragraph | Table)[],
              }),
          ),
        }),
    ),
  });
}

export const twips = convertMillimetersToTwip;
