import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  accepted,
  type DisclosurePages,
  disclosurePages,
  FILLED,
  itemHref,
  read,
  refused,
  wordsOf,
} from '../../../../test/support/disclosure-pages.ts';
import { DECISION } from '../../../../test/support/disclosure-world.ts';
import { systemActor } from '../../../kernel/authz.ts';
import { recordSay } from '../commands/record-say.ts';

let pages: DisclosurePages;

beforeAll(async () => {
  pages = await disclosurePages();
  const { world } = pages;
  await world.place();
  await world.place({
    kind: 'village_hall',
    name: 'Nhà văn hóa thôn Một',
    villageId: world.tree.village,
  });
});
beforeEach(() => pages.on('2024-06-24T09:00'));
afterAll(() => pages.place.close());

const NOBODY = '01900000-0000-7000-8000-000000000000';

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
    await read(clerk, itemHref(late));
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
    await read(clerk, itemHref(id, '/noi-dung'));
    const gaps = await accepted(clerk, itemHref(id, '/noi-dung'), {
      ...FILLED,
      'f.muc_thu': 'nhiều',
      'f.so_quyet_dinh': '',
    });
    expect(gaps).toContain('Chưa công bố được: còn 2 chỗ thiếu hoặc sai');
    expect(gaps).toContain('Mức thu: “nhiều” không phải là số');
    expect(gaps).toContain('Số quyết định: chưa nhập');
    expect(wordsOf(await refused(clerk, itemHref(id, '/cong-bo'), {}))).toContain('Chưa công bố được');
    expect(await read(clerk, itemHref(id, '/noi-dung'))).toContain('“nhiều” không phải là số');
    const review = await accepted(clerk, itemHref(id, '/noi-dung'), FILLED);
    expect(review).toContain('250.000 đ');
    const done = await accepted(clerk, itemHref(id, '/cong-bo'), {});
    expect(done).toContain('Đã công bố bản 1');
    expect(done).toContain('Còn nơi chưa niêm yết. Bảng tin trụ sở UBND xã; Nhà văn hóa thôn Một');
    expect(done).toContain('15/QĐ-UBND');
    await refused(clerk, itemHref(id, '/cong-bo'), {}, 409);
  });

  it('takes the filled workbook after a look at each cell', async () => {
    const { clerk, world } = pages;
    const id = await world.item({ title: 'Quyết định 22' });
    const template = await clerk.get(itemHref(id, '/bieu-mau'));
    expect(template.headers.get('content-disposition')).toContain('.xlsx');
    const sheet = new File(['Số quyết định;22/QĐ-UBND\nMức thu;ba trăm\n'], 'bieu.csv', { type: 'text/csv' });
    const looked = await accepted(clerk, itemHref(id, '/noi-dung'), { viec: 'doc-bieu', bieu: sheet });
    expect(looked).toContain('B2');
    expect(looked).toContain('“ba trăm” không phải là số');
    const used = await accepted(clerk, itemHref(id, '/noi-dung/bieu'), { viec: 'dung' });
    expect(used).toContain('Đã đưa nội dung của biểu vào bản soạn');
    expect(wordsOf(await refused(clerk, itemHref(id, '/noi-dung'), { viec: 'doc-bieu' }))).toContain(
      'Chưa chọn biểu',
    );
    await accepted(clerk, itemHref(id, '/noi-dung/bo'), {});
  });

  it('looks files through: what is found is masked, and the person decides', async () => {
    const { clerk, world } = pages;
    const id = await world.item({ title: 'Quyết định 23' });
    const list = new File(['Họ tên;Số CCCD\nNguyễn Văn An;033068001234\n'], 'danh-sach.csv', {
      type: 'text/csv',
    });
    const warned = await accepted(clerk, itemHref(id, '/noi-dung'), { ...FILLED, tep: list });
    expect(warned).toContain('Số định danh, CCCD');
    expect(warned).not.toContain('033068001234');
    expect(await read(clerk, itemHref(id, '/cong-bo'))).toContain('chưa quyết định về dữ liệu cá nhân');
    const page = await (await clerk.get(itemHref(id, '/noi-dung'))).text();
    const href = /\/cong-khai\/muc\/[^"]+\/noi-dung\/tep\/[0-9a-f-]+/.exec(page)?.[0] ?? '';
    expect(wordsOf(await refused(clerk, href, { chon: 'as_is', vi_sao: '' }))).toContain('Ghi lý do');
    await accepted(clerk, href, { chon: 'reduce', vi_sao: '' });
    await accepted(clerk, itemHref(id, '/noi-dung'), FILLED);
    const done = await accepted(clerk, itemHref(id, '/cong-bo'), {});
    expect(done).toContain('Bản rút gọn, có trên cổng');
    expect(done).toContain('Bản gốc có dữ liệu cá nhân, chỉ lưu trong hệ thống');
    const files = [
      ...(await (await clerk.get(itemHref(id))).text()).matchAll(/tep-da-cong-bo\/([0-9a-f-]+)/g),
    ];
    const bodies = await Promise.all(
      files.map(async ([, one]) => (await clerk.get(itemHref(id, `/tep-da-cong-bo/${one}`))).text()),
    );
    expect(bodies.filter((text) => text.includes('033068001234'))).toHaveLength(1);
    const statuses = await Promise.all(
      files.map(async ([, one]) => (await pages.standing.get(itemHref(id, `/tep-da-cong-bo/${one}`))).status),
    );
    expect(statuses.sort()).toEqual([200, 404]);
  });

  it('a correction needs its reason, and both versions are read side by side', async () => {
    const { clerk, world } = pages;
    const id = await world.published();
    const gaps = await accepted(clerk, itemHref(id, '/noi-dung'), {
      ...FILLED,
      ban: '1',
      'f.muc_thu': '300.000',
      ly_do: '',
    });
    expect(gaps).toContain('Chưa có lý do đính chính');
    await accepted(clerk, itemHref(id, '/noi-dung'), {
      ...FILLED,
      ban: '1',
      'f.muc_thu': '300.000',
      ly_do: 'Ghi nhầm mức thu',
    });
    expect(await accepted(clerk, itemHref(id, '/cong-bo'), {})).toContain('Đã công bố bản 2');
    const both = await read(clerk, itemHref(id, '/cac-ban'));
    expect(both).toContain('250.000 đ');
    expect(both).toContain('300.000 đ');
    expect(both).toContain('Ghi nhầm mức thu');
  });

  it('is for the unit’s own people; what is not there is not found', async () => {
    const { other, standing, clerk, world } = pages;
    const id = await world.item({ title: 'Quyết định 24' });
    await read(other, itemHref(id), 403);
    await read(standing, itemHref(id, '/noi-dung'), 403);
    await read(clerk, itemHref(NOBODY), 404);
    expect((await standing.post(itemHref(id, '/noi-dung'), FILLED)).status).toBe(403);
  });
});

