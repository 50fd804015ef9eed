/** What a file really is, told from its first bytes, never from its name alone. */
export type FileKind =
  | 'empty'
  | 'xlsx'
  | 'docx'
  | 'pptx'
  | 'macro_office'
  | 'binary_office'
  | 'encrypted_office'
  | 'old_office'
  | 'odf'
  | 'zip'
  | 'pdf'
  | 'png'
  | 'jpeg'
  | 'gif'
  | 'webp'
  | 'heic'
  | 'avif'
  | 'tiff'
  | 'mp4'
  | 'mp3'
  | 'ogg'
  | 'html'
  | 'svg'
  | 'csv'
  | 'txt'
  | 'unknown';

export interface SniffedFile {
  kind: FileKind;
  /** To be stored and sent as Content-Type. */
  mediaType: string;
  /** Lower case with its dot, `''` when the name has none. */
  extension: string;
  /** The extension is one people use for this kind. */
  agrees: boolean;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const BYTES = 'application/octet-stream';

/** For each kind: its media type, the extensions people use, and a name that both languages share. */
const KINDS: Record<FileKind, readonly [mediaType: string, extensions: string, label: string]> = {
  empty: [BYTES, '', '0 byte'],
  xlsx: [`${OFFICE}.spreadsheetml.sheet`, '.xlsx', 'Excel (.xlsx)'],
  docx: [`${OFFICE}.wordprocessingml.document`, '.docx', 'Word (.docx)'],
  pptx: [`${OFFICE}.presentationml.presentation`, '.pptx', 'PowerPoint (.pptx)'],
  macro_office: [BYTES, '.docm .xlsm .pptm .xlsb .dotm .xltm', 'Word, Excel + macro'],
  binary_office: [BYTES, '.xlsb', 'Excel (.xlsb)'],
  encrypted_office: [BYTES, '.docx .xlsx .pptx', 'Word, Excel'],
  old_office: ['application/x-ole-storage', '.doc .xls .ppt .msg', 'Word, Excel 97–2003 (.doc, .xls)'],
  odf: ['application/vnd.oasis.opendocument', '.odt .ods .odp', 'OpenDocument (.odt, .ods)'],
  zip: ['application/zip', '.zip', 'ZIP (.zip)'],
  pdf: ['application/pdf', '.pdf', 'PDF (.pdf)'],
  png: ['image/png', '.png', 'PNG (.png)'],
  jpeg: ['image/jpeg', '.jpg .jpeg .jfif', 'JPEG (.jpg)'],
  gif: ['image/gif', '.gif', 'GIF (.gif)'],
  webp: ['image/webp', '.webp', 'WebP (.webp)'],
  heic: ['image/heic', '.heic .heif', 'HEIC (.heic)'],
  avif: ['image/avif', '.avif', 'AVIF (.avif)'],
  tiff: ['image/tiff', '.tif .tiff', 'TIFF (.tif)'],
  mp4: ['video/mp4', '.mp4 .m4v .mov .m4a', 'MP4 (.mp4)'],
  mp3: ['audio/mpeg', '.mp3', 'MP3 (.mp3)'],
  ogg: ['application/ogg', '.ogg .oga .opus', 'Ogg (.ogg)'],
  html: ['text/html', '.html .htm', 'HTML (.html)'],
  svg: ['image/svg+xml', '.svg', 'SVG (.svg)'],
  csv: ['text/csv', '.csv .tsv', 'CSV (.csv)'],
  txt: ['text/plain', '.txt .md .log .json .xml .ics', 'text (.txt)'],
  unknown: [BYTES, '', '?'],
};

/** Names a kind for a sentence shown to people, the same in every language: `Excel (.xlsx)`. */
export function kindLabel(kind: FileKind): string {
  return KINDS[kind][2];
}

/**
 * Tells what kind of file this is. The name only decides between kinds of plain text, which have no mark of their own.
 * Reads bytes, inflates nothing, never throws.
 */
export function sniffKind(bytes: Uint8Array, fileName: string): SniffedFile {
  const extension = extensionOf(fileName);
  const kind = kindOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), extension);
  const [mediaType, extensions] = KINDS[kind];
  return {
    kind,
    mediaType,
    extension,
    agrees: extension !== '' && extensions.split(' ').includes(extension),
  };
}

