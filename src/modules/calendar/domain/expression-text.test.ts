import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryExpression } from '../../../../test/support/arbitrary-expression.ts';
import { deadlineExpressionSchema } from './expression.ts';
import { formatExpression, parseExpression } from './expression-text.ts';

const canonical = (text: string) => {
  const parsed = parseExpression(text);
  return parsed.ok ? formatExpression(parsed.expression) : parsed.problem.code;
};

describe('the text form', () => {
  test.each([
    ['15wd after 2024-01-22', '15wd after 2024-01-22'],
    ['  15 WD   After 22/01/2024 ', '15wd after 2024-01-22'],
    ['MIN 20d after 30/5/2024', 'min 20d after 2024-05-30'],
    ['3m after 2024-01-31', '3m after 2024-01-31'],
    ['2Y AFTER 2024-02-29', '2y after 2024-02-29'],
    ['5wd before 05/07/2024', '5wd before 2024-07-05'],
    ['Before 05/07/2024', 'before 2024-07-05'],
    ['on 2024-06-30', 'by 2024-06-30'],
    ['end of q2 2024', 'end of Q2 2024'],
    ['end of Q2/2024', 'end of Q2 2024'],
    ['End Of H1 2024', 'end of H1 2024'],
    ['end of 06/2024', 'end of 2024-06'],
    ['end of 2024-06', 'end of 2024-06'],
    ['end of 2024', 'end of 2024'],
  ])('%s is read as %s', (text, expected) => {
    expect(canonical(text)).toBe(expected);
  });

  test.each([
    ['', 'EMPTY'],
    ['   ', 'EMPTY'],
    ['tomorrow', 'UNKNOWN_FORM'],
    ['2024-07-05', 'UNKNOWN_FORM'],
    ['15wd 2024-01-22', 'UNKNOWN_FORM'],
    ['min 5wd before 2024-07-05', 'UNKNOWN_FORM'],
    ['x'.repeat(201), 'UNKNOWN_FORM'],
    ['24h after 2024-01-22', 'UNKNOWN_UNIT'],
    ['15 ngày after 2024-01-22', 'UNKNOWN_UNIT'],
    ['0wd after 2024-01-22', 'AMOUNT_OUT_OF_RANGE'],
    ['-3wd after 2024-01-22', 'AMOUNT_OUT_OF_RANGE'],
    ['1.5d after 2024-01-22', 'AMOUNT_OUT_OF_RANGE'],
    ['10000d after 2024-01-22', 'AMOUNT_OUT_OF_RANGE'],
    ['101y after 2024-01-22', 'AMOUNT_OUT_OF_RANGE'],
    ['before 2024-02-30', 'NOT_A_DATE'],
    ['30d after 31/04/2024', 'NOT_A_DATE'],
    ['by Friday', 'NOT_A_DATE'],
    ['by 1800-01-01', 'YEAR_OUT_OF_RANGE'],
    ['end of 9999', 'YEAR_OUT_OF_RANGE'],
    ['end of Q5 2024', 'NOT_A_PERIOD'],
    ['end of H3 2024', 'NOT_A_PERIOD'],
    ['end of 2024-13', 'NOT_A_PERIOD'],
    ['end of time', 'NOT_A_PERIOD'],
  ])('"%s" is refused as %s', (text, code) => {
    expect(canonical(text)).toBe(code);
  });

  test('a refusal names what is wrong and lists forms that can be read, in both languages', () => {
    const parsed = parseExpression('before 2024-02-30');
    if (parsed.ok) throw new Error('accepted');
    expect(parsed.problem.message.vi).toMatch(/^“2024-02-30” không phải là một ngày có thật/);
    expect(parsed.problem.message.en).toMatch(/^“2024-02-30” is not an existing date/);
    for (const words of Object.values(parsed.problem.message)) {
      expect(words).not.toContain('{');
      const listed = words.slice(words.lastIndexOf(': ') + 2, -1).split('; ');
      expect(listed).toHaveLength(12);
      for (const form of listed) expect(parseExpression(form), form).toMatchObject({ ok: true });
    }
  });

  test('reads back whatever it writes', () => {
    fc.assert(
      fc.property(arbitraryExpression, (expression) => {
        expect(parseExpression(formatExpression(expression))).toEqual({ ok: true, expression });
      }),
    );
  });

  test('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.constantFrom('', 'end of ', '5wd after ', 'by '),
        (s, p) => {
          expect(typeof parseExpression(p + s).ok).toBe('boolean');
        },
      ),
    );
  });
});

describe('the stored form', () => {
  test('accepts every expression that the text form can write', () => {
    fc.assert(
      fc.property(arbitraryExpression, (expression) => {
        expect(deadlineExpressionSchema.parse(JSON.parse(JSON.stringify(expression)))).toEqual(expression);
      }),
    );
  });

  test.each([
    ['no version', { type: 'by', date: '2024-06-30' }],
    ['another version', { v: 2, type: 'by', date: '2024-06-30' }],
    ['a day that does not exist', { v: 1, type: 'by', date: '2024-02-30' }],
    ['a year out of range', { v: 1, type: 'by', date: '9999-12-31' }],
    ['an extra key', { v: 1, type: 'by', date: '2024-06-30', note: '' }],
    ['a fifth quarter', { v: 1, type: 'period_end', period: 'quarter', year: 2024, index: 5 }],
    ['too many years', { v: 1, type: 'after', bound: 'max', amount: 101, unit: 'y', from: '2024-01-01' }],
    ['half a day', { v: 1, type: 'ahead', amount: 0.5, unit: 'd', event: '2024-01-01' }],
  ])('refuses %s', (_name, json) => {
    expect(deadlineExpressionSchema.safeParse(json).success).toBe(false);
  });
});
