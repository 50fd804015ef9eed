import type { RequestContext } from '../../../kernel/http/route.ts';
import { addWorkingDays, currentCalendar, type WorkCalendar } from '../../calendar/index.ts';
import { descendantIds } from '../../units/index.ts';
import { DUE_SOON_WORKING_DAYS, type StateDay } from '../domain/state.ts';
import { scopeOf } from '../policy.ts';
import type { ResolvedScope } from '../queries/scope-sql.ts';

/** What every page about work needs: the calendar, today with what is "soon", and how far this person sees. */
export interface Reading {
  readonly calendar: WorkCalendar;
  readonly day: StateDay;
  readonly scope: ResolvedScope;
}

export async function readingOf(context: RequestContext): Promise<Reading> {
  const calendar = await currentCalendar(context.db);
  const { today } = context;
  const scope = scopeOf(context.actor);
  const under = scope.under.length === 0 ? [] : await descendantIds(context.db, scope.under, today);
  return {
    calendar,
    day: { today, soonUntil: addWorkingDays(calendar, today, DUE_SOON_WORKING_DAYS) },
    scope: {
      everything: scope.everything,
      unitIds: [...new Set([...under, ...scope.own])],
      acceptingIds: scope.accepting,
    },
  };
}
