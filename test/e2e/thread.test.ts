import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findChromium, picture } from '../support/browser.ts';
import { expectsGoodPage, visits } from '../support/visits.ts';

const chromium = findChromium();

describe.skipIf(chromium === undefined)('the thread from score to work', () => {
  const { as } = visits(chromium);

  it('without JavaScript: from the weakest part over its cause to a task in the draft of the plan’s amendment', async () => {
    const standing = await as('noivu.truongphong', { javaScript: false });
    await standing.goto('/chi-so/phan-tich');
    expect(await standing.locator('.kicker').textContent()).toContain('PAPI năm 2023');
    const weakest = standing.locator('main a.row-link').first();
    expect(await weakest.textContent()).toContain('7.3. Chất lượng nước');
    await weakest.click();
    const main = standing.getByRole('main');
    expect(await main.textContent()).toContain('Tồn tại, hạn chế');

    await standing.getByLabel('Lên mức').fill('0,9');
    await standing.getByRole('button', { name: 'Tính' }).click();
    expect(await standing.getByRole('row', { name: /^Hạng/ }).textContent()).toMatch(/tăng \d+ hạng/);

    await standing
      .getByRole('button', { name: /^Soạn nhiệm vụ vào dự thảo sửa đổi từ mô hình “Đo nước/ })
      .click();
    expect(new URL(standing.url()).pathname).toMatch(/\/sua-doi\/du-thao$/);
    expect(await standing.locator('.notice-success').textContent()).toContain('Đã mở dự thảo sửa đổi');
    const draft = await main.textContent();
    expect(draft).toContain('Đo chất lượng nước kênh qua khu dân cư');
    expect(draft).toContain('Phòng Tài nguyên và Môi trường');
    expect(draft).toContain('Kết quả PAPI năm 2023');

    await standing.goto('/chi-so/phan-tich/7.3');
    expect(await main.textContent()).toContain('trong dự thảo sửa đổi');
  });

  it('without JavaScript: the office that answers for a part writes its cause anew; a commune reads it on a phone and takes a practice over', async () => {
    const office = await as('tnmt.truongphong', { javaScript: false });
    await office.goto('/chi-so/phan-tich/2.4');
    await office.getByText('Ghi nguyên nhân', { exact: true }).click();
    await office.getByLabel('Tồn tại, hạn chế').fill('Ít người biết quy hoạch đất của xã.');
    await office.getByLabel('Nguyên nhân', { exact: true }).fill('Bản đồ chỉ treo ở trụ sở.');
    await office.getByRole('button', { name: 'Lưu nguyên nhân' }).click();
    expect(await office.getByLabel('Tồn tại, hạn chế').inputValue()).toBe(
      'Ít người biết quy hoạch đất của xã.',
    );
    await office.getByLabel('Trách nhiệm', { exact: true }).fill('UBND xã treo thêm tại nhà văn hóa.');
    await office.getByRole('button', { name: 'Lưu nguyên nhân' }).click();
    expect(await office.locator('.notice-success').textContent()).toContain('Đã lưu nguyên nhân');

    const commune = await as('phuung.vanphong', { javaScript: false, width: 360 });
    await commune.goto('/chi-so/phan-tich/2.4');
    expect(await commune.getByRole('main').textContent()).toContain('Bản đồ chỉ treo ở trụ sở.');
    expect(await commune.getByRole('button', { name: /^Soạn nhiệm vụ/ }).count()).toBe(0);
    await commune.goto('/mo-hinh-hay?tim=thu%20xin%20loi');
    await commune.locator('main a.row-link').first().click();
    await commune.getByText('Ghi đơn vị áp dụng', { exact: true }).first().click();
    await commune.getByLabel('Đo bằng số liệu nào').fill('Hồ sơ quá hạn không có thư xin lỗi');
    await commune.getByLabel('Số liệu trước khi áp dụng').fill('12');
    await commune.getByRole('button', { name: 'Ghi đơn vị áp dụng' }).click();
    expect(await commune.locator('#ap-dung').textContent()).toContain('UBND xã Phù Ủng');
  });

  it.each([
    ['a laptop', 1280, false],
    ['a phone', 360, false],
    ['a laptop in the dark', 1280, true],
  ] as const)('on %s: no serious axe finding, no sideways scroll', async (name, width, dark) => {
    const standing = await as('noivu.truongphong', { width, dark });
    const look = async (page: Page, address: string): Promise<void> => {
      expect((await page.goto(address))?.status(), address).toBe(200);
      // What is folded away is looked at as well.
      await page.locator('main details').evaluateAll((all) => {
        for (const one of all) one.setAttribute('open', '');
      });
      await expectsGoodPage(page);
    };
    for (const address of [
      '/chi-so/phan-tich',
      '/chi-so/phan-tich?lang=en',
      '/chi-so/phan-tich/7.3?lang=en&ma=7.3&den=0.9',
      '/chi-so/phan-tich/2.3?lang=vi&ma=2.3&den=1,5',
      '/chi-so/phan-tich/4.1?nam=2018',
      '/chi-so/phu-trach',
      '/mo-hinh-hay',
      '/mo-hinh-hay/them',
    ])
      await look(standing, address);
    await picture(standing, `practice-form-${name.replaceAll(' ', '-')}`);
    await standing.goto('/mo-hinh-hay?tim=ngan%20sach');
    const practice = (await standing.locator('main a.row-link').first().getAttribute('href')) ?? '';
    await look(standing, practice);
    await standing.goto('/chi-so/phan-tich');
    await picture(standing, name === 'a laptop' ? 'analysis-1280' : `analysis-${name.replaceAll(' ', '-')}`, {
      forReadme: name === 'a laptop',
    });
  });
});
