import { type CalendarDate, startOfVietnamDay, vietnamDate } from './dates.ts';

/** Where time comes from. Domain code never reads a clock: it is given `now` or `today`. */
export interface Clock {
  now(): Date;
  /** Today in Vietnam. */
  today(): CalendarDate;
}

export const systemClock: Clock = {
  now: () => new Date(),
  today: () => vietnamDate(new Date()),
};

/** A clock that stands on one day: the time of day runs, the date stays. The example tenant lives on 2024-06-24. */
export function clockStandingOn(date: CalendarDate, base: Clock = systemClock): Clock {
  const now = (): Date => {
    const real = base.now();
    const timeOfDay = real.getTime() - startOfVietnamDay(vietnamDate(real)).getTime();
    return new Date(startOfVietnamDay(date).getTime() + timeOfDay);
  };
  return { now, today: () => date };
}

/** A clock for tests, moved by hand. */
export function manualClock(start: Date): Clock & { set(instant: Date): void; advance(ms: number): void } {
  let current = start;
  return {
    now: () => current,
    today: () => vietnamDate(current),
    set: (instant) => {
      current = instant;
    },
    advance: (ms) => {
      current = new Date(current.getTime() + ms);
    },
  };
}
