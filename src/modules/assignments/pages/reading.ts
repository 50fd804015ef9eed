import type { Db } from '../../../kernel/db/database.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import type { Option } from '../../../ui/index.ts';
import { addWorkingDays, currentCalendar, type WorkCalendar } from '../../calendar/index.ts';
import { type UnitsOfDay, unitsOfDay } from '../../units/index.ts';
import { DUE_SOON_WORKING_DAYS, type StateDay } from '../domain/state.ts';
import { scopeOf } from '../policy.ts';
import { type ResolvedScope, resolveScope } from '../queries/scope-sql.ts';
import { asOfDay } from './as-of.ts';

/** What every page about work needs: the calendar, the day that is read with what is "soon", the units, and how far this person sees. */
export interface Reading {
  readonly calendar: WorkCalendar;
  readonly day: StateDay;
  readonly units: UnitsOfDay;
  readonly scope: ResolvedScope;
}

const choices = new WeakMap<ResolvedScope, readonly Option[]>();

/** Units to choose from in filters: those the reader may see, without villages, which are given no work of plans. */
export function unitChoices({ scope, units }: Reading): readonly Option[] {
  const known = choices.get(scope);
  if (known) return known;
  const seen = new Set(scope.unitIds);
  const made = units.tree
    .filter((unit) => unit.kind !== 'thon' && (scope.everything || seen.has(unit.id)))
    .map((unit) => ({ value: unit.id, text: unit.name }));
  choices.set(scope, made);
  return made;
}

/**
 * Reads today, or the day of the past that the address asks for with `as_of`. Rights are those of today's posts, over the
 * tree of units as it stood on the day that is read. Throws `kernel.as_of_unreadable`.
 */
export async function readingOf(
  context: Pick<RequestContext, 'today' | 'actor'> & { readonly db: Db },
  typedAsOf?: string,
): Promise<Reading> {
  const { db } = context;
  const asOf = asOfDay(typedAsOf, context.today);
  const today = asOf ?? context.today;
  const [calendar, units] = await Promise.all([currentCalendar(db), unitsOfDay(db, today)]);
  return {
    calendar,
    day: { today, soonUntil: addWorkingDays(calendar, today, DUE_SOON_WORKING_DAYS), asOf },
    units,
    scope: resolveScope(scopeOf(context.actor), units),
  };
}
