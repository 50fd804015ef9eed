import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../figures/index.ts';
import { type Cell, inSector, inTerritory, reconcile } from './reconcile.ts';
import { type AddedFigure, addSums, NO_SUMS, overTime, PARTS, sumsOf, totalOf } from './rollup.ts';
import { adjustedTotal } from './rollup-adjusted.ts';

const figure = (rollUp: AddedFigure['rollUp'], parts: Partial<AddedFigure> = {}): AddedFigure => ({
  id: 'f',
  rollUp,
  enteredBy: { groups: [], kinds: [], unitIds: [] },
  ownerUnitId: 'o',
  isCumulative: false,
  ...parts,
});
const number = (n: number): Figure => ({ kind: 'number', number: n });
const rate = (numerator: number, denominator: number): Figure => ({ kind: 'rate', numerator, denominator });

const amount = fc.integer({ min: 0, max: 5_000_000 }).map((n) => n / 1000);
const anyNumber: fc.Arbitrary<Figure> = amount.map(number);
const anySaid: fc.Arbitrary<Figure | null> = fc.oneof(
  { weight: 5, arbitrary: anyNumber },
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constant<Figure>({ kind: 'no_data', reason: 'chưa thống kê' }) },
);
const anyCell: fc.Arbitrary<Cell> = fc
  .record({
    part: fc.constantFrom(...PARTS),
    said: anySaid,
    isLate: fc.boolean(),
    isSameThen: fc.boolean(),
    saidThen: anySaid,
    adjusted: fc.option(anyNumber, { freq: 4 }),
  })
  .map(({ isSameThen, ...cell }) => ({
    ...cell,
    figureId: 'f',
    unitId: 'u',
    ...(isSameThen ? { saidThen: cell.said } : {}),
    wasLateThen: isSameThen ? cell.isLate : false,
  }));
const cells = fc
  .array(anyCell, { maxLength: 30 })
  .map((all) => all.map((cell, index) => ({ ...cell, unitId: `u${index}` })));

const thousandths = (value: Figure | null): number =>
  value?.kind === 'number' ? Math.round(value.number * 1000) : 0;

describe('the two roll-ups', () => {
  it('whatever lies between them is exactly what the listed cells differ by', () => {
    fc.assert(
      fc.property(cells, (given) => {
        const [one] = reconcile([figure('sum')], given);
        const gap = (one?.differences ?? []).reduce(
          (sum, cell) => sum + thousandths(cell.inSector) - thousandths(cell.inTerritory),
          0,
        );
        expect(thousandths(one?.sector ?? null) - thousandths(one?.territory ?? null)).toBe(gap);
      }),
    );
  });

  it('list every cell that differs, each with a reason and who must act, and none that nobody has to touch', () => {
    fc.assert(
      fc.property(cells, (given) => {
        const listed = new Map(
          (reconcile([figure('sum')], given)[0]?.differences ?? []).map((one) => [one.unitId, one]),
        );
        for (const cell of given) {
          const one = listed.get(cell.unitId);
          const differs = JSON.stringify(inSector(cell)) !== JSON.stringify(inTerritory(cell));
          if (differs) expect(one?.reasons.length).toBeGreaterThan(0);
          if (one)
            expect(
              differs ||
                one.reasons.some((why) => why === 'late' || why === 'adjusted' || why === 'after_cut_off'),
            ).toBe(true);
        }
      }),
    );
  });

  it.each<[string, Partial<Cell>, readonly string[], string]>([
    ['the agency holds another number', { adjusted: number(4) }, ['adjusted'], 'unit'],
    ['entered after the cut-off', { saidThen: null }, ['after_cut_off'], 'standing'],
    ['changed after the cut-off', { saidThen: number(2) }, ['after_cut_off'], 'standing'],
    ['entered late', { isLate: true, wasLateThen: true }, ['late'], 'standing'],
    ['said without being asked', { part: 'unasked' }, ['unasked'], 'owner'],
    ['said by a unit that stands no more', { part: 'outside' }, ['outside'], 'standing'],
  ])('%s: the reason and who must act', (_, parts, reasons, acts) => {
    const cell: Cell = {
      figureId: 'f',
      unitId: 'u',
      part: 'asked',
      said: number(3),
      isLate: false,
      saidThen: number(3),
      wasLateThen: false,
      adjusted: null,
      ...parts,
    };
    expect(reconcile([figure('sum')], [cell])[0]?.differences[0]).toMatchObject({ reasons, acts });
  });

  it('are equal with nothing listed where nothing was adjusted, late, unasked or outside', () => {
    fc.assert(
      fc.property(fc.array(anySaid), (said) => {
        const given = said.map<Cell>((one, index) => ({
          figureId: 'f',
          unitId: `u${index}`,
          part: 'asked',
          said: one,
          isLate: false,
          saidThen: one,
          wasLateThen: false,
          adjusted: null,
        }));
        expect(reconcile([figure('sum')], given)[0]).toMatchObject({ isEqual: true, differences: [] });
      }),
    );
  });
});

describe('totals', () => {
  const sum = (values: readonly (Figure | null)[]) =>
    values.reduce((all, one) => addSums(all, sumsOf(one)), NO_SUMS);

  it('nobody’s word and “no data” make no 0; a 0 that was said is one', () => {
    expect(totalOf(figure('sum'), sum([null, { kind: 'no_data', reason: 'x' }]))).toBeNull();
    expect(totalOf(figure('sum'), sum([null, number(0)]))).toEqual(number(0));
  });

  it('a rate is made anew from numerators and denominators, not from percentages', () => {
    expect(totalOf(figure('rate'), sum([rate(1, 2), rate(98, 100)]))).toEqual(rate(99, 102));
  });

  it('what does not add up has no total', () => {
    expect(totalOf(figure('none'), sum([number(3), number(4)]))).toBeNull();
  });

  it('over time counts are added, a stock and what counts from the year’s beginning say their latest', () => {
    const months = [number(3), null, number(5), null];
    expect(overTime(figure('sum'), months)).toEqual(number(8));
    expect(overTime(figure('last'), months)).toEqual(number(5));
    expect(overTime(figure('sum', { isCumulative: true }), months)).toEqual(number(5));
    expect(overTime(figure('rate'), [rate(1, 2), rate(3, 4)])).toEqual(rate(4, 6));
    expect(overTime(figure('sum'), [null, null])).toBeNull();
  });

  it('an adjusted total is the total of the cells with the agency’s numbers in place of the units’', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anySaid, fc.option(anyNumber)), { minLength: 1 }), (given) => {
        const said = given.map(([one]) => one);
        const direct = totalOf(figure('sum'), sum(given.map(([one, other]) => other ?? one)));
        const moved = adjustedTotal(
          figure('sum'),
          sum(said),
          given.flatMap(([counted, value]) => (value ? [{ counted, value }] : [])),
        );
        expect(thousandths(moved)).toBe(thousandths(direct));
      }),
    );
  });
});
