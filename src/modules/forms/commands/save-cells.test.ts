import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { type FormsWorld, formsWorld, WHOLE_SHEET } from '../../../../test/support/forms-world.ts';
import type { Actor } from '../../../kernel/authz.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { AppError } from '../../../kernel/errors.ts';
import { saveValues } from '../../figures/index.ts';
import { periodByCode } from '../../periods/index.ts';
import type { SaveCell, SaveCellsInput, SaveCellsOutcome, Sheet } from '../domain/sheet.ts';
import { readyForm } from '../queries/ready.ts';
import { sheetsOf } from '../queries/sheets.ts';
import { reopenSheet } from './reopen-sheet.ts';
import { saveCells } from './save-cells.ts';

let place: TestTenant;
let world: FormsWorld;
let commune: Actor;
let other: Actor;
let office: Actor;
beforeAll(async () => {
  place = await testTenant();
  world = await formsWorld(place);
  commune = await world.actor('member', world.tree.commune);
  other = await world.actor('member', world.tree.otherCommune);
  office = await world.actor('standing', world.tree.office);
});
afterAll(() => place.close());

function save(
  actor: Actor | undefined,
  cells: readonly SaveCell[],
  more: Partial<SaveCellsInput> = {},
): Promise<SaveCellsOutcome> {
  const input = { formId: world.formId, periodCode: '2024-H1', cells, via: 'page' as const, ...more };
  return world.run(actor, (context, tx) => saveCells(context, tx, input));
}

const whole = (parts: Partial<Record<keyof typeof WHOLE_SHEET, number | null>> = {}): SaveCell[] =>
  Object.entries({ ...WHOLE_SHEET, ...parts }).map(([column, number]) => world.say(column, number));

const told = (outcome: SaveCellsOutcome): string[] =>
  outcome.cells.map((cell) => (cell.outcome === 'problem' ? cell.error.code : cell.outcome));

async function sheet(
  unitId = world.tree.commune,
  code = '2024-H1',
  asOf: Date | null = null,
): Promise<Sheet> {
  const period = await periodByCode(place.db, code);
  if (!period) throw new Error(`no period ${code}`);
  const ready = await readyForm(place.db, world.formId, period);
  if (!ready) throw new Error('no form');
  const [found] = await sheetsOf(place.db, ready, { unitIds: [unitId], period, asOf });
  if (!found) throw new Error('no sheet');
  return found;
}

const refusedWith = async (work: Promise<unknown>): Promise<{ code: string; fields: string[] }> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw new Error(`not refused: ${String(error)}`);
  return { code: error.type.code, fields: error.fields.map((field) => field.field) };
};

