import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axeFindings, findChromium, picture, sidewaysOverflow, signInAs } from '../support/browser.ts';
import { phonePhoto } from '../support/pictures.ts';
import { expectsGoodPage, visits } from '../support/visits.ts';

const chromium = findChromium();

describe.skipIf(chromium === undefined)('journeys through the example', () => {
  const { newPage } = visits(chromium);

  it('a stranger is sent to sign in, and comes back to the page first asked for', async () => {
    const page = await newPage();
    await page.goto('/dieu-hanh');
    expect(new URL(page.url()).pathname).toBe('/dang-nhap');
    await page.getByLabel('Tên đăng nhập', { exact: false }).first().fill('noivu.truongphong');
    await page.getByLabel('Mật khẩu', { exact: true }).fill('dan-biet-2024');
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await page.waitForURL('**/dieu-hanh');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Điều hành');
  });

  it('a wrong password says so in words and keeps the name that was typed', async () => {
    const page = await newPage();
    await page.goto('/dang-nhap');
    await page.getByLabel('Tên đăng nhập', { exact: false }).first().fill('noivu.truongphong');
    await page.getByLabel('Mật khẩu', { exact: true }).fill('khong-dung-dau');
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    expect(new URL(page.url()).pathname).toBe('/dang-nhap');
    expect(await page.getByRole('alert').first().isVisible()).toBe(true);
    expect(await page.getByLabel('Tên đăng nhập', { exact: false }).first().inputValue()).toBe(
      'noivu.truongphong',
    );
  });

  it('the board shows every commune by eight contents and a cell opens to its facts and exactly its work', async () => {
    const page = await newPage();
    await signInAs(page, 'ubnd.chutich');
    await page.goto('/dieu-hanh');
    const rows = page.locator('table.board tbody tr');
    expect(await rows.count()).toBe(21);
    const cell = page.locator('table.board tbody tr').first().locator('td a').first();
    const counts = await cell.locator('.cell-counts > span').first().textContent();
    const expected = Number(counts?.match(/\/(\d+)/)?.[1]);
    await cell.click();
    await page.waitForURL('**/dieu-hanh/o?**');
    expect(await page.getByRole('main').textContent()).toContain(`/${expected};`);
    await page.getByRole('link', { name: 'Mở danh sách đầy đủ' }).click();
    await page.waitForURL('**/phan-viec?**');
    const said = Number((await page.locator('.pager p').textContent())?.match(/(\d+)/)?.[1]);
    // The board leaves out what does not apply; the list shows it.
    expect(said).toBeGreaterThanOrEqual(expected);
    expect(new URL(page.url()).searchParams.get('noi-dung')).toBe('1');
    await page.goto('/dieu-hanh');
    await picture(page, 'board-1280', { forReadme: true });
  });

  it('a commune on a phone is refused without evidence, sends a photo and a file, is returned, claims again and is accepted', async () => {
    const commune = await newPage({ width: 360 });
    await signInAs(commune, 'baisay.chutich');
    await commune.goto('/viec-cua-toi');
    await commune.locator('table.data tbody a.row-link').first().click();
    await commune.waitForURL('**/phan-viec/**');
    const address = commune.url();
    await commune.getByLabel('Nội dung', { exact: true }).fill('Đã niêm yết tại 3 nhà văn hóa thôn.');
    await commune.getByRole('button', { name: 'Báo hoàn thành' }).click();
    expect(await commune.getByRole('alert').first().textContent()).toContain('tệp văn bản hoặc đường dẫn');
    expect(await commune.getByLabel('Nội dung', { exact: true }).inputValue()).toContain('3 nhà văn hóa');
    await expectsGoodPage(commune);
    const photo = await phonePhoto(
      { takenAt: '2024:06:20 08:30:00', orientation: 6 },
      { width: 1200, height: 900 },
    );
    await commune
      .locator('#anh-doer')
      .setInputFiles({ name: 'IMG_2041.jpg', mimeType: 'image/jpeg', buffer: photo });
    const report = Buffer.from('%PDF-1.7\nbao cao\n%%EOF\n');
    await commune
      .locator('#tep-doer')
      .setInputFiles({ name: 'Báo cáo.pdf', mimeType: 'application/pdf', buffer: report });
    await commune.getByLabel('Số lượng').fill('1.250');
    await commune.getByRole('button', { name: 'Báo hoàn thành' }).click();
    expect(await commune.locator('.badge').first().textContent()).toContain('chờ xác nhận');
    expect(await commune.getByRole('button', { name: 'Chấp nhận' }).count()).toBe(0);
    const shown = commune.locator('#minh-chung img');
    await shown.scrollIntoViewIfNeeded();
    await commune.waitForFunction(() => {
      const image = document.querySelector<HTMLImageElement>('#minh-chung img');
      return image?.complete === true && image.naturalHeight > image.naturalWidth;
    });
    await expectsGoodPage(commune);
    await picture(commune, 'evidence-360');

    const standing = await newPage();
    await signInAs(standing, 'noivu.truongphong');
    await standing.goto(address);
    expect(await standing.locator('#minh-chung').textContent()).toContain('máy ảnh ghi lúc 20/06/2024 08:30');
    await standing.getByRole('button', { name: 'Trả lại' }).click();
    expect(await standing.getByRole('alert').first().textContent()).toContain('lý do');
    await standing.locator('#noi_dung-acceptor').fill('Thiếu ảnh niêm yết thôn Bình Hồ.');
    await standing.getByRole('button', { name: 'Trả lại' }).click();
    expect(await standing.locator('.notice-success').textContent()).toContain('trả lại');

    await commune.goto(address);
    expect(await commune.locator('.timeline').first().textContent()).toContain(
      'Thiếu ảnh niêm yết thôn Bình Hồ.',
    );
    await commune.getByLabel('Nội dung', { exact: true }).fill('Đã bổ sung ảnh.');
    await commune.getByRole('button', { name: 'Báo hoàn thành' }).click();
    await standing.goto(address);
    await standing.getByRole('button', { name: 'Chấp nhận' }).click();
    expect(await standing.locator('.badge').first().textContent()).toContain('chấp nhận');
  });

  it('a commune sees nothing of another commune’s work', async () => {
    const standing = await newPage();
    await signInAs(standing, 'noivu.truongphong');
    await standing.goto('/dieu-hanh');
    const other = standing.locator('table.board tbody tr', { hasText: 'Phù Ủng' }).locator('th a');
    const unitAddress = (await other.getAttribute('href')) ?? '';
    await standing.goto(`/phan-viec?don-vi=${unitAddress.split('/').at(-1)}`);
    const work = (await standing.locator('a.row-link').first().getAttribute('href')) ?? '';

    const commune = await newPage();
    await signInAs(commune, 'baisay.vanphong');
    const answer = await commune.goto(work);
    expect(answer?.status()).toBe(404);
    await commune.goto(unitAddress);
    expect(await commune.locator('a.row-link').count()).toBe(0);
    await commune.goto('/dieu-hanh');
    expect(await commune.locator('table.board tbody tr').count()).toBe(1);
  });

  it('everything works without JavaScript: sign in, filter, next page, record', async () => {
    const page = await newPage({ javaScript: false });
    await signInAs(page, 'noivu.chuyenvien');
    await page.goto('/phan-viec');
    await page.getByLabel('Trạng thái').selectOption('overdue');
    await page.getByRole('button', { name: 'Lọc' }).click();
    expect(new URL(page.url()).searchParams.get('trang-thai')).toBe('overdue');
    const badges = await page.locator('table.data tbody .badge').allTextContents();
    expect(badges.length).toBe(50);
    for (const badge of badges) expect(badge).toContain('quá hạn');
    const first = await page.locator('a.row-link').first().getAttribute('href');
    await page.getByRole('link', { name: 'Trang sau' }).click();
    expect(await page.locator('a.row-link').first().getAttribute('href')).not.toBe(first);
  });

  it('the keyboard alone reaches the main content and opens a piece of work', async () => {
    const page = await newPage();
    await signInAs(page, 'baisay.chutich');
    await page.goto('/viec-cua-toi');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Đến nội dung chính');
    await page.keyboard.press('Enter');
    for (let presses = 0; presses < 30; presses++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.classList.contains('row-link'))) break;
    }
    await page.keyboard.press('Enter');
    await page.waitForURL('**/phan-viec/**');
  });

  it('a search finds the same work with and without diacritics', async () => {
    const page = await newPage();
    await signInAs(page, 'noivu.truongphong');
    const count = async (words: string): Promise<string | null> => {
      await page.goto(`/phan-viec?q=${encodeURIComponent(words)}`);
      return page.locator('.pager p').textContent();
    };
    const plain = await count('hộ nghèo');
    expect(plain).toMatch(/\d/);
    expect(await count('ho ngheo')).toBe(plain);
    expect(await count('hộ nghèo'.normalize('NFD'))).toBe(plain);
  });

  it('English is complete on the pages a visitor meets first', async () => {
    const page = await newPage();
    await signInAs(page, 'ubnd.chutich');
    await page.goto('/dieu-hanh?lang=en');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Overview');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.goto('/viec-cua-toi');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('My work');
  });
});

