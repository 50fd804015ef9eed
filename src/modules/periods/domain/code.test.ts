import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '../../../kernel/dates.ts';
import {
  A_YEAR,
  adxOf,
  daysOf,
  formatCode,
  type PeriodCode,
  parseAdx,
  parseCode,
  previousCode,
  sameLastYear,
} from './code.ts';

const inYear = fc.constantFrom('month', 'quarter', 'half', 'year').chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    year: fc.integer({ min: 1900, max: 2199 }),
    index: fc.integer({ min: 1, max: A_YEAR[kind] }),
  }),
);
const window = fc
  .tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 500 }))
  .map(([start, length]) => {
    const fromOn = addDays(calendarDate('2020-01-01'), start);
    return { kind: 'window' as const, fromOn, toOn: addDays(fromOn, length) };
  });
const codes: fc.Arbitrary<PeriodCode> = fc.oneof(inYear, window);

describe('codes of periods', () => {
  it.each([
    ['2024', '2024'],
    ['2024-H1', '2024S1'],
    ['2024-Q2', '2024Q2'],
    ['2024-M06', '202406'],
    ['2024-12-15..2025-03-14', '2024-12-15/2025-03-14'],
  ])('%s is %s in ADX', (code, adx) => {
    const parsed = parseCode(code);
    expect(parsed && adxOf(parsed)).toBe(adx);
    expect(parseAdx(adx)).toEqual(parsed);
  });

  it.each([
    '',
    '24',
    '2024-H3',
    '2024-Q5',
    '2024-M13',
    '2024-M6',
    '2024-06',
    '2024-12-15..2024-12-14',
    '2024-02-30..2024-03-01',
  ])('“%s” is no code', (text) => {
    expect(parseCode(text)).toBeUndefined();
  });

  it.each(['2024S3', '2024Q0', '202413', '2024-H1', '20241', '2025-03-14/2024-12-15'])(
    '“%s” is no ADX id',
    (text) => {
      expect(parseAdx(text)).toBeUndefined();
    },
  );

  it('code and ADX id both come back', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(parseCode(formatCode(code))).toEqual(code);
        expect(parseAdx(adxOf(code))).toEqual(code);
      }),
    );
  });

  it('the period before ends on the day before this one begins', () => {
    fc.assert(
      fc.property(inYear, (code) => {
        expect(addDays(daysOf(previousCode(code)).toOn, 1)).toBe(daysOf(code).fromOn);
      }),
    );
  });

  it('the same period of the year before; 29/02 has the end of February', () => {
    expect(formatCode(sameLastYear({ kind: 'quarter', year: 2024, index: 2 }))).toBe('2023-Q2');
    const season = {
      kind: 'window',
      fromOn: calendarDate('2023-12-15'),
      toOn: calendarDate('2024-02-29'),
    } as const;
    expect(formatCode(sameLastYear(season))).toBe('2022-12-15..2023-02-28');
    expect(previousCode(season)).toEqual(sameLastYear(season));
  });

  it('the days of a period are those of the calendar year', () => {
    expect(daysOf({ kind: 'half', year: 2024, index: 2 })).toEqual({
      fromOn: '2024-07-01',
      toOn: '2024-12-31',
    });
    expect(daysOf({ kind: 'month', year: 2024, index: 2 })).toEqual({
      fromOn: '2024-02-01',
      toOn: '2024-02-29',
    });
  });
});
