import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OracleEntry, type OracleWorld, oracleTotal } from '../../../../test/oracle/totals.ts';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import {
  arbitraryWish,
  numberWished,
  valueWished,
  type Wish,
} from '../../../../test/support/figure-wishes.ts';
import { type FiguresWorld, figuresWorld } from '../../../../test/support/figures-world.ts';
import { systemActor } from '../../../kernel/authz.ts';
import { calendarDate } from '../../../kernel/dates.ts';
import { changeFigure, definitionsOf, type Figure, saveValues, valuesOf } from '../../figures/index.ts';
import { type Period, periodsByCodes } from '../../periods/index.ts';
import { closeUnit, createUnit, createUnitInput } from '../../units/index.ts';
import { adjustTotal, withdrawAdjustment } from '../commands/adjust-total.ts';
import type { AddedFigure, Total } from '../domain/rollup.ts';
import { sectorTotal, territoryTotal } from '../domain/rollup.ts';
import { adjustedTotal } from '../domain/rollup-adjusted.ts';
import { seesUnit } from '../policy-totals.ts';
import { placedUnits, rollUp } from './rollup.ts';
import { adjustmentsOf, lastActs } from './rollup-adjustments.ts';

const ASKED = [{ kind: 'ubnd', tier: 'xã' }] as const;
const EVERYBODY = [...ASKED, { kind: 'thon', tier: 'thôn' }, { kind: 'phong', tier: 'huyện' }] as const;
const MONTHS = ['2024-M04', '2024-M05'];

let place: TestTenant;
let world: FiguresWorld;
let figures: readonly AddedFigure[];
let periods: readonly Period[];
const units: {
  id: string;
  parentId: string | null;
  kind: string;
  tier: string;
  from: string;
  to: string | null;
}[] = [];
const asked = new Map<string, readonly { kind: string; tier: string }[]>();
const log: { entries: OracleEntry[]; adjustments: OracleWorld['adjustments'][number][] } = {
  entries: [],
  adjustments: [],
};
// An instant each, so that every state in between can be asked for.
let clock = new Date('2024-05-20T02:00:00Z').getTime();

const oracle = (): OracleWorld => ({ units, ...log });

function tick(): Date {
  clock += 60_000;
  const now = new Date(clock);
  place.clock.set(now);
  return now;
}

beforeAll(async () => {
  place = await testTenant();
  world = await figuresWorld(place);
  const { tree } = world;
  const known = (id: string, parentId: string | null, kind: string, tier: string): void => {
    units.push({ id, parentId, kind, tier, from: '2021-01-01', to: null });
  };
  known(tree.district, null, 'ubnd', 'huyện');
  known(tree.office, tree.district, 'phong', 'huyện');
  known(tree.commune, tree.district, 'ubnd', 'xã');
  known(tree.otherCommune, tree.district, 'ubnd', 'xã');
  known(tree.village, tree.commune, 'thon', 'thôn');
  for (let index = 0; index < 6; index++) {
    const [kind, tier, parentId] =
      index % 3 === 2
        ? (['thon', 'thôn', tree.otherCommune] as const)
        : (['ubnd', 'xã', tree.district] as const);
    const input = createUnitInput.parse({
      name: `Đơn vị ${index}`,
      kind,
      tier,
      parentId,
      from: '2021-01-01',
    });
    known(
      (await world.run(undefined, (context, tx) => createUnit(context, tx, input))).id,
      parentId,
      kind,
      tier,
    );
  }
  const enteredBy = { groups: [], kinds: [...EVERYBODY], unitIds: [] };
  const shared = { enteredBy, periods: [{ kind: 'month' as const }] };
  const rate = {
    numberKind: 'rate' as const,
    numeratorLabel: 'a',
    denominatorLabel: 'b',
    unitOfMeasure: '%',
  };
  for (const parts of [
    { rollUp: 'sum' as const },
    { rollUp: 'last' as const },
    { rollUp: 'none' as const },
    { rollUp: 'sum' as const, numberKind: 'amount' as const, decimals: 3 },
    { rollUp: 'rate' as const, ...rate },
  ])
    asked.set(await world.define({ ...shared, ...parts }), EVERYBODY);
  figures = await definitionsOf(place.db);
  periods = await periodsByCodes(place.db, MONTHS);
});
afterAll(() => place.close());

const saidOf = (value: Figure | null): OracleEntry['said'] => {
  if (value === null) return 'taken back';
  if (value.kind === 'number') return value.number;
  return value.kind === 'rate' ? [value.numerator, value.denominator] : 'no data';
};

const wish = fc.tuple(
  arbitraryWish({ figures: 5, units: 11, most: 900_000, numbers: 8, adjustments: 2 }),
  fc.nat(1),
);

