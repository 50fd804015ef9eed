import { Script } from 'node:vm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Visitor } from '../../../test/support/app.ts';
import { BASE, type DeliveryWorld, deliveryWorld } from '../../../test/support/delivery.ts';
import { htmlProblems } from '../../../test/support/html-rules.ts';
import { TEST_PASSWORD } from '../../../test/support/plan-world.ts';
import { type PushService, pushService, type TestBrowser } from '../../../test/support/push-service.ts';
import { query } from '../../kernel/db/sql.ts';
import { handOut, sendPushes } from './jobs.ts';
import { deliveryLimits } from './limits.ts';
import { browsersOf } from './store/push.ts';

const HOME = '/tai-khoan/thong-bao';
const UNIT = 'xa-bai-say';

let it_: DeliveryWorld;
let service: PushService;
let clerk: Visitor;
let clerkId: string;
let browser: TestBrowser;

const count = async (): Promise<number> =>
  (await it_.app.db.one(query({ n: 'bigint' } as const)`select count(*) as n from notices_push_message`)).n;
const subscription = ({ endpoint, p256dh, auth }: TestBrowser) => ({ endpoint, p256dh, auth });
const send = async (words: string) => {
  await it_.tellUnit(UNIT, 'work_returned', words);
  await it_.run(handOut);
  return it_.run(sendPushes);
};

beforeAll(async () => {
  service = await pushService();
  it_ = await deliveryWorld({ push: service.gate });
  clerkId = await it_.person('can.bo', 'member', UNIT);
});
afterAll(async () => {
  await it_.close();
  await service.close();
});
beforeEach(async () => {
  service.answer(201);
  service.taken.length = 0;
  await it_.app.db.pool.query('delete from notices_push');
  await it_.app.db.pool.query('delete from notices_waiting');
  // Time moves on in these tests, past the end of a session.
  clerk = await it_.app.signIn('can.bo', TEST_PASSWORD);
  browser = service.browser();
  await clerk.get(HOME);
  expect((await clerk.post(`${HOME}/trinh-duyet`, subscription(browser))).status).toBe(303);
});

describe('a push', () => {
  it('reaches the browser alone: it says the kind, the sentence and the way, and nothing else', async () => {
    expect(await send('Niêm yết “công khai”')).toEqual({ sent: 1, ended: 0, failed: 0 });
    const [push] = service.taken;
    expect(push && browser.read(push)).toEqual({
      lang: 'vi',
      title: 'Việc bị trả lại',
      body: 'Phòng Nội vụ trả lại phần việc “Niêm yết “công khai””. Lý do: Thiếu biên bản',
      path: '/phan-viec',
    });
    expect(push?.body.toString('utf8')).not.toContain('Niêm yết');
    expect(push?.headers).toMatchObject({
      'content-encoding': 'aes128gcm',
      urgency: 'high',
      ttl: String(deliveryLimits.push_hours * 3600),
      authorization: expect.stringMatching(/^vapid t=[\w-]+\.[\w-]+\.[\w-]+, k=[\w-]{87}$/),
    });
    const claims = /t=[\w-]+\.([\w-]+)\./.exec(String(push?.headers.authorization))?.[1] ?? '';
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      aud: new URL(browser.endpoint).origin,
      sub: BASE,
    });
    expect(await count()).toBe(0);
    expect((await browsersOf(it_.app.db, clerkId))[0]).toMatchObject({
      lastOkAt: it_.app.clock.now(),
      lastError: null,
    });
  });

  it('goes to every browser of the person, but not about topics the person left out', async () => {
    const second = service.browser();
    await clerk.post(`${HOME}/trinh-duyet`, subscription(second));
    expect(await send('Hai máy')).toEqual({ sent: 2, ended: 0, failed: 0 });
    expect(new Set(service.taken.map((push) => push.path))).toEqual(
      new Set([browser, second].map((one) => new URL(one.endpoint).pathname)),
    );
    const page = await (await clerk.get(HOME)).text();
    const fields = Object.fromEntries(
      [...page.matchAll(/<select[^>]*name="(email_\w+)"/g)].map((match) => [match[1] ?? '', 'none']),
    );
    expect((await clerk.post(HOME, { lang: 'vi', ...fields })).status).toBe(303);
    expect(await send('Không đẩy')).toEqual({ sent: 0, ended: 0, failed: 0 });
    await clerk.post(HOME, { lang: 'vi', ...fields, push_work: '1' });
  });

  it('to a subscription that ended (404, 410) removes the browser', async () => {
    for (const status of [404, 410]) {
      await clerk.post(`${HOME}/trinh-duyet`, subscription(browser));
      service.answer(status);
      expect(await send(`Đã gỡ ${status}`), String(status)).toEqual({ sent: 0, ended: 1, failed: 0 });
      expect(await browsersOf(it_.app.db, clerkId)).toEqual([]);
    }
    expect(await count()).toBe(0);
  });

  it('that the service cannot take now (5xx, 429, silence) is tried again after a pause, and given up in the end', async () => {
    const answers = [500, 429, 'hang', 503, 500, 502] as const;
    expect(answers).toHaveLength(deliveryLimits.push_attempts);
    await it_.tellUnit(UNIT, 'work_returned', 'Thử lại');
    await it_.run(handOut);
    for (const [index, answer] of answers.entries()) {
      service.answer(answer);
      const isLast = index === answers.length - 1;
      expect(await it_.run(sendPushes), String(answer)).toEqual({
        sent: 0,
        ended: 0,
        failed: isLast ? 1 : 0,
      });
      expect(await it_.run(sendPushes)).toEqual({ sent: 0, ended: 0, failed: 0 });
      it_.app.clock.advance(deliveryLimits.push_pause_minutes * 60_000);
    }
    expect(await count()).toBe(0);
    expect((await browsersOf(it_.app.db, clerkId))[0]?.lastError).toBe('answered 502');
    const again = await it_.app.signIn('can.bo', TEST_PASSWORD);
    expect(await (await again.get(HOME)).text()).toContain('không đẩy được');
  });

  it('that is refused is not tried again, and a redirect is never followed', async () => {
    for (const status of [400, 403, 413, 302]) {
      service.taken.length = 0;
      service.answer(status);
      expect(await send(`Từ chối ${status}`), String(status)).toEqual({ sent: 0, ended: 0, failed: 1 });
      expect(service.taken).toHaveLength(1);
    }
  });

  it('older than a day is no longer news', async () => {
    service.answer(500);
    await send('Cũ rồi');
    it_.app.clock.advance((deliveryLimits.push_hours + 1) * 3_600_000);
    expect(await it_.run(sendPushes)).toEqual({ sent: 0, ended: 0, failed: 1 });
  });

  it('to somebody whose account was closed removes the browser without sending', async () => {
    await it_.tellUnit(UNIT, 'work_returned', 'Đóng tài khoản');
    await it_.run(handOut);
    const close = (at: Date | null) =>
      it_.app.db.pool.query('update identity_person set disabled_at = $1 where id = $2', [at, clerkId]);
    await close(it_.app.clock.now());
    expect(await it_.run(sendPushes)).toEqual({ sent: 0, ended: 1, failed: 0 });
    await close(null);
    expect(service.taken).toEqual([]);
  });
});

