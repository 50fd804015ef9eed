import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Amount, Occasion } from './declaration.ts';

/** Until when content that stands always counts as fresh, as the calendar's expression; `null` for what is owed by period or event. */
export function freshExpression(occasion: Occasion, since: CalendarDate) {
  if (occasion.kind !== 'standing') return null;
  const { amount, unit }: Amount = occasion.refresh;
  return { v: 1, type: 'after', bound: 'max', amount, unit, from: since } as const;
}
