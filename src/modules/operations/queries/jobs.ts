import type { Db } from '../../../kernel/db/database.ts';
import { firstRunAt, type JobRun, lastRuns } from '../../../kernel/job-runs.ts';
import { nextCall } from '../../../kernel/schedule.ts';
import { JOB_STATES, type JobState, jobState } from '../domain/job-state.ts';
import { type WatchedJob, watchedJobs } from '../watched.ts';

/** A scheduled job and how it stands. */
export interface JobStatus {
  readonly job: WatchedJob;
  readonly state: JobState;
  readonly last: JobRun | null;
  readonly succeededAt: Date | null;
  readonly nextAt: Date;
}

/** How every scheduled job stands on the machine's clock; those that need somebody first. */
export async function jobStatuses(db: Db, now: Date): Promise<JobStatus[]> {
  const jobs = watchedJobs();
  // One after the other: inside a transaction both share a connection.
  const runs = await lastRuns(
    db,
    jobs.map((job) => job.name),
  );
  const first = await firstRunAt(db);
  const statuses = jobs.map((job): JobStatus => {
    const { last = null, succeededAt = null } = runs.get(job.name) ?? {};
    const { schedule, graceMinutes } = job;
    // A tenant made while this process runs is watched from its own first run on.
    const watchedSince = first !== null && first > job.since ? first : job.since;
    const state = jobState({ schedule, graceMinutes, last, watchedSince }, now);
    return { job, state, last, succeededAt, nextAt: nextCall(schedule, now) };
  });
  const place = ({ state }: JobStatus): number => JOB_STATES.indexOf(state);
  return statuses.sort((a, b) => place(a) - place(b) || (a.job.name < b.job.name ? -1 : 1));
}
