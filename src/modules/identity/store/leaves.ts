import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db, Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import type { LeaveKind } from '../domain/leave.ts';

const leaveRow = {
  id: 'uuid',
  personId: 'uuid',
  personName: 'text',
  from: 'date',
  to: 'date',
  deputyId: 'uuid?',
  deputyName: 'text?',
  kind: 'text',
  recordedBy: 'text?',
  recordedAt: 'instant',
} as const;

export interface StoredLeave {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly from: CalendarDate;
  /** The last day, inclusive. */
  readonly to: CalendarDate;
  readonly deputyId: string | null;
  readonly deputyName: string | null;
  readonly kind: LeaveKind;
  /** Name of who recorded it; `null` for the operator at the machine. */
  readonly recordedBy: string | null;
  readonly recordedAt: Date;
}

const standing = sql`select l.id, l.person_id as "personId", p.full_name as "personName", lower(l.away) as "from",
    upper(l.away) - 1 as "to", l.deputy_id as "deputyId", d.full_name as "deputyName", l.kind,
    r.full_name as "recordedBy", l.recorded_at as "recordedAt"
  from identity_leave l join identity_person p on p.id = l.person_id
    left join identity_person d on d.id = l.deputy_id
    left join identity_person r on r.id = l.recorded_by
  where l.withdrawn_at is null`;

/** Leaves of these people that end on `day` or later, the first to begin first. */
export async function leavesOf(
  db: Db,
  personIds: readonly string[],
  day: CalendarDate,
): Promise<StoredLeave[]> {
  return (await db.rows(query(leaveRow)`${standing} and l.person_id = any(${[...personIds]}::uuid[])
    and upper(l.away) > ${day}::date order by lower(l.away), l.id`)) as StoredLeave[];
}

/** Leaves for which this person deputises, that end on `day` or later. */
export async function leavesDeputisedBy(db: Db, personId: string, day: CalendarDate): Promise<StoredLeave[]> {
  return (await db.rows(query(leaveRow)`${standing} and l.deputy_id = ${personId}
    and upper(l.away) > ${day}::date order by lower(l.away), l.id`)) as StoredLeave[];
}

/** A leave that was not withdrawn. */
export async function leaveById(db: Db, id: string): Promise<StoredLeave | undefined> {
  return (await db.row(query(leaveRow)`${standing} and l.id = ${id}`)) as StoredLeave | undefined;
}

export interface NewLeave {
  readonly id: string;
  readonly personId: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly deputyId: string | null;
  readonly kind: LeaveKind;
  readonly recordedBy: string | null;
}

export async function insertLeave(tx: Tx, leave: NewLeave, now: Date): Promise<void> {
  await tx.run(sql`insert into identity_leave (id, person_id, away, deputy_id, kind, recorded_at, recorded_by)
    values (${leave.id}, ${leave.personId}, daterange(${leave.from}::date, ${leave.to}::date, '[]'), ${leave.deputyId},
      ${leave.kind}, ${now}, ${leave.recordedBy})`);
}

export async function markWithdrawn(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.run(sql`update identity_leave set withdrawn_at = ${now} where id = ${id}`);
}
