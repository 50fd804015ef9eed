import { describe, expect, it } from 'vitest';
import { findChromium, picture } from '../support/browser.ts';
import { expectsGoodPage, visits } from '../support/visits.ts';

const chromium = findChromium();
const REGISTER = '/cong-khai/danh-muc';

describe.skipIf(chromium === undefined)('the register of obligations', () => {
  const { as } = visits(chromium);

  it('without JavaScript the standing agency follows obligations from a day, decides on names, and a commune reads it', async () => {
    const standing = await as('noivu.truongphong', { javaScript: false });
    await standing.goto(`${REGISTER}/goi-nhap-ngu`);
    await standing.getByLabel('Áp dụng từ ngày').fill('01/01/2024');
    await standing.getByRole('button', { name: 'Bắt đầu áp dụng' }).click();
    expect(await standing.locator('.notice-success').textContent()).toContain('từ 01/01/2024');
    await standing.getByRole('radio', { name: 'Chỉ đăng số liệu theo thôn' }).check();
    await standing.getByLabel('Lý do').fill('Danh sách đã niêm yết đủ ở các thôn.');
    await standing.getByRole('button', { name: 'Lưu quyết định' }).click();

    const commune = await as('quanglang.vanphong', { javaScript: false, width: 360 });
    await commune.goto(`${REGISTER}?nhom=military`);
    await commune.getByRole('link', { name: /Danh sách gọi nhập ngũ/ }).click();
    const words = await commune.getByRole('main').textContent();
    expect(words).toContain('Danh sách đã niêm yết đủ ở các thôn.');
    expect(words).toContain('Từ 01/01/2024');
    expect(await commune.getByRole('button', { name: 'Lưu quyết định' }).count()).toBe(0);
  });

  it.each([
    ['a laptop', 1280, false],
    ['a phone', 360, false],
    ['a phone in the dark', 360, true],
  ] as const)('on %s every page of it is a good page', async (_, width, dark) => {
    const page = await as('noivu.truongphong', { width, dark });
    for (const path of [
      REGISTER,
      `${REGISTER}/ho-ngheo-cong-nhan`,
      `${REGISTER}/thuc-hien-ngan-sach-quy?lang=en`,
      `${REGISTER}/khai-bao/moi?lang=vi`,
    ]) {
      await page.goto(path);
      await expectsGoodPage(page);
      if (!dark) await picture(page, `danh-muc-${path.split('/').at(-1)?.replace(/\W+/g, '-')}-${width}`);
    }
  });
});