function extensionOf(fileName: string): string {
  const match = /\.[A-Za-z0-9]{1,8}$/.exec(fileName);
  return match ? match[0].toLowerCase() : '';
}

const SIGNATURES: readonly (readonly [FileKind, number, string])[] = [
  ['pdf', 0, '255044462d'],
  ['png', 0, '89504e470d0a1a0a'],
  ['jpeg', 0, 'ffd8ff'],
  ['gif', 0, '47494638'],
  ['webp', 8, '57454250'],
  ['tiff', 0, '49492a00'],
  ['tiff', 0, '4d4d002a'],
  ['heic', 4, '6674797068656963'],
  ['heic', 4, '6674797068656978'],
  ['heic', 4, '6674797068657663'],
  ['heic', 4, '667479706d696631'],
  ['heic', 4, '667479706d736631'],
  ['avif', 4, '6674797061766966'],
  ['mp4', 4, '66747970'],
  ['mp3', 0, '494433'],
  ['ogg', 0, '4f676753'],
];

function kindOf(bytes: Buffer, extension: string): FileKind {
  if (bytes.length === 0) return 'empty';
  if (startsWith(bytes, 0, 'd0cf11e0a1b11ae1')) {
    return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted_office' : 'old_office';
  }
  if (startsWith(bytes, 0, '504b0304') || startsWith(bytes, 0, '504b0506')) return kindOfZip(bytes);
  for (const [kind, at, hex] of SIGNATURES) if (startsWith(bytes, at, hex)) return kind;
  if (startsWith(bytes, 0, 'fffb') || startsWith(bytes, 0, 'fff3'))
    return extension === '.mp3' ? 'mp3' : 'unknown';
  return kindOfText(bytes, extension);
}

function startsWith(bytes: Buffer, at: number, hex: string): boolean {
  return bytes.subarray(at, at + hex.length / 2).equals(Buffer.from(hex, 'hex'));
}

/** Part names stand uncompressed in a ZIP file, so they are found without trusting its directory. */
function kindOfZip(bytes: Buffer): FileKind {
  if (bytes.includes('vbaProject.bin')) return 'macro_office';
  if (bytes.includes('xl/workbook.bin')) return 'binary_office';
  if (bytes.includes('xl/workbook') || bytes.includes('xl/worksheets/')) return 'xlsx';
  if (bytes.includes('word/document')) return 'docx';
  if (bytes.includes('ppt/presentation')) return 'pptx';
  if (bytes.includes('mimetypeapplication/vnd.oasis.opendocument')) return 'odf';
  return 'zip';
}

function kindOfText(bytes: Buffer, extension: string): FileKind {
  if (!looksLikeText(bytes)) return 'unknown';
  const start = bytes
    .subarray(0, 1024)
    .toString('latin1')
    .replace(/\0/g, '')
    .replace(/^[^<]{0,3}\s*/, '')
    .toLowerCase();
  if (/^(<!doctype html|<html|<head|<body|<table|<meta|<script)/.test(start)) return 'html';
  if (/^(<\?xml[^>]*>\s*)?(<!--[^>]*>\s*)?<svg/.test(start)) return 'svg';
  return extension === '.csv' || extension === '.tsv' ? 'csv' : 'txt';
}

/** Line ends, tabs and form feeds are the only controls in text; a stray one in 200 bytes is forgiven. */
function looksLikeText(bytes: Buffer): boolean {
  if (startsWith(bytes, 0, 'fffe') || startsWith(bytes, 0, 'feff')) return true;
  const sample = bytes.subarray(0, 64 * 1024);
  if (sample.includes(0)) return isWideText(sample, 0) || isWideText(sample, 1);
  return sample.filter(isControl).length <= sample.length / 200;
}

/** UTF-16 without a mark: every other byte is the high one, 0 for most letters, and no unit is a control character. */
function isWideText(sample: Buffer, highByte: 0 | 1): boolean {
  let plain = 0;
  for (let at = 0; at + 1 < sample.length; at += 2) {
    if (sample[at + highByte] !== 0) continue;
    const low = sample[at + 1 - highByte] ?? 0;
    if (low === 0 || isControl(low)) return false;
    plain += 1;
  }
  return plain > sample.length / 6;
}

function isControl(byte: number): boolean {
  return byte < 9 || (byte > 13 && byte < 32);
}
