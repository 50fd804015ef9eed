import { type CalendarDate, endOfDay } from '../../../kernel/dates.ts';
import { type Fragment, sql } from '../../../kernel/db/sql.ts';
import type { StateDay } from '../domain/state.ts';

const WORK_COLUMNS = sql`id, task_id, plan_id, year, unit_id, dimension, accepting_unit_id, occurrence, is_request, due_on, due_sort,
  due_expression, due_calendar, due_explained_vi, due_explained_en, progress, done_on, progress_at, revision, changed_at,
  baseline_due_on, added_version, dropped_version, responsible_person_id, responsible_title, internal_due_on, quantity,
  clock_kind, clock_due_on, clock_calendar, clock_explained_vi, clock_explained_en, override_state, override_until,
  waits_for_event, is_own`;

/** Rows that stood at the end of the day. Said outside the union: PostgreSQL then reads both tables in the order of an index. */
function stoodAt(rows: Fragment, day: CalendarDate): Fragment {
  const end = endOfDay(day);
  return sql`${rows}.changed_at < ${end}::timestamptz and ${rows}.until >= ${end}::timestamptz`;
}

/** The work that the first issue gave, each with the due it promised. */
function firstWorkOf(source: Fragment): Fragment {
  return sql`(select a.id, a.task_id, a.plan_id, a.year, a.unit_id, a.dimension, a.accepting_unit_id, a.occurrence, a.is_request,
      a.baseline_due_on as due_on, coalesce(a.baseline_due_on, date '9999-12-31') as due_sort, a.progress, a.done_on,
      a.override_state, a.override_until, a.clock_kind, a.clock_due_on, a.added_version, a.dropped_version, a.baseline_due_on,
      a.responsible_person_id, a.responsible_title, a.waits_for_event, a.is_own
    from ${source} where a.added_version = 1) a`;
}

/**
 * `assignments_assignment a` as it stands, or as it stood at the end of `day.asOf`: rows unchanged since, and the past of
 * those that changed; against the first version, what it gave and with which dues. Every query about work reads from here.
 */
export function workOf(day: Pick<StateDay, 'asOf' | 'against'>): Fragment {
  if (day.against === 'first') return firstWorkOf(workOf({ asOf: day.asOf }));
  if (day.asOf === null) return sql`assignments_assignment a`;
  return sql`(select * from (
    select ${WORK_COLUMNS}, 'infinity'::timestamptz as until from assignments_assignment
    union all select ${WORK_COLUMNS}, until from assignments_assignment_past
  ) w where ${stoodAt(sql`w`, day.asOf)}) a`;
}

const TASK_COLUMNS = sql`id, plan_id, year, plan_title, code, clause_path, dimension, sub_dimension, position, words, products,
  lead_unit_id, lead_name, coordinators, due_words, tags, priority, search, due, plan_version, origin, changed_at, previous_task_id,
  withdrawn_on`;

/** `assignments_task t`, likewise: its words as the plan had them on that day. */
export function tasksOf(day: Pick<StateDay, 'asOf'>): Fragment {
  if (day.asOf === null) return sql`assignments_task t`;
  return sql`(select * from (
    select ${TASK_COLUMNS}, 'infinity'::timestamptz as until from assignments_task
    union all select ${TASK_COLUMNS}, until from assignments_task_past
  ) k where ${stoodAt(sql`k`, day.asOf)}) t`;
}
