import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp, type Visitor } from '../../../../test/support/app.ts';
import { type FormsWorld, formsWorld, unitsSpec, WHOLE_SHEET } from '../../../../test/support/forms-world.ts';
import { personWithPost, TEST_PASSWORD } from '../../../../test/support/people.ts';
import { type Actor, systemActor } from '../../../kernel/authz.ts';
import { calendarDate } from '../../../kernel/dates.ts';
import { type CellToWrite, saveValues, valuesOf } from '../../figures/index.ts';
import { makeToken } from '../../identity/index.ts';
import { createUnit, createUnitInput, unitTree } from '../../units/index.ts';
import { createForm } from '../commands/design-form.ts';
import { publishDraft } from '../commands/publish-form.ts';
import { saveCells } from '../commands/save-cells.ts';
import { formSpecSchema } from '../domain/spec.ts';
import { formLimits } from '../limits.ts';
import { brokenChecks } from './broken-checks.ts';

let place: TestApp;
let world: FormsWorld;
let token: string;
let unitKey: string;
let visitor: Visitor;

beforeAll(async () => {
  place = await testApp();
  world = await formsWorld(place);
  const { personId } = await personWithPost(place, 'xa.mot', { unitId: world.tree.commune, role: 'member' });
  const actor = { ...systemActor, personId };
  token = (
    await place.db.transaction((tx) =>
      makeToken(place.context(actor), tx, { name: 'thử', scopes: ['read', 'write'] }),
    )
  ).secret;
  const units = await unitTree(place.db, place.tenant.clock.today());
  unitKey = units.find(({ id }) => id === world.tree.commune)?.key ?? '';
  visitor = await place.signIn('xa.mot', TEST_PASSWORD);
  // A year ago only a third was received: a warning now.
  const rows = Object.entries({ 'CT9.01': 10, 'CT9.02': 6 }).map(([code, number]) => ({
    code,
    unitId: world.tree.commune,
    periodCode: '2023-H1',
    value: { kind: 'number' as const, number },
  }));
  place.clock.set(new Date('2023-06-20T02:00:00Z'));
  await world.run(undefined, (context, tx) => saveValues(context, tx, { rows, via: 'import' }));
  place.clock.set(new Date('2024-06-24T02:00:00Z'));
});
afterAll(() => place.close());

async function send(values: Record<string, number | null>, more: object = {}) {
  const dataValues = Object.entries(values).map(([dataElement, value]) => ({
    dataElement,
    period: '2024S1',
    orgUnit: unitKey,
    value,
  }));
  const response = await place.app.request('http://danbiet.test/api/v1/figures', {
    method: 'POST',
    headers: {
      host: 'danbiet.test',
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'accept-language': 'vi',
    },
    body: JSON.stringify({ dataValues, ...more }),
  });
  // biome-ignore lint/suspicious/noExplicitAny: an answer in JSON, whose fields the tests name
  return (await response.json()) as any;
}

const BROKEN = {
  form: 'BM.01',
  formName: 'Kết quả giải quyết hồ sơ',
  orgUnit: expect.any(String),
  orgUnitName: 'UBND xã Một',
  period: '2024S1',
  severity: 'error',
  message: 'Tiếp nhận phải bằng đã giải quyết cộng đang giải quyết.',
};
const JUMP = { ...BROKEN, severity: 'warning', message: 'Tăng, giảm trên 50% so với cùng kỳ.' };
const ODD = { 'CT9.01': 30, 'CT9.02': 20, 'CT9.03': 41, 'CT9.04': 10 };

describe('what the API tells of a sheet in the making', () => {
  it('is told in a dry run as if the values stood, with the figures of the cells, errors first; nothing is saved', async () => {
    const answer = await send(ODD, { dryRun: true });
    expect(answer).toMatchObject({ applied: false, counts: { saved: 4, problem: 0 }, checksTotal: 2 });
    expect(answer.checks).toMatchObject([BROKEN, JUMP]);
    expect(answer.checks[0].orgUnit).toBe(unitKey);
    expect(answer.checks[0].cells).toEqual([
      { cell: 'u.c3' },
      { cell: 'u.c6', dataElement: 'CT9.03' },
      { cell: 'u.c7', dataElement: 'CT9.04' },
      { cell: 'u.c4', dataElement: 'CT9.01' },
      { cell: 'u.c5', dataElement: 'CT9.02' },
    ]);
    expect(await valuesOf(place.db, { periodCodes: ['2024-H1'], asOf: null })).toEqual([]);
  });

  it('is saved all the same and told again, also by who sends what stands already; put right, it is told no more', async () => {
    const saved = await send(ODD);
    expect(saved).toMatchObject({ applied: true, counts: { saved: 4 }, checksTotal: 2 });
    expect(saved.checks).toMatchObject([BROKEN, JUMP]);
    const again = await send({ 'CT9.03': 41 });
    expect(again).toMatchObject({ counts: { unchanged: 1 }, checksTotal: 2 });
    expect((await send({ 'CT9.03': 40 })).checks).toMatchObject([JUMP]);
  });

  it('is told as it would be where all or none were asked and one cannot be saved', async () => {
    const answer = await send({ 'CT9.03': 41, 'CT0.00': 1 }, { whole: true });
    expect(answer).toMatchObject({ applied: false, counts: { saved: 1, problem: 1 } });
    expect(answer.checks).toMatchObject([BROKEN, JUMP]);
  });

  it('is nothing for values that no form shows', async () => {
    await world.define({ name: 'Số buổi tập huấn' }, 'CT9.20');
    expect(await send({ 'CT9.20': 1 })).toMatchObject({ counts: { saved: 1 }, checks: [], checksTotal: 0 });
  });
});

