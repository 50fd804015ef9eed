import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASE, type DeliveryWorld, deliveryWorld } from '../../../test/support/delivery.ts';
import { type MailServer, mailServer, type ReceivedMail } from '../../../test/support/mail-server.ts';
import { query, sql } from '../../kernel/db/sql.ts';
import { issuePlan, issuePlanInput } from '../plans/index.ts';
import { choose, chooseInput } from './commands/choose.ts';
import { markAllRead } from './commands/mark-read.ts';
import { type EmailChoice, topicKeys } from './domain/choices.ts';
import { digest, handOut, sendMail } from './jobs.ts';

let it_: DeliveryWorld;
let server: MailServer;

/** Half past seven in Vietnam. */
const morning = (day: string): Date => new Date(`${day}T07:30:00+07:00`);
const at = (day: string): void => it_.app.clock.set(morning(day));

/** The digests that leave on the morning of `day` for people of these units. */
async function digestsOf(day: string, ...people: readonly string[]): Promise<ReceivedMail[]> {
  at(day);
  await it_.run(digest);
  await it_.run(sendMail);
  return server.received
    .splice(0)
    .filter((mail) => people.some((name) => mail.to[0]?.startsWith(`${name}@`)));
}

async function wants(personId: string, email: EmailChoice, lang: 'vi' | 'en' = 'vi'): Promise<void> {
  const fields = Object.fromEntries(topicKeys.map((topic) => [`email_${topic}`, email]));
  const actor = { ...it_.world.actor('member', 'xa-bai-say'), personId };
  await it_.world.run(actor, (context, tx) => choose(context, tx, chooseInput.parse({ lang, ...fields })));
}

/** Days on which a unit's dated work is due, one after the other; whatever is left falls due far ahead. */
async function setDues(unitKey: string, ...days: readonly string[]): Promise<void> {
  const work = await it_.app.db.rows(query({ id: 'uuid' } as const)`
    select id from assignments_assignment
    where unit_id = ${it_.world.unit(unitKey).id} and due_on is not null and not is_request order by id`);
  for (const [index, { id }] of work.entries())
    await it_.app.db.transaction((tx) =>
      tx.run(sql`update assignments_assignment set due_on = ${days[index] ?? '2030-01-01'},
        changed_at = ${it_.app.clock.now()}, revision = revision + 1 where id = ${id}`),
    );
}

beforeAll(async () => {
  it_ = await deliveryWorld();
  server = await mailServer();
  it_.sendThrough(server.url);
  const planId = await it_.world.draft();
  await it_.world.importExample(planId);
  const signing = { planId, number: '15/KH-UBND', issuedOn: '22/01/2024', signerName: 'Phạm Đức Thắng' };
  await it_.world.run(it_.world.actor('standing', 'phong-noi-vu'), (context, tx) =>
    issuePlan(context, tx, issuePlanInput.parse(signing)),
  );
});
afterAll(async () => {
  await it_.close();
  await server.close();
});

