import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { counting } from '../../../../test/support/counting.ts';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { type FormsWorld, formsWorld, unitsSpec, WHOLE_SHEET } from '../../../../test/support/forms-world.ts';
import type { Actor } from '../../../kernel/authz.ts';
import { calendarDate } from '../../../kernel/dates.ts';
import { query } from '../../../kernel/db/sql.ts';
import { say } from '../../../kernel/i18n.ts';
import { type Figure, type SaveInput, type SaveOutcome, saveValues, valuesOf } from '../../figures/index.ts';
import { periodByCode } from '../../periods/index.ts';
import type { SaveCell, SaveCellsInput, Sheet } from '../domain/sheet.ts';
import { formSpecSchema } from '../domain/spec.ts';
import { readyForm } from '../queries/ready.ts';
import { sheetsOf } from '../queries/sheets.ts';
import { createForm } from './design-form.ts';
import { publishDraft } from './publish-form.ts';
import { saveCells } from './save-cells.ts';

let place: TestTenant;
let world: FormsWorld;
let commune: Actor;
/** Shows settled and in hand again, and asks that no more are in hand than settled. */
let otherForm: string;

beforeAll(async () => {
  place = await testTenant();
  world = await formsWorld(place);
  commune = await world.actor('member', world.tree.commune);
  otherForm = await publish('BM.02', ['CT9.03', 'CT9.04'], 'c4 <= c3');
});
afterAll(() => place.close());

async function publish(code: string, figures: readonly string[], expr: string): Promise<string> {
  const bare = unitsSpec(world.tree.office);
  const spec = formSpecSchema.parse({
    ...bare,
    title: `Biểu ${code}`,
    columns: [
      ...bare.columns.slice(0, 2),
      ...figures.map((figure, index) => ({
        key: `c${index + 3}`,
        label: figure,
        role: 'cells',
        cell: { kind: 'figure', figure, part: 'value', relation: 'this' },
      })),
    ],
    checks: [{ key: 'k1', severity: 'error', expr, message: { vi: `Sai ${code}`, en: `Wrong ${code}` } }],
  });
  return world.run(undefined, async (context, tx) => {
    const formId = await createForm(context, tx, { code, ownerUnitId: world.tree.office, spec });
    await publishDraft(context, tx, {
      formId,
      revision: 1,
      fromOn: calendarDate('2023-01-01'),
      confirmed: true,
    });
    return formId;
  });
}

type Numbers = Partial<Record<'CT9.01' | 'CT9.02' | 'CT9.03' | 'CT9.04', number | null>>;

const rowsOf = (numbers: Numbers, unitId = world.tree.commune) =>
  Object.entries(numbers).map(([code, number]) => ({
    code,
    unitId,
    periodCode: '2024-H1',
    value: number === null ? null : { kind: 'number' as const, number },
    place: code,
  }));

const saveFigures = (numbers: Numbers, more: Partial<SaveInput> = {}): Promise<SaveOutcome> =>
  world.run(commune, (context, tx) =>
    saveValues(context, tx, { rows: rowsOf(numbers), via: 'api', ...more }),
  );

const cellsOf = (
  parts: Partial<Record<keyof typeof WHOLE_SHEET, number>> = {},
  unitId = world.tree.commune,
) =>
  Object.entries({ ...WHOLE_SHEET, ...parts }).map(([column, number]) =>
    world.say(column, number, { unitId }),
  );

const saveSheet = (cells: readonly SaveCell[], more: Partial<SaveCellsInput> = {}, actor = commune) =>
  world.run(actor, (context, tx) =>
    saveCells(context, tx, { formId: world.formId, periodCode: '2024-H1', cells, via: 'page', ...more }),
  );

const told = ({ rows }: SaveOutcome): string[] =>
  rows.map((row) => (row.outcome === 'problem' ? row.error.code : row.outcome));

async function sheet(formId = world.formId, unitId = world.tree.commune): Promise<Sheet> {
  const period = await periodByCode(place.db, '2024-H1');
  const ready = period && (await readyForm(place.db, formId, period));
  if (!period || !ready) throw new Error('no form');
  const [found] = await sheetsOf(place.db, ready, { unitIds: [unitId], period, asOf: null });
  if (!found) throw new Error('no sheet');
  return found;
}

const standing = async (): Promise<Record<string, Figure>> =>
  Object.fromEntries(
    (await valuesOf(place.db, { unitIds: [world.tree.commune], asOf: null })).map((one) => [
      one.figureId,
      one.value,
    ]),
  );

const problemsOf = ({ rows }: SaveOutcome, lang: 'vi' | 'en'): string[] =>
  rows.flatMap((row) => (row.outcome === 'problem' ? [say(lang, row.error, row.params)] : []));

/** Every test begins with BM.01 whole and confirmed, and BM.02 not. */
beforeEach(async () => {
  await world.run(undefined, async (_, tx) => {
    await tx.rows(query({ id: 'uuid' } as const)`
      update forms_sheet set is_complete = false returning id`);
  });
  await saveSheet(cellsOf(), { complete: true });
});

