import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indicatorsOf, publishedTable2018 } from '../../../../test/support/papi-table.ts';
import { editionOf, TOTAL } from './editions.ts';
import { type PlaceValues, scorePlaces, sumsOf } from './score.ts';

const edition = editionOf(2018);
const table = publishedTable2018();
const scored = new Map(
  scorePlaces(
    edition,
    table.map(({ code, values }) => ({ code, values: indicatorsOf(values) })),
  ).map((place) => [place.code, place]),
);

/** The largest difference between what the engine says and what was published, over all provinces. */
function largestError(part: string): { error: number; provinces: number } {
  const errors = table.flatMap(({ code, values }) => {
    const published = values.get(part);
    const computed = scored.get(code)?.parts.get(part)?.score ?? null;
    return published !== undefined && computed !== null ? [Math.abs(published - computed)] : [];
  });
  return { error: Math.max(...errors), provinces: errors.length };
}

describe('the published table of 2018', () => {
  it.each([
    ['1.1', 63],
    ['3.2', 63],
    ['3.3', 63],
    ['4.1', 61],
    ['4.2', 61],
    ['4.3', 61],
    ['7.1', 63],
    ['7.2', 63],
    ['7.3', 63],
    ['8.1', 63],
    ['8.2', 63],
  ])('gives part %s exactly, to 2e-7, in every one of its %i provinces', (part, provinces) => {
    expect(edition.parts.get(part)?.status).toBe('exact');
    const found = largestError(part);
    expect(found.provinces).toBe(provinces);
    expect(found.error).toBeLessThanOrEqual(2e-7);
  });

  it.each(['6.3', '6.4'])('gives part %s nearly, to 0.005', (part) => {
    expect(largestError(part)).toMatchObject({ provinces: 63 });
    expect(largestError(part).error).toBeLessThanOrEqual(0.005);
    expect(scored.get('33')?.parts.get(part)?.status).toBe('near_exact');
  });

  it('gives an estimate within its declared error, and no score, where the rule is approximate', () => {
    for (const part of edition.parts.values()) {
      if (part.status !== 'approximate') continue;
      for (const { code, values } of table) {
        const one = scored.get(code)?.parts.get(part.code);
        expect(one?.score).toBeNull();
        const published = values.get(part.code);
        if (published === undefined || one?.estimate == null) continue;
        expect(Math.abs(one.estimate - published)).toBeLessThanOrEqual((part.largestError ?? 0) * 1.01);
      }
    }
  });

  it('says of parts that it cannot reproduce that it cannot', () => {
    for (const part of ['5.1', '5.2', '5.3', '5.4']) {
      expect(scored.get('33')?.parts.get(part)).toMatchObject({
        score: null,
        status: 'not_reproducible',
        estimate: null,
      });
    }
    expect(scored.get('33')?.total).toMatchObject({ score: null, status: 'not_reproducible' });
  });

  it('says of a withheld province that its parts are missing', () => {
    const withheld = table.filter(({ values }) => !values.has('4.1'));
    expect(withheld).toHaveLength(2);
    for (const { code } of withheld) {
      expect(scored.get(code)?.parts.get('4.1')).toMatchObject({ score: null, status: 'missing' });
      expect(scored.get(code)?.dimensions.get('D4')?.status).toBe('missing');
      expect(scored.get(code)?.dimensions.get('D7')?.status).toBe('exact');
    }
  });

  it('gives contents and totals to 3e-6 when its parts are taken as published', () => {
    const places = table.map(({ code, values }) => ({
      code,
      values: new Map([...values].filter(([column]) => edition.parts.has(column))),
    }));
    let totals = 0;
    for (const place of scorePlaces(edition, places)) {
      const published = table.find(({ code }) => code === place.code)?.values;
      for (const [code, { score, status }] of place.dimensions) {
        const value = published?.get(code);
        if (value === undefined) continue;
        expect(status).toBe('published');
        expect(Math.abs((score ?? 0) - value)).toBeLessThanOrEqual(3e-6);
      }
      const total = published?.get(TOTAL);
      if (total === undefined) continue;
      totals += 1;
      expect(Math.abs((place.total.score ?? 0) - total)).toBeLessThanOrEqual(3e-6);
      const sums = sumsOf(edition, places.find(({ code }) => code === place.code)?.values ?? new Map());
      expect(sums.get(TOTAL)).toBeCloseTo(place.total.score ?? 0, 12);
    }
    expect(totals).toBe(61);
  });

  it('is scored on the scales of its year: with those of 2019 parts 8.1 and 8.2 would be others', () => {
    const later = scorePlaces(editionOf(2019), [
      { code: '33', values: indicatorsOf(table.find(({ code }) => code === '33')?.values ?? new Map()) },
    ])[0];
    expect(later?.parts.get('8.1')?.score).not.toBeCloseTo(scored.get('33')?.parts.get('8.1')?.score ?? 0, 1);
    expect(later?.parts.get('7.1')).toMatchObject({ score: null, status: 'not_reproducible' });
    expect(later?.parts.get('8.3')).toMatchObject({ score: null, status: 'missing' });
  });
});

