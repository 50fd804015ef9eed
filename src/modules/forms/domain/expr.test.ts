import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { say } from '../../../kernel/i18n.ts';
import type { Expr } from './expr.ts';
import { ExprError } from './expr-messages.ts';
import { parseExpr } from './expr-parse.ts';
import { type ExprType, resolveExpr, type Scope } from './expr-resolve.ts';

const columns = ['c3', 'c4', 'c5', 'c6', 'ghi'];
const rows = ['r1', 'r2', 'r3'];
const inRow: Scope = {
  columns,
  rows,
  row: 'r1',
  column: null,
  holds: (key) => (key.endsWith('.ghi') ? 'words' : key === 'r3.c6' ? 'nothing' : 'number'),
  isOfOtherPeriod: (key) => key.endsWith('.c6'),
};
const inColumn: Scope = { ...inRow, row: null, column: 'c3' };

function read(text: string, wanted: ExprType = 'truth', scope = inRow): Expr {
  const parsed = parseExpr(text);
  if (!parsed.ok) throw new Error(say('vi', parsed.problem.message, parsed.problem.params));
  return resolveExpr(parsed.source, scope, wanted);
}

function refused(text: string, wanted: ExprType = 'truth', scope = inRow): { at: number; says: string } {
  const parsed = parseExpr(text);
  const problem = parsed.ok ? refusal(() => resolveExpr(parsed.source, scope, wanted)) : parsed.problem;
  return { at: problem.at, says: say('vi', problem.message, problem.params) };
}

function refusal(work: () => unknown) {
  try {
    work();
  } catch (error) {
    if (error instanceof ExprError) return error.problem;
    throw error;
  }
  throw new Error('nothing was refused');
}

const c = (name: string): Expr => ['c', name];

describe('what people write', () => {
  it.each<[string, Expr]>([
    ['c3 = c4 + c5 + c6', ['=', c('r1.c3'), ['sum', c('r1.c4'), c('r1.c5'), c('r1.c6')]]],
    ['c3 = sum(c4:c6)', ['=', c('r1.c3'), ['sum', c('r1.c4'), c('r1.c5'), c('r1.c6')]]],
    ['C3 = TỔNG_ĐÃ_CÓ(c4:c6)', ['=', c('r1.c3'), ['sum_known', c('r1.c4'), c('r1.c5'), c('r1.c6')]]],
    ['r2.c3 ≤ r1.c3 × 0,5', ['<=', c('r2.c3'), ['*', c('r1.c3'), ['n', '0.5']]]],
    ['c3 ≥ 20%', ['>=', c('r1.c3'), ['/', ['n', '20'], ['n', '100']]]],
    [
      'c3 > 1 và c4 < 2 hoặc không c5 ≠ 3',
      [
        'or',
        ['and', ['>', c('r1.c3'), ['n', '1']], ['<', c('r1.c4'), ['n', '2']]],
        ['not', ['<>', c('r1.c5'), ['n', '3']]],
      ],
    ],
    ['c3 - c4 - c5 = 0', ['=', ['-', ['-', c('r1.c3'), c('r1.c4')], c('r1.c5')], ['n', '0']]],
    ['thiếu(c3) or missing(ghi)', ['or', ['missing', c('r1.c3')], ['missing', c('r1.ghi')]]],
    ['same_period(c3) > 0', ['>', c('r1.c3@same'), ['n', '0']]],
    ['kỳ_trước(c3 + c4) > 0', ['>', ['sum', c('r1.c3@prev'), c('r1.c4@prev')], ['n', '0']]],
    [
      'jump(c3; 20)',
      [
        '>',
        ['abs', ['/', ['*', ['-', c('r1.c3'), c('r1.c3@same')], ['n', '100']], c('r1.c3@same')]],
        ['n', '20'],
      ],
    ],
    ['sum(r1.c3:r2.c4) > 0', ['>', ['sum', c('r1.c3'), c('r1.c4'), c('r2.c3'), c('r2.c4')], ['n', '0']]],
  ])('%s', (text, expr) => {
    expect(read(text)).toEqual(expr);
  });

  it('a range of rows stands in the column of the cell', () => {
    expect(read('sum(r1:r3)', 'number', inColumn)).toEqual(['sum', c('r1.c3'), c('r2.c3'), c('r3.c3')]);
  });

  it('a range leaves out cells that hold no number', () => {
    expect(read('sum(r3.c5:r3.ghi) > 0')).toEqual(['>', ['sum', c('r3.c5')], ['n', '0']]);
  });

  it('a long sum stays flat', () => {
    const text = `c3 = ${Array.from({ length: 300 }, () => 'c4').join('+')}`;
    const expr = read(text);
    expect(expr[2]).toHaveLength(301);
  });
});

