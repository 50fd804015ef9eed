import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Grid, Paragraph } from '../../../kernel/documents/types.ts';
import { parseBody, parseBodyOf } from './body.ts';

const PLAN = `Số: 15/KH-UBND
Ân Thi, ngày 22 tháng 01 năm 2024

KẾ HOẠCH
Cải thiện chỉ số phục vụ người dân
huyện Ân Thi năm 2024

Căn cứ Kế hoạch số 192/KH-UBND ngày 26/12/2023 của UBND tỉnh Hưng Yên về nâng cao quản trị;

UBND huyện Ân Thi ban hành Kế hoạch như sau:

I. MỤC ĐÍCH

1. Mục đích

a) Cụ thể hóa Chỉ thị số 06/CT-CTUBND ngày 17/5/2019; phân đấu tăng bậc.

II. NỘI DUNG

1. Nhiệm vụ theo nội dung

1.1. Nội dung “Quản trị điện tử”

a) Công khai theo Nghị định số 42/2022/NĐ-CP ngày 24/6/2022 của Chính phủ.

b) Kiến nghị cấp có

thâm quyền xử lý (*việc khó*).

c) Việc ba.

d) Việc bốn.

đ) Việc năm

Lời giải thích của việc năm.

- Gạch thứ nhất;

- Gạch thứ hai.

e) Việc sáu.

1.2. Nội dung “Tham gia của người dân ở cấp cơ sở”

a) Việc của nội dung một.

2. Việc khác

Trên đây là Kế hoạch, đề nghị thực hiện./.

Nơi nhận:

- Sở Nội vụ (để báo cáo);
- UBND các xã, thị trấn;
- Lưu: VT.

**TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH**

Trần Văn Mẫu`;

const PATHS = [
  ...[
    'I',
    'I.1',
    'I.1.a',
    'II',
    'II.1',
    'II.1.1',
    'II.1.1.a',
    'II.1.1.b',
    'II.1.1.c',
    'II.1.1.d',
    'II.1.1.đ',
  ],
  ...['II.1.1.đ.-1', 'II.1.1.đ.-2', 'II.1.1.e', 'II.1.2', 'II.1.2.a', 'II.2'],
];

describe('the tree of clauses', () => {
  const body = parseBody(PLAN, 'plan.txt');
  const at = (path: string) => body.clauses.find((clause) => clause.path === path);

  it('has every numbered, lettered and dashed clause, đ between d and e, letters beginning anew under each parent', () => {
    expect(body.clauses.map((clause) => clause.path)).toEqual(PATHS);
    expect(body.clauses.map((clause) => clause.order)).toEqual(PATHS.map((_, i) => i));
    expect(at('II.1.1.đ.-2')).toMatchObject({ parentPath: 'II.1.1.đ', kind: 'dash', label: '-' });
    expect(at('II.1.2')).toMatchObject({ parentPath: 'II.1', kind: 'subsection', label: '1.2.' });
  });

  it('links contents by their quoted name, whatever their number, and hands them down', () => {
    expect(at('II.1.1')?.dimension).toBe(8);
    expect(at('II.1.1.đ.-1')?.dimension).toBe(8);
    expect(at('II.1.2.a')?.dimension).toBe(1);
    expect(at('II.2')?.dimension).toBeNull();
  });

  it('takes a heading and the paragraphs below it as one clause', () => {
    expect(at('II.1.1.đ')).toMatchObject({
      title: 'Việc năm',
      text: 'Việc năm\nLời giải thích của việc năm.',
    });
  });

  it('heals a page break inside a sentence and says so', () => {
    expect(at('II.1.1.b')?.text).toBe('Kiến nghị cấp có thâm quyền xử lý (việc khó).');
    expect(body.hints.filter((hint) => hint.code === 'page_break_healed')).toHaveLength(1);
  });

  it('suggests slips of a scanner and changes nothing', () => {
    const slips = body.hints.filter((hint) => hint.code === 'spelling_suspect');
    expect(slips.map((slip) => [slip.cell, slip.suggestions])).toEqual([
      ['I.1.a', ['phấn đấu']],
      ['II.1.1.b', ['thẩm quyền']],
    ]);
    expect(at('I.1.a')?.text).toContain('phân đấu');
  });

  it('is the same for CRLF, NFD, tabs and trailing blanks', () => {
    const other = PLAN.normalize('NFD')
      .split('\n')
      .map((line) => `${line.replace(/ /, '\t')}  \t`)
      .join('\r\n');
    expect(parseBody(other, 'plan.txt').clauses).toEqual(body.clauses);
  });

  it('is the same when Word computes the labels', () => {
    const paragraphs: Paragraph[] = [
      { text: 'MỤC ĐÍCH', numbering: 'I.', bold: true, italic: false },
      { text: 'Yêu cầu', numbering: '1.', bold: true, italic: false },
      { text: 'Việc một.', numbering: 'a)', bold: false, italic: false },
      { text: 'Việc hai.', numbering: 'b)', bold: false, italic: false },
    ];
    expect(parseBody(paragraphs).clauses.map((clause) => clause.path)).toEqual([
      'I',
      'I.1',
      'I.1.a',
      'I.1.b',
    ]);
  });

  it('keeps both of two clauses that carry the same label and warns', () => {
    const twice = parseBody('I. PHẦN\n\n1. Một\n\na) Việc.\n\na) Việc lặp.');
    expect(twice.clauses.map((clause) => clause.path)).toEqual(['I', 'I.1', 'I.1.a', 'I.1.a#2']);
    expect(twice.hints.map((hint) => hint.code)).toContain('path_duplicate');
  });

  it('is empty with an error when the text has no clause', () => {
    expect(parseBody('Một câu bình thường.').hints.map((hint) => hint.code)).toEqual(['no_clauses']);
  });
});

