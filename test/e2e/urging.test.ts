import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findChromium, picture } from '../support/browser.ts';
import { expectsGoodPage, visits } from '../support/visits.ts';

const chromium = findChromium();

describe.skipIf(chromium === undefined)('urging', () => {
  let round = '';
  let draft = '';

  const { as } = visits(chromium);

  it('without JavaScript: from the board the standing agency urges what is overdue; a commune reads it on a phone, reports, answers; whoever urged sees it', async () => {
    const standing = await as('noivu.truongphong', { javaScript: false });
    await standing.goto('/dieu-hanh');
    await standing.getByRole('main').getByRole('link', { name: 'Đôn đốc', exact: true }).click();
    await standing.getByRole('button', { name: /^Soạn cho tất cả/ }).click();
    draft = new URL(standing.url()).pathname;
    expect(await standing.locator('.lead').textContent()).toMatch(/\d+ phần việc của \d+ đơn vị/);
    await standing.getByRole('link', { name: 'UBND xã Quảng Lãng' }).click();
    expect(await standing.locator('#danh-sach').textContent()).toContain('Việc của UBND xã Quảng Lãng');
    await standing.getByLabel('Về việc').fill('đôn đốc các nhiệm vụ quá hạn quý II/2024');
    await standing.getByLabel('Trả lời trong').fill('0');
    await standing.getByRole('button', { name: 'Gửi đôn đốc' }).click();
    expect(await standing.getByLabel('Về việc').inputValue()).toBe(
      'đôn đốc các nhiệm vụ quá hạn quý II/2024',
    );
    await standing.getByLabel('Trả lời trong').fill('3');
    await standing.getByRole('button', { name: 'Gửi đôn đốc' }).click();
    expect(await standing.locator('.notice-success').textContent()).toContain('Đã đôn đốc');
    round = new URL(standing.url()).pathname;

    const commune = await as('quanglang.vanphong', { javaScript: false, width: 360 });
    await commune.goto('/thong-bao');
    await commune.getByRole('link', { name: /Phòng Nội vụ đôn đốc đơn vị bạn/ }).click();
    expect(new URL(commune.url()).pathname).toBe(round);
    await commune
      .getByRole('link', { name: /^Ghi tiến độ/ })
      .first()
      .click();
    await commune.getByLabel('Nội dung').fill('Đang hoàn thiện hồ sơ.');
    await commune.getByRole('button', { name: 'Ghi đang làm' }).click();
    await commune.goto(round);
    await commune.getByLabel('Nội dung giải trình').fill('Cán bộ phụ trách nghỉ ốm; xong trước 30/6.');
    await commune.getByRole('button', { name: 'Gửi giải trình' }).click();
    expect(await commune.locator('.notice-success').textContent()).toContain('Đã gửi');

    await standing.goto(round);
    const row = standing.getByRole('row', { name: /UBND xã Quảng Lãng/ });
    expect(await row.textContent()).toContain('1 đang làm');
    await row.getByRole('link').click();
    const seen = await standing.getByRole('main').textContent();
    expect(seen).toContain('Đã đọc: Phan Phương Vân');
    expect(seen).toContain('xong trước 30/6');
  });

  it.each([
    ['a laptop', 1280, false],
    ['a phone', 360, false],
    ['a laptop in the dark', 1280, true],
  ] as const)('on %s: no serious axe finding, no sideways scroll', async (name, width, dark) => {
    const standing = await as('noivu.truongphong', { width, dark });
    await standing.goto('/don-doc/tao?trang-thai=overdue');
    await standing.getByRole('button', { name: /^Soạn cho tất cả/ }).click();
    await standing.waitForURL('**/don-doc/tao/*');
    const fresh = new URL(standing.url()).pathname;
    expect(fresh).not.toBe(draft);
    const unit = await standing.locator('main a.row-link').first().getAttribute('href');
    const commune = await as('quanglang.vanphong', { width, dark });
    const pages: [Page, string][] = [
      [standing, '/don-doc'],
      [standing, '/don-doc/tao'],
      [standing, fresh],
      [standing, unit?.split('#')[0] ?? ''],
      [standing, round],
      [commune, '/don-doc'],
      [commune, round],
    ];
    for (const [page, address] of pages) {
      expect((await page.goto(address))?.status(), address).toBe(200);
      // What is folded away is looked at as well.
      await page.locator('main details').evaluateAll((all) => {
        for (const one of all) one.setAttribute('open', '');
      });
      await expectsGoodPage(page);
    }
    await picture(standing, `urging-${name.replaceAll(' ', '-')}`);
  });
});
