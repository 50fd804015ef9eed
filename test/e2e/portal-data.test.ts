import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMailer } from '../../src/kernel/mail-server.ts';
import { nothingOutward, type Outward } from '../../src/kernel/outward.ts';
import { createLog } from '../../src/kernel/telemetry.ts';
import { jobs } from '../../src/modules/portal/index.ts';
import { findChromium, picture } from '../support/browser.ts';
import { type MailServer, mailServer } from '../support/mail-server.ts';
import { type MovingSite, movingSite } from '../support/moving-site.ts';
import { type PortalScene, portalScene } from '../support/portal-scene.ts';
import { putPublicItem } from '../support/public-items.ts';
import { expectsGoodPages, visits } from '../support/visits.ts';

const chromium = findChromium();

describe.skipIf(chromium === undefined)('what the portal explains and gives away', () => {
  let mail: MailServer;
  let outward: Outward;
  let site: MovingSite;
  let scene: PortalScene;
  beforeAll(async () => {
    mail = await mailServer();
    const from = { name: 'Dân Biết', address: 'danbiet@anthi.gov.vn' };
    outward = { ...nothingOutward, mailer: openMailer({ url: mail.url, from }) };
    site = await movingSite(outward);
    outward = { ...outward, publicUrl: site.url };
    scene = await portalScene(site);
  });
  afterAll(async () => {
    outward.mailer?.close();
    await site.close();
    await mail.close();
  });
  const { newPage } = visits(chromium);

  const addresses = (): Record<string, string> => {
    const at = `/xa/${scene.key}`;
    return {
      money: `${at}/tien`,
      'no-money': `/xa/${scene.otherKey}/tien`,
      reception: `${at}/lich-tiep-dan`,
      leaders: `${at}/lanh-dao`,
      'no-leaders': `/xa/${scene.otherKey}/lanh-dao`,
      plan: `${at}/ke-hoach`,
      clauses: `/ke-hoach-cong-khai/${scene.planId}`,
      follow: `/theo-doi?xa=${scene.key}`,
      statistics: '/thong-ke',
      'open-data': '/du-lieu-mo',
      procedures: `${at}/nhom/thu-tuc-hanh-chinh`,
      projects: `${at}/nhom/du-an`,
      poverty: `${at}/nhom/ho-ngheo`,
    };
  };

  it('every page fits 360 px, in the dark and with larger letters, and has no serious finding of axe', async () => {
    await expectsGoodPages({ newPage }, site.url, { addresses: addresses(), picturesNamed: 'portal-data' });
  }, 180_000);

  it('descriptions for machines are data: the browser reports nothing against its policy and runs none of it', async () => {
    const page = await newPage({ url: site.url });
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    const paths = [`/xa/${scene.key}`, `/xa/${scene.key}/lich-tiep-dan`];
    for (const path of paths) {
      await page.goto(path);
      const block = await page.locator('script[type="application/ld+json"]').textContent();
      expect(JSON.parse(block ?? '')).toHaveProperty('@type');
      expect(await page.locator('script:not([type="application/ld+json"])').count()).toBe(0);
    }
    expect(said).toEqual([]);
  });

  it('prints the money of the commune with its chart', async () => {
    const page = await newPage({ url: site.url, width: 800 });
    await page.goto(`/xa/${scene.key}/tien`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('svg[role="img"]').isVisible()).toBe(true);
    expect(await page.getByText('Tải về, theo dõi').isVisible()).toBe(false);
    await picture(page, 'portal-data-money-print');
  });

  it('without JavaScript: somebody subscribes, confirms from the mailbox, and stops with the link of a mail', async () => {
    const page = await newPage({ url: site.url, width: 360, javaScript: false });
    const runJobs = async (): Promise<void> => {
      for (const job of jobs)
        await job.run(undefined as never, {
          tenant: site.tenant,
          files: site.files,
          log: createLog('silent'),
          outward,
        });
    };
    const linkIn = (text: string | undefined): string => /http\S+\/theo-doi\/\S+/.exec(text ?? '')?.[0] ?? '';

    await page.goto(`/xa/${scene.key}`);
    await page.getByRole('link', { name: /Theo dõi qua thư điện tử/ }).click();
    await page.getByLabel('Địa chỉ thư điện tử').fill('lan@gmail.com');
    await page.getByLabel('Tất cả nội dung').uncheck();
    await page.getByRole('button', { name: 'Gửi thư xác nhận' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('Chưa chọn xã hoặc nội dung nào');
    expect(await page.getByLabel('Địa chỉ thư điện tử').inputValue()).toBe('lan@gmail.com');
    await page.getByLabel('Ngân sách').check();
    await page.getByRole('button', { name: 'Gửi thư xác nhận' }).click();
    expect(await page.locator('h1').textContent()).toBe('Xin mở hộp thư của bạn');

    await runJobs();
    await page.goto(linkIn(mail.received[0]?.text));
    expect(await page.locator('main').textContent()).toContain('Xã Một: Ngân sách');
    await picture(page, 'portal-data-confirm-360');
    await page.getByRole('button', { name: 'Xác nhận' }).click();
    expect(await page.locator('h1').textContent()).toBe('Đã xác nhận');

    site.clock.advance(60_000);
    await putPublicItem(site, { unitId: scene.tree.commune, title: 'Quyết toán năm 2023' });
    site.clock.advance(600_000);
    await runJobs();
    expect(mail.received[1]?.text).toContain('Quyết toán năm 2023');
    await page.goto(linkIn(mail.received[1]?.text));
    await page.getByRole('button', { name: 'Ngừng nhận và xóa địa chỉ' }).click();
    expect(await page.locator('h1').textContent()).toBe('Đã ngừng và đã xóa địa chỉ');
    await page.goto(linkIn(mail.received[1]?.text));
    expect(await page.locator('h1').textContent()).toBe('Đường dẫn này không còn dùng được.');
  });
});
