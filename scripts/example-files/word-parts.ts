import {
  AlignmentType,
  BorderStyle,
  Document,
  type ISectionOptions,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { stableZip } from './stable-zip.ts';

const AUTHOR = 'UBND huyện Ân Thi (dữ liệu minh họa)';

export interface LineLook {
  bold?: boolean;
  italics?: boolean;
  align?: 'center' | 'both' | 'left';
  /** First-line indent in twentieths of a point. */
  firstLine?: number;
  /** Half-points. */
  size?: number;
}

/** A paragraph of one run in the plan's type. */
export function line(text: string, look: LineLook = {}): Paragraph {
  const alignment = { center: AlignmentType.CENTER, both: AlignmentType.BOTH, left: AlignmentType.LEFT };
  return new Paragraph({
    alignment: alignment[look.align ?? 'both'],
    spacing: { before: 60, after: 60 },
    ...(look.firstLine === undefined ? {} : { indent: { firstLine: look.firstLine } }),
    children: [
      new TextRun({
        text,
        bold: look.bold ?? false,
        italics: look.italics ?? false,
        size: look.size ?? 28,
      }),
    ],
  });
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/**
 * Rows of two unframed cells (widths in twentieths of a point): the organ beside the nation's name, the number beside the
 * day, or the recipients beside the signature.
 */
export function sideBySide(
  rows: readonly [left: Paragraph[], right: Paragraph[]][],
  widths: [number, number],
): Table {
  const cell = (children: Paragraph[], size: number) =>
    new TableCell({ children, width: { size, type: WidthType.DXA } });
  return new Table({
    width: { size: widths[0] + widths[1], type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    rows: rows.map(
      ([left, right]) => new TableRow({ children: [cell(left, widths[0]), cell(right, widths[1])] }),
    ),
  });
}

/** Packs one section into the bytes of a .docx that never change for the same content. */
export async function wordFile(title: string, section: ISectionOptions): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: AUTHOR,
    lastModifiedBy: AUTHOR,
    styles: { default: { document: { run: { font: 'Times New Roman', language: { value: 'vi-VN' } } } } },
    sections: [section],
  });
  return stableZip(new Uint8Array(await Packer.toBuffer(document)));
}
