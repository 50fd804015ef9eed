import { describe, expect, it } from 'vitest';
import { findChromium, picture } from '../support/browser.ts';
import { expectsGoodPage, visits } from '../support/visits.ts';

const chromium = findChromium();

describe.skipIf(chromium === undefined)('the steering room', () => {
  const { as } = visits(chromium);
  let asked = '';

  it('without JavaScript: the chairman sees a red cell, opens its facts, asks; the commune answers on a phone; the chairman accepts', async () => {
    const chairman = await as('ubnd.chutich', { javaScript: false });
    await chairman.goto('/dieu-hanh');
    await chairman
      .locator('table.board-heat tbody tr', { hasText: 'Bãi Sậy' })
      .locator('td.heat-many-late a')
      .first()
      .click();
    const facts = chairman.getByRole('main');
    expect(await chairman.getByRole('heading', { level: 1 }).textContent()).toContain('Xã Bãi Sậy');
    expect(await facts.locator('.badge.s-overdue').count()).toBeGreaterThan(0);
    await chairman.getByLabel('Cần giải trình điều gì').fill('Vì sao các phần việc này quá hạn?');
    await chairman.getByLabel('Trả lời trong').fill('3');
    await chairman.getByRole('button', { name: 'Gửi yêu cầu' }).click();
    expect(await chairman.locator('.notice-success').textContent()).toContain('27/06/2024');
    asked = new URL(chairman.url()).pathname;

    const commune = await as('baisay.chutich', { javaScript: false, width: 360 });
    await commune.goto('/viec-cua-toi');
    await commune.locator('#giai-trinh').getByRole('link').first().click();
    expect(new URL(commune.url()).pathname).toBe(asked);
    await commune.getByLabel('Nội dung giải trình').fill('Cán bộ phụ trách nghỉ ốm; xong trước 30/6.');
    await commune.getByRole('button', { name: 'Gửi giải trình' }).click();
    expect(await commune.locator('.notice-success').textContent()).toContain('Đã gửi giải trình');

    await chairman.goto('/viec-cua-toi');
    await chairman
      .locator('#giai-trinh')
      .getByRole('link', { name: /Bãi Sậy/ })
      .click();
    expect(await facts.textContent()).toContain('xong trước 30/6');
    await chairman.getByRole('button', { name: 'Chấp nhận giải trình' }).click();
    expect(await chairman.locator('.notice-success').textContent()).toContain('Đã chấp nhận');
    expect(await chairman.locator('.badge').first().textContent()).toContain('đã chấp nhận giải trình');
  });

  it('fits one A4 sheet, and fills the wall of a meeting room without a menu', async () => {
    const chairman = await as('ubnd.chutich');
    for (const lang of ['en', 'vi']) {
      await chairman.goto(`/dieu-hanh?lang=${lang}`);
      const pdf = await chairman.pdf({ preferCSSPageSize: true });
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g), lang).toHaveLength(1);
    }
    await chairman.getByRole('link', { name: 'Toàn màn hình' }).click();
    expect(await chairman.getByRole('navigation', { name: 'Menu chính' }).isVisible()).toBe(false);
    expect(await chairman.locator('table.board-heat tbody tr').count()).toBe(21);
    await chairman.getByRole('link', { name: 'Thoát toàn màn hình' }).click();
    expect(await chairman.getByRole('navigation', { name: 'Menu chính' }).isVisible()).toBe(true);
  });

  it('walks through past weeks: the slider exchanges the board and the map', async () => {
    const chairman = await as('ubnd.chutich', { javaScript: false });
    await chairman.goto('/dieu-hanh');
    const now = await chairman.locator('.stat-value').first().textContent();
    await chairman.getByRole('link', { name: 'Tuần trước' }).click();
    expect(new URL(chairman.url()).searchParams.get('as_of')).toBe('2024-06-17');
    expect(await chairman.locator('#bang-dieu-hanh').textContent()).toContain('17/06/2024');
    expect(await chairman.locator('#ban-do').textContent()).toContain('17/06/2024');
    expect(await chairman.locator('.stat-value').first().textContent()).not.toBe(now);
  });

  it.each([
    ['a laptop', 1280, false],
    ['a phone', 360, false],
    ['a laptop in the dark', 1280, true],
  ] as const)('on %s: no serious axe finding, no sideways scroll', async (name, width, dark) => {
    const chairman = await as('ubnd.chutich', { width, dark });
    const commune = await as('baisay.chutich', { width, dark });
    await chairman.goto('/dieu-hanh');
    const cell = await chairman.locator('table.board-heat tbody td a').first().getAttribute('href');
    for (const [page, address] of [
      [chairman, '/dieu-hanh'],
      [chairman, cell ?? ''],
      [chairman, '/dieu-hanh/giai-trinh?xem=tat-ca'],
      [chairman, asked],
      [chairman, '/quy-tac-dieu-hanh'],
      [chairman, '/dieu-hanh?man-hinh=day-du'],
      [commune, '/dieu-hanh'],
      [commune, asked],
    ] as const) {
      expect((await page.goto(address))?.status(), address).toBe(200);
      await page.locator('main details').evaluateAll((all) => {
        for (const one of all) one.setAttribute('open', '');
      });
      await expectsGoodPage(page);
    }
    await chairman.goto('/dieu-hanh');
    await picture(chairman, `steering-${name.replaceAll(' ', '-')}`);
  });
});
