import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { type PlanWorld, planWorld, TEST_PASSWORD } from '../../../test/support/plan-world.ts';

let place: TestApp;
let world: PlanWorld;
let planId: string;

beforeAll(async () => {
  place = await testApp();
  world = await planWorld(place);
  await world.account('noivu', 'standing', 'phong-noi-vu');
  planId = await world.draft();
  await world.importExample(planId);
}, 60_000);
afterAll(() => place.close());

it('the plan and its check before issue say which cited law is out of force, where, and what replaced it', async () => {
  const standing = await place.signIn('noivu', TEST_PASSWORD);
  for (const path of [`/ke-hoach/${planId}`, `/ke-hoach/${planId}/ban-hanh`]) {
    const page = await (await standing.get(path)).text();
    const [notice = ''] =
      /<div class="notice notice-warning".*?<\/ul>/s.exec(page.slice(page.indexOf('34/2007') - 600)) ?? [];
    expect(notice, path).toContain('hết hiệu lực từ ngày 01/07/2023');
    expect(notice).toContain('Luật Thực hiện dân chủ ở cơ sở (10/2022/QH15)');
    expect([...notice.matchAll(/#m-([^"]+)"/g)].map((match) => match[1])).toEqual(['II-3-b', 'III-5-b']);
  }
});