describe('a sheet in the making', () => {
  it('takes cells one by one: figures to the figures room, free cells to the form; and tells what does not add up yet', async () => {
    expect((await sheet()).state).toBe('empty');
    const first = await save(commune, [world.say('c4', 30), world.say('c11', 3)]);
    expect(told(first)).toEqual(['saved', 'saved']);
    expect(first.sheets[0]).toMatchObject({ state: 'partial', asked: 7, filled: 2, broken: [] });
    const rest = await save(commune, whole({ c6: 41 }));
    expect(rest.counts).toEqual({ saved: 5, unchanged: 2, waiting: 0, conflict: 0, problem: 0 });
    expect(rest.sheets[0]?.broken.map((check) => [check.key, check.cells])).toEqual([
      ['k1@u', ['u.c3', 'u.c6', 'u.c7']],
    ]);
    const read = await sheet();
    expect(read).toEqual(rest.sheets[0]);
    expect(read.state).toBe('filled');
    expect(read.values).toMatchObject({ 'u.c3': { number: 50 }, 'u.c10': { number: 75 } });
    expect(read.cells['u.c4']).toMatchObject({
      value: { number: 30 },
      revision: 1,
      byName: commune.name,
      isLate: false,
      via: 'page',
    });
  });

  it('waits with half a rate, and joins it with the half that stands', async () => {
    const numerator = world.say('c8', 5, { unitId: world.tree.otherCommune });
    const denominator = world.say('c9', 8, { unitId: world.tree.otherCommune });
    expect(told(await save(other, [numerator]))).toEqual(['waiting']);
    expect(told(await save(other, [numerator, denominator]))).toEqual(['saved', 'saved']);
    const changed = await save(other, [{ ...numerator, value: { kind: 'number', number: 6 }, revision: 1 }]);
    expect(changed.cells[0]).toMatchObject({ outcome: 'saved', before: { number: 5 }, revision: 2 });
    expect((await sheet(world.tree.otherCommune)).values['u.c10']).toEqual({ kind: 'number', number: 75 });
    const none = { kind: 'no_data' as const, reason: 'chưa khảo sát' };
    expect(told(await save(other, [{ ...numerator, value: none }, denominator]))).toEqual([
      'forms.rate_parts_disagree',
      'forms.rate_parts_disagree',
    ]);
    expect(told(await save(other, [{ ...numerator, value: none }]))).toEqual(['saved']);
    const after = await sheet(world.tree.otherCommune);
    expect([after.cells['u.c8']?.value, after.cells['u.c9']?.value]).toEqual([none, none]);
    expect(
      told(
        await save(other, [
          { ...numerator, value: null },
          { ...denominator, value: null },
        ]),
      ),
    ).toEqual(['saved', 'saved']);
  });

  it('shows another’s change instead of replacing it, in figures and in free cells', async () => {
    const seen = await sheet();
    const conflict = await save(commune, [
      world.say('c6', 44, { revision: 0 }),
      world.say('c11', 4, { revision: 0, place: 'Biểu, K9' }),
    ]);
    expect(conflict.cells).toMatchObject([
      { outcome: 'conflict', value: { number: 41 }, byName: commune.name, revision: 1 },
      { outcome: 'conflict', value: { number: 3 }, byName: commune.name, revision: 1, place: 'Biểu, K9' },
    ]);
    expect(await sheet()).toEqual(seen);
    expect(told(await save(commune, [world.say('c11', 3, { revision: 0 })]))).toEqual(['unchanged']);
  });

  it('tells each cell that cannot be saved why, and saves the others', async () => {
    const outcome = await save(commune, [
      world.say('c3', 1),
      world.say('c99', 1),
      world.say('c11', 2.5),
      world.say('c12', 3),
      world.say('c4', 30),
      world.say('c4', 31),
      world.say('c7', -1),
    ]);
    expect(told(outcome)).toEqual([
      'forms.cell_not_entered',
      'forms.unknown_cell',
      'forms.value_wrong',
      'forms.value_wrong',
      'unchanged',
      'forms.cell_twice',
      'figures.number_negative',
    ]);
  });

  it('is not written into by strangers; the standing agency fills only what the unit has not said', async () => {
    expect(told(await save(other, [world.say('c11', 9), world.say('c4', 9)]))).toEqual([
      'figures.not_allowed',
      'figures.not_allowed',
    ]);
    expect(
      told(
        await save(office, [
          world.say('c11', 9),
          world.say('c12', null, { value: { kind: 'words', words: 'Nhập thay' } }),
        ]),
      ),
    ).toEqual(['figures.said_by_unit', 'saved']);
    expect((await sheet()).cells['u.c12']).toMatchObject({ byUnitId: world.tree.office });
    const stranger = { ...world.say('c11', 1), unitId: world.tree.office };
    expect(told(await save(undefined, [stranger]))).toEqual(['forms.not_asked']);
  });

  it('a dry run and a refused batch tell the same and write nothing', async () => {
    const before = await sheet();
    const dry = await save(commune, [world.say('c11', 7), world.say('c6', 12)], { dryRun: true });
    expect([told(dry), dry.applied, dry.sheets[0]?.values['u.c11']]).toEqual([
      ['saved', 'saved'],
      false,
      { kind: 'number', number: 7 },
    ]);
    const batch = await save(commune, [world.say('c11', 7), world.say('c6', -1)], { whole: true });
    expect([told(batch), batch.applied]).toEqual([['saved', 'figures.number_negative'], false]);
    expect(await sheet()).toEqual(before);
  });

  it('reads as it was recorded before an instant', async () => {
    const before = new Date(place.clock.now().getTime() + 500);
    const now = place.clock.now();
    place.clock.set(new Date(now.getTime() + 1000));
    await save(commune, [world.say('c11', 8), world.say('c7', 9)]);
    const then = await sheet(world.tree.commune, '2024-H1', before);
    expect([then.values['u.c11'], then.values['u.c7']]).toEqual([
      { kind: 'number', number: 3 },
      { kind: 'number', number: 10 },
    ]);
    await save(commune, [world.say('c11', 3), world.say('c7', 10)]);
  });
});

