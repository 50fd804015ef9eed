import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, picture } from '../support/browser.ts';
import { COMMUNES_PASSWORD, communesWorld, personAt } from '../support/communes-world.ts';
import { madeGeoJson } from '../support/made-boundaries.ts';
import { type MovingSite, movingSite } from '../support/moving-site.ts';
import { expectsGoodPage, visits } from '../support/visits.ts';

const chromium = findChromium();

describe.skipIf(chromium === undefined)('boundaries of units', () => {
  const names = [
    'Bãi Sậy',
    'Bắc Sơn',
    'Cẩm Ninh',
    'Đa Lộc',
    'Đặng Lễ',
    'Hạ Lễ',
    'Hồ Tùng Mậu',
    'Nguyễn Trãi',
  ];
  let site: MovingSite;
  beforeAll(async () => {
    site = await movingSite();
    const ids = await communesWorld(site, Object.fromEntries(names.map((name) => [name, null])));
    await personAt(site, 'quan.tri', 'admin', ids.get('huyện Ân Thi') ?? '');
  });
  afterAll(() => site.close());
  const { as } = visits(chromium);

  const file = (from: readonly string[]) => ({
    name: 'ranh-gioi.geojson',
    mimeType: 'application/geo+json',
    buffer: Buffer.from(madeGeoJson(from.map((name) => ({ name })))),
  });

  it('the administrator uploads a file, sees it on a map, corrects it, and saves it', async () => {
    const page = await as('quan.tri', { url: site.url, password: COMMUNES_PASSWORD });
    await page.goto('/don-vi');
    await page.getByRole('link', { name: 'Ranh giới' }).click();
    await page.getByText('Chưa có ranh giới nào').waitFor();
    await page.getByLabel('Tệp GeoJSON').setInputFiles(file([...names, 'Không Có']));
    await page.getByLabel('Nguồn ranh giới').fill('Bản đồ thử nghiệm');
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await page.getByText('Không tìm thấy đơn vị “Không Có”').waitFor();
    await expectsGoodPage(page);
    expect(await page.getByRole('button', { name: 'Lưu các ranh giới này' }).count()).toBe(0);

    await page.getByRole('link', { name: 'Chọn tệp khác' }).click();
    await page.getByLabel('Tệp GeoJSON').setInputFiles(file(names));
    await page.getByLabel('Nguồn ranh giới').fill('Bản đồ thử nghiệm');
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await expectsGoodPage(page);
    await picture(page, 'boundaries-preview-1280');
    await page.setViewportSize({ width: 360, height: 800 });
    await expectsGoodPage(page);
    await picture(page, 'boundaries-preview-360');
    await page.getByRole('button', { name: 'Lưu các ranh giới này' }).click();
    await page.getByText('Đã lưu ranh giới của 8 đơn vị.').waitFor();
    await expectsGoodPage(page);
    await page.setViewportSize({ width: 1280, height: 900 });
    await picture(page, 'boundaries-1280');
    await page.getByRole('link', { name: '6. UBND xã Hạ Lễ: có ranh giới' }).click();
    await page.getByRole('heading', { name: 'UBND xã Hạ Lễ', level: 1 }).waitFor();
  });
});
