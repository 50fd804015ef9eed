import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { joinSql, query, sql } from '../../../kernel/db/sql.ts';
import type { Deadline } from '../../calendar/index.ts';

/** What a unit must look at because citizens saw something else, with its answer. */
export interface CheckLine {
  readonly id: string;
  readonly itemId: string;
  readonly unitId: string;
  readonly title: string;
  readonly placeId: string | null;
  readonly placeName: string | null;
  readonly openedAt: Date;
  readonly dueOn: CalendarDate;
  readonly due: Deadline;
  /** Says that are part of it, by what they say. */
  readonly notSeen: number;
  readonly wrong: number;
  readonly answer: {
    readonly outcome: 'stands' | 'put_right' | 'corrected';
    readonly words: string;
    readonly personName: string;
    readonly recordedAt: Date;
  } | null;
}

export interface ChecksWanted {
  readonly itemIds?: readonly string[];
  readonly unitIds?: readonly string[];
  readonly onlyOpen?: boolean;
  /** As recorded before this instant; `null`: now. */
  readonly asOf: Date | null;
}

/** Checks that fit, newest first, in one statement. */
export async function checksOf(db: Db, wanted: ChecksWanted): Promise<CheckLine[]> {
  const { asOf } = wanted;
  const where = [sql`(${asOf}::timestamptz is null or c.opened_at < ${asOf}::timestamptz)`];
  if (wanted.itemIds) where.push(sql`c.item_id = any(${wanted.itemIds}::uuid[])`);
  if (wanted.unitIds) where.push(sql`i.unit_id = any(${wanted.unitIds}::uuid[])`);
  if (wanted.onlyOpen) where.push(sql`a.id is null`);
  const rows = await db.rows(query({
    id: 'uuid',
    itemId: 'uuid',
    unitId: 'uuid',
    title: 'text',
    placeId: 'uuid?',
    placeName: 'text?',
    openedAt: 'instant',
    dueOn: 'date',
    due: 'json',
    notSeen: 'int',
    wrong: 'int',
    outcome: 'text?',
    words: 'text?',
    personName: 'text?',
    recordedAt: 'instant?',
  } as const)`
    select c.id, c.item_id as "itemId", i.unit_id as "unitId", i.title, c.place_id as "placeId", p.name as "placeName",
      c.opened_at as "openedAt", c.due_on as "dueOn", c.due, s."notSeen", s.wrong, a.outcome, a.words,
      a.person_name as "personName", a.recorded_at as "recordedAt"
    from disclosure_check c join disclosure_item i on i.id = c.item_id
      join disclosure_say f on f.id = c.first_say_id
      left join disclosure_place p on p.id = c.place_id
      left join disclosure_answer a on a.check_id = c.id
        and (${asOf}::timestamptz is null or a.recorded_at < ${asOf}::timestamptz)
      cross join lateral (
        select (count(*) filter (where w.verdict = 'not_seen'))::integer as "notSeen",
          (count(*) filter (where w.verdict = 'wrong'))::integer as wrong
        from disclosure_say w
        where w.item_id = c.item_id and w.place_id is not distinct from c.place_id and w.seq >= f.seq
          and (a.recorded_at is null or w.recorded_at <= a.recorded_at)
          and (${asOf}::timestamptz is null or w.recorded_at < ${asOf}::timestamptz)
      ) s
    where ${joinSql(where, ' and ')}
    order by c.opened_at desc, c.id desc`);
  return rows.map(({ outcome, words, personName, recordedAt, ...row }) => ({
    ...row,
    due: row.due as Deadline,
    answer:
      outcome && recordedAt
        ? {
            outcome: outcome as 'stands',
            words: words ?? '',
            personName: personName ?? '',
            recordedAt,
          }
        : null,
  }));
}