const confirmOther = () =>
  saveSheet([], { formId: otherForm, unitIds: [world.tree.commune], complete: true });

describe('a figure of a sheet that was said to be complete', () => {
  it('is refused where it breaks an error check, and the form and the check are named', async () => {
    const before = await standing();
    const outcome = await saveFigures({ 'CT9.03': 41 });
    expect([told(outcome), outcome.counts.problem]).toEqual([['forms.breaks_complete'], 1]);
    expect(problemsOf(outcome, 'vi')).toEqual([
      'Biểu BM.01 đã được xác nhận đủ; số vừa nhập làm sai kiểm tra: Tiếp nhận phải bằng đã giải quyết cộng đang giải quyết.',
    ]);
    expect(outcome.rows[0]?.place).toBe('CT9.03');
    expect(await standing()).toEqual(before);
    expect((await sheet()).state).toBe('complete');
  });

  it('is saved together with another that keeps the check; the sheet is kept from what comes after them too', async () => {
    place.clock.set(new Date(place.clock.now().getTime() + 1000));
    expect(told(await saveFigures({ 'CT9.03': 41, 'CT9.04': 9 }))).toEqual(['saved', 'saved']);
    expect(await sheet()).toMatchObject({ state: 'changed', broken: [] });
    expect(told(await saveFigures({ 'CT9.03': 42 }))).toEqual(['forms.breaks_complete']);
  });

  it('is refused when it would be emptied', async () => {
    const outcome = await saveFigures({ 'CT9.04': null });
    expect(told(outcome)).toEqual(['forms.lacks_complete']);
    expect(problemsOf(outcome, 'en')).toEqual([
      'The sheet BM.01 was said to be complete, so that none of its cells is left empty.',
    ]);
  });

  it('is told the same in a dry run, and keeps every other value from being saved where all or none are asked', async () => {
    const dry = await saveFigures({ 'CT9.03': 41 }, { dryRun: true });
    expect([told(dry), dry.applied]).toEqual([['forms.breaks_complete'], false]);
    const before = await standing();
    const rows = [...rowsOf({ 'CT9.03': 41 }), ...rowsOf({ 'CT9.01': 5 }, world.tree.otherCommune)];
    const whole = await world.run(undefined, (context, tx) =>
      saveValues(context, tx, { rows, via: 'import', whole: true }),
    );
    expect([told(whole), whole.applied]).toEqual([['forms.breaks_complete', 'saved'], false]);
    expect(await standing()).toEqual(before);
    expect((await sheet(world.formId, world.tree.otherCommune)).values['u.c4']).toBeUndefined();
  });

  it('is refused by another form that shows it too, while that form is still in the making', async () => {
    const cells = [{ ...world.say('c3', 41) }];
    const outcome = await saveSheet(cells, { formId: otherForm });
    expect(outcome.cells.map((one) => one.outcome === 'problem' && one.error.code)).toEqual([
      'forms.breaks_complete',
    ]);
    expect((await sheet()).broken).toEqual([]);
    const confirmed = saveSheet(cells, { formId: otherForm, complete: true });
    await expect(confirmed).rejects.toMatchObject({ type: { code: 'forms.cells_refused' } });
  });

  it('is refused by the form it is saved in and by others alike; what is left keeps both', async () => {
    await confirmOther();
    // BM.01 would take 8 and 42; BM.02 does not.
    const swapped = await saveSheet([world.say('c6', 8), world.say('c7', 42)]);
    expect(swapped.cells.map((one) => one.outcome)).toEqual(['problem', 'problem']);
    // Refused by BM.02, c6 and c7 leave c4 and c5, which BM.01 cannot take alone.
    const all = await saveSheet([
      world.say('c4', 31),
      world.say('c5', 20),
      world.say('c6', 8),
      world.say('c7', 43),
      world.say('c11', 4),
    ]);
    expect(all.cells.map((one) => one.outcome)).toEqual([
      'problem',
      'unchanged',
      'problem',
      'problem',
      'problem',
    ]);
    expect(await sheet()).toMatchObject({ state: 'complete', broken: [] });
    expect((await sheet(otherForm)).state).toBe('complete');
    // The same by figures alone: without those that BM.02 refuses, BM.01 is looked at again.
    const direct = await saveFigures({ 'CT9.01': 31, 'CT9.03': 8, 'CT9.04': 43 });
    expect(told(direct)).toEqual(['forms.breaks_complete', 'forms.breaks_complete', 'forms.breaks_complete']);
    expect(await sheet()).toMatchObject({ state: 'complete', broken: [] });
  });

  it('of another unit or period is saved all the same', async () => {
    const rows = [
      ...rowsOf({ 'CT9.03': 41 }),
      ...rowsOf({ 'CT9.03': 41 }, world.tree.otherCommune),
      ...rowsOf({ 'CT9.03': 41 }).map((row) => ({ ...row, periodCode: '2024-H2' })),
    ];
    const outcome = await world.run(undefined, (context, tx) =>
      saveValues(context, tx, { rows, via: 'import' }),
    );
    expect(told(outcome)).toEqual(['forms.breaks_complete', 'saved', 'figures.window_closed']);
  });
});