describe.skipIf(chromium === undefined)('every page for every kind of eye', () => {
  const { newPage, as } = visits(chromium);

  /** One page of each kind, found by walking from the menu as a person would. */
  async function addresses(page: Page): Promise<string[]> {
    const link = async (from: string, selector: string): Promise<string> => {
      await page.goto(from);
      const href = await page.locator(selector).first().getAttribute('href');
      expect(href, `${from} → ${selector}`).not.toBeNull();
      return href ?? '';
    };
    const work = await link('/phan-viec', 'a.row-link');
    const task = await link(work, 'a[href^="/nhiem-vu/"]');
    const unit = await link('/dieu-hanh', 'table.board tbody th a');
    return [
      '/viec-cua-toi',
      '/dieu-hanh',
      '/phan-viec',
      work,
      task,
      unit,
      '/don-vi',
      '/ke-hoach',
      '/quy-tac-trang-thai',
      '/quy-tac-cong-khai',
      '/tai-khoan',
    ];
  }

  it.each([
    ['a laptop', 1280, false],
    ['a phone', 360, false],
    ['a laptop in the dark', 1280, true],
  ] as const)('on %s: no serious axe finding, no sideways scroll', async (name, width, dark) => {
    const page = await newPage({ width, dark });
    const found: Record<string, unknown> = {};
    await page.goto('/dang-nhap');
    found['/dang-nhap'] = [await axeFindings(page), await sidewaysOverflow(page)];
    await signInAs(page, 'noivu.truongphong');
    for (const address of await addresses(page)) {
      const answer = await page.goto(address);
      expect(answer?.status(), address).toBe(200);
      found[address] = [await axeFindings(page), await sidewaysOverflow(page)];
      const kind = address.replace(/[0-9a-f-]{36}/, 'id').replaceAll('/', '_');
      await picture(page, `${name.replaceAll(' ', '-')}${kind}`);
    }
    for (const [address, [findings, overflow]] of Object.entries(found) as [string, [string[], number]][]) {
      expect(findings, address).toEqual([]);
      expect(overflow, address).toBe(0);
    }
  });

  it('the phone picture of the README', async () => {
    const page = await as('baisay.chutich', { width: 360 });
    await page.goto('/viec-cua-toi');
    expect(await page.locator('a.row-link').count()).toBeGreaterThan(5);
    await picture(page, 'mine-360', { forReadme: true });
  });
});
