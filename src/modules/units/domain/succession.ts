import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Succession } from './unit.ts';

/**
 * Who carries on the work of `unitId` on `date`: follows successions that have begun by then, through every later merger,
 * and answers the ids at the ends, in the order met. A unit that has passed nothing on by then answers itself. When a unit
 * continued beside its successors (part of it was split off), `stillStands` says so and it stands among the answers.
 */
export function successorsOn(
  unitId: string,
  date: CalendarDate,
  successions: readonly Succession[],
  stillStands: (unitId: string, date: CalendarDate) => boolean,
): string[] {
  const seen = new Set<string>();
  const ends: string[] = [];
  const follow = (id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    const next = successions.filter((one) => one.from === id && one.on <= date);
    if (next.length === 0 || stillStands(id, date)) ends.push(id);
    for (const one of next) follow(one.to);
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
