import fc from 'fast-check';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { partOf, pdfPages, sampleLetter, samplePaper, tableOf } from '../../../test/support/papers.ts';
import { type Paper, renderDocx, renderPdf } from './index.ts';

const MM = 72 / 25.4;
const pdf = await renderPdf(samplePaper);
const pages = await pdfPages(pdf);

describe('the PDF of a paper', () => {
  it('is A4, the annex lying, and keeps to PDF/A-2a with tags and the language', async () => {
    const proxy = await getDocumentProxy(new Uint8Array(pdf));
    const sizes = await Promise.all(
      pages.map(async (_, index) =>
        (await proxy.getPage(index + 1)).view.slice(2).map((side) => Math.round(side / MM)),
      ),
    );
    expect(sizes[0]).toEqual([210, 297]);
    expect(sizes.slice(1).every(([width, height]) => width === 297 && height === 210)).toBe(true);
    const { info, metadata } = await proxy.getMetadata();
    expect(info).toMatchObject({ Title: 'Kế hoạch Nâng cao hiệu quả quản trị năm 2024', Language: 'vi-VN' });
    expect(metadata.get('pdfaid:part')).toBe('2');
    expect(metadata.get('pdfaid:conformance')).toBe('A');
    expect(await proxy.getMarkInfo()).toMatchObject({ Marked: true });
    expect((await proxy.getOutline()).map(({ title }) => title)).toEqual(['I. MỤC ĐÍCH', 'Phụ lục']);
  });

  it('says every line of the paper in Vietnamese that programs read', () => {
    for (const line of [
      'ỦY BAN NHÂN DÂN HUYỆN ÂN THI',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc',
      'Số: 05/KH-UBND',
      'Ân Thi, ngày 05 tháng 02 năm 2024',
      'KẾ HOẠCH Nâng cao hiệu quả quản trị năm 2024',
      'Căn cứ Luật Tổ chức chính quyền địa phương; Căn cứ Kế hoạch số 192/KH-UBND.',
      'I. MỤC ĐÍCH 1. Yêu cầu đ) Công khai đúng hạn',
      'Nơi nhận: - Sở Nội vụ; - Lưu: VT.',
      'TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Phạm Đức Toàn',
    ])
      expect(pages[0]).toContain(line);
    expect(pages[1]).toContain('Phụ lục NHIỆM VỤ CỤ THỂ (Kèm theo Kế hoạch số 05/KH-UBND ngày 05 tháng 02');
  });

  it('numbers the pages of the annex by itself, hides the first, repeats header and section', () => {
    const annex = pages.slice(1);
    expect(annex.length).toBeGreaterThan(2);
    expect(annex[0]).toMatch(/^Phụ lục/);
    annex.slice(1).forEach((page, index) => {
      // The header comes first or last in the order of drawing.
      expect(page).toMatch(new RegExp(`(?:^| )${index + 2}(?: |$)`));
      expect(page).toMatch(/TT Nhiệm vụ .*Chủ trì Phối hợp/);
      expect(page).toContain('Nội dung 1');
    });
  });

  it('a draft letter is marked on its first page and on the pages after it', async () => {
    const long = Array.from(
      { length: 60 },
      () => ({ kind: 'paragraph', words: 'Đề nghị báo cáo.' }) as const,
    );
    const [first, second] = await pdfPages(await renderPdf({ ...sampleLetter, body: long }));
    expect(first).toMatch(/V\/v đôn đốc thực hiện Kế hoạch DỰ THẢO KHẨN/);
    expect(first).toContain('Kính gửi: - Các phòng, ngành huyện; - UBND các xã, thị trấn.');
    expect(second).toContain('Dự thảo');
  });

  it('what people wrote is text: no markup, no code, no quotes made round', async () => {
    const words = '#panic("a") *b* _c_ $x$ @d <e> \\ // `f` "g" -- --- ~ = h [i] {j}';
    const [page] = await pdfPages(await renderPdf({ ...samplePaper, body: [{ kind: 'paragraph', words }] }));
    expect(page).toContain(words);
  });

  it('signs that the font lacks spoil nothing else', async () => {
    const words = 'Trước 🙂 中 \ue000 sau';
    const [page] = await pdfPages(await renderPdf({ ...samplePaper, body: [{ kind: 'paragraph', words }] }));
    expect(page).toMatch(/Trước .*sau/);
  });

  it('a row longer than a page goes on on the next', async () => {
    const row = [{ words: 'x' }, { words: 'dài '.repeat(3000) }, { words: '' }, { words: 'hết' }];
    const table = { ...tableOf(1), rows: [row] };
    const annexes = [{ orientation: 'landscape', title: 'A', blocks: [table] }] as const;
    const all = (await pdfPages(await renderPdf({ ...samplePaper, annexes }))).join(' ');
    expect(all.match(/dài/g)).toHaveLength(3000);
    expect(all).toContain('hết');
  });
});

describe('both forms', () => {
  const word = fc.constantFrom(
    'công',
    'khai',
    'Đường',
    'dây',
    'nóng',
    'ở',
    'xã',
    'quý',
    'Ủy',
    'ban',
    '100%',
    '(mẫu)',
  );
  const words = fc.array(word, { minLength: 1, maxLength: 12 }).map((all) => all.join(' '));
  const runs = fc.array(fc.record({ text: words, bold: fc.boolean(), italic: fc.boolean() }), {
    minLength: 1,
    maxLength: 3,
  });
  const block = fc.oneof(
    fc.record({ kind: fc.constant('paragraph' as const), words: fc.oneof(words, runs) }),
    fc.record({
      kind: fc.constant('paragraph' as const),
      words,
      align: fc.constantFrom('left', 'center', 'right'),
    }),
    fc.record({
      kind: fc.constant('clause' as const),
      level: fc.constantFrom('part', 'section', 'letter', 'dash'),
      label: fc.constantFrom('I.', '1.2.', 'đ)', '-'),
      words,
      isHeading: fc.boolean(),
    }),
  );

  it('say the same words in the same order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(block, { maxLength: 6 }),
        fc.constantFrom(samplePaper, sampleLetter),
        async (body, base) => {
          const paper: Paper = { ...base, body, annexes: [] };
          const plain = (text: string) => text.replace(/\s+/g, '');
          const document = partOf(await renderDocx(paper), 'word/document.xml');
          const inWord = [...document.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
            .map(([, text]) => text)
            .join('');
          const [page = '', ...more] = await pdfPages(await renderPdf(paper));
          expect(more).toEqual([]);
          expect(plain(page)).toBe(plain(inWord));
        },
      ),
      { numRuns: 40 },
    );
  });
});
