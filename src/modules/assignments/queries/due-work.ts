import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { OPEN_STATES, type State, type StateDay } from '../domain/state.ts';
import { stateColumn } from './state-sql.ts';

const dueRow = {
  id: 'uuid',
  unitId: 'uuid',
  code: 'text',
  words: 'text',
  dueOn: 'date',
  dueToday: 'int',
  late: 'int',
} as const;

export interface DueItem {
  readonly id: string;
  readonly code: string;
  readonly words: string;
  readonly dueOn: CalendarDate;
}

/** What a unit still has to finish today, and what is late; the counts are whole, the items the first of each. */
export interface DueWork {
  readonly dueToday: { readonly count: number; readonly items: readonly DueItem[] };
  readonly late: { readonly count: number; readonly items: readonly DueItem[] };
}

/**
 * Work of every unit that is due today or late, by unit, with at most `most` items of each, the earliest due first. Work
 * asked of bodies outside the executive is neither. One statement.
 */
export async function dueWork(
  db: Db,
  today: CalendarDate,
  most: number,
): Promise<ReadonlyMap<string, DueWork>> {
  const day: StateDay = { today, soonUntil: today, asOf: null };
  const open: readonly State[] = OPEN_STATES;
  const rows = await db.rows(query(dueRow)`
    select w.id, w."unitId", t.code, t.words, w."dueOn", w."dueToday", w.late
    from (
      select s.*,
        (count(*) filter (where s."dueOn" = ${today}::date) over unit)::int as "dueToday",
        (count(*) filter (where s."dueOn" < ${today}::date) over unit)::int as late,
        row_number() over (partition by s."unitId", s."dueOn" = ${today}::date order by s."dueOn", s.id) as place
      from (
        select a.id, a.task_id, a.unit_id as "unitId", a.due_on as "dueOn", ${stateColumn(day)} as state
        from assignments_assignment a
        where not a.is_request and a.due_on <= ${today}::date and a.progress in ('none', 'in_progress', 'returned')
      ) s
      where s.state = any(${open}::text[])
      window unit as (partition by s."unitId")
    ) w join assignments_task t on t.id = w.task_id
    where w.place <= ${most}
    order by w."unitId", w."dueOn", w.id`);
  const byUnit = Map.groupBy(rows, (row) => row.unitId);
  return new Map(
    [...byUnit].map(([unitId, own]) => {
      const part = (items: typeof own, count: number) => ({
        count,
        items: items.map(({ id, code, words, dueOn }) => ({ id, code, words, dueOn })),
      });
      return [
        unitId,
        {
          dueToday: part(
            own.filter((row) => row.dueOn === today),
            own[0]?.dueToday ?? 0,
          ),
          late: part(
            own.filter((row) => row.dueOn < today),
            own[0]?.late ?? 0,
          ),
        },
      ];
    }),
  );
}
