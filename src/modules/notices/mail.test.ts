import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BASE, type DeliveryWorld, deliveryWorld } from '../../../test/support/delivery.ts';
import { deadServer, type MailServer, mailServer, silentServer } from '../../../test/support/mail-server.ts';
import { query, sql } from '../../kernel/db/sql.ts';
import { choose, chooseInput } from './commands/choose.ts';
import { NO_ADDRESS } from './commands/send-next-mail.ts';
import { type EmailChoice, topicKeys } from './domain/choices.ts';
import { settleNotices } from './index.ts';
import { cleanUp, handOut, sendMail } from './jobs.ts';
import { deliveryLimits } from './limits.ts';
import { mailServerState } from './store/mail.ts';

let it_: DeliveryWorld;
let server: MailServer;
const ids = new Map<string, string>();
const MINUTE_MS = 60_000;

const mailRow = {
  id: 'uuid',
  personId: 'uuid',
  state: 'text',
  attempts: 'int',
  lastError: 'text?',
  text: 'text?',
} as const;
const mails = () =>
  it_.app.db.rows(query(mailRow)`
    select id, person_id as "personId", state, attempts, last_error as "lastError", text_body as text
    from notices_mail order by id`);
const waiting = async (): Promise<number> =>
  (await it_.app.db.one(query({ n: 'bigint' } as const)`select count(*) as n from notices_waiting`)).n;

/** Chooses for a person: this email for assignments, `none` for everything else, no pushes. */
async function wants(username: string, email: EmailChoice, lang: 'vi' | 'en' = 'vi'): Promise<void> {
  const fields = topicKeys.map((topic) => [`email_${topic}`, topic === 'work' ? email : 'none']);
  const actor = { ...it_.world.actor('member', 'xa-bai-say'), personId: ids.get(username) ?? '' };
  await it_.world.run(actor, (context, tx) =>
    choose(context, tx, chooseInput.parse({ lang, ...Object.fromEntries(fields) })),
  );
}

beforeAll(async () => {
  it_ = await deliveryWorld();
  for (const [name, email] of [
    ['ngay', undefined],
    ['sang', undefined],
    ['khong', undefined],
    ['khong.thu', ''],
    ['mau', 'mau@vidu.example'],
  ] as const)
    ids.set(name, await it_.person(name, 'member', 'xa-bai-say', email));
  for (const name of ['ngay', 'khong.thu', 'mau']) await wants(name, 'now');
  await wants('khong', 'none');
});
afterAll(() => it_.close());

beforeEach(async () => {
  server = await mailServer();
  it_.sendThrough(server.url);
});
afterEach(async () => {
  it_.sendThrough(null);
  await server.close();
  await it_.app.db.pool.query('delete from notices_mail');
  await it_.app.db.pool.query('delete from notices_waiting');
  await it_.app.db.pool.query(
    'update notices_mail_server set failing_since = null, failures = 0, next_try_at = null, last_error = null',
  );
});

const later = (minutes: number) => it_.app.clock.advance(minutes * MINUTE_MS);