describe('whoever is told', () => {
  it('sees what a check looks at: the lead agency of one figure is not told of others’', async () => {
    const justice = await world.run(undefined, async (context, tx) => {
      const { district } = world.tree;
      const given = {
        name: 'Phòng Tư pháp',
        kind: 'phong',
        tier: 'huyện',
        parentId: district,
        from: '2021-01-01',
      };
      return (await createUnit(context, tx, createUnitInput.parse(given))).id;
    });
    const all = await world.define({ name: 'Số vụ hòa giải', ownerUnitId: justice }, 'CT9.30');
    const settled = await world.define({ name: 'Số vụ hòa giải thành', ownerUnitId: justice }, 'CT9.31');
    await publish('BM.05', ['CT9.30', 'CT9.31']);
    await publish('BM.06', ['CT9.30', 'CT9.01']);
    const lead = await world.actor('lead', justice);
    const number = (id: string, n: number): CellToWrite => ({
      figureId: id,
      unitId: world.tree.commune,
      periodCode: '2024-H1',
      value: { kind: 'number', number: n },
    });
    const cells = [number(all, 5), number(settled, 7)];
    const codes = async (actor: Actor): Promise<string[]> =>
      ((await brokenChecks(place.db, actor, cells, true)) ?? []).map((one) => one.form.code);
    expect(await codes(systemActor)).toEqual(['BM.05', 'BM.06']);
    expect(await codes(await world.actor('member', world.tree.commune))).toEqual(['BM.05', 'BM.06']);
    expect(await codes(lead)).toEqual(['BM.05']);
    expect(await codes(await world.actor('member', world.tree.otherCommune))).toEqual([]);
  });

  it('is told that nothing was judged where the sheets are more than one answer judges', async () => {
    const values = await valuesOf(place.db, { unitIds: [world.tree.commune], asOf: null });
    const cells = values.filter((one) => one.periodCode === '2024-H1');
    expect(await brokenChecks(place.db, systemActor, cells, false, 0)).toBeNull();
    expect(await brokenChecks(place.db, systemActor, cells, false, formLimits.judged_sheets)).not.toBeNull();
  });
});

it('the page of one cell shows why a value that would break a confirmed sheet was not saved, and keeps what was typed', async () => {
  const cells = Object.entries(WHOLE_SHEET).map(([column, number]) => world.say(column, number));
  const commune = await world.actor('member', world.tree.commune);
  await world.run(commune, (context, tx) =>
    saveCells(context, tx, {
      formId: world.formId,
      periodCode: '2024-H1',
      cells,
      via: 'page',
      complete: true,
    }),
  );
  const path = `/chi-tieu/CT9.03/so-lieu/${world.tree.commune}/2024-H1`;
  const page = await (await visitor.get(path)).text();
  const revision = /name="revision" value="(\d+)"/.exec(page)?.[1] ?? '';
  const answer = await visitor.post(path, { so_lieu: '77', revision });
  expect(answer.status).toBe(422);
  const shown = await answer.text();
  expect(shown).toContain(
    'Biểu BM.01 đã được xác nhận đủ; số vừa nhập làm sai kiểm tra: Tiếp nhận phải bằng',
  );
  expect(shown).toContain('value="77"');
  const refused = await send({ 'CT9.03': 77 });
  expect(refused).toMatchObject({
    counts: { problem: 1 },
    outcomes: [{ outcome: 'problem', code: 'forms.breaks_complete', place: 'dataValues[0].value' }],
    checks: [],
    checksTotal: 0,
  });
});

async function publish(code: string, [first = '', second = '']: readonly string[]): Promise<void> {
  const ownerUnitId = world.tree.office;
  const bare = unitsSpec(ownerUnitId);
  const column = (key: string, figure: string) => ({
    key,
    label: figure,
    role: 'cells',
    cell: { kind: 'figure', figure, part: 'value', relation: 'this' },
  });
  const spec = {
    ...bare,
    columns: [...bare.columns.slice(0, 2), column('c3', first), column('c4', second)],
    checks: [
      { key: 'k1', severity: 'error', expr: 'c4 <= c3', message: { vi: `Sai ${code}`, en: `Wrong ${code}` } },
    ],
  };
  await world.run(undefined, async (context, tx) => {
    const formId = await createForm(context, tx, { code, ownerUnitId, spec: formSpecSchema.parse(spec) });
    const fromOn = calendarDate('2023-01-01');
    await publishDraft(context, tx, { formId, revision: 1, fromOn, confirmed: true });
  });
}
