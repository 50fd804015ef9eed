import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  accepted,
  aPhoto,
  type DisclosurePages,
  disclosurePages,
  itemHref,
  read,
  refused,
  wordsOf,
} from '../../../../test/support/disclosure-pages.ts';
import { newId } from '../../../kernel/ids.ts';

let pages: DisclosurePages;
let board: string;
let hall: string;

beforeAll(async () => {
  pages = await disclosurePages();
  const { world } = pages;
  board = await world.place();
  hall = await world.place({
    kind: 'village_hall',
    name: 'Nhà văn hóa thôn Một',
    villageId: world.tree.village,
  });
});
beforeEach(() => pages.on('2024-06-24T09:00'));
afterAll(() => pages.place.close());

const NOBODY = '01900000-0000-7000-8000-000000000000';

describe('posting, proof and removal', () => {
  it('a place is proven by a photo; taking it down before its last day is an alarm', async () => {
    const { clerk, world } = pages;
    const id = await world.published();
    await read(clerk, itemHref(id, `/niem-yet?diem=${board}`));
    const khoa = newId();
    const form = { diem: board, ngay: '24/06/2024', khoa };
    expect(
      wordsOf(await refused(clerk, itemHref(id, '/niem-yet'), { ...form, diem: '', ngay: '' })),
    ).toContain('Chọn một nơi niêm yết');
    expect(await accepted(clerk, itemHref(id, '/niem-yet'), form)).toContain(
      'từ 24/06/2024 đến hết 24/07/2024',
    );
    expect(await accepted(clerk, itemHref(id, '/niem-yet'), form)).toContain('đã được ghi trước đó');
    const lan = /\/cong-khai\/lan\/[0-9a-f-]+/.exec(await (await clerk.get(itemHref(id))).text())?.[0] ?? '';
    const href = [
      ...(await (await clerk.get(itemHref(id))).text()).matchAll(/\/cong-khai\/lan\/[0-9a-f-]+/g),
    ].map(([one]) => one);
    expect(href.length).toBeGreaterThan(0);
    const mine = (
      await Promise.all([...new Set(href)].map(async (one) => ({ one, page: await read(clerk, one) })))
    ).find(({ page }) => page.includes('Niêm yết tại Bảng tin trụ sở'));
    const posting = mine?.one ?? lan;
    await refused(clerk, `${posting}/minh-chung`, {});
    expect(await accepted(clerk, `${posting}/minh-chung`, { anh: await aPhoto(1) })).toContain(
      'Đủ minh chứng',
    );
    const thumbnail =
      /\/minh-chung\/[0-9a-f-]+\?co=nho/.exec(await (await clerk.get(posting)).text())?.[0] ?? '';
    expect((await clerk.get(`${posting}${thumbnail}`)).headers.get('content-type')).toBe('image/jpeg');
    expect(await read(clerk, posting)).toContain('GỠ SỚM');
    await refused(clerk, `${posting}/go`, { ngay_go: '24/06/2024', ly_do: '' });
    const gone = await accepted(clerk, `${posting}/go`, { ngay_go: '24/06/2024', ly_do: 'Bảng bị hỏng' });
    expect(gone).toContain('GỠ SỚM ngày 24/06/2024');
    expect(await read(clerk, '/cong-khai')).toContain(
      'Đã gỡ ngày 24/06/2024 khi chưa đủ thời gian: niêm yết lại',
    );
    expect(await read(clerk, itemHref(id))).toContain('gỡ sớm 24/06/2024');
    await refused(clerk, `${posting}/go`, { ngay_go: '24/06/2024', ly_do: 'Lần nữa' }, 409);
  });

  it('a loudspeaker is proven by its log', async () => {
    const { clerk, world } = pages;
    const loud = await world.place({ kind: 'loudspeaker', name: 'Loa cụm 1' });
    const id = await world.published();
    await accepted(clerk, itemHref(id, '/niem-yet'), { diem: loud, ngay: '24/06/2024', khoa: newId() });
    const all = [
      ...(await (await clerk.get(itemHref(id))).text()).matchAll(/\/cong-khai\/lan\/[0-9a-f-]+/g),
    ].map(([one]) => one);
    const found = await Promise.all(
      [...new Set(all)].map(async (one) => ({ one, page: await read(clerk, one) })),
    );
    const log = found.find(({ page }) => page.includes('Nhật ký phát thanh'))?.one ?? '';
    expect(
      wordsOf(await refused(clerk, `${log}/phat`, { ngay: '24/06/2024', gio: 'sáng', phut: '0' })),
    ).toContain('Ghi giờ như 5:30');
    expect(await accepted(clerk, `${log}/phat`, { ngay: '24/06/2024', gio: '5:30', phut: '10' })).toContain(
      '24/06/2024 05:30',
    );
    await refused(clerk, `${log}/phat`, { ngay: '24/06/2024', gio: '5h30', phut: '' }, 409);
  });

  it('the sheet for the wall and the minutes are papers', async () => {
    const { clerk, world } = pages;
    const id = await world.published();
    for (const query of [
      'kho=a4&dinh-dang=docx',
      'loai=bien-ban-niem-yet&dinh-dang=docx',
      'loai=bien-ban-go&dinh-dang=docx',
    ]) {
      const answer = await clerk.get(itemHref(id, `/phieu?${query}`));
      expect(answer.status, query).toBe(200);
      expect(answer.headers.get('content-type')).toContain('wordprocessingml');
    }
    const none = await world.item({ title: 'Quyết định 41' });
    await read(clerk, itemHref(none, '/phieu'), 409);
  });
});

