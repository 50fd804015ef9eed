import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editionOf } from './editions.ts';
import { codeOfHeading, codeOfHeadings, roleOfHeading, yearIn } from './import/headers.ts';
import { PlaceFinder } from './import/places.ts';
import { codeIn, readNumber } from './numbers.ts';
import { type RawValue, sumFactor, unitOf } from './value-units.ts';

describe('numbers of tables', () => {
  it.each([
    ['0.85', 0.85],
    ['0,85', 0.85],
    ['.5', 0.5],
    ['10354.05', 10354.05],
    ['10,354.05', 10354.05],
    ['10.354,05', 10354.05],
    ['-0.14', -0.14],
    ['3.5e-2', 0.035],
  ])('read %s', (text, value) => {
    expect(readNumber(text)).toEqual({ value, isPercent: false });
  });

  it('say when a cell has no value, and when they cannot be sure', () => {
    for (const text of ['', '-', '–', '..', 'NA', 'n/a', '#N/A', 'NaN']) expect(readNumber(text)).toBeNull();
    for (const text of ['12,345', '1,234,567', 'hai', '1.2.3', '12 %%'])
      expect(readNumber(text)).toBeUndefined();
    expect(readNumber('85,5 %')).toEqual({ value: 85.5, isPercent: true });
  });

  it('come back from how JavaScript and how Vietnamese write them', () => {
    fc.assert(
      fc.property(fc.double({ min: -1000, max: 1000, noNaN: true }), (value) => {
        const text = String(value);
        expect(readNumber(text)?.value).toBe(value + 0);
        // Three decimals after a comma may be thousands: those are refused, never misread.
        const vietnamese = readNumber(text.replace('.', ','));
        if (vietnamese !== undefined) expect(vietnamese?.value).toBe(value + 0);
      }),
    );
  });
});

describe('headings', () => {
  it('give the code they begin with, whatever the label says', () => {
    expect(codeIn('1.1: Tri thức công dân')).toBe('1.1');
    expect(codeIn('CT 2.4.9. Biết nơi cung cấp')).toBe('2.4.9');
    expect(codeIn('PAPI 2018: 3.2 Giải đáp')).toBe('3.2');
    expect(codeIn('0.25-2.5 điểm')).toBeNull();
    expect(codeIn('9.1')).toBeNull();
    expect(codeOfHeading('Chỉ số nội dung 8: Quản trị điện tử*')).toBe('D8');
    expect(codeOfHeading('Dimension 3: Vertical Accountability')).toBe('D3');
    expect(codeOfHeading('Chỉ số PAPI 2018 (không có trọng số)')).toBe('TOTAL');
    expect(codeOfHeading('Chỉ số PAPI 2018 (có trọng số)')).toBeNull();
  });

  it('take a content or the total from the nearest alone, and a part from any', () => {
    expect(codeOfHeadings(['Tổng', 'Nội dung 2: Công khai'])).toBe('D2');
    expect(codeOfHeadings(['Tổng', 'PAPI 2019'])).toBe('TOTAL');
    expect(codeOfHeadings(['TT', 'PAPI 2019'])).toBeNull();
    expect(codeOfHeadings(['0.25-2.5 điểm', '1.2: Cơ hội tham gia'])).toBe('1.2');
    expect(codeOfHeadings(['Điểm', '1.2: Cơ hội tham gia', 'PAPI 2019'])).toBe('1.2');
    expect(codeOfHeadings([])).toBeNull();
  });

  it('tell standard errors and ends of the interval from values', () => {
    expect(roleOfHeading('SE')).toBe('standardError');
    expect(roleOfHeading('1.1 sai số chuẩn')).toBe('standardError');
    expect(roleOfHeading('95% CI lower')).toBe('low');
    expect(roleOfHeading('Cận trên')).toBe('high');
    expect(roleOfHeading('1.1: Tri thức công dân')).toBeNull();
  });

  it('name a year only when they name one', () => {
    expect(yearIn('PAPI_2018_VIE')).toBe(2018);
    expect(yearIn('2011-2017')).toBeNull();
    expect(yearIn('Sheet1')).toBeNull();
  });
});

