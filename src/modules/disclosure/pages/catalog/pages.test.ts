import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp, type Visitor } from '../../../../../test/support/app.ts';
import { htmlProblems } from '../../../../../test/support/html-rules.ts';
import {
  personWithPost,
  type SmallTree,
  smallTree,
  TEST_PASSWORD,
} from '../../../../../test/support/people.ts';
import { readDocument } from '../../../../kernel/documents/index.ts';
import { shippedDeclarations } from '../../catalog.ts';
import { SAMPLE } from './sample.ts';
import { REGISTER } from './words.ts';

let place: TestApp;
let tree: SmallTree;
let standing: Visitor;
let clerk: Visitor;

beforeAll(async () => {
  place = await testApp();
  tree = await smallTree(place);
  await personWithPost(place, 'noi.vu', { unitId: tree.office, role: 'standing' });
  await personWithPost(place, 'xa.mot', { unitId: tree.commune, role: 'member' });
  standing = await place.signIn('noi.vu', TEST_PASSWORD);
  clerk = await place.signIn('xa.mot', TEST_PASSWORD);
});
afterAll(() => place.close());

async function page(who: Visitor, path: string, status = 200): Promise<string> {
  const answer = await who.get(path);
  expect(answer.status, path).toBe(status);
  return answer.text();
}
const wordsOf = (markup: string): string =>
  (/<main[\s\S]*<\/main>/.exec(markup)?.[0] ?? '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
async function send(
  who: Visitor,
  path: string,
  fields: Record<string, string | string[]>,
  status: number,
): Promise<string> {
  await who.get(REGISTER);
  const answer = await who.post(path, fields);
  expect(answer.status, path).toBe(status);
  if (status !== 303) return answer.text();
  return page(who, (answer.headers.get('location') ?? '').replace(/#.*/, ''));
}

describe('the register', () => {
  it('lists every obligation by section, in both languages, as valid HTML', async () => {
    const vi = await page(clerk, REGISTER);
    for (const { code, name } of shippedDeclarations()) {
      expect(vi).toContain(`href="${REGISTER}/${code}"`);
      expect(wordsOf(vi)).toContain(name.vi.slice(0, 20));
    }
    expect(await htmlProblems(vi)).toEqual([]);
    const en = await page(clerk, `${REGISTER}?lang=en`);
    expect(wordsOf(en)).toContain('Register of what must be public');
    expect(wordsOf(en)).not.toContain('Chưa áp dụng');
    await clerk.get(`${REGISTER}?lang=vi`);
  });

  it('is filtered by the address, and says what to do where nothing is found', async () => {
    const land = await page(clerk, `${REGISTER}?nhom=land`);
    expect(land).toContain(`href="${REGISTER}/bang-gia-dat"`);
    expect(land).not.toContain(`href="${REGISTER}/phi-le-phi"`);
    expect(wordsOf(await page(clerk, `${REGISTER}?xem=dang&nhom=military`))).toContain('Bỏ điều kiện lọc');
  });

  it('shows the badge of a ground that nobody confirmed, on the day on which it governs', async () => {
    const before = await page(clerk, `${REGISTER}?xem=chua-xac-minh`);
    expect(before).toContain(`href="${REGISTER}/quy-hoach-ke-hoach-su-dung-dat"`);
    expect(before).not.toContain(`href="${REGISTER}/du-toan-da-quyet-dinh"`);
    expect(wordsOf(before)).toContain('Chưa xác minh');
  });

  it('lets the standing agency start many at once, and a commune none', async () => {
    expect(await page(clerk, REGISTER)).not.toContain('name="ma"');
    const none = await send(standing, `${REGISTER}/ap-dung`, { tu_ngay: '01/01/2024' }, 422);
    expect(wordsOf(none)).toContain('Chọn ít nhất một nội dung.');
    const wrong = await send(standing, `${REGISTER}/ap-dung`, { ma: ['phi-le-phi'], tu_ngay: 'mai' }, 422);
    expect(wordsOf(wrong)).toContain('Ghi ngày theo dạng dd/mm/yyyy');
    expect(wrong).toContain('value="mai"');
    expect(await htmlProblems(wrong)).toEqual([]);
    const codes = ['phi-le-phi', 'ho-ngheo-cong-nhan'];
    const done = await send(standing, `${REGISTER}/ap-dung`, { ma: codes, tu_ngay: '01/01/2024' }, 303);
    expect(done).toContain('Đã áp dụng 2 nội dung từ 01/01/2024.');
    expect(wordsOf(done)).toContain('Từ 01/01/2024');
    expect((await clerk.post(`${REGISTER}/ap-dung`, { ma: codes, tu_ngay: '01/01/2024' })).status).toBe(403);
  });
});

describe('one obligation', () => {
  it.each(shippedDeclarations())('$code is explained on a valid page', async ({ code, about }) => {
    const markup = await page(standing, `${REGISTER}/${code}`);
    expect(await htmlProblems(markup)).toEqual([]);
    expect(wordsOf(markup)).toContain(about.vi.slice(0, 30));
  });

  it('tells its law over time, newest first, with what is in force today', async () => {
    const words = wordsOf(await page(clerk, `${REGISTER}/quy-hoach-ke-hoach-su-dung-dat`));
    expect(words.indexOf('Luật 31/2024/QH15')).toBeLessThan(words.lastIndexOf('01/07/2023 – 31/07/2024'));
    expect(words).toMatch(/chậm nhất 30 ngày sau: [^.]+ đang áp dụng Chưa xác minh/);
    expect(words).toContain('Căn cứ này chưa được đối chiếu với nguyên văn.');
  });

  it('says of each field how it is public', async () => {
    const words = wordsOf(await page(clerk, `${REGISTER}/ho-ngheo-cong-nhan`));
    expect(words).toMatch(/Họ tên chủ hộ bảng “Danh sách hộ” chữ có trên giấy; trên mạng theo quyết định/);
    expect(words).toMatch(
      /Số định danh cá nhân bảng “Danh sách hộ” chữ không không bao giờ; bị loại khỏi tệp/,
    );
  });

  it('gives its workbook with the villages of one’s own commune, and its schema', async () => {
    const answer = await clerk.get(`${REGISTER}/ho-ngheo-cong-nhan/mau.xlsx`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toContain('mau-ho-ngheo-cong-nhan.xlsx');
    const { grids } = await readDocument('mau.xlsx', new Uint8Array(await answer.arrayBuffer()));
    expect(JSON.stringify(grids.at(-1)?.rows)).toContain('Thôn Đông');
    const schema = (await (await clerk.get(`${REGISTER}/ho-ngheo-cong-nhan/so-do.json`)).json()) as {
      properties: Record<string, unknown>;
    };
    expect(Object.keys(schema.properties)).toEqual(['so_quyet_dinh', 'ngay_quyet_dinh', 'danh_sach']);
  });

  it('that nobody declared is not found', async () => {
    expect(await page(clerk, `${REGISTER}/khong-co`, 404)).toContain(
      'Không có nội dung phải công khai mang mã',
    );
    expect((await clerk.get(`${REGISTER}/khong-co/mau.xlsx`)).status).toBe(404);
  });

  it('is decided on with a reason, which the page then shows', async () => {
    const path = `${REGISTER}/ho-ngheo-cong-nhan/tren-mang`;
    const bare = await send(standing, path, { hien: 'names', ly_do: '' }, 422);
    expect(wordsOf(bare)).toContain('Nêu lý do, ít nhất 5 ký tự.');
    expect(await htmlProblems(bare)).toEqual([]);
    const done = await send(standing, path, { hien: 'nothing', ly_do: 'Xã có ít hộ, dễ nhận ra' }, 303);
    expect(wordsOf(done)).toContain('Xã có ít hộ, dễ nhận ra');
    expect(wordsOf(done)).toContain('Người noi.vu');
    const back = await send(standing, path, { hien: 'khai-bao', ly_do: '' }, 303);
    expect(wordsOf(back)).toContain('Theo khai báo, địa phương chưa quyết định khác');
    expect((await clerk.post(path, { hien: 'nothing', ly_do: 'Không muốn' })).status).toBe(403);
  });

  it('offers no names for a list whose names the law keeps off the web', async () => {
    await send(standing, `${REGISTER}/ho-ngheo-ra-soat/ap-dung`, { tu_ngay: '01/01/2024' }, 303);
    const markup = await page(standing, `${REGISTER}/ho-ngheo-ra-soat`);
    expect(markup).toContain('value="figures"');
    expect(markup).not.toContain('value="names"');
    const beyond = await send(
      standing,
      `${REGISTER}/ho-ngheo-ra-soat/tren-mang`,
      { hien: 'names', ly_do: 'Cho dân xem' },
      422,
    );
    expect(beyond).toContain('Pháp luật không cho đưa tên người');
  });

  it('is ended from a day on, and begun again', async () => {
    const path = `${REGISTER}/phi-le-phi`;
    const early = await send(standing, `${path}/thoi-ap-dung`, { den_ngay: '31/12/2023' }, 422);
    expect(early).toContain('Ngày thôi áp dụng phải từ ngày bắt đầu (01/01/2024) trở đi.');
    expect(wordsOf(await send(standing, `${path}/thoi-ap-dung`, { den_ngay: '30/06/2024' }, 303))).toContain(
      'Từ 01/01/2024 đến 30/06/2024',
    );
    expect(wordsOf(await send(standing, `${path}/ap-dung`, { tu_ngay: '01/09/2024' }, 303))).toContain(
      'Từ 01/09/2024',
    );
  });
});

describe('declaring one’s own', () => {
  const FORM = `${REGISTER}/khai-bao/moi`;

  it('begins from a sample or from one that is alike, and is for those who keep the register', async () => {
    const sample = await page(standing, FORM);
    expect(sample).toContain('ve-sinh-moi-truong');
    expect(await htmlProblems(sample)).toEqual([]);
    expect(await page(standing, `${FORM}?theo=phi-le-phi`)).toContain('code: phi-le-phi');
    expect((await clerk.get(FORM)).status).toBe(403);
  });

  it('keeps what was typed and names what is wrong, then shows the new obligation, which can be changed', async () => {
    const wrong = await send(
      standing,
      FORM,
      { ban_khai: SAMPLE.replace('section: general', 'section: rac'), tu_ngay: '01/07/2024' },
      422,
    );
    expect(wordsOf(wrong)).toContain('dòng 9 (section): phải là một trong');
    expect(wrong).toContain('section: rac');
    expect(await htmlProblems(wrong)).toEqual([]);
    const made = await send(standing, FORM, { ban_khai: SAMPLE, tu_ngay: '01/07/2024' }, 303);
    expect(wordsOf(made)).toContain('của địa phương');
    const again = await send(standing, FORM, { ban_khai: SAMPLE, tu_ngay: '01/07/2024' }, 409);
    expect(again).toContain('Đã có nội dung công khai mang mã');
    const edit = `${REGISTER}/ve-sinh-moi-truong/sua`;
    expect(await htmlProblems(await page(standing, edit))).toEqual([]);
    const changed = SAMPLE.replace('Lịch thu gom rác và tổng vệ sinh', 'Lịch thu gom rác');
    expect(wordsOf(await send(standing, edit, { ban_khai: changed }, 303))).toContain('Lịch thu gom rác');
    expect((await standing.get(`${REGISTER}/phi-le-phi/sua`)).status).toBe(409);
  });
});
