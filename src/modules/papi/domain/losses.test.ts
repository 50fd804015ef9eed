import { describe, expect, it } from 'vitest';
import { indicatorsOf, publishedTable2018 } from '../../../../test/support/papi-table.ts';
import { editionOf, TOTAL } from './editions.ts';
import { lossesOf } from './losses.ts';
import type { PlaceResult, YearResults } from './results.ts';
import { scorePlaces } from './score.ts';
import { pointsPerUnit, whatIf } from './what-if.ts';

function results(year: number, rows: Iterable<readonly [string, ReadonlyMap<string, number>]>): YearResults {
  const places = new Map(
    [...rows].map(([code, values]): [string, PlaceResult] => [
      code,
      {
        code,
        name: code,
        level: 'province',
        isOfficial: true,
        values: new Map(
          [...values].map(([key, value]) => [key, { value, standardError: null, low: null, high: null }]),
        ),
      },
    ]),
  );
  return { year, edition: editionOf(year), places };
}

const table = publishedTable2018();
const year2018 = results(
  2018,
  table.map(({ code, values }) => [code, values]),
);

describe('points lost', () => {
  it('are told against the best, the top quarter and the own past, largest first', () => {
    const small = (year: number, own: number) =>
      results(year, [
        [
          '33',
          new Map([
            ['1.1', own],
            ['2.1', 0.9],
          ]),
        ],
        [
          '01',
          new Map([
            ['1.1', 1.5],
            ['2.1', 1.0],
          ]),
        ],
        [
          '02',
          new Map([
            ['1.1', 1.3],
            ['2.1', 0.8],
          ]),
        ],
      ]);
    const [first, second] = lossesOf(
      small(2023, 1.1),
      '33',
      ['2.1', '1.1'],
      [small(2022, 1.2), small(2021, 1.0)],
    );
    expect(first?.code).toBe('1.1');
    expect(first?.againstBest).toBeCloseTo(0.4);
    expect(first?.bestPlaces).toEqual(['01']);
    expect(first?.againstTopQuarter).toBeCloseTo(0.3);
    expect(first?.ownBest).toEqual({ year: 2022, value: 1.2 });
    expect(first?.againstOwnPast).toBeCloseTo(0.1);
    expect(first?.change).toBeCloseTo(-0.1);
    expect(second?.againstBest).toBeCloseTo(0.1);
  });

  it('are not compared over a break in the series', () => {
    const before = results(2020, [
      [
        '33',
        new Map([
          ['6.4', 1.5],
          ['1.1', 1.2],
        ]),
      ],
    ]);
    const after = results(2021, [
      [
        '33',
        new Map([
          ['6.4', 1.9],
          ['1.1', 1.0],
        ]),
      ],
    ]);
    const losses = lossesOf(after, '33', ['6.4', '1.1'], [before]);
    expect(losses.find((one) => one.code === '6.4')).toMatchObject({ change: null, againstOwnPast: null });
    expect(losses.find((one) => one.code === '1.1')?.change).toBeCloseTo(-0.2);
  });
});

describe('what if', () => {
  it('raises part, content, total and rank by the same points', () => {
    const before = year2018.places.get('33')?.values.get('1.1')?.value ?? 0;
    const answer = whatIf(year2018, '33', [{ code: '1.1', to: before + 0.5 }]);
    if (!answer.ok) throw new Error(answer.problem.kind);
    const { parts, dimensions, total, rank, status } = answer.value;
    expect(parts).toEqual([{ code: '1.1', before, after: before + 0.5 }]);
    expect(dimensions.map(({ code }) => code)).toEqual(['D1']);
    expect(total.after - total.before).toBeCloseTo(0.5, 10);
    expect(rank.after.rank).toBeLessThanOrEqual(rank.before.rank);
    expect(status).toBe('published');
  });

  it('of an indicator says what the engine says of the table with that value in it', () => {
    const own = table.find(({ code }) => code === '33')?.values ?? new Map<string, number>();
    for (const [code, to] of [
      ['1.1.1', 0.9],
      ['4.4.1', 0.99],
      ['3.3.2', 0.95],
      ['6.4.3', 2],
    ] as const) {
      const answer = whatIf(year2018, '33', [{ code, to }]);
      if (!answer.ok) throw new Error(answer.problem.kind);
      const score = (values: ReadonlyMap<string, number>) =>
        scorePlaces(editionOf(2018), [{ code: '33', values }])[0];
      const [part] = answer.value.parts;
      const before = score(indicatorsOf(own))?.parts.get(part?.code ?? '')?.score ?? 0;
      const after =
        score(new Map([...indicatorsOf(own), [code, to]]))?.parts.get(part?.code ?? '')?.score ?? 0;
      expect((part?.after ?? 0) - (part?.before ?? 0)).toBeCloseTo(after - before, 9);
    }
  });

  it('refuses what is out of range, unknown, or not to be had from the published table', () => {
    const problem = (code: string, to: number) => {
      const answer = whatIf(year2018, '33', [{ code, to }]);
      return answer.ok ? null : answer.problem.kind;
    };
    expect(problem('1.1', 3)).toBe('outside');
    expect(problem('9.9', 1)).toBe('unknown');
    expect(problem('5.1.2', 4)).toBe('not_reproducible');
    expect(problem('3.3.3', 0.1)).toBe('not_reproducible');
    expect(whatIf(year2018, '99', []).ok).toBe(false);
  });

  it('knows what one unit of an indicator is worth', () => {
    expect(pointsPerUnit(editionOf(2018), '1.1.1')).toBeCloseTo(0.5625);
    expect(pointsPerUnit(editionOf(2018), '6.3.2')).toBeCloseTo(-0.375);
    expect(pointsPerUnit(editionOf(2018), '6.2.1')).toBeNull();
    expect(year2018.places.get('33')?.values.get(TOTAL)?.value).toBeCloseTo(43.581, 3);
  });
});