describe('a browser', () => {
  it('that another person uses next belongs to that person alone', async () => {
    await it_.person('dong.nghiep', 'member', UNIT);
    const colleague = await it_.app.signIn('dong.nghiep', TEST_PASSWORD);
    await colleague.get(HOME);
    await colleague.post(`${HOME}/trinh-duyet`, subscription(browser));
    expect(await browsersOf(it_.app.db, clerkId)).toEqual([]);
    expect(await send('Một lần')).toEqual({ sent: 1, ended: 0, failed: 0 });
  });

  it('of a service that is not known, or without real keys, is refused and the page says so', async () => {
    const good = subscription(service.browser());
    for (const wrong of [
      { ...good, endpoint: 'https://169.254.169.254/latest' },
      { ...good, endpoint: 'https://fcm.googleapis.com.evil.example/x' },
      { ...good, endpoint: good.endpoint.replace('https:', 'http:') },
      { ...good, p256dh: 'AAAA' },
      { ...good, auth: 'AAAA' },
    ]) {
      await clerk.get(HOME);
      const refused = await clerk.post(`${HOME}/trinh-duyet`, wrong);
      expect(refused.status).toBe(422);
      expect(await refused.text()).toContain('Không nhận được đăng ký thông báo đẩy');
    }
    expect(await browsersOf(it_.app.db, clerkId)).toHaveLength(1);
  });

  it('is one of ten at most, and switching off one lets another in', async () => {
    for (let n = 1; n < deliveryLimits.browsers_a_person; n++)
      await clerk.post(`${HOME}/trinh-duyet`, subscription(service.browser()));
    await clerk.get(HOME);
    expect((await clerk.post(`${HOME}/trinh-duyet`, subscription(service.browser()))).status).toBe(409);
    const [newest] = await browsersOf(it_.app.db, clerkId);
    expect((await clerk.post(`${HOME}/trinh-duyet/${newest?.id}/tat`, {})).status).toBe(303);
    expect((await clerk.post(`${HOME}/trinh-duyet`, subscription(service.browser()))).status).toBe(303);
  });

  it('of somebody else cannot be switched off', async () => {
    const [own] = await browsersOf(it_.app.db, clerkId);
    await it_.person('nguoi.khac', 'member', UNIT);
    const stranger = await it_.app.signIn('nguoi.khac', TEST_PASSWORD);
    await stranger.get(HOME);
    expect((await stranger.post(`${HOME}/trinh-duyet/${own?.id}/tat`, {})).status).toBe(404);
    expect(await browsersOf(it_.app.db, clerkId)).toHaveLength(1);
  });

  it('is recorded in the audit by its service and program, without its address and keys', async () => {
    const rows = await it_.app.db.rows(query({ after: 'json' } as const)`
      select after from kernel_audit where event = 'notices.browser_added' order by at desc, id desc limit 1`);
    expect(rows[0]?.after).toMatchObject({ service: 'localhost' });
    const all = await it_.app.db.pool.query(
      `select after::text from kernel_audit where event like 'notices.%'`,
    );
    expect(JSON.stringify(all.rows)).not.toContain(browser.auth);
    expect(JSON.stringify(all.rows)).not.toContain(new URL(browser.endpoint).pathname);
  });
});

describe('the page and its program', () => {
  it('offer the public key, list the browsers, and never show the private key', async () => {
    const page = await (await clerk.get(HOME)).text();
    expect(await htmlProblems(page)).toEqual([]);
    const key = /data-key="([\w-]{87})"/.exec(page)?.[1];
    const { rows } = await it_.app.db.pool.query('select public_key, private_key from notices_push_key');
    expect(rows).toHaveLength(1);
    expect(rows[0].public_key).toBe(key);
    expect(page).not.toContain(rows[0].private_key);
    expect(page).toContain('Trình duyệt đang bật');
  });

  it('the service worker is open to anyone at the root, as a script', async () => {
    const answer = await it_.app.visitor().get('/sw.js');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/javascript');
    const script = await answer.text();
    expect(script).toContain('showNotification');
    // Browsers load a worker as a plain script, in which an export would be an error.
    expect(() => new Script(script)).not.toThrow();
  });
});
