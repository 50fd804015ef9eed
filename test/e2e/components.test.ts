import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, picture } from '../support/browser.ts';
import { type ComponentsSite, componentsSite } from '../support/components-site.ts';
import { expectsGoodPage, visits } from '../support/visits.ts';

const chromium = findChromium();

describe.skipIf(chromium === undefined)('components in a browser', () => {
  let site: ComponentsSite;
  beforeAll(async () => {
    site = await componentsSite();
  });
  afterAll(() => site.close());
  const { newPage } = visits(chromium);

  it.each([
    [1280, 'light', 'vi'],
    [360, 'light', 'en'],
    [360, 'dark', 'vi'],
  ] as const)(
    'every component fits %i px and has no serious finding of axe, %s, in %s',
    async (width, theme, lang) => {
      const page = await newPage({ url: site.url, width, dark: theme === 'dark' });
      await page.goto(`/?lang=${lang}`);
      await expectsGoodPage(page);
      await picture(page, `components-${width}-${theme}`);
    },
  );

  it('each piece of a map is reached by the keyboard, and opens', async () => {
    const page = await newPage({ url: site.url });
    await page.goto('/');
    const piece = page.getByRole('link', { name: '6. UBND xã Đào Dương: có việc quá hạn, 5 việc quá hạn' });
    await piece.focus();
    await page.keyboard.press('Enter');
    await page.getByText('Đã mở /don-vi/6').waitFor();
  });

  it('the slider exchanges what changes with the day, follows with the address, and keeps the other parameters', async () => {
    const page = await newPage({ url: site.url });
    await page.goto('/theo-ngay?noi-dung=2');
    const slider = page.getByRole('slider', { name: 'Ngày xem' });
    await slider.focus();
    await page.keyboard.press('ArrowLeft');
    await page.getByText('Số liệu của ngày 17/06/2024').waitFor();
    expect(page.url()).toMatch(/\?noi-dung=2&as_of=2024-06-17$/);
    expect(await slider.getAttribute('aria-valuetext')).toBe('17/06/2024');
    await page.keyboard.press('ArrowRight');
    await page.getByText('Số liệu của ngày 24/06/2024').waitFor();
    expect(page.url()).toMatch(/\?noi-dung=2$/);
    await expectsGoodPage(page);
  });

  it('the slider plays to the last day and stops there', async () => {
    const page = await newPage({ url: site.url });
    await page.goto('/theo-ngay');
    await page.getByRole('button', { name: 'Chạy' }).click();
    await page.getByRole('button', { name: 'Dừng' }).waitFor();
    await page.getByText('Số liệu của ngày 03/06/2024').waitFor();
    await page.getByText('Số liệu của ngày 24/06/2024').waitFor();
    await page.getByRole('button', { name: 'Chạy' }).waitFor();
  });

  it('nothing plays for whoever asked for less movement', async () => {
    const page = await newPage({ url: site.url });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto('/theo-ngay');
    await page.getByRole('slider').waitFor();
    expect(await page.getByRole('button', { name: 'Chạy' }).isVisible()).toBe(false);
  });

  it('without a script the weeks are links and a form', async () => {
    const page = await newPage({ url: site.url, javaScript: false });
    await page.goto('/theo-ngay?noi-dung=2');
    await page.getByRole('link', { name: 'Tuần trước' }).click();
    await page.getByText('Số liệu của ngày 17/06/2024').waitFor();
    await page.getByRole('combobox', { name: 'Ngày xem' }).selectOption('03/06/2024');
    await page.getByRole('button', { name: 'Xem' }).click();
    await page.getByText('Số liệu của ngày 03/06/2024').waitFor();
    expect(page.url()).toContain('noi-dung=2');
  });
});
