import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../test/support/database.ts';
import { arbitraryWish, numberWished, valueWished, type Wish } from '../../../test/support/figure-wishes.ts';
import { type FiguresWorld, figuresWorld } from '../../../test/support/figures-world.ts';
import { systemActor } from '../../kernel/authz.ts';
import { calendarDate } from '../../kernel/dates.ts';
import { definitionsOf, type Figure, saveValues } from '../figures/index.ts';
import { type Period, periodByCode } from '../periods/index.ts';
import { closeUnit, createUnit, createUnitInput } from '../units/index.ts';
import { adjustTotal, withdrawAdjustment } from './commands/adjust-total.ts';
import { type Cell, reconcile } from './domain/reconcile.ts';
import { lastActs } from './queries/rollup-adjustments.ts';
import { figuresAsked, totalCells, totalsBoard } from './queries/rollup-board.ts';
import { periodTotals } from './totals.ts';

const PERIOD = '2024-H1';
const LAST = '2023-H1';

let place: TestTenant;
let world: FiguresWorld;
let period: Period;
let last: Period;
let office: string;
const unitIds: string[] = [];
let clock = 0;

async function must(code: string): Promise<Period> {
  const found = await periodByCode(place.db, code);
  if (!found) throw new Error(`no period ${code}`);
  return found;
}

function on(instant: string): void {
  clock = new Date(instant).getTime();
  place.clock.set(new Date(clock));
}

function tick(): void {
  clock += 60_000;
  place.clock.set(new Date(clock));
}

beforeAll(async () => {
  place = await testTenant();
  world = await figuresWorld(place);
  const { tree } = world;
  const create = (facts: { name: string; kind: string; tier: string; parentId: string }) =>
    world.run(undefined, async (context, tx) => {
      const input = createUnitInput.parse({ ...facts, from: '2021-01-01' });
      return (await createUnit(context, tx, input)).id;
    });
  unitIds.push(tree.commune, tree.otherCommune, tree.village, tree.office);
  for (const name of ['Ba', 'Bốn', 'Năm'])
    unitIds.push(
      await create({ name: `UBND xã ${name}`, kind: 'ubnd', tier: 'xã', parentId: tree.district }),
    );
  office = await create({ name: 'Phòng Tư pháp', kind: 'phong', tier: 'huyện', parentId: tree.district });
  // Communes are asked; the office and the village are not, and were asked once.
  const all = { groups: ['communes'], kinds: [], unitIds: [tree.village, tree.office] };
  const rate = {
    numberKind: 'rate' as const,
    numeratorLabel: 'a',
    denominatorLabel: 'b',
    unitOfMeasure: '%',
  };
  for (const parts of [
    { rollUp: 'sum' as const },
    { rollUp: 'last' as const, enteredBy: all },
    { rollUp: 'none' as const },
    { rollUp: 'sum' as const, numberKind: 'amount' as const, decimals: 3, ownerUnitId: office },
    { rollUp: 'rate' as const, enteredBy: all, ...rate },
  ])
    await world.define(parts);
  [period, last] = [await must(PERIOD), await must(LAST)];
});
afterAll(() => place.close());

const wish = arbitraryWish({ figures: 5, units: 7, most: 900, numbers: 6, adjustments: 3 });

/** Does what is wished where it is taken; answers whether an adjustment was made. */
async function grant(wished: Wish, periodCode: string): Promise<boolean> {
  const { figure: f, unit: u, what } = wished;
  const figure = (await definitionsOf(place.db))[f];
  const unitId = unitIds[u];
  if (!figure || !unitId) throw new Error('the world is smaller than the wish');
  tick();
  const cell = { figureId: figure.id, unitId, periodCode };
  const plain = numberWished(figure, wished);
  if (what === 'adjust' || what === 'withdraw') {
    const of = { periodCodes: [periodCode], figureIds: [figure.id], unitIds: [unitId], asOf: null };
    const [act] = await lastActs(place.db, of);
    const input = { ...cell, reason: 'Đối chiếu sổ', afterId: act?.id ?? null };
    try {
      await world.run(undefined, (context, tx) =>
        what === 'adjust'
          ? adjustTotal(context, tx, { ...input, value: plain })
          : withdrawAdjustment(context, tx, input),
      );
    } catch {
      return false; // Refused: the same number, nothing to withdraw, a figure that does not add up.
    }
    return what === 'adjust';
  }
  const value = valueWished(plain, wished);
  await world.run(undefined, (context, tx) =>
    saveValues(context, tx, { rows: [{ ...cell, value }], via: 'page' }),
  );
  return false;
}

const numbers = (value: Figure | null): Figure | null => (value?.kind === 'no_data' ? null : value);

