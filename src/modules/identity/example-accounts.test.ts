import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { htmlProblems } from '../../../test/support/html-rules.ts';
import { type SmallTree, smallTree } from '../../../test/support/people.ts';
import { calendarDate } from '../../kernel/dates.ts';
import type { Tenant } from '../../kernel/tenants.ts';
import { addPerson } from './commands/add-person.ts';
import { EXAMPLE_PASSWORD } from './domain/example.ts';
import type { Role } from './domain/roles.ts';

let place: TestApp;
let tenant: Tenant;
let tree: SmallTree;
const HOST = 'vidu.test';

beforeAll(async () => {
  place = await testApp();
  const made = await place.tenants.create({
    slug: 'vi-du',
    name: 'Huyện Ví Dụ, 2024',
    isExample: true,
    standsOn: calendarDate('2024-06-24'),
    hostNames: [HOST],
  });
  tenant = await place.tenants.markReady(made);
  const example = { ...place, tenant, db: tenant.db };
  tree = await smallTree(example);
  const person = (username: string, fullName: string, unitId: string, role: Role, title: string) =>
    tenant.db.transaction((tx) =>
      addPerson(place.context(), tx, {
        username,
        fullName,
        password: EXAMPLE_PASSWORD,
        mustChangePassword: false,
        post: { unitId, role, title, from: '2024-01-01' },
      }),
    );
  await person('ubnd.chutich', 'Phạm Đức Toàn', tree.district, 'leader', 'Chủ tịch UBND huyện');
  await person('noivu.truongphong', 'Vũ Quang Hải', tree.office, 'standing', 'Trưởng phòng');
});
afterAll(() => place.close());

const at = (path: string, init: RequestInit & { headers?: Record<string, string> } = {}) =>
  place.app.request(`http://${HOST}${path}`, { ...init, headers: { host: HOST, ...init.headers } });

describe('the example', () => {
  it('offers everyone by role on its sign-in page, one press each', async () => {
    const page = await (await at('/dang-nhap')).text();
    expect(await htmlProblems(page)).toEqual([]);
    expect(page).toContain('Lãnh đạo UBND');
    expect(page).toContain('value="ubnd.chutich"');
    expect(page).toContain(EXAMPLE_PASSWORD);
    const body = new URLSearchParams({
      login: 'ubnd.chutich',
      password: EXAMPLE_PASSWORD,
      returnTo: '/tai-khoan',
    });
    const response = await at('/dang-nhap', { method: 'POST', body, headers: { origin: `http://${HOST}` } });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/tai-khoan');
  });

  it('lets a visitor go from one role to another, and ends the session before', async () => {
    const enter = async (login: string, cookie = '', token = '') => {
      const body = new URLSearchParams({ login, password: EXAMPLE_PASSWORD, _csrf: token });
      const response = await at('/dang-nhap', {
        method: 'POST',
        body,
        headers: { cookie, origin: `http://${HOST}` },
      });
      expect(response.status).toBe(303);
      return response.headers.getSetCookie().at(-1)?.split(';')[0] ?? '';
    };
    const first = await enter('ubnd.chutich');
    const page = await (await at('/dang-nhap', { headers: { cookie: first } })).text();
    const [, token = ''] = /name="_csrf" value="([^"]+)"/.exec(page) ?? [];
    const second = await enter('noivu.truongphong', first, token);
    expect((await at('/tai-khoan', { headers: { cookie: first } })).status).toBe(303);
    expect(await (await at('/tai-khoan', { headers: { cookie: second } })).text()).toContain('Vũ Quang Hải');
  });
});
