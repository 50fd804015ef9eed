import { AppError } from '../errors.ts';
import { readCsv } from './csv.ts';
import { readDocx } from './docx/read.ts';
import { decodeText } from './encoding.ts';
import { documentErrors } from './errors.ts';
import { isLegacyFontText } from './legacy-font.ts';
import { LIMITS } from './limits.ts';
import { noticeMessages } from './notices.ts';
import { type FileKind, kindLabel, type SniffedFile, sniffKind } from './sniff.ts';
import { readLines } from './txt.ts';
import type { DocumentContent, DocumentKind, ReadNotice } from './types.ts';
import { readXlsx } from './xlsx/read.ts';
import { megabytes } from './zip.ts';

const READABLE: readonly string[] = ['docx', 'xlsx', 'csv', 'txt'] satisfies DocumentKind[];
const EXTENSION_KINDS: Readonly<Record<string, DocumentKind>> = {
  '.docx': 'docx',
  '.xlsx': 'xlsx',
  '.csv': 'csv',
  '.tsv': 'csv',
  '.txt': 'txt',
};

/**
 * Reads what a .docx, .xlsx, .csv or .txt file says. Runs in pieces and lets other work in between. Throws `AppError`s
 * of `documentErrors` for every file it will not or cannot read, whatever its bytes are; changes nothing anywhere.
 */
export async function readDocument(fileName: string, bytes: Uint8Array): Promise<DocumentContent> {
  const file = fileName.normalize('NFC');
  const kind = admit(file, bytes);
  const content = await readKind(kind, file, bytes);
  refuseOrNoteLegacyFonts(content);
  return content;
}

/** The checks that need no parsing: size, then what the file really is. */
function admit(file: string, bytes: Uint8Array): DocumentKind {
  if (bytes.length > LIMITS.fileBytes) {
    const limit = megabytes(LIMITS.fileBytes);
    throw new AppError(documentErrors.too_large, { file, size: megabytes(bytes.length), limit });
  }
  const sniffed = sniffKind(bytes, file);
  const refusal = REFUSALS[sniffed.kind];
  if (refusal) throw new AppError(refusal, { file });
  if (['.docm', '.xlsm', '.dotm', '.xltm'].includes(sniffed.extension)) {
    throw new AppError(documentErrors.macro, { file });
  }
  if (!isReadable(sniffed.kind) || contradicts(sniffed)) throw refusalOf(file, sniffed);
  return sniffed.kind;
}

const REFUSALS: Partial<Record<FileKind, (typeof documentErrors)[keyof typeof documentErrors]>> = {
  empty: documentErrors.empty,
  pdf: documentErrors.pdf,
  macro_office: documentErrors.macro,
  encrypted_office: documentErrors.encrypted,
  old_office: documentErrors.old_format,
};

function isReadable(kind: FileKind): kind is DocumentKind {
  return READABLE.includes(kind);
}

/** A name that promises another kind; .csv and .txt differ in name only. */
function contradicts(sniffed: SniffedFile): boolean {
  const promised = EXTENSION_KINDS[sniffed.extension];
  if (promised === undefined) return sniffed.extension !== '' && !sniffed.agrees;
  return promised !== sniffed.kind;
}

/** A damaged office file has lost its ZIP mark or its parts; saying "unknown data" would not help its owner. */
function refusalOf(file: string, sniffed: SniffedFile): AppError {
  const promised = EXTENSION_KINDS[sniffed.extension];
  const office = promised === 'docx' || promised === 'xlsx';
  if (office && (sniffed.kind === 'zip' || sniffed.kind === 'unknown')) {
    return new AppError(documentErrors.corrupt, { file });
  }
  if (promised !== undefined && sniffed.kind === 'unknown') {
    return new AppError(documentErrors.unreadable_text, { file });
  }
  if (promised !== undefined || isReadable(sniffed.kind)) {
    const { extension } = sniffed;
    return new AppError(documentErrors.wrong_content, { file, extension, actual: kindLabel(sniffed.kind) });
  }
  return new AppError(documentErrors.unsupported, { file });
}

async function readKind(kind: DocumentKind, fileName: string, bytes: Uint8Array): Promise<DocumentContent> {
  if (kind === 'xlsx') return { fileName, kind, paragraphs: [], ...(await readXlsx(fileName, bytes)) };
  if (kind === 'docx') return { fileName, kind, ...(await readDocx(fileName, bytes)) };
  const { text, encoding, lost } = decodeText(fileName, bytes);
  const notices: ReadNotice[] = [];
  if (encoding === 'windows-1258')
    notices.push({ code: 'windows_1258', message: noticeMessages.windows_1258 });
  if (lost > 0) {
    notices.push({
      code: 'lost_characters',
      message: noticeMessages.lost_characters,
      params: { count: lost },
    });
  }
  if (kind === 'csv' || isTabbed(text))
    return { fileName, kind: 'csv', grids: [await readCsv(fileName, text)], paragraphs: [], notices };
  return { fileName, kind, grids: [], paragraphs: readLines(fileName, text), notices };
}

const TABBED_SAMPLE = 64 * 1024;
const LEAST_TABS = 3;
const LEAST_LINES = 3;

/** A table that was saved as text: Excel calls its "Unicode Text" .txt, and most of its lines are cells between tabs. */
function isTabbed(text: string): boolean {
  const lines = text
    .slice(0, TABBED_SAMPLE)
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '');
  const tabbed = lines.filter((line) => line.trim().split('\t').length > LEAST_TABS);
  return tabbed.length >= LEAST_LINES && tabbed.length * 2 > lines.length;
}

/** So many texts tell how a file was typed; a list of a million cells is not searched to its end. */
const LEGACY_SAMPLE = 20_000;

/** A file typed wholly in a legacy font is refused; single places in a Unicode file are pointed out. */
function refuseOrNoteLegacyFonts(content: DocumentContent): void {
  const texts = content.paragraphs.map((paragraph) => paragraph.text);
  for (const grid of content.grids) {
    for (const row of grid.rows) for (const cell of row) if (cell && !cell.mergedFrom) texts.push(cell.text);
  }
  texts.length = Math.min(texts.length, LEGACY_SAMPLE);
  const suspicious = texts.filter(isLegacyFontText);
  const [first] = suspicious;
  const whole = isLegacyFontText(texts.join('\n'));
  const sample = (first ?? texts.find((text) => text.length > 3) ?? '').slice(0, 60);
  if (whole) throw new AppError(documentErrors.legacy_font, { file: content.fileName, sample });
  if (first === undefined) return;
  content.notices.push({
    code: 'legacy_font_cells',
    message: noticeMessages.legacy_font_cells,
    params: { count: suspicious.length, sample },
  });
}
