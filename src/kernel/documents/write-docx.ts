import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  type FileChild,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';

export type PageLayout = 'portrait' | 'landscape';

export interface DocxCell {
  text: string;
  colSpan?: number;
  rowSpan?: number;
  bold?: boolean;
}

export type DocxBlock =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | {
      kind: 'paragraph';
      text: string;
      bold?: boolean;
      italic?: boolean;
      align?: 'left' | 'center' | 'right' | 'justify';
    }
  | {
      kind: 'table';
      /** This many first rows are bold, centred and repeated on every page. */
      headerRows: number;
      /** Shares of the page's width, in any unit. */
      columnWidths: readonly number[];
      /** A cell covered by a `rowSpan` from above or a `colSpan` from the left is left out. */
      rows: readonly { cells: readonly DocxCell[] }[];
    }
  /** A new page; with `layout` the pages from here on stand or lie. */
  | { kind: 'pageBreak'; layout?: PageLayout };

export interface DocxModel {
  /** Layout of the first pages; portrait when left out. */
  layout?: PageLayout;
  blocks: readonly DocxBlock[];
}

/** Margins and type of Nghị định 30/2020/NĐ-CP, phụ lục I: A4, left 30–35 mm, right 15–20, top and bottom 20–25. */
const MARGIN_MM = { left: 30, right: 15, top: 20, bottom: 20 } as const;
/** A4 in twentieths of a point. */
const A4 = { width: 11_906, height: 16_838 } as const;
const FONT = 'Times New Roman';
/** Half points: 14 for text, 13 in tables, where columns are narrow. */
const TEXT_SIZE = 28;
const TABLE_SIZE = 26;

const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
} as const;
const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/** Writes a Word file in the look of Vietnamese administrative papers. Line breaks in text (`\n`) are kept. */
export async function writeDocx(model: DocxModel): Promise<Uint8Array> {
  const heading = { run: { bold: true, color: '000000', font: FONT, size: TEXT_SIZE } };
  const document = new Document({
    styles: {
      default: {
        document: { run: { font: FONT, size: TEXT_SIZE, language: { value: 'vi-VN' } } },
        heading1: heading,
        heading2: heading,
        heading3: { run: { ...heading.run, italics: true } },
      },
    },
    sections: sectionsOf(model),
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function sectionsOf(model: DocxModel): ISectionOptions[] {
  const sections: ISectionOptions[] = [];
  let layout = model.layout ?? 'portrait';
  let children: FileChild[] = [];
  let breakNext = false;
  const closeSection = (): void => {
    sections.push({ properties: { page: pageOf(layout) }, children });
    children = [];
  };
  for (const block of model.blocks) {
    if (block.kind === 'pageBreak') {
      if (block.layout === undefined || block.layout === layout) breakNext = true;
      else {
        closeSection();
        layout = block.layout;
        breakNext = false;
      }
      continue;
    }
    if (block.kind === 'table') {
      if (breakNext) children.push(new Paragraph({ pageBreakBefore: true }));
      children.push(tableOf(block, layout), new Paragraph({}));
    } else children.push(paragraphOf(block, breakNext));
    breakNext = false;
  }
  closeSection();
  return sections;
}

type Page = NonNullable<NonNullable<ISectionOptions['properties']>['page']>;

function pageOf(layout: PageLayout): Page {
  const { left, right, top, bottom } = MARGIN_MM;
  const twips = convertMillimetersToTwip;
  return {
    // The library swaps the two sides itself for a lying page.
    size: {
      width: A4.width,
      height: A4.height,
      orientation: layout === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: { left: twips(left), right: twips(right), top: twips(top), bottom: twips(bottom) },
  };
}

function paragraphOf(
  block: Extract<DocxBlock, { kind: 'heading' | 'paragraph' }>,
  pageBreakBefore: boolean,
): Paragraph {
  if (block.kind === 'heading') {
    return new Paragraph({
      heading: HEADINGS[block.level],
      pageBreakBefore,
      spacing: { before: 120, after: 60 },
      children: runs(block.text, {}),
    });
  }
  return new Paragraph({
    pageBreakBefore,
    spacing: { before: 60, after: 60 },
    ...(block.align ? { alignment: ALIGNMENTS[block.align] } : {}),
    children: runs(block.text, { bold: block.bold ?? false, italics: block.italic ?? false }),
  });
}

function runs(text: string, style: { bold?: boolean; italics?: boolean; size?: number }): TextRun[] {
  return text
    .split('\n')
    .map((line, i) => new TextRun({ ...style, text: line, ...(i > 0 ? { break: 1 } : {}) }));
}

function tableOf(block: Extract<DocxBlock, { kind: 'table' }>, layout: PageLayout): Table {
  const margins = convertMillimetersToTwip(MARGIN_MM.left + MARGIN_MM.right);
  const textWidth = (layout === 'landscape' ? A4.height : A4.width) - margins;
  const shares = block.columnWidths.reduce((sum, share) => sum + share, 0);
  const widths = block.columnWidths.map((share) => Math.round((textWidth * share) / shares));
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: block.rows.map((row, r) => {
      const isHeader = r < block.headerRows;
      const cells = row.cells.map((cell) => cellOf(cell, isHeader));
      return new TableRow({ tableHeader: isHeader, cantSplit: isHeader, children: cells });
    }),
  });
}

function cellOf(cell: DocxCell, isHeader: boolean): TableCell {
  const bold = cell.bold ?? isHeader;
  return new TableCell({
    columnSpan: cell.colSpan ?? 1,
    rowSpan: cell.rowSpan ?? 1,
    verticalAlign: isHeader ? VerticalAlign.CENTER : VerticalAlign.TOP,
    children: cell.text.split('\n').map(
      (line) =>
        new Paragraph({
          alignment: isHeader ? AlignmentType.CENTER : AlignmentType.LEFT,
          children: [new TextRun({ text: line, bold, size: TABLE_SIZE })],
        }),
    ),
  });
}
