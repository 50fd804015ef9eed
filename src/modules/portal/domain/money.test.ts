import { describe, expect, it } from 'vitest';
import { translator } from '../../../kernel/i18n.ts';
import { moneyExact, moneyWords, percentWords, shareOf } from './money.ts';

const vi = translator('vi');

describe('an amount of đồng', () => {
  it.each([
    [3_214_500_000, '3,2 tỷ đồng'],
    [124_560_000_000, '125 tỷ đồng'],
    [450_000_000, '450 triệu đồng'],
    [12_340_000, '12,3 triệu đồng'],
    [999_960_000, '1 tỷ đồng'],
    [950_000, '950.000 đồng'],
    [0, '0 đồng'],
    [-2_500_000_000, '-2,5 tỷ đồng'],
  ])('%d is said as “%s”', (amount, words) => {
    expect(moneyWords(amount, vi)).toBe(words);
  });

  it('stands exactly beside its words', () => {
    expect(moneyExact(3_214_500_000, 'vi')).toBe('3.214.500.000');
    expect(moneyWords(3_214_500_000, translator('en'))).toBe('3.2 billion đồng');
  });
});

describe('a share', () => {
  it('has one decimal, and there is none of nothing', () => {
    expect(shareOf(3_200, 6_667)).toBe(48);
    expect(shareOf(1, 3)).toBe(33.3);
    expect(shareOf(1, 0)).toBeNull();
    expect(shareOf(null, 5)).toBeNull();
    expect(percentWords(33.3, vi)).toBe('33,3 %');
  });
});
