import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { fixture, readFixture, rowOf, texts } from '../../../../test/support/document-fixtures.ts';
import { addressOf, readDocument } from '../index.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A workbook whose only sheet has this content. */
function withSheet(inner: string): Uint8Array {
  const parts = unzipSync(fixture('header-at-c7.xlsx'));
  parts['xl/worksheets/sheet1.xml'] = strToU8(`<worksheet xmlns="${MAIN}">${inner}</worksheet>`);
  return zipSync(parts);
}

async function firstCell(cell: string) {
  const content = await readDocument('a.xlsx', withSheet(`<sheetData><row r="1">${cell}</row></sheetData>`));
  return content.grids[0]?.rows[0]?.[0];
}

describe('reading a workbook', () => {
  test('cells covered by a merge repeat the text of their anchor and say where it is', async () => {
    const { grids } = await readFixture('two-level-header.xlsx');
    const [sheet] = grids;
    expect(sheet?.rows[4]?.[0]).toEqual({
      text: 'STT',
      address: 'A5',
      bold: true,
      mergedFrom: { row: 3, column: 0 },
    });
    expect(texts(sheet)[3]?.slice(4, 6)).toEqual(['Cơ quan thực hiện', 'Cơ quan thực hiện']);
    expect(texts(sheet)[4]?.slice(4, 6)).toEqual(['Cơ quan chủ trì', 'Cơ quan phối hợp']);
  });

  test('sheets come in the order of their tabs', async () => {
    const { grids } = await readFixture('annex-on-second-sheet.xlsx');
    expect(grids.map((grid) => grid.name)).toEqual(['Danh sách đơn vị', 'Phụ lục 1', 'Ghi chú']);
  });

  test('hidden sheets and rows are read, marked and pointed out', async () => {
    const { grids, notices } = await readFixture('hidden-sheet-and-rows.xlsx');
    expect(grids.map((grid) => grid.hidden)).toEqual([false, true]);
    expect(grids[0]?.hiddenRows).toEqual([3, 4]);
    expect(rowOf(grids[0], '1.1.c')[6]).toBe('Quý II/2024');
    expect(notices.map((notice) => notice.code)).toEqual(['hidden_rows', 'hidden_sheet']);
  });

  test('a table that begins at C7 keeps its addresses, and empty places have one too', async () => {
    const { grids } = await readFixture('header-at-c7.xlsx');
    const [grid] = grids;
    expect(grid?.rows[6]?.[2]).toMatchObject({ text: 'STT', address: 'C7' });
    expect(grid && addressOf(grid, 0, 0)).toBe('A1');
  });

  test('runs of rich text are joined, line breaks kept, and bold only where all of it is', async () => {
    const { grids } = await readFixture('rich-text-and-nt.xlsx');
    const [grid] = grids;
    expect(grid?.rows[1]?.[2]).toMatchObject({
      text: 'Tuyên truyền quyền của công dân\nqua loa truyền thanh',
      bold: false,
    });
    expect(grid?.rows[5]?.[0]).toMatchObject({ text: '5', bold: true });
  });

  test('dates are calendar dates, a month has no day, a percentage keeps its number', async () => {
    const { grids } = await readFixture('rich-text-and-nt.xlsx');
    const rows = grids[0]?.rows;
    expect(rows?.[2]?.[6]).toMatchObject({ text: '30/06/2024', value: '2024-06-30' });
    expect(rows?.[3]?.[6]).toEqual({ text: '06/2024', address: 'G4', bold: false });
    expect(rows?.[1]?.[7]).toMatchObject({ text: '97,2%', value: 0.972 });
    expect(rows?.[5]?.[7]).toMatchObject({ text: '3', value: 3 });
  });

  test('prefixed elements, inline strings, missing references and missing styles are read alike', async () => {
    const { grids } = await readFixture('bare-export.xlsx');
    expect(rowOf(grids[0], '1.1.đ')[2]).toBe('Niêm yết thu, chi từng khoản nhân dân đóng góp');
  });

  test('booleans, ISO dates, escaped characters and phonetic guides', async () => {
    expect(await firstCell('<c r="A1" t="b"><v>1</v></c>')).toMatchObject({ value: true });
    expect(await firstCell('<c r="A1" t="d"><v>2024-02-29T00:00:00</v></c>')).toMatchObject({
      text: '29/02/2024',
      value: '2024-02-29',
    });
    expect(await firstCell('<c r="A1" t="inlineStr"><is><t>a_x000D__x000A_b</t></is></c>')).toMatchObject({
      text: 'a\nb',
    });
    expect(
      await firstCell('<c r="A1" t="inlineStr"><is><t>chữ</t><rPh sb="0" eb="1"><t>âm</t></rPh></is></c>'),
    ).toMatchObject({ text: 'chữ' });
  });

  test('spaces of neighbouring runs are kept and those at the edges dropped', async () => {
    const cell =
      '<c r="A1" t="inlineStr"><is><r><t xml:space="preserve"> Phòng </t></r><r><t>Nội vụ </t></r></is></c>';
    expect((await firstCell(cell))?.text).toBe('Phòng Nội vụ');
  });

  test('a formula error and a formula without a stored value are pointed out', async () => {
    const sheet =
      '<sheetData><row r="1"><c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B1"><f>A1</f></c></row></sheetData>';
    const { grids, notices } = await readDocument('a.xlsx', withSheet(sheet));
    expect(grids[0]?.rows[0]?.[0]?.text).toBe('#DIV/0!');
    expect(notices.map((notice) => [notice.code, notice.params?.cell])).toEqual([
      ['cell_error', 'A1'],
      ['formula_without_value', 'B1'],
    ]);
  });

  test('a merge over whole columns reaches only as far as the content', async () => {
    const sheet =
      '<sheetData><row r="1"><c r="A1" t="str"><v>Tiêu đề</v></c></row><row r="2"><c r="B2"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1"/></mergeCells>';
    const { grids } = await readDocument('a.xlsx', withSheet(sheet));
    expect(texts(grids[0])).toEqual([
      ['Tiêu đề', 'Tiêu đề'],
      [null, '1'],
    ]);
  });
});
