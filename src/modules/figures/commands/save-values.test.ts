import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { type FiguresWorld, figuresWorld } from '../../../../test/support/figures-world.ts';
import type { Actor } from '../../../kernel/authz.ts';
import { query } from '../../../kernel/db/sql.ts';
import { reopenPeriod } from '../../periods/index.ts';
import type { SaveInput, SaveOutcome, SaveRow } from '../domain/save.ts';
import { cellHistory } from '../queries/cell-history.ts';
import { valuesOf } from '../queries/values.ts';
import { saveValues } from './save-values.ts';

let place: TestTenant;
let world: FiguresWorld;
let commune: Actor;
let other: Actor;
let office: Actor;
const DEADLINE_EVENING = new Date('2024-07-04T16:59:59Z');

beforeAll(async () => {
  place = await testTenant();
  world = await figuresWorld(place);
  commune = await world.actor('member', world.tree.commune);
  other = await world.actor('member', world.tree.otherCommune);
  office = await world.actor('standing', world.tree.office);
});
afterAll(() => place.close());

function save(
  actor: Actor | undefined,
  rows: readonly SaveRow[],
  more: Partial<SaveInput> = {},
): Promise<SaveOutcome> {
  return world.run(actor, (context, tx) => saveValues(context, tx, { rows, via: 'page', ...more }));
}

const codeOf = (outcome: SaveOutcome, row = 0): string => {
  const found = outcome.rows[row];
  return found?.outcome === 'problem' ? found.error.code : (found?.outcome ?? 'none');
};

async function standing(figureId: string, unitId = world.tree.commune) {
  const [found] = await valuesOf(place.db, { figureIds: [figureId], unitIds: [unitId], asOf: null });
  return found;
}

describe('saving', () => {
  it('stores what the unit says with who, when and by which way, and reads it back as it was said', async () => {
    const rate = await world.define({
      name: 'Tỷ lệ đơn đã giải quyết',
      numberKind: 'rate',
      unitOfMeasure: '%',
      numeratorLabel: 'Đơn đã giải quyết',
      denominatorLabel: 'Đơn nhận',
      isPart: true,
      rollUp: 'rate',
    });
    const [count, day, words, none] = [
      await world.define(),
      await world.define({ numberKind: 'date', rollUp: 'none', unitOfMeasure: 'ngày' }),
      await world.define({ numberKind: 'text', rollUp: 'none', unitOfMeasure: 'kênh' }),
      await world.define({ numberKind: 'amount', decimals: 3, unitOfMeasure: 'triệu đồng' }),
    ];
    const values: [string, SaveRow['value']][] = [
      [count ?? '', { kind: 'number', number: 0 }],
      [rate, { kind: 'rate', numerator: 176, denominator: 221 }],
      [day ?? '', { kind: 'date', on: '2024-02-16' as never }],
      [words ?? '', { kind: 'words', words: 'Đài truyền thanh xã' }],
      [none ?? '', { kind: 'number', number: 999_999_999_999.125 }],
    ];
    const outcome = await save(
      commune,
      values.map(([id, value]) => world.cell(id, 0, { value })),
    );
    expect(outcome.counts).toEqual({ saved: 5, unchanged: 0, conflict: 0, problem: 0 });
    for (const [id, value] of values) {
      expect(await standing(id)).toMatchObject({
        value,
        revision: 1,
        isLate: false,
        via: 'page',
        byPersonId: commune.personId,
        byName: commune.name,
        byUnitId: world.tree.commune,
        firstAt: place.clock.now(),
      });
    }
  });

  it('keeps “no data” with its reason apart from 0 and from an empty cell', async () => {
    const figure = await world.define();
    const row = world.cell(figure, 0, { value: { kind: 'no_data', reason: ' Chưa thống kê ' } });
    await save(commune, [row]);
    expect((await standing(figure))?.value).toEqual({ kind: 'no_data', reason: 'Chưa thống kê' });
    expect(await standing(figure, world.tree.otherCommune)).toBeUndefined();
    expect(codeOf(await save(commune, [{ ...row, value: { kind: 'no_data', reason: '  ' } }]))).toBe(
      'figures.reason_missing',
    );
  });

  it('changes nothing and records nothing when the cell says this already', async () => {
    const figure = await world.define();
    await save(commune, [world.cell(figure, 5)]);
    const count = () =>
      place.db.one(query({ n: 'int' } as const)`select count(*)::integer as n from kernel_audit`);
    const before = await count();
    const outcome = await save(commune, [world.cell(figure, 5, { revision: 0 })]);
    expect(outcome.rows[0]).toEqual({ place: undefined, outcome: 'unchanged', revision: 1 });
    expect(await count()).toEqual(before);
  });

  it('keeps what a cell said before, and reads it as of any instant', async () => {
    const figure = await world.define();
    const first = new Date('2024-06-20T02:00:00Z');
    place.clock.set(first);
    await save(commune, [world.cell(figure, 3)]);
    place.clock.set(new Date('2024-06-24T02:00:00Z'));
    const outcome = await save(commune, [world.cell(figure, 4, { revision: 1 })]);
    expect(outcome.rows[0]).toMatchObject({
      outcome: 'saved',
      revision: 2,
      before: { value: { number: 3 } },
    });
    const at = async (asOf: Date) =>
      (await valuesOf(place.db, { figureIds: [figure], asOf })).map(({ value }) => value);
    expect(await at(first)).toEqual([]);
    expect(await at(new Date(first.getTime() + 1))).toEqual([{ kind: 'number', number: 3 }]);
    expect(await at(new Date('2024-06-24T02:00:00Z'))).toEqual([{ kind: 'number', number: 3 }]);
    expect(await at(new Date('2024-06-24T02:00:01Z'))).toEqual([{ kind: 'number', number: 4 }]);
    const history = await cellHistory(place.db, {
      figureId: figure,
      unitId: world.tree.commune,
      periodCode: '2024-H1',
    });
    expect(history.map(({ value, revision }) => [value, revision])).toEqual([
      [{ kind: 'number', number: 3 }, 1],
      [{ kind: 'number', number: 4 }, 2],
    ]);
  });

  it('takes a mistaken entry back: the cell reads as empty, its past stays, and it can be filled again', async () => {
    const figure = await world.define();
    await save(commune, [world.cell(figure, 7)]);
    const back = await save(commune, [world.cell(figure, 0, { value: null, revision: 1 })]);
    expect(codeOf(back)).toBe('saved');
    expect(await standing(figure)).toBeUndefined();
    expect(codeOf(await save(commune, [world.cell(figure, 0, { value: null })]))).toBe('unchanged');
    // Whoever opened the page meanwhile saw an empty cell, which has no revision.
    expect(codeOf(await save(commune, [world.cell(figure, 8, { revision: 0 })]))).toBe('saved');
    expect(await standing(figure)).toMatchObject({ value: { number: 8 }, revision: 3 });
  });
});

