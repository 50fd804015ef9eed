import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp, type Visitor } from '../../../../../test/support/app.ts';
import {
  CONTENT,
  DECISION,
  type DisclosureWorld,
  disclosureWorld,
} from '../../../../../test/support/disclosure-world.ts';
import { htmlProblems } from '../../../../../test/support/html-rules.ts';
import { personWithPost, TEST_PASSWORD } from '../../../../../test/support/people.ts';
import { calendarDate } from '../../../../kernel/dates.ts';
import { exemptItem } from '../../commands/exceptions.ts';
import { postAt } from '../../commands/post-at.ts';
import { publishItem } from '../../commands/publish-item.ts';
import { recordSay } from '../../commands/record-say.ts';

let place: TestApp;
let world: DisclosureWorld;
let itemId: string;
let visitors: Readonly<Record<string, Visitor>>;
const BOARD = '/cong-khai/bang';

beforeAll(async () => {
  place = await testApp();
  place.clock.set(new Date('2024-06-24T02:00:00Z'));
  world = await disclosureWorld(place);
  const { tree } = world;
  await world.declare({
    ...DECISION,
    code: 'so-lieu-thu',
    name: { vi: 'Số liệu thử', en: 'Figures of a test' },
    section: 'budget',
    papi: { dimension: 4 },
  });
  const hall = { unitId: tree.commune, villageId: tree.village, kind: 'village_hall' as const };
  const office = await world.place();
  const hallId = await world.place({ ...hall, name: 'Nhà văn hóa thôn Đông' });
  // Hangs at the office with a photo, at the hall without one, in time; a citizen did not see it there.
  itemId = await world.item({ eventOn: '2024-06-03', title: 'Quyết định thu số 15' }, '2024-06-03T08:00');
  await world.run(
    world.clerk,
    (context, tx) =>
      publishItem(context, tx, { itemId, content: CONTENT, summary: 'Xã thu.', files: [] }, place.files),
    '2024-06-05T09:00',
  );
  for (const [placeId, proof] of [
    [office, await world.photo()],
    [hallId, []],
  ] as const)
    await world.run(
      world.clerk,
      (context, tx) =>
        postAt(context, tx, { itemId, placeId, postedOn: calendarDate('2024-06-05'), proof }, place.files),
      '2024-06-05T10:00',
    );
  await world.run(
    world.clerk,
    (context, tx) =>
      recordSay(context, tx, { itemId, placeId: hallId, verdict: 'not_seen', words: '' }, place.files),
    '2024-06-20T10:00',
  );
  const late = { code: 'so-lieu-thu', eventOn: '2024-05-20' };
  await world.item({ ...late, unitId: tree.otherCommune, title: 'Số liệu của xã Hai' });
  const exempt = await world.item({ ...late, title: 'Số liệu của xã Một' });
  await world.run(world.standing, (context, tx) =>
    exemptItem(context, tx, { itemId: exempt, reason: 'Xã không thu khoản này' }),
  );
  const people = [
    ['noi.vu', tree.office, 'standing'],
    ['chu.tich', tree.district, 'leader'],
    ['xa.mot', tree.commune, 'member'],
    ['xa.hai', tree.otherCommune, 'member'],
    ['thon', tree.village, 'member'],
    ['cap.tren', tree.district, 'superior'],
  ] as const;
  for (const [name, unitId, role] of people) await personWithPost(place, name, { unitId, role });
  const signed = await Promise.all(people.map(([name]) => place.signIn(name, TEST_PASSWORD)));
  visitors = Object.fromEntries(people.map(([name], at) => [name, signed[at] as Visitor]));
});
afterAll(() => place.close());

const get = (name: string, search = ''): Promise<Response> =>
  (visitors[name] as Visitor).get(`${BOARD}${search}`);

