import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, signInAs } from '../support/browser.ts';
import { type MovingSite, movingSite } from '../support/moving-site.ts';
import { phonePhoto } from '../support/pictures.ts';
import { type PlanWorld, planWorld, TEST_PASSWORD } from '../support/plan-world.ts';
import { expectsGoodPage, visits } from '../support/visits.ts';

const chromium = findChromium();

/** The plan of the example is signed on Monday 22/01/2024; fifteen working days later it is 19/02, as Tết takes a week. */
const ISSUED = '2024-01-22';
const DAY_15 = '2024-02-19';
const DAY_16 = '2024-02-20';

describe.skipIf(chromium === undefined)(
  'a year of a plan, from the district’s issue to accepted work',
  () => {
    let site: MovingSite;
    let world: PlanWorld;
    let planHref = '';
    let itemHref = '';

    beforeAll(async () => {
      site = await movingSite();
      site.goTo(ISSUED, 8);
      world = await planWorld(site);
      for (const [username, role, unit, title] of [
        ['noivu', 'standing', 'phong-noi-vu', 'Trưởng phòng'],
        ['chutich', 'leader', 'ubnd-huyen-an-thi', 'Chủ tịch'],
        ['vhtt', 'lead', 'phong-van-hoa-thong-tin', 'Trưởng phòng'],
        ['xa.phuung', 'member', 'xa-phu-ung', 'Chủ tịch UBND xã'],
        ['vp.phuung', 'member', 'xa-phu-ung', 'Công chức Văn phòng - Thống kê'],
        ['xa.baisay', 'member', 'xa-bai-say', 'Chủ tịch UBND xã'],
      ] as const)
        await world.account(username, role, unit, title);
    });
    afterAll(async () => {
      await site?.close();
    });

    const { as: visitAs } = visits(chromium);
    const as = (username: string, width = 1280): Promise<Page> =>
      visitAs(username, { url: site.url, width, password: TEST_PASSWORD });

    const main = (page: Page) => page.locator('main');

    it('the chairman issues the plan, and every unit of the executive owes a plan of its own', async () => {
      const planId = await world.draft();
      await world.importExample(planId);
      planHref = `/ke-hoach/${planId}`;
      site.goTo(ISSUED);
      const page = await as('chutich');
      await page.goto(`${planHref}/ban-hanh`);
      await page.getByLabel('Số, ký hiệu').fill('15/KH-UBND');
      await page.getByLabel('Ngày ban hành').fill('22/01/2024');
      await page.getByLabel('Họ và tên người ký').fill('Nguyễn Văn Mẫu');
      await page.getByRole('button', { name: 'Ban hành', exact: true }).click();
      await page.waitForURL((url) => url.pathname === planHref);
      const commune = await as('xa.phuung', 360);
      await commune.goto('/ke-hoach-don-vi');
      expect(await main(commune).textContent()).toContain('19/02/2024');
      await expectsGoodPage(commune);
      await commune.getByRole('button', { name: 'Xác nhận đã nhận' }).click();
      expect(await main(commune).textContent()).toContain('Đã ghi nhận đơn vị nhận kế hoạch');
    });

    /** Completes a draft as a clerk in a hurry does: who answers for all lines at once, then a period where one is missing. */
    async function completeDraft(page: Page): Promise<void> {
      for (const fields of [{ 'dat.responsible': 'Chủ tịch UBND xã' }, { 'dat.dueWords': 'Hằng quý' }])
        for (let round = 0; round < 12; round++) {
          await page.goto(`${new URL(page.url()).pathname}?xem=thieu`);
          const lines = page.locator('fieldset.unit-line');
          const [name = '', value = ''] = Object.entries(fields)[0] ?? [];
          const lacks = name === 'dat.responsible' ? 'thiếu người hoặc chức danh phụ trách' : 'thiếu chu kỳ';
          if ((await lines.filter({ hasText: lacks }).count()) === 0) break;
          await page.getByLabel('Chọn tất cả các dòng đang hiện').check();
          await page.locator(`[name="${name}"]`).fill(value);
          await page.getByRole('button', { name: 'Đặt và lưu' }).click();
          await page.waitForLoadState();
        }
    }

    async function sign(page: Page, number: string): Promise<void> {
      await page.getByLabel('Số, ký hiệu').fill(number);
      await page.getByRole('button', { name: 'Ban hành', exact: true }).click();
      await page.waitForLoadState();
    }

    it('a commune writes its plan, is refused while lines lack something, and issues it on working day 15, in time', async () => {
      site.goTo(DAY_15);
      const page = await as('xa.phuung');
      await page.goto('/ke-hoach-don-vi');
      await page.getByRole('button', { name: 'Soạn dự thảo' }).click();
      await page.waitForURL('**/soan**');
      await expectsGoodPage(page);
      const draft = new URL(page.url()).pathname;
      await page.goto(draft.replace(/soan$/, 'ban-hanh'));
      expect(await main(page).textContent()).toMatch(/Còn \d+ chỗ thiếu, chưa ban hành được/);
      expect(await page.getByLabel('Số, ký hiệu').count()).toBe(0);
      await expectsGoodPage(page);
      await page.goto(draft);
      await completeDraft(page);
      await page.goto(draft.replace(/soan$/, 'ban-hanh'));
      await sign(page, '12/KH-UBND');
      expect(await main(page).textContent()).toContain('sau 15 ngày làm việc, đúng hạn');
    });

    it('another commune issues on working day 16: its lateness is counted, and the register shows both', async () => {
      site.goTo(DAY_16);
      const page = await as('xa.baisay');
      await page.goto('/ke-hoach-don-vi');
      await page.getByRole('button', { name: 'Soạn dự thảo' }).click();
      await page.waitForURL('**/soan**');
      const draft = new URL(page.url()).pathname;
      await completeDraft(page);
      await page.goto(draft.replace(/soan$/, 'ban-hanh'));
      expect(await main(page).textContent()).toContain('Hôm nay là ngày làm việc thứ 16');
      await sign(page, '9/KH-UBND');
      expect(await main(page).textContent()).toContain('sau 16 ngày làm việc, trễ hạn');
      const standing = await as('noivu');
      await standing.goto(`${planHref}/don-vi`);
      const row = (name: string) => standing.locator('tbody tr', { hasText: name });
      expect(await row('UBND xã Phù Ủng').textContent()).toMatch(/19\/02\/2024\s*15/);
      expect(await row('UBND xã Bãi Sậy').textContent()).toMatch(/20\/02\/2024\s*16/);
      expect(await row('UBND xã Bãi Sậy').textContent()).toContain('ban hành trễ');
      await expectsGoodPage(standing);
    });

    it('a clerk reports with a photo and a file from a phone; the standing agency returns it, then accepts; the chairman sees it', async () => {
      site.goTo('2024-03-04');
      const clerk = await as('vp.phuung', 360);
      await clerk.goto('/phan-viec?noi-dung=2&q=niem+yet');
      await clerk.locator('a.row-link').first().click();
      await clerk.waitForURL('**/phan-viec/*-*');
      itemHref = new URL(clerk.url()).pathname;
      const claim = async (words: string): Promise<void> => {
        await clerk.goto(itemHref);
        await clerk.getByLabel('Nội dung', { exact: true }).fill(words);
        await clerk.locator('#anh-doer').setInputFiles({
          name: 'IMG_0001.jpg',
          mimeType: 'image/jpeg',
          buffer: await phonePhoto(
            { takenAt: '2024:03:01 07:45:00' },
            { width: 900 + words.length, height: 700 },
          ),
        });
        await clerk.locator('#tep-doer').setInputFiles({
          name: 'bien-ban.pdf',
          mimeType: 'application/pdf',
          buffer: Buffer.from(`%PDF-1.7\n${words}\n%%EOF\n`),
        });
        const quantity = clerk.getByLabel('Số lượng');
        if ((await quantity.count()) > 0) await quantity.fill('3');
        await clerk.getByRole('button', { name: 'Báo hoàn thành' }).click();
        expect(await clerk.locator('.badge').first().textContent()).toContain('chờ xác nhận');
      };
      await claim('Đã niêm yết tại nhà văn hóa ba thôn.');
      await expectsGoodPage(clerk);
      const standing = await as('noivu');
      await standing.goto(itemHref);
      await standing.locator('#noi_dung-acceptor').fill('Ảnh chưa thấy ngày niêm yết.');
      await standing.getByRole('button', { name: 'Trả lại' }).click();
      expect(await standing.locator('.badge').first().textContent()).toContain('trả lại');
      site.goTo('2024-03-05');
      await signInAs(clerk, 'vp.phuung', TEST_PASSWORD);
      await claim('Đã chụp lại, có ngày niêm yết.');
      const again = await as('noivu');
      await again.goto(itemHref);
      await again.getByRole('button', { name: 'Chấp nhận' }).click();
      expect(await again.locator('.badge').first().textContent()).toContain('chấp nhận');
      const chairman = await as('chutich');
      await chairman.goto('/dieu-hanh');
      expect(await main(chairman).textContent()).toContain('1 phần việc đã được chấp nhận');
      await expectsGoodPage(chairman);
    });

    it('any day of it reads as it stood: on 04/03 the work was returned, the day before it was untouched', async () => {
      const page = await as('chutich');
      const stateOn = async (day: string): Promise<string> => {
        await page.goto(`${itemHref}?as_of=${day}`);
        return (await page.locator('.badge').first().textContent()) ?? '';
      };
      expect(await stateOn('2024-03-04')).toContain('trả lại');
      expect(await stateOn('2024-03-03')).not.toContain('trả lại');
      expect(await page.getByRole('button', { name: 'Chấp nhận' }).count()).toBe(0);
      await page.goto('/dieu-hanh?as_of=2024-03-04');
      expect(await main(page).textContent()).toContain('0 phần việc đã được chấp nhận');
      await page.goto(`${planHref}/don-vi?as_of=2024-02-19`);
      expect(await page.locator('tbody tr', { hasText: 'UBND xã Bãi Sậy' }).textContent()).not.toContain(
        '9/KH-UBND',
      );
      await page.goto('/dieu-hanh?as_of=2024-01-21');
      expect(await main(page).textContent()).not.toContain('Phù Ủng');
    });

    it('an amendment drops one task and moves another: the units are told and confirm, the first promise stays readable', async () => {
      site.goTo('2024-04-10');
      const standing = await as('noivu');
      await standing.goto(`${planHref}/sua-doi`);
      await standing
        .getByLabel('Lý do sửa đổi')
        .fill('Theo Công văn số 215/UBND-NC ngày 05/4/2024 của UBND tỉnh');
      await standing.getByRole('button', { name: 'Lập dự thảo sửa đổi' }).click();
      const act = async (code: string, link: string, fill: (page: Page) => Promise<void>, button: string) => {
        await standing.goto(`${planHref}/sua-doi/du-thao/chon`);
        const row = standing.locator('tbody tr', { has: standing.getByText(code, { exact: true }) }).first();
        await row.getByRole('link', { name: link }).click();
        await fill(standing);
        await standing.getByLabel('Lý do', { exact: false }).last().fill('Đã có nội dung khác thay thế.');
        await standing.getByRole('button', { name: button }).click();
        expect(await standing.locator('.notice-success').textContent()).toContain(code);
      };
      await act('1.4', 'Bỏ nhiệm vụ', async () => undefined, 'Bỏ nhiệm vụ');
      await act(
        '1.2',
        'Đổi thời gian',
        (page) => page.getByLabel('Thời gian hoàn thành').fill('30/9/2024'),
        'Lưu',
      );
      await expectsGoodPage(standing);
      await standing.goto(`${planHref}/sua-doi/du-thao/ban-hanh`);
      await standing.getByLabel('Số, ký hiệu').fill('41/KH-UBND');
      await standing.getByLabel('Ngày ban hành').fill('10/04/2024');
      await standing.getByLabel('Họ và tên người ký').fill('Nguyễn Văn Mẫu');
      await standing.getByRole('button', { name: 'Ban hành sửa đổi' }).click();
      expect(await standing.locator('.notice-success').textContent()).toContain('Kế hoạch ở phiên bản 2');
      const commune = await as('xa.phuung', 360);
      await commune.goto(`${planHref}/sua-doi/2`);
      await expectsGoodPage(commune);
      await commune
        .getByRole('button', { name: /Đã nhận|Xác nhận/ })
        .first()
        .click();
      expect(await commune.locator('.notice-success').count()).toBe(1);
      await commune.goto(`${planHref}?phien-ban=1`);
      expect(await main(commune).textContent()).toContain('1.4');
      await commune.goto('/dieu-hanh?so-voi=goc');
      expect(await main(commune).textContent()).toContain('−1');
    });
  },
);
