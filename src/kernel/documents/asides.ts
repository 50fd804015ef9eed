import { LIMITS } from './limits.ts';
import { cleanText } from './text.ts';
import { walkXml } from './xml.ts';
import { openZip } from './zip.ts';

/** What an office file carries beside what its reader sees at first. */
export interface Asides {
  /**
   * Comments, page headers and footers, footnotes, deleted passages, text boxes, remembered copies of tables; of a Word file also the text
   * itself once more, with what is hidden or deleted in it.
   */
  readonly texts: readonly string[];
  /** Pictures stand inside, which no program here reads. */
  readonly hasPictures: boolean;
}

/** Parts that hold no words of people, or whose words `readDocument` reads whole. */
const SILENT =
  /(?:^|\/)(?:styles|stylesWithEffects|numbering|theme\d*|settings|webSettings|fontTable|sharedStrings|workbook|calcChain|sheet\d+|app|core|\[Content_Types\])\.xml$|\.rels$/;
const PICTURE = /\.(?:png|jpe?g|gif|bmp|tiff?|webp|emf|wmf|heic)$/i;
/** Elements after which a new text begins. */
const PARAGRAPHS = new Set(['p', 'si', 'is', 'text', 'comment', 's', 'tc']);

/** Reads them from the bytes of a .docx or .xlsx. Throws as `readDocument` does. */
export async function readAsides(file: string, bytes: Uint8Array): Promise<Asides> {
  const archive = openZip(file, bytes);
  const texts: string[] = [];
  for (const name of archive.names) {
    if (!name.endsWith('.xml') || SILENT.test(name)) continue;
    let line = '';
    const end = (): void => {
      const text = cleanText(line);
      if (text !== '' && texts.length < LIMITS.paragraphs) texts.push(text);
      line = '';
    };
    await walkXml(file, archive.read(name), {
      open: ({ local, attributes }) => {
        // A pivot table remembers the cells it was made from as attributes: <s v="…"/>, <n v="…"/>.
        if (/pivotCache|externalLink/i.test(name) && attributes.v) line += `${attributes.v.value}\n`;
        if (local === 'br' || local === 'tab') line += ' ';
      },
      close: ({ local }) => {
        if (PARAGRAPHS.has(local)) end();
      },
      text: (text) => {
        line += text;
      },
    });
    end();
  }
  const hasPictures = [...archive.names].some((name) => PICTURE.test(name) && !name.startsWith('docProps/'));
  return { texts, hasPictures };
}
