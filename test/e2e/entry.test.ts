import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, findChromium, launch, picture, sidewaysOverflow } from '../support/browser.ts';
import {
  allSaved,
  cellBecomes,
  cellOf,
  type EntrySite,
  type EntryUnit,
  entrySite,
  openSheet,
} from '../support/entry-visits.ts';
import { personWithPost } from '../support/people.ts';

const chromium = findChromium();
const number = (value: number) => ({ kind: 'number', number: value });

describe.skipIf(chromium === undefined)('entry of figures', () => {
  let browser: Browser;
  let site: EntrySite;

  beforeAll(async () => {
    browser = await launch(chromium ?? '');
    site = await entrySite(browser);
    await personWithPost(site.place, 'noi.vu', { unitId: site.world.tree.office, role: 'standing' });
  });
  afterAll(async () => {
    await site?.close();
    await browser?.close();
  });

  async function numberOf(unit: EntryUnit, column: string): Promise<unknown> {
    return (await site.cells(unit))[`u.${column}`]?.value;
  }

  it('by keyboard alone: moves, edits, takes back, tells what does not add up, says “no data”; all of it is saved', async () => {
    const unit = await site.unit('UBND xã Bàn Phím');
    const page = await site.visit(unit.userName);
    await openSheet(page, unit);
    const { keyboard } = page;
    const focused = (): Promise<string | undefined> =>
      page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.key);
    await cellOf(page, 'c4').focus();

    await keyboard.type('1234');
    await keyboard.press('ArrowRight');
    expect(await focused()).toBe('u.c5');
    expect(await cellOf(page, 'c4').inputValue()).toBe('1.234');
    await keyboard.type('66');
    await keyboard.press('Enter');
    expect(await focused()).toBe('u.c6');
    await keyboard.type('1000');
    await keyboard.press('Tab');
    await keyboard.type('200');
    expect(await page.locator('[data-of="u.c3"]').textContent()).toBe('1.300');
    const error = page.locator('[data-checks="error"]');
    expect(await error.textContent()).toContain('Tiếp nhận phải bằng đã giải quyết cộng đang giải quyết.');
    expect(await cellOf(page, 'c6').getAttribute('aria-describedby')).toContain('k-k1-u');

    // Inside a cell the arrows move through its text, and Esc first ends that, then takes back.
    await keyboard.press('F2');
    await keyboard.press('ArrowLeft');
    await keyboard.press('ArrowLeft');
    await keyboard.press('Backspace');
    await keyboard.type('3');
    expect(await cellOf(page, 'c7').inputValue()).toBe('300');
    expect(await focused()).toBe('u.c7');
    expect(await error.isHidden()).toBe(true);
    await keyboard.press('Home');
    expect(await focused()).toBe('u.c7');
    await keyboard.press('Escape');
    await keyboard.press('Home');
    expect(await focused()).toBe('u.c4');
    await keyboard.press('End');
    expect(await focused()).toBe('u.c12');
    await keyboard.press('Control+Home');
    expect(await focused()).toBe('u.c4');
    await allSaved(page);
    await keyboard.type('9');
    await keyboard.press('Escape');
    expect(await cellOf(page, 'c4').inputValue()).toBe('1.234');

    await cellOf(page, 'c11').focus();
    await keyboard.type('ba quầy');
    await cellBecomes(page, 'c11', 'wrong');
    expect(await cellOf(page, 'c11').getAttribute('aria-invalid')).toBe('true');
    await keyboard.press('Shift+F2');
    await keyboard.type('chưa thống kê');
    await keyboard.press('Enter');
    expect(await focused()).toBe('u.c11');
    await allSaved(page);
    expect(await cellOf(page, 'c11').inputValue()).toBe('không có số liệu: chưa thống kê');
    expect(await page.locator('[data-part="progress"]').textContent()).toBe('5/7 ô');

    const cells = await site.cells(unit);
    expect(cells['u.c4']?.value).toEqual(number(1234));
    expect(cells['u.c5']?.value).toEqual(number(66));
    expect(cells['u.c7']?.value).toEqual(number(300));
    expect(cells['u.c11']?.value).toEqual({ kind: 'no_data', reason: 'chưa thống kê' });
    await page.reload();
    expect(await cellOf(page, 'c4').inputValue()).toBe('1.234');
  });

  it('a block copied from Excel falls on the cells from where one stands, in one save', async () => {
    const unit = await site.unit('UBND xã Dán Khối');
    const page = await site.visit(unit.userName);
    await openSheet(page, unit);
    await cellOf(page, 'c4').focus();
    await cellOf(page, 'c4').evaluate((control) => {
      const data = new DataTransfer();
      data.setData('text/plain', '1.234\t20\t1.200\t54\t9\t12\tbỏ qua\t3\tđủ\r\n');
      control.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await allSaved(page);
    const cells = await site.cells(unit);
    const said = ['c4', 'c5', 'c6', 'c7', 'c8', 'c9', 'c11'].map((column) => cells[`u.${column}`]?.value);
    expect(said).toEqual([1234, 20, 1200, 54, 9, 12, 3].map(number));
    expect(cells['u.c12']?.value).toEqual({ kind: 'words', words: 'đủ' });
    expect(await page.locator('[data-of="u.c10"]').textContent()).toBe('75');
  });

  it('a part of a rate waits for the other; then both are saved', async () => {
    const unit = await site.unit('UBND xã Tỷ Lệ');
    const page = await site.visit(unit.userName);
    await openSheet(page, unit);
    await cellOf(page, 'c8').fill('9');
    await cellBecomes(page, 'c8', 'half');
    expect((await site.cells(unit))['u.c8']?.value).toBeNull();
    await page.reload();
    expect(await cellOf(page, 'c8').inputValue()).toBe('9');
    await cellBecomes(page, 'c8', 'half');
    await cellOf(page, 'c9').fill('12');
    await allSaved(page);
    await cellOf(page, 'c8').fill('10');
    await cellBecomes(page, 'c8', 'saved');
    await allSaved(page);
    const cells = await site.cells(unit);
    expect([cells['u.c8']?.value, cells['u.c9']?.value]).toEqual([number(10), number(12)]);
    expect(cells['u.c8']?.revision).toBe(2);
  });

  it('with the network cut one goes on: a reload loses nothing, and each value is saved once when it is back', async () => {
    const unit = await site.unit('UBND xã Mất Mạng');
    const page = await site.visit(unit.userName);
    await openSheet(page, unit);
    await cellOf(page, 'c4').fill('30');
    await allSaved(page);
    // What was saved before the cut must not look lost in the page that the browser has kept.
    await page.waitForFunction(async (address) => (await caches.match(address)) !== undefined, unit.sheet);

    await site.cut(page);
    await cellOf(page, 'c5').fill('20');
    await cellOf(page, 'c11').fill('sai');
    await cellBecomes(page, 'c5', 'waiting');
    expect(await page.locator('[data-part="status"]').textContent()).toContain('Mất mạng. Số ô chờ gửi: 1.');
    await page.reload();
    await page.locator('entry-grid.ready').waitFor();
    expect(await cellOf(page, 'c4').inputValue()).toBe('30');
    expect(await cellOf(page, 'c5').inputValue()).toBe('20');
    expect(await cellOf(page, 'c11').inputValue()).toBe('sai');
    expect(await page.locator('[data-of="u.c3"]').textContent()).toBe('50');
    await cellOf(page, 'c6').fill('40');
    await cellBecomes(page, 'c6', 'waiting');
    await cellBecomes(page, 'c5', 'waiting');
    expect(await numberOf(unit, 'c5')).toBeNull();
    await picture(page, 'entry-offline');

    await site.mend(page);
    await cellBecomes(page, 'c5', 'saved');
    await cellBecomes(page, 'c6', 'saved');
    const cells = await site.cells(unit);
    expect(cells['u.c5']).toMatchObject({ value: number(20), revision: 1 });
    expect(cells['u.c6']).toMatchObject({ value: number(40), revision: 1 });
    expect(cells['u.c4']).toMatchObject({ value: number(30), revision: 1 });
    await cellBecomes(page, 'c11', 'wrong');
  });

  it('an answer that is lost on the way is asked for again, and the value is saved once', async () => {
    const unit = await site.unit('UBND xã Mất Lời');
    const page = await site.visit(unit.userName);
    await openSheet(page, unit);
    let lost = 0;
    await page.route('**/o', async (route) => {
      if (lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      await route.abort('connectionreset');
    });
    await cellOf(page, 'c4').fill('30');
    await cellBecomes(page, 'c4', 'waiting');
    expect(await numberOf(unit, 'c4')).toEqual(number(30));
    await cellBecomes(page, 'c4', 'saved');
    expect(lost).toBe(1);
    expect((await site.cells(unit))['u.c4']?.revision).toBe(1);
  });

  it('what somebody else changed meanwhile is shown with who and what; one keeps either', async () => {
    const unit = await site.unit('UBND xã Hai Người');
    await site.otherSaves(unit, 'u.c4', 10);
    await site.otherSaves(unit, 'u.c5', 11);
    const page = await site.visit(unit.userName);
    await openSheet(page, unit);
    await site.cut(page);
    await cellOf(page, 'c5').fill('31');
    await cellOf(page, 'c4').fill('30');
    await cellBecomes(page, 'c4', 'waiting');
    await site.otherSaves(unit, 'u.c4', 15);
    await site.otherSaves(unit, 'u.c5', 16);
    await site.mend(page);
    await cellBecomes(page, 'c4', 'conflict');
    await cellBecomes(page, 'c5', 'conflict');
    expect(await cellOf(page, 'c4').inputValue()).toBe('30');
    const panel = page.locator('[data-part="panel"]');
    expect(await panel.textContent()).toContain('Xung đột: member UBND xã Hai Người ghi “15”');
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'entry-conflict');
    expect(await numberOf(unit, 'c4')).toEqual(number(15));

    await page.keyboard.press('Shift+F2');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Giữ số của tôi');
    await page.keyboard.press('Enter');
    await cellBecomes(page, 'c4', 'saved');
    expect(await numberOf(unit, 'c4')).toEqual(number(30));
    await cellOf(page, 'c5').focus();
    await panel.getByRole('button', { name: 'Lấy số kia' }).click();
    expect(await cellOf(page, 'c5').inputValue()).toBe('16');
    expect(await numberOf(unit, 'c5')).toEqual(number(16));
    await page.reload();
    expect(await cellOf(page, 'c5').inputValue()).toBe('16');
  });

  it('what one person left unsent is never sent by another in the same browser, nor lost; after signing out no page is kept', async () => {
    const unit = await site.unit('UBND xã Chung Máy');
    await personWithPost(site.place, 'xa.chung.may', { unitId: unit.unitId, role: 'member' });
    const left = await site.visit(unit.userName);
    await openSheet(left, unit);
    await left.waitForFunction(async (address) => (await caches.match(address)) !== undefined, unit.sheet);
    await site.cut(left);
    await cellOf(left, 'c4').fill('30');
    await cellBecomes(left, 'c4', 'waiting');
    // Closed, not left for another page: a browser lets a page that is left run on for a moment behind the next one, and whatever that
    // one sends then it sends rightly, in its person's own session.
    const page = await left.context().newPage();
    await left.close();
    await site.mend(page);
    const ownValue = async (): Promise<unknown> => (await site.cells(unit))['u.c4'];
    const signOut = async (): Promise<void> => {
      await page.goto('/tai-khoan');
      await page
        .locator('header form[action="/dang-xuat"] button')
        .first()
        .evaluate((one: HTMLElement) => one.click());
      await page.waitForURL((url) => !url.pathname.startsWith('/tai-khoan'));
    };
    const signIn = async (userName: string): Promise<void> => {
      await site.signIn(page, userName);
      await openSheet(page, unit);
    };
    await signOut();
    await page.waitForFunction(async (address) => (await caches.match(address)) === undefined, unit.sheet);
    expect(await ownValue()).toMatchObject({ value: null });
    await signIn('xa.chung.may');
    expect(await cellOf(page, 'c4').inputValue()).toBe('');
    await cellOf(page, 'c5').fill('5');
    await allSaved(page);
    expect(await ownValue()).toMatchObject({ value: null });
    await signOut();
    await signIn(unit.userName);
    await cellBecomes(page, 'c4', 'saved');
    expect(await ownValue()).toMatchObject({
      value: number(30),
      byName: `Người ${unit.userName}`,
      revision: 1,
    });
  });

  it('without JavaScript on a phone: what is refused comes back as typed, “no data” has a page, a whole sheet is confirmed and corrected', async () => {
    const unit = await site.unit('UBND xã Không Máy');
    const page = await site.visit(unit.userName, { javaScript: false, width: 360 });
    await page.goto('/so-lieu');
    await page
      .getByRole('link', { name: /BM\.01/ })
      .first()
      .click();
    expect(new URL(page.url()).pathname).toBe(unit.sheet);
    for (const [column, text] of Object.entries({ c4: '30', c5: '20', c6: '40', c7: 'mười' }))
      await cellOf(page, column).fill(text);
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    expect(await page.locator('.notice-error').textContent()).toContain('Đã lưu 3 ô');
    await page.locator('.error-summary a').click();
    expect(await cellOf(page, 'c7').inputValue()).toBe('mười');
    await cellOf(page, 'c7').fill('11');
    await page.getByRole('button', { name: 'Lưu và xác nhận đủ' }).click();
    expect(await page.locator('.error-summary').textContent()).toContain('chưa nhập');
    expect(await cellOf(page, 'c7').inputValue()).toBe('11');
    expect(await numberOf(unit, 'c7')).toBeNull();
    for (const [column, text] of Object.entries({ c8: '9', c9: '12' })) await cellOf(page, column).fill(text);
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    expect(await page.locator('[data-checks="error"]').textContent()).toContain('Tiếp nhận phải bằng');

    await page.getByRole('link', { name: 'UBND xã Không Máy' }).click();
    await page.getByRole('link', { name: 'Số quầy' }).click();
    await page.getByLabel('Lý do không có số liệu').fill('chưa thống kê');
    await page.getByRole('button', { name: 'Ghi “không có số liệu”' }).click();
    await page.getByLabel('Thêm ghi chú').fill('Sẽ bổ sung trong tháng 7.');
    await page.getByRole('button', { name: 'Thêm ghi chú' }).click();
    expect(await page.locator('#ghi-chu').textContent()).toContain('Sẽ bổ sung trong tháng 7.');
    await page.getByRole('link', { name: 'Về biểu' }).click();
    expect(await cellOf(page, 'c11').inputValue()).toBe('không có số liệu: chưa thống kê');
    await cellOf(page, 'c7').fill('10');
    await page.getByRole('button', { name: 'Lưu và xác nhận đủ' }).click();
    expect(await page.locator('.notice-success').first().textContent()).toContain('xác nhận');
    await page.getByRole('button', { name: 'Sửa lại biểu' }).click();
    expect(await page.locator('.notice-success').first().textContent()).toContain('Đã lấy lại xác nhận');
  });

  it('the agency of the form reads all units in one table, enters for one, and sees checks by the unit’s name', async () => {
    const unit = await site.unit('UBND xã Nhờ Nhập');
    await site.otherSaves(unit, 'u.c4', 10);
    const page = await site.visit('noi.vu');
    await page.goto(`/so-lieu/${site.world.formId}/2024-H1/tat-ca`);
    await page.locator('entry-grid.ready').waitFor();
    const row = page.getByRole('row', { name: /UBND xã Nhờ Nhập/ });
    expect(await row.locator('[data-key="u.c4"]').count()).toBe(0);
    expect(await row.textContent()).toContain('10');
    for (const [column, text] of Object.entries({ c5: '5', c6: '5', c7: '5' }))
      await row.locator(`[data-key="u.${column}"]`).fill(text);
    await allSaved(page);
    expect(await page.locator('[data-checks="error"]').textContent()).toContain(
      'UBND xã Nhờ Nhập: Tiếp nhận phải bằng',
    );
    expect(await row.locator('[data-of="u.c3"]').textContent()).toBe('15');
    expect(await numberOf(unit, 'c7')).toEqual(number(5));
  });

  it.each([
    ['a laptop', 1280, false],
    ['a phone', 360, false],
    ['a laptop in the dark', 1280, true],
  ] as const)('on %s: no serious axe finding, no sideways scroll', async (name, width, dark) => {
    const unit = await site.unit(`UBND xã Xem ${name}`);
    for (const [key, value] of Object.entries({ 'u.c4': 30, 'u.c5': 20, 'u.c6': 40, 'u.c7': 9 }))
      await site.otherSaves(unit, key, value);
    const commune = await site.visit(unit.userName, { width, dark });
    const standing = await site.visit('noi.vu', { width, dark });
    const pages = [
      [commune, '/so-lieu'],
      [commune, `${unit.sheet}/o/u.c4`],
      [commune, `${unit.sheet}?so-sanh=co`],
      [commune, unit.sheet],
      [standing, '/so-lieu'],
      [standing, unit.sheet],
      [standing, `/so-lieu/${site.world.formId}/2024-H1/tat-ca`],
    ] as const;
    for (const [page, address] of pages) {
      expect((await page.goto(address))?.status(), address).toBe(200);
      if (await page.locator('entry-grid').count()) {
        await page.locator('entry-grid.ready').waitFor();
        await page.locator('[data-key="u.c8"]').first().focus();
      }
      await page.locator('main details').evaluateAll((all) => {
        for (const one of all) one.setAttribute('open', '');
      });
      expect(await axeFindings(page), address).toEqual([]);
      expect(await sidewaysOverflow(page), address).toBe(0);
    }
    await picture(commune, `entry-${name.replaceAll(' ', '-')}`);
    await picture(standing, `entry-all-${name.replaceAll(' ', '-')}`);
  });
});
