import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../test/support/app.ts';
import { htmlProblems } from '../../../../test/support/html-rules.ts';
import { personWithPost, TEST_PASSWORD } from '../../../../test/support/people.ts';
import { halfYearOfWork, type ReportWorld, reportWorld } from '../../../../test/support/report-world.ts';

let place: TestApp;
let world: ReportWorld;
const PATH = '/bao-cao/tien-do?ky=2024-H1';

beforeAll(async () => {
  place = await testApp();
  world = await reportWorld(place);
  await halfYearOfWork(place, world);
  await personWithPost(place, 'noi.vu', { unitId: world.tree.office, role: 'standing' });
  await personWithPost(place, 'xa.hai', { unitId: world.tree.otherCommune, role: 'member' });
  place.clock.set(new Date('2024-07-02T02:00:00Z'));
});
afterAll(() => place.close());

async function words(name: string, path = PATH): Promise<string> {
  const response = await (await place.signIn(name, TEST_PASSWORD)).get(path);
  expect(response.status).toBe(200);
  const text = await response.text();
  expect(await htmlProblems(text)).toEqual([]);
  return text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

it('tells five measures that make each other up, and whose turn it is', async () => {
  const text = await words('noi.vu');
  const found = /Báo cáo của đơn vị (\d+) (\d+) [\d,]+% (\d+) [\d,]+% (\d+) [\d,]+% (\d+) [\d,]+%/.exec(text);
  const [expected, received, onTime, late, missing] = (found ?? []).slice(1).map(Number);
  expect(expected).toBeGreaterThan(1);
  expect([received, onTime, late, missing]).toEqual([0, 0, 0, expected]);
  expect(text).toContain(`${expected} báo cáo chưa gửi hoặc bị trả lại`);
  expect(text).toContain('UBND xã Một');
});

it('is a unit’s own for a unit, whichever unit it asks for', async () => {
  const text = await words('xa.hai', `${PATH}&don-vi=${world.tree.district}`);
  expect(text).toMatch(/Báo cáo của đơn vị 1 0 /);
  // Its name is a choice of the filter; no line tells of it.
  expect(text.slice(text.indexOf('Năm số đo'))).not.toContain('UBND xã Một');
});

it('refuses a day that cannot be read', async () => {
  const visitor = await place.signIn('noi.vu', TEST_PASSWORD);
  expect((await visitor.get(`${PATH}&as_of=2031-01-01`)).status).toBe(422);
});
