import { type CalendarDate, endOfDay } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { type Fragment, query, sql } from '../../../kernel/db/sql.ts';
import { eventOf, type UnitPlanEvent } from '../domain/event-facts.ts';
import { courseOf, type UnitPlanCourse } from '../domain/replay.ts';
import { type UnitPlanState, unitPlanState } from '../domain/state.ts';

/** The day that is read, and the end up to which what was recorded counts; `null` reads what stands now. */
export interface ReadDay {
  readonly today: CalendarDate;
  readonly asOf: CalendarDate | null;
}

const planRow = {
  id: 'uuid',
  planId: 'uuid',
  unitId: 'uuid',
  issuerUnitId: 'uuid',
  isRequest: 'bool',
  lineage: 'uuid[]',
  issuerLineage: 'uuid[]',
} as const;

const eventRow = {
  id: 'uuid',
  obligationId: 'uuid',
  kind: 'text',
  happenedOn: 'date',
  recordedAt: 'instant',
  personName: 'text',
  note: 'text',
  facts: 'json',
} as const;

/** One unit's plan under one parent: whose it is, and how it stands on the day that is read. */
export interface UnitPlan {
  readonly id: string;
  readonly planId: string;
  readonly unitId: string;
  readonly issuerUnitId: string;
  /** A body outside the executive, which is only asked. */
  readonly isRequest: boolean;
  readonly lineage: readonly string[];
  readonly issuerLineage: readonly string[];
  readonly course: UnitPlanCourse;
  readonly state: UnitPlanState;
  /** Some version was issued. */
  readonly isIssued: boolean;
}

/** Which unit plans: one, those of a parent plan, or those of a unit. */
export type UnitPlanFilter =
  | { readonly id: string }
  | { readonly planId: string }
  | { readonly unitId: string };

function where(filter: UnitPlanFilter): Fragment {
  if ('id' in filter) return sql`o.id = ${filter.id}`;
  return 'planId' in filter ? sql`o.plan_id = ${filter.planId}` : sql`o.unit_id = ${filter.unitId}`;
}

/** What had been recorded by the end of the day that is read. */
function recordedBy(asOf: CalendarDate | null): Fragment {
  return asOf === null ? sql`true` : sql`recorded_at < ${endOfDay(asOf)}::timestamptz`;
}

function readEvent(row: {
  kind: string;
  facts: unknown;
  happenedOn: CalendarDate;
  recordedAt: Date;
  personName: string;
  note: string;
}): UnitPlanEvent {
  const { kind, facts, happenedOn, recordedAt, personName, note } = row;
  return eventOf(kind, facts, { happenedOn, recordedAt, personName, note });
}

/** Unit plans as they stood on the day; those that had not been asked for by then are missing. In no particular order. */
export async function unitPlans(db: Db, filter: UnitPlanFilter, day: ReadDay): Promise<UnitPlan[]> {
  const rows = await db.rows(query(planRow)`
    select o.id, o.plan_id as "planId", o.unit_id as "unitId", o.issuer_unit_id as "issuerUnitId", o.is_request as "isRequest",
      units_lineage(o.unit_id, ${day.today}::date) as lineage,
      units_lineage(o.issuer_unit_id, ${day.today}::date) as "issuerLineage"
    from unitplans_obligation o where ${where(filter)}`);
  const events = await db.rows(query(eventRow)`
    select id, obligation_id as "obligationId", kind, happened_on as "happenedOn", recorded_at as "recordedAt",
      person_name as "personName", note, facts
    from unitplans_event
    where obligation_id = any(${rows.map((row) => row.id)}::uuid[]) and ${recordedBy(day.asOf)}
    order by obligation_id, seq`);
  const byPlan = Map.groupBy(events, (event) => event.obligationId);
  return rows.flatMap((row) => {
    const own = byPlan.get(row.id);
    if (!own) return [];
    const course = courseOf(own.map(readEvent));
    return [{ ...row, course, state: unitPlanState(course), isIssued: course.versions.length > 0 }];
  });
}

/** One unit plan as it stood on the day; `undefined` when there is none, or it had not been asked for by then. */
export async function unitPlanById(db: Db, id: string, day: ReadDay): Promise<UnitPlan | undefined> {
  return (await unitPlans(db, { id }, day))[0];
}

export type RecordedEvent = UnitPlanEvent & { readonly id: string };

/**
 * Everything that happened to a unit plan, oldest first. On a day of the past also what was recorded later but speaks of a
 * day up to it: pages mark that, and no state counts it.
 */
export async function historyOf(db: Db, id: string, day: ReadDay): Promise<RecordedEvent[]> {
  const rows = await db.rows(query(eventRow)`
    select id, obligation_id as "obligationId", kind, happened_on as "happenedOn", recorded_at as "recordedAt",
      person_name as "personName", note, facts
    from unitplans_event
    where obligation_id = ${id} and (${day.asOf}::date is null or happened_on <= ${day.asOf}::date)
    order by seq`);
  return rows.map((row) => ({ ...readEvent(row), id: row.id }));
}
