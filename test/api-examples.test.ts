import { afterAll, beforeAll, expect, it } from 'vitest';
import { calendarDate } from '../src/kernel/dates.ts';
import { routes } from '../src/main/rooms.ts';
import { bindObligations, openDueItems } from '../src/modules/disclosure/index.ts';
import { loadCatalog } from '../src/modules/figures/index.ts';
import { loadFormCatalog } from '../src/modules/forms/index.ts';
import { addPerson, makeToken } from '../src/modules/identity/index.ts';
import { makeYear } from '../src/modules/periods/index.ts';
import { type TestApp, testApp } from './support/app.ts';
import { planWorld } from './support/plan-world.ts';

// What /api/v1/openapi.json shows is true: each example is sent by somebody of the commune Bắc Sơn in the district of the example,
// on 24/06/2024, with the figures of the plan, the forms that ship, the periods of the year and two obligations that are followed.

let place: TestApp;
let token: string;
const examples = routes
  .filter((route) => route.api?.examples !== undefined)
  // What is saved first can be read afterwards.
  .sort((a, b) => (a.method === b.method ? 0 : a.method === 'GET' ? 1 : -1))
  .flatMap((route) => (route.api?.examples ?? []).map((example) => ({ route, example })));

beforeAll(async () => {
  place = await testApp();
  const world = await planWorld(place);
  await world.run(undefined, async (context, tx) => {
    await loadCatalog(context, tx);
    await loadFormCatalog(context, tx);
    const kinds = ['month' as const, 'quarter' as const, 'half' as const, 'year' as const];
    await makeYear(context, tx, { year: 2024, kinds, regime: 'calendar_year', dueWithin: 4, lockWithin: 5 });
    const codes = ['lien-he-nguoi-dung-dau', 'ket-qua-giam-sat-o-thon'];
    await bindObligations(context, tx, { codes, fromOn: calendarDate('2024-01-01') });
    await openDueItems(context, tx, place.tenant.clock.today());
    const { personId } = await addPerson(context, tx, {
      username: 'bac-son',
      fullName: 'Người nhập số liệu',
      password: 'một câu dài để thử',
      mustChangePassword: false,
      post: {
        unitId: world.unit('xa-bac-son').id,
        role: 'member',
        title: 'Công chức',
        from: place.tenant.clock.today(),
      },
    });
    const actor = { ...context.actor, personId, name: 'Người nhập số liệu' };
    const made = await makeToken({ ...context, actor }, tx, { name: 'thử', scopes: ['read', 'write'] });
    token = made.secret;
  });
});
afterAll(() => place.close());

/** Ids are made anew in each database: any one stands for any other. */
function withoutIds(answer: unknown): unknown {
  const text = JSON.stringify(answer);
  return JSON.parse(text.replace(/"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"/g, '"id"'));
}

it('some routes have examples', () => {
  expect(examples.length).toBeGreaterThan(2);
});

it.each(
  examples.map(
    ({ route, example }) => [`${route.method} ${route.path}: ${example.name}`, route, example] as const,
  ),
)('%s', async (_, route, example) => {
  const search = new URLSearchParams(example.query).toString();
  const response = await place.app.request(
    `http://danbiet.test${route.path}${search === '' ? '' : `?${search}`}`,
    {
      method: route.method,
      headers: {
        host: 'danbiet.test',
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        ...example.headers,
      },
      ...(example.request === undefined ? {} : { body: JSON.stringify(example.request) }),
    },
  );
  expect(withoutIds(await response.json())).toEqual(withoutIds(example.answer));
  expect(response.status).toBe(200);
});
