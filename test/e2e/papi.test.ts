import { describe, expect, it } from 'vitest';
import { findChromium, picture } from '../support/browser.ts';
import { resultsWorkbook } from '../support/papi-workbooks.ts';
import { expectsGoodPage, visits } from '../support/visits.ts';

const chromium = findChromium();

const workbook = (wrong = false) => ({
  name: 'papi-2019.xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: Buffer.from(
    resultsWorkbook([
      {
        year: 2019,
        tab: '2019',
        title: 'PAPI 2019',
        standardError: () => 0.05,
        value: (place, code, own) => (wrong && place === '33' && code === '1.1' ? 9.9 : (own ?? null)),
      },
    ]),
  ),
});

describe.skipIf(chromium === undefined)('the index as published', () => {
  const { as } = visits(chromium);

  it('without JavaScript: a commune reads the province, opens a content’s ranking and another province', async () => {
    const commune = await as('baisay.chutich', { javaScript: false, width: 360 });
    await commune.goto('/chi-so');
    const main = commune.getByRole('main');
    expect(await main.textContent()).toContain('Chỉ số PAPI của Hưng Yên');
    expect(await main.textContent()).toContain('CECODES');
    await main.getByRole('link', { name: '1. Tham gia của người dân ở cấp cơ sở' }).click();
    expect(new URL(commune.url()).searchParams.get('theo')).toBe('D1');
    await main.getByRole('link', { name: 'Hà Nội', exact: true }).click();
    expect(new URL(commune.url()).pathname).toBe('/chi-so/tinh/01');
    expect(await main.getByRole('link', { name: 'Nhập kết quả' }).count()).toBe(0);
  });

  it('without JavaScript: the standing agency sees what is wrong in a workbook, imports the right one, draws ranks with their intervals and sets a target', async () => {
    const standing = await as('noivu.truongphong', { javaScript: false });
    await standing.goto('/chi-so');
    await standing.getByRole('link', { name: 'Nhập kết quả' }).click();
    await standing.getByLabel('Tệp kết quả').setInputFiles(workbook(true));
    await standing.getByRole('button', { name: 'Xem trước' }).click();
    expect(await standing.getByRole('main').textContent()).toMatch(/2019!C\d+/);
    expect(await standing.getByRole('button', { name: 'Nhập kết quả này' }).count()).toBe(0);
    await standing.getByRole('link', { name: 'Chọn tệp khác' }).click();
    await standing.getByLabel('Tệp kết quả').setInputFiles(workbook());
    await standing.getByRole('button', { name: 'Xem trước' }).click();
    await standing.getByRole('button', { name: 'Nhập kết quả này' }).click();
    expect(await standing.locator('.notice-success').textContent()).toContain('Đã nhập');
    await standing.goto('/chi-so/khoang-hang');
    await standing.getByLabel('Năm', { exact: true }).selectOption('2019');
    await standing.getByLabel('Số lần rút').fill('200');
    await standing.getByRole('button', { name: 'Bắt đầu tính' }).click();
    await expect
      .poll(
        async () => {
          await standing.reload();
          return standing.getByRole('main').textContent();
        },
        { timeout: 40_000 },
      )
      .toContain('200 trong 200 lần rút');
    expect(await standing.getByRole('row', { name: /Hưng Yên/ }).textContent()).toMatch(/\d+–\d+/);
    await standing.goto('/chi-so');
    await standing.getByText('Đặt mục tiêu', { exact: true }).click();
    await standing.getByRole('button', { name: 'Lưu' }).click();
    expect(await standing.locator('#muc-tieu').textContent()).toContain('Tăng bậc so với năm 2023');
  });

  it.each([
    ['a laptop', 1280, false],
    ['a phone', 360, false],
    ['a phone in the dark', 360, true],
  ] as const)('on %s every page of it is a good page', async (_, width, dark) => {
    const page = await as('noivu.truongphong', { width, dark });
    for (const path of [
      '/chi-so',
      '/chi-so/tinh/01?nam=2018',
      '/chi-so/xep-hang?lang=en',
      '/chi-so/nhap?lang=vi',
      '/chi-so/khoang-hang',
    ]) {
      await page.goto(path);
      await expectsGoodPage(page);
      if (!dark) await picture(page, `papi-${path.replace(/\W+/g, '-')}-${width}`);
    }
  });
});
