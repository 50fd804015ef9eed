import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, picture, sidewaysOverflow, type VisitOptions } from '../support/browser.ts';
import { type EditorSite, editorSite, fillLine, saves, WASTE_FILE } from '../support/editor-visits.ts';
import { TEST_PASSWORD } from '../support/people.ts';
import { expectsGoodPage, visits } from '../support/visits.ts';

const chromium = findChromium();
const TITLE = 'Giải quyết hồ sơ và tiếp công dân';

describe.skipIf(chromium === undefined)('the editor of forms', () => {
  let site: EditorSite;
  beforeAll(async () => {
    site = await editorSite();
  });
  afterAll(() => site?.close());
  const { as } = visits(chromium);
  const visitor = (name: string, options: VisitOptions = {}): Promise<Page> =>
    as(name, { url: site.url, password: TEST_PASSWORD, ...options });

  it('a lead agency makes a form and publishes it; a commune finds it, fills it by keyboard, mends what does not add up and confirms it; the agency reads it, and goes on with a new version', {
    timeout: 180_000,
  }, async () => {
    const lead = await visitor('phong.chu.tri');
    const main = lead.locator('main');

    await lead.goto('/bieu-mau');
    await lead.getByRole('link', { name: 'Tạo biểu', exact: true }).click();
    await lead.getByRole('button', { name: 'Tạo biểu' }).click();
    expect(await lead.locator('.error-summary').textContent()).toContain('Ghi tên biểu.');
    await lead.getByLabel('Ký hiệu biểu').fill('01/TCD');
    await lead.getByLabel('Tên biểu', { exact: true }).fill(TITLE);
    await lead.getByLabel('Dòng trên tên biểu').fill('Biểu số 01/TCD');
    await lead
      .getByLabel('Ghi chú dưới bảng')
      .fill('Số liệu tính đến ngày cuối kỳ.\nKhông tính hồ sơ liên thông.');
    await lead.getByRole('button', { name: 'Tạo biểu' }).click();
    await lead.waitForURL(/sua\?phan=cot$/);

    // The columns that stand already, then a heading over three: figures, last year's, the difference.
    await fillLine(lead, 'c.3', { 'Tiêu đề': 'Kết quả', 'Ô chứa': 'không nhập' });
    await fillLine(lead, 'c.4', { Cấp: '2', 'Tiêu đề': 'Kỳ này', 'Ô chứa': 'chỉ tiêu (hoặc tử số)' });
    await fillLine(lead, 'c.5', {
      Cấp: '2',
      'Tiêu đề': 'Cùng kỳ',
      'Ô chứa': 'chỉ tiêu (hoặc tử số)',
      'Của kỳ': 'cùng kỳ năm trước',
    });
    await fillLine(lead, 'c.6', { Cấp: '2', 'Tiêu đề': 'Tăng, giảm', 'Ô chứa': 'công thức' });
    await saves(lead);
    expect(await lead.locator('.error-summary').textContent()).toContain('Chưa ghi công thức.');
    await fillLine(lead, 'c.6', { 'Chỉ tiêu (mã, tên) hoặc công thức': 'c5 - c6' });
    await saves(lead);
    await fillLine(lead, 'c.7', { 'Tiêu đề': 'Ghi chú', 'Ô chứa': 'chữ nhập tự do' });
    await lead.getByRole('button', { name: 'Lưu và sang phần Dòng' }).click();
    await lead.waitForURL(/sua\?phan=dong$/);
    await expectsGoodPage(lead);

    // Figures are found by their names; one that several have is asked for again.
    await fillLine(lead, 'r.0', { TT: 'I', 'Nội dung': 'Giải quyết thủ tục', Loại: 'nhóm' });
    await fillLine(lead, 'r.1', { TT: '1', 'Nội dung': 'Đã giải quyết', 'Chỉ tiêu (mã, tên)': 'giải quyết' });
    await fillLine(lead, 'r.2', {
      TT: '2',
      'Nội dung': 'Đang giải quyết',
      'Chỉ tiêu (mã, tên)': 'so ho so dang giai quyet',
    });
    await lead
      .getByLabel('Thêm nhiều dòng')
      .fill('3\tTổng số hồ sơ phải giải quyết\thồ sơ\nII | Tiếp công dân\n1 | Cuộc tiếp công dân | cuộc');
    await saves(lead);
    expect(await lead.locator('.error-summary').textContent()).toContain(
      'Có nhiều chỉ tiêu mang tên “giải quyết”: CT9.03 “Số hồ sơ đã giải quyết”; CT9.04 “Số hồ sơ đang giải quyết”',
    );
    await lead.locator('.error-summary a').first().click();
    await lead.keyboard.press('Control+A');
    await lead.keyboard.type('đã giải quyết');
    await saves(lead);
    expect(await main.textContent()).toContain('Số hồ sơ đã giải quyết');
    expect(await lead.locator('[name="r.1.figure"]').inputValue()).toBe('CT9.03');
    await fillLine(lead, 'r.4', { Loại: 'nhóm' });
    await saves(lead);
    await expectsGoodPage(lead);
    expect(await lead.locator('.preview .row-group').allTextContents()).toEqual([
      'IGiải quyết thủ tục',
      'IITiếp công dân',
    ]);

    // Two rows have no figure: their cells are free. Until then the page says what is missing and leads to it.
    await lead.getByRole('button', { name: 'Lưu và sang phần Ô riêng' }).click();
    await lead.waitForURL(/sua\?phan=o$/);
    for (const [line, row] of ['r4', 'r6'].entries()) {
      await fillLine(lead, `o.${line}`, {
        'Ô (dòng.cột, ví dụ r2.c5)': `${row}.c5`,
        'Ô chứa': 'số nhập tự do',
        'Phải nhập': true,
      });
    }
    await saves(lead);
    await fillLine(lead, 'o.2', { 'Ô (dòng.cột, ví dụ r2.c5)': 'r6.c7', 'Ô chứa': 'không nhập' });
    await saves(lead);
    await expectsGoodPage(lead);
    await lead.getByRole('button', { name: 'Lưu và sang phần Kiểm tra' }).click();
    await lead.waitForURL(/sua\?phan=kiem-tra$/);

    await fillLine(lead, 'k.0', {
      'Biểu thức phải đúng': 'r4.c5 = r2.c5 + r3.c9',
      'Câu báo tiếng Việt': 'Tổng số phải bằng đã và đang giải quyết cộng lại.',
    });
    await fillLine(lead, 'k.1', {
      Mức: 'Cảnh báo',
      'Biểu thức phải đúng': 'không đột_biến(r2.c5; 50)',
      'Câu báo tiếng Việt': 'Tăng, giảm trên 50% so với cùng kỳ.',
    });
    await saves(lead);
    await lead.getByRole('link', { name: 'Kiểm tra k1' }).click();
    await fillLine(lead, 'k.0', { 'Biểu thức phải đúng': 'r4.c5 = r2.c5 + r3.c5' });
    await lead.getByRole('button', { name: 'Lưu và xem biểu' }).click();
    await lead.waitForURL(/bieu-mau\/[0-9a-f-]{36}$/);
    const form = new URL(lead.url()).pathname;
    expect(await lead.locator('.notice-success').allTextContents()).toEqual([
      expect.stringContaining('Đã lưu bản nháp'),
      expect.stringContaining('Biểu dùng được'),
    ]);
    expect(await main.textContent()).toContain('Không tính hồ sơ liên thông.');
    expect(await main.textContent()).toContain(
      'Chỉ tiêu CT9.03 “Số hồ sơ đã giải quyết” có trong biểu BM.01',
    );
    await picture(lead, 'form-editor-ready');

    await lead.getByRole('link', { name: 'Ban hành', exact: true }).click();
    await lead.getByLabel('Dùng cho các kỳ kết thúc từ ngày').fill('01/01/2024');
    await lead.getByRole('button', { name: 'Ban hành' }).click();
    expect(await lead.locator('.error-summary').count()).toBe(1);
    await lead.getByLabel('Tôi đã xem những gì được hỏi ở chỗ khác').check();
    await lead.getByRole('button', { name: 'Ban hành' }).click();
    await lead.getByText('Đơn vị nhập biểu này cho các kỳ kết thúc từ ngày 01/01/2024.').waitFor();
    await expectsGoodPage(lead);

    const commune = await visitor('xa.mot');
    await commune.goto('/so-lieu');
    await commune
      .getByRole('link', { name: /01\/TCD/ })
      .first()
      .click();
    await commune.locator('entry-grid.ready').waitFor();
    const { keyboard } = commune;
    const key = (name: string) => commune.locator(`[data-key="${name}"]`);
    await key('r2.c5').focus();
    await keyboard.type('90');
    await keyboard.press('Enter');
    await keyboard.type('10');
    await keyboard.press('Enter');
    await keyboard.type('99');
    await keyboard.press('Enter');
    await keyboard.type('4');
    await keyboard.press('Enter');
    expect(await commune.locator('[data-of="r2.c7"]').textContent()).toBe('50');
    const error = commune.locator('[data-checks="error"]');
    expect(await error.textContent()).toContain('Tổng số phải bằng đã và đang giải quyết cộng lại.');
    expect(await commune.locator('[data-checks="warning"]').textContent()).toContain('Tăng, giảm trên 50%');
    await expectsGoodPage(commune);
    await key('r4.c5').focus();
    await keyboard.type('100');
    await keyboard.press('Enter');
    expect(await error.isHidden()).toBe(true);
    await commune.locator('[data-part="status"]', { hasText: 'Đã lưu tất cả' }).waitFor();
    await commune.getByRole('button', { name: 'Lưu và xác nhận đủ' }).focus();
    await keyboard.press('Enter');
    await commune.locator('.notice-success', { hasText: 'xác nhận' }).first().waitFor();

    await lead.goto(`/so-lieu/${form.split('/').at(-1)}/2024-H1/tat-ca`);
    await lead.locator('entry-grid.ready').waitFor();
    expect(
      await lead
        .getByRole('row', { name: /UBND xã Một/ })
        .first()
        .textContent(),
    ).toContain('90');
    await expectsGoodPage(lead);

    await lead.goto(form);
    await lead.getByRole('button', { name: 'Soạn phiên bản mới' }).click();
    await lead.waitForURL(/sua\?phan=cot$/);
    await lead.getByRole('link', { name: 'Dòng', exact: true }).click();
    // By keyboard a line is moved place by place: the focus stays on its button.
    await lead.locator('#f-r-2-len').focus();
    await lead.keyboard.press('Enter');
    await lead.waitForURL(/#f-r-1-len$/);
    expect(await lead.evaluate(() => document.activeElement?.id)).toBe('f-r-1-len');
    expect(await lead.locator('[name="r.1.label"]').inputValue()).toBe('Đang giải quyết');
    await lead.goto(form);
    await lead.getByRole('link', { name: 'Ban hành', exact: true }).click();
    await lead.getByLabel('Dùng cho các kỳ kết thúc từ ngày').fill('01/07/2024');
    await lead.getByLabel('Tôi đã xem những gì được hỏi ở chỗ khác').check();
    await lead.getByRole('button', { name: 'Ban hành' }).click();
    await lead.getByText('Đơn vị nhập biểu này cho các kỳ kết thúc từ ngày 01/07/2024.').waitFor();
    await commune.reload();
    expect(await key('r2.c5').first().inputValue()).toBe('90');
  });

  it('without JavaScript, on a phone: a form of one row for each unit is made, its heading moved, and published', async () => {
    const lead = await visitor('phong.chu.tri', { javaScript: false, width: 360 });
    await lead.goto('/bieu-mau/tao');
    await lead.getByLabel('Ký hiệu biểu').fill('02/TCD');
    await lead.getByLabel('Tên biểu', { exact: true }).fill('Điểm tiếp công dân');
    await lead.getByLabel('Mỗi đơn vị nhập một dòng').check();
    await lead.getByRole('button', { name: 'Tạo biểu' }).click();
    await fillLine(lead, 'c.2', { 'Tiêu đề': 'Số điểm', 'Phải nhập': true });
    await fillLine(lead, 'c.3', { 'Tiêu đề': 'Ngày rà soát', 'Ô chứa': 'ngày nhập tự do' });
    await lead.getByRole('button', { name: 'Lưu bản nháp', exact: true }).click();
    await lead.getByRole('button', { name: 'Lên dòng 4' }).click();
    expect(await lead.locator('[name="c.2.label"]').inputValue()).toBe('Ngày rà soát');
    expect(new URL(lead.url()).hash).toBe('#f-c-2-len');
    // There are no rows to write, so that the next part is that of single cells.
    await lead.getByRole('button', { name: 'Lưu và sang phần Ô riêng' }).click();
    await lead.getByRole('button', { name: 'Lưu và sang phần Kiểm tra' }).click();
    await fillLine(lead, 'k.0', {
      'Biểu thức phải đúng': 'c3 >= 1',
      'Câu báo tiếng Việt': 'Mỗi xã có ít nhất một điểm.',
    });
    await lead.getByRole('button', { name: 'Lưu và xem biểu' }).click();
    expect(await sidewaysOverflow(lead)).toBe(0);
    await lead.getByRole('link', { name: 'Ban hành', exact: true }).click();
    await lead.getByLabel('Dùng cho các kỳ kết thúc từ ngày').fill('01/01/2024');
    await lead.getByRole('button', { name: 'Ban hành' }).click();
    expect(await lead.locator('.notice-success').first().textContent()).toContain('Đã ban hành biểu.');

    const commune = await visitor('xa.mot', { javaScript: false, width: 360 });
    await commune.goto('/so-lieu');
    await commune
      .getByRole('link', { name: /02\/TCD/ })
      .first()
      .click();
    await commune.locator('[data-key="u.c3"]').fill('0');
    await commune.getByRole('button', { name: 'Lưu', exact: true }).click();
    expect(await commune.locator('[data-checks="error"]').textContent()).toContain(
      'Mỗi xã có ít nhất một điểm.',
    );
    await commune.locator('[data-key="u.c3"]').fill('2');
    await commune.getByRole('button', { name: 'Lưu và xác nhận đủ' }).click();
    expect(await commune.locator('.notice-success').first().textContent()).toContain('xác nhận');
  });

  it.each([
    ['with JavaScript', true, 1280],
    ['without it, on a phone', false, 360],
  ] as const)(
    '%s: a form comes from an .xlsx file, is looked at first, then made',
    async (_, javaScript, width) => {
      const lead = await visitor('phong.chu.tri', { javaScript, width });
      await lead.goto('/bieu-mau');
      await lead.getByRole('link', { name: 'Tạo từ tệp Excel' }).click();
      await lead.getByRole('button', { name: 'Tải lên' }).click();
      expect(await lead.locator('.error-summary').textContent()).toContain('Bạn chưa chọn tệp');
      await lead.getByLabel('Tệp Excel có biểu').setInputFiles(WASTE_FILE);
      await lead.getByRole('button', { name: 'Tải lên' }).click();
      await lead.waitForURL(/tao-tu-excel\/[0-9a-f-]{36}$/);
      expect(await lead.locator('.preview .row-group').textContent()).toContain('Khu vực nông thôn');
      expect(await lead.locator('.preview thead').textContent()).toContain('Khối lượng');
      expect(await sidewaysOverflow(lead)).toBe(0);
      const code = `05/TNMT-${width}`;
      await lead.getByLabel('Ký hiệu biểu').fill(code);
      await lead.getByRole('button', { name: 'Tạo biểu' }).click();
      await lead.waitForURL(/sua\?phan=cot$/);
      expect(await lead.locator('.notice-success').first().textContent()).toContain(`Đã tạo biểu ${code}.`);
      await lead.goto('/bieu-mau');
      expect(await lead.getByRole('link', { name: code }).count()).toBe(1);
    },
  );

  it.each([
    ['a laptop', 1280, false, 'vi'],
    ['a phone', 360, false, 'vi'],
    ['a laptop in the dark, in English', 1280, true, 'en'],
  ] as const)(
    'on %s every page of it is a good page, with all its folds open',
    { timeout: 180_000 },
    async (name, width, dark, lang) => {
      const lead = await visitor('phong.chu.tri', { width, dark });
      const form = await site.draft();
      await lead.goto('/bieu-mau/tao-tu-excel');
      await lead.getByLabel('Tệp Excel có biểu').setInputFiles(WASTE_FILE);
      await lead.getByRole('button', { name: 'Tải lên' }).click();
      await lead.waitForURL(/tao-tu-excel\/[0-9a-f-]{36}$/);
      const edit = `/bieu-mau/${form}/sua?phan=`;
      const pages = {
        list: '/bieu-mau',
        new: '/bieu-mau/tao',
        file: '/bieu-mau/tao-tu-excel',
        preview: new URL(lead.url()).pathname,
        draft: `/bieu-mau/${form}`,
        published: `/bieu-mau/${site.world.formId}`,
        general: `${edit}chung`,
        columns: `${edit}cot`,
        rows: `${edit}dong`,
        cells: `${edit}o`,
        checks: `${edit}kiem-tra`,
      };
      for (const [called, address] of Object.entries(pages)) {
        const asked = `${address}${address.includes('?') ? '&' : '?'}lang=${lang}`;
        expect((await lead.goto(asked))?.status(), asked).toBe(200);
        await lead.locator('main details').evaluateAll((all) => {
          for (const one of all) one.setAttribute('open', '');
        });
        await expectsGoodPage(lead);
        await picture(lead, `form-editor-${called}-${name.replace(/\W+/g, '-')}`);
      }
      await lead.goto(`${edit}o&lang=vi`);
      await fillLine(lead, 'o.0', { 'Ô (dòng.cột, ví dụ r2.c5)': 'ô thứ nhất', 'Ô chứa': 'công thức' });
      await saves(lead);
      expect(await lead.locator('.error-summary li').count()).toBe(2);
      await expectsGoodPage(lead);
    },
  );
});