describe('a notice that asks for something now', () => {
  it('is emailed at once to who chose so and can be written to, and to nobody else of the unit', async () => {
    await it_.tellUnit('xa-bai-say', 'work_returned', 'Niêm yết “công khai” <hồ sơ> & biên bản');
    expect(await waiting()).toBe(1);
    expect(await it_.run(handOut)).toEqual({ notices: 1, mails: 1, pushes: 0 });
    expect(await waiting()).toBe(0);
    expect(await it_.run(sendMail)).toEqual({ sent: 1, refused: 0, failed: 0 });
    const [mail] = server.received;
    expect(server.received).toHaveLength(1);
    expect(mail?.to).toEqual(['ngay@anthi.gov.vn']);
    expect(mail?.headers.get('subject')).toMatch(
      /^Việc bị trả lại: Phòng Nội vụ trả lại phần việc “Niêm yết/,
    );
    expect(mail?.text).toContain('Lý do: Thiếu biên bản');
    expect(mail?.text).toContain(`${BASE}/phan-viec`);
    expect(mail?.text).toContain(`${BASE}/tai-khoan/thong-bao`);
    expect(mail?.html).toContain('&lt;hồ sơ&gt; &amp; biên bản');
    expect(mail?.html).not.toMatch(/<script|style=|<img/);
    const [row] = await mails();
    expect(row).toMatchObject({ state: 'sent', attempts: 1, text: null });
    expect(mail?.headers.get('message-id')).toBe(`<${row?.id}@anthi.gov.vn>`);
  });

  it('is written in the language of the person', async () => {
    await wants('ngay', 'now', 'en');
    await it_.tellUnit('xa-bai-say', 'work_returned', 'Niêm yết');
    await it_.run(handOut);
    await it_.run(sendMail);
    await wants('ngay', 'now', 'vi');
    expect(server.received[0]?.text).toContain('Dear ');
    expect(server.received[0]?.headers.get('subject')).toContain('Work returned: Phòng Nội vụ returned');
  });

  it('to one person is emailed to that person alone', async () => {
    await it_.tellPerson(ids.get('ngay') ?? '', 'xa-tan-phuc', 'Việc riêng');
    await it_.tellPerson(ids.get('khong') ?? '', 'xa-bai-say', 'Việc riêng khác');
    expect(await it_.run(handOut)).toEqual({ notices: 2, mails: 1, pushes: 0 });
    expect((await mails()).map((mail) => mail.personId)).toEqual([ids.get('ngay')]);
  });

  it('that was answered before it was handed out is news for nobody', async () => {
    await it_.tellUnit('xa-bai-say', 'work_returned', 'Đã trả lời');
    await it_.world.run(undefined, (context, tx) =>
      settleNotices(context, tx, 'work_returned', 'Đã trả lời'),
    );
    expect(await it_.run(handOut)).toEqual({ notices: 1, mails: 0, pushes: 0 });
  });
});

describe('a notice that can wait', () => {
  it('is left to the digest, also for who wants urgent ones at once', async () => {
    await it_.tellUnit('xa-bai-say', 'work_claimed', 'Chờ xác nhận');
    expect(await it_.run(handOut)).toEqual({ notices: 1, mails: 0, pushes: 0 });
  });
});

describe('without a mail server', () => {
  it('nothing is written, sent or piled up', async () => {
    it_.sendThrough(null);
    await it_.tellUnit('xa-bai-say', 'work_returned', 'Không có máy chủ');
    expect(await it_.run(handOut)).toEqual({ notices: 1, mails: 0, pushes: 0 });
    expect(await it_.run(sendMail)).toBeUndefined();
    expect([await waiting(), (await mails()).length]).toEqual([0, 0]);
  });
});

