import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { type FormsWorld, formsWorld, unitsSpec, WHOLE_SHEET } from '../../../../test/support/forms-world.ts';
import type { Actor } from '../../../kernel/authz.ts';
import { calendarDate } from '../../../kernel/dates.ts';
import { sql } from '../../../kernel/db/sql.ts';
import { AppError } from '../../../kernel/errors.ts';
import { periodByCode } from '../../periods/index.ts';
import type { Sheet } from '../domain/sheet.ts';
import { type FormSpec, formSpecSchema } from '../domain/spec.ts';
import { completenessOf } from '../queries/completeness.ts';
import { formsFor } from '../queries/forms-for.ts';
import { readyForm } from '../queries/ready.ts';
import { sheetsOf } from '../queries/sheets.ts';
import { versionsOf } from '../store/versions.ts';
import { createForm, discardDraft, saveDraft, startDraft } from './design-form.ts';
import { loadFormCatalog } from './load-catalog.ts';
import { endForm, publishDraft } from './publish-form.ts';
import { saveCells } from './save-cells.ts';

let place: TestTenant;
let world: FormsWorld;
let office: Actor;
let commune: Actor;
beforeAll(async () => {
  place = await testTenant();
  world = await formsWorld(place);
  office = await world.actor('standing', world.tree.office);
  commune = await world.actor('member', world.tree.commune);
});
afterAll(() => place.close());

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.catch((thrown: unknown) => thrown);
  if (!(error instanceof AppError)) throw new Error(`not refused: ${String(error)}`);
  return error.type.code;
};

/** A free number, in a form of its own. */
function spec(parts: Partial<FormSpec> = {}): FormSpec {
  const base = formSpecSchema.parse({
    ...unitsSpec(world.tree.office),
    title: 'Số cuộc họp',
    columns: [
      { key: 'c1', label: 'Đơn vị', role: 'label' },
      { key: 'c2', label: 'Số cuộc', role: 'cells', cell: { kind: 'free', input: 'number', required: true } },
    ],
    unitLine: '',
    checks: [],
  });
  return { ...base, ...parts };
}

let codes = 0;
const create = (given: FormSpec, actor: Actor | undefined = office): Promise<string> =>
  world.run(actor, (context, tx) =>
    createForm(context, tx, { code: `T.${++codes}`, ownerUnitId: world.tree.office, spec: given }),
  );
const publish = (formId: string, revision: number, from: string, confirmed = false) =>
  world.run(office, (context, tx) =>
    publishDraft(context, tx, { formId, revision, fromOn: calendarDate(from), confirmed }),
  );
const start = (formId: string) => world.run(office, (context, tx) => startDraft(context, tx, formId));
const save = (formId: string, revision: number, given: FormSpec) =>
  world.run(office, (context, tx) => saveDraft(context, tx, { formId, revision, spec: given }));

describe('making a form', () => {
  it('is for the agency that asks and the standing agency', async () => {
    expect(await codeOf(create(spec(), commune))).toBe('forms.not_allowed');
    const owner = { code: 'T.owner', ownerUnitId: '01a21dd5-9e02-704d-bcae-6a1dcafc5b90', spec: spec() };
    expect(await codeOf(world.run(office, (context, tx) => createForm(context, tx, owner)))).toBe(
      'forms.unknown_owner',
    );
    const taken = { code: 'BM.01', ownerUnitId: world.tree.office, spec: spec() };
    expect(await codeOf(world.run(office, (context, tx) => createForm(context, tx, taken)))).toBe(
      'forms.code_taken',
    );
  });

  it('two people who save one draft do not overwrite each other', async () => {
    const id = await create(spec());
    await save(id, 1, spec({ title: 'Bản của người thứ nhất' }));
    expect(await codeOf(save(id, 1, spec({ title: 'Bản của người thứ hai' })))).toBe('forms.draft_changed');
    expect((await versionsOf(place.db, id))[0]?.version).toMatchObject({
      revision: 2,
      spec: { title: 'Bản của người thứ nhất' },
    });
    expect(await codeOf(start(id))).toBe('forms.draft_exists');
    await world.run(office, (context, tx) => discardDraft(context, tx, { formId: id, revision: 2 }));
    expect(await codeOf(save(id, 3, spec()))).toBe('forms.no_draft');
  });

  it('a draft with problems is kept, but not published; the places are named', async () => {
    const wrong = spec({
      checks: [{ key: 'k1', severity: 'error', expr: 'c2 = c9', message: { vi: 'Sai', en: 'Wrong' } }],
    });
    const id = await create(wrong);
    const error = await publish(id, 1, '2024-01-01').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ type: { code: 'forms.spec_problems' }, fields: [{ field: 'k1' }] });
  });

  it('what is asked elsewhere already is told first: a figure of another form, and a number that resembles a figure', async () => {
    const again = await create(formSpecSchema.parse(unitsSpec(world.tree.office)));
    expect(await codeOf(publish(again, 1, '2024-01-01'))).toBe('forms.asked_elsewhere');
    const similar = spec({
      columns: [
        { key: 'c1', label: 'Đơn vị', role: 'label' },
        {
          key: 'c2',
          label: 'Hồ sơ đang giải quyết',
          role: 'cells',
          cell: { kind: 'free', input: 'number', decimals: 0, required: true },
        },
      ],
      unitLine: 'Đơn vị tính: hồ sơ',
    });
    const resembling = await create(similar);
    expect(await codeOf(publish(resembling, 1, '2024-01-01'))).toBe('forms.asked_elsewhere');
    await publish(resembling, 1, '2024-01-01', true);
    await world.run(office, (context, tx) =>
      endForm(context, tx, { formId: resembling, askedUntil: calendarDate('2024-01-31') }),
    );
  });
});

