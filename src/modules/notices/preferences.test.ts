import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Visitor } from '../../../test/support/app.ts';
import { type DeliveryWorld, deliveryWorld } from '../../../test/support/delivery.ts';
import { htmlProblems } from '../../../test/support/html-rules.ts';
import { deadServer, type MailServer, mailServer } from '../../../test/support/mail-server.ts';
import { TEST_PASSWORD } from '../../../test/support/plan-world.ts';
import { query } from '../../kernel/db/sql.ts';
import { openMailer } from '../../kernel/mail-server.ts';
import { nothingOutward } from '../../kernel/outward.ts';
import { mailHealth, pushHealth } from './health.ts';
import { handOut, sendMail } from './jobs.ts';
import { deliveryLimits } from './limits.ts';
import { preferenceOfPerson } from './store/preferences.ts';

const HOME = '/tai-khoan/thong-bao';

let it_: DeliveryWorld;
let server: MailServer;
let clerk: Visitor;
let clerkId: string;
let admin: Visitor;

const page = async (visitor: Visitor, path: string): Promise<string> => (await visitor.get(path)).text();
/** The choices as the form shows them, as a browser would send them. */
function shown(html: string): Record<string, string> {
  const fields: Record<string, string> = { lang: /name="lang" value="(\w+)" checked/.exec(html)?.[1] ?? '' };
  for (const [, name = '', options = ''] of html.matchAll(/<select[^>]*name="(\w+)"[^>]*>(.*?)<\/select>/gs))
    fields[name] = /value="(\w+)" selected/.exec(options)?.[1] ?? '';
  for (const [, name = ''] of html.matchAll(/type="checkbox"[^>]*name="(push_\w+)"[^>]*checked/g))
    fields[name] = '1';
  return fields;
}

beforeAll(async () => {
  server = await mailServer();
  const from = { name: 'Dân Biết', address: 'danbiet@anthi.gov.vn' };
  it_ = await deliveryWorld({
    mailer: openMailer({ url: server.url, from, connectMs: 300, silenceMs: 300 }),
  });
  clerkId = await it_.person('can.bo', 'member', 'xa-bai-say');
  clerk = await it_.app.signIn('can.bo', TEST_PASSWORD);
  await it_.person('quan.tri', 'admin', 'ubnd-huyen-an-thi');
  admin = await it_.app.signIn('quan.tri', TEST_PASSWORD);
});
afterAll(async () => {
  await it_.close();
  await server.close();
});

describe('the page of preferences', () => {
  it('needs a sign-in, and is found from the page of notices and from the account', async () => {
    const sent = await it_.app.visitor().get(HOME);
    expect(sent.status).toBe(303);
    expect(sent.headers.get('location')).toContain('/dang-nhap');
    for (const path of ['/thong-bao', '/tai-khoan'])
      expect(await page(clerk, path), path).toContain(`href="${HOME}"`);
  });

  it('is valid in both languages, shows the defaults, and says where emails go', async () => {
    const html = await page(clerk, HOME);
    expect(await htmlProblems(html)).toEqual([]);
    expect(await htmlProblems(await page(clerk, `${HOME}?lang=en`))).toEqual([]);
    await clerk.get(`${HOME}?lang=vi`);
    expect(html).toContain('Thư gửi đến can.bo@anthi.gov.vn');
    expect(html).toContain('Việc cần làm ngay: Việc bị trả lại');
    expect(shown(html)).toMatchObject({
      lang: 'vi',
      email_work: 'digest',
      email_plans: 'digest',
      push_work: '1',
    });
    expect(shown(html)).not.toHaveProperty('push_plans');
    // How the system runs concerns its administrators alone.
    expect(shown(html)).not.toHaveProperty('email_operations');
    expect(shown(await page(admin, HOME))).toMatchObject({
      email_operations: 'digest',
      push_operations: '1',
    });
  });

  it('keeps what is chosen, records it, and never offers “at once” where nothing is urgent', async () => {
    const html = await page(clerk, HOME);
    const { push_work: _none, ...rest } = shown(html);
    const chosen = { ...rest, lang: 'en', email_work: 'now', email_plans: 'now', push_plans: '1' };
    const answer = await clerk.post(HOME, chosen);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, HOME]);
    const kept = await preferenceOfPerson(it_.app.db, clerkId);
    expect(kept.lang).toBe('en');
    expect(kept.topics.work).toEqual({ email: 'now', push: false });
    expect(kept.topics.plans).toEqual({ email: 'digest', push: true });
    expect(shown(await page(clerk, HOME))).toMatchObject({
      lang: 'en',
      email_work: 'now',
      email_plans: 'digest',
    });
    const { after } = await it_.app.db.one(query({ after: 'json' } as const)`
      select after from kernel_audit where event = 'notices.preference_changed'`);
    expect(after).toMatchObject({ topics: { work: { email: 'now' } } });
  });

  it('refuses what is no choice and shows the form again', async () => {
    const answer = await clerk.post(HOME, { ...shown(await page(clerk, HOME)), email_work: 'bồ câu' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('name="email_work"');
    expect((await preferenceOfPerson(it_.app.db, clerkId)).topics.work.email).toBe('now');
  });

  it('says when the account has no address, or one at which nothing arrives', async () => {
    for (const [name, email] of [
      ['khong.thu', ''],
      ['thu.mau', 'thu.mau@vidu.example'],
    ] as const) {
      await it_.person(name, 'member', 'xa-bai-say', email);
      const visitor = await it_.app.signIn(name, TEST_PASSWORD);
      expect(await page(visitor, HOME)).toContain('chưa có địa chỉ thư điện tử nhận được thư');
    }
  });

  it('says when the installation sends no email and offers no pushes', async () => {
    const bare = await deliveryWorld({ publicUrl: undefined });
    await bare.person('can.bo', 'member', 'xa-bai-say');
    await bare.person('quan.tri', 'admin', 'ubnd-huyen-an-thi');
    const html = await page(await bare.app.signIn('can.bo', TEST_PASSWORD), HOME);
    expect(html).toContain('chưa được thiết lập gửi thư điện tử');
    expect(html).toContain('cần trang này được mở qua địa chỉ https');
    expect(html).not.toContain('<push-switch');
    const operator = await bare.app.signIn('quan.tri', TEST_PASSWORD);
    const operations = await page(operator, '/van-hanh');
    expect(operations).toContain('Chưa thiết lập máy chủ thư');
    expect(operations).toContain('chưa có địa chỉ https');
    expect(await page(operator, '/van-hanh/thu')).toContain('Chưa thiết lập máy chủ thư');
    const visitor = await bare.app.signIn('can.bo', TEST_PASSWORD);
    await visitor.get(HOME);
    const refused = await visitor.post(`${HOME}/trinh-duyet`, {
      endpoint: 'https://x',
      p256dh: 'x',
      auth: 'x',
    });
    expect(refused.status).toBe(409);
    await bare.close();
  });
});

