import { describe, expect, it } from 'vitest';
import { parseBody } from './body.ts';

const PLAN = `KẾ HOẠCH
Nâng cao chất lượng phục vụ người dân năm 2024

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
a) Cụ thể hóa các nhiệm vụ được giao trong năm.
b) Phát huy vai trò của Nhân dân trong giám sát.
2. Yêu cầu
a) Kế hoạch được triển khai đồng bộ ở các cấp.
II. NỘI DUNG
1. Nhiệm vụ theo nội dung
1.1. Nội dung “Thủ tục hành chính công”
a) Rà soát, đơn giản hóa thủ tục hành chính.
b) Niêm yết địa chỉ tiếp nhận phản ánh.
c) Giải quyết hồ sơ đúng hạn.
d) Ứng dụng công nghệ thông tin.
đ) Kiểm tra việc giải quyết hồ sơ.
1.2. Nội dung “Quản trị điện tử”
a) Đăng tin kịp thời:
- Tin của huyện;
- Tin của xã.
2. Kiểm tra
a) Kiểm tra theo kế hoạch.`;

const lines = PLAN.split('\n');
const tree = (text: string) => parseBody(text).clauses.map(({ path, text: words }) => [path, words]);
const expected = tree(PLAN);
const written = (change: (line: string) => string) => tree(lines.map(change).join('\n'));

const LABELS: Record<string, (line: string) => string> = {
  'a.': (line) => line.replace(/^([a-eđ])\) /, '$1. '),
  '(a)': (line) => line.replace(/^([a-eđ])\) /, '($1) '),
  'a/': (line) => line.replace(/^([a-eđ])\) /, '$1/ '),
  'a-': (line) => line.replace(/^([a-eđ])\) /, '$1- '),
  'A)': (line) => line.replace(/^([a-eđ])\) /, (_, letter: string) => `${letter.toUpperCase()}) `),
  'a )': (line) => line.replace(/^([a-eđ])\) /, '$1 ) '),
  'a)x': (line) => line.replace(/^([a-eđ])\) /, '$1)'),
  '1)': (line) => line.replace(/^(\d)\. /, '$1) '),
  '1/': (line) => line.replace(/^(\d)\. /, '$1/ '),
  '1-': (line) => line.replace(/^(\d)\. /, '$1- '),
  'Mục 1.': (line) => line.replace(/^(\d)\. /, 'Mục $1. '),
  '1.1 -': (line) => line.replace(/^(\d\.\d)\. /, '$1 - '),
  '1.1:': (line) => line.replace(/^(\d\.\d)\. /, '$1: '),
  '1.1.x': (line) => line.replace(/^(\d\.\d)\. /, '$1.'),
  'Phần I.': (line) => line.replace(/^(I+)\. /, 'Phần $1. '),
  'PHẦN I above its name': (line) => line.replace(/^(I+)\. /, 'PHẦN $1\n'),
  'Phần thứ nhất': (line) => line.replace(/^II\. /, 'Phần thứ hai\n').replace(/^I\. /, 'Phần thứ nhất: '),
  'I-': (line) => line.replace(/^(I+)\. /, '$1- '),
  'I –': (line) => line.replace(/^(I+)\. /, '$1 – '),
  'I without a point': (line) => line.replace(/^(I+)\. /, '$1 '),
  'Ⅰ as one character': (line) => line.replace(/^II\. /, 'Ⅱ. ').replace(/^I\. /, 'Ⅰ. '),
  'a bullet of a symbol font': (line) => line.replace(/^- /, '\uf0b7 '),
};

