import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import type { Progress, State, StateDay } from '../domain/state.ts';
import { stateColumn } from './state-sql.ts';

const taskRow = {
  id: 'uuid',
  planId: 'uuid',
  planTitle: 'text',
  year: 'int',
  code: 'text',
  clausePath: 'text?',
  dimension: 'int',
  subDimension: 'text?',
  words: 'text',
  products: 'json',
  leadUnitId: 'uuid?',
  leadName: 'text',
  coordinators: 'text[]',
  dueWords: 'text',
  tags: 'text[]',
} as const;

/** A task as it was issued. */
export interface IssuedTaskFacts {
  readonly id: string;
  readonly planId: string;
  readonly planTitle: string;
  readonly year: number;
  readonly code: string;
  readonly clausePath: string | null;
  readonly dimension: number;
  readonly subDimension: string | null;
  readonly words: string;
  readonly products: readonly { readonly text: string; readonly type: string }[];
  readonly leadUnitId: string | null;
  readonly leadName: string;
  readonly coordinators: readonly string[];
  readonly dueWords: string;
  readonly tags: readonly string[];
}

export async function taskById(db: Db, id: string): Promise<IssuedTaskFacts | undefined> {
  const row = await db.row(query(taskRow)`
    select id, plan_id as "planId", plan_title as "planTitle", year::int as year, code, clause_path as "clausePath",
      dimension::int as dimension, sub_dimension as "subDimension", words, products, lead_unit_id as "leadUnitId",
      lead_name as "leadName", coordinators, due_words as "dueWords", tags
    from assignments_task where id = ${id}`);
  return row && { ...row, products: row.products as IssuedTaskFacts['products'] };
}

const itemRow = {
  id: 'uuid',
  taskId: 'uuid',
  unitId: 'uuid',
  unitName: 'text',
  acceptingUnitId: 'uuid',
  acceptingName: 'text',
  lineage: 'uuid[]',
  acceptingLineage: 'uuid[]',
  occurrence: 'text',
  isRequest: 'bool',
  dueOn: 'date?',
  explainedVi: 'text?',
  explainedEn: 'text?',
  calendar: 'text?',
  progress: 'text',
  state: 'text',
  doneOn: 'date?',
} as const;

/** One unit's part, with the places that decide rights over it. */
export interface Item {
  readonly id: string;
  readonly taskId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly acceptingUnitId: string;
  readonly acceptingName: string;
  readonly lineage: readonly string[];
  readonly acceptingLineage: readonly string[];
  readonly occurrence: string;
  readonly isRequest: boolean;
  readonly dueOn: CalendarDate | null;
  readonly explainedVi: string | null;
  readonly explainedEn: string | null;
  readonly calendar: string | null;
  readonly progress: Progress;
  readonly state: State;
  readonly doneOn: CalendarDate | null;
}

export async function itemById(db: Db, id: string, day: StateDay): Promise<Item | undefined> {
  const row = await db.row(query(itemRow)`
    select a.id, a.task_id as "taskId", a.unit_id as "unitId", units_name(a.unit_id, ${day.today}::date) as "unitName",
      a.accepting_unit_id as "acceptingUnitId", units_name(a.accepting_unit_id, ${day.today}::date) as "acceptingName",
      units_lineage(a.unit_id, ${day.today}::date) as lineage,
      units_lineage(a.accepting_unit_id, ${day.today}::date) as "acceptingLineage",
      a.occurrence, a.is_request as "isRequest", a.due_on as "dueOn", a.due_explained_vi as "explainedVi",
      a.due_explained_en as "explainedEn", a.due_calendar as calendar, a.progress, ${stateColumn(day)} as state,
      a.done_on as "doneOn"
    from assignments_assignment a where a.id = ${id}`);
  return row && { ...row, progress: row.progress as Progress, state: row.state as State };
}

const entryRow = {
  id: 'uuid',
  kind: 'text',
  happenedOn: 'date',
  recordedAt: 'instant',
  personName: 'text',
  unitName: 'text?',
  note: 'text',
} as const;

export interface Entry {
  readonly id: string;
  readonly kind: string;
  readonly happenedOn: CalendarDate;
  readonly recordedAt: Date;
  readonly personName: string;
  readonly unitName: string | null;
  readonly note: string;
}

/** Everything said about an assignment, oldest first. */
export function entriesOf(db: Db, assignmentId: string): Promise<Entry[]> {
  return db.rows(query(entryRow)`
    select id, kind, happened_on as "happenedOn", recorded_at as "recordedAt", person_name as "personName",
      units_name(unit_id, happened_on) as "unitName", note
    from assignments_entry where assignment_id = ${assignmentId} order by recorded_at, id`);
}
