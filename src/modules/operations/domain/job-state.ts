import { lastCall, type Schedule } from '../../../kernel/schedule.ts';

/**
 * `ran`: its last run ended well and none is missing; `waiting`: its first time has not come; `late`: a run is missing for
 * longer than it may; `failed`: its last run went wrong or never ended; `never`: its time came and it has not run once.
 */
export const JOB_STATES = ['failed', 'never', 'late', 'waiting', 'ran'] as const;
export type JobState = (typeof JOB_STATES)[number];

export interface JobFacts {
  readonly schedule: Schedule;
  readonly graceMinutes: number;
  readonly last: {
    readonly startedAt: Date;
    readonly finishedAt: Date | null;
    readonly ok: boolean | null;
  } | null;
  /** Since when it could have run at all. */
  readonly watchedSince: Date;
}

const MINUTE_MS = 60_000;

/** How a scheduled job stands at `now`, on the machine's clock. */
export function jobState(facts: JobFacts, now: Date): JobState {
  const { schedule, graceMinutes, last, watchedSince } = facts;
  const graceEnd = new Date(now.getTime() - graceMinutes * MINUTE_MS);
  /** The last time at which it was called long enough ago to have run. */
  const owed = lastCall(schedule, graceEnd);
  if (last === null) return owed >= watchedSince ? 'never' : 'waiting';
  if (last.ok === false || (last.finishedAt === null && last.startedAt < graceEnd)) return 'failed';
  return last.startedAt < owed ? 'late' : 'ran';
}

/** The states that need somebody. */
export type AlarmState = Exclude<JobState, 'ran' | 'waiting'>;

export function needsSomebody(state: JobState): state is AlarmState {
  return state === 'late' || state === 'failed' || state === 'never';
}
