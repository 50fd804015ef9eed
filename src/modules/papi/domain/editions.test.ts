import { describe, expect, it } from 'vitest';
import { breaksOf, isComparable } from './comparable.ts';
import { EDITIONS, editionOf, knownEdition, nameOf, rangeOf, TOTAL } from './editions.ts';

describe('editions', () => {
  it('cover 2011 to 2024 without a gap: 22, 28, 29 and 28 parts', () => {
    expect(EDITIONS.map((one) => [one.label, one.dimensions.length, one.parts.size])).toEqual([
      ['2011-2017', 6, 22],
      ['2018', 8, 28],
      ['2019-2020', 8, 29],
      ['2021-2024', 8, 28],
    ]);
    for (let year = 2011; year <= 2024; year++) expect(knownEdition(year)).not.toBeNull();
    expect(editionOf(2020)).toBe(editionOf(2019));
    expect(knownEdition(2010)).toBeNull();
    expect(() => editionOf(2025)).toThrow(RangeError);
  });

  it('have parts that share out each content: their scales add up to 1–10, to the rounding of printed scales', () => {
    for (const edition of EDITIONS) {
      for (const dimension of edition.dimensions) {
        const sum = (side: 'min' | 'max') =>
          dimension.parts.reduce((total, code) => total + (edition.parts.get(code)?.[side] ?? 0), 0);
        expect(sum('min')).toBeCloseTo(1, 1);
        expect(sum('max')).toBeGreaterThan(9.89);
        expect(sum('max')).toBeLessThan(10.01);
      }
    }
    expect(rangeOf(editionOf(2018), '8.1')).toEqual({ min: 0.5, max: 5 });
    expect(rangeOf(editionOf(2023), TOTAL)).toEqual({ min: 8, max: 80 });
  });

  it('name everything in both languages, and know every indicator that counts', () => {
    for (const edition of EDITIONS) {
      for (const part of edition.parts.values()) {
        expect(part.vi && part.en).toBeTruthy();
        if (part.status === 'not_reproducible') continue;
        expect(part.scored.length).toBeGreaterThan(0);
        for (const code of part.scored) expect(edition.indicators.get(code)?.better).not.toBeNull();
      }
    }
    expect(editionOf(2018).parts.get('4.2')?.scored).toContain('4.4.1');
    expect(nameOf(editionOf(2017), '3.2')?.vi).toBe('Ban Thanh tra nhân dân');
    expect(nameOf(editionOf(2023), '9.9')).toBeNull();
  });

  it('mark the indicators whose label contradicts the sign that counts', () => {
    const contradicting = [...editionOf(2019).indicators.values()].filter((one) => one.labelContradicts);
    expect(contradicting.map((one) => one.code)).toEqual(['1.3.5', '2.1.6', '4.4.4', '6.3.2']);
    for (const one of contradicting) expect(one.better).toBe('lower');
  });
});

describe('breaks in the series', () => {
  it('stand between 2017 and 2018 for everything', () => {
    expect(isComparable('1.1', 2017, 2018)).toBe(false);
    expect(isComparable(TOTAL, 2018, 2017)).toBe(false);
    expect(isComparable('1.1', 2011, 2017)).toBe(true);
  });

  it('touch the part, its indicators, its content and the total, and nothing else', () => {
    expect(isComparable('7.1', 2018, 2019)).toBe(false);
    expect(isComparable('7.1.1', 2018, 2019)).toBe(false);
    expect(isComparable('D7', 2018, 2019)).toBe(false);
    expect(isComparable(TOTAL, 2018, 2019)).toBe(false);
    expect(isComparable('7.2', 2018, 2024)).toBe(true);
    expect(isComparable('D1', 2018, 2024)).toBe(true);
    expect(isComparable('8.3', 2019, 2020)).toBe(false);
    expect(isComparable('6.4', 2020, 2021)).toBe(false);
    expect(isComparable('5.1', 2020, 2021)).toBe(false);
    expect(isComparable(TOTAL, 2021, 2024)).toBe(true);
  });

  it('are never bridged for what an edition does not have, or years that are not known', () => {
    expect(isComparable('5.2', 2021, 2022)).toBe(false);
    expect(isComparable('1.1', 2024, 2025)).toBe(false);
    expect(breaksOf(TOTAL, 2011, 2024).map((one) => one.year)).toEqual([2018, 2019, 2020, 2021]);
  });
});
