import { limits } from '../../../kernel/limits.ts';

export const lockLimits = limits('identity.lock', {
  failures: {
    value: 5,
    unit: 'wrong passwords in a row',
    reason: 'a forgotten password is noticed by then; a guesser is stopped early',
  },
  first_minutes: {
    value: 15,
    unit: 'minutes',
    reason: 'the first lock, doubled at each further one; long enough to make guessing hopeless',
  },
  longest_minutes: {
    value: 240,
    unit: 'minutes',
    reason: 'a stranger who guesses on purpose must not shut a person out for a working day',
  },
  forget_hours: {
    value: 24,
    unit: 'hours',
    reason: 'wrong passwords of another day say nothing about today',
  },
});

/** Minutes the account is closed after this many wrong passwords in a row; 0 when it stays open. */
export function lockMinutes(failures: number): number {
  if (failures === 0 || failures % lockLimits.failures !== 0) return 0;
  const round = failures / lockLimits.failures - 1;
  return Math.min(lockLimits.longest_minutes, lockLimits.first_minutes * 2 ** Math.min(round, 30));
}

/** A lock further away than the longest one was set by a clock that has since moved back: it no longer holds. */
export function isLocked(lockedUntil: Date | null, now: Date): boolean {
  if (lockedUntil === null || lockedUntil <= now) return false;
  return lockedUntil.getTime() - now.getTime() <= lockLimits.longest_minutes * 60_000;
}