/** Does what is wished and writes down what was accepted, as it was accepted. */
async function grant([wished, p]: readonly [Wish, number]): Promise<void> {
  const { figure: f, unit: u, what } = wished;
  const figure = (await definitionsOf(place.db))[f];
  const [unit, periodCode] = [units[u], MONTHS[p]];
  if (!figure || !unit || periodCode === undefined) throw new Error('the world is smaller than the wish');
  const cell = { figureId: figure.id, unitId: unit.id, periodCode };
  const plain = numberWished(figure, wished);
  const at = tick().getTime();
  if (what === 'adjust' || what === 'withdraw') {
    const [last] = await lastActs(place.db, {
      periodCodes: [periodCode],
      figureIds: [figure.id],
      unitIds: [unit.id],
      asOf: null,
    });
    const input = { ...cell, reason: 'Đối chiếu sổ', afterId: last?.id ?? null };
    try {
      await world.run(undefined, (context, tx) =>
        what === 'adjust'
          ? adjustTotal(context, tx, { ...input, value: plain })
          : withdrawAdjustment(context, tx, input),
      );
    } catch {
      return; // Refused, so nothing is written down.
    }
    const value = what === 'withdraw' ? null : saidOf(plain);
    log.adjustments.push({
      figureId: figure.id,
      unitId: unit.id,
      period: periodCode,
      value: value as never,
      at,
    });
    return;
  }
  const value = valueWished(plain, wished);
  const outcome = await world.run(undefined, (context, tx) =>
    saveValues(context, tx, { rows: [{ ...cell, value }], via: 'page' }),
  );
  const [row] = outcome.rows;
  if (row?.outcome !== 'saved') return;
  const entry = { figureId: figure.id, unitId: unit.id, period: periodCode };
  log.entries.push({ ...entry, said: saidOf(value), isLate: row.isLate, at });
}

const plainTotal = ({ value, asked, filled, noData, late, missing }: Total) => ({
  value: value === null ? null : saidOf(value),
  asked,
  filled,
  noData,
  late,
  missing,
});

/** Every total of every node, now and as of an instant, by both roads. */
async function compare(asOf: Date | null): Promise<void> {
  const before = asOf?.getTime() ?? Number.POSITIVE_INFINITY;
  const nodeIds = units.map(({ id }) => id);
  const tallyOf = await rollUp(place.db, {
    figures,
    periods,
    placed: await placedUnits(place.db, periods),
    nodeIds,
    sees: (owner, unit) => seesUnit(systemActor, owner, unit),
    asOf,
  });
  const adjustments = await adjustmentsOf(place.db, { periodCodes: MONTHS, asOf });
  const values = await valuesOf(place.db, { periodCodes: MONTHS, asOf });
  for (const figure of figures)
    for (const period of periods)
      for (const nodeId of nodeIds) {
        const of = { id: figure.id, rollUp: figure.rollUp, asked: asked.get(figure.id) ?? [] };
        const slow = (way: 'sector' | 'territory' | 'adjusted') =>
          oracleTotal(oracle(), of, period, nodeId, before, way);
        const sector = sectorTotal(tallyOf, figure, period.code, nodeId);
        expect(plainTotal(sector)).toEqual(slow('sector'));
        expect(plainTotal(territoryTotal(tallyOf, figure, period.code, nodeId))).toEqual(slow('territory'));
        if (nodeId !== world.tree.district) continue;
        const counted = (unitId: string): boolean => {
          const unit = units.find(({ id }) => id === unitId);
          return of.asked.some(({ kind, tier }) => kind === unit?.kind && tier === unit.tier);
        };
        const cells = adjustments
          .filter(
            (one) => one.figureId === figure.id && one.periodCode === period.code && counted(one.unitId),
          )
          .map(({ unitId, value }) => {
            const said = values.find(
              (one) => one.figureId === figure.id && one.periodCode === period.code && one.unitId === unitId,
            );
            return { counted: said && !said.isLate ? said.value : null, value };
          });
        const adjusted = adjustedTotal(figure, sector.sums, cells);
        expect(adjusted === null ? null : saidOf(adjusted)).toEqual(slow('adjusted').value);
      }
}

it('equals an independent slow implementation over random values, tree, closures, definitions, adjustments and instants', {
  timeout: 240_000,
}, async () => {
  const rounds = fc.sample(fc.array(wish, { minLength: 12, maxLength: 40 }), { numRuns: 8, seed: 8 });
  const marks: Date[] = [];
  for (const [round, wishes] of rounds.entries()) {
    for (const one of wishes) await grant(one);
    marks.push(new Date(clock + 1));
    // A commune ends inside May, a figure is no longer asked of villages and offices, then May closes and what comes is late.
    if (round === 2) {
      const gone = units.find(
        ({ id, kind, tier }) =>
          kind === 'ubnd' && tier === 'xã' && id !== world.tree.commune && id !== world.tree.otherCommune,
      );
      if (!gone) throw new Error('no commune to close');
      const lastDay = calendarDate('2024-05-15');
      await world.run(undefined, (context, tx) =>
        closeUnit(context, tx, { unitId: gone.id, lastDay, act: 'NQ 1' }),
      );
      gone.to = lastDay;
    }
    if (round === 3) {
      const [first] = await definitionsOf(place.db);
      if (!first) throw new Error('no figure');
      const { id: figureId, revision, code: _, changedAt: __, changedBy: ___, ...facts } = first;
      tick();
      await world.run(undefined, (context, tx) =>
        changeFigure(context, tx, {
          figureId,
          revision,
          confirmed: true,
          facts: { ...facts, enteredBy: { groups: [], kinds: [...ASKED], unitIds: [] } } as never,
        }),
      );
      asked.set(figureId, ASKED);
      figures = await definitionsOf(place.db);
    }
    if (round === 5) clock = new Date('2024-06-08T02:00:00Z').getTime();
    await compare(null);
    await compare(marks[Math.floor(round / 2)] ?? null);
  }
  const kinds = new Set(
    log.entries.map(
      ({ said, isLate }) => `${Array.isArray(said) ? 'rate' : typeof said}${isLate ? ' late' : ''}`,
    ),
  );
  expect([...kinds]).toEqual(expect.arrayContaining(['number', 'rate', 'string', 'number late']));
  expect(log.adjustments.some(({ value }) => value === null)).toBe(true);
});