describe('a mail server that fails', () => {
  const prepare = async (count: number): Promise<void> => {
    for (let n = 0; n < count; n++) await it_.tellUnit('xa-bai-say', 'work_returned', `Việc ${n}`);
    await it_.run(handOut);
  };

  it('dead or silent: nothing is lost, one message at a time is tried ever more rarely, and all leave when it is back', async () => {
    await prepare(3);
    const dead = await deadServer();
    it_.sendThrough(dead);
    expect(await it_.run(sendMail)).toEqual({ sent: 0, refused: 0, failed: 0 });
    const first = await mailServerState(it_.app.db);
    expect(first).toMatchObject({ failures: 1, failingSince: it_.app.clock.now() });
    expect(first.lastError).toMatch(/ECONNREFUSED|ESOCKET/);
    // Not yet time for the next try: nothing is asked.
    expect(await it_.run(sendMail)).toBeUndefined();
    later(2);
    const silent = await silentServer();
    it_.sendThrough(silent.url);
    await it_.run(sendMail);
    await silent.close();
    expect(await mailServerState(it_.app.db)).toMatchObject({
      failures: 2,
      failingSince: first.failingSince,
    });
    for (let n = 0; n < 8; n++) {
      later(deliveryLimits.server_pause_minutes);
      it_.sendThrough(dead);
      await it_.run(sendMail);
    }
    expect((await mails()).map(({ state, attempts }) => [state, attempts])).toEqual(
      Array(3).fill(['waiting', 0]),
    );
    later(deliveryLimits.server_pause_minutes);
    it_.sendThrough(server.url);
    expect(await it_.run(sendMail)).toEqual({ sent: 3, refused: 0, failed: 0 });
    expect(await mailServerState(it_.app.db)).toMatchObject({
      failures: 0,
      failingSince: null,
      lastOkAt: it_.app.clock.now(),
    });
    expect(new Set(server.received.map((mail) => mail.headers.get('message-id'))).size).toBe(3);
  });

  it('that refuses for the moment (4xx) is asked again after a pause, and given up after many tries, visibly', async () => {
    await prepare(1);
    server.refuse({ at: 'recipient', code: 450 });
    expect(await it_.run(sendMail)).toEqual({ sent: 0, refused: 1, failed: 0 });
    expect(await it_.run(sendMail)).toEqual({ sent: 0, refused: 0, failed: 0 });
    server.refuse(null);
    later(1);
    expect(await it_.run(sendMail)).toEqual({ sent: 1, refused: 0, failed: 0 });
    await prepare(1);
    server.refuse({ at: 'content', code: 451 });
    for (let n = 1; n < deliveryLimits.mail_attempts; n++) {
      expect(await it_.run(sendMail), `try ${n}`).toEqual({ sent: 0, refused: 1, failed: 0 });
      later(deliveryLimits.mail_pause_minutes);
    }
    expect(await it_.run(sendMail)).toEqual({ sent: 0, refused: 0, failed: 1 });
    const given = (await mails()).find((mail) => mail.state === 'failed');
    expect(given?.attempts).toBe(deliveryLimits.mail_attempts);
    expect(given?.text).toContain('Thiếu biên bản');
  });

  it('that refuses one message for good (5xx) still takes the others, and what it said is kept without addresses', async () => {
    ids.set('hai', await it_.person('hai', 'member', 'xa-bai-say'));
    await wants('hai', 'now');
    await prepare(1);
    server.refuse({ at: 'recipient', code: 550, to: /^ngay@/ });
    expect(await it_.run(sendMail)).toEqual({ sent: 1, refused: 0, failed: 1 });
    const failed = (await mails()).find((mail) => mail.state === 'failed');
    expect(failed?.lastError).toContain('550');
    expect(failed?.lastError).not.toContain('@');
    expect(server.received.map((mail) => mail.to)).toEqual([['hai@anthi.gov.vn']]);
    await wants('hai', 'none');
  });

  it('and then answers, though it refuses the message, no longer counts as failing', async () => {
    await prepare(1);
    it_.sendThrough(await deadServer());
    await it_.run(sendMail);
    later(1);
    it_.sendThrough(server.url);
    server.refuse({ at: 'recipient', code: 550 });
    expect(await it_.run(sendMail)).toEqual({ sent: 0, refused: 0, failed: 1 });
    expect(await mailServerState(it_.app.db)).toMatchObject({ failures: 0, failingSince: null });
  });

  it('one message it cannot take does not stand in the way of the others', async () => {
    await prepare(2);
    const [first] = await mails();
    await it_.app.db.transaction((tx) =>
      tx.run(sql`update notices_mail set next_attempt_at = ${new Date(0)} where id = ${first?.id}`),
    );
    server.refuse({ at: 'recipient', code: 421 });
    await it_.run(sendMail);
    server.refuse(null);
    later(1);
    await it_.run(sendMail);
    expect(server.received.at(0)?.headers.get('message-id')).not.toContain(first?.id);
    expect((await mails()).map((mail) => mail.state)).toEqual(['sent', 'sent']);
  });
});

