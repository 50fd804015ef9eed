import { systemClock } from '../../kernel/clock.ts';
import type { HealthSource } from '../../kernel/health.ts';
import type { Message } from '../../kernel/i18n.ts';
import { type Job, USUAL_GRACE_MINUTES } from '../../kernel/jobs.ts';
import { parseSchedule, type Schedule } from '../../kernel/schedule.ts';

/** A scheduled job as it is watched. */
export interface WatchedJob {
  readonly name: string;
  readonly title: Message | undefined;
  readonly schedule: Schedule;
  readonly graceMinutes: number;
  /** Since when this process watches it, on the machine's clock. */
  readonly since: Date;
}

const jobs = new Map<string, WatchedJob>();
const sources = new Map<string, HealthSource>();

/**
 * Watches every job that the clock calls, from `since` on: one that is new in this release is not missed before its first
 * time. Watching a name again replaces it.
 */
export function watchJobs(watched: readonly Job<never>[], since: Date = systemClock.now()): void {
  for (const { name, title, every, graceMinutes = USUAL_GRACE_MINUTES } of watched)
    if (every !== undefined)
      jobs.set(name, { name, title, schedule: parseSchedule(every), graceMinutes, since });
}

/** Lets a part of the program say how it is doing. Registering a name again replaces it. */
export function registerHealth(source: HealthSource): void {
  sources.set(source.name, source);
}

export const watchedJobs = (): readonly WatchedJob[] => [...jobs.values()];
export const healthSources = (): readonly HealthSource[] => [...sources.values()];