describe('two people at one cell', () => {
  it('the second, who saw what stood before, is told what the other said and who it was', async () => {
    const figure = await world.define();
    await save(commune, [world.cell(figure, 1)]);
    const colleague = { ...(await world.actor('member', world.tree.commune)), name: 'Người cùng cơ quan' };
    await save(colleague, [world.cell(figure, 2, { revision: 1 })]);
    const outcome = await save(commune, [world.cell(figure, 3, { revision: 1, place: 'C7' })]);
    expect(outcome.rows[0]).toMatchObject({
      place: 'C7',
      outcome: 'conflict',
      revision: 2,
      other: { value: { kind: 'number', number: 2 }, byName: 'Người cùng cơ quan' },
    });
    expect((await standing(figure))?.value).toEqual({ kind: 'number', number: 2 });
  });

  it('one of two who fill the same empty cell at the same moment wins, the other gets the conflict', async () => {
    const figure = await world.define();
    const outcomes = await Promise.all(
      [11, 12, 13].map((number) => save(commune, [world.cell(figure, number, { revision: 0 })])),
    );
    const kinds = outcomes.map((outcome) => codeOf(outcome)).sort();
    expect(kinds).toEqual(['conflict', 'conflict', 'saved']);
    const value = (await standing(figure))?.value;
    for (const { rows } of outcomes)
      if (rows[0]?.outcome === 'conflict') expect(rows[0].other?.value).toEqual(value);
  });

  it('imports that meet wait for each other, whatever the order of their rows', async () => {
    const figures = await Promise.all(Array.from({ length: 12 }, () => world.define()));
    const rows = figures.map((id, index) => world.cell(id, index));
    const outcomes = await Promise.all([
      save(commune, rows),
      save(commune, [...rows].reverse()),
      save(
        commune,
        rows.map((row) => ({ ...row, value: { kind: 'number' as const, number: 99 } })),
      ),
    ]);
    for (const { counts } of outcomes) expect(counts.problem).toBe(0);
    expect(await valuesOf(place.db, { figureIds: figures, asOf: null })).toHaveLength(12);
  });
});

describe('who may enter', () => {
  it('another commune may not; the standing agency and the lead agency may fill what the unit has not', async () => {
    const figure = await world.define();
    expect(codeOf(await save(other, [world.cell(figure, 1)]))).toBe('figures.not_allowed');
    expect(codeOf(await save(office, [world.cell(figure, 2)]))).toBe('saved');
    expect(await standing(figure)).toMatchObject({ byUnitId: world.tree.office });
    expect(codeOf(await save(office, [world.cell(figure, 3)]))).toBe('saved');
    // The unit's own word replaces what was entered for it, and then stands.
    expect(codeOf(await save(commune, [world.cell(figure, 4)]))).toBe('saved');
    expect(codeOf(await save(office, [world.cell(figure, 5)]))).toBe('figures.said_by_unit');
    expect((await standing(figure))?.value).toEqual({ kind: 'number', number: 4 });
  });

  it('only units that the figure is asked of, as they stood on the last day of the period', async () => {
    const figure = await world.define({
      enteredBy: { groups: [], kinds: [], unitIds: [world.tree.commune] },
    });
    const rows = [world.cell(figure, 1, { unitId: world.tree.otherCommune })];
    expect(codeOf(await save(other, rows))).toBe('figures.not_asked_of_unit');
    const village = [world.cell(figure, 1, { unitId: world.tree.village })];
    expect(codeOf(await save(office, village))).toBe('figures.not_asked_of_unit');
    expect(codeOf(await save(undefined, [world.cell(figure, 1, { unitId: figure })]))).toBe(
      'figures.unknown_unit',
    );
  });
});

