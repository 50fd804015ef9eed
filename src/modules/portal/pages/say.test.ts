import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../test/support/app.ts';
import { CONTENT, type DisclosureWorld, disclosureWorld } from '../../../../test/support/disclosure-world.ts';
import { htmlProblems } from '../../../../test/support/html-rules.ts';
import { phonePhoto } from '../../../../test/support/pictures.ts';
import { calendarDate } from '../../../kernel/dates.ts';
import { query } from '../../../kernel/db/sql.ts';
import { newId } from '../../../kernel/ids.ts';
import { postAt, withdrawItem } from '../../disclosure/index.ts';
import { portalLimits } from '../limits.ts';
import { SaidToday } from '../said-today.ts';

let it_: TestApp;
let world: DisclosureWorld;
let itemId: string;
let boardId: string;
let number = 0;

beforeAll(async () => {
  it_ = await testApp();
  world = await disclosureWorld(it_);
  boardId = await world.place();
});
beforeEach(async () => {
  number += 1;
  const on = `2024-06-${String(number).padStart(2, '0')}`;
  itemId = await world.item({ eventOn: on, title: `Quyết định ${number}` });
  const { publishItem } = await import('../../disclosure/index.ts');
  await world.run(
    world.clerk,
    (context, tx) =>
      publishItem(context, tx, { itemId, content: CONTENT, summary: 'Mức thu.', files: [] }, it_.files),
    '2024-06-21T08:00',
  );
  await world.run(world.clerk, (context, tx) =>
    postAt(
      context,
      tx,
      { itemId, placeId: boardId, postedOn: calendarDate('2024-06-21'), proof: [] },
      it_.files,
    ),
  );
});
afterAll(() => it_.close());

const says = () =>
  it_.db.rows(query({ verdict: 'text', placeId: 'uuid?', words: 'text', hasPhoto: 'bool' })`
    select verdict, place_id as "placeId", words, photo_hash is not null as "hasPhoto" from disclosure_say
    where item_id = ${itemId} order by seq`);
const send = (fields: Record<string, string | File>, headers: Record<string, string> = {}) =>
  it_.visitor().post(`/muc/${itemId}/co-dung-khong`, fields, headers);

