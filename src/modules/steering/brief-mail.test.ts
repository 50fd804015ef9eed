import { afterAll, beforeAll, expect, it } from 'vitest';
import { BASE, type DeliveryWorld, deliveryWorld } from '../../../test/support/delivery.ts';
import { type MailServer, mailServer } from '../../../test/support/mail-server.ts';
import type { Job } from '../../kernel/jobs.ts';
import { jobs as noticeJobs } from '../notices/index.ts';
import { issuePlan, issuePlanInput } from '../plans/index.ts';
import { wantBrief } from './commands/want-brief.ts';
import { jobs as steeringJobs } from './jobs.ts';

let it_: DeliveryWorld;
let server: MailServer;

const job = (name: string): Job<never> => {
  const found = [...steeringJobs, ...noticeJobs].find((one) => one.name === name);
  if (!found) throw new Error(`no job ${name}`);
  return found;
};

/** What leaves when the clock of a morning has run. */
async function mailsOf(day: string) {
  it_.app.clock.set(new Date(`${day}T07:30:00+07:00`));
  for (const name of ['steering_weekly_brief', 'notices_hand_out', 'notices_send_mail'])
    await it_.run(job(name));
  return server.received.splice(0).filter(({ to }) => to[0]?.startsWith('lanh.dao@'));
}

beforeAll(async () => {
  it_ = await deliveryWorld();
  server = await mailServer();
  it_.sendThrough(server.url);
  const planId = await it_.world.draft();
  await it_.world.importExample(planId);
  const signing = { planId, number: '15/KH-UBND', issuedOn: '22/01/2024', signerName: 'Phạm Đức Thắng' };
  it_.app.clock.set(new Date('2024-06-17T07:30:00+07:00'));
  await it_.world.run(it_.world.actor('standing', 'phong-noi-vu'), (context, tx) =>
    issuePlan(context, tx, issuePlanInput.parse(signing)),
  );
});
afterAll(async () => {
  await it_.close();
  await server.close();
});

it('leaves by email on the first working morning of a week for the leader who wants it, once, with lines that lead to their pages', async () => {
  const personId = await it_.person('lanh.dao', 'leader', 'ubnd-huyen-an-thi');
  expect(await mailsOf('2024-06-17')).toEqual([]);
  const actor = { ...it_.world.actor('leader', 'ubnd-huyen-an-thi'), personId };
  await it_.world.run(actor, (context, tx) => wantBrief(context, tx, { wants: true }));
  const [mail, ...more] = await mailsOf('2024-06-24');
  expect(more).toEqual([]);
  expect(mail?.headers.get('subject')).toContain('23/06/2024');
  expect(mail?.text).toMatch(/Phần việc quá hạn: [\d.]+\/[\d.]+/);
  expect(mail?.text).toContain(`${BASE}/`);
  expect(mail?.html).toContain('Tồn tại qua kiểm tra chưa khắc phục: 0');
  expect(await mailsOf('2024-06-25')).toEqual([]);
});
