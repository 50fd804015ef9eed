import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp, type Visitor } from '../../../test/support/app.ts';
import { htmlProblems } from '../../../test/support/html-rules.ts';
import { personWithPost, type SmallTree, smallTree, TEST_PASSWORD } from '../../../test/support/people.ts';
import { calendarDate } from '../../kernel/dates.ts';
import { registerDeadlines } from './deadline-sources.ts';
import { shippedFile } from './shipped.ts';

let place: TestApp;
let tree: SmallTree;
let keeper: Visitor;
let reader: Visitor;

beforeAll(async () => {
  place = await testApp();
  tree = await smallTree(place);
  await personWithPost(place, 'thuong.truc', { unitId: tree.office, role: 'standing' });
  await personWithPost(place, 'can.bo.xa', { unitId: tree.commune, role: 'member' });
  keeper = await place.signIn('thuong.truc', TEST_PASSWORD);
  reader = await place.signIn('can.bo.xa', TEST_PASSWORD);
  let on = calendarDate('2024-07-12');
  registerDeadlines({
    name: 'test',
    async openDeadlines() {
      const from = calendarDate('2024-07-05');
      const expression = { v: 1, type: 'after', bound: 'max', amount: 5, unit: 'wd', from } as const;
      return [{ id: 'x', expression, on, label: '1.1 Niêm yết danh sách', unitName: 'UBND xã Một' }];
    },
    async move(_context, _tx, moves) {
      on = moves[0]?.to ?? on;
    },
  });
});
afterAll(() => place.close());

const dayOff = {
  type: 'day_off',
  date: '10/07/2024',
  nameVi: 'Nghỉ theo quyết định',
  nameEn: '',
  kind: 'statutory',
  source: 'QĐ 1/QĐ-TTg 01/7/2024',
};

async function pageOf(visitor: Visitor, path: string, status = 200): Promise<string> {
  const response = await visitor.get(path);
  expect(response.status).toBe(status);
  const page = await response.text();
  expect(await htmlProblems(page)).toEqual([]);
  return page;
}

describe('the year', () => {
  it('shows days off, make-up days and unconfirmed days in words, with their legal source', async () => {
    const page = await pageOf(reader, '/lich-lam-viec');
    expect(page).toContain('Lịch làm việc năm 2024');
    expect(page).toContain('<strong>04/05</strong> làm bù: thay cho ngày nghỉ 29/04/2024');
    expect(page).toContain('5015/TB-LĐTBXH');
    expect(page).not.toContain('/lich-lam-viec/de-xuat');
    expect(await pageOf(reader, '/lich-lam-viec?nam=2027')).toContain('chưa xác nhận');
    expect(await pageOf(reader, '/lich-lam-viec?nam=2024&lang=en')).toContain('Working calendar 2024');
    await reader.get('/lich-lam-viec?lang=vi');
  });

  it('outside the years known says that only weekends are', async () => {
    expect(await pageOf(reader, '/lich-lam-viec?nam=2031')).toContain('mới trừ ngày nghỉ cuối tuần');
  });

  it('is given as .xlsx, .csv and as the JSON that can be uploaded again', async () => {
    const csv = await (await reader.get('/lich-lam-viec?nam=2024&dinh-dang=csv')).text();
    expect(csv).toContain('thứ Bảy');
    expect((await reader.get('/lich-lam-viec?nam=2024&dinh-dang=xlsx')).status).toBe(200);
    const json = await (await reader.get('/lich-lam-viec/lich.json')).json();
    expect(json).toEqual(shippedFile());
  });

  it('is for people who are signed in (303), and a version nobody applied is not found (404)', async () => {
    expect((await place.visitor().get('/lich-lam-viec')).status).toBe(303);
    expect((await reader.get('/lich-lam-viec?ban=2001-01-01')).status).toBe(404);
  });
});

