import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  axeFindings,
  findChromium,
  launch,
  picture,
  sidewaysOverflow,
  signInAs,
  visit,
} from '../support/browser.ts';

const chromium = findChromium();
const BODY = path.resolve(import.meta.dirname, '../../reference/example/ke-hoach-2024.docx');

/** An annex as an office would send it: one unit misspelt, one task without a product. */
const ANNEX = [
  'PHỤ LỤC NHIỆM VỤ;;;;;;;',
  'STT;Nội dung thành phần;Nhiệm vụ;Sản phẩm;Cơ quan chủ trì;Cơ quan phối hợp;Thời gian hoàn thành;Ghi chú',
  '1.1;1.1 Tri thức công dân;Phổ biến Luật Thực hiện dân chủ ở cơ sở đến từng thôn;Kế hoạch;Phòng Tư phát;UBND các xã, thị trấn;Trước 31/12/2024;II.1.1.b',
  '2.1;2.1 Tiếp cận thông tin;Công khai số điện thoại người đứng đầu;Trang công khai;UBND các xã, thị trấn;Phòng Nội vụ;Quý III/2024;II.1.2.a',
  '2.2;2.1 Tiếp cận thông tin;Đối thoại với nhân dân;;UBND các xã, thị trấn;Phòng Nội vụ;Khi phát sinh;II.1.2.a',
].join('\r\n');

describe.skipIf(chromium === undefined)('from the plan’s file to a live board', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch(chromium ?? '');
  });
  afterAll(async () => {
    await browser?.close();
  });

  async function upload(
    page: Page,
    annex: { name: string; mimeType: string; buffer: Buffer },
  ): Promise<void> {
    await page.getByLabel('Phần lời của kế hoạch').setInputFiles(BODY);
    await page.getByLabel('Phụ lục nhiệm vụ').setInputFiles(annex);
    await page.getByRole('button', { name: 'Tải lên và xem trước' }).click();
    await page.waitForLoadState();
  }

  it.each([
    ['with JavaScript', true, 1280],
    ['without it, on a phone', false, 360],
  ] as const)(
    '%s: draft, import, correct a row, confirm, issue; every commune has its work',
    async (name, javaScript, width) => {
      const context = await visit(browser, { javaScript, width });
      const page = await context.newPage();
      const title = `Kế hoạch bổ sung ${name}`;
      await signInAs(page, 'noivu.truongphong');
      await page.goto('/ke-hoach');
      await page.getByRole('link', { name: 'Lập kế hoạch' }).click();
      await page.getByLabel('Tên kế hoạch').fill(title);
      await page.getByRole('button', { name: 'Tạo dự thảo' }).click();
      await page.waitForURL(/\/ke-hoach\/[0-9a-f-]{36}/);
      const plan = new URL(page.url()).pathname.split('/').slice(0, 3).join('/');

      await page.goto(`${plan}/nhap`);
      await upload(page, {
        name: 'phu-luc.xlsx',
        mimeType: 'application/octet-stream',
        buffer: Buffer.from('khong phai Excel'),
      });
      expect(await page.getByRole('alert').first().isVisible()).toBe(true);

      await page.goto(`${plan}/nhap`);
      await upload(page, {
        name: 'phu-luc.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(`\ufeff${ANNEX}`),
      });
      expect(page.url()).toMatch(/\/nhap\/[0-9a-f-]{36}/);
      const preview = page.url();
      expect(await page.locator('main').textContent()).toContain('Phòng Tư phát');
      if (javaScript) {
        expect(await axeFindings(page)).toEqual([]);
        await picture(page, 'import-preview');
      }
      expect(await sidewaysOverflow(page)).toBe(0);

      await page
        .getByRole('button', { name: /Là Phòng Tư pháp/ })
        .first()
        .click();
      await page.waitForLoadState();
      expect(await page.locator('main').textContent()).not.toContain('Chưa nhận ra đơn vị “Phòng Tư phát”');
      await page.goto(preview);
      await page.getByRole('link', { name: 'Xem thay đổi rồi xác nhận' }).click();
      await page.waitForLoadState();
      await page.getByRole('button', { name: 'Xác nhận nhập vào kế hoạch' }).click();
      await page.waitForLoadState();
      expect(await page.locator('.notice-success').textContent()).toContain('thêm 3');

      await page.goto(`${plan}/ban-hanh`);
      expect(await page.locator('main').textContent()).toContain('thiếu sản phẩm');
      await page.goto(`${plan}/nhiem-vu`);
      await page.getByRole('link', { name: /Đối thoại với nhân dân/ }).click();
      await page.waitForURL('**/sua');
      await page.getByLabel('Sản phẩm', { exact: false }).first().fill('Biên bản đối thoại');
      await page.getByRole('button', { name: 'Lưu' }).first().click();
      await page.waitForLoadState();

      await page.goto(`${plan}/ban-hanh`);
      expect(await page.locator('main').textContent()).toMatch(/Giao \d+ phần việc cho \d+ đơn vị/);
      await page.getByLabel('Số, ký hiệu').fill(javaScript ? '21/KH-UBND' : '22/KH-UBND');
      await page.getByLabel('Ngày ban hành').fill('24/06/2024');
      await page.getByLabel('Họ và tên người ký').fill('Phạm Đức Toàn');
      await page.getByRole('button', { name: 'Ban hành' }).click();
      await page.waitForLoadState();
      expect(await page.locator('.notice-success').textContent()).toContain('Đã ban hành');

      await page.goto(`/dieu-hanh?ke-hoach=${plan.split('/').at(-1)}`);
      expect(await page.locator('table.board tbody tr').count()).toBe(21);
      await context.close();
    },
  );
});
