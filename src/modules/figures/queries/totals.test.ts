import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { takeSnapshots } from '../../../../test/support/figures-snapshot.ts';
import { type FiguresWorld, figuresWorld } from '../../../../test/support/figures-world.ts';
import { saveValues } from '../commands/save-values.ts';
import type { Figure } from '../domain/figure.ts';
import type { SaveRow } from '../domain/save.ts';
import { previousValues, samePeriodLastYear } from './related-values.ts';
import { totalsOf } from './totals.ts';
import { valuesOf } from './values.ts';

let place: TestTenant;
let world: FiguresWorld;

beforeAll(async () => {
  place = await testTenant();
  world = await figuresWorld(place);
});
afterAll(() => place.close());

const save = (rows: readonly SaveRow[]) =>
  world.run(undefined, (context, tx) => saveValues(context, tx, { rows, via: 'import', whole: true }));

/** Figures that look random and are the same in every run. */
function* numbers(seed: number): Generator<number> {
  for (let n = seed; ; ) {
    n = (n * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield n;
  }
}

describe('totals', () => {
  it('are those of a slow and plain addition of what every unit said, “no data” and late ones apart', async () => {
    const next = numbers(7);
    const draw = (below: number): number => (next.next().value ?? 0) % below;
    const figures = [];
    for (let index = 0; index < 6; index++)
      figures.push(
        await world.define(
          index % 2 === 0
            ? { numberKind: 'amount', decimals: 3, periods: [{ kind: 'quarter' }] }
            : {
                numberKind: 'rate',
                unitOfMeasure: '%',
                numeratorLabel: 'Phần',
                denominatorLabel: 'Toàn bộ',
                rollUp: 'rate',
                periods: [{ kind: 'quarter' }],
              },
        ),
      );
    const units = [world.tree.commune, world.tree.otherCommune];
    const said: { row: SaveRow; late: boolean }[] = [];
    for (const [periodCode, days] of [
      ['2024-Q1', ['2024-03-20', '2024-04-08']],
      ['2024-Q2', ['2024-06-20', '2024-07-06']],
    ] as const)
      for (const [place_, day] of days.entries()) {
        place.clock.set(new Date(`${day}T02:00:00Z`));
        const rows: SaveRow[] = [];
        for (const [index, figureId] of figures.entries())
          for (const unitId of units) {
            if (draw(2) !== place_) continue;
            const denominator = draw(1000);
            const value: Figure =
              draw(5) === 0
                ? { kind: 'no_data', reason: 'Chưa có' }
                : index % 2 === 0
                  ? { kind: 'number', number: draw(1_000_000) / 1000 }
                  : { kind: 'rate', numerator: draw(denominator + 1) % (denominator + 1), denominator };
            rows.push({ figureId, unitId, periodCode, value });
          }
        expect((await save(rows)).applied).toBe(true);
        const stood = new Set(said.map(({ row }) => `${row.figureId} ${row.unitId} ${row.periodCode}`));
        for (const row of rows) {
          const key = `${row.figureId} ${row.unitId} ${row.periodCode}`;
          if (stood.has(key))
            said.splice(
              said.findIndex(({ row: one }) => `${one.figureId} ${one.unitId} ${one.periodCode}` === key),
              1,
            );
          said.push({ row, late: place_ === 1 });
        }
      }
    place.clock.set(new Date('2024-07-10T02:00:00Z'));
    const groups = [
      { key: 'all', unitIds: units },
      { key: 'one', unitIds: [world.tree.commune] },
    ];
    for (const inTimeOnly of [false, true]) {
      const found = await totalsOf(place.db, {
        figureIds: figures,
        periodCodes: ['2024-Q1', '2024-Q2'],
        groups,
        inTimeOnly,
        asOf: null,
      });
      let expectedRows = 0;
      for (const figureId of figures)
        for (const periodCode of ['2024-Q1', '2024-Q2'])
          for (const { key, unitIds } of groups) {
            const own = said.filter(
              ({ row, late }) =>
                row.figureId === figureId &&
                row.periodCode === periodCode &&
                unitIds.includes(row.unitId) &&
                !(inTimeOnly && late),
            );
            const total = found.find(
              (one) => one.figureId === figureId && one.periodCode === periodCode && one.key === key,
            );
            if (own.length === 0) {
              expect(total).toBeUndefined();
              continue;
            }
            expectedRows += 1;
            let [thousandths, filled, noData, late] = [0, 0, 0, 0];
            let hasNumber = false;
            for (const { row, late: isLate } of own) {
              if (isLate) late += 1;
              if (row.value?.kind === 'no_data') noData += 1;
              else filled += 1;
              if (row.value?.kind === 'number') {
                hasNumber = true;
                thousandths += Math.round(row.value.number * 1000);
              }
            }
            expect(total).toMatchObject({
              filled,
              noData,
              late,
              number: hasNumber ? thousandths / 1000 : null,
            });
            const rates = own.flatMap(({ row }) => (row.value?.kind === 'rate' ? [row.value] : []));
            const sum = (pick: (rate: { numerator: number; denominator: number }) => number) =>
              rates.length === 0 ? null : rates.reduce((all, rate) => all + pick(rate), 0);
            expect([total?.numerator, total?.denominator]).toEqual([
              sum(({ numerator }) => numerator),
              sum(({ denominator }) => denominator),
            ]);
          }
      expect(found).toHaveLength(expectedRows);
    }
  });

  it('read as of an instant are those that stood then', async () => {
    place.clock.set(new Date('2024-06-20T02:00:00Z'));
    const figure = await world.define();
    await save([world.cell(figure, 10)]);
    place.clock.set(new Date('2024-06-24T02:00:00Z'));
    await save([world.cell(figure, 25), world.cell(figure, 5, { unitId: world.tree.otherCommune })]);
    const at = async (asOf: Date | null) =>
      (
        await totalsOf(place.db, {
          figureIds: [figure],
          periodCodes: ['2024-H1'],
          groups: [{ key: 'all', unitIds: [world.tree.commune, world.tree.otherCommune] }],
          inTimeOnly: true,
          asOf,
        })
      ).map(({ number }) => number);
    expect(await at(new Date('2024-06-19T00:00:00Z'))).toEqual([]);
    expect(await at(new Date('2024-06-22T00:00:00Z'))).toEqual([10]);
    expect(await at(null)).toEqual([30]);
  });
});

describe('values of related periods', () => {
  it('are those of the same period a year ago, and of the period before', async () => {
    const figure = await world.define({ periods: [{ kind: 'half' }, { kind: 'quarter' }] });
    place.clock.set(new Date('2023-06-20T02:00:00Z'));
    await save([world.cell(figure, 7, { periodCode: '2023-H1' })]);
    place.clock.set(new Date('2024-03-20T02:00:00Z'));
    await save([world.cell(figure, 8, { periodCode: '2024-Q1' })]);
    place.clock.set(new Date('2024-06-24T02:00:00Z'));
    const of = { figureIds: [figure], unitIds: [world.tree.commune], asOf: null };
    const numbersOf = (all: readonly { value: Figure }[]) => all.map(({ value }) => value);
    expect(numbersOf(await samePeriodLastYear(place.db, { ...of, periodCode: '2024-H1' }))).toEqual([
      { kind: 'number', number: 7 },
    ]);
    expect(numbersOf(await previousValues(place.db, { ...of, periodCode: '2024-Q2' }))).toEqual([
      { kind: 'number', number: 8 },
    ]);
    expect(await previousValues(place.db, { ...of, periodCode: 'không phải kỳ' })).toEqual([]);
  });
});

describe('a cut-off', () => {
  it('finds the same values however late it is taken, and others when one changed before it', async () => {
    place.clock.set(new Date('2024-06-24T02:00:00Z'));
    const figure = await world.define();
    await save([
      world.cell(figure, 1),
      world.cell(figure, 0, {
        unitId: world.tree.otherCommune,
        value: { kind: 'no_data', reason: 'Chưa có' },
      }),
    ]);
    const at = new Date('2024-06-30T17:00:00Z');
    place.clock.set(new Date('2024-06-30T18:00:00Z'));
    const inTime = await takeSnapshots(world, '2024-H1', at);
    place.clock.set(new Date('2024-07-02T02:00:00Z'));
    await save([world.cell(figure, 2)]);
    expect(await takeSnapshots(world, '2024-H1', at)).toEqual(inTime);
    const later = await takeSnapshots(world, '2024-H1', new Date('2024-07-02T03:00:00Z'));
    expect([later.count, later.hash === inTime.hash]).toEqual([inTime.count, false]);
    const values = await valuesOf(place.db, { periodCodes: ['2024-H1'], asOf: at });
    expect(inTime.count).toBe(values.length);
    place.clock.set(new Date('2024-06-24T02:00:00Z'));
  });
});