describe('head and tail', () => {
  const { head, tail } = parseBody(PLAN);

  it('give title, number, date, place, issuer and year', () => {
    expect(head).toMatchObject({
      title: 'Cải thiện chỉ số phục vụ người dân huyện Ân Thi năm 2024',
      number: '15/KH-UBND',
      date: '2024-01-22',
      place: 'Ân Thi',
      issuer: 'UBND huyện Ân Thi',
      year: 2024,
    });
  });

  it('leave number and date open in a draft', () => {
    const draft = parseBody(PLAN.replace('15/KH', '/KH').replace('22 tháng 01', ' tháng '));
    expect(draft.head).toMatchObject({ number: null, symbol: 'KH-UBND', date: null, year: 2024 });
  });

  it('list the cited documents once each with date, issuer and where they are cited', () => {
    expect(head.legalBases).toEqual([
      {
        kind: 'Kế hoạch',
        number: '192/KH-UBND',
        date: '2023-12-26',
        issuer: 'UBND tỉnh Hưng Yên',
        citation: 'Kế hoạch số 192/KH-UBND ngày 26/12/2023 của UBND tỉnh Hưng Yên',
        citedIn: [''],
      },
      {
        kind: 'Chỉ thị',
        number: '06/CT-CTUBND',
        date: '2019-05-17',
        issuer: null,
        citation: 'Chỉ thị số 06/CT-CTUBND ngày 17/5/2019',
        citedIn: ['I.1.a'],
      },
      {
        kind: 'Nghị định',
        number: '42/2022/NĐ-CP',
        date: '2022-06-24',
        issuer: 'Chính phủ',
        citation: 'Nghị định số 42/2022/NĐ-CP ngày 24/6/2022 của Chính phủ',
        citedIn: ['II.1.1.a'],
      },
    ]);
  });

  it('list recipients by kind and the signature', () => {
    expect(tail.recipients).toEqual([
      { text: 'Sở Nội vụ', group: 'superiors', purpose: 'để báo cáo' },
      { text: 'UBND các xã, thị trấn', group: 'communes', purpose: null },
      { text: 'Lưu: VT', group: 'archive', purpose: null },
    ]);
    expect(tail).toMatchObject({
      signedFor: 'TM. ỦY BAN NHÂN DÂN',
      signerTitle: 'CHỦ TỊCH',
      signer: 'Trần Văn Mẫu',
    });
  });
});

