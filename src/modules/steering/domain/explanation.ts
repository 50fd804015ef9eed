import type { CalendarDate } from '../../../kernel/dates.ts';

export const SAID = ['answer', 'accept', 'return'] as const;
export type Said = (typeof SAID)[number];

/** What was said about a request to explain, oldest first. */
export interface Saying {
  readonly seq: number;
  readonly kind: Said;
  readonly personId: string;
  readonly personName: string;
  readonly personTitle: string;
  readonly words: string;
  readonly recordedAt: Date;
}

/** `waiting`: for the unit; `answered`: for whoever asked. */
export const ASK_STATES = ['late', 'waiting', 'returned', 'answered', 'accepted'] as const;
export type AskState = (typeof ASK_STATES)[number];

/** How a request stands on a day: the last word decides, and for a unit that owes an answer the day by which it was wanted. */
export function askState(
  said: readonly Pick<Saying, 'kind'>[],
  dueOn: CalendarDate,
  today: CalendarDate,
): AskState {
  const last = said.at(-1)?.kind;
  if (last === 'accept') return 'accepted';
  if (last === 'answer') return 'answered';
  if (today > dueOn) return 'late';
  return last === 'return' ? 'returned' : 'waiting';
}

/** What may be said next. */
export function mayFollow(said: readonly Pick<Saying, 'kind'>[], next: Said): boolean {
  const last = said.at(-1)?.kind;
  if (last === 'accept') return false;
  return next === 'answer' ? last !== 'answer' : last === 'answer';
}