describe('what is refused', () => {
  it('says which rule each row breaks and lets the others through', async () => {
    const figure = await world.define({ askedUntil: '2024-06-30' as never });
    const points = await world.define({
      numberKind: 'amount',
      decimals: 1,
      atMost: 18,
      unitOfMeasure: 'điểm',
    });
    const outcome = await save(commune, [
      world.cell(figure, 1, { periodCode: '2024-M06' }),
      world.cell(figure, 1, { periodCode: '2024' }),
      world.cell(figure, 1, { periodCode: '2030' }),
      world.cell('019a0000-0000-7000-8000-000000000000', 1),
      world.cell(figure, 1.5),
      world.cell(figure, -1),
      world.cell(points, 18.5),
      world.cell(points, 1.25),
      world.cell(figure, 1, { value: { kind: 'words', words: 'mười' } }),
      world.cell(figure, 1, { unitOfMeasure: 'vụ' }),
      { ...world.cell('', 4, { unitOfMeasure: 'HO SO' }), figureId: figure, place: 'dòng 11' },
      world.cell(figure, 5),
    ]);
    expect(outcome.rows.map((_, index) => codeOf(outcome, index))).toEqual([
      'figures.not_asked_for_period',
      'figures.not_asked_for_period',
      'figures.unknown_period',
      'figures.unknown_figure',
      'figures.number_not_whole',
      'figures.number_negative',
      'figures.number_above_most',
      'figures.number_too_fine',
      'figures.wrong_shape',
      'figures.measure_differs',
      'saved',
      'figures.twice_in_batch',
    ]);
    expect(outcome.rows.at(-1)).toMatchObject({ params: { first: 'dòng 11' } });
  });

  it('a batch that is whole or nothing writes nothing when one row is refused', async () => {
    const figure = await world.define();
    const rows = [world.cell(figure, 1), world.cell(figure, 1, { periodCode: '2030' })];
    const outcome = await save(commune, rows, { whole: true });
    expect(outcome).toMatchObject({ applied: false, counts: { saved: 1, problem: 1 } });
    expect(await standing(figure)).toBeUndefined();
  });

  it('a dry run tells the same outcomes and writes nothing', async () => {
    const figure = await world.define();
    const rows = [world.cell(figure, 1), world.cell(figure, 1, { periodCode: '2024-Q1' })];
    const dry = await save(commune, rows, { dryRun: true });
    expect(dry.applied).toBe(false);
    expect(await standing(figure)).toBeUndefined();
    const real = await save(commune, rows);
    expect(real.rows).toEqual(dry.rows);
    expect(real.applied).toBe(true);
  });
});

describe('the window of the period', () => {
  it('takes in time to the last second of the due day, then marks what comes as late, then takes nothing', async () => {
    const figure = await world.define();
    place.clock.set(DEADLINE_EVENING);
    await save(commune, [world.cell(figure, 1)]);
    expect(await standing(figure)).toMatchObject({ isLate: false });
    place.clock.set(new Date(DEADLINE_EVENING.getTime() + 1000));
    const late = await save(commune, [world.cell(figure, 2)]);
    expect(late.rows[0]).toMatchObject({ outcome: 'saved', isLate: true });
    expect(await standing(figure)).toMatchObject({ isLate: true });
    place.clock.set(new Date('2024-07-20T02:00:00Z'));
    const closed = await save(commune, [world.cell(figure, 3)]);
    expect(closed.rows[0]).toMatchObject({ outcome: 'problem', error: { code: 'figures.window_closed' } });
  });

  it('takes it again, in time, once the period is reopened', async () => {
    const figure = await world.define();
    place.clock.set(new Date('2024-07-20T02:00:00Z'));
    await world.run(undefined, (context, tx) =>
      reopenPeriod(context, tx, {
        code: '2024-H1',
        unitId: world.tree.commune,
        untilOn: '2024-07-22',
        reason: 'Đơn vị nộp nhầm biểu',
      }),
    );
    expect((await save(commune, [world.cell(figure, 9)])).rows[0]).toMatchObject({
      outcome: 'saved',
      isLate: false,
    });
    const elsewhere = [world.cell(figure, 9, { unitId: world.tree.otherCommune })];
    expect(codeOf(await save(other, elsewhere))).toBe('figures.window_closed');
    place.clock.set(new Date('2024-06-24T02:00:00Z'));
  });
});
