import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { partOf, pdfPages, samplePaper, tableOf } from '../../../test/support/papers.ts';
import { readDocument } from '../documents/index.ts';
import { type Paper, renderDocx, renderPdf } from './index.ts';

const MM = 72 / 25.4;
const code = {
  kind: 'code',
  content: 'https://danbiet.hungyen.gov.vn/muc/0192f3a1-7c00-7a5b-8c31-5b0a9f6f2d10',
  label: 'Mã QR mở trang của mục này',
  words: 'Quét mã để xem trên điện thoại',
} as const;
const sheet = (page: NonNullable<Paper['page']>): Paper => ({
  ...samplePaper,
  page,
  body: [{ kind: 'paragraph', words: 'Nội dung niêm yết.' }, tableOf(30), code],
});
const lyingA3 = sheet({ size: 'a3', orientation: 'landscape' });

async function sizesOf(pdf: Uint8Array): Promise<number[][]> {
  const proxy = await getDocumentProxy(new Uint8Array(pdf));
  const numbers = Array.from({ length: proxy.numPages }, (_, index) => index + 1);
  return Promise.all(
    numbers.map(async (number) =>
      (await proxy.getPage(number)).view.slice(2).map((side) => Math.round(side / MM)),
    ),
  );
}

describe('a paper for a wall', () => {
  it('stands or lies on A4 or A3 as it says, its annex on the same size', async () => {
    const lying = await sizesOf(await renderPdf(lyingA3));
    expect(lying[0]).toEqual([420, 297]);
    expect(lying.every(([width, height]) => width === 420 && height === 297)).toBe(true);
    const standing = await sizesOf(await renderPdf(sheet({ size: 'a3', orientation: 'portrait' })));
    expect(standing[0]).toEqual([297, 420]);
    expect((await sizesOf(await renderPdf(sheet({ size: 'a4', orientation: 'landscape' }))))[0]).toEqual([
      297, 210,
    ]);
  });

  it('is on A3 the same sheet drawn larger: the same lines on the same pages', async () => {
    const [small, large] = await Promise.all(
      (['a4', 'a3'] as const).map(async (size) =>
        pdfPages(await renderPdf(sheet({ size, orientation: 'portrait' }))),
      ),
    );
    expect(large).toEqual(small);
  });

  it('says the header of its table on each page and keeps PDF/A with a description of the code', async () => {
    const pdf = await renderPdf(lyingA3);
    const pages = (await pdfPages(pdf)).filter((page) => page.includes('Niêm yết công khai danh sách số'));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toContain('Cơ quan thực hiện');
    const { metadata } = await (await getDocumentProxy(new Uint8Array(pdf))).getMetadata();
    expect(metadata.get('pdfaid:part')).toBe('2');
    expect(metadata.get('pdfaid:conformance')).toBe('A');
  });

  it('in Word has the size, the larger letters, the code as a described picture, and is read back', async () => {
    const docx = await renderDocx(lyingA3);
    const document = partOf(docx, 'word/document.xml');
    expect(document).toMatch(
      /<w:pgSz w:w="23811" w:h="16837" w:orient="landscape"\/>|<w:pgSz w:w="2381\d" w:h="1683\d" w:orient="landscape"\/>/,
    );
    expect(document).toContain('descr="Mã QR mở trang của mục này"');
    // 36 mm by the square root of two, in units of which 36,000 make a millimetre.
    const [, width] = /<wp:extent cx="(\d+)"/.exec(document) ?? [];
    expect(Number(width) / 36_000).toBeCloseTo(36 * Math.SQRT2, 0);
    expect(partOf(docx, 'word/styles.xml')).toContain('<w:sz w:val="40"/>');
    const { grids } = await readDocument('a.docx', docx);
    expect(grids.some(({ rows }) => rows.flat().some((cell) => cell?.text === code.words))).toBe(true);
  });
});
