import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findChromium, picture } from '../support/browser.ts';
import { expectsGoodPage, visits } from '../support/visits.ts';

const chromium = findChromium();

describe.skipIf(chromium === undefined)('inspections', () => {
  const { as } = visits(chromium);
  let inspection = '';
  let finding = '';

  const done = (page: Page): Promise<string | null> => page.locator('.notice-success').first().textContent();

  it('without JavaScript: the standing agency inspects a commune and finds something, the commune puts it right on a phone, the agency closes it and concludes', async () => {
    const standing = await as('noivu.truongphong', { javaScript: false });
    await standing.goto('/kiem-tra');
    await standing.getByRole('link', { name: 'Lập cuộc kiểm tra' }).click();
    await standing.getByLabel('Tên cuộc kiểm tra').fill('Kiểm tra việc tiếp công dân');
    await standing.getByLabel('Đơn vị được kiểm tra').selectOption({ label: 'UBND xã Hồng Quang' });
    await standing.getByLabel('Ngày kiểm tra').fill('31/02/2024');
    await standing.getByRole('button', { name: 'Lập cuộc kiểm tra' }).click();
    expect(await standing.locator('.error-summary').textContent()).toContain('dd/mm/yyyy');
    await standing.getByLabel('Ngày kiểm tra').fill('24/06/2024');
    await standing.getByLabel('Nội dung của Chỉ số').selectOption('3.2');
    await standing.getByRole('button', { name: 'Lập cuộc kiểm tra' }).click();
    expect(await done(standing)).toContain('Đã lập và thông báo');
    inspection = new URL(standing.url()).pathname;
    const form = standing.locator('#ghi-ton-tai');
    await form.getByLabel('Tồn tại').fill('Lịch tiếp công dân chưa niêm yết tại trụ sở');
    await form.getByLabel('Yêu cầu, kiến nghị khắc phục').fill('Niêm yết lịch tiếp công dân, gửi ảnh');
    await form.getByLabel('Số ngày làm việc').fill('5');
    await form.getByRole('button', { name: 'Ghi tồn tại' }).click();
    expect(await done(standing)).toContain('Đã ghi tồn tại');

    const commune = await as('hongquang.chutich', { javaScript: false, width: 360 });
    await commune.goto('/viec-cua-toi');
    await commune.getByRole('link', { name: 'Lịch tiếp công dân chưa niêm yết tại trụ sở' }).click();
    finding = new URL(commune.url()).pathname;
    await commune.getByText('Cách tính hạn').click();
    expect(await commune.getByRole('main').textContent()).toContain('5 ngày làm việc');
    await commune.getByLabel('Đã làm gì').fill('Đã niêm yết lịch tiếp công dân.');
    await commune.getByRole('button', { name: 'Báo đã khắc phục' }).click();
    expect(await commune.locator('.error-summary').textContent()).toContain('minh chứng');
    expect(await commune.getByLabel('Đã làm gì').inputValue()).toBe('Đã niêm yết lịch tiếp công dân.');
    await commune.getByLabel('Đường dẫn').fill('https://hongquang.example.vn/lich-tiep-dan');
    await commune.getByRole('button', { name: 'Báo đã khắc phục' }).click();
    expect(await done(commune)).toContain('Đã báo khắc phục');

    await standing.goto('/thong-bao');
    await standing.getByRole('link', { name: /UBND xã Hồng Quang báo đã khắc phục/ }).click();
    expect(new URL(standing.url()).pathname).toBe(finding);
    await standing.getByLabel('Đã khắc phục xong').check();
    await standing.getByRole('button', { name: 'Ghi xác nhận' }).click();
    expect(await done(standing)).toContain('Đã đóng tồn tại');
    await standing.goto(inspection);
    await standing
      .locator('#ket-luan')
      .getByLabel('Kết luận', { exact: true })
      .fill('Đã khắc phục ngay trong ngày.');
    await standing.getByRole('button', { name: 'Ghi kết luận' }).click();
    expect(await done(standing)).toContain('Đã ghi kết luận');
    await commune.goto(inspection);
    expect(await commune.getByRole('main').textContent()).toContain('Đã khắc phục ngay trong ngày.');
  });

  it('an unannounced inspection of next week is seen by the chairman and not by the commune it concerns', async () => {
    const chairman = await as('ubnd.chutich');
    await chairman.goto('/kiem-tra?trang-thai=upcoming');
    await chairman.getByRole('link', { name: /Kiểm tra đột xuất kỷ luật/ }).click();
    expect(await chairman.locator('.notice-warning').textContent()).toContain('chưa thấy trang này');
    const secret = new URL(chairman.url()).pathname;
    const commune = await as('vannhue.chutich');
    expect((await commune.goto(secret))?.status()).toBe(404);
    await commune.goto('/kiem-tra');
    expect(await commune.getByRole('main').textContent()).not.toContain('đột xuất kỷ luật');
  });

  it.each([
    ['a laptop', 1280, false],
    ['a phone', 360, false],
    ['a laptop in the dark', 1280, true],
  ] as const)('on %s: no serious axe finding, no sideways scroll', async (name, width, dark) => {
    const standing = await as('noivu.truongphong', { width, dark });
    const commune = await as('baisay.chutich', { width, dark });
    await standing.goto('/kiem-tra?trang-thai=under_way');
    const running = await standing.locator('main a.row-link').first().getAttribute('href');
    await standing.goto('/kiem-tra?trang-thai=upcoming');
    const coming = await standing.locator('main a.row-link').first().getAttribute('href');
    await standing.goto('/kiem-tra/ton-tai?trang-thai=claimed');
    const claimed = await standing.locator('main a.row-link').first().getAttribute('href');
    await commune.goto('/kiem-tra/ton-tai?trang-thai=late');
    const late = await commune.locator('main a.row-link').first().getAttribute('href');
    const pages: [Page, string][] = [
      [standing, '/kiem-tra'],
      [standing, '/kiem-tra/moi'],
      [standing, '/kiem-tra/ton-tai'],
      [standing, '/kiem-tra/chua-kiem-tra?cap=thon'],
      [standing, running ?? ''],
      [standing, coming ?? ''],
      [standing, claimed ?? ''],
      [standing, inspection],
      [commune, late ?? ''],
      [commune, '/kiem-tra?as_of=2024-05-15'],
    ];
    for (const [page, address] of pages) {
      expect((await page.goto(address))?.status(), address).toBe(200);
      // What is folded away is looked at as well.
      await page.locator('main details').evaluateAll((all) => {
        for (const one of all) one.setAttribute('open', '');
      });
      await expectsGoodPage(page);
    }
    await picture(standing, `inspection-${name.replaceAll(' ', '-')}`);
  });
});
