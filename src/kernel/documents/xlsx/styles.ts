import { LIMITS } from '../limits.ts';
import { type NumberFormat, numberFormat } from '../number-format.ts';
import { attribute, integerAttribute, isOn, walkXml, type XmlElement } from '../xml.ts';
import type { ZipArchive } from '../zip.ts';

/** What a reader needs of a cell's style. */
export interface SheetStyle {
  readonly bold: boolean;
  readonly format: NumberFormat;
}

export const PLAIN_STYLE: SheetStyle = { bold: false, format: { kind: 'general' } };

/** Styles by the number that cells carry (`s="4"`). */
export async function readStyles(
  file: string,
  archive: ZipArchive,
  part: string | undefined,
): Promise<SheetStyle[]> {
  if (!part || !archive.names.has(part)) return [];
  const declared = new Map<number, string>();
  const boldFonts: boolean[] = [];
  const cells: { font: number; format: number }[] = [];
  const path: string[] = [];
  await walkXml(file, archive.read(part), {
    open(element: XmlElement) {
      const parent = path.at(-1);
      path.push(element.local);
      if (Math.max(declared.size, boldFonts.length, cells.length) > LIMITS.definitions) return;
      if (element.local === 'numFmt' && parent === 'numFmts') {
        declared.set(integerAttribute(element, 'numFmtId') ?? -1, attribute(element, 'formatCode') ?? '');
      } else if (element.local === 'font' && parent === 'fonts') {
        boldFonts.push(false);
      } else if (element.local === 'b' && parent === 'font' && path.at(-3) === 'fonts') {
        boldFonts[boldFonts.length - 1] = isOn(element);
      } else if (element.local === 'xf' && parent === 'cellXfs') {
        cells.push({
          font: integerAttribute(element, 'fontId') ?? 0,
          format: integerAttribute(element, 'numFmtId') ?? 0,
        });
      }
    },
    close() {
      path.pop();
    },
  });
  return cells.map((cell) => ({
    bold: boldFonts[cell.font] ?? false,
    format: numberFormat(cell.format, declared),
  }));
}
