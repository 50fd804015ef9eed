import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import type { Message } from '../../../kernel/i18n.ts';
import type { ClockKind } from '../domain/clocks.ts';
import type { AnyKind } from '../domain/progress.ts';
import type { Progress, State, StateDay } from '../domain/state.ts';
import { tasksOf, workOf } from './source-sql.ts';
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
  previousTaskId: 'uuid?',
  withdrawnOn: 'date?',
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
  /** The task of last year's plan that this one goes on from. */
  readonly previousTaskId: string | null;
  /** The day its plan was withdrawn. */
  readonly withdrawnOn: CalendarDate | null;
}

export async function taskById(
  db: Db,
  id: string,
  day: Pick<StateDay, 'asOf'>,
): Promise<IssuedTaskFacts | undefined> {
  const row = await db.row(query(taskRow)`
    select t.id, plan_id as "planId", plan_title as "planTitle", year::int as year, code, clause_path as "clausePath",
      dimension::int as dimension, sub_dimension as "subDimension", words, products, lead_unit_id as "leadUnitId",
      lead_name as "leadName", coordinators, due_words as "dueWords", tags,
      previous_task_id as "previousTaskId", withdrawn_on as "withdrawnOn"
    from ${tasksOf(day)} where t.id = ${id}`);
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
  revision: 'int',
  quantity: 'numeric?',
  responsiblePersonId: 'uuid?',
  responsibleTitle: 'text?',
  internalDueOn: 'date?',
  clockKind: 'text?',
  clockDueOn: 'date?',
  clockVi: 'text?',
  clockEn: 'text?',
  overrideState: 'text?',
  overrideUntil: 'date?',
  waitsForEvent: 'bool',
  isOwn: 'bool',
  droppedVersion: 'int?',
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
  /** What a form made from this carries, so that the second of two writers is told. */
  readonly revision: number;
  /** What the last report counted. */
  readonly quantity: number | null;
  readonly responsiblePersonId: string | null;
  readonly responsibleTitle: string | null;
  /** The unit's own day, from its plan. */
  readonly internalDueOn: CalendarDate | null;
  /** Who has to move now: the acceptor or the unit. */
  readonly clock: {
    readonly kind: ClockKind;
    readonly dueOn: CalendarDate;
    readonly explanation: Message;
  } | null;
  /** A state set by hand, still standing on the day. */
  readonly override: { readonly state: State; readonly until: CalendarDate } | null;
  readonly waitsForEvent: boolean;
  /** Added by the unit's own plan. */
  readonly isOwn: boolean;
  /** The version of the plan from which on nobody asks for it; `null` while somebody does. */
  readonly droppedVersion: number | null;
}

export async function itemById(db: Db, id: string, day: StateDay): Promise<Item | undefined> {
  const row = await db.row(query(itemRow)`
    select a.id, a.task_id as "taskId", a.unit_id as "unitId", units_name(a.unit_id, ${day.today}::date) as "unitName",
      a.accepting_unit_id as "acceptingUnitId", units_name(a.accepting_unit_id, ${day.today}::date) as "acceptingName",
      units_lineage(a.unit_id, ${day.today}::date) as lineage,
      units_lineage(a.accepting_unit_id, ${day.today}::date) as "acceptingLineage",
      a.occurrence, a.is_request as "isRequest", a.due_on as "dueOn", a.due_explained_vi as "explainedVi",
      a.due_explained_en as "explainedEn", a.due_calendar as calendar, a.progress, ${stateColumn(day)} as state,
      a.done_on as "doneOn", a.revision, a.quantity, a.responsible_person_id as "responsiblePersonId",
      a.responsible_title as "responsibleTitle", a.internal_due_on as "internalDueOn", a.clock_kind as "clockKind",
      a.clock_due_on as "clockDueOn", a.clock_explained_vi as "clockVi", a.clock_explained_en as "clockEn",
      a.override_state as "overrideState", a.override_until as "overrideUntil", a.waits_for_event as "waitsForEvent",
      a.is_own as "isOwn", a.dropped_version as "droppedVersion"
    from ${workOf(day)} where a.id = ${id}`);
  if (!row) return undefined;
  const { clockKind, clockDueOn, clockVi, clockEn, overrideState, overrideUntil, quantity, ...rest } = row;
  const isOverridden = overrideUntil !== null && overrideUntil >= day.today;
  return {
    ...rest,
    progress: row.progress as Progress,
    state: row.state as State,
    quantity: quantity === null ? null : Number(quantity),
    clock:
      clockKind === null || clockDueOn === null
        ? null
        : {
            kind: clockKind as ClockKind,
            dueOn: clockDueOn,
            explanation: { vi: clockVi ?? '', en: clockEn ?? '' },
          },
    override: isOverridden ? { state: overrideState as State, until: overrideUntil } : null,
  };
}

const entryRow = {
  id: 'uuid',
  kind: 'text',
  happenedOn: 'date',
  recordedAt: 'instant',
  personName: 'text',
  unitName: 'text?',
  note: 'text',
  quantity: 'numeric?',
  details: 'json?',
} as const;

export interface Entry {
  readonly id: string;
  readonly kind: AnyKind;
  readonly happenedOn: CalendarDate;
  readonly recordedAt: Date;
  readonly personName: string;
  readonly unitName: string | null;
  readonly note: string;
  readonly quantity: number | null;
  /** Facts of the kind; read with `detailsOf` (domain/entry-details.ts). */
  readonly details: unknown;
}

/**
 * Everything said about an assignment, oldest first. On a day of the past also what was recorded later but speaks of a
 * day up to it: pages mark that as "ghi sau", and no state counts it.
 */
export async function entriesOf(db: Db, assignmentId: string, day: Pick<StateDay, 'asOf'>): Promise<Entry[]> {
  const rows = await db.rows(query(entryRow)`
    select id, kind, happened_on as "happenedOn", recorded_at as "recordedAt", person_name as "personName",
      units_name(unit_id, happened_on) as "unitName", note, quantity, details
    from assignments_entry
    where assignment_id = ${assignmentId} and (${day.asOf}::date is null or happened_on <= ${day.asOf}::date)
    order by seq`);
  return rows.map((row) => ({
    ...row,
    kind: row.kind as AnyKind,
    quantity: row.quantity === null ? null : Number(row.quantity),
  }));
}
