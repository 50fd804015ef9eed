import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** What is measured runs on one core; whoever asks runs on another, where there is one. */
export const MEASURED_CORE = 0;
export const ASKING_CORE = availableParallelism() > 1 ? 1 : 0;

/** Ties processes and all their threads to one core; what they start later stays there. Linux only. */
export function tieTo(core: number, pids: readonly number[]): void {
  for (const pid of pids)
    execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', String(core), String(pid)]);
}
