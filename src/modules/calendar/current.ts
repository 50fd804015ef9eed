import type { Db, Tx } from '../../kernel/db/database.ts';
import { keptUntilChanged } from '../../kernel/db/kept.ts';
import { calendarOf, type HolidaysFile, type WorkCalendar } from './domain/work-calendar.ts';
import { calendarLimits } from './limits.ts';
import { shippedCalendar, shippedFile } from './shipped.ts';
import { contentOf, holdCalendar, newestVersion } from './store.ts';

/** Parsed calendars by the id of their version, which never changes; the one used longest ago leaves first. */
const kept = new Map<string, WorkCalendar>();

const newest = keptUntilChanged('calendar', 1, async (db: Db) => (await newestVersion(db)) ?? null);

/**
 * The calendar in force for a tenant: the newest version it applied, else the program's. A version is parsed once a
 * process.
 */
export async function currentCalendar(db: Db): Promise<WorkCalendar> {
  const version = await newest(db, '');
  if (!version) return shippedCalendar();
  const calendar = kept.get(version.id) ?? calendarOf(await contentOf(db, version.id));
  kept.delete(version.id);
  kept.set(version.id, calendar);
  const [oldest] = kept.keys();
  if (kept.size > calendarLimits.calendars_kept && oldest !== undefined) kept.delete(oldest);
  return calendar;
}

/**
 * The calendar in force, held: no other version is applied before this transaction ends. For writing computed deadlines,
 * which a version applied at the same moment would otherwise miss.
 */
export async function heldCalendar(tx: Tx): Promise<WorkCalendar> {
  await holdCalendar(tx);
  return currentCalendar(tx);
}

/** The file behind the calendar in force, with its place among the versions (0: the program's). */
export async function currentFile(db: Db): Promise<{ ordinal: number; file: HolidaysFile }> {
  const version = await newestVersion(db);
  if (!version) return { ordinal: 0, file: shippedFile() };
  return { ordinal: version.ordinal, file: await contentOf(db, version.id) };
}