/** What a page says, without its marks. */
async function words(response: Response): Promise<string> {
  expect(response.status).toBe(200);
  const text = await response.text();
  expect(await htmlProblems(text)).toEqual([]);
  return text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

describe('the board of disclosure', () => {
  it('shows the standing agency, leaders and the superior every unit, the late ones first', async () => {
    for (const name of ['noi.vu', 'chu.tich', 'cap.tren']) {
      const text = await words(await get(name));
      expect(text).toMatch(/Quá hạn hoặc gỡ sớm 1 \/ 2/);
      expect(text).toMatch(/UBND xã Hai.*UBND xã Một/);
      expect(text).toContain('1 lượt không thấy, 0 lượt nói sai');
    }
  });

  it('shows a commune and its villages the commune alone, and refuses another unit', async () => {
    for (const name of ['xa.mot', 'thon']) {
      const text = await words(await get(name));
      expect(text).toContain('UBND xã Một');
      expect(text).not.toContain('UBND xã Hai');
      expect((await get(name, `?don-vi=${world.tree.otherCommune}`)).status).toBe(403);
    }
    expect((await place.visitor().get(BOARD)).status).toBe(303);
  });

  it('opens a section to its obligations, and a number to its items with tests, quality and what citizens said', async () => {
    expect(await words(await get('noi.vu', '?linh-vuc=budget'))).toMatch(
      /Đơn vị và nội dung: Ngân sách .*Số liệu thử/,
    );
    const items = await words(await get('noi.vu', `?xem=muc&don-vi=${world.tree.commune}&linh-vuc=fees`));
    expect(items).toMatch(
      /Quyết định thu số 15 UBND xã Một Đã niêm yết, chưa đủ minh chứng 10\/06\/2024 Đúng Đúng Không 13 ngày Có đủ các trường 1\/0/,
    );
    expect(items).not.toContain('Số liệu của xã Hai');
  });

  it('says why something need not be public', async () => {
    const text = await words(await get('xa.mot', '?xem=muc&trang-thai=exempt'));
    expect(text).toContain('Xã không thu khoản này (standing)');
  });

  it('says place by place which wall lacks what, and where no place was named', async () => {
    const text = await words(await get('noi.vu', '?xem=noi&thieu=1'));
    expect(text).toMatch(/Nhà văn hóa thôn Đông .* 1 1 0 1 Quyết định thu số 15 : người dân không thấy/);
    expect(text).toMatch(/Bảng niêm yết tại trụ sở Chưa khai điểm niêm yết · UBND xã Hai 1 0 0 1/);
    const hall = await words(
      await get('noi.vu', `?xem=noi&don-vi=${world.tree.commune}&thon=${world.tree.village}`),
    );
    expect(hall).not.toContain('Bảng tin trụ sở');
  });

  it('has a line for each part of the index', async () => {
    const text = await words(await get('noi.vu', '?xem=papi'));
    expect(text).toMatch(/2\.1\. .* 1 0 1 0 0 0 0%/);
  });

  it('filters by period, state and what lacks something, and forgets nothing of it in its links', async () => {
    const search = '?ky=2024Q2&trang-thai=late&thieu=1&noi=office_board';
    const page = await (await get('noi.vu', search)).text();
    expect(page).toMatch(
      /href="[^"]*ky=2024Q2[^"]*trang-thai=late[^"]*thieu=1[^"]*noi=office_board[^"]*xem=muc/,
    );
    expect(await words(await get('noi.vu', `${search}&xem=muc`))).toContain('Số liệu của xã Hai');
    expect(await words(await get('noi.vu', '?ky=2024Q3'))).toContain('Không có mục nào khớp với lựa chọn');
  });

  it('reads a day of the past as it stood, and refuses one that has not come', async () => {
    const text = await words(await get('noi.vu', '?as_of=2024-06-04&xem=muc'));
    expect(text).toMatch(/Quyết định thu số 15 UBND xã Một Sắp đến hạn/);
    expect(text).not.toContain('xã Hai');
    expect((await get('noi.vu', '?as_of=2030-01-01')).status).toBe(422);
  });

  it('comes as workbook and as text, with what the page shows', async () => {
    for (const view of ['linh-vuc', 'noi', 'papi', 'muc']) {
      const book = await get('noi.vu', `?xem=${view}&dinh-dang=xlsx`);
      expect(book.headers.get('content-disposition')).toContain(`cong-khai-${view}-2024-06-24.xlsx`);
    }
    const csv = await (await get('noi.vu', '?xem=muc&dinh-dang=csv')).text();
    expect(csv).toMatch(/UBND xã Một.*Quyết định thu số 15.*2\.1.*Đúng.*Đúng.*Không/);
    expect(csv).toContain('Xã không thu khoản này (standing)');
    const matrix = await (await get('noi.vu', '?dinh-dang=csv')).text();
    expect(matrix).toMatch(/UBND xã Hai.*Ngân sách.*1.*0.*0.*0.*1.*0.*0/);
  });

  it('answers programs within what the caller may see', async () => {
    const api = (name: string, search = ''): Promise<Response> =>
      (visitors[name] as Visitor).get(`/api/v1/disclosure-compliance${search}`);
    const own = (await (await api('xa.mot')).json()) as { units: unknown[]; parts: unknown[] };
    expect(own.units).toMatchObject([
      { asked: 1, posted: 1, none: 1, provenShare: 0, tests: { notSeen: 1 } },
    ]);
    const all = (await (await api('noi.vu', '?section=budget')).json()) as { units: unknown[] };
    expect(all.units).toHaveLength(2);
    expect((await api('xa.mot', '?unit=khong-co')).status).toBe(403);
    expect((await api('xa.mot', '?period=2024Q9')).status).toBe(422);
  });

  it('is in English for who asks', async () => {
    expect(await words(await get('noi.vu', '?lang=en'))).toContain('Board of disclosure');
  });
});
