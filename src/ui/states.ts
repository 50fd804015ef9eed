import { type Html, html, trustedMarkup } from '../kernel/html.ts';
import type { Message, Translate } from '../kernel/i18n.ts';
import { m } from './messages.ts';

/** What is known about one piece of work, in the order boards and legends show it. */
export const WORK_STATES = [
  'accepted',
  'accepted_late',
  'claimed',
  'in_progress',
  'due_soon',
  'not_started',
  'returned',
  'overdue',
  'not_applicable',
] as const;

export type WorkState = (typeof WORK_STATES)[number];

const WORDS: Record<WorkState, Message> = {
  accepted: m.stateAccepted,
  accepted_late: m.stateAcceptedLate,
  claimed: m.stateClaimed,
  in_progress: m.stateInProgress,
  due_soon: m.stateDueSoon,
  not_started: m.stateNotStarted,
  returned: m.stateReturned,
  overdue: m.stateOverdue,
  not_applicable: m.stateNotApplicable,
};

/** Shapes are drawn, not typed: fonts disagree about ◇ and ⟲, and the shape must survive black-and-white print. */
const SHAPES: Record<WorkState, string> = {
  accepted: '<path d="M2 6.5 5 9.5 10.5 2.5" class="stroke"/>',
  accepted_late:
    '<rect x="1" y="1" width="10" height="10" rx="1.5" class="thin"/><path d="M3.4 6.3 5.3 8.2 8.8 3.8" class="thin"/>',
  claimed: '<path d="M6 1 11 6 6 11 1 6Z" class="thin"/>',
  in_progress: '<circle cx="6" cy="6" r="4"/>',
  due_soon: '<path d="M6 1.5 11.2 10.5H.8Z"/>',
  not_started: '<circle cx="6" cy="6" r="4" class="thin"/>',
  returned: '<path d="M3 3.5A4.2 4.2 0 1 1 1.8 6.6M3.2.8 2.8 3.9 5.9 4.1" class="thin"/>',
  overdue: '<rect x="1.5" y="1.5" width="9" height="9"/>',
  not_applicable: '<path d="M2 6H10" class="stroke"/>',
};

/** The word of a state, for titles and legends. */
export function stateWord(state: WorkState, t: Translate): string {
  return t(WORDS[state]);
}

/** The class that gives an element the colours of a state. */
export function stateClass(state: WorkState): string {
  return `s-${state.replace('_', '-')}`;
}

/** The drawn shape alone; put the word beside it. */
export function stateShape(state: WorkState): Html {
  return trustedMarkup(`<svg class="shape" viewBox="0 0 12 12" aria-hidden="true">${SHAPES[state]}</svg>`);
}

/** The same drawing on a square of 12 by 12, for a place inside another drawing. */
export function stateDrawing(state: WorkState): Html {
  return trustedMarkup(SHAPES[state]);
}

/** Shape, word and colour together: never one of them alone. `word` replaces the word of work for other things in the same state. */
export function stateBadge(state: WorkState, t: Translate, word = stateWord(state, t)): Html {
  return html`<span class="badge ${stateClass(state)}">${stateShape(state)}${word}</span>`;
}
