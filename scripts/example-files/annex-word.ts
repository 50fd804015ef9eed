import {
  convertMillimetersToTwip,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import type { ExampleTask } from '../../reference/example/schema.ts';
import { annexColumns, annexHead, annexLines } from './annex-layout.ts';
import { type LineLook, line, sideBySide, wordFile } from './word-parts.ts';

const SIZE = 22;
/** A4 landscape less the margins, in twentieths of a point. */
const TEXT_WIDTH = 15_138;
const totalShare = annexColumns.reduce((sum, column) => sum + column.width, 0);
const columnWidths = annexColumns.map(({ width }) => Math.floor((TEXT_WIDTH * width) / totalShare));

interface CellPlace {
  column: number;
  columnSpan?: number;
  /** `restart` opens a vertical merge, `continue` lies under one. */
  merge?: 'restart' | 'continue';
}

function cell(text: string, look: LineLook, place: CellPlace): TableCell {
  const span = place.columnSpan ?? 1;
  const size = columnWidths.slice(place.column, place.column + span).reduce((sum, width) => sum + width, 0);
  return new TableCell({
    children: [line(text, { align: 'left', size: SIZE, ...look })],
    verticalAlign: VerticalAlignTable.CENTER,
    width: { size, type: WidthType.DXA },
    columnSpan: span,
    ...(place.merge === undefined
      ? {}
      : {
          verticalMerge: place.merge === 'restart' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE,
        }),
  });
}

function headerRows(): TableRow[] {
  const look: LineLook = { bold: true, align: 'center' };
  const upper: TableCell[] = [];
  const lower: TableCell[] = [];
  for (const [column, { upper: title, lower: subtitle }] of annexColumns.entries()) {
    if (subtitle === null) {
      upper.push(cell(title, look, { column, merge: 'restart' }));
      lower.push(cell('', look, { column, merge: 'continue' }));
      continue;
    }
    if (annexColumns[column - 1]?.upper !== title) upper.push(cell(title, look, { column, columnSpan: 2 }));
    lower.push(cell(subtitle, look, { column }));
  }
  const numbers = annexColumns.map((_, column) => cell(`(${column + 1})`, look, { column }));
  return [upper, lower, numbers].map((children) => new TableRow({ children, tableHeader: true }));
}

function bodyRows(tasks: readonly ExampleTask[]): TableRow[] {
  return annexLines(tasks).map((entry) => {
    if (entry.type === 'section') {
      const numeral = cell(entry.numeral, { bold: true, align: 'center' }, { column: 0 });
      const columnSpan = annexColumns.length - 1;
      return new TableRow({
        children: [numeral, cell(entry.title, { bold: true }, { column: 1, columnSpan })],
      });
    }
    const children = entry.cells.map(({ text, rowSpan }, column) => {
      const look: LineLook = column === 0 ? { align: 'center' } : {};
      if (rowSpan === 0) return cell('', look, { column, merge: 'continue' });
      return cell(text, look, rowSpan > 1 ? { column, merge: 'restart' } : { column });
    });
    return new TableRow({ children, cantSplit: true });
  });
}

/** The annex as a Word table: landscape, header rows repeated on each page, the merges of the sheet. */
export async function annexWord(tasks: readonly ExampleTask[]): Promise<Uint8Array> {
  const centered = { align: 'center', bold: true, size: 26 } as const;
  const [title, subtitle] = annexHead.title;
  return wordFile(subtitle, {
    properties: {
      page: {
        size: {
          width: convertMillimetersToTwip(210),
          height: convertMillimetersToTwip(297),
          orientation: PageOrientation.LANDSCAPE,
        },
        margin: { top: 850, bottom: 850, left: 850, right: 850 },
      },
    },
    children: [
      sideBySide(
        [
          [
            annexHead.organ.map((text, index) => line(text, { ...centered, bold: index > 0 })),
            annexHead.nation.map((text) => line(text, centered)),
          ],
        ],
        [6055, 9083],
      ),
      new Paragraph({}),
      line(title, centered),
      line(subtitle, centered),
      line(annexHead.attachedTo, { align: 'center', italics: true, size: 26 }),
      new Table({
        width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
        columnWidths,
        rows: [...headerRows(), ...bodyRows(tasks)],
      }),
      new Paragraph({}),
      sideBySide(
        [
          [
            [new Paragraph({})],
            annexHead.signature.flatMap((text, index) => [
              ...(index === 2 ? [new Paragraph({}), new Paragraph({})] : []),
              line(text, centered),
            ]),
          ],
        ],
        [8325, 6813],
      ),
    ],
  });
}
