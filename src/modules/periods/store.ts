import type { CalendarDate } from '../../kernel/dates.ts';
import type { Tx } from '../../kernel/db/database.ts';
import { type Fragment, query, type RowOf, sql } from '../../kernel/db/sql.ts';
import { deadlineExpressionSchema } from '../calendar/index.ts';
import { milestonesSchema, type Period, type PeriodKind } from './domain/period.ts';

const COLUMNS = sql`id, code, kind, name_vi, name_en, from_on, to_on, cut_off_on, due_on, due_expression, due_calendar,
  due_explained_vi, due_explained_en, lock_on, milestones, plan_id, clause_path, revision, changed_at`;

/** `periods_period p` as it stands, or as it had been recorded before the instant `asOf`. */
export function periodsAsOf(asOf: Date | null): Fragment {
  if (asOf === null) return sql`periods_period p`;
  return sql`(select * from (
    select ${COLUMNS}, 'infinity'::timestamptz as until from periods_period
    union all select ${COLUMNS}, until from periods_period_past
  ) w where w.changed_at < ${asOf}::timestamptz and w.until >= ${asOf}::timestamptz) p`;
}

export const periodRow = {
  id: 'uuid',
  code: 'text',
  kind: 'text',
  nameVi: 'text',
  nameEn: 'text',
  fromOn: 'date',
  toOn: 'date',
  cutOffOn: 'date',
  dueOn: 'date',
  dueExpression: 'json',
  dueCalendar: 'text',
  dueVi: 'text',
  dueEn: 'text',
  lockOn: 'date',
  milestones: 'json',
  planId: 'uuid?',
  clausePath: 'text?',
  revision: 'int',
  changedAt: 'instant',
} as const;

export const periodColumns: Fragment = sql`p.id, p.code, p.kind, p.name_vi as "nameVi", p.name_en as "nameEn",
  p.from_on as "fromOn", p.to_on as "toOn", p.cut_off_on as "cutOffOn", p.due_on as "dueOn",
  p.due_expression as "dueExpression", p.due_calendar as "dueCalendar", p.due_explained_vi as "dueVi",
  p.due_explained_en as "dueEn", p.lock_on as "lockOn", p.milestones, p.plan_id as "planId",
  p.clause_path as "clausePath", p.revision, p.changed_at as "changedAt"`;

export function toPeriod(row: RowOf<typeof periodRow>): Period {
  const { nameVi, nameEn, dueExpression, dueCalendar, dueVi, dueEn, milestones, kind, ...rest } = row;
  return {
    ...rest,
    kind: kind as PeriodKind,
    name: { vi: nameVi, en: nameEn },
    due: {
      on: row.dueOn,
      expression: deadlineExpressionSchema.parse(dueExpression),
      calendarVersion: dueCalendar,
      explanation: { vi: dueVi, en: dueEn },
    },
    milestones: milestonesSchema.parse(milestones).steps,
  };
}

/** A period held for change: nobody who holds it with `holdPeriods` writes meanwhile. */
export async function lockPeriod(tx: Tx, code: string): Promise<Period | undefined> {
  const row = await tx.row(query(periodRow)`
    select ${periodColumns} from periods_period p where p.code = ${code} for no key update`);
  return row && toPeriod(row);
}

/** The days of a period as they are stored. */
export interface StoredDays
  extends Pick<Period, 'fromOn' | 'toOn' | 'cutOffOn' | 'lockOn' | 'due' | 'milestones'> {}

export async function storeDays(tx: Tx, id: string, days: StoredDays, now: Date): Promise<void> {
  const { due } = days;
  await tx.run(sql`
    update periods_period set from_on = ${days.fromOn}, to_on = ${days.toOn}, cut_off_on = ${days.cutOffOn},
      due_on = ${due.on}, due_expression = ${JSON.stringify(due.expression)}, due_calendar = ${due.calendarVersion},
      due_explained_vi = ${due.explanation.vi}, due_explained_en = ${due.explanation.en}, lock_on = ${days.lockOn},
      milestones = ${JSON.stringify({ v: 1, steps: days.milestones })}, changed_at = ${now}
    where id = ${id}`);
}

/** A period that does not stand yet. */
export type NewPeriod = Omit<Period, 'revision' | 'changedAt' | 'dueOn'>;

/** Stores periods whose code is free; answers the ids of those that were stored. */
export async function insertPeriods(
  tx: Tx,
  made: readonly NewPeriod[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const days = (of: (one: NewPeriod) => CalendarDate): CalendarDate[] => made.map(of);
  const rows = await tx.rows(query({ id: 'uuid' } as const)`
    insert into periods_period (id, code, kind, name_vi, name_en, from_on, to_on, cut_off_on, due_on, due_expression, due_calendar,
      due_explained_vi, due_explained_en, lock_on, milestones, plan_id, clause_path, changed_at)
    select n.*, ${now}::timestamptz
    from unnest(${made.map((one) => one.id)}::uuid[], ${made.map((one) => one.code)}::text[],
      ${made.map((one) => one.kind)}::text[], ${made.map((one) => one.name.vi)}::text[],
      ${made.map((one) => one.name.en)}::text[], ${days((one) => one.fromOn)}::date[], ${days((one) => one.toOn)}::date[],
      ${days((one) => one.cutOffOn)}::date[], ${days((one) => one.due.on)}::date[],
      ${made.map((one) => JSON.stringify(one.due.expression))}::jsonb[],
      ${made.map((one) => one.due.calendarVersion)}::text[], ${made.map((one) => one.due.explanation.vi)}::text[],
      ${made.map((one) => one.due.explanation.en)}::text[], ${days((one) => one.lockOn)}::date[],
      ${made.map((one) => JSON.stringify({ v: 1, steps: one.milestones }))}::jsonb[],
      ${made.map((one) => one.planId)}::uuid[], ${made.map((one) => one.clausePath)}::text[]) as n
    on conflict on constraint periods_period_code_once do nothing
    returning id`);
  return new Set(rows.map((row) => row.id));
}
