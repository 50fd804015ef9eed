import { parseCronItems, type Runner, run, runMigrations, type TaskList } from 'graphile-worker';
import pg from 'pg';
import type { z } from 'zod';
import type { Tx } from './db/database.ts';
import { sql } from './db/sql.ts';
import type { FileStore } from './files.ts';
import type { Message } from './i18n.ts';
import { beginRun, endRun, type JobCounts } from './job-runs.ts';
import { nothingOutward, type Outward } from './outward.ts';
import { isDueAt, parseSchedule, type UtcMoment } from './schedule.ts';
import { describeError, type Log, type Telemetry } from './telemetry.ts';
import type { Tenant, Tenants } from './tenants.ts';

/**
 * Background work on PostgreSQL through graphile-worker: a job is enqueued inside the transaction of the change that
 * wants it, so it exists exactly when the change does. One queue serves all tenants of a database; the payload names one.
 */
export interface Job<Payload> {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  /** Answers how much it did, when that is worth knowing. */
  readonly run: (payload: Payload, tools: JobTools) => Promise<JobCounts | undefined>;
  /**
   * For work that repeats: `minute hour * * weekday` in Vietnam's time (schedule.ts). It then runs once for each tenant, and
   * every run is noted in the tenant (job-runs.ts).
   */
  readonly every?: string;
  /** How many minutes after its time it may still be missing before somebody should look; USUAL_GRACE_MINUTES when unsaid. */
  readonly graceMinutes?: number;
  /** Called at the next start when the program stood still at its time, up to so many minutes later. */
  readonly catchUpMinutes?: number;
  /** What people read about it on the page that watches jobs. */
  readonly title?: Message;
}

export const USUAL_GRACE_MINUTES = 30;

export interface JobTools {
  readonly tenant: Tenant;
  readonly log: Log;
  readonly outward: Outward;
  readonly files: FileStore;
}

const SCHEMA = 'graphile_worker';

/** Enqueues `job` for the tenant; `key` replaces a waiting job of the same key. */
export async function enqueue<Payload>(
  tx: Tx,
  tenant: Pick<Tenant, 'slug'>,
  job: Job<Payload>,
  payload: Payload,
  key?: string,
): Promise<void> {
  const wrapped = JSON.stringify({ tenant: tenant.slug, payload: job.payload.parse(payload) });
  await tx.run(
    sql`select graphile_worker.add_job(${job.name}::text, ${wrapped}::json, job_key => ${key ?? null}::text)`,
  );
}

/** A connection that dies with its server is replaced by the next query; without listeners Node would stop. */
function quietPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config);
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Makes or upgrades the queue's tables as owner and lets the app's role use them. */
export async function prepareJobs(owner: pg.PoolConfig, appRole?: string): Promise<void> {
  const pool = quietPool({ ...owner, max: 2 });
  try {
    await runMigrations({ pgPool: pool, schema: SCHEMA });
    if (appRole !== undefined) {
      const role = pg.escapeIdentifier(appRole);
      await pool.query(`grant usage on schema ${SCHEMA} to ${role}`);
      await pool.query(`grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${role}`);
      await pool.query(`grant usage on all sequences in schema ${SCHEMA} to ${role}`);
      await pool.query(`grant execute on all functions in schema ${SCHEMA} to ${role}`);
      await openRows(pool, role);
    }
  } finally {
    await pool.end();
  }
}

/** The queue's tables are closed to everyone but their owner by row security; the app's role is let in by name. */
async function openRows(pool: pg.Pool, role: string): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    'select relname as name from pg_class where relnamespace = $1::regnamespace and relrowsecurity',
    [SCHEMA],
  );
  for (const { name } of rows) {
    const table = `${SCHEMA}.${pg.escapeIdentifier(name)}`;
    await pool.query(`drop policy if exists danbiet_app on ${table}`);
    await pool.query(`create policy danbiet_app on ${table} to ${role} using (true) with check (true)`);
  }
}

export interface JobsOptions {
  readonly connection: pg.PoolConfig;
  readonly tenants: Tenants;
  readonly jobs: readonly Job<never>[];
  readonly files: FileStore;
  readonly log: Log;
  readonly outward?: Outward;
  readonly telemetry?: Telemetry;
}

interface WrappedPayload {
  /** Absent when the clock asks: then each tenant gets a job of its own, so that one's failure is not the others'. */
  readonly tenant?: string;
  readonly payload?: unknown;
}

async function runJob(
  job: Job<never>,
  wrapped: WrappedPayload,
  options: JobsOptions,
  enqueueFor: (slug: string) => Promise<unknown>,
): Promise<void> {
  const { tenants } = options;
  if (wrapped.tenant === undefined) {
    for (const tenant of tenants.all()) if (tenant.ready) await enqueueFor(tenant.slug);
    return;
  }
  const tenant = tenants.bySlug(wrapped.tenant);
  // Made by a command line while this process ran, or still half-made: tried again later, never dropped.
  if (!tenant?.ready) throw new Error(`tenant ${wrapped.tenant} is not served by this process`);
  await runForTenant(job, wrapped.payload, tenant, options);
}

async function runForTenant(
  job: Job<never>,
  payload: unknown,
  tenant: Tenant,
  options: JobsOptions,
): Promise<void> {
  const { log, files, outward = nothingOutward } = options;
  const fields = { job: job.name, tenant: tenant.slug };
  const started = performance.now();
  const { db, machineClock } = tenant;
  const runId = job.every === undefined ? undefined : await beginRun(db, job.name, machineClock.now());
  try {
    const parsed = job.payload.parse(payload ?? {}) as never;
    const counts = (await job.run(parsed, { tenant, log, outward, files })) ?? null;
    if (runId !== undefined) await endRun(db, runId, machineClock.now(), { counts });
    options.telemetry?.jobs.inc({ job: job.name, outcome: 'ok' });
    log.info({ ...fields, ms: Math.round(performance.now() - started), ...counts }, 'job done');
  } catch (error) {
    options.telemetry?.jobs.inc({ job: job.name, outcome: 'failed' });
    log.error({ ...fields, ...describeError(error) }, 'job failed');
    if (runId !== undefined)
      await endRun(db, runId, machineClock.now(), { error: describeError(error).message });
    throw error;
  }
}

/** Starts working; `stop()` lets the jobs in hand finish. */
export async function startJobs(options: JobsOptions): Promise<{ stop(): Promise<void> }> {
  const pool = quietPool({ ...options.connection, max: 4 });
  const taskList: TaskList = {};
  for (const job of options.jobs)
    taskList[job.name] = (wrapped, helpers) =>
      runJob(job, wrapped as WrappedPayload, options, (slug) =>
        helpers.addJob(job.name, { tenant: slug, payload: {} }, { jobKey: `${job.name} ${slug}` }),
      );
  const parsedCronItems = parseCronItems(
    options.jobs.flatMap(({ name, every, catchUpMinutes }) => {
      if (every === undefined) return [];
      const schedule = parseSchedule(every);
      const backfillPeriod = (catchUpMinutes ?? 0) * 60_000;
      return [
        {
          task: name,
          match: (moment: UtcMoment) => isDueAt(schedule, moment),
          options: { maxAttempts: 5, backfillPeriod },
        },
      ];
    }),
  );
  const runner: Runner = await run({
    pgPool: pool,
    schema: SCHEMA,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2000,
    taskList,
    parsedCronItems,
    // Only what is written down in batches is waited for when work stops; a job done but not written down would run again.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    logger: options.log.forGraphile(),
  });
  return {
    async stop() {
      await runner.stop();
      await pool.end();
    },
  };
}