describe('a version that is published', () => {
  it('never changes, also for the database', async () => {
    const write = place.db.transaction((tx) =>
      tx.run(sql`update forms_version set spec = '{}' where form_id = ${world.formId}::uuid`),
    );
    await expect(write).rejects.toThrow('never changes');
    const remove = place.db.transaction((tx) =>
      tx.run(sql`delete from forms_version where form_id = ${world.formId}::uuid`),
    );
    await expect(remove).rejects.toThrow();
  });

  it('is followed by another, which carries figures over by code and free cells by key, while old periods keep the old one', async () => {
    const cells = Object.entries(WHOLE_SHEET).map(([column, number]) => world.say(column, number));
    const given = {
      formId: world.formId,
      periodCode: '2024-H1',
      cells,
      via: 'page' as const,
      complete: true,
    };
    await world.run(commune, (context, tx) => saveCells(context, tx, given));
    const sheet = async (code: string): Promise<Sheet | undefined> => {
      const period = await periodByCode(place.db, code);
      const ready = period && (await readyForm(place.db, world.formId, period));
      return (
        ready && (await sheetsOf(place.db, ready, { unitIds: [world.tree.commune], period, asOf: null }))[0]
      );
    };
    expect((await sheet('2024-H1'))?.state).toBe('complete');
    await start(world.formId);
    const next = formSpecSchema.parse(unitsSpec(world.tree.office));
    const renamed = next.columns.map((column) =>
      column.key === 'c11' ? { ...column, label: 'Số quầy tiếp dân' } : column,
    );
    const swapped = {
      ...next,
      columns: [...renamed.slice(0, 3), renamed[4], renamed[3], ...renamed.slice(5)],
    };
    await save(world.formId, 1, formSpecSchema.parse(swapped));
    expect(await codeOf(publish(world.formId, 2, '2023-06-30', true))).toBe('forms.from_too_early');
    await publish(world.formId, 2, '2024-06-30', true);
    const [before, after] = [await sheet('2023-H2'), await sheet('2024-H1')];
    const versions = await versionsOf(place.db, world.formId);
    expect(versions.map(({ version }) => [version.number, version.state])).toEqual([
      [2, 'published'],
      [1, 'published'],
    ]);
    expect([before?.versionId, after?.versionId]).toEqual([versions[1]?.version.id, versions[0]?.version.id]);
    expect(after?.values).toMatchObject({ 'u.c4': { number: 30 }, 'u.c11': { number: 3 } });
    expect(after).toMatchObject({ state: 'changed', completed: { versionId: versions[1]?.version.id } });
  });

  it('is asked no more after its last day, and again when that is taken back', async () => {
    const period = await periodByCode(place.db, '2024-H1');
    if (!period) throw new Error('no period');
    const names = async () =>
      (await formsFor(place.db, world.tree.commune, period)).map(({ form }) => form.code);
    const until = (askedUntil: string | null) =>
      world.run(office, (context, tx) =>
        endForm(context, tx, {
          formId: world.formId,
          askedUntil: askedUntil === null ? null : calendarDate(askedUntil),
        }),
      );
    expect(await names()).toContain('BM.01');
    await until('2024-06-29');
    expect(await names()).not.toContain('BM.01');
    await until(null);
    expect(await names()).toContain('BM.01');
    expect(await codeOf(until('2023-01-01'))).toBe('forms.still_awaited');
  });
});

describe('how far units are', () => {
  it('is told for all units and forms at once, only where they are asked', async () => {
    const period = await periodByCode(place.db, '2024-H1');
    if (!period) throw new Error('no period');
    const units = [world.tree.commune, world.tree.otherCommune, world.tree.office];
    const { forms, sheets } = await completenessOf(place.db, units, period);
    expect(forms.map(({ form }) => form.code)).toEqual(['BM.01']);
    expect(sheets.map(({ unitId, asked, filled, errors }) => [unitId, asked, filled, errors])).toEqual([
      [world.tree.commune, 7, 7, 0],
      [world.tree.otherCommune, 7, 0, 0],
    ]);
    const quarter = await periodByCode(place.db, '2024-Q2');
    if (!quarter) throw new Error('no period');
    expect((await completenessOf(place.db, units, quarter)).sheets).toEqual([]);
  });
});

describe('forms that ship', () => {
  it('are refused where the tenant has not the units or figures they name, and are loaded once', async () => {
    const load = (given?: Parameters<typeof loadFormCatalog>[2]) =>
      world.run(office, (context, tx) =>
        given ? loadFormCatalog(context, tx, given) : loadFormCatalog(context, tx),
      );
    expect(await codeOf(load())).toBe('forms.catalog_unfit');
    const { asked: _, ...bare } = spec();
    const one = {
      v: 1 as const,
      code: 'S.01',
      owner: 'no-such-unit',
      from: '2024-01-01',
      source: 'thử',
      by: ['group:communes'],
      periods: [{ kind: 'half' }],
      spec: bare,
    };
    expect(await codeOf(load([one]))).toBe('forms.catalog_unfit');
    expect(await codeOf(load([{ ...one, by: ['group:nobody'] }]))).toBe('forms.catalog_unfit');
    expect(await load([{ ...one, code: 'BM.01' }])).toEqual({ added: [], kept: ['BM.01'] });
    expect(await codeOf(world.run(commune, (context, tx) => loadFormCatalog(context, tx, [])))).toBe(
      'forms.not_allowed',
    );
  });
});
