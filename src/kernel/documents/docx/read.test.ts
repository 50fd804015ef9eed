import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { fixture, readFixture, rowOf, texts } from '../../../../test/support/document-fixtures.ts';
import { type DocumentContent, readDocument } from '../index.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';

function withBody(body: string, namespace = WORD): Promise<DocumentContent> {
  const parts = unzipSync(fixture('auto-numbering.docx'));
  parts['word/document.xml'] = strToU8(
    `<w:document xmlns:w="${namespace}"><w:body>${body}</w:body></w:document>`,
  );
  return readDocument('a.docx', zipSync(parts));
}

const p = (runs: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`;
const r = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;

describe('reading a Word file', () => {
  test('each table is a grid and knows how many paragraphs stand before it', async () => {
    const { grids, paragraphs } = await readFixture('body-and-annex.docx');
    expect(grids.map((grid) => [grid.name, grid.afterParagraph])).toEqual([
      ['Bảng 1', 0],
      ['Bảng 2', 15],
      ['Bảng 3', 17],
    ]);
    expect(paragraphs).toHaveLength(17);
    expect(paragraphs[15]).toMatchObject({ bold: true, pageBreakBefore: true });
  });

  test('gridSpan and vMerge repeat the anchor in every covered cell', async () => {
    const { grids } = await readFixture('spans-and-merges.docx');
    const [grid] = grids;
    expect(grid?.rows[0]?.[5]).toEqual({
      text: 'Cơ quan thực hiện',
      address: 'bảng 1, dòng 1, cột 6',
      bold: true,
      mergedFrom: { row: 0, column: 4 },
    });
    expect(grid?.rows[7]?.[4]).toMatchObject({
      text: 'UBND các xã, thị trấn',
      mergedFrom: { row: 4, column: 4 },
    });
    expect(grid?.rows.every((row) => row.length === 8)).toBe(true);
  });

  test('the numbers that Word computes are shown, in the text and in cells', async () => {
    const { grids, paragraphs } = await readFixture('auto-numbering.docx');
    expect(paragraphs.map((paragraph) => paragraph.numbering)).toEqual([
      'I.',
      '1.',
      'II.',
      '1.',
      '1.1.',
      'a)',
      'b)',
      '1.2.',
      'a)',
      '2.',
      'V.',
    ]);
    expect(paragraphs[0]).toMatchObject({ style: 'heading 1', bold: true });
    expect(texts(grids[0]).map((row) => row[0])).toEqual([
      'STT',
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
      '11',
      '12',
    ]);
  });

  test('tracked changes are read as accepted: words, paragraph ends and rows', async () => {
    const { grids, paragraphs, notices } = await readFixture('tracked-changes.docx');
    expect(paragraphs.map((paragraph) => paragraph.text)).toEqual([
      'Kế hoạch năm 2024',
      'Hai đoạn này đã được nối thành một.',
    ]);
    expect(rowOf(grids[0], '1.1.a')[6]).toBe('Quý II/2024');
    expect(grids[0]?.rows).toHaveLength(9);
    expect(notices.map((notice) => notice.code)).toEqual(['tracked_changes']);
  });

  test('a table framed by another is a grid of its own, a small inner one is text of its cell', async () => {
    const { grids } = await readFixture('nested-table.docx');
    expect(grids).toHaveLength(1);
    expect(rowOf(grids[0], '1.1.a')[3]).toBe('Kế hoạch 01 bản\nBáo cáo 02 kỳ');
  });

  test('line breaks, tabs and non-breaking hyphens inside a paragraph', async () => {
    const runs =
      '<w:r><w:t>một</w:t><w:br/><w:t>hai</w:t><w:tab/><w:t>ba</w:t><w:noBreakHyphen/><w:t>bốn</w:t></w:r>';
    expect((await withBody(p(runs))).paragraphs[0]?.text).toBe('một\nhai ba-bốn');
  });

  test('a page break inside a paragraph marks the following one, one at its start the paragraph itself', async () => {
    const broken = '<w:r><w:br w:type="page"/></w:r>';
    const { paragraphs } = await withBody(
      p(r('một') + broken) + p(r('hai')) + p(broken + r('ba')) + p(r('bốn')),
    );
    expect(paragraphs.map((paragraph) => paragraph.pageBreakBefore ?? false)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('hidden text, moved-away text and old formatting are left out', async () => {
    const body =
      p(`${r('thấy')}${r(' ẩn', '<w:vanish/>')}<w:moveFrom w:id="1">${r(' chuyển')}</w:moveFrom>`) +
      p(r('thường'), '<w:pPrChange w:id="2"><w:pPr><w:pStyle w:val="Heading1"/></w:pPr></w:pPrChange>');
    const { paragraphs } = await withBody(body);
    expect(paragraphs.map((paragraph) => paragraph.text)).toEqual(['thấy', 'thường']);
    expect(paragraphs[1]?.style).toBeUndefined();
  });

  test('a paragraph is bold when all its text is, by run, by style, and not where a run says no', async () => {
    const body =
      p(r('đậm', '<w:b/>')) +
      p(r('đậm', '<w:b/>') + r(' thường')) +
      p(r('không', '<w:b w:val="0"/>'), '<w:pStyle w:val="Heading1"/>');
    const { paragraphs } = await withBody(body);
    expect(paragraphs.map((paragraph) => paragraph.bold)).toEqual([true, false, false]);
  });

  test('a strict file is read like a transitional one', async () => {
    expect((await withBody(p(r('chữ')), STRICT)).paragraphs[0]?.text).toBe('chữ');
  });

  test('a text box is read once though Word stores it twice', async () => {
    const box = `<w:txbxContent>${p(r('khung'))}</w:txbxContent>`;
    const both = `<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps">${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r>`;
    const { paragraphs } = await withBody(p(r('ngoài') + both));
    expect(paragraphs.map((paragraph) => paragraph.text).sort()).toEqual(['khung', 'ngoài']);
  });
});
