import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp, type Visitor } from '../../../../../test/support/app.ts';
import { fillWorkbook } from '../../../../../test/support/fill-workbook.ts';
import { type FormsWorld, formsWorld, unitsSpec } from '../../../../../test/support/forms-world.ts';
import { personWithPost, TEST_PASSWORD } from '../../../../../test/support/people.ts';
import { calendarDate } from '../../../../kernel/dates.ts';
import { createForm } from '../../commands/design-form.ts';
import { publishDraft } from '../../commands/publish-form.ts';
import { saveCells } from '../../commands/save-cells.ts';
import { formSpecSchema } from '../../domain/spec.ts';

let app: TestApp;
let world: FormsWorld;
let clerk: Visitor;
let stranger: Visitor;
let office: Visitor;
let sheet = '';
beforeAll(async () => {
  app = await testApp();
  world = await formsWorld(app);
  await personWithPost(app, 'xamot', { unitId: world.tree.commune, role: 'member' });
  await personWithPost(app, 'xahai', { unitId: world.tree.otherCommune, role: 'member' });
  await personWithPost(app, 'noivu', { unitId: world.tree.office, role: 'standing' });
  clerk = await app.signIn('xamot', TEST_PASSWORD);
  stranger = await app.signIn('xahai', TEST_PASSWORD);
  office = await app.signIn('noivu', TEST_PASSWORD);
  sheet = `/so-lieu/${world.tree.commune}/2024-H1/${world.formId}`;
});
afterAll(() => app.close());

const download = async (who: Visitor, path: string): Promise<Uint8Array> => {
  const answer = await who.get(path);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    expect.stringContaining('spreadsheetml'),
  ]);
  return new Uint8Array(await answer.arrayBuffer());
};
const upload = (bytes: Uint8Array, who = clerk): Promise<Response> =>
  who.post(`${sheet}/nhap-tep`, { file: new File([new Uint8Array(bytes)], 'BM.01.xlsx') });
const seenIn = (text: string): string => /name="seen" value="([0-9a-f]+)"/.exec(text)?.[1] ?? '';

describe('a sheet as a workbook', () => {
  it('is downloaded by those who see the sheet', async () => {
    expect((await download(clerk, `${sheet}/tep`)).byteLength).toBeGreaterThan(3000);
    expect((await stranger.get(`${sheet}/tep`)).status).toBe(404);
    expect((await app.visitor().get(`${sheet}/tep`)).status).toBe(303);
  });

  it('holds all units in one table where rows are units, and one unit where they are not', async () => {
    await download(office, `/so-lieu/${world.formId}/2024-H1/tat-ca/tep`);
    const spec = {
      ...unitsSpec(world.tree.office),
      checks: [],
      rows: { kind: 'fixed' as const, rows: [{ key: 'r1', label: 'Một' }] },
    };
    const id = await world.run(undefined, async (context, tx) => {
      const made = await createForm(context, tx, {
        code: 'BM.02',
        ownerUnitId: world.tree.office,
        spec: formSpecSchema.parse(spec),
      });
      await publishDraft(context, tx, {
        formId: made,
        revision: 1,
        fromOn: calendarDate('2024-01-01'),
        confirmed: true,
      });
      return made;
    });
    expect((await office.get(`/so-lieu/${id}/2024-H1/tat-ca/tep`)).status).toBe(422);
    await download(clerk, `/so-lieu/${world.tree.commune}/2024-H1/${id}/tep`);
  });
});

describe('a workbook that comes back', () => {
  it('is looked at, then written; afterwards it is closed', async () => {
    expect((await clerk.get(`${sheet}/nhap-tep`)).status).toBe(200);
    const bytes = fillWorkbook(await download(clerk, `${sheet}/tep`), {
      D9: 1234,
      E9: 20,
      F9: 'không có số liệu: máy hỏng',
    });
    const sent = await upload(bytes);
    const at = sent.headers.get('location') ?? '';
    expect([sent.status, at]).toEqual([303, expect.stringMatching(/^\/so-lieu\/tep\/[0-9a-f-]{36}$/)]);
    const text = await (await clerk.get(at)).text();
    for (const words of ['Biểu!D9', '1.234', 'không có số liệu: máy hỏng', 'Ghi 3 ô'])
      expect(text).toContain(words);
    expect((await stranger.get(at)).status).toBe(404);
    const stale = await clerk.post(at, { seen: 'other' });
    expect([stale.status, await stale.text()]).toEqual([
      409,
      expect.stringContaining('Số liệu đã thay đổi sau khi bạn xem trước'),
    ]);
    const done = await clerk.post(at, { seen: seenIn(text) });
    expect([done.status, done.headers.get('location')]).toEqual([303, sheet]);
    expect((await clerk.get(at)).status).toBe(409);
    expect((await clerk.post(at, { seen: seenIn(text) })).status).toBe(409);
  });

  it('names each cell that cannot be taken, and offers nothing to write', async () => {
    const bytes = fillWorkbook(await download(clerk, `${sheet}/tep`), { D9: -5, H9: 4 });
    const at = (await upload(bytes)).headers.get('location') ?? '';
    const text = await (await clerk.get(at)).text();
    for (const words of ['Biểu!D9', 'Số liệu không thể nhỏ hơn 0', 'Biểu!H9', 'Thiếu tử số hoặc mẫu số'])
      expect(text).toContain(words);
    expect(text).not.toContain('name="seen"');
    expect((await clerk.post(`${at}/bo`, {})).headers.get('location')).toBe('/so-lieu');
  });

  it('shows what somebody changed meanwhile, and what would not add up', async () => {
    const bytes = fillWorkbook(await download(clerk, `${sheet}/tep`), { D9: 7, F9: 50, G9: 1 });
    await world.run(undefined, (context, tx) =>
      saveCells(context, tx, {
        formId: world.formId,
        periodCode: '2024-H1',
        cells: [world.say('c4', 99)],
        via: 'page',
      }),
    );
    const at = (await upload(bytes)).headers.get('location') ?? '';
    const text = await (await clerk.get(at)).text();
    expect(text).toContain('đã đổi thành 99 sau khi bạn tải tệp về');
    expect(text).toContain('Tiếp nhận phải bằng đã giải quyết cộng đang giải quyết.');
  });

  it('is refused on the page when it is none of ours or there is none', async () => {
    const moved = await upload(fillWorkbook(await download(clerk, `${sheet}/tep`), { D8: '(9)' }));
    expect([moved.status, await moved.text()]).toEqual([
      422,
      expect.stringContaining('ô Biểu!D8 không còn như lúc tải về'),
    ]);
    expect((await clerk.post(`${sheet}/nhap-tep`, {})).status).toBe(422);
    expect((await stranger.get(`${sheet}/nhap-tep`)).status).toBe(404);
  });

  it('that changes nothing says so', async () => {
    const at = (await upload(await download(clerk, `${sheet}/tep`))).headers.get('location') ?? '';
    expect(await (await clerk.get(at)).text()).toContain('Tệp không thay đổi ô nào.');
  });
});
