import type { Actor } from '../../kernel/authz.ts';
import {
  filtersOf,
  type ListFilters,
  OPEN_STATES,
  type ResolvedScope,
  resolveScope,
  type State,
  type WorkFilters,
} from '../assignments/index.ts';
import type { UnitsOfDay } from '../units/index.ts';
import type { Asks } from './domain/candidate.ts';
import { ownPlaces, urgingScope } from './policy.ts';

const isOpen = (state: State): boolean => (OPEN_STATES as readonly State[]).includes(state);

/** What a person chooses from: work still to be done, or reports whose answer is late. */
export function choiceFilters(asks: Asks, typed: WorkFilters, units: UnitsOfDay): ListFilters {
  const filters = filtersOf(typed, units);
  if (asks === 'answer') return { ...filters, states: undefined, answerLate: true };
  const open = filters.states?.filter(isOpen) ?? [];
  return { ...filters, states: open.length > 0 ? open : OPEN_STATES };
}

/** Whose work a person may urge, their own left out. */
export function choiceScope(actor: Actor, asks: Asks, units: UnitsOfDay): ResolvedScope {
  const scope = resolveScope(urgingScope(actor), units);
  const own = ownPlaces(actor);
  const others = scope.unitIds.filter((id) => !own.includes(id));
  if (asks === 'do')
    return {
      ...scope,
      unitIds: others,
      exceptIds: scope.exceptIds === null ? null : [...new Set([...scope.exceptIds, ...own])],
    };
  return { everything: false, unitIds: [], acceptingIds: others, exceptIds: null };
}
