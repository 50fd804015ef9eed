import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type TestApp, testApp, type Visitor } from '../../../test/support/app.ts';
import { htmlProblems } from '../../../test/support/html-rules.ts';
import { type PlanWorld, planWorld, TEST_PASSWORD } from '../../../test/support/plan-world.ts';
import { query } from '../../kernel/db/sql.ts';
import { beginRun, endRun } from '../../kernel/job-runs.ts';
import type { Job } from '../../kernel/jobs.ts';
import { nothingOutward } from '../../kernel/outward.ts';
import { createLog } from '../../kernel/telemetry.ts';
import { registerHealth, watchJobs } from './index.ts';
import { cleanUp, watch } from './jobs.ts';
import { jobStatuses } from './queries/jobs.ts';
import { watchedJobs } from './watched.ts';

let it_: TestApp;
let world: PlanWorld;
let admin: Visitor;

const MINUTE_MS = 60_000;
const ago = (minutes: number): Date => new Date(it_.clock.now().getTime() - minutes * MINUTE_MS);
const trial: Job<never> = {
  name: 'trial_watched',
  payload: z.custom<never>(),
  every: '*/10 * * * *',
  graceMinutes: 15,
  title: { vi: 'Tác vụ thử', en: 'Trial job' },
  run: async () => undefined,
};

async function ran(job: string, at: Date, error?: string): Promise<void> {
  const id = await beginRun(it_.db, job, at);
  await endRun(it_.db, id, at, error === undefined ? { counts: { done: 2 } } : { error });
}

/** Every watched job but these ran a moment ago. */
async function allWellBut(...names: readonly string[]): Promise<void> {
  for (const { name } of watchedJobs()) if (!names.includes(name)) await ran(name, ago(0));
}

const call = (job: Job<never>) =>
  job.run(undefined as never, {
    tenant: it_.tenant,
    files: it_.files,
    log: createLog('silent'),
    outward: nothingOutward,
  });
const page = async (): Promise<string> => (await admin.get('/van-hanh')).text();
/** The row of the trial job on the page, as text. */
const rowOf = (html: string, name = trial.name): string =>
  /<tr>(?:(?!<tr>).)*$/s
    .exec(html.slice(0, html.indexOf(name)))?.[0]
    .concat(html.slice(html.indexOf(name), html.indexOf('</tr>', html.indexOf(name)))) ?? '';
const told = async (): Promise<{ person: string; settled: boolean; facts: unknown }[]> =>
  it_.db.rows(query({ person: 'text', settled: 'bool', facts: 'json' } as const)`
    select p.username as person, n.params as facts,
      exists (select 1 from notices_settled s where s.notice_id = n.id) as settled
    from notices_notice n join identity_person p on p.id = n.person_id
    where n.kind = 'job_failed' and n.subject_id = ${trial.name} order by n.made_at, n.id`);

beforeAll(async () => {
  it_ = await testApp();
  world = await planWorld(it_);
  // The clock of these tests stands in 2024, before this process began.
  watchJobs([trial], new Date(0));
  await world.account('quan.tri', 'admin', 'ubnd-huyen-an-thi');
  await world.account('quan.tri.xa', 'admin', 'xa-bai-say');
  await world.account('chu.tich', 'leader', 'ubnd-huyen-an-thi');
});
afterAll(() => it_.close());
beforeEach(async () => {
  await it_.db.pool.query('delete from kernel_job_run');
  await it_.db.pool.query('delete from operations_alarm');
  admin = await it_.signIn('quan.tri', TEST_PASSWORD);
});

