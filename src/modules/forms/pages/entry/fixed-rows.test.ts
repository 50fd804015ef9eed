import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp, type Visitor } from '../../../../../test/support/app.ts';
import { type FormsWorld, formsWorld } from '../../../../../test/support/forms-world.ts';
import { htmlProblems } from '../../../../../test/support/html-rules.ts';
import { personWithPost, TEST_PASSWORD } from '../../../../../test/support/people.ts';
import { calendarDate } from '../../../../kernel/dates.ts';
import { createForm } from '../../commands/design-form.ts';
import { publishDraft } from '../../commands/publish-form.ts';
import type { EntryData } from '../../domain/entry-data.ts';
import { formSpecSchema } from '../../domain/spec.ts';

let place: TestApp;
let world: FormsWorld;
let commune: Visitor;
let office: Visitor;
let formId: string;

const row = (key: string, label: string, figure: string | null, level = 1) => ({ key, label, figure, level });

/** Two groups of rows; the last row of the first adds up the others, the second group is asked of offices alone. */
const SPEC = {
  v: 1,
  title: 'Tiếp dân và công khai',
  dimension: 5,
  columns: [
    { key: 'c1', label: 'TT', role: 'order' },
    { key: 'c2', label: 'Chỉ tiêu', role: 'label' },
    { key: 'c3', label: 'Đơn vị tính', role: 'measure' },
    { key: 'c4', label: 'Kỳ này', cell: { kind: 'figure' } },
    { key: 'c5', label: 'Kỳ trước', cell: { kind: 'figure', relation: 'previous' } },
  ],
  rows: {
    kind: 'fixed',
    rows: [
      { key: 'g1', kind: 'group', level: 0, order: 'I', label: 'Tiếp dân' },
      { ...row('r1', 'Số lượt tiếp', 'CT8.01'), order: '1', measure: 'lượt' },
      { ...row('r2', 'Số đoàn đông người', 'CT8.02'), order: '2', measure: 'đoàn' },
      {
        ...row('r3', 'Cộng', null),
        order: '3',
        cell: { kind: 'formula', expr: 'r1.c4 + r2.c4' },
      },
      { key: 'g2', kind: 'group', level: 0, order: 'II', label: 'Việc của các phòng' },
      { ...row('r4', 'Số văn bản đã ban hành', 'CT8.03'), order: '4' },
    ],
  },
  checks: [
    {
      key: 'k1',
      severity: 'error',
      expr: 'r3.c4 <= 100',
      message: { vi: 'Tổng không quá 100.', en: 'At most 100 in all.' },
    },
  ],
};

beforeAll(async () => {
  place = await testApp();
  world = await formsWorld(place);
  const { tree } = world;
  await world.define({ name: 'Số lượt tiếp công dân' }, 'CT8.01');
  await world.define({ name: 'Số đoàn đông người' }, 'CT8.02');
  const offices = { groups: [], kinds: [], unitIds: [tree.office] };
  await world.define({ name: 'Số văn bản đã ban hành', enteredBy: offices }, 'CT8.03');
  const by = { groups: ['communes'], kinds: [], unitIds: [tree.office] };
  formId = await world.run(undefined, async (context, tx) => {
    const spec = formSpecSchema.parse({ ...SPEC, asked: { periods: [{ kind: 'half' }], by } });
    const id = await createForm(context, tx, { code: 'BM.02', ownerUnitId: tree.office, spec });
    const fromOn = calendarDate('2023-01-01');
    await publishDraft(context, tx, { formId: id, revision: 1, fromOn, confirmed: true });
    return id;
  });
  await personWithPost(place, 'xa.mot', { unitId: tree.commune, role: 'member' });
  await personWithPost(place, 'noi.vu', { unitId: tree.office, role: 'standing' });
  commune = await place.signIn('xa.mot', TEST_PASSWORD);
  office = await place.signIn('noi.vu', TEST_PASSWORD);
});
afterAll(() => place.close());

const sheet = (): string => `/so-lieu/${world.tree.commune}/2024-H1/${formId}`;
const many = (): string => `/so-lieu/${formId}/2024-H1/tat-ca`;

async function read(visitor: Visitor, path: string): Promise<string> {
  const answer = await visitor.get(path);
  expect(answer.status, path).toBe(200);
  const text = await answer.text();
  expect(await htmlProblems(text), path).toEqual([]);
  return text;
}

function unescaped(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}

function dataOf(page: string): EntryData {
  return JSON.parse(unescaped(/data-entry="([^"]*)"/.exec(page)?.[1] ?? '')) as EntryData;
}

describe('a form of fixed rows', () => {
  it('shows a unit the rows that are asked of it, and the whole form when asked', async () => {
    const page = await read(commune, sheet());
    expect(page).toContain('Số lượt tiếp');
    expect(page).toContain('Cộng');
    expect(page).not.toContain('Số văn bản đã ban hành');
    expect(page).not.toContain('Việc của các phòng');
    expect(page).toContain('Không hiện 2 dòng');
    const all = await read(commune, `${sheet()}?dong=tat-ca`);
    expect(all).toContain('Việc của các phòng');
    expect(all).toContain('không nhập');
    const ofOffice = await read(office, `/so-lieu/${world.tree.office}/2024-H1/${formId}`);
    expect(ofOffice).toContain('name="o.r4.c4"');
    expect(ofOffice).not.toContain('name="o.r1.c4"');
  });

  it('names each cell by its row and column, and each group by its heading', async () => {
    const page = await read(commune, sheet());
    expect(page).toContain('aria-label="1 Số lượt tiếp: Kỳ này"');
    expect(page).toMatch(/<th scope="rowgroup" colspan="4">Tiếp dân<\/th>/);
  });

  it('is a table of units row by row for its agency; the browser is given what that row’s checks read, and no more', async () => {
    await commune.get(sheet());
    const seen = JSON.stringify({ 'o.r1.c4': [0, ''], 'o.r2.c4': [0, ''] });
    const saved = await commune.post(sheet(), { da_thay: seen, 'o.r1.c4': '60', 'o.r2.c4': '50' });
    expect(saved.status).toBe(303);
    const first = await read(office, many());
    expect(first).toMatch(/<option value="r1" selected ?>1 Số lượt tiếp</);
    expect(unescaped(first)).toContain('UBND xã Một: Tổng không quá 100.');
    const data = dataOf(first);
    expect(data.form.cells.map(({ key }) => key)).toEqual(['r1.c4', 'r1.c5', 'r2.c4', 'r3.c4']);
    expect(first).toContain(`href="#f-o-${world.tree.commune}-r1-c4"`);
    expect(data.sheets.map(({ name }) => name)).toContain('UBND xã Hai');
    const none = await read(office, `${many()}?dong=r3`);
    expect(none).not.toContain('entry-grid');
    expect(none).toContain('110');
  });
});
