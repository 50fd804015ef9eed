import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestApp, testApp, type Visitor } from '../../../../test/support/app.ts';
import { type FiguresWorld, figuresWorld } from '../../../../test/support/figures-world.ts';
import { htmlProblems } from '../../../../test/support/html-rules.ts';
import { personWithPost, TEST_PASSWORD } from '../../../../test/support/people.ts';
import { query } from '../../../kernel/db/sql.ts';
import { saveValues } from '../../figures/index.ts';
import { createUnit, createUnitInput } from '../../units/index.ts';

const TOTALS = '/bao-cao/tong-hop';
const PERIOD = '2024-H1';
const NOW = '2024-06-24T02:00:00Z';
const AFTER_DUE = '2024-07-08T02:00:00Z';

let place: TestApp;
let world: FiguresWorld;
let justice: string;
let visitors: Readonly<Record<string, Visitor>>;
const asked = { enteredBy: { groups: ['communes'], kinds: [], unitIds: [] } };

async function say(code: string, unitId: string, number: number): Promise<void> {
  const value = { kind: 'number' as const, number };
  const { rows } = await world.run(undefined, (context, tx) =>
    saveValues(context, tx, { rows: [{ code, unitId, periodCode: PERIOD, value }], via: 'page' }),
  );
  expect(rows[0]?.outcome).toBe('saved');
}

/** Everybody signs in on the day: a session of another day has ended. */
async function on(instant: string): Promise<void> {
  place.clock.set(new Date(instant));
  const names = ['noi.vu', 'tu.phap', 'chu.tich', 'xa.mot', 'xa.hai'];
  const signed = await Promise.all(names.map((name) => place.signIn(name, TEST_PASSWORD)));
  visitors = Object.fromEntries(names.map((name, index) => [name, signed[index] as Visitor]));
}

const as = (name: string): Visitor => visitors[name] as Visitor;

