import { describe, expect, it } from 'vitest';
import { partOf, sampleLetter, samplePaper } from '../../../test/support/papers.ts';
import { readDocument } from '../documents/index.ts';
import { renderDocx } from './index.ts';
import { FACES, type FaceName } from './layout.ts';

const docx = await renderDocx(samplePaper);
const letter = await renderDocx(sampleLetter);
const document = partOf(docx, 'word/document.xml');
const styles = partOf(docx, 'word/styles.xml');
const sections = document.match(/<w:sectPr.*?<\/w:sectPr>/gs) ?? [];

/** Twentieths of a point. */
const twips = (mm: number): number => Math.floor((mm / 25.4) * 1440);
const styleOf = (name: string): string =>
  (styles.match(/<w:style .*?<\/w:style>/gs) ?? []).find((one) =>
    one.includes(`<w:name w:val="${name}"/>`),
  ) ?? '';

describe('the Word file of a paper', () => {
  it('pages are A4 with the margins of the decree, the annex lying', () => {
    const portrait = { w: twips(210), h: twips(297) };
    expect(sections).toHaveLength(2);
    expect(sections[0]).toContain(`<w:pgSz w:w="${portrait.w}" w:h="${portrait.h}" w:orient="portrait"/>`);
    expect(sections[1]).toContain(`<w:pgSz w:w="${portrait.h}" w:h="${portrait.w}" w:orient="landscape"/>`);
    for (const section of sections) {
      const margin = /<w:pgMar ([^>]*)\/>/.exec(section)?.[1] ?? '';
      for (const [side, mm] of [
        ['top', 20],
        ['bottom', 20],
        ['left', 30],
        ['right', 15],
      ] as const)
        expect(margin).toContain(`w:${side}="${twips(mm)}"`);
    }
  });

  it('pages are numbered from 1 in each section, in the middle of the top margin, not on the first', () => {
    for (const section of sections) {
      expect(section).toContain('<w:titlePg/>');
      expect(section).toMatch(/<w:pgNumType w:start="1" w:fmt="decimal"/);
      expect(section).toContain('w:type="default"');
      expect(section).toContain('w:type="first"');
    }
    const headers = [1, 2, 3, 4].map((n) => partOf(docx, `word/header${n}.xml`));
    expect(headers.filter((header) => header.includes('PAGE'))).toHaveLength(2);
    expect(headers.filter((header) => header !== '' && !header.includes('PAGE'))).toHaveLength(2);
    expect(styleOf(FACES.pageNumber.style)).toContain('<w:jc w:val="center"/>');
  });

  it('every element has a style of its own with the size and face of the decree, in Times New Roman', () => {
    const parts = ['document', 'header1', 'header2'].map((part) => `word/${part}.xml`);
    const used = [docx, letter].flatMap((file) => parts.map((part) => partOf(file, part))).join('');
    for (const name of Object.keys(FACES) as FaceName[]) {
      const face = FACES[name];
      const style = name === 'heading' ? styleOf('heading 1') || styleOf('Heading 1') : styleOf(face.style);
      expect(style, name).toContain(`<w:sz w:val="${face.size.value * 2}"/>`);
      expect(style, name).toContain('Times New Roman');
      expect(style, name).toContain('<w:color w:val="000000"/>');
      expect(/<w:b\/>|<w:b w:val="true"\/>/.test(style), name).toBe(face.bold);
      expect(/<w:i\/>|<w:i w:val="true"\/>/.test(style), name).toBe(face.italic);
      if (name !== 'heading') expect(used, name).toContain(`w:val="ND30-${name}"`);
    }
    expect(document).toContain('<w:pStyle w:val="Heading1"/>');
    expect(document).toContain('<w:pStyle w:val="Heading2"/>');
  });

  it('running text is justified, its first line 1.27 cm in, paragraphs 6 pt apart', () => {
    const body = styleOf(FACES.body.style);
    expect(body).toContain('<w:jc w:val="both"/>');
    expect(body).toContain(`<w:ind w:firstLine="${twips(12.7)}"/>`);
    expect(body).toMatch(/<w:spacing [^>]*w:before="120"/);
  });

  it('the header of a table is repeated, its cells reach over columns and rows, no row is broken', () => {
    const table = document.slice(document.lastIndexOf('<w:tbl>'));
    const rows = table.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
    expect(rows.slice(0, 3).map((row) => row.includes('<w:tblHeader/>'))).toEqual([true, true, false]);
    expect(rows[0]).toContain('<w:gridSpan w:val="2"/>');
    expect(rows[0]?.match(/<w:vMerge w:val="restart"\/>/g)).toHaveLength(2);
    expect(rows[2]).toContain('<w:keepNext/>');
    expect(rows.every((row) => row.includes('<w:cantSplit/>'))).toBe(true);
  });

  it('is read back: head, clauses with their labels, the table cell for cell', async () => {
    const { grids, paragraphs } = await readDocument('a.docx', docx);
    const texts = paragraphs.map(({ text }) => text);
    expect(texts).toContain('I. MỤC ĐÍCH');
    expect(texts).toContain('đ) Công khai đúng hạn');
    expect(paragraphs.find(({ text }) => text === 'I. MỤC ĐÍCH')?.style).toMatch(/^heading 1$/i);
    const [head, foot, annex] = grids;
    expect(head?.rows.flat().map((cell) => cell?.text)).toEqual([
      'ỦY BAN NHÂN DÂN\nHUYỆN ÂN THI',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
      'Số: 05/KH-UBND',
      'Ân Thi, ngày 05 tháng 02 năm 2024',
    ]);
    expect(foot?.rows.flat().map((cell) => cell?.text)).toEqual([
      'Nơi nhận:\n- Sở Nội vụ;\n- Lưu: VT.',
      'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nPhạm Đức Toàn',
    ]);
    expect(annex?.rows).toHaveLength(63);
    expect(annex?.rows[62]?.map((cell) => cell?.text)).toEqual([
      '60',
      'Niêm yết công khai danh sách số 60',
      'Phòng Nội vụ',
      'Các xã, thị trấn',
    ]);
  });

  it('a draft letter: frames, gaps, subject under the number, marks in the margin', async () => {
    const { grids, paragraphs } = await readDocument('a.docx', letter);
    expect(grids[0]?.rows[1]?.[0]?.text).toBe('Số:       /NV\nV/v đôn đốc thực hiện Kế hoạch\nDỰ THẢO\nKHẨN');
    expect(paragraphs.map(({ text }) => text)).toContain('- UBND các xã, thị trấn.');
    expect([1, 2].map((n) => partOf(letter, `word/header${n}.xml`)).join()).toContain('Dự thảo');
    expect(partOf(letter, 'word/document.xml')).toContain('w:val="ND30-urgency"');
  });

  it('what people wrote is text, never markup', async () => {
    const words = '<w:p/>&amp;]]> "quoted" {a} \u0001';
    const odd = await renderDocx({ ...samplePaper, body: [{ kind: 'paragraph', words }], annexes: [] });
    const { paragraphs } = await readDocument('a.docx', odd);
    expect(paragraphs.map(({ text }) => text)).toContain('<w:p/>&amp;]]> "quoted" {a}');
  });
});