describe('a Word file', () => {
  const cell = (text: string, address: string) => ({ text, address, bold: false });
  const paragraph = (text: string) => ({ text, bold: false, italic: false });
  const table = (afterParagraph: number, ...texts: string[]): Grid => ({
    source: 'kh.docx',
    name: 'Bảng',
    hidden: false,
    afterParagraph,
    rows: [texts.map((text, i) => cell(text, `bảng 1, dòng 1, cột ${i + 1}`))],
  });

  it('keeps letterhead and signature in tables: they are read where they stand, and the annex is not the body', () => {
    const { head, clauses, tail } = parseBodyOf({
      fileName: 'kh.docx',
      kind: 'docx',
      notices: [],
      grids: [
        table(0, 'ỦY BAN NHÂN DÂN\nHUYỆN ÂN THI\nSố: 7/KH-UBND', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
        table(
          5,
          'Nơi nhận:\n- Sở Nội vụ (để báo cáo);\n- Lưu: VT.',
          'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nTrần Văn Mẫu',
        ),
      ],
      paragraphs: [
        paragraph('KẾ HOẠCH'),
        paragraph('Công khai năm 2024'),
        paragraph('I. NHIỆM VỤ'),
        paragraph('1. Việc một'),
        paragraph('2. Việc hai'),
        paragraph('PHỤ LỤC'),
        paragraph('1. Không phải một mục'),
      ],
    });
    expect(head).toMatchObject({ number: '7/KH-UBND', issuer: 'ỦY BAN NHÂN DÂN HUYỆN ÂN THI', year: 2024 });
    expect(clauses.map((clause) => clause.path)).toEqual(['I', 'I.1', 'I.2']);
    expect(tail).toMatchObject({
      signer: 'Trần Văn Mẫu',
      recipients: [{ text: 'Sở Nội vụ' }, { text: 'Lưu: VT' }],
    });
  });
});

const SEED = new URL('../../../../../shared/seed/ke-hoach-an-thi-2024.txt', import.meta.url);

describe.skipIf(!existsSync(SEED))('the plan of huyện Ân Thi 2024', () => {
  const body = existsSync(SEED) ? parseBody(readFileSync(SEED, 'utf8'), 'seed') : parseBody('');
  const letters = (parent: string, marks: string) => [
    parent,
    ...[...marks].map((mark) => `${parent}.${mark}`),
  ];

  it('gives its whole tree', () => {
    expect(body.clauses.map((clause) => clause.path)).toEqual([
      ...['I', ...letters('I.1', 'abc'), ...letters('I.2', 'abc'), 'II', 'II.1'],
      ...letters('II.1.1', 'abcd'),
      ...letters('II.1.2', 'abcd'),
      ...letters('II.1.3', 'abc'),
      ...letters('II.1.4', 'abc'),
      ...letters('II.1.5', 'abcd'),
      ...letters('II.1.6', 'abcd'),
      ...letters('II.1.7', 'abc'),
      ...letters('II.1.8', 'abcd'),
      ...['II.2', ...letters('II.3', 'abc'), ...letters('II.4', 'abcdđ'), 'III', 'III.1'],
      ...['III.1.a', 'III.1.a.-1', 'III.1.a.-2', 'III.1.b', 'III.1.c'],
      ...['III.1.d', 'III.1.d.-1', 'III.1.d.-2', 'III.1.d.-3'],
      ...[...letters('III.2', 'abcdđ'), ...letters('III.3', 'abcd'), 'III.4', ...letters('III.5', 'abc')],
    ]);
  });

  it('links 1.1 to 1.8 to the eight contents and nothing else', () => {
    for (const clause of body.clauses) {
      const subsection = /^II\.1\.(\d)/.exec(clause.path)?.[1];
      expect(clause.dimension, clause.path).toBe(subsection ? Number(subsection) : null);
    }
  });

  it('heals its four broken sentences and suggests its three slips, no more', () => {
    const of = (code: string) => body.hints.filter((hint) => hint.code === code);
    expect(of('page_break_healed')).toHaveLength(4);
    expect(of('spelling_suspect').map((hint) => hint.suggestions)).toEqual([
      ['phấn đấu'],
      ['tuyển dụng'],
      ['thẩm quyền'],
    ]);
    expect(body.hints).toHaveLength(7);
    expect(body.clauses.find((clause) => clause.path === 'II.1.4.a')?.text).toContain('Công khai báo cáo');
  });

  it('gives every word of its clauses: the rest of a broken sentence stays in its clause', () => {
    expect(body.clauses.find((clause) => clause.path === 'III.1.b')?.text).toContain('trước ngày 05/7/2024');
    expect(body.tail.recipients).toHaveLength(7);
    expect(body.tail.signer).toBeTruthy();
  });
});