describe('what cannot be read is told with its place', () => {
  it.each<[string, number, string]>([
    ['c3 = ', 6, 'công thức kết thúc khi chưa đủ'],
    ['c3 = (c4 + c5', 14, 'thiếu dấu đóng ngoặc “)” cho dấu mở ngoặc ở ký tự thứ 6'],
    ['c3 = c4 & c5', 9, 'không dùng được ký hiệu “&”'],
    ['sum(c4, c5) = c3', 7, 'dấu chấm phẩy “;”'],
    ['c3 = c9', 6, 'biểu không có cột hoặc dòng “c9”'],
    ['c3 = tinh(c4)', 6, 'không có hàm “tinh”'],
    ['abs(c3; c4) > 0', 1, 'hàm abs cần 1 phần trong ngoặc, ở đây có 2'],
    ['c3', 1, 'cần một so sánh'],
    ['c3 + (c4 > 1) = 2', 10, 'cần một số, không phải một so sánh'],
    ['c3 < c4 < c5', 9, 'nối các so sánh bằng “và”'],
    ['c4:c6 > 0', 1, 'dãy ô “a:b” chỉ dùng trong sum'],
    ['sum(c6:c4) > 0', 5, 'đầu trước đứng trước đầu sau'],
    ['sum(c4:r2) > 0', 5, 'hai đầu của dãy ô'],
    ['c3 = ghi', 6, 'ô “r1.ghi” không chứa số'],
    ['r3.c6 > 0', 1, 'ô “r3.c6” không chứa số'],
    ['r2 > 0', 1, 'ghi rõ ô, ví dụ “r2.c3”'],
    ['round(c3; 7) = 0', 11, 'từ 0 đến 6'],
    ['c3 = 0,1234567', 6, 'nhiều hơn 6 chữ số'],
    ['c3 = 1234567890123', 6, 'dài quá 12 chữ số'],
    ['previous(same_period(c3)) = 0', 10, 'không đặt same_period hoặc previous lồng vào nhau'],
    ['same_period(c6) = 0', 13, 'đã là số của kỳ khác'],
    ['if(c3 > 1; 2; c4 > 1) = 2', 1, 'hai nhánh của if'],
    ['c3 = c4 c5', 9, 'không hiểu “c5” ở chỗ này'],
    ['c3 = r1.', 9, 'không hiểu “” ở chỗ này'],
    ['   ', 1, 'để trống'],
  ])('%s', (text, at, says) => {
    const found = refused(text);
    expect(found.says).toContain(says);
    expect(found.at).toBe(at);
  });

  it('brackets within brackets are bounded', () => {
    expect(refused(`${'('.repeat(60)}c3${')'.repeat(60)} > 1`).says).toContain('quá nhiều dấu ngoặc');
    expect(refused(`c3 > ${'-'.repeat(60)}1`).says).toContain('quá nhiều dấu ngoặc');
  });

  it('a column alone needs a row, and a row alone a column', () => {
    expect(refused('c3 > 1', 'truth', { ...inRow, row: null }).says).toContain('ví dụ “r1.c3”');
    expect(refused('sum(r1:r2) > 1', 'truth', inRow).says).toContain('ví dụ “r1.c3”');
  });

  it('any text is either read or refused with a place inside it, and never throws anything else', () => {
    const pieces = fc.constantFrom(
      'c3',
      'r1',
      '.',
      ':',
      ';',
      '(',
      ')',
      '+',
      '−',
      '=',
      '<',
      'và',
      'not',
      'sum',
      'if',
      '1,5',
      '%',
      ' ',
      'ế',
      '€',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 15 }), (words) => {
        const text = words.join('');
        const parsed = parseExpr(text);
        if (parsed.ok) return;
        expect(parsed.problem.at).toBeGreaterThanOrEqual(1);
        expect(parsed.problem.at).toBeLessThanOrEqual(text.length + 1);
        expect(say('vi', parsed.problem.message, parsed.problem.params)).not.toMatch(/\{\w+\}/);
        expect(say('en', parsed.problem.message, parsed.problem.params)).not.toMatch(/\{\w+\}/);
      }),
      { numRuns: 3000 },
    );
  });
});
