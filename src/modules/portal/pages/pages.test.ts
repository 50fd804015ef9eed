import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../test/support/app.ts';
import { CONTENT, type DisclosureWorld, disclosureWorld } from '../../../../test/support/disclosure-world.ts';
import { htmlProblems } from '../../../../test/support/html-rules.ts';
import { calendarDate } from '../../../kernel/dates.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { type PublicBody, postAt } from '../../disclosure/index.ts';

let it_: TestApp;
let world: DisclosureWorld;
let itemId: string;
let bareId: string;
let boardId: string;
let hallId: string;
let qr: string;

const TABLE: PublicBody['fields'][number] = {
  key: 'bang',
  label: { vi: 'Các khoản thu', en: 'Charges' },
  kind: 'table',
  columns: [
    { key: 'ten', label: { vi: 'Khoản', en: 'Charge' }, kind: 'text' },
    { key: 'tien', label: { vi: 'Số tiền', en: 'Amount' }, kind: 'amount' },
    { key: 'ngay', label: { vi: 'Ngày', en: 'Day' }, kind: 'date' },
    { key: 'dt', label: { vi: 'Điện thoại', en: 'Telephone' }, kind: 'phone' },
  ],
  rows: [{ ten: 'Rác <b>', tien: 1_250_000, ngay: '2024-03-12', dt: '0221 000 001' }],
};

beforeAll(async () => {
  it_ = await testApp();
  world = await disclosureWorld(it_);
  boardId = await world.place({ address: 'Thôn Đông, xã Một', latitude: 20.8, longitude: 106.1 });
  hallId = await world.place({ kind: 'village_hall', name: 'Nhà văn hóa', villageId: world.tree.village });
  itemId = await world.published(CONTENT, '2024-06-21T08:00');
  bareId = await world.item({ eventOn: '2024-05-02', title: 'Quyết định chưa công bố' });
  for (const placeId of [boardId, hallId])
    await world.run(world.clerk, async (context, tx) =>
      postAt(
        context,
        tx,
        {
          itemId,
          placeId,
          postedOn: calendarDate('2024-06-21'),
          proof: placeId === boardId ? await world.photo() : [],
        },
        it_.files,
      ),
    );
  await it_.db.transaction((tx) =>
    tx.run(sql`update disclosure_public set body = jsonb_set(body, '{fields}', body->'fields' || ${JSON.stringify([TABLE])}::jsonb)
      where item_id = ${itemId}`),
  );
  ({ qr } = await it_.db.one(query({ qr: 'text' })`select qr from disclosure_place where id = ${boardId}`));
});
afterAll(() => it_.close());

const ask = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  it_.visitor().get(path, headers);
async function read(path: string): Promise<string> {
  const answer = await ask(path);
  expect(answer.status, path).toBe(200);
  const page = await answer.text();
  expect(await htmlProblems(page), path).toEqual([]);
  return page;
}

