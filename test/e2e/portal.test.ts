import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../../src/kernel/db/sql.ts';
import { findChromium } from '../support/browser.ts';
import { type MovingSite, movingSite } from '../support/moving-site.ts';
import { type PortalWorld, portalWorld } from '../support/portal-world.ts';
import { expectsGoodPages, visits } from '../support/visits.ts';

const chromium = findChromium();

describe.skipIf(chromium === undefined)('the citizens’ portal', () => {
  let site: MovingSite;
  let world: PortalWorld;
  beforeAll(async () => {
    site = await movingSite();
    world = await portalWorld(site);
  });
  afterAll(() => site.close());
  const { newPage } = visits(chromium);

  const addresses = (): Record<string, string> => ({
    home: '/?chon=1',
    unit: '/xa/ubnd-xa-mot',
    posted: '/xa/ubnd-xa-mot/dang-niem-yet',
    village: '/xa/ubnd-xa-mot/thon/thon-dong',
    section: '/xa/ubnd-xa-mot/nhom/ngan-sach',
    budget: `/muc/${world.budgetId}`,
    poverty: `/muc/${world.povertyId}`,
    thanks: `/muc/${world.budgetId}/cam-on?thay=not_seen`,
    board: `/q/${world.board.qr}`,
    found: '/tim-kiem?q=ngan+sach',
    nothing: '/tim-kiem?q=khong+co+gi&xa=ubnd-xa-mot',
    about: '/tro-nang',
    missing: '/xa/khong-co',
  });

  it('every page fits 360 px, in the dark and with larger letters, and has no serious finding of axe', async () => {
    await expectsGoodPages({ newPage }, site.url, { addresses: addresses(), picturesNamed: 'portal' });
  }, 180_000);

  it('without JavaScript: a citizen reads the code on a board, says “không thấy”, and the unit has a check to answer', async () => {
    const page = await newPage({ url: site.url, width: 360, javaScript: false });
    await page.goto(`/q/${world.board.qr}`);
    const paper = page.locator(`li:has(a[href^="/muc/${world.budgetId}"])`);
    await paper.getByRole('button', { name: 'Không thấy' }).click();
    expect(await page.locator('h1').textContent()).toBe('Cảm ơn bạn đã báo');
    expect(await page.locator('main').textContent()).toContain('UBND xã Một sẽ đi kiểm tra');
    await page.getByRole('link', { name: 'Về trang nội dung' }).click();
    expect(await page.locator('main').textContent()).toContain('0 có thấy, 1 không thấy');
    await page.goto(`/q/${world.board.qr}`);
    await paper.getByRole('button', { name: 'Không thấy' }).click();
    expect(await page.locator('h1').textContent()).toBe('Hôm nay bạn đã báo rồi');
    const checks = await site.db.rows(query({ placeId: 'uuid?' })`
      select place_id as "placeId" from disclosure_check where item_id = ${world.budgetId}`);
    expect(checks).toEqual([{ placeId: world.board.id }]);
  });

  it('without JavaScript: names of poor households are nowhere, and what is chosen once is remembered for the first page', async () => {
    const page = await newPage({ url: site.url, width: 360, javaScript: false });
    await page.goto('/');
    await page.getByRole('link', { name: 'Xã Một', exact: true }).click();
    expect(new URL(page.url()).pathname).toBe('/xa/ubnd-xa-mot');
    await page.getByLabel('Tìm nội dung công khai').fill('ho ngheo');
    await page.getByRole('button', { name: 'Tìm', exact: true }).click();
    await page.getByRole('link', { name: 'Danh sách hộ nghèo, hộ cận nghèo năm 2024' }).click();
    const html = await page.content();
    expect(html).toContain('chỉ niêm yết tại chỗ');
    expect(html).not.toMatch(/Bí Mật|Văn Kín/);
    await page.goto('/');
    expect(new URL(page.url()).pathname).toBe('/xa/ubnd-xa-mot');
  });

  it('the keyboard reaches the content by one skip, the search and the three answers in the order they are read', async () => {
    const page = await newPage({ url: site.url });
    await page.goto(`/muc/${world.budgetId}`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Đến nội dung chính');
    await page.keyboard.press('Enter');
    const reached: string[] = [];
    for (let step = 0; step < 60 && reached.at(-1) !== 'Sai nội dung'; step += 1) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
      if (['Tôi có thấy', 'Không thấy', 'Sai nội dung'].includes(at)) reached.push(at);
    }
    expect(reached).toEqual(['Tôi có thấy', 'Không thấy', 'Sai nội dung']);
  });

  it('the first visit of any page costs at most 60 KB with everything, from nowhere else', async () => {
    for (const path of Object.values(addresses())) {
      const page = await newPage({ url: site.url, width: 360 });
      const { bytes, hosts } = await transferred(page, site.url, path);
      expect(bytes, path).toBeGreaterThan(1000);
      expect(bytes, path).toBeLessThanOrEqual(60_000);
      expect([...hosts]).toEqual([new URL(site.url).host]);
    }
  });
});

/** What goes over the line for one page, headers and all, as the browser counts it. */
async function transferred(
  page: Page,
  url: string,
  path: string,
): Promise<{ bytes: number; hosts: Set<string> }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  const hosts = new Set<string>();
  session.on('Network.loadingFinished', (event) => {
    bytes += event.encodedDataLength;
  });
  session.on('Network.requestWillBeSent', (event) => void hosts.add(new URL(event.request.url).host));
  await page.goto(`${url}${path}`, { waitUntil: 'networkidle' });
  return { bytes, hosts };
}
