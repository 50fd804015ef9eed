import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp, type Visitor } from '../../../../test/support/app.ts';
import { COMMUNES_PASSWORD, communesWorld, personAt } from '../../../../test/support/communes-world.ts';
import { htmlProblems } from '../../../../test/support/html-rules.ts';
import { type MadeUnit, madeGeoJson } from '../../../../test/support/made-boundaries.ts';
import { calendarDate } from '../../../kernel/dates.ts';
import { query } from '../../../kernel/db/sql.ts';
import { pointsOf } from '../domain/boundary.ts';
import { boundariesOn, changeUnit, changeUnitInput, mapOn } from '../index.ts';

const d = calendarDate;
let world: TestApp;
let admin: Visitor;
let standing: Visitor;
let root: string;
let first: string;
let second: string;

beforeAll(async () => {
  world = await testApp();
  const ids = await communesWorld(world, { 'Hạ Lễ': '12160', 'Bãi Sậy': '12151', 'Bắc Sơn': null });
  const id = (name: string): string => ids.get(name) ?? '';
  root = id('huyện Ân Thi');
  first = id('Hạ Lễ');
  second = id('Bãi Sậy');
  await personAt(world, 'quan.tri', 'admin', root);
  await personAt(world, 'noi.vu', 'standing', id('Phòng Nội vụ'));
  admin = await world.signIn('quan.tri', COMMUNES_PASSWORD);
  standing = await world.signIn('noi.vu', COMMUNES_PASSWORD);
});
afterAll(() => world.close());