describe('the page', () => {
  it('and its entry in the menu are for the administrator of the top unit alone', async () => {
    const sent = await it_.visitor().get('/van-hanh');
    expect(sent.status).toBe(303);
    for (const name of ['quan.tri.xa', 'chu.tich']) {
      const other = await it_.signIn(name, TEST_PASSWORD);
      expect((await other.get('/van-hanh')).status, name).toBe(403);
      expect(await (await other.get('/thong-bao')).text(), name).not.toContain('href="/van-hanh"');
    }
    expect(await (await admin.get('/thong-bao')).text()).toContain('href="/van-hanh"');
  });

  it('shows that all is well when every job ran, with last run, next time and what it did', async () => {
    await allWellBut();
    const html = await page();
    expect(await htmlProblems(html)).toEqual([]);
    expect(html).toContain('Mọi thứ đang chạy bình thường');
    const row = rowOf(html);
    for (const words of ['Tác vụ thử', 'đúng giờ', '24/06/2024 09:00', '24/06/2024 09:10', 'done 2'])
      expect(row, words).toContain(words);
    expect(await htmlProblems(await (await admin.get('/van-hanh?lang=en')).text())).toEqual([]);
    await admin.get('/van-hanh?lang=vi');
  });

  it('shows clearly, and first, a job that failed, one that is late, and one that never ran', async () => {
    for (const [make, word] of [
      [() => ran(trial.name, ago(1), 'PostgreSQL 22007'), 'PostgreSQL 22007'],
      [() => ran(trial.name, ago(40)), 'trễ'],
      [() => ran('identity_clean_up', ago(60)), 'chưa chạy lần nào'],
    ] as const) {
      await it_.db.pool.query('delete from kernel_job_run');
      await allWellBut(trial.name);
      await make();
      const html = await page();
      expect(html).toContain('Có 1 mục cần xem');
      expect(rowOf(html), word).toContain(word);
      const [first] = await jobStatuses(it_.db, it_.clock.now());
      expect(first?.job.name).toBe(trial.name);
    }
  });

  it('shows every job as missing when nothing runs any more, or never did', async () => {
    const [first] = await jobStatuses(it_.db, it_.clock.now());
    expect([first?.job.name, first?.state]).toEqual([trial.name, 'never']);
    await allWellBut();
    const tomorrow = new Date(it_.clock.now().getTime() + 2 * 86_400_000);
    const statuses = await jobStatuses(it_.db, tomorrow);
    expect(new Set(statuses.map((one) => one.state))).toEqual(new Set(['late']));
    expect(statuses.map((one) => one.job.name)).toContain('notices_digest');
  });

  it('does not miss a job that is new in this release before its first time', async () => {
    await ran('identity_clean_up', ago(60));
    watchJobs([trial], ago(5));
    const before = await jobStatuses(it_.db, it_.clock.now());
    expect(before.find((one) => one.job.name === trial.name)?.state).toBe('waiting');
    const later = await jobStatuses(it_.db, ago(-60));
    expect(later.find((one) => one.job.name === trial.name)?.state).toBe('never');
    watchJobs([trial], new Date(0));
  });

  it('stands when a part cannot check itself, and says so', async () => {
    await allWellBut();
    registerHealth({
      name: 'trial_broken',
      title: { vi: 'Phần thử', en: 'Trial part' },
      check: async () => {
        throw new Error('broken in itself');
      },
    });
    const html = await page();
    registerHealth({
      name: 'trial_broken',
      title: { vi: 'Phần thử', en: 'Trial part' },
      check: async () => ({ level: 'well', sentence: { message: { vi: 'Tốt', en: 'Well' } }, facts: [] }),
    });
    expect(html).toContain('Phần này không tự kiểm tra được: broken in itself');
    expect(html).toContain('Có 1 mục cần xem');
  });
});

describe('the watch', () => {
  it('tells the administrators of the top unit once when a job needs them, and settles it when it is well again', async () => {
    await allWellBut(trial.name);
    await ran(trial.name, ago(1), 'this job fails');
    expect(await call(watch)).toEqual({ began: 1, ended: 0 });
    expect(await call(watch)).toEqual({ began: 0, ended: 0 });
    expect(await told()).toEqual([
      {
        person: 'quan.tri',
        settled: false,
        facts: { v: 1, vi: 'Tác vụ thử', en: 'Trial job', state: 'failed' },
      },
    ]);
    expect(await (await admin.get('/thong-bao')).text()).toContain('Tác vụ tự động “Tác vụ thử” chạy bị lỗi');
    await ran(trial.name, ago(0));
    expect(await call(watch)).toEqual({ began: 0, ended: 1 });
    expect((await told()).map((notice) => notice.settled)).toEqual([true]);
    const { rows } = await it_.db.pool.query(
      `select event from kernel_audit where event like 'operations.%' and subject_id = $1 order by at, id`,
      [trial.name],
    );
    expect(rows.map((row) => row.event)).toEqual(['operations.alarm_began', 'operations.alarm_ended']);
  });

  it('begins a new alarm when the job fails another time', async () => {
    const before = (await told()).length;
    await allWellBut(trial.name);
    for (const error of ['one', undefined, 'two'] as const) {
      it_.clock.advance(MINUTE_MS);
      await ran(trial.name, it_.clock.now(), error);
      await call(watch);
    }
    expect(await told()).toHaveLength(before + 2);
    it_.clock.advance(-3 * MINUTE_MS);
  });
});

it('the clean-up removes notes of runs that are old', async () => {
  await ran(trial.name, ago(20 * 24 * 60));
  await ran(trial.name, ago(1));
  expect(await call(cleanUp)).toEqual({ removed: 1 });
});