describe('an email', () => {
  it('that was taken just before the program was cut off goes again under the same Message-ID, never a second time otherwise', async () => {
    await it_.tellUnit('xa-bai-say', 'work_returned', 'Bị ngắt');
    await it_.run(handOut);
    const [mail] = await mails();
    const cutOff = it_.app.db.transaction(async (tx) => {
      await tx.run(sql`select 1 from notices_mail where id = ${mail?.id} for update`);
      // Another process looks at the same moment: the held email is not its to send.
      expect(await it_.run(sendMail)).toEqual({ sent: 0, refused: 0, failed: 0 });
      throw new Error('cut off');
    });
    await expect(cutOff).rejects.toThrow('cut off');
    expect((await mails()).map((one) => one.state)).toEqual(['waiting']);
    await it_.run(sendMail);
    await it_.run(sendMail);
    await it_.app.db.pool.query('delete from notices_waiting');
    expect(await it_.run(handOut)).toEqual({ notices: 0, mails: 0, pushes: 0 });
    expect(server.received.map((one) => one.headers.get('message-id'))).toEqual([
      `<${mail?.id}@anthi.gov.vn>`,
    ]);
  });

  it('to somebody whose account was closed or lost its address meanwhile is shown as failed, and goes nowhere', async () => {
    await it_.tellUnit('xa-bai-say', 'work_returned', 'Nghỉ việc');
    await it_.run(handOut);
    const close = (at: Date | null) =>
      it_.app.db.transaction((tx) =>
        tx.run(sql`update identity_person set disabled_at = ${at} where id = ${ids.get('ngay')}`),
      );
    await close(it_.app.clock.now());
    expect(await it_.run(sendMail)).toEqual({ sent: 0, refused: 0, failed: 1 });
    await close(null);
    expect(await mails()).toMatchObject([{ state: 'failed', lastError: NO_ADDRESS }]);
    expect(server.received).toEqual([]);
  });

  it('is forgotten some time after it was sent; one that failed stays longer, one that waits for ever', async () => {
    await it_.tellUnit('xa-bai-say', 'work_returned', 'Cũ');
    await it_.run(handOut);
    await it_.run(sendMail);
    await it_.tellUnit('xa-bai-say', 'work_returned', 'Chờ mãi');
    await it_.run(handOut);
    const before = it_.app.clock.now();
    later((deliveryLimits.mails_kept_days + 1) * 24 * 60);
    expect(await it_.run(cleanUp)).toEqual({ removed: 1 });
    it_.app.clock.set(before);
    expect((await mails()).map((mail) => mail.state)).toEqual(['waiting']);
  });
});

describe('handing out', () => {
  it('takes any number of notices, in transactions of bounded size, each either done whole or not at all', async () => {
    const count = deliveryLimits.handed_out_at_once + 20;
    await it_.app.db.transaction((tx) =>
      tx.run(sql`with made as (
          insert into notices_notice (id, unit_id, kind, params, link, subject_type, subject_id, made_at)
          select gen_random_uuid(), ${it_.world.unit('xa-bai-say').id}, 'calendar_moved',
            '{"v":1,"calendar":"x","count":1}', '/phan-viec', 'calendar', 'nhieu', ${it_.app.clock.now()}::timestamptz
          from generate_series(1, ${count}::int) returning id
        ) insert into notices_waiting select id from made`),
    );
    expect(await it_.run(handOut)).toEqual({ notices: count, mails: 0, pushes: 0 });
    expect(await waiting()).toBe(0);
  });

  it('that finds what it cannot read leaves everything waiting', async () => {
    await it_.tellUnit('xa-bai-say', 'work_returned', 'Còn chờ');
    await it_.app.db.transaction((tx) =>
      tx.run(sql`with made as (
          insert into notices_notice (id, unit_id, kind, params, link, subject_type, subject_id, made_at)
          values (gen_random_uuid(), ${it_.world.unit('xa-bai-say').id}, 'work_returned', '{"v":99}', '/x', 'a', 'b', now())
          returning id
        ) insert into notices_waiting select id from made`),
    );
    await expect(it_.run(handOut)).rejects.toThrow();
    expect(await waiting()).toBe(2);
    expect(await mails()).toEqual([]);
  });
});