describe('a sheet that is said to be complete', () => {
  it('is refused while a cell is empty or an error check is broken, naming the cells and writing nothing', async () => {
    await save(commune, [world.say('c6', 41), world.say('c11', null)]);
    const before = await sheet();
    expect(await refusedWith(save(commune, [world.say('c6', 40)], { complete: true }))).toEqual({
      code: 'forms.sheet_lacking',
      fields: ['u.c11'],
    });
    expect(await refusedWith(save(commune, [world.say('c11', 3)], { complete: true }))).toEqual({
      code: 'forms.check_broken',
      fields: ['u.c3'],
    });
    expect(await refusedWith(save(commune, [world.say('c11', -3)], { complete: true }))).toEqual({
      code: 'forms.cells_refused',
      fields: ['u.c11'],
    });
    expect(await sheet()).toEqual(before);
  });

  it('then keeps who said so and when; a cell that would break it is refused, one that does not is taken', async () => {
    const done = await save(commune, whole(), { complete: true });
    expect(done.sheets[0]).toMatchObject({
      state: 'complete',
      completed: { byName: commune.name },
      broken: [],
    });
    const broken = await save(commune, [world.say('c6', 39)]);
    expect([told(broken), broken.applied]).toEqual([['forms.breaks_complete'], true]);
    expect(told(await save(commune, [world.say('c11', null)]))).toEqual(['forms.lacks_complete']);
    expect(told(await save(commune, [world.say('c6', 39), world.say('c7', 11)]))).toEqual(['saved', 'saved']);
    expect((await sheet()).state).toBe('complete');
  });

  it('is told as changed when a figure of it changes elsewhere, and is kept whole all the same until it is confirmed again', async () => {
    place.clock.set(new Date(place.clock.now().getTime() + 1000));
    const value = { kind: 'rate' as const, numerator: 8, denominator: 12 };
    const rows = [{ code: 'CT9.05', unitId: world.tree.commune, periodCode: '2024-H1', value }];
    await world.run(commune, (context, tx) => saveValues(context, tx, { rows, via: 'api' }));
    const changed = { state: 'changed', completed: { byName: commune.name }, broken: [] };
    expect(await sheet()).toMatchObject(changed);
    expect(told(await save(commune, [world.say('c6', 41)]))).toEqual(['forms.breaks_complete']);
    expect(told(await save(commune, [world.say('c6', 38), world.say('c7', 12)]))).toEqual(['saved', 'saved']);
    expect(await sheet()).toMatchObject(changed);
    expect(
      (await save(commune, [], { unitIds: [world.tree.commune], complete: true })).sheets[0]?.state,
    ).toBe('complete');
  });

  it('the database refuses numbers that break an error check, whoever writes them', async () => {
    const write = place.db.transaction((tx) =>
      tx.run(sql`update forms_sheet set cells = '{"u.c4": 1, "u.c5": 1, "u.c6": 1, "u.c7": 2}'`),
    );
    expect((await refusedWith(write)).code).toBe('forms.check_broken');
    await place.db.transaction((tx) =>
      tx.run(sql`update forms_sheet set cells = '{"u.c4": 1, "u.c5": 1, "u.c6": 1}'`),
    );
  });

  it('is opened again by its unit alone', async () => {
    const given = { formId: world.formId, periodCode: '2024-H1', unitId: world.tree.commune };
    const reopen = (actor: Actor) => world.run(actor, (context, tx) => reopenSheet(context, tx, given));
    expect((await refusedWith(reopen(office))).code).toBe('forms.not_allowed');
    await reopen(commune);
    expect(await sheet()).toMatchObject({ state: 'filled', completed: null });
    expect((await refusedWith(reopen(commune))).code).toBe('forms.not_complete');
    expect((await refusedWith(save(office, whole(), { complete: true }))).code).toBe('forms.not_allowed');
    const past = await place.db.rows(
      query({ complete: 'bool' } as const)`select is_complete as complete from forms_sheet_past`,
    );
    expect(past.some((one) => one.complete)).toBe(true);
  });
});

describe('when and how much', () => {
  it('free cells and confirmations follow the window of the period', async () => {
    const early = await save(commune, [world.say('c11', 1)], { periodCode: '2025-H1' }).catch(
      (error: AppError) => error.type.code,
    );
    expect(early).toBe('figures.unknown_period');
    expect(told(await save(commune, [world.say('c11', 1)], { periodCode: '2024-H2' }))).toEqual([
      'forms.window_closed',
    ]);
    const closed = save(commune, whole(), { periodCode: '2024-H2', complete: true });
    expect((await refusedWith(closed)).code).toBe('forms.window_closed');
  });

  it('takes as many statements for all cells of two units as for one cell', async () => {
    const counted = async (cells: readonly SaveCell[]): Promise<number> => {
      let count = 0;
      await world.run(undefined, (context, tx) => {
        const counting = { ...tx };
        for (const name of ['rows', 'row', 'one', 'run'] as const)
          Object.assign(counting, {
            [name]: (...args: unknown[]) => {
              count += 1;
              return (tx[name] as (...all: unknown[]) => unknown)(...args);
            },
          });
        return saveCells(context, counting, {
          formId: world.formId,
          periodCode: '2024-H1',
          cells,
          via: 'import',
          complete: false,
        });
      });
      return count;
    };
    const both = (number: number) =>
      [world.tree.commune, world.tree.otherCommune].flatMap((unitId) =>
        Object.keys(WHOLE_SHEET).map((column) => world.say(column, number, { unitId })),
      );
    await counted(both(90));
    const few = await counted([world.say('c4', 91), world.say('c11', 91)]);
    expect(await counted(both(92))).toBe(few);
  });
});
