import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Amount, PlaceKind, Regime, RequiredPlace } from './declaration.ts';

/** What the regime says of a kind of place; `undefined` when it does not name the kind. */
export function askedOf(regime: Regime, kind: PlaceKind): RequiredPlace | undefined {
  return regime.places.find((place) => place.kind === kind);
}

/** When an item of an event is due, as the calendar's expression: at most so long after it, or by a season's last day. */
export function dueExpression(due: Regime['due'], eventOn: CalendarDate) {
  if (due.kind === 'by') return { v: 1, type: 'by', date: eventOn } as const;
  return { v: 1, type: 'after', bound: 'max', ...due.within, from: eventOn } as const;
}

/** How long a posting must stay at least, as the calendar's expression; `null`: for as long as the content holds. */
export function staysExpression(lasts: RequiredPlace['lasts'] | undefined, postedOn: CalendarDate) {
  if (lasts === undefined || lasts === 'permanent') return null;
  if (lasts === 'once') return { v: 1, type: 'by', date: postedOn } as const;
  const { amount, unit }: Amount = lasts;
  return { v: 1, type: 'after', bound: 'min', amount, unit, from: postedOn } as const;
}