describe('exceptions and withdrawal', () => {
  it('each says what will happen, asks for its reason and is told in the history', async () => {
    const { clerk, standing, world } = pages;
    const id = await world.item({ title: 'Quyết định 31' });
    expect(await read(clerk, itemHref(id))).toContain('Cổng công khai sẽ ghi “không phát sinh”');
    expect(wordsOf(await refused(clerk, itemHref(id, '/khong-phat-sinh'), { ly_do: '' }))).toContain(
      'Lý do cần có',
    );
    expect(await accepted(clerk, itemHref(id, '/khong-phat-sinh'), { ly_do: 'Năm nay không thu' })).toContain(
      'Không phát sinh, Người xa.mot xác nhận',
    );
    await read(clerk, itemHref(id, '/noi-dung'), 409);
    expect(await accepted(clerk, itemHref(id, '/huy'), { ly_do: 'Có khoản thu mới' })).toContain('Đã hủy');
    expect((await clerk.post(itemHref(id, '/mien'), { ly_do: 'Không cần' })).status).toBe(403);
    expect(await accepted(standing, itemHref(id, '/mien'), { ly_do: 'Đã nhập vào quyết định 32' })).toContain(
      'Được miễn',
    );
    const published = await world.published();
    expect(await accepted(clerk, itemHref(published, '/rut'), { ly_do: 'Văn bản bị bãi bỏ' })).toContain(
      'Nội dung đã rút ngày 24/06/2024',
    );
    await refused(clerk, itemHref(published, '/rut'), { ly_do: 'Lần nữa' }, 409);
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
    const page = await (await clerk.get(itemHref(id))).text();
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