describe('the page of emails not sent', () => {
  it('is open to the administrator of the whole jurisdiction alone', async () => {
    expect((await clerk.get('/van-hanh/thu')).status).toBe(403);
    expect((await clerk.post('/van-hanh/thu/gui-lai', {})).status).toBe(403);
    expect((await it_.app.visitor().get('/van-hanh/thu')).status).toBe(303);
    expect(await page(admin, '/van-hanh/thu')).toContain('Không còn thư nào chưa đi');
  });

  it('shows what failed and why, lets it be tried again or given up, and records both', async () => {
    server.refuse({ at: 'recipient', code: 550 });
    await it_.tellUnit('xa-bai-say', 'work_returned', 'Bị từ chối');
    await it_.run(handOut);
    expect(await it_.run(sendMail)).toEqual({ sent: 0, refused: 0, failed: 1 });
    const html = await page(admin, '/van-hanh/thu');
    expect(await htmlProblems(html)).toEqual([]);
    expect(html).toContain('Người dùng can.bo');
    expect(html).toContain('550');
    expect(html).not.toContain('can.bo@anthi.gov.vn');
    expect(await page(admin, '/van-hanh')).toContain('1 thư không gửi được');
    expect((await admin.post('/van-hanh/thu/gui-lai', {})).status).toBe(303);
    expect(await page(admin, '/van-hanh/thu')).toContain('chờ đến');
    expect(await it_.run(sendMail)).toEqual({ sent: 0, refused: 0, failed: 1 });
    server.refuse(null);
    await admin.get('/van-hanh/thu');
    expect((await admin.post('/van-hanh/thu/bo', {})).status).toBe(303);
    expect(await page(admin, '/van-hanh/thu')).toContain('Không còn thư nào chưa đi');
    const { rows } = await it_.app.db.pool.query(
      `select event, after from kernel_audit where event in ('notices.mails_retried', 'notices.mails_dropped') order by at, id`,
    );
    expect(rows).toEqual([
      { event: 'notices.mails_retried', after: { mails: 1 } },
      { event: 'notices.mails_dropped', after: { mails: 1 } },
    ]);
  });

  it('says since when the mail server fails, here and on the page of operations', async () => {
    it_.sendThrough(await deadServer());
    await it_.tellUnit('xa-bai-say', 'work_returned', 'Máy chủ hỏng');
    await it_.run(handOut);
    await it_.run(sendMail);
    for (const path of ['/van-hanh', '/van-hanh/thu'])
      expect(await page(admin, path), path).toContain('Máy chủ thư không nhận thư từ 24/06/2024 09:00');
  });
});

describe('what email and pushes say of themselves', () => {
  // Opens no connection before the first message.
  const mailer = openMailer({ url: 'smtp://127.0.0.1:25', from: { name: '', address: 'a@b.vn' } });
  const outward = { ...nothingOutward, publicUrl: 'https://x.vn', mailer };

  it('is bad while the server fails, to be looked at when a message waits long, well otherwise', async () => {
    const { db, clock } = it_.app;
    const check = () => mailHealth.check(db, clock.now(), outward);
    expect((await check()).level).toBe('bad');
    await db.pool.query(
      'update notices_mail_server set failing_since = null, failures = 0, next_try_at = null, last_error = null',
    );
    expect((await check()).level).toBe('well');
    clock.advance((deliveryLimits.slow_mail_minutes + 1) * 60_000);
    expect(await check()).toMatchObject({ level: 'look', sentence: { params: { n: 1 } } });
    expect((await mailHealth.check(db, clock.now(), nothingOutward)).level).toBe('off');
  });

  it('of pushes is to be looked at when the last one of a browser failed', async () => {
    const { db, clock } = it_.app;
    const check = () => pushHealth.check(db, clock.now(), outward);
    expect((await check()).level).toBe('well');
    await db.pool.query(
      `insert into notices_push (id, person_id, endpoint, p256dh, auth, agent, made_at, last_error)
       values (gen_random_uuid(), $1, 'https://x.vn/1', $2, $3, 'Chrome', now(), 'answered 500')`,
      [clerkId, 'x'.repeat(87), 'x'.repeat(22)],
    );
    expect((await check()).level).toBe('look');
    expect((await pushHealth.check(db, clock.now(), nothingOutward)).level).toBe('off');
  });
});
