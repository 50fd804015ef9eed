import { AppError } from '../../errors.ts';
import { documentErrors } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { cleanText } from '../text.ts';
import { isOn, walkXml, type XmlElement } from '../xml.ts';
import type { ZipArchive } from '../zip.ts';

/** A text that may be made of runs with fonts of their own. */
export interface SheetText {
  readonly text: string;
  /** Bold by its own runs; `cell` where the cell's font decides. */
  readonly bold: boolean | 'cell';
}

const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

/** Gathers a `<si>` or `<is>` element: joins rich text runs, leaves out phonetic guides. */
export class TextCollector {
  #parts: string[] = [];
  #bold: boolean | 'cell' | undefined;
  #inText = false;
  #inPhonetic = false;
  #runBold: boolean | 'cell' = 'cell';

  begin(): void {
    this.#parts = [];
    this.#bold = undefined;
    this.#inText = false;
    this.#inPhonetic = false;
    this.#runBold = 'cell';
  }

  open(element: XmlElement): void {
    if (element.local === 't') this.#inText = !this.#inPhonetic;
    else if (element.local === 'r') this.#runBold = 'cell';
    else if (element.local === 'rPr') this.#runBold = false;
    else if (element.local === 'b') this.#runBold = isOn(element);
    else if (element.local === 'rPh') this.#inPhonetic = true;
  }

  close(element: XmlElement): void {
    if (element.local === 't') this.#inText = false;
    else if (element.local === 'rPh') this.#inPhonetic = false;
  }

  text(text: string): void {
    if (!this.#inText) return;
    this.#parts.push(text);
    if (text.trim() === '') return;
    if (this.#bold === undefined || this.#bold === true) this.#bold = this.#runBold;
    else if (this.#bold === 'cell' && this.#runBold === false) this.#bold = false;
  }

  finish(): SheetText {
    return { text: sheetText(this.#parts.join('')), bold: this.#bold ?? 'cell' };
  }
}

/** Cell text; workbooks write characters that XML cannot hold as `_x000D_`. */
export function sheetText(raw: string): string {
  const unescaped = raw.includes('_x')
    ? raw.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : raw;
  return cleanText(unescaped);
}

/** The table of texts that the sheets share, by number. */
export async function readSharedStrings(
  file: string,
  archive: ZipArchive,
  part: string | undefined,
): Promise<SheetText[]> {
  if (!part || !archive.names.has(part)) return [];
  const strings: SheetText[] = [];
  const collector = new TextCollector();
  await walkXml(file, archive.read(part), {
    open(element) {
      if (element.local === 'si') collector.begin();
      else collector.open(element);
    },
    close(element) {
      if (element.local === 'si') {
        if (strings.length >= LIMITS.cells) {
          throw new AppError(documentErrors.too_many_cells, { file, limit: LIMITS.cells });
        }
        strings.push(collector.finish());
      } else collector.close(element);
    },
    text: (text) => collector.text(text),
  });
  return strings;
}
