import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { axeFindings, findChromium, picture } from '../support/browser.ts';
import { expectsGoodPage, visits } from '../support/visits.ts';

const chromium = findChromium();

/** Fills cells of the first sheet in as Excel would, text in place: `{ H3: 'đang làm' }`. */
function filledIn(bytes: Uint8Array, cells: Readonly<Record<string, string>>): Uint8Array {
  const parts = unzipSync(bytes);
  let sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  for (const [address, text] of Object.entries(cells)) {
    const cell = new RegExp(`<c r="${address}" s="(\\d+)"(?:/>|[^>]*>.*?</c>)`);
    sheet = sheet.replace(cell, `<c r="${address}" s="$1" t="inlineStr"><is><t>${text}</t></is></c>`);
  }
  return zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(sheet) });
}

describe.skipIf(chromium === undefined)('a whole month', () => {
  const { as } = visits(chromium);

  it('without JavaScript: a commune records its month on one screen; a row that lacks evidence keeps all of it open', async () => {
    const page = await as('vannhue.vanphong', { javaScript: false });
    await page.goto('/viec-cua-toi');
    await page.getByRole('link', { name: 'Ghi việc cả tháng' }).click();
    const what = page.locator('select[name^="what."]');
    await what.nth(0).selectOption('start');
    await page.locator('textarea[name^="note."]').nth(0).fill('Đã triển khai đến các thôn.');
    // Products that are only counted ask for a number, the others for evidence.
    await what.nth(1).selectOption('claim');
    await page.getByRole('button', { name: 'Lưu cả tháng' }).click();
    expect(await page.locator('.error-summary').textContent()).toContain('chưa dòng nào được lưu');
    expect(await page.locator('textarea[name^="note."]').nth(0).inputValue()).toBe(
      'Đã triển khai đến các thôn.',
    );
    await what.nth(1).selectOption('start');
    await page.getByRole('button', { name: 'Lưu cả tháng' }).click();
    expect(await page.locator('.notice-success').textContent()).toContain('Đã ghi 2 phần việc');
  });

  it('the sheet goes out, comes back filled in, is shown first and then recorded', async () => {
    const page = await as('vannhue.vanphong');
    await page.goto('/viec-thang');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Tải biểu Excel để điền' }).click(),
    ]);
    const bytes = new Uint8Array(await readFile(await download.path()));
    const file = path.join(tmpdir(), `danbiet-${process.pid}-bieu.xlsx`);
    await writeFile(
      file,
      filledIn(bytes, { H3: 'đang làm', I3: '20/06/2024', J3: 'Ghi bằng biểu', H4: 'làm xong' }),
    );
    await page.getByRole('link', { name: 'Nhập biểu đã điền' }).click();
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: 'Đọc biểu' }).click();
    await page.waitForURL('**/viec-thang/nhap/*');
    expect(await page.locator('main').textContent()).toContain('ô H4');
    expect(await axeFindings(page)).toEqual([]);
    await writeFile(file, filledIn(bytes, { H3: 'đang làm', I3: '20/06/2024', J3: 'Ghi bằng biểu' }));
    await page.goto('/viec-thang/nhap');
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: 'Đọc biểu' }).click();
    await page.waitForURL('**/viec-thang/nhap/*');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ghi 1 phần việc' }).click();
    await page.waitForURL(/viec-thang\?/);
    expect(await page.locator('.notice-success').textContent()).toContain('Đã ghi 1 phần việc');
  });

  it.each([
    ['a laptop', 1280, false],
    ['a phone', 360, false],
    ['a laptop in the dark', 1280, true],
  ] as const)('on %s: no serious axe finding, no sideways scroll', async (name, width, dark) => {
    const page = await as('vannhue.vanphong', { width, dark });
    for (const address of ['/viec-thang', '/viec-thang?pham-vi=tat-ca', '/viec-thang/nhap']) {
      expect((await page.goto(address))?.status(), address).toBe(200);
      await expectsGoodPage(page);
    }
    await page.goto('/viec-thang');
    await picture(page, `month-${name.replaceAll(' ', '-')}`);
  });

  it('the keyboard goes through a row as it is read: what, day, words, then the next row', async () => {
    const page = await as('vannhue.vanphong');
    await page.goto('/viec-thang');
    await page.locator('select[name^="what."]').first().focus();
    const names: (string | null)[] = [];
    for (let step = 0; step < 4; step++) {
      await page.keyboard.press('Tab');
      names.push(
        await page.evaluate(() => document.activeElement?.getAttribute('name')?.split('.')[0] ?? null),
      );
    }
    expect(names[0]).toBe('day');
    expect(names).toContain('note');
    expect(names.indexOf('note')).toBeGreaterThan(names.indexOf('day'));
  });
});
