import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../test/support/database.ts';
import { deadServer, type MailServer, mailServer } from '../../../test/support/mail-server.ts';
import { type SmallTree, smallTree } from '../../../test/support/people.ts';
import { putPublicItem, touchPublicItem } from '../../../test/support/public-items.ts';
import { query } from '../../kernel/db/sql.ts';
import type { Job } from '../../kernel/jobs.ts';
import type { Mailer } from '../../kernel/mail.ts';
import { openMailer } from '../../kernel/mail-server.ts';
import { nothingOutward } from '../../kernel/outward.ts';
import { createLog } from '../../kernel/telemetry.ts';
import { confirmSubscription, stopSubscription } from './commands/answer-subscription.ts';
import { askSubscription } from './commands/ask-subscription.ts';
import { cleanUp, gatherNews, sendMail } from './jobs.ts';
import { subscriptionLimits } from './limits-data.ts';
import type { Topic } from './store/subscribers.ts';

const BASE = 'https://danbiet.anthi.gov.vn';
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const LAN = 'lan@gmail.com';

let it_: TestTenant;
let tree: SmallTree;
let server: MailServer;
let mailer: Mailer | null = null;

const through = (url: string): void => {
  mailer?.close();
  mailer = openMailer({
    url,
    from: { name: 'Dân Biết', address: 'danbiet@anthi.gov.vn' },
    connectMs: 300,
    silenceMs: 300,
  });
};
const run = (job: Job<never>) =>
  job.run(undefined as never, {
    tenant: it_.tenant,
    files: it_.files,
    log: createLog('silent'),
    outward: { ...nothingOutward, publicUrl: BASE, mailer },
  });
const ask = (email = LAN, topics: readonly Topic[] = [{ unitId: tree.commune, section: 'budget' }]) =>
  it_.db.transaction((tx) =>
    askSubscription(it_.context(), tx, { email, topics, lang: 'vi', machineNow: it_.clock.now() }),
  );
const confirmWith = (key: string) =>
  it_.db.transaction((tx) => confirmSubscription(it_.context(), tx, { key, machineNow: it_.clock.now() }));
const stopWith = (key: string) => it_.db.transaction((tx) => stopSubscription(tx, { key }));
const keyIn = (text: string | undefined, path: string): string =>
  new RegExp(`${path}/([\\w-]{43})`).exec(text ?? '')?.[1] ?? 'none';
const count = async (table: 'portal_subscriber' | 'portal_subscription' | 'portal_subscriber_key') =>
  Number((await it_.db.pool.query(`select count(*) from ${table}`)).rows[0].count);
const later = (ms: number) => it_.clock.advance(ms);

/** Asks and confirms as the owner of the address does. */
async function follow(email = LAN, topics?: readonly Topic[]): Promise<void> {
  await ask(email, topics);
  await run(sendMail);
  await confirmWith(keyIn(server.received.at(-1)?.text, '/theo-doi/xac-nhan'));
  server.received.length = 0;
  later(MINUTE_MS);
}

beforeAll(async () => {
  it_ = await testTenant();
  tree = await smallTree(it_);
});
afterAll(() => it_.close());
beforeEach(async () => {
  server = await mailServer();
  through(server.url);
});
afterEach(async () => {
  mailer?.close();
  mailer = null;
  await server.close();
  await it_.db.pool.query('delete from portal_subscriber');
  await it_.db.pool.query('delete from portal_mail_pause');
  later(DAY_MS);
});