it('takes as many statements for two figures of one unit as for all of two units, with complete sheets and without', async () => {
  const both = [world.tree.commune, world.tree.otherCommune];
  const statements = (numbers: Numbers, units: readonly string[]): Promise<number> =>
    world.run(undefined, async (context, tx) => {
      const counted = counting(tx);
      const rows = units.flatMap((unitId) => rowsOf(numbers, unitId));
      await saveValues(context, counted.tx, { rows, via: 'import', dryRun: true });
      return counted.count();
    });
  const [none, otherOnly] = [{ 'CT9.03': 1 }, [world.tree.otherCommune]];
  const all = { 'CT9.01': 61, 'CT9.02': 62, 'CT9.03': 63, 'CT9.04': 60 };
  const other = await world.actor('member', world.tree.otherCommune);
  await saveSheet(cellsOf({}, world.tree.otherCommune), { complete: true }, other);
  expect(await statements(all, both)).toBe(await statements(none, both.slice(0, 1)));
  await world.run(undefined, (_, tx) =>
    tx.rows(query({ id: 'uuid' } as const)`update forms_sheet set is_complete = false returning id`),
  );
  const [few, many] = [await statements(none, otherOnly), await statements(all, both)];
  expect(many).toBe(few);
  // Where nothing is complete the guard asks once.
  expect(few).toBeLessThanOrEqual(8);
});

describe('a confirmation and a direct save that meet', () => {
  const waiting = async (): Promise<boolean> =>
    (
      await place.db.one(query({ waits: 'bool' } as const)`
        select exists (select 1 from pg_locks where locktype = 'advisory' and not granted
          and database = (select oid from pg_database where datname = current_database())) as waits`)
    ).waits;

  /** Does `first`, keeps its transaction open until `second` waits for it, then lets both end. */
  async function meet<A, B>(
    first: (context: Parameters<typeof saveValues>[0], tx: Parameters<typeof saveValues>[1]) => Promise<A>,
    second: () => Promise<B>,
  ): Promise<[A, B | string]> {
    let other: Promise<B | string> | undefined;
    const a = await world.run(commune, async (context, tx) => {
      const done = await first(context, tx);
      other = second().catch((error: { type: { code: string } }) => error.type.code);
      while (!(await waiting())) await new Promise((resolve) => setTimeout(resolve, 5));
      return done;
    });
    if (!other) throw new Error('the second never began');
    return [a, await other];
  }

  const reopened = () =>
    world.run(undefined, (_, tx) =>
      tx.rows(query({ id: 'uuid' } as const)`update forms_sheet set is_complete = false returning id`),
    );

  it('wait for each other: the later one sees what the earlier one left, whichever of them it is', async () => {
    await reopened();
    const confirm = { formId: world.formId, periodCode: '2024-H1', cells: [], via: 'page' as const };
    const units = { unitIds: [world.tree.commune], complete: true };
    const [, saved] = await meet(
      (context, tx) => saveCells(context, tx, { ...confirm, ...units }),
      () => saveFigures({ 'CT9.03': 41 }),
    );
    expect(typeof saved === 'string' ? saved : told(saved)).toEqual(['forms.breaks_complete']);
    expect(await sheet()).toMatchObject({ state: 'complete', broken: [] });
    await reopened();
    const [direct, confirmed] = await meet(
      (context, tx) => saveValues(context, tx, { rows: rowsOf({ 'CT9.03': 41 }), via: 'api' }),
      () => saveSheet([], units),
    );
    expect([told(direct), confirmed]).toEqual([['saved'], 'forms.check_broken']);
    expect((await sheet()).completed).toBeNull();
  });

  it('in any order, twenty times, with saves by another form among them: no complete sheet is broken, nobody waits in a circle', async () => {
    for (let round = 0; round < 20; round++) {
      await reopened();
      await saveFigures({ 'CT9.01': 30, 'CT9.02': 20, 'CT9.03': 40, 'CT9.04': 10 });
      const all = [
        () => saveSheet([], { unitIds: [world.tree.commune], complete: true }),
        () => saveFigures({ 'CT9.03': 41 }),
        () => saveSheet([world.say('c4', 11)], { formId: otherForm }),
      ];
      const begun = [...all.slice(round % 3), ...all.slice(0, round % 3)].map((one) =>
        one().catch((error: { type?: { code: string } }) => {
          if (error.type?.code !== 'forms.check_broken') throw error;
        }),
      );
      await Promise.all(begun);
      const { completed, broken } = await sheet();
      expect(completed !== null && broken.some((check) => check.severity === 'error')).toBe(false);
    }
  });
});