describe('the digest', () => {
  it('says what is new, what is due today and what is late, each with where to go, once a day', async () => {
    at('2024-07-01');
    await it_.person('mot', 'member', 'xa-bai-say');
    await setDues('xa-bai-say', '2024-06-27', '2024-06-28', '2024-07-02', '2024-07-03');
    await it_.tellUnit('xa-bai-say', 'work_returned', 'Niêm yết công khai');
    const [mail, ...more] = await digestsOf('2024-07-02', 'mot');
    expect(more).toEqual([]);
    expect(mail?.headers.get('subject')).toMatch(
      /^Bản tin sáng 02\/07\/2024: \d thông báo mới, 1 phần việc đến hạn hôm nay, 2 phần việc quá hạn$/,
    );
    expect(mail?.text).toContain('trả lại phần việc “Niêm yết công khai”');
    expect(mail?.text).toContain('hạn 27/06/2024, quá hạn 3 ngày làm việc');
    expect(mail?.text).toMatch(new RegExp(`${BASE}/phan-viec/[0-9a-f-]{36}`));
    expect(mail?.html).toContain('<h2>Quá hạn (2)</h2>');
    expect(await digestsOf('2024-07-02', 'mot')).toEqual([]);
  });

  it('comes on working days alone; the next one brings what came meanwhile', async () => {
    at('2024-07-12');
    await it_.person('hai', 'member', 'xa-tan-phuc');
    await setDues('xa-tan-phuc');
    await it_.tellUnit('xa-tan-phuc', 'work_claimed', 'Chiều thứ Sáu');
    for (const weekend of ['2024-07-13', '2024-07-14']) expect(await digestsOf(weekend, 'hai')).toEqual([]);
    const [mail] = await digestsOf('2024-07-15', 'hai');
    expect(mail?.text).toContain('Chiều thứ Sáu');
    // The National Day falls on a Monday in 2024.
    at('2024-08-31');
    await it_.tellUnit('xa-tan-phuc', 'work_claimed', 'Trước lễ');
    expect(await digestsOf('2024-09-02', 'hai')).toEqual([]);
    expect(await digestsOf('2024-09-04', 'hai')).toHaveLength(1);
  });

  it('is not written when there is nothing to say, and says nothing twice', async () => {
    at('2024-07-15');
    await it_.person('can.ba', 'member', 'xa-da-loc');
    await setDues('xa-da-loc');
    expect(await digestsOf('2024-07-16', 'can.ba')).toEqual([]);
    await it_.tellUnit('xa-da-loc', 'work_claimed', 'Một lần thôi');
    expect(await digestsOf('2024-07-17', 'can.ba')).toHaveLength(1);
    expect(await digestsOf('2024-07-18', 'can.ba')).toEqual([]);
  });

  it('leaves out what was read in the product and what was emailed at once', async () => {
    at('2024-07-15');
    const personId = await it_.person('bon', 'member', 'xa-phu-ung');
    await setDues('xa-phu-ung');
    await wants(personId, 'now');
    await it_.tellUnit('xa-phu-ung', 'work_returned', 'Gửi ngay');
    await it_.run(handOut);
    await it_.run(sendMail);
    expect(server.received.splice(0).map((mail) => mail.to)).toEqual([['bon@anthi.gov.vn']]);
    expect(await digestsOf('2024-07-16', 'bon')).toEqual([]);
    await it_.tellUnit('xa-phu-ung', 'work_claimed', 'Đã đọc');
    const actor = { ...it_.world.actor('member', 'xa-phu-ung'), personId };
    await it_.world.run(actor, (context, tx) => markAllRead(context, tx, { until: it_.app.clock.now() }));
    expect(await digestsOf('2024-07-17', 'bon')).toEqual([]);
  });

  it('follows what each person chose: nothing of topics they left out, in their language', async () => {
    at('2024-07-16');
    await wants(await it_.person('nam', 'member', 'xa-ha-le'), 'none');
    await wants(await it_.person('sau', 'member', 'xa-ha-le'), 'digest', 'en');
    await setDues('xa-ha-le', '2024-07-10');
    await it_.tellUnit('xa-ha-le', 'work_claimed', 'Cho người chọn');
    const [mail, ...others] = await digestsOf('2024-07-17', 'nam', 'sau');
    expect(others).toEqual([]);
    expect(mail?.to).toEqual(['sau@anthi.gov.vn']);
    expect(mail?.headers.get('subject')).toBe(
      'Morning digest 17/07/2024: new notices: 1, late assignments: 1',
    );
    expect(mail?.text).toContain('working days late: 5');
  });

  it('holds what was sent to the person alone, and no colleague’s', async () => {
    at('2024-07-16');
    const personId = await it_.person('bay', 'member', 'xa-quang-lang');
    await it_.person('tam', 'member', 'xa-quang-lang');
    await setDues('xa-quang-lang');
    await it_.tellPerson(personId, 'xa-quang-lang', 'Riêng một người');
    expect((await digestsOf('2024-07-17', 'bay', 'tam')).map((mail) => mail.to)).toEqual([
      ['bay@anthi.gov.vn'],
    ]);
  });

  it('reminds nobody of work who does none: an administrator hears of notices alone', async () => {
    at('2024-07-16');
    await it_.person('chin', 'member', 'xa-van-nhue');
    await it_.person('quan.tri', 'admin', 'xa-van-nhue');
    await setDues('xa-van-nhue', '2024-07-10');
    expect((await digestsOf('2024-07-17', 'chin', 'quan.tri')).map((mail) => mail.to)).toEqual([
      ['chin@anthi.gov.vn'],
    ]);
  });

  it('joins the work of all units of a person, lists the first lines of a long part and says how many more', async () => {
    at('2024-07-16');
    await it_.person('muoi', 'member', 'xa-bac-son');
    await setDues('xa-bac-son', ...Array(13).fill('2024-07-17'));
    for (let n = 0; n < 13; n++) await it_.tellUnit('xa-bac-son', 'work_claimed', `Việc số ${n}`);
    const [mail] = await digestsOf('2024-07-17', 'muoi');
    const text = mail?.text.replaceAll('\r\n', '\n') ?? '';
    expect(mail?.headers.get('subject')).toContain('13 thông báo mới, 13 phần việc đến hạn hôm nay');
    expect(text.match(/Việc số/g)).toHaveLength(10);
    expect(text).toContain(`Còn 3 dòng nữa, xem tại\n  ${BASE}/thong-bao`);
    expect(text).toContain(`Còn 3 dòng nữa, xem tại\n  ${BASE}/viec-cua-toi`);
  });

  it('of one person that cannot be made does not keep the others from theirs, and the job says so', async () => {
    at('2024-07-22');
    await it_.person('muoi.mot', 'member', 'xa-hong-van');
    await it_.person('muoi.hai', 'member', 'xa-hong-quang');
    for (const unitKey of ['xa-hong-van', 'xa-hong-quang']) await setDues(unitKey);
    await it_.tellUnit('xa-hong-van', 'work_claimed', 'Vẫn đến');
    await it_.app.db.transaction((tx) =>
      tx.run(sql`insert into notices_notice (id, unit_id, kind, params, link, subject_type, subject_id, made_at)
        values (gen_random_uuid(), ${it_.world.unit('xa-hong-quang').id}, 'work_claimed', '{"v":99}', '/x', 'a', 'b',
          ${it_.app.clock.now()}::timestamptz)`),
    );
    at('2024-07-23');
    await expect(it_.run(digest)).rejects.toThrow('digests that could not be made: 1');
    await it_.run(sendMail);
    expect(server.received.splice(0).map((mail) => mail.to)).toContainEqual(['muoi.mot@anthi.gov.vn']);
  });
});