const computable = [...edition.parts.values()].filter(
  (part) => part.status === 'exact' || part.status === 'near_exact',
);

/** A place with any value on its scale for every indicator that counts. */
const anyPlace: fc.Arbitrary<PlaceValues> = fc
  .record(
    Object.fromEntries(
      computable.flatMap((part) =>
        part.scored.map((code) => {
          const { min, max } = edition.indicators.get(code) ?? { min: 0, max: 1 };
          return [code, fc.double({ min: min ?? 0, max: max ?? 1, noNaN: true })];
        }),
      ),
    ),
  )
  .map((values) => ({ code: 'X', values: new Map(Object.entries(values) as [string, number][]) }));

describe('the rule of a part', () => {
  const one = (place: PlaceValues) => scorePlaces(edition, [place])[0];

  it('never leaves the published range of the part', () => {
    fc.assert(
      fc.property(anyPlace, (place) => {
        for (const part of computable) {
          const score = one(place)?.parts.get(part.code)?.score;
          if (score == null) continue;
          expect(score).toBeGreaterThanOrEqual(Math.min(part.min, part.constant) - 1e-9);
          expect(score).toBeLessThanOrEqual(part.max + 1e-9);
        }
      }),
    );
  });

  it('rises with an indicator whose higher value is better and falls with one whose lower value is', () => {
    const codes = computable.flatMap((part) => part.scored.map((code) => [part.code, code] as const));
    fc.assert(
      fc.property(
        anyPlace,
        fc.constantFrom(...codes),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (place, [part, code], share) => {
          const { min, max, better } = edition.indicators.get(code) ?? { min: 0, max: 1, better: null };
          const to = (min ?? 0) + ((max ?? 1) - (min ?? 0)) * share;
          const from = place.values.get(code) ?? 0;
          const before = one(place)?.parts.get(part)?.score;
          const after = one({ ...place, values: new Map([...place.values, [code, to]]) })?.parts.get(
            part,
          )?.score;
          // A stored 0 on a scale that begins above 0, or a content of zeros only, counts as missing.
          if (before == null || after == null) return;
          const gain = (to - from) * (better === 'lower' ? -1 : 1);
          expect((after - before) * Math.sign(gain)).toBeGreaterThanOrEqual(-1e-9);
        },
      ),
    );
  });

  it('asserts no score once any of its indicators is gone, and leaves the other parts as they were', () => {
    fc.assert(
      fc.property(anyPlace, fc.constantFrom(...computable), fc.nat(), (place, part, at) => {
        const gone = part.scored[at % part.scored.length] ?? '';
        const values = new Map([...place.values].filter(([code]) => code !== gone));
        const before = one(place);
        const after = one({ ...place, values });
        expect(after?.parts.get(part.code)).toMatchObject({
          score: null,
          status: 'missing',
          lacking: [gone],
        });
        for (const other of computable) {
          if (other.scored.includes(gone)) continue;
          if (other.dimension === part.dimension) continue;
          expect(after?.parts.get(other.code)).toEqual(before?.parts.get(other.code));
        }
      }),
    );
  });

  it('scores each place by itself, whatever the others are and in whatever order, where scales are fixed', () => {
    fc.assert(
      fc.property(fc.array(anyPlace, { minLength: 1, maxLength: 5 }), (places) => {
        const named = places.map((place, index) => ({ ...place, code: String(index) }));
        const forwards = scorePlaces(edition, named);
        const backwards = scorePlaces(edition, [...named].reverse()).reverse();
        expect(forwards).toEqual(backwards);
        expect(forwards[0]).toEqual(scorePlaces(edition, named.slice(0, 1))[0]);
      }),
    );
  });

  it('makes a value outside its scale no score', () => {
    const [place] = fc.sample(anyPlace, 1);
    const values = new Map([...(place?.values ?? []), ['1.1.2', 1.4]]);
    expect(one({ code: 'X', values })?.parts.get('1.1')).toMatchObject({
      score: null,
      status: 'not_reproducible',
    });
  });
});