describe('parseBody over ways of labelling', () => {
  it.each(Object.keys(LABELS))('gives the same tree for %s', (name) => {
    expect(written(LABELS[name] ?? ((line) => line))).toEqual(expected);
  });

  it.each([
    'V/v triển khai kế hoạch',
    'X-quang được trang bị',
    '2.5 triệu lượt người',
    'a-xít và kiềm',
    'I am',
  ])('takes no label out of “%s”', (line) => {
    expect(tree(`${PLAN}\n${line}`).at(-1)).toEqual(['II.2.a', `Kiểm tra theo kế hoạch.\n${line}`]);
  });

  it('goes on with the letters after e as Word counts them, saying that đ was expected', () => {
    const body = parseBody('I. A\n1. B\na) x;\nb) x;\nc) x;\nd) x;\ne) x;\nf) x;\ng) x.');
    expect(body.clauses.map((clause) => clause.path).slice(2)).toEqual(
      [...'abcdefg'].map((letter) => `I.1.${letter}`),
    );
    expect(body.hints.map(({ code }) => code)).toContain('label_out_of_order');
  });

  it('keeps a list of numbers inside a letter where sections are written 1)', () => {
    const body = parseBody('I. A\n1) B\na) x:\n1) y;\n2) z.\n2) C');
    expect(body.clauses.map((clause) => clause.path)).toEqual([
      'I',
      'I.1',
      'I.1.a',
      'I.1.a.(1)',
      'I.1.a.(2)',
      'I.1.a.(2)#2',
    ]);
  });
});

const LONG =
  'Tăng cường công tác tuyên truyền để người dân biết, bàn, làm, kiểm tra, giám sát và thụ hưởng; thực hiện công khai các nội dung theo quy định của Luật Thực hiện dân chủ ở cơ sở. Nhân dân được thông báo trước khi lấy ý kiến.';
const LONG_PLAN = lines.map((line) => (/^[a-đ]\) /.test(line) ? `${line} ${LONG}` : line));

function wrap(text: string, width: number): string[] {
  const out: string[] = [''];
  for (const word of text.split(' ')) {
    const last = out.at(-1) ?? '';
    if (last !== '' && last.length + 1 + word.length > width) out.push(word);
    else out[out.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return out;
}

describe('parseBody over text exports', () => {
  const whole = tree(LONG_PLAN.join('\n'));

  it.each([60, 72, 80, 100])('joins lines broken at %s columns and says so once', (width) => {
    const body = parseBody(LONG_PLAN.flatMap((line) => wrap(line, width)).join('\n'));
    expect(body.clauses.map(({ path, text }) => [path, text])).toEqual(whole);
    expect(body.hints.filter(({ code }) => code === 'lines_rejoined')).toHaveLength(1);
    expect(body.hints.map(({ code }) => code)).not.toContain('page_break_healed');
  });

  it.each<[string, (page: number) => string[]]>([
    ['a number', (page) => [`${page}`]],
    ['a number between dashes', (page) => [`- ${page} -`]],
    ['“Trang 2/9”', (page) => [`Trang ${page}/9`]],
    ['a number and a header', (page) => [`${page}`, 'UBND HUYỆN ÂN THI']],
    ['a footnote', (page) => ['_______________', `[${page}] Kế hoạch của tỉnh.`]],
  ])('leaves out what pages carry between broken lines: %s', (_, between) => {
    const broken = LONG_PLAN.flatMap((line) => wrap(line, 80));
    const paged = broken.flatMap((line, i) => (i % 14 === 13 ? [line, ...between((i + 1) / 14)] : [line]));
    const body = parseBody(paged.join('\n'));
    expect(body.clauses.map(({ path, text }) => [path, text])).toEqual(whole);
    expect(body.hints.filter(({ code }) => code === 'furniture_left_out')).toHaveLength(1);
  });

  it('keeps a number that grows no further and a line that is said only twice', () => {
    const body = parseBody('I. A\n1. B\n9\nVIỆC CHUNG\n2. C\n4\nVIỆC CHUNG');
    expect(body.clauses.map(({ text }) => text)).toEqual(['A', 'B\nVIỆC CHUNG', 'C\n4\nVIỆC CHUNG']);
  });
});
