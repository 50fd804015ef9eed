import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryExpression } from '../../../../test/support/arbitrary-expression.ts';
import { calendarDate } from '../../../kernel/dates.ts';
import { parseExpression } from './expression-text.ts';
import { writeExpression } from './expression-words.ts';

test('what a form is filled with is read back to the same expression, in both languages', () => {
  fc.assert(
    fc.property(arbitraryExpression, fc.constantFrom('vi', 'en'), (expression, lang) => {
      expect(parseExpression(writeExpression(expression, lang))).toEqual({ ok: true, expression });
    }),
    { numRuns: 2000 },
  );
});

test('it is written as people write it', () => {
  const date = calendarDate('2024-07-05');
  expect(writeExpression({ v: 1, type: 'before', date }, 'vi')).toBe('trước 05/07/2024');
  expect(writeExpression({ v: 1, type: 'ahead', amount: 2, unit: 'wd', event: date }, 'vi')).toBe(
    '2 ngày làm việc trước 05/07/2024',
  );
  expect(writeExpression({ v: 1, type: 'before', date }, 'en')).toBe('before 2024-07-05');
});
