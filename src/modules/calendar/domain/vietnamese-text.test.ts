import { expect, test } from 'vitest';
import { formatExpression, parseExpression } from './expression-text.ts';

const read = (text: string): string => {
  const parsed = parseExpression(text);
  return parsed.ok ? formatExpression(parsed.expression) : parsed.problem.code;
};

test.each([
  ['15 ngày làm việc sau 22/01/2024', '15wd after 2024-01-22'],
  ['Chậm nhất 15 ngày làm việc kể từ ngày 22/01/2024', '15wd after 2024-01-22'],
  ['trong vòng 30 ngày sau khi 30/05/2024', '30d after 2024-05-30'],
  ['không quá 3 tháng từ ngày 31/1/2024', '3m after 2024-01-31'],
  ['ít nhất 20 ngày sau 30/05/2024', 'min 20d after 2024-05-30'],
  ['tối thiểu 1 năm kể từ 30/05/2024', 'min 1y after 2024-05-30'],
  ['ít nhất 5 ngày làm việc trước ngày 05/7/2024', '5wd before 2024-07-05'],
  ['5 ngày làm việc trước 05/07/2024', '5wd before 2024-07-05'],
  ['Trước ngày 05/7/2024', 'before 2024-07-05'],
  ['chậm nhất ngày 30/6/2024', 'by 2024-06-30'],
  ['đến hết ngày 30/06/2024', 'by 2024-06-30'],
  ['hết quý II/2024', 'end of Q2 2024'],
  ['cuối quý 4 năm 2024', 'end of Q4 2024'],
  ['hết 6 tháng đầu năm 2024', 'end of H1 2024'],
  ['hết 6 tháng cuối năm 2024', 'end of H2 2024'],
  ['cuối tháng 6/2024', 'end of 2024-06'],
  ['hết tháng 6 năm 2024', 'end of 2024-06'],
  ['hết năm 2024', 'end of 2024'],
])('"%s" means "%s", in composed and combining diacritics alike', (text, form) => {
  expect(read(text)).toBe(form);
  expect(read(text.normalize('NFD'))).toBe(form);
});

test.each([
  ['15 ngày làm việc sau 30/02/2024', 'NOT_A_DATE'],
  ['0 ngày sau 30/05/2024', 'AMOUNT_OUT_OF_RANGE'],
  ['hết tháng 13/2024', 'NOT_A_PERIOD'],
  ['khi phát sinh', 'UNKNOWN_FORM'],
  ['hết hạn', 'UNKNOWN_FORM'],
])('"%s" is refused with %s, never guessed', (text, code) => {
  expect(read(text)).toBe(code);
});
