import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db, Tx } from '../../../kernel/db/database.ts';
import { joinSql, plannedEachTime, query, sql } from '../../../kernel/db/sql.ts';
import type { ClockKind } from '../domain/clocks.ts';
import type { Progress, State, StateDay } from '../domain/state.ts';
import { conditions, type ListFilters, type ListReading } from './list.ts';
import { stateColumn } from './state-sql.ts';

const chosenRow = {
  id: 'uuid',
  planId: 'uuid',
  unitId: 'uuid',
  acceptingUnitId: 'uuid',
  code: 'text',
  clausePath: 'text?',
  words: 'text',
  occurrence: 'text',
  position: 'int',
  isRequest: 'bool',
  isOwn: 'bool',
  isDropped: 'bool',
  waitsForEvent: 'bool',
  dueOn: 'date?',
  progress: 'text',
  state: 'text',
  clockKind: 'text?',
  clockDueOn: 'date?',
  lastSeq: 'bigint',
} as const;

/** Work that somebody chose to do something about together. */
export interface ChosenWork {
  readonly id: string;
  readonly planId: string;
  readonly unitId: string;
  readonly acceptingUnitId: string;
  readonly code: string;
  readonly clausePath: string | null;
  /** The words of the task. */
  readonly words: string;
  readonly occurrence: string;
  /** The task's place in its plan. */
  readonly position: number;
  readonly isRequest: boolean;
  readonly isOwn: boolean;
  readonly isDropped: boolean;
  readonly waitsForEvent: boolean;
  readonly dueOn: CalendarDate | null;
  readonly progress: Progress;
  readonly state: State;
  /** Who has to move, and by when. */
  readonly clock: { readonly kind: ClockKind; readonly dueOn: CalendarDate } | null;
  /** The last entry of its history. */
  readonly lastSeq: number;
}

/** The ids of what a list holds, the first due first; at most `most`. */
export async function workIdsOf(
  db: Db,
  filters: ListFilters,
  { scope, day }: Pick<ListReading, 'scope' | 'day'>,
  most: number,
): Promise<string[]> {
  const rows = await db.rows(
    plannedEachTime(query({ id: 'uuid' } as const)`
      select a.id from assignments_assignment a
      where ${joinSql(conditions(filters, scope, day), ' and ')} order by a.due_sort, a.id limit ${most}`),
  );
  return rows.map((row) => row.id);
}

/**
 * Keeps work as it stands until the end of the transaction: whoever is changing it is waited for, whoever comes later
 * waits. In the order of ids, so that two who hold many never wait for each other in a circle.
 */
export async function holdWork(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.run(
    sql`select 1 from assignments_assignment where id = any(${ids}::uuid[]) order by id for share`,
  );
}

/** Work by its ids as it stands now, in no particular order, in one statement for any number. What does not exist is missing. */
export async function chosenWork(
  db: Db,
  ids: readonly string[],
  day: Pick<StateDay, 'today' | 'soonUntil'>,
): Promise<ChosenWork[]> {
  const rows = await db.rows(query(chosenRow)`
    select a.id, a.plan_id as "planId", a.unit_id as "unitId", a.accepting_unit_id as "acceptingUnitId", t.code,
      t.clause_path as "clausePath", t.words, a.occurrence, t.position, a.is_request as "isRequest", a.is_own as "isOwn",
      a.dropped_version is not null as "isDropped", a.waits_for_event as "waitsForEvent", a.due_on as "dueOn", a.progress,
      ${stateColumn({ ...day, asOf: null })} as state, a.clock_kind as "clockKind", a.clock_due_on as "clockDueOn",
      coalesce((select max(e.seq) from assignments_entry e where e.assignment_id = a.id), 0) as "lastSeq"
    from unnest(${ids}::uuid[]) as chosen (id)
    join assignments_assignment a on a.id = chosen.id
    join assignments_task t on t.id = a.task_id`);
  return rows.map(({ clockKind, clockDueOn, ...row }) => ({
    ...row,
    progress: row.progress as Progress,
    state: row.state as State,
    clock:
      clockKind === null || clockDueOn === null ? null : { kind: clockKind as ClockKind, dueOn: clockDueOn },
  }));
}
