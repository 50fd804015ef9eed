import { query, sql } from '../../src/kernel/db/sql.ts';
import type { Job, JobTools } from '../../src/kernel/jobs.ts';
import { openMailer } from '../../src/kernel/mail-server.ts';
import { nothingOutward, type Outward } from '../../src/kernel/outward.ts';
import { createLog } from '../../src/kernel/telemetry.ts';
import { tellPeople, tellUnits } from '../../src/modules/notices/index.ts';
import { type TestApp, testApp } from './app.ts';
import { type PlanWorld, planWorld } from './plan-world.ts';

export const BASE = 'https://danbiet.anthi.gov.vn';

/** An installation that can send: its people with addresses, its jobs called by hand. */
export interface DeliveryWorld {
  readonly app: TestApp;
  readonly world: PlanWorld;
  /** Calls a job as the clock would; answers what it did. */
  run(job: Job<never>): ReturnType<Job<never>['run']>;
  /** An account with an address; answers the person's id. */
  person(username: string, role: string, unitKey: string, email?: string): Promise<string>;
  /** Sends from now on through this mail server, or through none. */
  sendThrough(url: string | null): void;
  tellUnit(unitKey: string, kind: 'work_returned' | 'work_claimed', words: string): Promise<void>;
  tellPerson(personId: string, unitKey: string, words: string): Promise<void>;
  close(): Promise<void>;
}

export async function deliveryWorld(options: Partial<Outward> = {}): Promise<DeliveryWorld> {
  const outward = { ...nothingOutward, publicUrl: BASE, ...options };
  const app = await testApp(outward);
  const world = await planWorld(app);
  let mailer = outward.mailer;
  const facts = (words: string) =>
    ({ v: 1, by: 'Phòng Nội vụ', words, note: 'Thiếu biên bản', isRequest: false }) as const;
  return {
    app,
    world,
    run(job) {
      const tools: JobTools = {
        tenant: app.tenant,
        files: app.files,
        log: createLog('silent'),
        outward: { ...outward, mailer },
      };
      return job.run(undefined as never, tools);
    },
    async person(username, role, unitKey, email = `${username}@anthi.gov.vn`) {
      await world.account(username, role, unitKey);
      await app.db.transaction((tx) =>
        tx.run(
          sql`update identity_person set email = ${email === '' ? null : email} where username = ${username}`,
        ),
      );
      const row = await app.db.one(query({ id: 'uuid' } as const)`
        select id from identity_person where username = ${username}`);
      return row.id;
    },
    sendThrough(url) {
      mailer?.close();
      const from = { name: 'Dân Biết', address: 'danbiet@anthi.gov.vn' };
      mailer = url === null ? null : openMailer({ url, from, connectMs: 300, silenceMs: 300 });
    },
    async tellUnit(unitKey, kind, words) {
      const { note, ...claimed } = facts(words);
      const subject = { type: 'assignment', id: words };
      const to = { unitId: world.unit(unitKey).id, link: '/phan-viec' };
      await world.run(undefined, (context, tx) =>
        kind === 'work_returned'
          ? tellUnits(context, tx, { kind, subject, units: [{ ...to, facts: { ...claimed, note } }] })
          : tellUnits(context, tx, { kind, subject, units: [{ ...to, facts: claimed }] }),
      );
    },
    async tellPerson(personId, unitKey, words) {
      const person = { personId, unitId: world.unit(unitKey).id, facts: facts(words), link: '/phan-viec' };
      await world.run(undefined, (context, tx) =>
        tellPeople(context, tx, {
          kind: 'work_returned',
          subject: { type: 'assignment', id: words },
          people: [person],
        }),
      );
    },
    async close() {
      mailer?.close();
      await app.close();
    },
  };
}
