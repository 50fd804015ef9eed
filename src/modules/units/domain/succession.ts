import { addDays, type CalendarDate } from '../../../kernel/dates.ts';
import type { Succession } from './unit.ts';

/**
 * Who carries the work of `unitId` on `date`: follows the successions that have begun by then through every later merger
 * and split, and answers the ids at the ends, in the order met. A unit stays a carrier until a succession that it did not
 * outlive: one that only gave a part away, or that was closed with nobody after it, answers itself.
 */
export function successorsOn(
  unitId: string,
  date: CalendarDate,
  successions: readonly Succession[],
  standsOn: (unitId: string, date: CalendarDate) => boolean,
): string[] {
  const seen = new Set<string>();
  const ends: string[] = [];
  const follow = (id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    const begun = successions.filter((one) => one.from === id && one.on <= date);
    if (begun.every((one) => standsOn(id, one.on))) ends.push(id);
    for (const one of begun) follow(one.to);
  };
  follow(unitId);
  return ends;
}

/** Ids of every unit whose work `unitId` carries on `date`, at any distance, without itself. */
export function predecessorsOn(
  unitId: string,
  date: CalendarDate,
  successions: readonly Succession[],
): string[] {
  const seen = new Set([unitId]);
  const queue = [unitId];
  for (let id = queue.shift(); id !== undefined; id = queue.shift())
    for (const one of successions)
      if (one.to === id && one.on <= date && !seen.has(one.from)) {
        seen.add(one.from);
        queue.push(one.from);
      }
  seen.delete(unitId);
  return [...seen];
}

/** Successions whose giver did not stand the day before, or whose receiver does not stand on the day. */
export function brokenSuccessions(
  successions: readonly Succession[],
  standsOn: (unitId: string, date: CalendarDate) => boolean,
): Succession[] {
  return successions.filter((one) => !standsOn(one.from, addDays(one.on, -1)) || !standsOn(one.to, one.on));
}
