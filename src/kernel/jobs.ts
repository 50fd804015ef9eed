import { type Runner, run, runMigrations, type TaskList } from 'graphile-worker';
import pg from 'pg';
import type { z } from 'zod';
import type { Tx } from './db/database.ts';
import { sql } from './db/sql.ts';
import type { Log } from './telemetry.ts';
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

/** Makes or upgrades the queue's tables as owner and lets the app's role use them. */
export async function prepareJobs(owner: pg.PoolConfig, appRole?: string): Promise<void> {
  const pool = new pg.Pool({ ...owner, max: 2 });
  try {
    await runMigrations({ pgPool: pool, schema: SCHEMA });
    if (appRole !== undefined) {
      const role = pg.escapeIdentifier(appRole);
      await pool.query(`grant usage on schema ${SCHEMA} to ${role}`);
      await pool.query(`grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${role}`);
      await pool.query(`grant usage on all sequences in schema ${SCHEMA} to ${role}`);
      await pool.query(`grant execute on all functions in schema ${SCHEMA} to ${role}`);
    }
  } finally {
    await pool.end();
  }
}

export interface JobsOptions {
  readonly connection: pg.PoolConfig;
  readonly tenants: Tenants;
  readonly jobs: readonly Job<never>[];
  readonly log: Log;
}

/** Starts working; `stop()` lets the jobs in hand finish. */
export async function startJobs(options: JobsOptions): Promise<{ stop(): Promise<void> }> {
  const pool = new pg.Pool({ ...options.connection, max: 4 });
  pool.on('error', () => undefined);
  const taskList: TaskList = {};
  for (const job of options.jobs) {
    taskList[job.name] = async (wrapped) => {
      const { tenant: slug, payload } = wrapped as { tenant?: string; payload?: unknown };
      const targets = slug === undefined ? options.tenants.all() : [options.tenants.bySlug(slug)];
      for (const tenant of targets) {
        if (!tenant?.ready) continue;
        const started = performance.now();
        await job.run(job.payload.parse(payload ?? {}) as never, { tenant, log: options.log });
        options.log.info(
          { job: job.name, tenant: tenant.slug, ms: Math.round(performance.now() - started) },
          'job done',
        );
      }
    };
  }
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
