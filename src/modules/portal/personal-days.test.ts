import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { vietnamTime } from '../../../test/support/period-world.ts';
import { type PortalWorld, portalWorld } from '../../../test/support/portal-world.ts';
import { systemActor } from '../../kernel/authz.ts';
import { decideWeb, sayNil, withdrawItem } from '../disclosure/index.ts';

let it_: TestApp;
let world: PortalWorld;
const NAME = 'Nguyễn Thị Bí Mật';

beforeAll(async () => {
  it_ = await testApp();
  world = await portalWorld(it_);
});
afterAll(() => it_.close());

const get = async (path: string): Promise<string> => (await it_.visitor().get(path)).text();
const everywhere = async (): Promise<string[]> => {
  const id = world.povertyId;
  const pages = [
    `/muc/${id}`,
    `/muc/${id}?lang=en`,
    `/muc/${id}.json`,
    `/muc/${id}.csv`,
    `/tin-moi.atom`,
    '/tin-moi.rss',
    '/tin-moi.json',
    '/tin-moi.csv',
    '/nhom/poverty.json',
    `/muc/${id}/bang/ho.csv`,
    `/muc/${id}/cam-on?thay=wrong`,
  ];
  const shown: string[] = [];
  for (const path of pages) if ((await get(path)).includes(NAME)) shown.push(path);
  return shown;
};

describe('names on the portal', () => {
  it('are on no page, in no file, no feed and no search while the declaration says figures', async () => {
    expect(await everywhere()).toEqual([]);
    expect(await get(`/tim-kiem?q=${encodeURIComponent(NAME)}`)).not.toContain(world.povertyId);
  });

  it('nobody is found by a name, also while the tenant shows them; they leave pages and files at midnight, before any job ran', async () => {
    await world.run(systemActor, (context, tx) =>
      decideWeb(context, tx, {
        code: 'ho-ngheo-thu',
        decision: { show: 'names', reason: 'Hội đồng nhân dân xã đã quyết nghị.' },
      }),
    );
    const id = world.povertyId;
    expect(await everywhere()).toEqual([
      `/muc/${id}`,
      `/muc/${id}?lang=en`,
      `/muc/${id}.json`,
      `/muc/${id}/bang/ho.csv`,
    ]);
    expect((await it_.visitor().get(`/muc/${id}.json`)).headers.get('x-robots-tag')).toBe('noindex');
    expect(await get(`/tim-kiem?q=${encodeURIComponent(NAME)}`)).not.toContain(id);
    const kept = (await it_.visitor().get(`/muc/${id}.json`)).headers.get('etag') ?? '';
    it_.clock.set(vietnamTime('2024-07-21T00:05'));
    expect(await everywhere()).toEqual([]);
    const again = await it_.visitor().get(`/muc/${id}.json`, { 'if-none-match': kept });
    expect(again.status).toBe(200);
    expect(await again.text()).not.toContain(NAME);
    it_.clock.set(vietnamTime('2024-06-24T09:00'));
  });
});

describe('a word that comes after a withdrawal', () => {
  it('that nothing arose is what citizens read, with the withdrawal in the history', async () => {
    const itemId = world.budgetId;
    await world.run(world.clerk, (context, tx) =>
      withdrawItem(context, tx, { itemId, reason: 'Công bố nhầm quý' }),
    );
    await world.run(world.clerk, (context, tx) =>
      sayNil(context, tx, { itemId, reason: 'Quý này chưa có số liệu phát sinh' }),
    );
    const page = await get(`/muc/${itemId}`);
    expect(page).toContain('Quý này chưa có số liệu phát sinh');
    expect(page).toContain('Công bố nhầm quý');
    expect(page).not.toContain('Tổng thu ngân sách xã');
    expect(page).not.toContain('Có đúng không?');
  });
});

describe('addresses that nobody was given', () => {
  it('are answered as not found or as the first page, never with a failure', async () => {
    const none = '01900000-0000-7000-8000-000000000000';
    const asked: [string, number][] = [
      [`/tim-kiem?q=xa&sau=2024-02-31.${none}`, 200],
      [`/tim-kiem?q=xa&sau=0000-01-01.${none}`, 200],
      [`/tim-kiem?q=${encodeURIComponent("'\\:*&|!<->".repeat(20))}`, 200],
      [`/tim-kiem?q=${'%25_'.repeat(70)}`, 200],
      [`/tim-kiem?q=${'a/'.repeat(100)}`, 200],
      [`/tin-moi.json?truoc=${encodeURIComponent(`0000-01-01T00:00:00.000Z_${none}`)}`, 200],
      [`/tin-moi.json?truoc=${encodeURIComponent(`9999-99-99T00:00:00.000Z_${none}`)}`, 404],
      [`/muc/${'-'.repeat(36)}`, 404],
      [`/muc/${none}/cam-on`, 404],
      [`/muc/x/cam-on`, 404],
      ['/q/aaaaaaaa', 404],
      ['/xa/%00', 404],
      ['/thong-ke?xa=%00', 200],
    ];
    for (const [path, status] of asked) {
      const answer = await it_.visitor().get(path);
      expect([path, answer.status]).toEqual([path, status]);
    }
  });
});