/** Holds the totals of a report against the boards, read at the same instant. */
async function compare(asOf: Date | null): Promise<number> {
  const { district } = world.tree;
  const figures = await figuresAsked(place.db, period, asOf);
  const wanted = { period, figures, asOf };
  const board = await totalsBoard(place.db, systemActor, { ...wanted, nodeIds: [district] });
  const before = await totalsBoard(place.db, systemActor, { ...wanted, period: last, nodeIds: [district] });
  const boardOf = new Map((board.byNode.get(district) ?? []).map((one) => [one.definition.code, one]));
  const lastOf = new Map((before.byNode.get(district) ?? []).map((one) => [one.definition.code, one]));
  const cells = await totalCells(place.db, systemActor, { ...wanted, nodeId: district }, new Map());
  const items = await periodTotals(place.db, { committeeId: district, period, ownerUnitId: null, asOf });
  expect(items.map(({ code }) => code)).toEqual(
    [...boardOf.values()]
      .filter(({ definition }) => definition.rollUp !== 'none')
      .map(({ definition }) => definition.code),
  );
  const asked = figures.filter(({ rollUp }) => rollUp !== 'none');
  const both = reconcile(
    asked,
    cells.map(
      ({ definition, unit, part, said, adjustment }): Cell => ({
        figureId: definition.id,
        unitId: unit.id,
        part,
        said: said?.value ?? null,
        isLate: said?.isLate ?? false,
        saidThen: said?.value ?? null,
        wasLateThen: said?.isLate ?? false,
        adjusted: adjustment?.value ?? null,
      }),
    ),
  );
  let adjusted = 0;
  for (const item of items) {
    const one = boardOf.get(item.code);
    const year = lastOf.get(item.code);
    const reconciled = both.find(({ figureId }) => figureId === one?.definition.id);
    if (!one || !reconciled) throw new Error(`${item.code} is not on the board`);
    const reported = item.adjusted ? item.adjusted.reported : numbers(item.value);
    expect(numbers(item.value)).toEqual(one.adjusted ? one.adjusted.value : one.sector.value);
    expect(numbers(item.value)).toEqual(reconciled.sector);
    expect(reported).toEqual(one.sector.value);
    expect(item.territory === undefined ? reported : item.territory).toEqual(one.territory.value);
    expect(one.territory.value).toEqual(reconciled.territory);
    expect(item.adjusted?.units.length ?? 0).toBe(one.adjusted?.cells ?? 0);
    expect(item.counted).toMatchObject({ filled: one.sector.filled, asked: one.sector.asked });
    expect(numbers(item.lastYear)).toEqual(year ? (year.adjusted?.value ?? year.sector.value) : null);
    for (const unit of item.adjusted?.units ?? []) {
      const cell = cells.find((own) => own.definition.code === item.code && own.unit.id === unit.unitId);
      expect(cell?.said?.value ?? null).toEqual(unit.said);
      expect(cell?.adjustment).toMatchObject({ value: unit.held, reason: unit.reason, byName: unit.byName });
    }
    adjusted += item.adjusted ? 1 : 0;
  }
  const own = await periodTotals(place.db, { committeeId: district, period, ownerUnitId: office, asOf });
  expect(own).toEqual(items.filter(({ code }) => code === 'CT9.04'));
  return adjusted;
}

it('a report’s totals are the boards’, with adjustments and without, this year and last, now and at any instant before', {
  timeout: 180_000,
}, async () => {
  on('2023-06-20T02:00:00Z');
  const rounds = fc.sample(fc.array(wish, { minLength: 15, maxLength: 40 }), { numRuns: 6, seed: 7 });
  const marks: Date[] = [];
  let seen = 0;
  for (const one of rounds[0] ?? []) await grant(one, LAST);
  on('2024-06-10T02:00:00Z');
  for (const [round, wishes] of rounds.slice(1).entries()) {
    for (const one of wishes) await grant(one, PERIOD);
    marks.push(new Date(clock + 1));
    // A commune ends within the period; what it said counts for the sector and for no territory.
    if (round === 1)
      await world.run(undefined, (context, tx) =>
        closeUnit(context, tx, {
          unitId: unitIds[4] ?? '',
          lastDay: calendarDate('2024-05-31'),
          act: 'NQ 1',
        }),
      );
    // From here on what units say comes late: it is in no total, and may be held all the same.
    if (round === 3) on('2024-07-08T02:00:00Z');
    seen += await compare(null);
    seen += await compare(marks[Math.floor(round / 2)] ?? null);
  }
  expect(seen).toBeGreaterThan(10);
  const items = await periodTotals(place.db, {
    committeeId: world.tree.district,
    period,
    ownerUnitId: null,
    asOf: null,
  });
  const held = items.flatMap(({ adjusted }) => adjusted?.units ?? []);
  expect(held.some((unit) => unit.held.kind === 'rate')).toBe(true);
  expect(held.some((unit) => unit.said === null || unit.isLate)).toBe(true);
  expect(items.some(({ counted }) => (counted.lastHeld ?? 0) > 0)).toBe(true);
  expect(items.some(({ counted }) => (counted.ended ?? 0) > 0)).toBe(true);
});
