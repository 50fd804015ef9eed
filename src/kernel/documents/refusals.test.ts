import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { fixture } from '../../../test/support/document-fixtures.ts';
import { AppError } from '../errors.ts';
import { readDocument } from './index.ts';
import { LIMITS } from './limits.ts';

async function codeOf(name: string, bytes: Uint8Array): Promise<string> {
  try {
    await readDocument(name, bytes);
    return 'read';
  } catch (error) {
    if (error instanceof AppError) return error.type.code;
    throw error;
  }
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('files that are refused', () => {
  test.each([
    ['empty.xlsx', 'empty'],
    ['corrupt.xlsx', 'corrupt'],
    ['encrypted.xlsx', 'encrypted'],
    ['old.doc', 'old_format'],
    ['old.xls', 'old_format'],
    ['macro.xlsm', 'macro'],
    ['macro-inside.xlsx', 'macro'],
    ['bomb.xlsx', 'zip_bomb'],
    ['bomb-lying.xlsx', 'zip_bomb'],
    ['bomb-declared.xlsx', 'unzipped_too_large'],
    ['word-named.xlsx', 'wrong_content'],
    ['web-page.xls', 'unsupported'],
    ['scan.pdf', 'pdf'],
    ['entities.docx', 'unsafe_xml'],
    ['tcvn3.txt', 'legacy_font'],
    ['too-wide.xlsx', 'too_many_columns'],
    ['too-long.xlsx', 'too_many_rows'],
  ])('%s: documents.%s', async (name, code) => {
    expect(await codeOf(name, fixture(`refused/${name}`))).toBe(`documents.${code}`);
  });

  test('a file of 200 MB is refused by its size, without a look inside', async () => {
    expect(await codeOf('a.xlsx', new Uint8Array(200 * 1024 * 1024))).toBe('documents.too_large');
  });

  test('an archive of too many parts', async () => {
    const parts = Object.fromEntries(
      Array.from({ length: LIMITS.entries + 1 }, (_, i) => [`xl/worksheets/${i}`, strToU8('')]),
    );
    expect(await codeOf('a.xlsx', zipSync(parts, { level: 0 }))).toBe('documents.too_many_entries');
  });

  test('a CSV of too many rows, or too many columns', async () => {
    expect(await codeOf('a.csv', utf8('a,b\n'.repeat(LIMITS.rows + 1)))).toBe('documents.too_many_rows');
    expect(await codeOf('a.csv', utf8('a,'.repeat(LIMITS.columns + 1).concat('b\n')))).toBe(
      'documents.too_many_columns',
    );
  });

  test('tables nested without end', async () => {
    const open = '<w:tbl><w:tr><w:tc>'.repeat(20);
    const close = '</w:tc></w:tr></w:tbl>'.repeat(20);
    const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${open}${close}</w:body></w:document>`;
    expect(await codeOf('a.docx', zipSync({ 'word/document.xml': strToU8(document) }))).toBe(
      'documents.too_deep',
    );
  });

  test('a text of too many lines', async () => {
    expect(await codeOf('a.txt', utf8('a\n'.repeat(LIMITS.paragraphs + 1)))).toBe(
      'documents.too_many_paragraphs',
    );
  });

  test('merges that would repeat a text a million times', async () => {
    const rows = `<row r="1"><c r="A1"><v>1</v></c><c r="GR1"><v>1</v></c></row><row r="50000"><c r="A50000"><v>1</v></c></row>`;
    const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData><mergeCells><mergeCell ref="A1:GR50000"/></mergeCells></worksheet>`;
    const parts = { ...unzipSync(fixture('header-at-c7.xlsx')), 'xl/worksheets/sheet1.xml': strToU8(sheet) };
    expect(await codeOf('a.xlsx', zipSync(parts))).toBe('documents.too_many_cells');
  });

  test('a workbook that names one sheet a thousand times is read once', async () => {
    const names = Array.from(
      { length: 1000 },
      (_, i) => `<sheet name="${i}" sheetId="${i + 1}" r:id="rId1"/>`,
    );
    const workbook = `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${names.join('')}</sheets></workbook>`;
    const parts = { ...unzipSync(fixture('header-at-c7.xlsx')), 'xl/workbook.xml': strToU8(workbook) };
    expect((await readDocument('a.xlsx', zipSync(parts))).grids).toHaveLength(1);
  });

  // A pattern that walks the blanks again from each of them would take hours, not the time a test may take.
  test('a cell of two million blanks is read', async () => {
    const { grids } = await readDocument('a.csv', utf8(`á,"a${' '.repeat(2_000_000)}\nb"\n`));
    expect(grids[0]?.rows[0]?.map((cell) => cell?.text.length)).toEqual([1, 3]);
  });

  test('names that promise another kind', async () => {
    expect(await codeOf('a.csv', fixture('header-at-c7.xlsx'))).toBe('documents.wrong_content');
    expect(await codeOf('a.docx', utf8('chữ thường'))).toBe('documents.wrong_content');
    expect(await codeOf('a.docm', fixture('body-and-annex.docx'))).toBe('documents.macro');
    expect(
      await codeOf(
        'a.txt',
        Uint8Array.from({ length: 400 }, (_, i) => i % 251),
      ),
    ).toBe('documents.unreadable_text');
    expect(await codeOf('a.zip', zipSync({ 'a.txt': strToU8('a') }))).toBe('documents.unsupported');
  });

  test('a good file is read whatever the case of its extension', async () => {
    expect(await codeOf('BIỂU.XLSX', fixture('header-at-c7.xlsx'))).toBe('read');
  });
});

describe('damaged files', () => {
  const makes = [
    'two-level-header.xlsx',
    'rich-text-and-nt.xlsx',
    'auto-numbering.docx',
    'nfd.csv',
    'utf16le-tab.csv',
  ];

  test('cut off or with changed bytes, they are read or refused, never anything else', async () => {
    const damage = fc.record({
      name: fc.constantFrom(...makes),
      keep: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
      flips: fc.array(
        fc.tuple(fc.double({ min: 0, max: 0.9999, noNaN: true }), fc.integer({ min: 0, max: 255 })),
        { maxLength: 8 },
      ),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ name, keep, flips }) => {
        const bytes = Uint8Array.from(fixture(name));
        for (const [at, value] of flips) bytes[Math.floor(at * bytes.length)] = value;
        const code = await codeOf(name, bytes.subarray(0, Math.ceil(bytes.length * keep)));
        expect(code).toMatch(/^(read|documents\.\w+)$/);
      }),
      { numRuns: 200 },
    );
  });

  test('XML cut or garbled inside an intact archive is read or refused, never anything else', async () => {
    const xml =
      '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="3"/><w:vMerge/></w:tcPr><w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>';
    const changes = fc.array(
      fc.tuple(fc.nat(xml.length - 1), fc.constantFrom('<', '>', '/', '"', '9', '-', '&', 'w:p', '')),
      { maxLength: 3 },
    );
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        let text = xml;
        for (const [at, put] of list) text = text.slice(0, at) + put + text.slice(at + 1);
        const code = await codeOf('a.docx', zipSync({ 'word/document.xml': strToU8(text) }));
        expect(code).toMatch(/^(read|documents\.\w+)$/);
      }),
      { numRuns: 200 },
    );
  });
});
