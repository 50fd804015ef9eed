import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { texts } from '../../../test/support/document-fixtures.ts';
import { cleanText, readDocument, writeCsv, writeWorkbook } from './index.ts';

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

describe('writing CSV', () => {
  const text = Buffer.from(
    writeCsv(COLUMNS, [...ROWS, [-4, '-5', ''], [1, '@x', ''], [1, 'a,"b"\nc', '']]),
  ).toString('utf8');

  test('byte order mark, CRLF, dates as people write them', () => {
    expect(text.startsWith('\ufeffSTT,Nhiệm vụ,Hạn\r\n1,Niêm yết lịch,30/06/2024\r\n')).toBe(true);
  });

  test('what a spreadsheet would run is disarmed, numbers are left alone', () => {
    expect(text).toContain(`2.5,"'=HYPERLINK(""http://x"",""y"")",Khi phát sinh`);
    expect(text).toContain('-4,-5,');
    expect(text).toContain("1,'@x,");
  });
});