const told = async (answer: Response): Promise<string> =>
  (await answer.text())
    .replace(/<(style|svg)\b.*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

async function upload(units: readonly MadeUnit[], from = '01/01/2024', points = 60): Promise<Response> {
  await admin.get('/don-vi/ranh-gioi');
  const file = new File([madeGeoJson(units, points)], 'ranh-gioi.geojson');
  return admin.post('/don-vi/ranh-gioi', { file, from, source: 'Bản đồ thử, 2021' });
}

/** Uploads, confirms what the preview offers, and answers the page one is led to. */
async function imported(units: readonly MadeUnit[], from?: string, points?: number): Promise<string> {
  const preview = (await upload(units, from, points)).headers.get('location') ?? '';
  await admin.get(preview);
  const fields = Object.fromEntries(new URL(`http://x${preview}`).searchParams);
  const saved = await admin.post('/don-vi/ranh-gioi/xac-nhan', fields);
  expect(saved.status).toBe(303);
  return told(await admin.get(saved.headers.get('location') ?? ''));
}

const rows = async (): Promise<number> =>
  (await world.db.one(query({ n: 'bigint' })`select count(*) as n from units_boundary`)).n;

describe('importing boundaries', () => {
  it('belongs to the administrator', async () => {
    expect((await standing.get('/don-vi/ranh-gioi')).status).toBe(403);
    expect((await world.visitor().get('/don-vi/ranh-gioi')).status).toBe(303);
  });

  it('says what is missing from the form and keeps what was typed', async () => {
    await admin.get('/don-vi/ranh-gioi');
    const answer = await admin.post('/don-vi/ranh-gioi', { from: '31/02/2024', source: '' });
    expect(answer.status).toBe(422);
    const text = await answer.text();
    expect(text).toContain('Chọn tệp GeoJSON.');
    expect(text).toContain('31/02/2024');
    expect(text).toContain('Ghi nguồn của ranh giới');
  });

  it('refuses what is no GeoJSON, in words', async () => {
    await admin.get('/don-vi/ranh-gioi');
    const file = new File(['{"type":"Topology"}'], 'a.json');
    const answer = await admin.post('/don-vi/ranh-gioi', { file, from: '01/01/2024', source: 'Bản đồ' });
    expect(answer.status).toBe(422);
    expect(await told(answer)).toContain('“a.json” không phải là tệp GeoJSON');
  });

  it('names each feature that is no unit of that day, and keeps nothing of the file', async () => {
    const answer = await upload([{ name: 'Hạ Lễ' }, { name: 'Bãi Sẫy' }, { name: 'Cung Trăng' }]);
    const preview = answer.headers.get('location') ?? '';
    const text = await told(await admin.get(preview));
    expect(text).toContain(
      '#2 Không tìm thấy đơn vị “Bãi Sẫy” vào ngày 01/01/2024. Có phải: UBND xã Bãi Sậy?',
    );
    expect(text).toContain('#3 Không tìm thấy đơn vị “Cung Trăng”');
    const fields = Object.fromEntries(new URL(`http://x${preview}`).searchParams);
    expect((await admin.post('/don-vi/ranh-gioi/xac-nhan', fields)).status).toBe(422);
    const early = (await upload([{ name: 'Hạ Lễ' }], '31/12/2020')).headers.get('location') ?? '';
    expect(await told(await admin.get(early))).toContain('“Hạ Lễ” vào ngày 31/12/2020');
    expect(await rows()).toBe(0);
  });

  it('finds units by code or by the bare name, shows them on a map, saves after confirmation and draws them', async () => {
    const preview = (await upload([{ name: 'x', code: '12160' }, { name: 'Bãi Sậy' }])).headers.get(
      'location',
    );
    const page = await admin.get(preview ?? '');
    const markup = await page.text();
    expect(await htmlProblems(markup)).toEqual([]);
    expect(markup).toContain('aria-label="1. UBND xã Bãi Sậy: mới');
    expect(await rows()).toBe(0);
    const after = await imported([{ name: 'x', code: '12160' }, { name: 'Bãi Sậy' }]);
    expect(after).toContain('Đã lưu ranh giới của 2 đơn vị.');
    expect(after).toContain('Chưa có ranh giới: UBND xã Bắc Sơn.');
    expect(after).toContain('Bản đồ thử, 2021');
    const known = await boundariesOn(world.db, d('2024-06-24'));
    expect([...known.keys()].sort()).toEqual([first, second].sort());
    expect(await htmlProblems(await (await admin.get('/don-vi/ranh-gioi?lang=en')).text())).toEqual([]);
    await admin.get('/don-vi/ranh-gioi?lang=vi');
  });

  it('a second import of the same file changes nothing', async () => {
    const before = await rows();
    const preview = (await upload([{ name: 'x', code: '12160' }, { name: 'Bãi Sậy' }])).headers.get(
      'location',
    );
    expect(await told(await admin.get(preview ?? ''))).toContain('không làm đổi ranh giới nào');
    expect(await rows()).toBe(before);
  });

  it('a boundary holds from its day on: earlier days keep theirs, other units too', async () => {
    const before = await boundariesOn(world.db, d('2024-05-31'));
    await imported([{ name: 'Bãi Sậy' }], '01/06/2024', 20);
    const [early, late] = [d('2024-05-31'), d('2024-06-01')];
    expect(await boundariesOn(world.db, early)).toEqual(before);
    const after = await boundariesOn(world.db, late);
    expect(after.get(second)).not.toEqual(before.get(second));
    expect(after.get(first)).toEqual(before.get(first));
    expect((await boundariesOn(world.db, d('2023-12-31'))).size).toBe(0);
  });

  it('keeps fewer points than the file has', async () => {
    await imported([{ name: 'Hạ Lễ' }], '01/06/2024', 4000);
    const kept = (await boundariesOn(world.db, d('2024-06-01'))).get(first);
    expect(pointsOf(kept ?? [])).toBeLessThan(2000);
  });

  it('follows a unit to its new name, and shows it on no day on which it does not stand', async () => {
    const input = changeUnitInput.parse({
      unitId: first,
      from: '2024-07-01',
      name: 'UBND xã Hạ Lễ Mới',
      tier: 'xã',
      kind: 'ubnd',
      parentId: root,
    });
    await world.db.transaction((tx) => changeUnit(world.context(), tx, input));
    expect((await boundariesOn(world.db, d('2024-07-02'))).has(first)).toBe(true);
    expect((await boundariesOn(world.db, d('2020-12-31'))).has(first)).toBe(false);
  });

  it('draws only the units that are asked for, in a frame of their own, and again after an import', async () => {
    const day = d('2024-06-24');
    const before = await mapOn(world.db, day, [first, second]);
    await imported([{ name: 'Bắc Sơn' }, { name: 'Bãi Sậy' }], '20/06/2024', 30);
    const both = await mapOn(world.db, day, [first, second, root]);
    expect([...(both?.shapes.keys() ?? [])].sort()).toEqual([first, second].sort());
    expect(both?.shapes.get(second)).not.toEqual(before?.shapes.get(second));
    expect(await mapOn(world.db, day, [second, first])).toBe(both);
    expect((await mapOn(world.db, day, [first]))?.frame).not.toEqual(both?.frame);
    expect(await mapOn(world.db, day, [root])).toBeUndefined();
  });

  it('shows no district over its communes', async () => {
    await imported([{ name: 'huyện Ân Thi' }], '01/02/2024');
    const page = await (await admin.get('/don-vi/ranh-gioi')).text();
    expect(page).toContain('UBND xã Bãi Sậy: có ranh giới');
    expect(page).not.toContain('UBND huyện Ân Thi: có ranh giới');
  });
});
