import { type Runner, run, runMigrations, type TaskList } from 'graphile-worker';
import pg from 'pg';
import type { z } from 'zod';
import type { Tx } from './db/database.ts';
import { sql } from './db/sql.ts';
import { describeError, type Log } from './telemetry.ts';
import type { Tenant, Tenants } from './tenants.ts';

/**
 * Background work on PostgreSQL through graphile-worker: a job is enqueued inside the transaction of the change that
 * wants it, so it exists exactly when the change does. One queue serves all tenants of a database; the payload names one.
 */
export interface Job<Payload> {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  readonly run: (payload: Payload, tools: JobTools) => Promise<void>;
  /** A crontab line in Vietnam's time, for work that repeats; it then runs once for each tenant. */
  readonly every?: string;
}

export interface JobTools {
  readonly tenant: Tenant;
  readonly log: Log;
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
  readonly log: Log;
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
  const { log, tenants } = options;
  if (wrapped.tenant === undefined) {
    for (const tenant of tenants.all()) if (tenant.ready) await enqueueFor(tenant.slug);
    return;
  }
  const tenant = tenants.bySlug(wrapped.tenant);
  // Made by a command line while this process ran, or still half-made: tried again later, never dropped.
  if (!tenant?.ready) throw new Error(`tenant ${wrapped.tenant} is not served by this process`);
  const fields = { job: job.name, tenant: tenant.slug };
  const started = performance.now();
  try {
    await job.run(job.payload.parse(wrapped.payload ?? {}) as never, { tenant, log });
  } catch (error) {
    log.error({ ...fields, ...describeError(error) }, 'job failed');
    throw error;
  }
  log.info({ ...fields, ms: Math.round(performance.now() - started) }, 'job done');
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
  const crontab = options.jobs.flatMap((job) =>
    job.every === undefined ? [] : [`${job.every} ${job.name} ?max=5`],
  );
  const runner: Runner = await run({
    pgPool: pool,
    schema: SCHEMA,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2000,
    taskList,
    crontab: crontab.join('\n'),
    logger: options.log.forGraphile(),
  });
  return {
    async stop() {
      await runner.stop();
      await pool.end();
    },
  };
}
