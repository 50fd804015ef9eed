import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Database } from '../../../kernel/db/database.ts';
import { changesSince } from '../queries/news.ts';
import { EVERYTHING, followers, letWait } from '../store/subscribers.ts';

/** Finds whom of the followers something new concerns, and lets an email wait for each: at most one a day. */
export async function gatherNews(
  db: Database,
  publicDb: Database,
  at: { readonly day: CalendarDate; readonly until: Date; readonly machineNow: Date },
): Promise<number> {
  const followed = await followers(db, at.day);
  const since = followed.reduce<Date | null>(
    (least, one) => (least === null || one.toldUntil < least ? one.toldUntil : least),
    null,
  );
  if (since === null) return 0;
  const lastChange = new Map<string, Date>();
  for (const { unitId, section, lastAt } of await changesSince(publicDb, { since, until: at.until }))
    for (const key of [`${unitId} ${section}`, `${unitId} ${EVERYTHING}`]) {
      const known = lastChange.get(key);
      if (!known || known < lastAt) lastChange.set(key, lastAt);
    }
  const ids = new Set<string>();
  for (const { id, unitId, section, toldUntil } of followed) {
    const changed = lastChange.get(`${unitId} ${section}`);
    if (changed && changed > toldUntil) ids.add(id);
  }
  if (ids.size === 0) return 0;
  return db.transaction((tx) => letWait(tx, [...ids], at.machineNow));
}
