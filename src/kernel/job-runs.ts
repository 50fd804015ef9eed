import type { Database, Db } from './db/database.ts';
import { query, sql } from './db/sql.ts';
import { newId } from './ids.ts';
import { limits } from './limits.ts';

export const jobLimits = limits('jobs', {
  run_days: {
    value: 7,
    unit: 'days',
    reason: 'a job of every minute makes 10,000 rows in a week; older runs tell nothing',
  },
  error_characters: { value: 300, unit: 'characters', reason: 'one line of a page; the log has the whole' },
});

/** How much a run did, in names and numbers: never texts or names of people. */
export type JobCounts = Readonly<Record<string, number>>;

export interface JobRun {
  readonly startedAt: Date;
  /** `null` while it runs, and for ever when the process was cut off. */
  readonly finishedAt: Date | null;
  readonly ok: boolean | null;
  readonly error: string | null;
  readonly counts: JobCounts | null;
}

/** Notes that a run begins; answers its id. */
export async function beginRun(db: Database, job: string, now: Date): Promise<string> {
  const id = newId();
  await db.transaction((tx) =>
    tx.run(sql`insert into kernel_job_run (id, job, started_at) values (${id}, ${job}, ${now})`),
  );
  return id;
}

/** Notes how a run ended: with what it did, or with what went wrong. */
export async function endRun(
  db: Database,
  id: string,
  now: Date,
  outcome: { readonly counts: JobCounts | null } | { readonly error: string },
): Promise<void> {
  const error = 'error' in outcome ? outcome.error.slice(0, jobLimits.error_characters) : null;
  const counts = 'counts' in outcome && outcome.counts ? JSON.stringify(outcome.counts) : null;
  await db.transaction((tx) =>
    tx.run(sql`update kernel_job_run set finished_at = ${now}, ok = ${error === null}, error = ${error},
      counts = ${counts}::jsonb where id = ${id}`),
  );
}

const runRow = {
  job: 'text',
  startedAt: 'instant',
  finishedAt: 'instant?',
  ok: 'bool?',
  error: 'text?',
  counts: 'json?',
  succeededAt: 'instant?',
} as const;

export interface LastRuns {
  readonly last: JobRun;
  /** When the last run that ended well began. */
  readonly succeededAt: Date | null;
}

/** The last run of each of these jobs, and when each last went well; a job that never ran is missing. */
export async function lastRuns(db: Db, jobs: readonly string[]): Promise<ReadonlyMap<string, LastRuns>> {
  const rows = await db.rows(query(runRow)`
    select j.job, last.started_at as "startedAt", last.finished_at as "finishedAt", last.ok, last.error, last.counts,
      (select r.started_at from kernel_job_run r where r.job = j.job and r.ok order by r.started_at desc limit 1)
        as "succeededAt"
    from unnest(${jobs}::text[]) as j (job)
    join lateral (select * from kernel_job_run r where r.job = j.job order by r.started_at desc limit 1) last on true`);
  return new Map(
    rows.map(({ job, succeededAt, counts, ...run }) => [
      job,
      { last: { ...run, counts: counts as JobCounts | null }, succeededAt },
    ]),
  );
}

/** When the first run of any job was noted in this tenant; `null` before that. */
export async function firstRunAt(db: Db): Promise<Date | null> {
  const row = await db.row(query({ at: 'instant' } as const)`
    select started_at as at from kernel_job_run order by started_at limit 1`);
  return row?.at ?? null;
}

/** Removes runs older than `run_days`, but never the last of a job nor its last that went well. */
export async function forgetRuns(db: Database, now: Date): Promise<number> {
  const before = new Date(now.getTime() - jobLimits.run_days * 86_400_000);
  return db.transaction((tx) =>
    tx.run(sql`delete from kernel_job_run r where r.started_at < ${before}
      and exists (select 1 from kernel_job_run n where n.job = r.job and n.started_at > r.started_at)
      and (not coalesce(r.ok, false)
        or exists (select 1 from kernel_job_run n where n.job = r.job and n.ok and n.started_at > r.started_at))`),
  );
}
