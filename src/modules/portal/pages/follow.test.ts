import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../test/support/app.ts';
import { htmlProblems } from '../../../../test/support/html-rules.ts';
import { type SmallTree, smallTree } from '../../../../test/support/people.ts';
import { query } from '../../../kernel/db/sql.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Mailer } from '../../../kernel/mail.ts';
import { nothingOutward } from '../../../kernel/outward.ts';
import { confirm, keepAsking, makeKey } from '../store/subscribers.ts';

/** A mail server is set; nothing is sent by pages, only by jobs. */
const mailer: Mailer = {
  server: 'thu.vidu.example:587',
  send: () => Promise.reject(new Error()),
  close: () => undefined,
};

let it_: TestApp;
let silent: TestApp;
let tree: SmallTree;
let key: string;
beforeAll(async () => {
  it_ = await testApp({ ...nothingOutward, publicUrl: 'http://danbiet.test', mailer });
  silent = await testApp();
  tree = await smallTree(it_);
  key = (await it_.db.one(query({ key: 'text' })`select key from units_unit where id = ${tree.commune}`)).key;
});
afterAll(() => Promise.all([it_.close(), silent.close()]));

const count = async (): Promise<number> =>
  (await it_.db.one(query({ n: 'bigint' })`select count(*) as n from portal_subscriber`)).n;
const topics = () =>
  it_.db.rows(query({ section: 'text' })`select section from portal_subscription order by section`);
const clean = () => it_.db.pool.query('delete from portal_subscriber');
const ask = (fields: Record<string, string | string[]>) => it_.visitor().post('/theo-doi', fields);

/** Somebody who follows, with a key of a kind. */
async function followerWith(purpose: 'confirm' | 'stop'): Promise<string> {
  const now = it_.clock.now();
  const day = it_.clock.today();
  return it_.db.transaction(async (tx) => {
    const id = newId();
    await keepAsking(tx, {
      id,
      email: 'lan@gmail.com',
      lang: 'vi',
      now,
      weekFrom: day,
      times: 1,
      toldUntil: now,
    });
    if (purpose === 'stop') await confirm(tx, id, now, now, now);
    return makeKey(tx, id, purpose, now);
  });
}

describe('the form', () => {
  it('is valid, keeps the commune and section of the address, and is the same for everybody', async () => {
    for (const path of [
      '/theo-doi',
      `/theo-doi?xa=${key}&nhom=ngan-sach`,
      '/theo-doi?lang=en',
      '/theo-doi/da-gui',
    ]) {
      const answer = await it_.visitor().get(path);
      expect(answer.headers.get('cache-control'), path).toContain('public');
      expect(answer.headers.getSetCookie(), path).toEqual([]);
      expect(await htmlProblems(await answer.text()), path).toEqual([]);
    }
    const page = await (await it_.visitor().get(`/theo-doi?xa=${key}&nhom=ngan-sach`)).text();
    expect(page).toContain(`<option value="${key}" selected>`);
    expect(page).toMatch(/value="ngan-sach" checked/);
    expect(page).not.toMatch(/value="\*" checked/);
  });

  it('keeps the address and leads on without saying whether it was known', async () => {
    await clean();
    for (const _ of [1, 2]) {
      const answer = await ask({ email: 'lan@gmail.com', xa: key, nhom: ['ngan-sach', 'dat-dai'] });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/theo-doi/da-gui']);
    }
    expect(await count()).toBe(1);
    expect((await topics()).map(({ section }) => section)).toEqual(['budget', 'land']);
  });

  it('takes everything of a commune as one topic, and throws away sections that do not exist', async () => {
    await clean();
    await ask({ email: 'lan@gmail.com', xa: key, nhom: ['*', 'dat-dai'] });
    expect(await topics()).toEqual([{ section: '*' }]);
    expect((await ask({ email: 'lan@gmail.com', xa: key, nhom: ['vang'] })).status).toBe(422);
  });

  it('refused shows again what was typed, and why', async () => {
    await clean();
    const answer = await ask({ email: 'lan@', xa: key, nhom: 'dat-dai' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(await htmlProblems(page)).toEqual([]);
    expect(page).toContain('Địa chỉ thư điện tử không đúng.');
    expect(page).toContain('value="lan@" aria-invalid="true"');
    expect(page).toMatch(/value="dat-dai" checked/);
    expect((await ask({ email: 'lan@gmail.com', xa: 'khong-co', nhom: '*' })).status).toBe(422);
    expect((await ask({ email: 'lan@gmail.com', xa: key })).status).toBe(422);
    expect(await count()).toBe(0);
  });

  it('filled by a program that fills every field keeps nothing and tells it nothing', async () => {
    await clean();
    const answer = await ask({ email: 'lan@gmail.com', xa: key, nhom: '*', trang_web: 'http://x' });
    expect(answer.status).toBe(303);
    expect(await count()).toBe(0);
  });

  it('without a mail server offers feeds instead, and takes no address', async () => {
    const page = await (await silent.visitor().get('/theo-doi')).text();
    expect(page).toContain('/tin-moi.atom');
    expect(page).not.toContain('type="email"');
    expect(await htmlProblems(page)).toEqual([]);
    await smallTree(silent);
    const unit = query({ key: 'text' })`select key from units_unit order by key limit 1`;
    const { key: there } = await silent.db.one(unit);
    expect((await silent.visitor().post('/theo-doi', { email: 'a@b.vn', xa: there, nhom: '*' })).status).toBe(
      503,
    );
  });
});

describe('the link of an email', () => {
  it('confirms by its button and not by being opened', async () => {
    await clean();
    const path = `/theo-doi/xac-nhan/${await followerWith('confirm')}`;
    const page = await it_.visitor().get(path);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('x-robots-tag')).toBe('noindex');
    expect(await htmlProblems(await page.text())).toEqual([]);
    const open = query({
      n: 'bigint',
    })`select count(*) as n from portal_subscriber where confirmed_at is null`;
    expect((await it_.db.one(open)).n).toBe(1);
    expect((await it_.visitor().post(path, {})).headers.get('location')).toBe('/theo-doi/da-xac-nhan');
    expect((await it_.db.one(open)).n).toBe(0);
    expect((await it_.visitor().post(path, {})).status).toBe(404);
  });

  it('stops by its button, and by the one click of a mail program, which sends no form of this site', async () => {
    for (const oneClick of [false, true]) {
      await clean();
      const path = `/theo-doi/dung/${await followerWith('stop')}`;
      expect(await (await it_.visitor().get(path)).text()).toContain('lan@gmail.com');
      expect(await count()).toBe(1);
      const answer = oneClick
        ? await it_.app.request(`http://danbiet.test${path}`, {
            method: 'POST',
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
            body: 'List-Unsubscribe=One-Click',
          })
        : await it_.visitor().post(path, {});
      expect(answer.status).toBe(303);
      expect(await count()).toBe(0);
      expect((await it_.visitor().get(path)).status).toBe(404);
    }
  });

  it('of one kind does not do what the other does', async () => {
    await clean();
    const secret = await followerWith('confirm');
    expect((await it_.visitor().post(`/theo-doi/dung/${secret}`, {})).status).toBe(404);
    expect(await count()).toBe(1);
  });
});
