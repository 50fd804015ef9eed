import { type CalendarDate, endOfDay } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { type Fragment, joinSql, query, sql } from '../../../kernel/db/sql.ts';
import { eventOf, type ReportEvent } from '../domain/event-facts.ts';
import { courseOf } from '../domain/replay.ts';
import { type ReportCourse, type ReportKind, type ReportState, reportState } from '../domain/report.ts';

/** The day that is read, and the end up to which what was recorded counts; `null` reads what stands now. */
export interface ReadDay {
  readonly today: CalendarDate;
  readonly asOf: CalendarDate | null;
}

/** The first instant that no longer counts on the day that is read. */
export const endOfReading = (asOf: CalendarDate | null): Date | null =>
  asOf === null ? null : endOfDay(asOf);

const reportRow = {
  id: 'uuid',
  kind: 'text',
  unitId: 'uuid',
  periodCode: 'text',
  planId: 'uuid',
  askerUnitId: 'uuid',
  isRequest: 'bool',
  lineage: 'uuid[]',
  askerLineage: 'uuid[]',
} as const;

const eventRow = {
  id: 'uuid',
  reportId: 'uuid',
  kind: 'text',
  recordedAt: 'instant',
  personId: 'uuid?',
  personName: 'text',
  personTitle: 'text',
  note: 'text',
  facts: 'json',
} as const;

/** One report: whose it is, and how it stands on the day that is read. */
export interface Report {
  readonly id: string;
  readonly kind: ReportKind;
  readonly unitId: string;
  readonly periodCode: string;
  readonly planId: string;
  readonly askerUnitId: string;
  /** Of a body outside the executive, which is only asked. */
  readonly isRequest: boolean;
  readonly lineage: readonly string[];
  readonly askerLineage: readonly string[];
  readonly course: ReportCourse;
  readonly state: ReportState;
  /** Some version was submitted. */
  readonly isSubmitted: boolean;
}

export interface ReportFilter {
  readonly ids?: readonly string[];
  readonly kinds?: readonly ReportKind[];
  readonly unitIds?: readonly string[];
  readonly periodCodes?: readonly string[];
}

function where({ ids, kinds, unitIds, periodCodes }: ReportFilter): Fragment {
  const conditions = [sql`true`];
  if (ids) conditions.push(sql`r.id = any(${ids}::uuid[])`);
  if (kinds) conditions.push(sql`r.kind = any(${kinds}::text[])`);
  if (unitIds) conditions.push(sql`r.unit_id = any(${unitIds}::uuid[])`);
  if (periodCodes) conditions.push(sql`r.period_code = any(${periodCodes}::text[])`);
  return joinSql(conditions, ' and ');
}

/** The place in the tree on the day that is read; of a unit that has ended the place it had when the report was begun. */
function lineageOf(unit: Fragment, today: CalendarDate): Fragment {
  return sql`coalesce(nullif(units_lineage(${unit}, ${today}::date), '{}'),
    units_lineage(${unit}, (r.made_at at time zone 'Asia/Ho_Chi_Minh')::date))`;
}

async function eventsOf(db: Db, ids: readonly string[], end: Date | null) {
  return db.rows(query(eventRow)`
    select id, report_id as "reportId", kind, recorded_at as "recordedAt", person_id as "personId", person_name as "personName",
      person_title as "personTitle", note, facts
    from reports_event
    where report_id = any(${ids}::uuid[]) and (${end}::timestamptz is null or recorded_at < ${end}::timestamptz)
    order by report_id, seq`);
}

function readEvent(row: Awaited<ReturnType<typeof eventsOf>>[number]): ReportEvent {
  const { kind, facts, recordedAt, personId, personName, personTitle, note } = row;
  return eventOf(kind, facts, { recordedAt, personId, personName, personTitle, note });
}

/** Reports as they stood on the day; those begun later are missing. Two statements; in no particular order. */
export async function reportsOf(db: Db, filter: ReportFilter, day: ReadDay): Promise<Report[]> {
  const rows = await db.rows(query(reportRow)`
    select r.id, r.kind, r.unit_id as "unitId", r.period_code as "periodCode", r.plan_id as "planId",
      r.asker_unit_id as "askerUnitId", r.is_request as "isRequest", ${lineageOf(sql`r.unit_id`, day.today)} as lineage,
      ${lineageOf(sql`r.asker_unit_id`, day.today)} as "askerLineage"
    from reports_report r where ${where(filter)}`);
  const ids = rows.map((row) => row.id);
  const byReport = Map.groupBy(await eventsOf(db, ids, endOfReading(day.asOf)), (event) => event.reportId);
  return rows.flatMap((row) => {
    const own = byReport.get(row.id);
    if (!own) return [];
    const course = courseOf(own.map(readEvent));
    const kind = row.kind as ReportKind;
    const isSubmitted = course.submissions.length > 0;
    return [{ ...row, kind, course, state: reportState(course), isSubmitted }];
  });
}

/** One report as it stood on the day; `undefined` when there is none, or nobody had begun it by then. */
export async function reportById(db: Db, id: string, day: ReadDay): Promise<Report | undefined> {
  return (await reportsOf(db, { ids: [id] }, day))[0];
}

export type RecordedEvent = ReportEvent & { readonly id: string };

/** Everything that had happened to a report by the end of the day that is read, oldest first. */
export async function historyOf(db: Db, id: string, day: Pick<ReadDay, 'asOf'>): Promise<RecordedEvent[]> {
  const rows = await eventsOf(db, [id], endOfReading(day.asOf));
  return rows.map((row) => ({ ...readEvent(row), id: row.id }));
}