describe('asking to follow', () => {
  it('sends one email to the address, which nobody confirmed yet, and keeps only the hash of its key', async () => {
    await ask(' Lan@Gmail.com');
    expect(await run(sendMail)).toEqual({ sent: 1, refused: 0 });
    expect(await run(sendMail)).toEqual({ sent: 0, refused: 0 });
    const [mail] = server.received;
    expect(mail?.to).toEqual([LAN]);
    expect(mail?.text).toContain('UBND xã Một: Ngân sách');
    const key = keyIn(mail?.text, `${BASE}/theo-doi/xac-nhan`);
    expect(key).toHaveLength(43);
    expect(mail?.html).toContain(`href="${BASE}/theo-doi/xac-nhan/${key}"`);
    const dump = JSON.stringify((await it_.db.pool.query('select * from portal_subscriber_key')).rows);
    expect(dump).not.toContain(key);
  });

  it('of an address again and again sends three emails a week and says nothing of it', async () => {
    for (let n = 0; n < 6; n++) {
      await ask();
      await run(sendMail);
      later(MINUTE_MS);
    }
    expect(server.received).toHaveLength(subscriptionLimits.asked_a_week);
    expect(new Set(server.received.map(({ headers }) => headers.get('message-id'))).size).toBe(3);
    later(8 * DAY_MS);
    await ask();
    await run(sendMail);
    expect(server.received).toHaveLength(4);
  });

  it('is refused for what is no address, for no topic and for too many', async () => {
    await expect(ask('lan@')).rejects.toMatchObject({ type: { code: 'portal.subscription.not_an_email' } });
    await expect(ask(LAN, [])).rejects.toMatchObject({ type: { code: 'portal.subscription.no_topic' } });
    const many = Array.from({ length: 41 }, (_, n) => ({ unitId: tree.commune, section: `s${n}` }));
    await expect(ask(LAN, many)).rejects.toMatchObject({
      type: { code: 'portal.subscription.too_many_topics' },
    });
    expect(await count('portal_subscriber')).toBe(0);
  });

  it('by a flood of addresses ends at the limit of an hour', async () => {
    for (let n = 0; n < subscriptionLimits.asked_an_hour; n++) await ask(`a${n}@gmail.com`);
    await expect(ask()).rejects.toMatchObject({ type: { code: 'portal.subscription.too_many' } });
    later(61 * MINUTE_MS);
    await ask();
  });

  it('that nobody confirms is forgotten after a week, with its address', async () => {
    await ask();
    await run(sendMail);
    later(6 * DAY_MS);
    expect(await run(cleanUp)).toMatchObject({ addresses: 0 });
    later(2 * DAY_MS);
    expect(await run(cleanUp)).toMatchObject({ addresses: 1 });
    expect(await count('portal_subscriber_key')).toBe(0);
    await expect(confirmWith(keyIn(server.received[0]?.text, '/theo-doi/xac-nhan'))).rejects.toMatchObject({
      type: { code: 'portal.subscription.link_gone' },
    });
  });

  it('for somebody who follows already adds only what the mailbox confirms', async () => {
    await follow();
    await ask(LAN, [{ unitId: tree.otherCommune, section: '*' }]);
    later(6 * MINUTE_MS);
    await putPublicItem(it_, { unitId: tree.otherCommune, title: 'Của xã khác' });
    later(6 * MINUTE_MS);
    await run(sendMail);
    expect(await run(gatherNews)).toEqual({ waiting: 0 });
    await confirmWith(keyIn(server.received[0]?.text, '/theo-doi/xac-nhan'));
    expect(await run(gatherNews)).toEqual({ waiting: 1 });
  });
});