describe('places', () => {
  const finder = new PlaceFinder([
    { code: '33', papi: 'P21', vi: 'Hưng Yên', en: 'Hung Yen' },
    { code: '79', papi: 'P50', vi: 'TP. Hồ Chí Minh', en: 'TP. Ho Chi Minh' },
  ]);
  it('are found by name in both languages and in decomposed form, and by code only where codes stand', () => {
    for (const text of [
      'Hưng Yên',
      'HUNG YEN',
      'Tỉnh Hưng Yên',
      'Hưng Yên'.normalize('NFD'),
      '21. Hưng Yên',
      'P21',
    ])
      expect(finder.named(text)?.code, text).toBe('33');
    for (const text of ['HCMC', 'TP.HCM', 'Hồ Chí Minh', 'Ho Chi Minh City'])
      expect(finder.named(text)?.code).toBe('79');
    expect(finder.named('33')).toBeNull();
    expect(finder.coded('33')?.code).toBe('33');
    expect(finder.named('Trung bình cả nước')).toBeNull();
  });
});

describe('shares and percents', () => {
  const edition = editionOf(2018);
  const values = (factor: (code: string) => number): RawValue[] =>
    ['1.1.1', '4.1.1', '4.1.2', '7.2.1'].flatMap((code) =>
      [0.2, 0.45, 0.7].map((value, index) => ({
        code,
        value: value * factor(code),
        isPercent: false,
        address: `D${index}`,
      })),
    );

  it('are told apart, and refused when both stand in one table', () => {
    expect(
      unitOf(
        edition,
        values(() => 1),
      ),
    ).toMatchObject({ ok: true, unit: 'share' });
    expect(
      unitOf(
        edition,
        values(() => 100),
      ),
    ).toMatchObject({ ok: true, unit: 'percent' });
    expect(
      unitOf(
        edition,
        values((code) => (code === '4.1.2' ? 100 : 1)),
      ).ok,
    ).toBe(false);
    expect(
      unitOf(
        edition,
        values((code) => (code === '4.1.2' ? 1 : 100)),
      ).ok,
    ).toBe(false);
  });

  it('set aside what no asserted score needs when it stands otherwise, whichever way', () => {
    const beside = (factor: number, other: number) =>
      unitOf(edition, [
        ...values(() => factor),
        ...[0.3, 0.6].map((value) => ({
          code: '2.1.3',
          value: value * other,
          isPercent: false,
          address: 'E1',
        })),
      ]);
    expect(beside(1, 100)).toEqual({ ok: true, unit: 'share', aside: new Set(['2.1.3']) });
    expect(beside(100, 1)).toEqual({ ok: true, unit: 'percent', aside: new Set(['2.1.3']) });
    expect(beside(100, 100)).toEqual({ ok: true, unit: 'percent', aside: new Set() });
  });

  it('never take a table of percents for shares, whatever its values above 5 % are', () => {
    const anyTable = fc.array(
      fc.tuple(
        fc.constantFrom('1.1.1', '4.1.1', '4.1.2', '7.2.1'),
        fc.double({ min: 5.01, max: 100, noNaN: true }),
      ),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(anyTable, (table) => {
        const raw = table.map(([code, value]) => ({ code, value, isPercent: false, address: 'D1' }));
        expect(unitOf(edition, raw)).toMatchObject({ ok: true, unit: 'percent' });
      }),
    );
  });

  it('leave a sum of percentages that may be a share undecided', () => {
    expect(sumFactor([1.3, 8, 25.8])).toBe(1);
    expect(sumFactor([126, 800, 2577])).toBe(0.01);
    expect(sumFactor([0.013, 0.08, 0.258])).toBeNull();
    expect(sumFactor([])).toBe(1);
  });
});
