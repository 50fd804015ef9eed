import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { htmlProblems } from '../../../test/support/html-rules.ts';
import { TEST_PASSWORD } from '../../../test/support/people.ts';
import { calendarDate } from '../../kernel/dates.ts';
import { query } from '../../kernel/db/sql.ts';
import { unitTree } from '../units/index.ts';
import { firstSetUp, isSetUpNeeded, newSetUpCode, workingYear } from './commands/set-up.ts';

let place: TestApp;
let code: string;

beforeAll(async () => {
  place = await testApp();
  code = (await newSetUpCode(place.tenant)) ?? '';
});
afterAll(() => place.close());

const form = {
  username: 'quantri',
  fullName: 'Phạm Thị Quản Trị',
  email: '',
  title: 'Quản trị hệ thống',
  password: TEST_PASSWORD,
  passwordAgain: TEST_PASSWORD,
  unitName: 'UBND tỉnh Thử Nghiệm',
  unitKind: 'ubnd',
  tiers: 'tỉnh\r\nxã\r\n\r\nthôn\r\n',
  year: '2025',
};

describe('the first set-up', () => {
  it('is open while nobody has an account, with the code of the console filled in', async () => {
    const response = await place.visitor().get(`/thiet-lap?ma=${code}`);
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(page).toContain(`value="${code}"`);
    expect(await htmlProblems(page)).toEqual([]);
    expect(await isSetUpNeeded(place.db)).toBe(true);
  });

  it('refuses a stranger without the code of the latest start (422)', async () => {
    const old = code;
    code = (await newSetUpCode(place.tenant)) ?? '';
    for (const wrong of [old, 'abcd-efgh-jkmn-pqrs'])
      expect((await place.visitor().post('/thiet-lap', { ...form, code: wrong })).status).toBe(422);
    expect(await isSetUpNeeded(place.db)).toBe(true);
  });

  it('names each field that is wrong and keeps the rest, but no password', async () => {
    const response = await place
      .visitor()
      .post('/thiet-lap', { code, tiers: ' ', year: 'nay', unitKind: 'lâu đài', fullName: 'Phạm' });
    expect(response.status).toBe(422);
    const page = await response.text();
    for (const field of ['username', 'password', 'title', 'unitName', 'unitKind', 'tiers', 'year'])
      expect(page).toContain(`href="#f-${field}"`);
    expect(page).toContain('value="Phạm"');
    const weak = await place
      .visitor()
      .post('/thiet-lap', { ...form, code, password: 'matkhau123456', passwordAgain: 'matkhau123456' });
    expect(weak.status).toBe(422);
    expect(await weak.text()).not.toContain('matkhau123456');
  });

  it('keeps its code out of the database, where only its hash stands', async () => {
    const rows = await place.db.rows(
      query({ all: 'text' } as const)`select row_to_json(s)::text as all from identity_setup s`,
    );
    expect(rows.map((row) => row.all).join()).not.toContain(code);
  });

  it('lets one of two at the same moment be the first', async () => {
    const attempt = (username: string) =>
      place.db.transaction((tx) => firstSetUp(place.context(), tx, { ...form, code, username }));
    const outcomes = await Promise.allSettled([attempt('quantri'), attempt('quantri.gia')]);
    expect(outcomes.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    const people = await place.db.rows(
      query({ username: 'text' } as const)`select username from identity_person`,
    );
    expect(people).toHaveLength(1);
    expect(await workingYear(place.db)).toBe(2025);
    const units = await unitTree(place.db, calendarDate('2024-06-24'));
    expect(units).toMatchObject([
      { name: 'UBND tỉnh Thử Nghiệm', tier: 'tỉnh', kind: 'ubnd', parentId: null },
    ]);
    const [first] = people;
    const admin = await place.signIn(first?.username ?? '', TEST_PASSWORD);
    expect((await admin.get('/nguoi-dung')).status).toBe(200);
  });

  it('is gone afterwards: no page (404), no new code, and the old one does nothing', async () => {
    expect((await place.visitor().get(`/thiet-lap?ma=${code}`)).status).toBe(404);
    expect((await place.visitor().post('/thiet-lap', { ...form, code, username: 'nguoi.khac' })).status).toBe(
      404,
    );
    expect(await newSetUpCode(place.tenant)).toBeNull();
    expect(await isSetUpNeeded(place.db)).toBe(false);
  });
});
