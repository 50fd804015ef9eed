import { describe, expect, it } from 'vitest';
import { findChromium, picture } from '../support/browser.ts';
import { expectsGoodPage, visits } from '../support/visits.ts';

const chromium = findChromium();

describe.skipIf(chromium === undefined)('people behind the work', () => {
  const { as } = visits(chromium);

  it('without JavaScript: a head hands on, goes on leave, and the deputy finds the work and answers in a comment', async () => {
    const head = await as('tuphap.truongphong', { javaScript: false });
    await head.goto('/viec-cua-toi');
    await head.getByRole('link', { name: 'Giao việc trong đơn vị' }).click();
    const boxes = head.locator('input[name=chon]');
    const handed = `/phan-viec/${(await boxes.nth(0).inputValue()).split(':')[0]}`;
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await head.getByLabel('Giao cho').selectOption({ label: 'Trưởng phòng' });
    await head.getByLabel('Lời dặn').fill('Xong trước thứ Sáu.');
    await head.getByRole('button', { name: 'Giao người phụ trách' }).click();
    expect(await head.locator('.notice-success').textContent()).toContain('Đã giao 2 phần việc.');

    await head.goto('/tai-khoan');
    await head.getByRole('link', { name: 'Ghi ngày nghỉ, chọn người thay' }).click();
    await head.getByLabel('Ngày nghỉ đầu tiên').fill('24/06/2024');
    await head.getByLabel('Ngày nghỉ cuối cùng', { exact: true }).fill('28/06/2024');
    await head.getByLabel('Lý do').selectOption({ label: 'Đi công tác' });
    await head.getByLabel('Người thay').selectOption({ label: 'Lê Phương Loan · Phó Trưởng phòng' });
    await head.getByRole('button', { name: 'Ghi ngày nghỉ' }).click();
    expect(await head.locator('.notice-success').textContent()).toContain('24/06/2024');

    const deputy = await as('tuphap.phophong', { javaScript: false });
    await deputy.goto('/viec-cua-toi?xem=giao-cho-toi');
    // What the unit's plan already gave to its head is the deputy's too.
    expect(await deputy.locator('a.row-link').count()).toBeGreaterThanOrEqual(2);
    expect(await deputy.locator('.notice-info').textContent()).toContain('Bùi Hữu Quyết');
    const address = (await deputy.locator(`a.row-link[href="${handed}"]`).getAttribute('href')) ?? '';
    await deputy.goto(address);
    expect(await deputy.locator('#phu-trach').textContent()).toContain(
      'Lê Phương Loan, Phó Trưởng phòng, thay Bùi Hữu Quyết đi công tác đến hết 28/06/2024',
    );
    await deputy.getByLabel('Viết trao đổi').fill('Nhờ @khong.co.ai xem giúp');
    await deputy.getByRole('button', { name: 'Gửi trao đổi' }).click();
    expect(await deputy.getByRole('alert').textContent()).toContain('khong.co.ai');
    await deputy.getByLabel('Viết trao đổi').fill('Nhờ @noivu.truongphong cho biết biểu mẫu');
    await deputy.getByRole('button', { name: 'Gửi trao đổi' }).click();
    expect(await deputy.locator('#trao-doi').textContent()).toContain('@Vũ Quang Hải');

    const standing = await as('noivu.truongphong', { javaScript: false });
    await standing.goto('/thong-bao');
    expect(await standing.locator('main').textContent()).toContain('Lê Phương Loan nhắc bạn');
    await standing.goto(`${address}/lich-su`);
    const told = await standing.locator('.timeline').textContent();
    expect(told).toContain('người giữ chức vụ Trưởng phòng phụ trách.');
    expect(told).toContain('cho biết biểu mẫu');
  });

  it('the keyboard reaches the comment, its names and the button in the order they are read', async () => {
    const page = await as('gddt.phophong');
    await page.goto('/viec-cua-toi');
    await page.locator('a.row-link').first().click();
    await page.waitForURL('**/phan-viec/**');
    await page.getByLabel('Viết trao đổi').focus();
    await page.keyboard.type('Đã nhận việc');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('nhac');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**#trao-doi');
    expect(await page.locator('#trao-doi').textContent()).toContain('Đã nhận việc');
  });

  it.each([
    ['a laptop', 1280, false],
    ['a phone', 360, false],
    ['a laptop in the dark', 1280, true],
  ] as const)('on %s: no serious axe finding, no sideways scroll', async (name, width, dark) => {
    const page = await as('gddt.truongphong', { width, dark });
    await page.goto('/viec-cua-toi');
    const work = new URL(
      await page
        .locator('a.row-link')
        .first()
        .evaluate((link) => (link as HTMLAnchorElement).href),
    );
    for (const address of [
      '/tai-khoan/nghi-uy-quyen',
      '/giao-viec',
      `${work.pathname}/lich-su`,
      work.pathname,
    ]) {
      expect((await page.goto(address))?.status(), address).toBe(200);
      // What is folded away is looked at as well.
      await page.locator('main details').evaluateAll((all) => {
        for (const one of all) one.setAttribute('open', '');
      });
      await expectsGoodPage(page);
      const kind = address.replace(/[0-9a-f-]{36}/, 'id').replaceAll('/', '_');
      await picture(page, `people-${name.replaceAll(' ', '-')}${kind}`);
    }
  });
});