/** What a page says, without its marks. */
async function words(response: Response): Promise<string> {
  const text = await response.text();
  expect(await htmlProblems(text)).toEqual([]);
  return text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

beforeAll(async () => {
  place = await testApp();
  world = await figuresWorld(place);
  const { tree } = world;
  justice = await world.run(undefined, async (context, tx) => {
    const facts = { name: 'Phòng Tư pháp', kind: 'phong', tier: 'huyện', parentId: tree.district };
    return (await createUnit(context, tx, createUnitInput.parse({ ...facts, from: '2021-01-01' }))).id;
  });
  await personWithPost(place, 'noi.vu', { unitId: tree.office, role: 'standing' });
  await personWithPost(place, 'tu.phap', { unitId: justice, role: 'lead' });
  await personWithPost(place, 'chu.tich', { unitId: tree.district, role: 'leader' });
  await personWithPost(place, 'xa.mot', { unitId: tree.commune, role: 'member' });
  await personWithPost(place, 'xa.hai', { unitId: tree.otherCommune, role: 'member' });
  await world.define({ ...asked, name: 'Số vụ hòa giải', ownerUnitId: justice }, 'CT7.01');
  await world.define({ ...asked, name: 'Số hồ sơ một cửa' }, 'CT5.01');
  place.clock.set(new Date(NOW));
  await say('CT7.01', tree.commune, 120);
  await say('CT7.01', tree.otherCommune, 30);
  await say('CT5.01', tree.commune, 7);
});
beforeEach(() => on(NOW));
afterAll(() => place.close());

const board = (name: string, search = ''): Promise<Response> =>
  as(name).get(`${TOTALS}?ky=${PERIOD}${search}`);
const cell = (unitId: string, code = 'CT7.01'): string => `${TOTALS}/${PERIOD}/${code}/dieu-chinh/${unitId}`;

async function lastAct(): Promise<string> {
  const found = await place.db.row(query({ id: 'uuid' } as const)`
    select id from reports_adjustment order by seq desc limit 1`);
  return found?.id ?? '';
}

describe('totals', () => {
  it('are of every unit for the standing agency and the chairman, with who is missing', async () => {
    for (const name of ['noi.vu', 'chu.tich']) {
      const text = await words(await board(name));
      expect(text).toMatch(/Số vụ hòa giải .* 150 .*2\/2/);
      expect(text).toMatch(/Số hồ sơ một cửa .* 7 .*1\/2/);
    }
  });

  it('are of its sector everywhere for a lead agency, and of nothing else', async () => {
    const text = await words(await board('tu.phap'));
    expect(text).toMatch(/Số vụ hòa giải .* 150 .*2\/2/);
    expect(text).not.toContain('Số hồ sơ một cửa');
  });

  it('are a commune’s own for a commune', async () => {
    const text = await words(await board('xa.hai', `&don-vi=${world.tree.district}`));
    expect(text).toMatch(/Số vụ hòa giải .* 30 .*1\/1/);
    expect(text).not.toContain('150');
    expect(text).toMatch(/Số hồ sơ một cửa .* chưa có số .*0\/1/);
  });

  it('go down the territory unit by unit, and each total down to its units', async () => {
    const down = await words(await board('noi.vu', '&xem=dia-ban'));
    expect(down).toMatch(/UBND xã Một 2 2 0 0 0/);
    expect(down).toMatch(/UBND xã Hai 2 1 0 1 0/);
    const units = await words(await as('noi.vu').get(`${TOTALS}/${PERIOD}/CT5.01`));
    expect(units).toMatch(/UBND xã Một 7 được tính/);
    expect(units).toMatch(/UBND xã Hai chưa có số chưa nhập/);
    const own = await words(
      await as('xa.hai').get(`${TOTALS}/${PERIOD}/CT7.01?don-vi=${world.tree.district}`),
    );
    expect(own).not.toContain('UBND xã Một');
  });

  it('come as files', async () => {
    for (const format of ['xlsx', 'csv'])
      for (const path of [TOTALS, '/bao-cao/doi-chieu', '/bao-cao/tien-do']) {
        const response = await as('noi.vu').get(`${path}?ky=${PERIOD}&dinh-dang=${format}`);
        expect(response.status).toBe(200);
        expect(response.headers.get('content-disposition')).toContain(`.${format}`);
      }
    const csv = await (await board('noi.vu', '&dinh-dang=csv')).text();
    expect(csv).toMatch(/CT7\.01.*150/);
  });

  it('answer programs within what the caller may see', async () => {
    const response = await as('xa.hai').get('/api/v1/totals?period=2024S1&figure=CT7.01');
    const { totals } = (await response.json()) as { totals: { sector: unknown; period: string }[] };
    expect(totals).toMatchObject([
      { period: '2024S1', sector: { asked: 1, filled: 1, total: { value: 30 }, adjusted: null } },
    ]);
    expect((await as('noi.vu').get('/api/v1/totals?period=1999S1')).status).toBe(404);
  });

  it('of an unknown figure or period are 404, and nobody reads them unsigned', async () => {
    expect((await as('noi.vu').get(`${TOTALS}/${PERIOD}/CT9.99`)).status).toBe(404);
    expect((await as('noi.vu').get(`${TOTALS}/1999-H1/CT7.01`)).status).toBe(404);
    expect((await as('noi.vu').get(`${TOTALS}?as_of=2030-01-01`)).status).toBe(422);
    expect((await place.visitor().get(TOTALS)).status).toBe(303);
  });
});

describe('a board that is opened without a period', () => {
  const shown = async (path: string): Promise<string> => {
    const text = await (await as('noi.vu').get(path)).text();
    return /<option value="([^"]+)" selected[^>]*>/.exec(text)?.[1] ?? '';
  };

  it.each([
    [NOW, PERIOD],
    ['2024-07-04T09:00:00Z', PERIOD],
    ['2024-07-04T17:00:00Z', '2024-M07'],
  ])('at %s shows the period whose reporting is current, on each of the three', async (instant, code) => {
    await on(instant);
    for (const path of [TOTALS, '/bao-cao/doi-chieu', '/bao-cao/tien-do'])
      expect(await shown(path)).toBe(code);
  });

  it('shows on a day of the past what was current then, and is reached from the list of reports on that day', async () => {
    await on('2024-07-08T02:00:00Z');
    expect(await shown(`${TOTALS}?as_of=2024-06-30`)).toBe(PERIOD);
    for (const name of ['noi.vu', 'xa.mot', 'tu.phap'])
      for (const path of [TOTALS, '/bao-cao/doi-chieu', '/bao-cao/tien-do']) {
        expect(await (await as(name).get('/bao-cao')).text()).toContain(`href="${path}"`);
        const then = await (await as(name).get('/bao-cao?as_of=2024-06-30')).text();
        expect(then).toContain(`href="${path}?as_of=2024-06-30"`);
        expect((await as(name).get(path)).status).toBe(200);
      }
  });
});

