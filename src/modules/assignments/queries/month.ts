import { type CalendarDate, endOfDay } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { type Fragment, joinSql, query, sql } from '../../../kernel/db/sql.ts';
import type { Month } from '../domain/month.ts';
import { type AnyKind, ENTRY_KINDS } from '../domain/progress.ts';
import type { Progress, State, StateDay } from '../domain/state.ts';
import { inScope, type ResolvedScope } from './scope-sql.ts';
import { tasksOf, workOf } from './source-sql.ts';
import { stateColumn } from './state-sql.ts';

const monthRow = {
  id: 'uuid',
  unitId: 'uuid',
  acceptingUnitId: 'uuid',
  code: 'text',
  clausePath: 'text?',
  words: 'text',
  products: 'json',
  occurrence: 'text',
  isRequest: 'bool',
  isDropped: 'bool',
  waitsForEvent: 'bool',
  dueOn: 'date?',
  dueWords: 'text',
  progress: 'text',
  state: 'text',
  quantity: 'numeric?',
  revision: 'int',
  lastKind: 'text?',
  lastOn: 'date?',
  lastBy: 'text?',
  lastQuantity: 'numeric?',
  lastDetails: 'json?',
} as const;

/** An assignment as the page of a month shows it, with what was recorded about it last. */
export interface MonthItem {
  readonly id: string;
  readonly unitId: string;
  readonly acceptingUnitId: string;
  readonly code: string;
  readonly clausePath: string | null;
  readonly words: string;
  readonly products: readonly { readonly text: string; readonly type: string }[];
  readonly occurrence: string;
  readonly isRequest: boolean;
  readonly isDropped: boolean;
  readonly waitsForEvent: boolean;
  readonly dueOn: CalendarDate | null;
  readonly dueWords: string;
  readonly progress: Progress;
  readonly state: State;
  readonly quantity: number | null;
  readonly revision: number;
  readonly last: {
    readonly kind: AnyKind;
    readonly on: CalendarDate;
    readonly by: string;
    readonly quantity: number | null;
    readonly details: unknown;
  } | null;
}

/** What the unit still has to do something about. */
const TO_DO = sql`a.progress in ('none', 'in_progress', 'returned')`;

/** Due in the month, late from before it, begun, or of a period that holds it. */
function ofMonth(month: Month): Fragment {
  return sql`(a.due_on between ${month.first}::date and ${month.last}::date
    or (${TO_DO} and (a.due_on < ${month.first}::date or a.progress in ('in_progress', 'returned')
      or a.occurrence = any(${month.occurrences}::text[]))))`;
}

async function read(
  db: Db,
  where: readonly Fragment[],
  /** Which entries count as the last. */
  kinds: Fragment,
  day: StateDay,
  most: number,
): Promise<MonthItem[]> {
  const recorded = day.asOf === null ? sql`true` : sql`recorded_at < ${endOfDay(day.asOf)}::timestamptz`;
  const rows = await db.rows(query(monthRow)`
    select a.id, a.unit_id as "unitId", a.accepting_unit_id as "acceptingUnitId", t.code, t.clause_path as "clausePath",
      t.words, t.products, a.occurrence, a.is_request as "isRequest", a.dropped_version is not null as "isDropped",
      a.waits_for_event as "waitsForEvent", a.due_on as "dueOn", t.due_words as "dueWords", a.progress,
      ${stateColumn(day)} as state, a.quantity, a.revision, e.kind as "lastKind", e.happened_on as "lastOn",
      e.person_name as "lastBy", e.quantity as "lastQuantity", e.details as "lastDetails"
    from ${workOf(day)} join ${tasksOf(day)} on t.id = a.task_id
    left join lateral (
      select kind, happened_on, person_name, quantity, details from assignments_entry
      where assignment_id = a.id and ${recorded} and ${kinds} order by seq desc limit 1
    ) e on true
    where ${joinSql(where, ' and ')}
    order by a.due_sort, t.position, a.id limit ${most}`);
  return rows.map(({ lastKind, lastOn, lastBy, lastQuantity, lastDetails, quantity, ...row }) => ({
    ...row,
    products: row.products as MonthItem['products'],
    progress: row.progress as Progress,
    state: row.state as State,
    quantity: quantity === null ? null : Number(quantity),
    last:
      lastKind === null || lastOn === null
        ? null
        : {
            kind: lastKind as AnyKind,
            on: lastOn,
            by: lastBy ?? '',
            quantity: lastQuantity === null ? null : Number(lastQuantity),
            details: lastDetails,
          },
  }));
}

/** A unit's work of a month, or all that it still has to do, with what was said last; the first due first, at most `most`. */
export function monthItems(
  db: Db,
  wanted: { readonly unitId: string; readonly month: Month; readonly scope: 'month' | 'all' },
  reading: { readonly scope: ResolvedScope; readonly day: StateDay },
  most: number,
): Promise<MonthItem[]> {
  const where = [
    sql`a.unit_id = ${wanted.unitId}`,
    sql`a.dropped_version is null and not a.waits_for_event`,
    inScope(reading.scope),
    wanted.scope === 'month' ? ofMonth(wanted.month) : TO_DO,
  ];
  return read(db, where, sql`kind = any(${ENTRY_KINDS}::text[])`, reading.day, most);
}

/** Work by its ids, as it stands, with whatever happened to it last; what the reader may not see is missing. */
export function monthItemsById(
  db: Db,
  ids: readonly string[],
  reading: { readonly scope: ResolvedScope; readonly day: StateDay },
): Promise<MonthItem[]> {
  const where = [sql`a.id = any(${ids}::uuid[])`, inScope(reading.scope)];
  return read(db, where, sql`true`, reading.day, ids.length);
}
