import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import type { FindingEventKind } from '../domain/finding.ts';
import type { NewInspectionEvent } from '../store.ts';
import { recordedBy } from './inspections-sql.ts';

export interface InspectionEvent {
  readonly kind: NewInspectionEvent['kind'];
  readonly heldOn: CalendarDate | null;
  readonly words: string;
  readonly personName: string;
  readonly recordedAt: Date;
}

/** What happened to an inspection, in order. */
export async function inspectionHistory(db: Db, id: string, asOf: Date | null): Promise<InspectionEvent[]> {
  const rows = await db.rows(query({
    kind: 'text',
    heldOn: 'date?',
    words: 'text',
    personName: 'text',
    recordedAt: 'instant',
  } as const)`
    select e.kind, e.held_on as "heldOn", e.words, e.person_name as "personName", e.recorded_at as "recordedAt"
    from inspections_event e where e.inspection_id = ${id}::uuid and ${recordedBy(asOf)} order by e.seq`);
  return rows.map((row) => ({ ...row, kind: row.kind as InspectionEvent['kind'] }));
}

export interface FindingEvent {
  readonly kind: FindingEventKind;
  readonly dueOn: CalendarDate | null;
  readonly words: string;
  /** The re-inspection during which it was recorded. */
  readonly inspectionId: string | null;
  readonly personName: string;
  readonly recordedAt: Date;
}

/** What happened to a finding, in order. */
export async function findingHistory(db: Db, id: string, asOf: Date | null): Promise<FindingEvent[]> {
  const rows = await db.rows(query({
    kind: 'text',
    dueOn: 'date?',
    words: 'text',
    inspectionId: 'uuid?',
    personName: 'text',
    recordedAt: 'instant',
  } as const)`
    select e.kind, e.due_on as "dueOn", e.words, e.inspection_id as "inspectionId", e.person_name as "personName",
      e.recorded_at as "recordedAt"
    from inspections_finding_event e where e.finding_id = ${id}::uuid and ${recordedBy(asOf)} order by e.seq`);
  return rows.map((row) => ({ ...row, kind: row.kind as FindingEventKind }));
}

/** The people of a team, in the order of the decision. */
export function teamOf(db: Db, inspectionId: string): Promise<{ name: string; duty: string }[]> {
  return db.rows(query({ name: 'text', duty: 'text' } as const)`
    select m.name, m.duty from inspections_member m where m.inspection_id = ${inspectionId}::uuid order by m.position`);
}

/** The re-inspections that look at a finding again, latest first; who may see each is the caller's to ask. */
export async function carriedInto(db: Db, findingId: string): Promise<string[]> {
  const rows = await db.rows(query({ id: 'uuid' })`
    select c.inspection_id as id from inspections_carried c where c.finding_id = ${findingId}::uuid
    order by c.inspection_id desc`);
  return rows.map(({ id }) => id);
}
