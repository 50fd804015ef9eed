import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type TestTenant, testTenant } from '../../../test/support/database.ts';
import { beginRun, endRun, firstRunAt, forgetRuns, jobLimits, lastRuns } from '../job-runs.ts';
import { type Job, startJobs } from '../jobs.ts';
import { createLog, createTelemetry } from '../telemetry.ts';
import { query } from './sql.ts';

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
beforeEach(() => it_.db.pool.query('delete from kernel_job_run'));

const DAY_MS = 86_400_000;
const calls: string[] = [];
let fails = false;

/** `minute hour` of an instant on a clock so many hours ahead of UTC. */
function line(instant: Date, hoursAhead: number): string {
  const local = new Date(instant.getTime() + hoursAhead * 3_600_000);
  return `${local.getUTCMinutes()} ${local.getUTCHours()} * * *`;
}

function job(name: string, every: string): Job<never> {
  return {
    name,
    every,
    catchUpMinutes: 60,
    payload: z.custom<never>(),
    async run() {
      calls.push(name);
      if (fails) throw new Error('this job fails');
      return { done: 3 };
    },
  };
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + 20_000;
  while (!(await condition())) {
    if (Date.now() > giveUpAt) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Starts with these jobs known since yesterday, so that what was missed is caught up. */
async function started(jobs: readonly Job<never>[], work: () => Promise<void>): Promise<string> {
  for (const { name } of jobs)
    await owner.query(
      `insert into graphile_worker._private_known_crontabs (identifier, known_since) values ($1, now() - interval '1 day')
       on conflict (identifier) do update set last_execution = null`,
      [name],
    );
  const telemetry = createTelemetry();
  const runner = await startJobs({
    connection: it_.appConnection,
    tenants: it_.tenants,
    files: it_.files,
    jobs,
    log: createLog('silent'),
    telemetry,
  });
  try {
    await work();
  } finally {
    await runner.stop();
  }
  return telemetry.registry.metrics();
}

describe('a job of the clock', () => {
  it('that was missed while the program stood still is caught up, at its time in Vietnam and not in UTC', async () => {
    calls.length = 0;
    const missed = new Date(Date.now() - 5 * 60_000);
    const jobs = [job('test_vietnam', line(missed, 7)), job('test_utc', line(missed, 0))];
    const metrics = await started(jobs, () =>
      until(async () => (await lastRuns(it_.db, ['test_vietnam'])).get('test_vietnam')?.last.ok === true),
    );
    expect(calls).toEqual(['test_vietnam']);
    expect(metrics).toContain('danbiet_job_runs_total{job="test_vietnam",outcome="ok"} 1');
    const run = (await lastRuns(it_.db, ['test_vietnam', 'test_utc'])).get('test_vietnam');
    expect(run?.last).toMatchObject({ ok: true, error: null, counts: { done: 3 } });
    expect(run?.succeededAt).toEqual(run?.last.startedAt);
  });

  it('that throws is noted as failed, with what went wrong', async () => {
    fails = true;
    const jobs = [job('test_failing', line(new Date(Date.now() - 5 * 60_000), 7))];
    await started(jobs, () =>
      until(async () => (await lastRuns(it_.db, ['test_failing'])).get('test_failing')?.last.ok === false),
    );
    fails = false;
    const run = (await lastRuns(it_.db, ['test_failing'])).get('test_failing');
    expect(run).toMatchObject({ last: { error: 'this job fails', counts: null }, succeededAt: null });
  });
});

describe('what is noted of runs', () => {
  const at = (daysAgo: number): Date => new Date(it_.clock.now().getTime() - daysAgo * DAY_MS);
  const ran = async (name: string, daysAgo: number, error?: string): Promise<void> => {
    const id = await beginRun(it_.db, name, at(daysAgo));
    await endRun(it_.db, id, at(daysAgo), error === undefined ? { counts: null } : { error });
  };

  it('names the last run and the last that went well; one cut off has no end; a job that never ran is missing', async () => {
    await ran('a', 3);
    await ran('a', 2, 'x'.repeat(999));
    await beginRun(it_.db, 'b', at(1));
    const runs = await lastRuns(it_.db, ['a', 'b', 'c']);
    expect(runs.get('a')?.last.error).toHaveLength(jobLimits.error_characters);
    expect(runs.get('a')?.succeededAt).toEqual(at(3));
    expect(runs.get('b')?.last).toMatchObject({ finishedAt: null, ok: null });
    expect(runs.has('c')).toBe(false);
    expect(await firstRunAt(it_.db)).toEqual(at(3));
  });

  it('is forgotten after its days, but never a job’s last run nor its last that went well', async () => {
    await ran('a', 30);
    await ran('a', 20);
    await ran('a', 10, 'failed');
    await ran('a', 1, 'failed');
    await ran('b', 40);
    expect(await forgetRuns(it_.db, at(0))).toBe(2);
    const left = await it_.db.rows(query({ at: 'instant' } as const)`
      select started_at as at from kernel_job_run order by started_at`);
    expect(left.map((row) => row.at)).toEqual([at(40), at(20), at(1)]);
  });
});