describe('following', () => {
  it('brings one email a day with what is new in the chosen sections, and none where nothing is', async () => {
    const old = await putPublicItem(it_, { unitId: tree.commune, title: 'Có từ trước' });
    later(MINUTE_MS);
    await follow();
    later(MINUTE_MS);
    await putPublicItem(it_, { unitId: tree.commune, title: 'Quyết toán <2023>' });
    await putPublicItem(it_, { unitId: tree.commune, section: 'land', title: 'Kế hoạch sử dụng đất' });
    await putPublicItem(it_, { unitId: tree.otherCommune, title: 'Ngân sách xã khác' });
    expect(await run(gatherNews)).toEqual({ waiting: 0 });
    later(6 * MINUTE_MS);
    expect(await run(gatherNews)).toEqual({ waiting: 1 });
    expect(await run(sendMail)).toEqual({ sent: 1, refused: 0 });
    const [mail] = server.received;
    expect(mail?.headers.get('subject')).toBe('Tin công khai mới: Quyết toán <2023>');
    expect(mail?.text).toContain('Mới: Quyết toán <2023> (UBND xã Một, Ngân sách)');
    expect(mail?.text).not.toMatch(/Có từ trước|sử dụng đất|xã khác/);
    expect(mail?.html).toContain('Quyết toán &lt;2023&gt;');
    await touchPublicItem(it_, old, it_.clock.now());
    later(6 * MINUTE_MS);
    expect(await run(gatherNews), 'a second email of the day').toEqual({ waiting: 0 });
    later(DAY_MS);
    expect(await run(gatherNews)).toEqual({ waiting: 1 });
    await run(sendMail);
    expect(server.received[1]?.text).toContain('Có từ trước');
    later(DAY_MS);
    expect(await run(gatherNews)).toEqual({ waiting: 0 });
  });

  it('carries headers with which a mail program stops it by one click, and the link in the text does the same', async () => {
    await follow();
    await putPublicItem(it_, { unitId: tree.commune });
    later(6 * MINUTE_MS);
    await run(gatherNews);
    await run(sendMail);
    const [mail] = server.received;
    const key = keyIn(mail?.text, `${BASE}/theo-doi/dung`);
    expect(mail?.headers.get('list-unsubscribe')).toBe(`<${BASE}/theo-doi/dung/${key}>`);
    expect(mail?.headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    await stopWith(key);
    expect([await count('portal_subscriber'), await count('portal_subscription')]).toEqual([0, 0]);
    expect(await count('portal_subscriber_key')).toBe(0);
    await expect(stopWith(key)).rejects.toMatchObject({ type: { code: 'portal.subscription.link_gone' } });
  });

  it('names twenty lines at most and says that there is more', async () => {
    await follow(LAN, [{ unitId: tree.commune, section: '*' }]);
    for (let n = 0; n < 22; n++) await putPublicItem(it_, { unitId: tree.commune, title: `Tin thứ ${n}` });
    later(6 * MINUTE_MS);
    await run(gatherNews);
    await run(sendMail);
    const [mail] = server.received;
    expect(mail?.text.match(/^- /gm)).toHaveLength(20);
    expect(mail?.text).toContain('Còn nữa');
    expect(mail?.headers.get('subject')).toContain('và 19 tin khác');
  });
});

describe('a mail server', () => {
  it('that does not answer pauses all mail, and nothing is lost', async () => {
    const url = server.url;
    await ask();
    through(await deadServer());
    expect(await run(sendMail)).toEqual({ sent: 0, refused: 0 });
    through(url);
    expect(await run(sendMail)).toBeUndefined();
    later(3 * MINUTE_MS);
    expect(await run(sendMail)).toEqual({ sent: 1, refused: 0 });
    expect(await it_.db.rows(query({ n: 'int' })`select failures as n from portal_mail_pause`)).toEqual([]);
  });

  it('that knows no such mailbox makes an unconfirmed address forgotten at once', async () => {
    server.refuse({ at: 'recipient', code: 550 });
    await ask();
    expect(await run(sendMail)).toEqual({ sent: 0, refused: 1 });
    expect(await count('portal_subscriber')).toBe(0);
  });

  it('that refuses a follower’s mailbox day after day makes the address forgotten', async () => {
    await follow();
    await putPublicItem(it_, { unitId: tree.commune });
    later(6 * MINUTE_MS);
    await run(gatherNews);
    server.refuse({ at: 'recipient', code: 550 });
    for (let day = 1; day <= subscriptionLimits.attempts; day++) {
      expect(await count('portal_subscriber'), `day ${day}`).toBe(1);
      expect(await run(sendMail), `day ${day}`).toEqual({ sent: 0, refused: 1 });
      expect(await run(sendMail), `day ${day} again`).toEqual({ sent: 0, refused: 0 });
      later(DAY_MS);
    }
    expect(await count('portal_subscriber')).toBe(0);
  });

  it('that is not set means that nothing is written or piled up', async () => {
    mailer?.close();
    mailer = null;
    expect(await run(sendMail)).toBeUndefined();
    expect(await run(gatherNews)).toBeUndefined();
  });
});