describe('an adjustment', () => {
  it('stands beside the unit’s number with reason and author, counts in the sector’s total, and can be withdrawn', async () => {
    const { commune } = world.tree;
    const form = { so: '118', ly_do: 'Hai vụ ghi trùng theo sổ thụ lý', sau: '' };
    expect((await as('tu.phap').post(cell(commune), form)).status).toBe(303);
    const total = await words(await board('noi.vu'));
    expect(total).toMatch(/Số vụ hòa giải .* 150 148 điều chỉnh 1 đơn vị/);
    const own = await words(await as('xa.mot').get(cell(commune)));
    expect(own).toMatch(/Số của đơn vị 120 .*điều chỉnh thành 118 .*Hai vụ ghi trùng/);
    const differences = await words(await as('noi.vu').get(`/bao-cao/doi-chieu?ky=${PERIOD}`));
    expect(differences).toMatch(
      /Số vụ hòa giải CT7\.01 UBND xã Một 118 120 cơ quan chủ trì điều chỉnh UBND xã Một: sửa số, hoặc nêu căn cứ để Phòng Tư pháp/,
    );
    const before = await words(await board('noi.vu', '&as_of=2024-06-23'));
    expect(before).not.toContain('148');

    // The second of two people at one cell is told, and loses nothing of what was typed.
    const second = await as('tu.phap').post(cell(commune), { ...form, so: '117' });
    expect(second.status).toBe(409);
    expect(await second.text()).toMatch(/name="so"[^>]*value="117"/);

    const sau = await lastAct();
    expect((await as('tu.phap').post(`${cell(commune)}/rut`, { ly_do: '', sau })).status).toBe(422);
    expect(
      (await as('tu.phap').post(`${cell(commune)}/rut`, { ly_do: 'Xã đã giải trình', sau })).status,
    ).toBe(303);
    expect((await as('tu.phap').post(`${cell(commune)}/rut`, { ly_do: 'Lần nữa', sau })).status).toBe(409);
    const after = await words(await as('xa.mot').get(cell(commune)));
    expect(after).toMatch(/Rút điều chỉnh Xã đã giải trình .*Điều chỉnh thành 118 Hai vụ ghi trùng/);
    const equal = await words(await as('noi.vu').get(`/bao-cao/doi-chieu?ky=${PERIOD}`));
    expect(equal).toContain('Hai cách tổng hợp khớp nhau');
  });

  it('is the lead agency’s alone: others are refused, and who may not see the cell finds none', async () => {
    const form = { so: '5', ly_do: 'Không đúng sổ', sau: '' };
    const { commune } = world.tree;
    expect((await as('noi.vu').post(cell(commune), form)).status).toBe(403);
    expect((await as('xa.mot').post(cell(commune), form)).status).toBe(403);
    expect((await as('xa.hai').post(cell(commune), form)).status).toBe(404);
    expect((await as('xa.hai').get(cell(commune))).status).toBe(404);
    expect((await as('tu.phap').post(cell(commune, 'CT5.01'), form)).status).toBe(404);
  });

  it.each([
    ['no number', { so: '', ly_do: 'Có lý do' }, 'Điều chỉnh phải là một số'],
    ['what is no number', { so: 'nhiều', ly_do: 'Có lý do' }, 'nhiều'],
    ['less than nothing', { so: '-3', ly_do: 'Có lý do' }, '-3'],
    ['the same number', { so: '30', ly_do: 'Có lý do' }, 'bằng đúng số đang được tính'],
    ['no reason', { so: '31', ly_do: '' }, 'Chưa nhập lý do'],
  ])('of %s is refused with what was typed', async (_, form, told) => {
    const response = await as('tu.phap').post(cell(world.tree.otherCommune), { ...form, sau: '' });
    expect(response.status).toBe(422);
    const text = await response.text();
    expect(text).toContain(told);
    expect(await htmlProblems(text)).toEqual([]);
  });
});

describe('late entries', () => {
  it('are in neither total and are listed with who decides; what changed after the cut-off too', async () => {
    await on('2024-07-02T02:00:00Z');
    await say('CT7.01', world.tree.commune, 125);
    await on(AFTER_DUE);
    await say('CT5.01', world.tree.otherCommune, 9);
    const text = await words(await as('noi.vu').get(`/bao-cao/doi-chieu?ky=${PERIOD}&voi=chot`));
    expect(text).toMatch(/Số hồ sơ một cửa CT5\.01 UBND xã Hai không tính không tính nhập sau hạn/);
    expect(text).toMatch(/Số vụ hòa giải CT7\.01 UBND xã Một 125 120 nhập hoặc sửa sau khi/);
    const total = await words(await board('noi.vu'));
    expect(total).toMatch(/Số hồ sơ một cửa .* 7 .*1\/2 0 0 1/);
    const atCutOff = await words(await board('noi.vu', '&as_of=2024-06-30'));
    expect(atCutOff).toMatch(/Số vụ hòa giải .* 150 /);
  });
});