describe('pages', () => {
  it.each([
    '/',
    '/?lang=en',
    '/?co=lon',
    '/?chon=1',
    '/?chon=1&ten=khong-co',
    '/xa/ubnd-xa-mot',
    '/xa/ubnd-xa-mot?lang=en&co=lon',
    '/xa/ubnd-xa-hai',
    '/xa/ubnd-xa-mot/dang-niem-yet',
    '/xa/ubnd-xa-hai/dang-niem-yet',
    '/xa/ubnd-xa-mot/thon/thon-dong',
    '/xa/ubnd-xa-mot/da-cong-khai-du-chua',
    '/xa/ubnd-xa-hai/da-cong-khai-du-chua?lang=en',
    '/xa/ubnd-xa-mot/nhom/phi-le-phi',
    '/xa/ubnd-xa-mot/nhom/dat-dai',
    '/tim-kiem',
    '/tim-kiem?q=quyet+dinh',
    '/tim-kiem?q=khong+thay&xa=ubnd-xa-mot',
    '/tro-nang',
    '/tro-nang?lang=en',
  ])('%s is valid', async (path) => {
    await read(path);
  });

  it('an entry shows what it says in the letters of people, where it hangs, what proves it, and escapes what officials typed', async () => {
    const page = await read(`/muc/${itemId}`);
    for (const words of ['15/QĐ-UBND', '250.000\u00a0đ', '1.250.000\u00a0đ', '12/03/2024', 'Rác &lt;b&gt;'])
      expect(page).toContain(words);
    expect(page).toContain('21/06/2024 – 21/07/2024 · xã có ảnh hoặc biên bản làm chứng');
    expect(page).toContain('21/06/2024 – 21/07/2024 · xã chưa gửi ảnh hoặc biên bản');
    expect(page).toContain('Điều 11, Luật 10/2022/QH15');
    expect(page).not.toContain('noindex');
  });

  it('a commune counts what hangs, and asks whether the newest paper is true', async () => {
    const page = await read('/xa/ubnd-xa-mot');
    expect(page).toContain('1 nội dung · 1 mới trong tuần');
    expect(page).toContain('Có đúng không?');
    expect(page).toContain('href="/xa/ubnd-xa-mot/nhom/phi-le-phi"');
    expect(page).toContain('href="/xa/ubnd-xa-mot/thon/thon-dong"');
    expect(await read('/xa/ubnd-xa-hai')).toContain('Chưa có nội dung nào');
  });

  it('the code on a board leads to what hangs at it, with an answer of one tap for each', async () => {
    const page = await read(`/q/${qr}`);
    expect(page).toContain('Quyết định 15');
    expect(page).toContain(`action="/q/${qr}/co-dung-khong"`);
    expect(page.match(/type="submit" name="thay"/g)).toHaveLength(3);
    const portal = await it_.db.one(
      query({ qr: 'text' })`select qr from disclosure_place where kind = 'portal' limit 1`,
    );
    const answer = await it_.visitor().get(`/q/${portal.qr}`);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/xa/ubnd-xa-mot']);
  });

  it('what a commune owed is counted beside what is there, by the name of the duty and never by an unpublished title', async () => {
    it_.clock.set(new Date('2024-07-10T02:00:00Z'));
    const page = await read('/xa/ubnd-xa-mot/da-cong-khai-du-chua');
    it_.clock.set(new Date('2024-06-24T02:00:00Z'));
    expect(page).toContain('Đã công khai 1 trong 2 nội dung đến hạn.');
    expect(page).toContain('<strong>Quyết định về các khoản thu, ngày 02/05/2024</strong>');
    expect(page).not.toContain('Quyết định chưa công bố');
  });

  it('a village shows its own boards, the commune all of them', async () => {
    const inVillage = await read('/xa/ubnd-xa-mot/thon/thon-dong');
    expect(inVillage).toContain('Nhà văn hóa');
    expect(inVillage).not.toContain('Bảng tin trụ sở');
    const all = await read('/xa/ubnd-xa-mot/dang-niem-yet');
    expect(all).toContain('Nhà văn hóa');
    expect(all).toContain('Bảng tin trụ sở');
  });

  it.each(['quyet dinh', 'QUYẾT ĐỊNH', 'quyết định thu', 'quyết địn', '15/QĐ-UBND'])(
    'a search for “%s” finds the entry, with or without diacritics',
    async (words) => {
      for (const form of ['NFC', 'NFD'])
        expect(await read(`/tim-kiem?q=${encodeURIComponent(words.normalize(form))}`)).toContain(itemId);
      expect(await read(`/tim-kiem?q=${encodeURIComponent(words)}&xa=ubnd-xa-hai`)).not.toContain(itemId);
      expect(await read(`/tim-kiem?q=${encodeURIComponent(words)}&nhom=dat-dai`)).not.toContain(itemId);
    },
  );

  it.each(["'", '\\', ':*', '&|!', 'a:b', '(', "' | '", '%', 'đ', '\u0000', 'a'.repeat(900)])(
    'a search for the signs %j is answered',
    async (words) => {
      await read(`/tim-kiem?q=${encodeURIComponent(words)}`);
    },
  );

  it('what is not public, or is nowhere, is not found, in words for citizens', async () => {
    for (const path of [
      `/muc/${bareId}`,
      `/muc/${bareId}/cam-on`,
      '/muc/khong-co',
      '/xa/khong-co',
      '/xa/khong-co/dang-niem-yet',
      '/xa/ubnd-xa-mot/nhom/khong-co',
      '/xa/ubnd-xa-mot/thon/khong-co',
      '/xa/ubnd-xa-hai/thon/thon-dong',
      '/q/aaaaaaaa',
      `/muc/${itemId}/tep/${'0'.repeat(64)}`,
    ]) {
      const answer = await ask(path);
      expect(answer.status, path).toBe(404);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      const page = await answer.text();
      expect(page).toContain('Không tìm thấy');
      expect(await htmlProblems(page)).toEqual([]);
    }
  });
});

