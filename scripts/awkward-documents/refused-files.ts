import { HEADER, TASKS } from './content.ts';
import { declareSize } from './package.ts';
import { paragraph, word } from './word.ts';
import { workbook } from './workbook.ts';

const SMALL = [{ name: 'Phụ lục', rows: [[...HEADER], [...(TASKS[0] ?? [])]] }];
const SHEET = 'xl/worksheets/sheet1.xml';

/** The first sector of an OLE compound file with one name in its directory; enough to be known by. */
function compoundFile(entry: string): Uint8Array {
  const bytes = Buffer.alloc(1536);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  bytes.write('Root Entry', 512, 'utf16le');
  bytes.write(entry, 640, 'utf16le');
  return bytes;
}

/** Blank text that shrinks a thousandfold. */
function bomb(megabytes: number): Uint8Array {
  return workbook(SMALL, { 'xl/media/blank.xml': `<a>${' '.repeat(megabytes * 1024 * 1024)}</a>` });
}

function lyingBomb(): Uint8Array {
  const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${' '.repeat(30 * 1024 * 1024)}<sheetData/></worksheet>`;
  return declareSize(workbook(SMALL, { [SHEET]: sheet }), SHEET, 2_000);
}

/** "Kế hoạch …" as a TCVN3 (.VnTime) document gives it: the letters' places, read as Latin-1 signs. */
const TCVN3 =
  'KÕ ho¹ch n©ng cao chØ sè PAPI\r\nNhiÖm vô cña phßng Néi vô: theo dâi, ®«n ®èc c¸c x·, thÞ trÊn b¸o c¸o ®óng h¹n.\r\n';

export const REFUSED_FILES: Record<string, () => Uint8Array> = {
  'refused/empty.xlsx': () => new Uint8Array(0),
  'refused/corrupt.xlsx': () => {
    const whole = workbook(SMALL);
    return whole.subarray(0, Math.floor(whole.length * 0.6));
  },
  'refused/encrypted.xlsx': () => compoundFile('EncryptedPackage'),
  'refused/old.doc': () => compoundFile('WordDocument'),
  'refused/old.xls': () => compoundFile('Workbook'),
  'refused/macro.xlsm': () => workbook(SMALL, { 'xl/vbaProject.bin': 'macro' }),
  'refused/macro-inside.xlsx': () => workbook(SMALL, { 'xl/vbaProject.bin': 'macro' }),
  'refused/bomb.xlsx': () => bomb(30),
  'refused/bomb-declared.xlsx': () => declareSize(workbook(SMALL), SHEET, 3_000_000_000),
  'refused/bomb-lying.xlsx': lyingBomb,
  'refused/word-named.xlsx': () => word([paragraph('Đây là văn bản Word.')]),
  'refused/web-page.xls': () =>
    new TextEncoder().encode('<html><body><table><tr><td>STT</td></tr></table></body></html>'),
  'refused/scan.pdf': () => new TextEncoder().encode('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n'),
  'refused/entities.docx': () =>
    word([paragraph('x')], '<!DOCTYPE d [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'),
  'refused/tcvn3.txt': () => new TextEncoder().encode(TCVN3),
  'refused/too-wide.xlsx': () =>
    workbook([{ name: 'Rộng', rows: [['STT']] }], {
      [SHEET]:
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>',
    }),
  'refused/too-long.xlsx': () =>
    workbook([{ name: 'Dài', rows: [['STT']] }], {
      [SHEET]:
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData></worksheet>',
    }),
};
