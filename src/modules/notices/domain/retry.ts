import { deliveryLimits } from '../limits.ts';

const MINUTE_MS = 60_000;

/** When a message is tried again after so many refusals: 1, 2, 4 … minutes later, at most `mail_pause_minutes`. */
export function nextMailTry(attempts: number, now: Date): Date {
  return later(now, attempts, deliveryLimits.mail_pause_minutes);
}

/** When a mail server that did not answer so many times is asked again. */
export function nextServerTry(failures: number, now: Date): Date {
  return later(now, failures, deliveryLimits.server_pause_minutes);
}

/** When a push is tried again. */
export function nextPushTry(attempts: number, now: Date): Date {
  return later(now, attempts, deliveryLimits.push_pause_minutes);
}

function later(now: Date, times: number, mostMinutes: number): Date {
  const minutes = Math.min(2 ** Math.min(Math.max(times, 1) - 1, 20), mostMinutes);
  return new Date(now.getTime() + minutes * MINUTE_MS);
}
