import { type CalendarDate, endOfDay } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import type { StateDay } from '../domain/state.ts';
import { workOf } from './source-sql.ts';

const receiptRow = {
  unitId: 'uuid',
  added: 'int',
  changed: 'int',
  moved: 'int',
  dropped: 'int',
  isRequest: 'bool',
  confirmedAt: 'instant?',
  confirmedByName: 'text?',
} as const;

/** What an amendment changed for one unit, and who of it said so that it was read. */
export interface Receipt {
  readonly unitId: string;
  readonly added: number;
  readonly changed: number;
  readonly moved: number;
  readonly dropped: number;
  readonly isRequest: boolean;
  /** `null` until somebody of the unit confirms. */
  readonly confirmedAt: Date | null;
  readonly confirmedByName: string | null;
}

/** The receipts of one version, as they had been confirmed by the end of the day. */
export async function receiptsOf(
  db: Db,
  planId: string,
  version: number,
  { asOf }: Pick<StateDay, 'asOf'>,
): Promise<Receipt[]> {
  const rows = await db.rows(query(receiptRow)`
    select unit_id as "unitId", added, changed, moved, dropped, is_request as "isRequest", confirmed_at as "confirmedAt",
      confirmed_by_name as "confirmedByName"
    from assignments_change_receipt where plan_id = ${planId}::uuid and version = ${version}`);
  if (asOf === null) return rows;
  const end = endOfDay(asOf);
  return rows.map((row) =>
    row.confirmedAt !== null && row.confirmedAt >= end
      ? { ...row, confirmedAt: null, confirmedByName: null }
      : row,
  );
}

export interface OpenReceipt {
  readonly planId: string;
  readonly version: number;
}

/** Amendments that a unit has not confirmed yet, oldest first. */
export function openReceipts(db: Db, unitId: string): Promise<OpenReceipt[]> {
  return db.rows(query({ planId: 'uuid', version: 'int' } as const)`
    select plan_id as "planId", version from assignments_change_receipt
    where unit_id = ${unitId}::uuid and confirmed_at is null order by told_at, version`);
}

const touchedRow = {
  id: 'uuid',
  taskId: 'uuid',
  code: 'text',
  words: 'text',
  occurrence: 'text',
  dueOn: 'date?',
  dueWords: 'text',
  isAdded: 'bool',
  isDropped: 'bool',
} as const;

/** One unit's assignment that an amendment touched. */
export interface TouchedWork {
  readonly id: string;
  readonly taskId: string;
  readonly code: string;
  readonly words: string;
  readonly occurrence: string;
  readonly dueOn: CalendarDate | null;
  readonly dueWords: string;
  readonly isAdded: boolean;
  readonly isDropped: boolean;
}

/** The assignments of one unit that the amendment gave, changed, moved or dropped, in the plan's order. */
export function touchedWork(
  db: Db,
  planId: string,
  version: number,
  unitId: string,
  day: Pick<StateDay, 'asOf'>,
): Promise<TouchedWork[]> {
  return db.rows(query(touchedRow)`
    select a.id, a.task_id as "taskId", t.code, t.words, a.occurrence, a.due_on as "dueOn", t.due_words as "dueWords",
      a.added_version = ${version} as "isAdded", a.dropped_version is not distinct from ${version}::smallint as "isDropped"
    from ${workOf(day)} join assignments_task t on t.id = a.task_id
    where a.plan_id = ${planId}::uuid and a.unit_id = ${unitId}::uuid and not a.is_own and (
      a.added_version = ${version} or a.dropped_version is not distinct from ${version}::smallint
      or exists (select 1 from assignments_entry e where e.assignment_id = a.id and e.kind in ('amend', 'drop')
        and (e.details ->> 'version')::integer = ${version}))
    order by t.position, a.occurrence`);
}
