import { type Fragment, joinSql, sql } from '../../../kernel/db/sql.ts';
import type { State, StateDay } from '../domain/state.ts';

const late = (day: StateDay): Fragment => sql`(not a.is_request and a.due_on < ${day.today}::date)`;
const soon = (day: StateDay): Fragment => sql`(not a.is_request and a.due_on <= ${day.soonUntil}::date)`;

/** domain/state.ts in SQL, over `assignments_assignment a`. */
export function stateColumn(day: StateDay): Fragment {
  return sql`case
    when a.override_until >= ${day.today}::date then a.override_state
    when a.progress = 'not_applicable' then 'not_applicable'
    when a.progress = 'accepted' then
      case when not a.is_request and a.done_on > a.due_on then 'accepted_late' else 'accepted' end
    when a.progress = 'claimed' then 'claimed'
    when ${late(day)} then 'overdue'
    when a.progress = 'returned' then 'returned'
    when ${soon(day)} then 'due_soon'
    when a.progress = 'in_progress' then 'in_progress'
    else 'not_started'
  end`;
}

/** Conditions that an index can serve, one a state; together they say the same as `stateColumn`. */
export function hasState(state: State, day: StateDay): Fragment {
  const overridden = sql`a.override_until >= ${day.today}::date`;
  return sql`((${overridden} and a.override_state = ${state})
    or ((${overridden}) is not true and ${follows(state, day)}))`;
}

/** What the facts alone say, where nobody set a state by hand. */
function follows(state: State, day: StateDay): Fragment {
  const open = sql`a.progress in ('none', 'in_progress', 'returned')`;
  switch (state) {
    case 'not_applicable':
      return sql`a.progress = 'not_applicable'`;
    case 'accepted':
      return sql`(a.progress = 'accepted' and (a.is_request or a.done_on is null or a.due_on is null or a.done_on <= a.due_on))`;
    case 'accepted_late':
      return sql`(a.progress = 'accepted' and not a.is_request and a.done_on > a.due_on)`;
    case 'claimed':
      return sql`a.progress = 'claimed'`;
    case 'overdue':
      return sql`(${open} and ${late(day)})`;
    case 'returned':
      return sql`(a.progress = 'returned' and ${late(day)} is not true)`;
    case 'due_soon':
      return sql`(a.progress in ('none', 'in_progress') and ${late(day)} is not true and ${soon(day)})`;
    case 'in_progress':
      return sql`(a.progress = 'in_progress' and ${soon(day)} is not true)`;
    case 'not_started':
      return sql`(a.progress = 'none' and ${soon(day)} is not true)`;
  }
}

export function hasAnyState(states: readonly State[], day: StateDay): Fragment {
  return sql`(${joinSql(
    states.map((state) => hasState(state, day)),
    ' or ',
  )})`;
}
