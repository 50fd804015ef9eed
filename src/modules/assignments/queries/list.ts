import { type CalendarDate, isCalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import {
  type Fragment,
  joinSql,
  plannedEachTime,
  query,
  type Statement,
  sql,
} from '../../../kernel/db/sql.ts';
import { likePattern } from '../../../kernel/db/word-search.ts';
import type { UnitsOfDay } from '../../units/index.ts';
import type { Progress, State, StateDay } from '../domain/state.ts';
import { assignmentLimits } from '../limits.ts';
import { type GivenTo, isFollowedBy, isGivenTo } from './responsible-sql.ts';
import { inScope, type ResolvedScope } from './scope-sql.ts';
import { tasksOf, workOf } from './source-sql.ts';
import { hasAnyState, stateColumn } from './state-sql.ts';

export interface ListFilters {
  readonly planId?: string | undefined;
  readonly unitId?: string | undefined;
  readonly year?: number | undefined;
  readonly taskId?: string | undefined;
  /** Of tasks that this unit leads. */
  readonly leadUnitId?: string | undefined;
  readonly dimension?: number | undefined;
  readonly states?: readonly State[] | undefined;
  /** Work one of these units accepts. */
  readonly acceptingUnitIds?: readonly string[] | undefined;
  readonly unitIds?: readonly string[] | undefined;
  /** Given inside its unit to one of these, as its row says; an empty list finds nothing. */
  readonly givenTo?: readonly GivenTo[] | undefined;
  readonly followedBy?: string | undefined;
  /** Reported, and not answered within the time for it. */
  readonly answerLate?: boolean | undefined;
  /** Work of the plan alone, without what units add: as it is in force, or as first issued (read with `day.against`). */
  readonly against?: 'current' | 'first' | undefined;
  /** Words of the task, with or without diacritics. */
  readonly words?: string | undefined;
}

export type ListSort = 'due' | 'due_desc' | 'code';

/** Where the page before ended; opaque in addresses. */
export interface Cursor {
  readonly key: string;
  readonly id: string;
}

export interface ListPage {
  readonly rows: readonly ListRow[];
  readonly next: Cursor | null;
}

const listRow = {
  id: 'uuid',
  taskId: 'uuid',
  unitId: 'uuid',
  acceptingUnitId: 'uuid',
  code: 'text',
  clausePath: 'text?',
  words: 'text',
  dimension: 'int',
  occurrence: 'text',
  isRequest: 'bool',
  dueOn: 'date?',
  dueWords: 'text',
  leadName: 'text',
  progress: 'text',
  state: 'text',
  sortKey: 'text',
  total: 'int?',
} as const;

export interface ListRow {
  readonly id: string;
  readonly taskId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly acceptingUnitId: string;
  readonly code: string;
  readonly clausePath: string | null;
  readonly words: string;
  readonly dimension: number;
  readonly occurrence: string;
  readonly isRequest: boolean;
  readonly dueOn: CalendarDate | null;
  readonly dueWords: string;
  readonly leadName: string;
  readonly progress: Progress;
  readonly state: State;
  readonly sortKey: string;
}

/** What makes an assignment `a` one of the list. */
export function conditions(filters: ListFilters, scope: ResolvedScope, day: StateDay): Fragment[] {
  const out: Fragment[] = [inScope(scope)];
  if (filters.planId !== undefined) out.push(sql`a.plan_id = ${filters.planId}`);
  if (filters.year !== undefined) out.push(sql`a.year = ${filters.year}`);
  if (filters.unitId !== undefined) out.push(sql`a.unit_id = ${filters.unitId}`);
  if (filters.unitIds !== undefined) out.push(sql`a.unit_id = any(${filters.unitIds}::uuid[])`);
  if (filters.taskId !== undefined) out.push(sql`a.task_id = ${filters.taskId}`);
  if (filters.leadUnitId !== undefined)
    out.push(
      sql`a.task_id in (select id from assignments_task where lead_unit_id = ${filters.leadUnitId}::uuid)`,
    );
  if (filters.dimension !== undefined) out.push(sql`a.dimension = ${filters.dimension}`);
  if (filters.givenTo !== undefined) out.push(isGivenTo(filters.givenTo));
  if (filters.followedBy !== undefined) out.push(isFollowedBy(filters.followedBy));
  if (filters.acceptingUnitIds !== undefined)
    out.push(sql`a.accepting_unit_id = any(${filters.acceptingUnitIds}::uuid[])`);
  if (filters.against !== undefined) out.push(sql`not a.is_own`);
  if (filters.against === 'current') out.push(sql`a.dropped_version is null`);
  if (filters.answerLate) out.push(sql`(a.clock_kind = 'answer' and a.clock_due_on < ${day.today}::date)`);
  if (filters.states !== undefined && filters.states.length > 0) out.push(hasAnyState(filters.states, day));
  if (filters.words !== undefined && filters.words.trim() !== '')
    out.push(
      sql`a.task_id in (select id from assignments_task where search like ${likePattern(filters.words)})`,
    );
  return out;
}

const SORTS: Record<
  ListSort,
  {
    readonly key: Fragment;
    readonly order: Fragment;
    /** Whether a cursor's key is one of this order; one kept from another order means the first page. */
    holds(key: string): boolean;
    after(cursor: Cursor): Fragment;
  }
> = {
  due: {
    key: sql`a.due_sort::text`,
    order: sql`a.due_sort, a.id`,
    holds: isCalendarDate,
    after: (cursor) => sql`(a.due_sort, a.id) > (${cursor.key}::date, ${cursor.id}::uuid)`,
  },
  due_desc: {
    key: sql`a.due_sort::text`,
    order: sql`a.due_sort desc, a.id desc`,
    holds: isCalendarDate,
    after: (cursor) => sql`(a.due_sort, a.id) < (${cursor.key}::date, ${cursor.id}::uuid)`,
  },
  code: {
    key: sql`t.position::text`,
    order: sql`t.position, a.id`,
    holds: (key) => /^\d{1,9}$/.test(key),
    after: (cursor) => sql`(t.position, a.id) > (${cursor.key}::int, ${cursor.id}::uuid)`,
  },
};

/** On which day the list is read, what the reader may see, and the units by name. */
export interface ListReading {
  readonly day: StateDay;
  readonly scope: ResolvedScope;
  readonly units: Pick<UnitsOfDay, 'names'>;
}

/** How rare the words are decides the plan, so a search is planned anew; other lists keep theirs. */
function planned<Row>(filters: ListFilters, statement: Statement<Row>): Statement<Row> {
  return filters.words === undefined ? statement : plannedEachTime(statement);
}

export interface PageWanted {
  readonly sort: ListSort;
  readonly after: Cursor | null;
  readonly size: number;
}

/** How many there are, counted up to a cap: beyond it a list says "hơn 1.000". */
export interface Counted {
  readonly count: number;
  readonly capped: boolean;
}

const counted = (count: number): Counted => {
  const cap = assignmentLimits.counted_rows;
  return { count: Math.min(count, cap), capped: count > cap };
};

function countOf(filters: ListFilters, scope: ResolvedScope, day: StateDay): Fragment {
  return sql`(select count(*)::int from (
    select 1 from ${workOf(day)} where ${joinSql(conditions(filters, scope, day), ' and ')}
    limit ${assignmentLimits.counted_rows + 1}) counted)`;
}

async function pageOf(
  db: Db,
  filters: ListFilters,
  { scope, day, units }: ListReading,
  page: PageWanted,
  total: Fragment,
): Promise<ListPage & { readonly total: number | null }> {
  const sort = SORTS[page.sort];
  const where = conditions(filters, scope, day);
  if (page.after && sort.holds(page.after.key)) where.push(sort.after(page.after));
  const statement = query(listRow)`
    select a.id, a.task_id as "taskId", a.unit_id as "unitId", a.accepting_unit_id as "acceptingUnitId", t.code,
      t.clause_path as "clausePath", t.words, a.dimension::int as dimension, a.occurrence, a.is_request as "isRequest",
      a.due_on as "dueOn", t.due_words as "dueWords", t.lead_name as "leadName", a.progress,
      ${stateColumn(day)} as state, ${sort.key} as "sortKey", ${total} as total
    from ${workOf(day)} join ${tasksOf(day)} on t.id = a.task_id
    where ${joinSql(where, ' and ')}
    order by ${sort.order}
    limit ${page.size + 1}`;
  const rows = await db.rows(planned(filters, statement));
  const kept = rows.slice(0, page.size).map(
    ({ total: _total, ...row }): ListRow => ({
      ...row,
      unitName: units.names.get(row.unitId) ?? '',
      progress: row.progress as Progress,
      state: row.state as State,
    }),
  );
  const last = kept.at(-1);
  return {
    rows: kept,
    next: rows.length > page.size && last ? { key: last.sortKey, id: last.id } : null,
    total: rows[0]?.total ?? null,
  };
}

/** One page of assignments, read from the place the page before ended, so that page 6,000 costs what page 1 costs. */
export function listAssignments(
  db: Db,
  filters: ListFilters,
  reading: ListReading,
  page: PageWanted,
): Promise<ListPage> {
  return pageOf(db, filters, reading, page, sql`null::int`);
}

/** The same with how many there are on all pages, in one statement. */
export async function countedAssignments(
  db: Db,
  filters: ListFilters,
  reading: ListReading,
  page: PageWanted,
): Promise<ListPage & { readonly total: Counted }> {
  const { scope, day } = reading;
  const found = await pageOf(db, filters, reading, page, countOf(filters, scope, day));
  if (found.total !== null || page.after === null) return { ...found, total: counted(found.total ?? 0) };
  // Nothing stands after the cursor any more, so no row brought the count.
  return { ...found, total: await countAssignments(db, filters, scope, day) };
}

/** How many the list holds. */
export async function countAssignments(
  db: Db,
  filters: ListFilters,
  scope: ResolvedScope,
  day: StateDay,
): Promise<Counted> {
  const statement = query({ count: 'int' } as const)`select ${countOf(filters, scope, day)} as count`;
  return counted((await db.one(planned(filters, statement))).count);
}
