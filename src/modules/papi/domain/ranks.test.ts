import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandLimits, bandOf, percentile } from './bands.ts';
import { type DrawnUnit, drawRanks } from './bootstrap.ts';
import { differs, type RankedValue, rankInterval, ranksOf } from './ranks.ts';

const value = (code: string, points: number, standardError: number | null = null): RankedValue => ({
  code,
  value: points,
  standardError,
});

const anyValues = fc
  .array(fc.tuple(fc.double({ min: 8, max: 80, noNaN: true }), fc.double({ min: 0, max: 2, noNaN: true })), {
    minLength: 1,
    maxLength: 30,
  })
  .map((list) => list.map(([points, error], index) => value(String(index), points, error)));

describe('ranks', () => {
  it('let equal values share the better rank', () => {
    const ranks = ranksOf([value('a', 40), value('b', 45), value('c', 40), value('d', 39)]);
    expect([...ranks].map(([code, { rank }]) => [code, rank])).toEqual([
      ['b', 1],
      ['a', 2],
      ['c', 2],
      ['d', 4],
    ]);
  });

  it('lie within their interval, which holds every place that does not truly differ', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const ranks = ranksOf(values);
        for (const one of values) {
          const interval = rankInterval(values, one.code);
          const rank = ranks.get(one.code)?.rank ?? 0;
          expect(interval?.best).toBeLessThanOrEqual(rank);
          expect(interval?.worst).toBeGreaterThanOrEqual(rank);
          for (const other of interval?.alike ?? []) {
            expect(rankInterval(values, other)?.alike).toContain(one.code);
          }
        }
      }),
    );
  });

  it('have no interval where a standard error is not published', () => {
    expect(differs(value('a', 40), value('b', 45, 0.3))).toBeNull();
    expect(rankInterval([value('a', 40, 0.2), value('b', 45)], 'a')).toBeNull();
    expect(differs(value('a', 40, 0.3), value('b', 40.5, 0.3))).toBe(false);
    expect(differs(value('a', 40, 0.3), value('b', 41, 0.3))).toBe(true);
  });
});

describe('groups', () => {
  it('part 63 places into 16, 16, 15 and 16', () => {
    const totals = Array.from({ length: 63 }, (_, index) => 36 + index / 7);
    const limits = bandLimits(totals);
    const counts = { highest: 0, upper_middle: 0, lower_middle: 0, lowest: 0 };
    for (const total of totals) if (limits) counts[bandOf(total, limits)] += 1;
    expect(Object.values(counts).sort()).toEqual([15, 16, 16, 16]);
  });

  it('interpolate between neighbours', () => {
    expect(percentile([1, 2, 3, 4], 0.75)).toBe(3.25);
    expect(percentile([], 0.5)).toBeNull();
  });
});

const unit = (code: string, points: number, standardError: number): DrawnUnit => ({
  code,
  constant: 0,
  terms: [{ value: points, standardError, weight: 1, min: 8, max: 80 }],
});

describe('drawn ranks', () => {
  it('are the standing ranks when nothing varies', async () => {
    const drawn = await drawRanks([unit('a', 40, 0), unit('b', 42, 0), unit('c', 41, 0)], {
      draws: 50,
      seed: 1,
    });
    expect(drawn?.map(({ rank, best, worst }) => [rank, best, worst])).toEqual([
      [3, 3, 3],
      [1, 1, 1],
      [2, 2, 2],
    ]);
    expect(drawn?.[1]?.first).toBe(1);
  });

  it('are the same for the same seed, and widen with the standard error', async () => {
    const units = (error: number) =>
      ['a', 'b', 'c', 'd', 'e'].map((code, i) => unit(code, 40 + i / 2, error));
    const options = { draws: 400, seed: 20240624 };
    const narrow = await drawRanks(units(0.2), options);
    const wide = await drawRanks(units(2), options);
    expect(await drawRanks(units(0.2), options)).toEqual(narrow);
    const width = (list: typeof wide) => (list ?? []).reduce((sum, one) => sum + one.worst - one.best, 0);
    expect(width(wide)).toBeGreaterThan(width(narrow));
    for (const one of wide ?? []) {
      expect(one.best).toBeLessThanOrEqual(one.rank);
      expect(one.worst).toBeGreaterThanOrEqual(one.rank);
    }
  });

  it('tell how far they are and stop when told to', async () => {
    const seen: number[] = [];
    const drawn = await drawRanks([unit('a', 40, 1), unit('b', 41, 1)], {
      draws: 100,
      seed: 1,
      portion: 10,
      proceed: (done) => {
        seen.push(done);
        return done < 30;
      },
    });
    expect(drawn).toBeNull();
    expect(seen).toEqual([0, 10, 20, 30]);
  });
});
