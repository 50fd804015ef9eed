import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { texts } from '../../../test/support/document-fixtures.ts';
import { cleanText, readDocument, writeCsv, writeOpenCsv, writeWorkbook } from './index.ts';

const COLUMNS = [
  { header: 'STT', width: 6, kind: 'number' },
  { header: 'Nhiệm vụ', width: 40, kind: 'text' },
  { header: 'Hạn', width: 12, kind: 'date' },
] as const;
const ROWS = [
  [1, 'Niêm yết lịch', '2024-06-30'],
  [2.5, '=HYPERLINK("http://x","y")', 'Khi phát sinh'],
  [null, '<b>&"\u0001_x000D_', undefined],
] as const;

describe('writing a workbook', () => {
  const bytes = writeWorkbook({
    sheets: [
      {
        name: 'Danh sách: [1/2]',
        title: 'Nhiệm vụ',
        columns: COLUMNS,
        rows: ROWS,
        notes: ['Nguồn: hệ thống'],
      },
      { name: 'Danh sách: [1/2]', columns: COLUMNS, rows: [] },
    ],
  });

  test('numbers and dates keep their type, everything else is text', async () => {
    const { grids } = await readDocument('a.xlsx', bytes);
    expect(grids.map((grid) => grid.name)).toEqual(['Danh sách- -1-2-', 'Danh sách- -1-2- (2)']);
    expect(grids[0]?.rows[2]).toMatchObject([
      { value: 1 },
      { text: 'Niêm yết lịch' },
      { value: '2024-06-30' },
    ]);
    expect(grids[0]?.rows[3]).toMatchObject([
      { text: '2,5' },
      { text: '=HYPERLINK("http://x","y")' },
      { text: 'Khi phát sinh' },
    ]);
    expect(grids[0]?.rows[4]?.[1]?.text).toBe('<b>&"_x000D_');
    expect(grids[0]?.rows[1]?.every((cell) => cell?.bold)).toBe(true);
    expect(texts(grids[0]).at(-1)).toEqual(['Nguồn: hệ thống']);
  });

  test('no cell is a formula, the header is frozen and filtered', () => {
    const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).not.toContain('<f>');
    expect(sheet).toContain('ySplit="2"');
    expect(sheet).toContain('<autoFilter ref="A2:C5"/>');
  });

  test('the same list gives the same bytes', () => {
    const make = (): Uint8Array => writeWorkbook({ sheets: [{ name: 'A', columns: COLUMNS, rows: ROWS }] });
    expect(Buffer.compare(make(), make())).toBe(0);
  });

  test('any text comes back as it was, cleaned', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), async (text) => {
        const file = writeWorkbook({ sheets: [{ name: 'A', columns: COLUMNS.slice(1, 2), rows: [[text]] }] });
        const { grids } = await readDocument('a.xlsx', file);
        const xmlSafe = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
        expect(grids[0]?.rows[1]?.[0]?.text ?? '').toBe(cleanText(xmlSafe.replace(/\r\n?/g, '\n')));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a sheet to be filled in', () => {
  const columns = [
    { header: 'Mã', width: 10, kind: 'text', hidden: true },
    { header: 'Nhiệm vụ', width: 40, kind: 'text' },
    { header: 'Ghi', width: 16, kind: 'text', input: true, choices: ['không đổi', 'đang làm'] },
    { header: 'Ngày', width: 12, kind: 'date', input: true },
    { header: 'Số lượng', width: 12, kind: 'number', input: true },
  ] as const;
  const bytes = writeWorkbook({
    sheets: [
      { name: 'Tháng 6', title: 'Việc', columns, rows: [['a1', 'Niêm yết', 'không đổi', null, null]] },
    ],
  });
  const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());

  test('is protected but for the cells to write in, offers their values as a list, and hides what is not for people', () => {
    expect(sheet).toContain('<sheetProtection sheet="1"');
    expect(sheet).toContain('<col min="1" max="1" width="10" customWidth="1" hidden="1"/>');
    expect(sheet).toContain('sqref="C3:C3"><formula1>"không đổi,đang làm"</formula1>');
    // The empty cells that are to be written in are there, unlocked.
    expect(sheet).toContain('<c r="D3" s="7"/><c r="E3" s="9"/>');
    expect(sheet).toContain('<c r="B3" s="11"');
    const styles = strFromU8(unzipSync(bytes)['xl/styles.xml'] ?? new Uint8Array());
    const cells = /<cellXfs[^>]*>([\s\S]*)<\/cellXfs>/.exec(styles)?.[1] ?? '';
    const unlocked = cells
      .split('<xf ')
      .slice(1)
      .map((xf) => xf.includes('locked="0"'));
    expect([7, 8, 9].map((style) => unlocked[style])).toEqual([true, true, true]);
    expect([4, 10, 11, 12].some((style) => unlocked[style])).toBe(false);
  });

  test('is read back with its hidden columns', async () => {
    const { grids } = await readDocument('thang.xlsx', bytes);
    expect(texts(grids[0])).toEqual([
      ['Việc'],
      ['Mã', 'Nhiệm vụ', 'Ghi', 'Ngày', 'Số lượng'],
      ['a1', 'Niêm yết', 'không đổi'],
    ]);
  });

  test('a list without such columns is protected against nothing', () => {
    const list = writeWorkbook({ sheets: [{ name: 'A', columns: COLUMNS, rows: ROWS }] });
    const plain = strFromU8(unzipSync(list)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(plain).not.toContain('sheetProtection');
    expect(plain).not.toContain('dataValidation');
  });
});

describe('writing CSV', () => {
  const text = Buffer.from(
    writeCsv(COLUMNS, [...ROWS, [-4, '-5', ''], [1, '@x', ''], [1, 'a,"b"\nc', '']]),
  ).toString('utf8');

  test('byte order mark, CRLF, dates as people write them', () => {
    expect(text.startsWith('\ufeffSTT,Nhiệm vụ,Hạn\r\n1,Niêm yết lịch,30/06/2024\r\n')).toBe(true);
  });

  test('for programs: no byte order mark, days as they are stored, the same quotes', () => {
    const open = Buffer.from(
      writeOpenCsv(
        ['ngay', 'loi'],
        [
          ['2024-06-24', 'a,"b"'],
          [null, '=1'],
        ],
      ),
    );
    expect(open.toString('utf8')).toBe(`ngay,loi\r\n2024-06-24,"a,""b"""\r\n,'=1\r\n`);
  });

  test('what a spreadsheet would run is disarmed, numbers are left alone', () => {
    expect(text).toContain(`2.5,"'=HYPERLINK(""http://x"",""y"")",Khi phát sinh`);
    expect(text).toContain('-4,-5,');
    expect(text).toContain("1,'@x,");
  });
});