describe('computing a deadline', () => {
  it('answers Vietnamese words with the day, the sentence and the expression', async () => {
    const page = await pageOf(
      reader,
      `/lich-lam-viec/tinh-han?bieu-thuc=${encodeURIComponent('15 ngày làm việc sau 22/01/2024')}`,
    );
    expect(page).toContain('Hạn: thứ Hai, 19/02/2024');
    expect(page).toContain('trừ nghỉ Tết 08–14/02');
    expect(page).toContain('15wd after 2024-01-22');
  });

  it('keeps what was typed and says what is wrong (422)', async () => {
    const page = await pageOf(reader, '/lich-lam-viec/tinh-han?bieu-thuc=mai', 422);
    expect(page).toContain('value="mai"');
    expect(page).toContain('Chưa hiểu hạn “');
  });

  it('is the same for programs: 200 with the answer, 422 with a code, 401 without credentials', async () => {
    const path = '/api/v1/due?expression=15wd%20after%202024-01-22';
    expect(await (await reader.get(path)).json()).toMatchObject({
      on: '2024-02-19',
      calendarVersion: shippedFile().version,
    });
    const refused = await reader.get('/api/v1/due?expression=mai');
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ error: { code: 'calendar.unreadable_expression' } });
    expect((await place.visitor().get(path)).status).toBe(401);
  });
});

describe('a proposal', () => {
  it('is for the administrator and the standing agency alone (403)', async () => {
    expect((await reader.get('/lich-lam-viec/de-xuat')).status).toBe(403);
    expect((await reader.post('/lich-lam-viec/de-xuat', dayOff)).status).toBe(403);
  });

  it('with wrong fields is shown again with what was typed (422)', async () => {
    await pageOf(keeper, '/lich-lam-viec/de-xuat');
    const response = await keeper.post('/lich-lam-viec/de-xuat', {
      ...dayOff,
      date: '31/02/2024',
      source: '',
    });
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(await htmlProblems(page)).toEqual([]);
    expect(page).toContain('value="31/02/2024"');
    expect(page).toContain('href="#f-source"');
    expect(page).toContain('id="f-source"');
  });

  it('that contradicts the calendar says so (422)', async () => {
    const response = await keeper.post('/lich-lam-viec/de-xuat', { ...dayOff, date: '12/02/2024' });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('đã là ngày nghỉ');
  });

  it('shows which open deadlines would move, then moves them when it is applied', async () => {
    expect((await keeper.post('/lich-lam-viec/de-xuat', dayOff)).status).toBe(303);
    const page = await pageOf(keeper, '/lich-lam-viec/de-xuat');
    for (const words of ['12/07/2024', '15/07/2024', 'UBND xã Một', '1.1 Niêm yết danh sách', '1 hạn sẽ đổi'])
      expect(page).toContain(words);
    const csv = await (await keeper.get('/lich-lam-viec/de-xuat?dinh-dang=csv')).text();
    expect(csv).toContain('1.1 Niêm yết danh sách');

    const unseen = await keeper.post('/lich-lam-viec/de-xuat/ap-dung', { revision: '9', note: 'Theo QĐ 1' });
    expect(unseen.status).toBe(409);
    const silent = await keeper.post('/lich-lam-viec/de-xuat/ap-dung', { revision: '1', note: ' ' });
    expect(silent.status).toBe(422);
    const done = await keeper.post('/lich-lam-viec/de-xuat/ap-dung', { revision: '1', note: 'Theo QĐ 1' });
    expect(done.status).toBe(303);
    const year = await pageOf(keeper, '/lich-lam-viec');
    expect(year).toContain('1 hạn đã đổi');
    expect(year).toContain('Bản đang dùng: 2024-06-24');
    expect(year).toContain('<strong>10/07</strong> nghỉ: Nghỉ theo quyết định');
    expect(await pageOf(keeper, `/lich-lam-viec?ban=${shippedFile().version}`)).toContain('không còn dùng');
  });

  it('can be a whole file, the calendar of the program, and can be withdrawn', async () => {
    const file = new File([JSON.stringify({ ...shippedFile(), makeup: [] })], 'lich.json');
    const refused = await keeper.post('/lich-lam-viec/de-xuat/tep', { file });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('chưa có ngày làm bù');
    expect((await keeper.post('/lich-lam-viec/de-xuat/tep', {})).status).toBe(422);

    expect((await keeper.post('/lich-lam-viec/de-xuat/kem-theo', {})).status).toBe(303);
    expect(await pageOf(keeper, '/lich-lam-viec/de-xuat')).toContain(
      'bỏ</span><div><span class="diff-label">10/07/2024',
    );
    expect((await keeper.post('/lich-lam-viec/de-xuat/huy', { revision: '1' })).status).toBe(303);
    expect((await keeper.post('/lich-lam-viec/de-xuat/huy', { revision: '1' })).status).toBe(404);
  });
});
