import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type TestTenant, testTenant } from '../../../test/support/database.ts';
import { enqueue, type Job, startJobs } from '../jobs.ts';
import { createLog, type Log } from '../telemetry.ts';
import { query, sql } from './sql.ts';

let it_: TestTenant;
let owner: pg.Client;
beforeAll(async () => {
  it_ = await testTenant();
  owner = new pg.Client(it_.owner);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await it_.close();
});

const ran: { tenant: string; note: string }[] = [];
let failTimes = 0;

const note: Job<{ note: string }> = {
  name: 'test_note',
  payload: z.object({ note: z.string() }),
  async run(payload, { tenant }) {
    if (failTimes > 0) {
      failTimes--;
      await tenant.db.rows(query({ d: 'date' })`select ${'Nguyễn Văn Riêng 0912345678'}::date as d`);
    }
    ran.push({ tenant: tenant.slug, note: payload.note });
  },
};

let begun = 0;
let ended = 0;

const slow: Job<{ note: string }> = {
  name: 'test_slow',
  payload: z.object({ note: z.string() }),
  async run() {
    begun++;
    await new Promise((resolve) => setTimeout(resolve, 200));
    ended++;
  },
};

const nightly: Job<never> = {
  name: 'test_nightly',
  payload: z.custom<never>(),
  every: '0 3 * * *',
  async run(_payload, { tenant }) {
    if (tenant.slug === 'thu-nghiem') throw new Error('this tenant fails');
    ran.push({ tenant: tenant.slug, note: 'nightly' });
  },
};

async function waiting(name: string): Promise<number> {
  const { rows } = await owner.query<{ n: string }>(
    'select count(*) as n from graphile_worker.jobs where task_identifier = $1',
    [name],
  );
  return Number(rows[0]?.n);
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + 20_000;
  while (!(await condition())) {
    if (Date.now() > giveUpAt) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Lets every waiting job run at once instead of after its pause. */
const hurry = () => owner.query('update graphile_worker._private_jobs set run_at = now()');

async function working(log: Log, work: () => Promise<void>): Promise<void> {
  const runner = await startJobs({
    connection: it_.appConnection,
    tenants: it_.tenants,
    files: it_.files,
    jobs: [note as unknown as Job<never>, slow as unknown as Job<never>, nightly],
    log,
  });
  try {
    await work();
  } finally {
    await runner.stop();
  }
}

describe('a job', () => {
  it('exists exactly when the change that wants it is committed', async () => {
    const failing = it_.db.transaction(async (tx) => {
      await enqueue(tx, it_.tenant, note, { note: 'never' });
      await tx.run(sql`select 1 / 0`);
    });
    await expect(failing).rejects.toThrow();
    expect(await waiting('test_note')).toBe(0);
    await it_.db.transaction((tx) => enqueue(tx, it_.tenant, note, { note: 'committed' }));
    expect(await waiting('test_note')).toBe(1);
  });

  it('with a key replaces the one that waits under it', async () => {
    await it_.db.transaction((tx) => enqueue(tx, it_.tenant, note, { note: 'old' }, 'one'));
    await it_.db.transaction((tx) => enqueue(tx, it_.tenant, note, { note: 'new' }, 'one'));
    expect(await waiting('test_note')).toBe(2);
  });

  it('of the wrong form is refused when it is asked for', async () => {
    const wrong = { note: 1 } as unknown as { note: string };
    await expect(it_.db.transaction((tx) => enqueue(tx, it_.tenant, note, wrong))).rejects.toThrow();
  });

  it('runs in its tenant', async () => {
    await working(createLog('silent'), () => until(() => ran.length === 2));
    // Two run side by side: nothing is promised about which ends first.
    expect(new Set(ran.map((one) => `${one.tenant} ${one.note}`))).toEqual(
      new Set(['thu-nghiem committed', 'thu-nghiem new']),
    );
    expect(await waiting('test_note')).toBe(0);
  });

  it('is tried again when it fails, and the log says so without the words of its error', async () => {
    failTimes = 1;
    ran.length = 0;
    const lines: string[] = [];
    const log = createLog('info', { write: (line) => void lines.push(line) });
    await it_.db.transaction((tx) => enqueue(tx, it_.tenant, note, { note: 'second try' }));
    await working(log, async () => {
      await until(() => failTimes === 0);
      await until(async () => {
        await hurry();
        return ran.length === 1;
      });
    });
    expect(ran).toEqual([{ tenant: 'thu-nghiem', note: 'second try' }]);
    expect(lines.join('')).toContain('job failed');
    expect(lines.join('')).toContain('PostgreSQL 22007');
    expect(lines.join('')).not.toMatch(/Riêng|0912345678/);
  });

  it('in hand when work stops is finished, and written down as done', async () => {
    for (const name of ['first', 'second'])
      await it_.db.transaction((tx) => enqueue(tx, it_.tenant, slow, { note: name }));
    await working(createLog('silent'), () => until(() => begun === 2));
    expect(ended).toBe(2);
    expect(await waiting('test_slow')).toBe(0);
  });

  it('for a tenant this process does not serve waits instead of being lost', async () => {
    await it_.db.transaction((tx) => enqueue(tx, { slug: 'moi-lap' }, note, { note: 'later' }));
    await working(createLog('silent'), () =>
      until(async () => {
        const { rows } = await owner.query(
          `select last_error from graphile_worker._private_jobs where attempts = 1`,
        );
        return rows.length === 1;
      }),
    );
    expect(await waiting('test_note')).toBe(1);
    await owner.query('delete from graphile_worker._private_jobs');
  });
});

describe('a job of the clock', () => {
  it('runs once for each tenant, and one tenant’s failure does not stop the others', async () => {
    ran.length = 0;
    const second = await it_.tenants.markReady(
      await it_.tenants.create({ slug: 'thu-hai', name: 'Thứ hai' }),
    );
    await it_.tenants.create({ slug: 'chua-xong', name: 'Chưa xong' });
    await owner.query(
      `select graphile_worker.add_job('test_nightly', '{"_cron":{"ts":"2024-06-24T03:00:00Z"}}'::json)`,
    );
    await working(createLog('silent'), () => until(() => ran.length > 0));
    expect(ran).toEqual([{ tenant: second.slug, note: 'nightly' }]);
    expect(await waiting('test_nightly')).toBe(1);
  });
});
