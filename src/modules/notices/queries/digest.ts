import { type CalendarDate, startOfVietnamDay } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { type DueItem, type DueWork, dueWork } from '../../assignments/index.ts';
import { currentCalendar, type WorkCalendar, workingDaysBetween } from '../../calendar/index.ts';
import { digestKinds } from '../domain/choices.ts';
import { type Digest, type DigestWork, joinWork, unitsAtWork } from '../domain/digest.ts';
import { contentOf } from '../domain/kinds.ts';
import { deliveryLimits } from '../limits.ts';
import { addressedTo } from './addressed.ts';
import type { Recipient } from './audience.ts';
import { isUnread } from './unread.ts';

const DAY_MS = 86_400_000;
/** Digests are made at half past seven: what is newer than the last one's morning is new. */
const MORNING_MS = 7.5 * 3_600_000;

/** What all digests of a morning are made from. */
export interface Morning {
  readonly day: CalendarDate;
  readonly now: Date;
  readonly calendar: WorkCalendar;
  readonly work: ReadonlyMap<string, DueWork>;
  /** The day of each person's last digest. */
  readonly lastDigests: ReadonlyMap<string, CalendarDate>;
}

export async function readMorning(db: Db, day: CalendarDate, now: Date): Promise<Morning> {
  const calendar = await currentCalendar(db);
  const work = await dueWork(db, day, deliveryLimits.digest_lines);
  const rows = await db.rows(query({ personId: 'uuid', on: 'date' } as const)`
    select person_id as "personId", max(digest_on) as "on" from notices_mail where digest_on is not null
    group by person_id`);
  return { day, now, calendar, work, lastDigests: new Map(rows.map((row) => [row.personId, row.on])) };
}

const noticeRow = { kind: 'text', params: 'json', link: 'text', count: 'int' } as const;

/** The person's digest: unread notices since the last one (at most a week), and the work of the person's units. */
export async function digestFor(db: Db, person: Recipient, morning: Morning): Promise<Digest> {
  const { day, now, calendar, work } = morning;
  const last = morning.lastDigests.get(person.personId);
  const weekAgo = new Date(now.getTime() - 7 * DAY_MS);
  const since = last === undefined ? weekAgo : new Date(startOfVietnamDay(last).getTime() + MORNING_MS);
  const rows = await db.rows(query(noticeRow)`
    select n.kind, n.params, n.link, (count(*) over ())::int as count from notices_notice n
    where ${addressedTo(person.actor)} and n.made_at > ${since > weekAgo ? since : weekAgo}
      and n.kind = any(${digestKinds(person.preference)}::text[]) and ${isUnread(person.personId, now)}
    order by n.made_at desc, n.id desc limit ${deliveryLimits.digest_lines}`);
  const units = person.preference.topics.work.email === 'none' ? [] : [...unitsAtWork(person.actor)];
  const part = (which: keyof DueWork): DigestWork =>
    joinWork(
      units.map(([unitId, unitName]) => {
        const own = work.get(unitId)?.[which] ?? { count: 0, items: [] };
        return { count: own.count, lines: own.items.map((item) => lineOf(item, unitName, day, calendar)) };
      }),
      deliveryLimits.digest_lines,
    );
  return {
    day,
    notices: {
      count: rows[0]?.count ?? 0,
      items: rows.map((row) => ({ content: contentOf(row.kind, row.params), link: row.link })),
    },
    dueToday: part('dueToday'),
    late: part('late'),
  };
}

function lineOf(
  item: DueItem,
  unitName: string,
  day: CalendarDate,
  calendar: WorkCalendar,
): DigestWork['lines'][number] {
  const lateDays = item.dueOn < day ? workingDaysBetween(calendar, item.dueOn, day) : null;
  return { ...item, unitName, lateDays };
}
