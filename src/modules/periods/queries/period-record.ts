import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { type Fragment, query, type RowOf, sql } from '../../../kernel/db/sql.ts';
import type { Message } from '../../../kernel/i18n.ts';
import { type Change, changeSchema } from '../domain/changes.ts';
import { periodLimits } from '../limits.ts';

export interface RecordedChange {
  readonly kind: 'made' | 'corrected' | 'calendar';
  readonly change: Change;
  readonly reason: string;
  readonly personName: string;
  readonly at: Date;
}

const changeRow = { kind: 'text', days: 'json', reason: 'text', personName: 'text', at: 'instant' } as const;

/** What happened to the days of a period, the latest first; `asOf` leaves out what was recorded from that instant on. */
export async function changesOf(db: Db, periodId: string, asOf: Date | null): Promise<RecordedChange[]> {
  const rows = await db.rows(query(changeRow)`
    select kind, days, reason, person_name as "personName", recorded_at as at from periods_change
    where period_id = ${periodId} and recorded_at < coalesce(${asOf}::timestamptz, 'infinity')
    order by seq desc limit ${periodLimits.history_rows}`);
  return rows.map(({ days, kind, ...row }) => ({
    ...row,
    kind: kind as RecordedChange['kind'],
    change: changeSchema.parse(days),
  }));
}

export interface Extension {
  readonly id: string;
  readonly periodCode: string;
  readonly periodName: Message;
  readonly unitId: string;
  readonly lineage: readonly string[];
  readonly askedUntilOn: CalendarDate;
  readonly reason: string;
  readonly askedBy: {
    readonly personId: string;
    readonly name: string;
    readonly title: string;
    readonly at: Date;
  };
  /** `null` while it waits. */
  readonly answer: {
    readonly outcome: 'approved' | 'refused';
    readonly untilOn: CalendarDate | null;
    readonly reason: string;
    readonly name: string;
    readonly title: string;
    readonly at: Date;
  } | null;
}

const extensionRow = {
  id: 'uuid',
  periodCode: 'text',
  nameVi: 'text',
  nameEn: 'text',
  unitId: 'uuid',
  lineage: 'uuid[]',
  askedUntilOn: 'date',
  reason: 'text',
  askerId: 'uuid',
  askerName: 'text',
  askerTitle: 'text',
  askedAt: 'instant',
  outcome: 'text?',
  untilOn: 'date?',
  answerReason: 'text?',
  answererName: 'text?',
  answererTitle: 'text?',
  answeredAt: 'instant?',
} as const;

async function selectExtensions(
  db: Db,
  where: Fragment,
  today: CalendarDate,
  asOf: Date | null,
): Promise<Extension[]> {
  const until = sql`coalesce(${asOf}::timestamptz, 'infinity')`;
  const rows = await db.rows(query(extensionRow)`
    select e.id, p.code as "periodCode", p.name_vi as "nameVi", p.name_en as "nameEn", e.unit_id as "unitId",
      units_lineage(e.unit_id, ${today}::date) as lineage, e.asked_until_on as "askedUntilOn", e.reason,
      e.person_id as "askerId", e.person_name as "askerName", e.person_title as "askerTitle", e.asked_at as "askedAt",
      a.outcome, a.until_on as "untilOn", a.reason as "answerReason", a.person_name as "answererName",
      a.person_title as "answererTitle", a.answered_at as "answeredAt"
    from periods_extension e join periods_period p on p.id = e.period_id
    left join periods_extension_answer a on a.extension_id = e.id and a.answered_at < ${until}
    where e.asked_at < ${until} and ${where}
    order by e.asked_at desc, e.id desc limit ${periodLimits.history_rows}`);
  return rows.map(toExtension);
}

function toExtension(row: RowOf<typeof extensionRow>): Extension {
  const { outcome, answeredAt } = row;
  return {
    id: row.id,
    periodCode: row.periodCode,
    periodName: { vi: row.nameVi, en: row.nameEn },
    unitId: row.unitId,
    lineage: row.lineage,
    askedUntilOn: row.askedUntilOn,
    reason: row.reason,
    askedBy: { personId: row.askerId, name: row.askerName, title: row.askerTitle, at: row.askedAt },
    answer:
      outcome === null || answeredAt === null
        ? null
        : {
            outcome: outcome === 'approved' ? 'approved' : 'refused',
            untilOn: row.untilOn,
            reason: row.answerReason ?? '',
            name: row.answererName ?? '',
            title: row.answererTitle ?? '',
            at: answeredAt,
          },
  };
}

/** Every extension asked for in a period, the latest first: all units of the tenant read them. */
export function extensionsOf(
  db: Db,
  periodId: string,
  today: CalendarDate,
  asOf: Date | null,
): Promise<Extension[]> {
  return selectExtensions(db, sql`e.period_id = ${periodId}::uuid`, today, asOf);
}

/** Every extension that awaits an answer, whose it is decided by the policy. */
export function waitingExtensions(db: Db, today: CalendarDate): Promise<Extension[]> {
  return selectExtensions(db, sql`a.extension_id is null`, today, null);
}

export async function extensionById(db: Db, id: string, today: CalendarDate): Promise<Extension | undefined> {
  return (await selectExtensions(db, sql`e.id = ${id}::uuid`, today, null))[0];
}

export interface Reopening {
  readonly id: string;
  /** `null`: for every unit. */
  readonly unitId: string | null;
  readonly untilOn: CalendarDate;
  readonly reason: string;
  readonly personName: string;
  readonly at: Date;
  readonly endedAt: Date | null;
  readonly endedByName: string | null;
}

const reopeningRow = {
  id: 'uuid',
  unitId: 'uuid?',
  untilOn: 'date',
  reason: 'text',
  personName: 'text',
  at: 'instant',
  endedAt: 'instant?',
  endedByName: 'text?',
} as const;

/** Every reopening of a period, the latest first. */
export function reopeningsOf(db: Db, periodId: string, asOf: Date | null): Promise<Reopening[]> {
  const until = sql`coalesce(${asOf}::timestamptz, 'infinity')`;
  return db.rows(query(reopeningRow)`
    select r.id, r.unit_id as "unitId", r.until_on as "untilOn", r.reason, r.person_name as "personName", r.made_at as at,
      n.ended_at as "endedAt", n.person_name as "endedByName"
    from periods_reopening r left join periods_reopening_end n on n.reopening_id = r.id and n.ended_at < ${until}
    where r.period_id = ${periodId}::uuid and r.made_at < ${until}
    order by r.made_at desc, r.id desc limit ${periodLimits.history_rows}`);
}
