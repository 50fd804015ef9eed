import { describe, expect, test } from 'vitest';
import { numberFormat, serialDate, showNumber } from './number-format.ts';

function show(value: number, code: string) {
  return showNumber(value, numberFormat(164, new Map([[164, code]])), false);
}

describe('numbers of a workbook', () => {
  test.each([
    [1.5, '', '1,5'],
    [0.1 + 0.2, 'General', '0,3'],
    [1234567, '#,##0', '1.234.567'],
    [-1234.5, '#,##0.00', '-1.234,50'],
    [0.972, '0.0%', '97,2%'],
    [0.5, '0%', '50%'],
    [3, '0" xã"', '3 xã'],
    [2.5, '0.0##', '2,5'],
    [5, '[Red]0;[Blue]-0', '5'],
    [12, '_-* #,##0_-', '12'],
  ])('%d in format %s reads %s', (value, code, text) => {
    expect(show(value, code)).toEqual({ text, value });
  });

  test.each([
    [45473, 'dd/mm/yyyy', '30/06/2024', '2024-06-30'],
    [45473, '[$-42A]dd mmmm yyyy', '30/06/2024', '2024-06-30'],
    [45473, 'd-mmm', '30/06/2024', '2024-06-30'],
    [45473.5, 'dd/mm/yyyy hh:mm', '30/06/2024 12:00', '2024-06-30'],
    [45444, 'mmm-yy', '06/2024', undefined],
    [0.375, 'h:mm', '09:00', 0.375],
  ])('%d in format %s reads %s', (value, code, text, typed) => {
    expect(show(value, code)).toEqual(typed === undefined ? { text } : { text, value: typed });
  });

  test('serial days: both systems, the day that never was, and no day at all', () => {
    expect(serialDate(1, false)).toBe('1900-01-01');
    expect(serialDate(59, false)).toBe('1900-02-28');
    expect(serialDate(60, false)).toBeUndefined();
    expect(serialDate(61, false)).toBe('1900-03-01');
    expect(serialDate(0, true)).toBe('1904-01-01');
    expect(serialDate(-1, false)).toBeUndefined();
    expect(serialDate(1e12, false)).toBeUndefined();
  });
});