describe('places', () => {
  it('are listed with the villages that have none, added, changed, closed and labelled', async () => {
    const { clerk, other, world } = pages;
    const { commune } = world.tree;
    expect(await read(clerk, '/cong-khai/diem')).toContain('Nhà văn hóa thôn Một');
    await read(other, `/cong-khai/diem?don-vi=${commune}`, 403);
    await read(clerk, `/cong-khai/diem/them?don-vi=${commune}`);
    const form = {
      don_vi: commune,
      loai: 'community_point',
      ten: 'Nhà ông Ba',
      thon: '',
      dia_chi: '',
      trang: '',
      tu_ngay: '01/06/2024',
      vi_do: '',
      kinh_do: '',
    };
    await refused(clerk, '/cong-khai/diem/them', form);
    expect(
      wordsOf(await refused(clerk, '/cong-khai/diem/them', { ...form, vi_do: 'bắc', ten: '' })),
    ).toContain('Ghi số như 20,8237');
    const made = await accepted(clerk, '/cong-khai/diem/them', { ...form, thon: world.tree.village });
    expect(made).toContain('Đã thêm điểm “Nhà ông Ba”');
    const page = await (await clerk.get('/cong-khai/diem')).text();
    const row = page.slice(page.indexOf('Nhà ông Ba</span>'));
    const href = /href="(\/cong-khai\/diem\/[0-9a-f-]+)"/.exec(row)?.[1] ?? '';
    await read(clerk, href);
    expect(await read(clerk, `${href}/ma`)).toContain('/q/');
    const { don_vi: _unit, loai: _kind, ...facts } = { ...form, thon: world.tree.village, ten: 'Nhà ông Tư' };
    expect(await accepted(clerk, href, { ...facts, ban: '1' })).toContain('Nhà ông Tư');
    await refused(clerk, href, { ...facts, ban: '1' }, 409);
    expect((await other.post(href, { ...facts, ban: '2' })).status).toBe(403);
    await refused(clerk, `${href}/dong`, { den_ngay: 'mai' });
    expect(await accepted(clerk, `${href}/dong`, { den_ngay: '24/06/2024' })).toContain('Đã đóng');
    await read(clerk, `/cong-khai/diem/${NOBODY}`, 404);
  });
});

describe('the village head’s phone', () => {
  it('sees only its own board, sends one photo with a plain form, and a second try changes nothing', async () => {
    const { village, world } = pages;
    const id = await world.published(undefined, '2024-06-24T08:00');
    expect((await village.get('/cong-khai')).headers.get('location')).toBe('/niem-yet');
    expect(await read(village, '/niem-yet')).toContain('Nhà văn hóa thôn Một Cần niêm yết');
    expect(await read(village, '/viec-cua-toi')).toContain('Cần niêm yết tại thôn');
    const screen = await read(village, `/niem-yet/${id}`);
    expect(screen).toContain('Giữ đến hết ngày 24/07/2024');
    expect(screen).not.toContain('Bảng tin trụ sở');
    const khoa = newId();
    const form = { viec: 'treo', diem: hall, ngay: '24/06/2024', khoa };
    expect(wordsOf(await refused(village, `/niem-yet/${id}`, form))).toContain('Chụp hoặc chọn một ảnh');
    const photo = await aPhoto(7);
    expect(await accepted(village, `/niem-yet/${id}`, { ...form, anh: photo })).toContain(
      'Đã nhận lúc 24/06/2024 09:00',
    );
    const again = await village.post(
      `/niem-yet/${id}`,
      { ...form, anh: photo },
      { accept: 'application/json' },
    );
    expect(await again.json()).toEqual({ text: 'Đã nhận lúc 24/06/2024 09:00.' });
    expect((await village.post(`/niem-yet/${id}`, { ...form, diem: board, anh: photo })).status).toBe(404);
    const detail = await read(pages.clerk, itemHref(id));
    expect(detail.match(/Niêm yết bản 1 tại Nhà văn hóa thôn Một/g)).toHaveLength(1);
    const gone = { ...form, viec: 'go', ly_do: '', khoa: newId() };
    await refused(village, `/niem-yet/${id}`, gone);
    const why = await village.post(`/niem-yet/${id}`, gone, { accept: 'application/json' });
    expect(why.status).toBe(422);
    expect(((await why.json()) as { text: string }).text).toContain('Lý do');
    const told = await accepted(village, `/niem-yet/${id}`, { ...gone, ly_do: 'Mưa dột' });
    expect(told).toContain('Đây là gỡ sớm');
  });

  it('is for those of the village or the commune', async () => {
    const { other, village, world } = pages;
    const id = await world.published();
    await read(other, `/niem-yet/${id}`, 403);
    await read(village, `/niem-yet/${NOBODY}`, 404);
    await read(village, itemHref(id, `/noi-dung`), 403);
  });
});
