import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  accepted,
  type DisclosurePages,
  disclosurePages,
  read,
  refused,
  wordsOf,
} from '../../../../test/support/disclosure-pages.ts';
import { DECISION } from '../../../../test/support/disclosure-world.ts';
import { jpegPicture } from '../../../../test/support/pictures.ts';
import { systemActor } from '../../../kernel/authz.ts';
import { newId } from '../../../kernel/ids.ts';
import { recordSay } from '../commands/record-say.ts';

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

const item = (id: string, more = ''): string => `/cong-khai/muc/${id}${more}`;
const picture = async (seed: number): Promise<File> =>
  new File([(await jpegPicture({ width: 300 + seed, height: 200, noise: true })) as BlobPart], 'anh.jpg', {
    type: 'image/jpeg',
  });
const NOBODY = '01900000-0000-7000-8000-000000000000';

/** The form of the decision, whole. */
const FILLED = {
  viec: 'xem-lai',
  'f.so_quyet_dinh': '15/QĐ-UBND',
  'f.muc_thu': '250.000',
  'f.ghi_chu': '',
  tom_tat: 'Xã công bố mức thu năm 2024.',
};

describe('opening what happened', () => {
  it('shows law, due and places before anything is opened, then opens the item', async () => {
    const { clerk, world } = pages;
    const asked = {
      don_vi: world.tree.commune,
      noi_dung: DECISION.code,
      ngay: '20/06/2024',
      ten: 'Quyết định 15',
    };
    const shown = await accepted(clerk, '/cong-khai/mo', { ...asked, viec: 'xem' });
    expect(shown).toContain('Nếu mở với ngày 20/06/2024');
    expect(shown).toContain('27/06/2024');
    expect(shown).toContain('Luật 10/2022/QH15, Điều 11');
    const opened = await accepted(clerk, '/cong-khai/mo', asked);
    expect(opened).toContain('Đã mở mục');
    expect(opened).toContain('Chưa công bố nội dung nào');
    const again = await refused(clerk, '/cong-khai/mo', { ...asked, ngay: 'mai', ten: '' });
    expect(wordsOf(again)).toContain('Ghi ngày theo dạng dd/mm/yyyy');
    await refused(clerk, '/cong-khai/mo', { ...asked, ngay: '30/06/2024' });
  });

  it('is for the unit’s own people', async () => {
    const { other, world } = pages;
    await read(other, `/cong-khai/mo?don-vi=${world.tree.commune}`, 403);
  });
});

describe('the list of a unit', () => {
  it('puts what must be done first on top, with one button a line, and keeps filters in the address', async () => {
    const { clerk, world } = pages;
    const late = await world.item({ eventOn: '2024-05-02', title: 'Quyết định quá hạn' });
    const list = await read(clerk, '/cong-khai');
    expect(list).toMatch(/Quyết định quá hạn .*Hạn là ngày 08\/05\/2024, đã qua +Nhập nội dung/);
    expect(list.indexOf('Quyết định quá hạn')).toBeLessThan(list.indexOf('Quyết định 15'));
    expect(await read(clerk, '/cong-khai?trang-thai=proven')).toContain('Không có mục nào');
    expect(await read(clerk, '/cong-khai?linh-vuc=fees&nam=2024&xem=tat-ca')).toContain('Quyết định quá hạn');
    expect(await read(clerk, '/cong-khai?as_of=01/05/2024')).not.toContain('Quyết định quá hạn');
    expect(await read(clerk, '/cong-khai?lang=en')).toContain('It was due on 08/05/2024');
    await read(clerk, '/cong-khai?lang=vi');
    const file = await clerk.get('/cong-khai?dinh-dang=csv&trang-thai=late');
    expect(file.headers.get('content-type')).toContain('text/csv');
    expect(await file.text()).toContain('Quyết định quá hạn');
    expect((await clerk.get('/cong-khai?dinh-dang=xlsx')).status).toBe(200);
    expect(await read(clerk, '/viec-cua-toi')).toContain('Công khai: việc phải làm');
    expect(await read(clerk, `/don-vi/${world.tree.commune}`)).toContain('Công khai');
    await read(clerk, item(late));
  });

  it('is read by the standing agency without buttons to write, and not by another commune', async () => {
    const { standing, other, world } = pages;
    const list = await read(standing, `/cong-khai?don-vi=${world.tree.commune}`);
    expect(list).toContain('Quyết định quá hạn');
    expect(list).not.toContain('Nhập nội dung');
    expect(await read(other, `/cong-khai?don-vi=${world.tree.commune}`)).not.toContain('Quyết định quá hạn');
  });
});