describe('“Có đúng không?”', () => {
  it('is answered without an account, opens a check, and the page of the entry counts it', async () => {
    const answer = await send({ thay: 'not_seen', diem: boardId });
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/muc/${itemId}/cam-on?diem=${boardId}&thay=not_seen`,
    ]);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await says()).toEqual([{ verdict: 'not_seen', placeId: boardId, words: '', hasPhoto: false }]);
    const checks = await it_.db.rows(
      query({ id: 'uuid' })`select id from disclosure_check where item_id = ${itemId}`,
    );
    expect(checks).toHaveLength(1);
    expect(await (await it_.visitor().get(`/muc/${itemId}`)).text()).toContain('1 không thấy');
    const thanks = await (await it_.visitor().get(answer.headers.get('location') ?? '')).text();
    expect(thanks).toContain('sẽ đi kiểm tra');
    expect(await htmlProblems(thanks)).toEqual([]);
  });

  it('takes words and a photo, whose place and device are gone', async () => {
    const photo = new File([new Uint8Array(await phonePhoto())], 'IMG_1.jpg', { type: 'image/jpeg' });
    expect((await send({ thay: 'wrong', diem: boardId, loi: 'Số tiền khác', anh: photo })).status).toBe(303);
    expect(await says()).toEqual([
      { verdict: 'wrong', placeId: boardId, words: 'Số tiền khác', hasPhoto: true },
    ]);
    const { hash } = await it_.db.one(query({ hash: 'text' })`
      select photo_hash as hash from disclosure_say where item_id = ${itemId}`);
    expect(Buffer.from(await it_.files.read(hash)).includes('Exif')).toBe(false);
  });

  it('counts one device once a day for each place and answer, politely; another device and another answer count', async () => {
    const phone = { 'user-agent': `Phone ${newId()}` };
    await send({ thay: 'seen', diem: boardId }, phone);
    const again = await send({ thay: 'seen', diem: boardId }, phone);
    expect(again.headers.get('location')).toBe(`/muc/${itemId}/cam-on?diem=${boardId}&thay=seen&lai=1`);
    expect(await (await it_.visitor().get(again.headers.get('location') ?? '')).text()).toContain(
      'Hôm nay bạn đã báo rồi',
    );
    await send({ thay: 'wrong', diem: boardId }, phone);
    await send({ thay: 'seen', diem: boardId }, { 'user-agent': `Phone ${newId()}` });
    expect((await says()).map(({ verdict }) => verdict)).toEqual(['seen', 'wrong', 'seen']);
  });

  it('takes so many answers a day from one network, whatever the browser calls itself', async () => {
    const limit = portalLimits.says_a_day;
    const said = new SaidToday();
    const from = (network: string, day = '2024-06-24') => said.takes(day, ['tenant', network]);
    for (let n = 0; n < limit; n += 1) expect(from('2001:db8::/64')).toBe(true);
    expect(from('2001:db8::/64')).toBe(false);
    expect(from('2001:db8:0:1::/64')).toBe(true);
    expect(from('2001:db8::/64', '2024-06-25')).toBe(true);
  });

  it('refuses what no citizen sends: a filled trap, an unknown answer, a place where it never hung, another site, no picture', async () => {
    const text = new File(['<html>'], 'a.html', { type: 'text/html' });
    const elsewhere = await world.place({ name: 'Bảng khác' });
    const tries: [Record<string, string | File>, number, Record<string, string>?][] = [
      [{ thay: 'seen', trang_web: 'http://x' }, 422],
      [{ thay: 'maybe' }, 422],
      [{ thay: 'seen', loi: 'a'.repeat(1001) }, 422],
      [{ thay: 'seen', diem: 'x' }, 422],
      [{ thay: 'seen', diem: elsewhere }, 404],
      [{ thay: 'seen', diem: newId() }, 404],
      [{ thay: 'seen', anh: text }, 415],
      [{ thay: 'seen' }, 403, { origin: 'http://evil.example' }],
      [{ thay: 'seen' }, 403, { 'sec-fetch-site': 'cross-site' }],
    ];
    for (const [fields, status, headers] of tries) {
      const answer = await send(fields, headers);
      const page = await answer.text();
      expect(answer.status, JSON.stringify(fields)).toBe(status);
      expect(await htmlProblems(page)).toEqual([]);
    }
    expect(await says()).toEqual([]);
    // What was refused is not held against whoever tries again.
    expect((await send({ thay: 'seen', diem: boardId })).headers.get('location')).not.toContain('lai=1');
  });

  it('is answered with one tap at the board whose code was read, for the paper of the button', async () => {
    const place = await it_.db.one(
      query({ qr: 'text' })`select qr from disclosure_place where id = ${boardId}`,
    );
    const page = await (await it_.visitor().get(`/q/${place.qr}`)).text();
    expect(page).toContain(`value="not_seen.${itemId}"`);
    const at = `/q/${place.qr}/co-dung-khong`;
    const answer = await it_.visitor().post(at, { thay: `not_seen.${itemId}`, trang_web: '' });
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/muc/${itemId}/cam-on?diem=${boardId}&thay=not_seen`,
    ]);
    const again = await it_.visitor().post(at, { thay: `not_seen.${itemId}` });
    expect(again.headers.get('location')).toContain('&lai=1');
    expect(await says()).toEqual([{ verdict: 'not_seen', placeId: boardId, words: '', hasPhoto: false }]);
    const tries: [string, Record<string, string>, number][] = [
      [at, { thay: `seen.${itemId}`, trang_web: 'http://x' }, 422],
      [at, { thay: `maybe.${itemId}` }, 422],
      [at, { thay: 'seen' }, 422],
      [at, { thay: 'seen.x' }, 422],
      [at, { thay: `seen.${newId()}` }, 404],
      ['/q/aaaaaaaa/co-dung-khong', { thay: `seen.${itemId}` }, 404],
    ];
    for (const [path, fields, status] of tries)
      expect((await it_.visitor().post(path, fields)).status, JSON.stringify(fields)).toBe(status);
    expect(await says()).toHaveLength(1);
  });

  it('is not asked of what was withdrawn, whose words and files the world reads no more', async () => {
    await world.run(world.clerk, (context, tx) =>
      withdrawItem(context, tx, { itemId, reason: 'Ban hành nhầm' }),
    );
    const page = await (await it_.visitor().get(`/muc/${itemId}`)).text();
    expect(page).toContain('Nội dung này đã được thu hồi');
    expect(page).toContain('Ban hành nhầm');
    expect(page).not.toContain('15/QĐ-UBND');
    expect(page).not.toContain('Có đúng không?');
  });
});
