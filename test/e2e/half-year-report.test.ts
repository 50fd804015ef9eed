import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../support/browser.ts';
import { type MovingSite, movingSite } from '../support/moving-site.ts';
import { personWithPost, TEST_PASSWORD } from '../support/people.ts';
import {
  FIRST_HALF,
  halfYearOfWork,
  type ReportWorld,
  reportWorld,
  writeMissing,
} from '../support/report-world.ts';
import { expectsGoodPage, visits } from '../support/visits.ts';

const chromium = findChromium();

describe.skipIf(chromium === undefined)('the report of a half-year', () => {
  let site: MovingSite;
  let world: ReportWorld;
  let href = '';

  beforeAll(async () => {
    site = await movingSite();
    world = await reportWorld(site);
    await halfYearOfWork(site, world);
    const { commune, office } = world.tree;
    for (const [name, unitId, role, title] of [
      ['xa.chutich', commune, 'member', 'Chủ tịch UBND xã'],
      ['xa.vanphong', commune, 'member', 'Công chức Văn phòng - Thống kê'],
      ['noi.vu', office, 'standing', 'Chuyên viên'],
      ['chu.tri', office, 'lead', 'Trưởng phòng'],
    ] as const)
      await personWithPost(site, name, { unitId, role, title });
  });
  afterAll(async () => {
    await site?.close();
  });

  const { as: visitAs } = visits(chromium);
  const as = (username: string, width = 1280): Promise<Page> =>
    visitAs(username, { url: site.url, width, password: TEST_PASSWORD });

  const main = (page: Page) => page.locator('main');

  async function send(page: Page): Promise<void> {
    await page.goto(href);
    await page.getByRole('link', { name: 'Xác nhận và gửi báo cáo' }).click();
    await page.getByLabel('Số, ký hiệu').fill('45/BC-UBND');
    await expectsGoodPage(page);
    await page.locator('main form button.btn-primary').first().click();
    await page.waitForURL('**/bien-nhan');
    expect(await main(page).textContent()).toContain('Biên nhận báo cáo số');
    await page.goto(href);
    expect(await page.locator('.badge').first().textContent()).toContain('đã gửi, chờ xem xét');
  }

  it('a clerk finds it prepared from work and figures, on a phone; the head confirms and sends it with a receipt', async () => {
    site.goTo('2024-07-02');
    const clerk = await as('xa.vanphong', 360);
    await clerk.goto('/bao-cao');
    await expectsGoodPage(clerk);
    await clerk.getByRole('button', { name: 'Lập báo cáo' }).first().click();
    await clerk.waitForURL('**/bao-cao/*-*');
    href = new URL(clerk.url()).pathname;
    expect(await main(clerk).textContent()).toContain('Kế hoạch số 12/KH-UBND');
    expect(await main(clerk).textContent()).toMatch(/21 buổi/);
    await expectsGoodPage(clerk);
    await writeMissing(site, world, href.split('/').at(-1) ?? '', '2024-07-02');
    site.goTo('2024-07-03');
    const head = await as('xa.chutich');
    await send(head);
    expect(await main(head).textContent()).toContain('biên nhận số');
    await expectsGoodPage(head);
  });

  it('the standing agency returns it with a reason; corrected and sent again before the due day it is accepted', async () => {
    site.goTo('2024-07-03', 14);
    const standing = await as('noi.vu');
    await standing.goto('/bao-cao');
    await standing.locator(`a[href="${href}"]`).first().click();
    await standing.getByText('Trả lại để bổ sung').first().click();
    await standing.getByLabel('Cần sửa những gì').fill('Nêu rõ trách nhiệm của từng bộ phận.');
    await standing.getByRole('button', { name: 'Trả lại để bổ sung' }).click();
    expect(await main(standing).textContent()).toContain('Đã trả lại báo cáo');
    const clerk = await as('xa.vanphong');
    await clerk.goto(`${href}/soan/responsibility`);
    await clerk.getByLabel('Lời báo cáo').fill('Bộ phận Văn phòng chịu trách nhiệm về hai đơn quá hạn.');
    await expectsGoodPage(clerk);
    await clerk.getByRole('button', { name: 'Lưu phần này' }).click();
    site.goTo('2024-07-04', 22);
    await send(await as('xa.chutich'));
    const again = await as('noi.vu');
    await again.goto(href);
    await again.getByRole('button', { name: 'Chấp nhận báo cáo' }).click();
    expect(await main(again).textContent()).toContain('Đã chấp nhận báo cáo');
    await expectsGoodPage(again);
  });

  it('the lead agency sees the totals of its figures down to the units, and both ways of adding agree', async () => {
    const lead = await as('chu.tri');
    await lead.goto(`/bao-cao/tong-hop?ky=${FIRST_HALF}`);
    expect(await main(lead).textContent()).toContain('Số buổi đối thoại với dân');
    await expectsGoodPage(lead);
    await lead.goto(`/bao-cao/doi-chieu?ky=${FIRST_HALF}`);
    await expectsGoodPage(lead);
    await lead.goto(`/bao-cao/tien-do?ky=${FIRST_HALF}`);
    await expectsGoodPage(lead);
  });
});