describe('filling in and publishing', () => {
  it('keeps a draft, names every gap, publishes, and shows what to do next', async () => {
    const { clerk, world } = pages;
    const id = await world.item({ title: 'Quyết định 21' });
    await read(clerk, item(id, '/noi-dung'));
    const gaps = await accepted(clerk, item(id, '/noi-dung'), {
      ...FILLED,
      'f.muc_thu': 'nhiều',
      'f.so_quyet_dinh': '',
    });
    expect(gaps).toContain('Chưa công bố được: còn 2 chỗ thiếu hoặc sai');
    expect(gaps).toContain('Mức thu: “nhiều” không phải là số');
    expect(gaps).toContain('Số quyết định: chưa nhập');
    expect(wordsOf(await refused(clerk, item(id, '/cong-bo'), {}))).toContain('Chưa công bố được');
    expect(await read(clerk, item(id, '/noi-dung'))).toContain('“nhiều” không phải là số');
    const review = await accepted(clerk, item(id, '/noi-dung'), FILLED);
    expect(review).toContain('250.000 đ');
    const done = await accepted(clerk, item(id, '/cong-bo'), {});
    expect(done).toContain('Đã công bố bản 1');
    expect(done).toContain('Còn nơi chưa niêm yết. Bảng tin trụ sở UBND xã; Nhà văn hóa thôn Một');
    expect(done).toContain('15/QĐ-UBND');
    await refused(clerk, item(id, '/cong-bo'), {}, 409);
  });

  it('takes the filled workbook after a look at each cell', async () => {
    const { clerk, world } = pages;
    const id = await world.item({ title: 'Quyết định 22' });
    const template = await clerk.get(item(id, '/bieu-mau'));
    expect(template.headers.get('content-disposition')).toContain('.xlsx');
    const sheet = new File(['Số quyết định;22/QĐ-UBND\nMức thu;ba trăm\n'], 'bieu.csv', { type: 'text/csv' });
    const looked = await accepted(clerk, item(id, '/noi-dung'), { viec: 'doc-bieu', bieu: sheet });
    expect(looked).toContain('B2');
    expect(looked).toContain('“ba trăm” không phải là số');
    const used = await accepted(clerk, item(id, '/noi-dung/bieu'), { viec: 'dung' });
    expect(used).toContain('Đã đưa nội dung của biểu vào bản soạn');
    expect(wordsOf(await refused(clerk, item(id, '/noi-dung'), { viec: 'doc-bieu' }))).toContain(
      'Chưa chọn biểu',
    );
    await accepted(clerk, item(id, '/noi-dung/bo'), {});
  });

  it('looks files through: what is found is masked, and the person decides', async () => {
    const { clerk, world } = pages;
    const id = await world.item({ title: 'Quyết định 23' });
    const list = new File(['Họ tên;Số CCCD\nNguyễn Văn An;033068001234\n'], 'danh-sach.csv', {
      type: 'text/csv',
    });
    const warned = await accepted(clerk, item(id, '/noi-dung'), { ...FILLED, tep: list });
    expect(warned).toContain('Số định danh, CCCD');
    expect(warned).not.toContain('033068001234');
    expect(await read(clerk, item(id, '/cong-bo'))).toContain('chưa quyết định về dữ liệu cá nhân');
    const page = await (await clerk.get(item(id, '/noi-dung'))).text();
    const href = /\/cong-khai\/muc\/[^"]+\/noi-dung\/tep\/[0-9a-f-]+/.exec(page)?.[0] ?? '';
    expect(wordsOf(await refused(clerk, href, { chon: 'as_is', vi_sao: '' }))).toContain('Ghi lý do');
    await accepted(clerk, href, { chon: 'reduce', vi_sao: '' });
    await accepted(clerk, item(id, '/noi-dung'), FILLED);
    const done = await accepted(clerk, item(id, '/cong-bo'), {});
    expect(done).toContain('Bản rút gọn, có trên cổng');
    expect(done).toContain('Bản gốc có dữ liệu cá nhân, chỉ lưu trong hệ thống');
    const files = [...(await (await clerk.get(item(id))).text()).matchAll(/tep-da-cong-bo\/([0-9a-f-]+)/g)];
    const bodies = await Promise.all(
      files.map(async ([, one]) => (await clerk.get(item(id, `/tep-da-cong-bo/${one}`))).text()),
    );
    expect(bodies.filter((text) => text.includes('033068001234'))).toHaveLength(1);
    const statuses = await Promise.all(
      files.map(async ([, one]) => (await pages.standing.get(item(id, `/tep-da-cong-bo/${one}`))).status),
    );
    expect(statuses.sort()).toEqual([200, 404]);
  });

  it('a correction needs its reason, and both versions are read side by side', async () => {
    const { clerk, world } = pages;
    const id = await world.published();
    const gaps = await accepted(clerk, item(id, '/noi-dung'), {
      ...FILLED,
      ban: '1',
      'f.muc_thu': '300.000',
      ly_do: '',
    });
    expect(gaps).toContain('Chưa có lý do đính chính');
    await accepted(clerk, item(id, '/noi-dung'), {
      ...FILLED,
      ban: '1',
      'f.muc_thu': '300.000',
      ly_do: 'Ghi nhầm mức thu',
    });
    expect(await accepted(clerk, item(id, '/cong-bo'), {})).toContain('Đã công bố bản 2');
    const both = await read(clerk, item(id, '/cac-ban'));
    expect(both).toContain('250.000 đ');
    expect(both).toContain('300.000 đ');
    expect(both).toContain('Ghi nhầm mức thu');
  });

  it('is for the unit’s own people; what is not there is not found', async () => {
    const { other, standing, clerk, world } = pages;
    const id = await world.item({ title: 'Quyết định 24' });
    await read(other, item(id), 403);
    await read(standing, item(id, '/noi-dung'), 403);
    await read(clerk, item(NOBODY), 404);
    expect((await standing.post(item(id, '/noi-dung'), FILLED)).status).toBe(403);
  });
});

describe('exceptions and withdrawal', () => {
  it('each says what will happen, asks for its reason and is told in the history', async () => {
    const { clerk, standing, world } = pages;
    const id = await world.item({ title: 'Quyết định 31' });
    expect(await read(clerk, item(id))).toContain('Cổng công khai sẽ ghi “không phát sinh”');
    expect(wordsOf(await refused(clerk, item(id, '/khong-phat-sinh'), { ly_do: '' }))).toContain(
      'Lý do cần có',
    );
    expect(await accepted(clerk, item(id, '/khong-phat-sinh'), { ly_do: 'Năm nay không thu' })).toContain(
      'Không phát sinh, Người xa.mot xác nhận',
    );
    await read(clerk, item(id, '/noi-dung'), 409);
    expect(await accepted(clerk, item(id, '/huy'), { ly_do: 'Có khoản thu mới' })).toContain('Đã hủy');
    expect((await clerk.post(item(id, '/mien'), { ly_do: 'Không cần' })).status).toBe(403);
    expect(await accepted(standing, item(id, '/mien'), { ly_do: 'Đã nhập vào quyết định 32' })).toContain(
      'Được miễn',
    );
    const published = await world.published();
    expect(await accepted(clerk, item(published, '/rut'), { ly_do: 'Văn bản bị bãi bỏ' })).toContain(
      'Nội dung đã rút ngày 24/06/2024',
    );
    await refused(clerk, item(published, '/rut'), { ly_do: 'Lần nữa' }, 409);
  });
});

describe('citizens', () => {
  it('who say that it is wrong are answered from the item, and the list asks for that first', async () => {
    const { clerk, other, place, world } = pages;
    const id = await world.published();
    await world.run(systemActor, (context, tx) =>
      recordSay(
        context,
        tx,
        { itemId: id, placeId: null, verdict: 'wrong', words: 'Mức thu cao hơn' },
        place.files,
      ),
    );
    expect(await read(clerk, '/cong-khai')).toContain('Trả lời phản ánh của người dân trước ngày 01/07/2024');
    const page = await (await clerk.get(item(id))).text();
    expect(wordsOf(page)).toContain('Người dân phản ánh nội dung sai, đơn vị chưa trả lời');
    const href = /\/cong-khai\/muc\/[0-9a-f-]+\/kiem-tra\/[0-9a-f-]+/.exec(page)?.[0] ?? '';
    const answer = { ket_qua: 'stands', tra_loi: 'Mức thu đúng quyết định của HĐND xã.' };
    await refused(clerk, href, { ...answer, tra_loi: '' });
    expect(wordsOf(await refused(clerk, href, { ...answer, ket_qua: 'corrected' }))).toContain(
      'Chưa có bản đính chính',
    );
    expect((await other.post(href, answer)).status).toBe(403);
    expect(await accepted(clerk, href, answer)).toContain('Niêm yết vẫn đúng : Mức thu đúng quyết định');
    await refused(clerk, href, answer, 409);
  });
});

describe('posting, proof and removal', () => {
  it('a place is proven by a photo; taking it down before its last day is an alarm', async () => {
    const { clerk, world } = pages;
    const id = await world.published();
    await read(clerk, item(id, `/niem-yet?diem=${board}`));
    const khoa = newId();
    const form = { diem: board, ngay: '24/06/2024', khoa };
    expect(wordsOf(await refused(clerk, item(id, '/niem-yet'), { ...form, diem: '', ngay: '' }))).toContain(
      'Chọn một nơi niêm yết',
    );
    expect(await accepted(clerk, item(id, '/niem-yet'), form)).toContain('từ 24/06/2024 đến hết 24/07/2024');
    expect(await accepted(clerk, item(id, '/niem-yet'), form)).toContain('đã được ghi trước đó');
    const lan = /\/cong-khai\/lan\/[0-9a-f-]+/.exec(await (await clerk.get(item(id))).text())?.[0] ?? '';
    const href = [
      ...(await (await clerk.get(item(id))).text()).matchAll(/\/cong-khai\/lan\/[0-9a-f-]+/g),
    ].map(([one]) => one);
    expect(href.length).toBeGreaterThan(0);
    const mine = (
      await Promise.all([...new Set(href)].map(async (one) => ({ one, page: await read(clerk, one) })))
    ).find(({ page }) => page.includes('Niêm yết tại Bảng tin trụ sở'));
    const posting = mine?.one ?? lan;
    await refused(clerk, `${posting}/minh-chung`, {});
    expect(await accepted(clerk, `${posting}/minh-chung`, { anh: await picture(1) })).toContain(
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
    expect(await read(clerk, item(id))).toContain('gỡ sớm 24/06/2024');
    await refused(clerk, `${posting}/go`, { ngay_go: '24/06/2024', ly_do: 'Lần nữa' }, 409);
  });

  it('a loudspeaker is proven by its log', async () => {
    const { clerk, world } = pages;
    const loud = await world.place({ kind: 'loudspeaker', name: 'Loa cụm 1' });
    const id = await world.published();
    await accepted(clerk, item(id, '/niem-yet'), { diem: loud, ngay: '24/06/2024', khoa: newId() });
    const all = [...(await (await clerk.get(item(id))).text()).matchAll(/\/cong-khai\/lan\/[0-9a-f-]+/g)].map(
      ([one]) => one,
    );
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
      const answer = await clerk.get(item(id, `/phieu?${query}`));
      expect(answer.status, query).toBe(200);
      expect(answer.headers.get('content-type')).toContain('wordprocessingml');
    }
    const none = await world.item({ title: 'Quyết định 41' });
    await read(clerk, item(none, '/phieu'), 409);
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
    const photo = await picture(7);
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
    const detail = await read(pages.clerk, item(id));
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
    await read(village, item(id, `/noi-dung`), 403);
  });
});