describe('the first page', () => {
  it('remembers the commune that was chosen and leads there, until another is wanted', async () => {
    const citizen = it_.visitor();
    const chosen = await citizen.get('/?xa=ubnd-xa-mot');
    expect([chosen.status, chosen.headers.get('location')]).toEqual([303, '/xa/ubnd-xa-mot']);
    expect((await citizen.get('/')).headers.get('location')).toBe('/xa/ubnd-xa-mot');
    expect((await citizen.get('/?lang=en')).headers.get('location')).toBe('/xa/ubnd-xa-mot?lang=en');
    expect((await citizen.get('/?chon=1')).status).toBe(200);
  });

  it('finds communes by a part of their name without diacritics, and shows all where none has it', async () => {
    expect(await read('/?chon=1&ten=mot')).not.toContain('Xã Hai');
    expect(await read('/?chon=1&ten=khong+co')).toContain('Xã Hai');
  });
});

describe('kept pages', () => {
  it('the same address gives the same bytes to everybody, whoever is signed in and whatever cookies come along', async () => {
    for (const path of ['/xa/ubnd-xa-mot', `/muc/${itemId}`, '/tim-kiem?q=quyet']) {
      const plain = await ask(path);
      const other = await ask(path, { cookie: 'danbiet_lang=en; danbiet_session=x; danbiet_flash=e30' });
      expect(await other.text()).toBe(await plain.text());
      expect(other.headers.getSetCookie()).toEqual([]);
      expect(other.headers.get('vary')).toBe('accept-encoding');
      expect(other.headers.get('cache-control')).toBe('public, max-age=60, stale-while-revalidate=600');
    }
  });

  it('whoever has a page is told that it has not changed, until it does', async () => {
    const path = `/muc/${itemId}`;
    const tag = (await ask(path)).headers.get('etag') ?? '';
    expect(tag).toMatch(/^W\/"[\w-]{20,}"$/);
    const again = await ask(path, { 'if-none-match': tag });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
    expect((await ask(path, { 'if-none-match': '"other"' })).status).toBe(200);
    expect((await ask(`${path}?lang=en`, { 'if-none-match': tag })).status).toBe(200);
  });

  it('the language stands in the address, and every link inside carries it on', async () => {
    const page = await read('/xa/ubnd-xa-mot?lang=en&co=lon');
    expect(page).toContain('<html lang="en" class="big">');
    // Data and feeds are the same in every language.
    const links = [...page.matchAll(/href="(\/(?:xa|muc|tim-kiem|tro-nang|theo-doi)[^"]*)"/g)]
      .map((found) => found[1] ?? '')
      .filter((href) => !/\.(?:csv|json|xlsx|atom|rss)$/.test(href));
    expect(links.length).toBeGreaterThan(8);
    const lost = links.filter(
      (href) => !/lang=(en|vi)/.test(href) || (!href.includes('co=lon') && !href.includes('lang=en')),
    );
    expect(lost).toEqual([]);
  });
});
