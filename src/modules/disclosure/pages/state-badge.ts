import { type Html, html } from '../../../kernel/html.ts';
import type { Translate } from '../../../kernel/i18n.ts';
import { stateClass, stateShape, type WorkState } from '../../../ui/index.ts';
import type { ItemState, TestAnswer } from '../domain/state.ts';
import { m } from '../messages-staff.ts';
import { stateNames } from '../messages-words.ts';

/** Shapes and colours are those of work; the words are of disclosure. */
const LOOKS: Readonly<Record<ItemState, WorkState>> = {
  removed_early: 'returned',
  late: 'overdue',
  due_soon: 'due_soon',
  not_due: 'not_started',
  posted: 'claimed',
  proven: 'accepted',
  expired: 'accepted_late',
  nil: 'not_applicable',
  withdrawn: 'not_applicable',
  exempt: 'not_applicable',
};

/** How a state of an item looks among the states of work. */
export const lookOf = (state: ItemState): WorkState => LOOKS[state];

const badge = (look: WorkState, words: string): Html =>
  html`<span class="badge ${stateClass(look)}">${stateShape(look)}${words}</span>`;

/** The state of an item: shape, word and colour together. */
export function itemBadge(state: ItemState, t: Translate): Html {
  return badge(LOOKS[state], t(stateNames[state]));
}

const ANSWER_LOOKS: Readonly<Record<TestAnswer, WorkState>> = {
  yes: 'accepted',
  no: 'overdue',
  not_yet: 'not_started',
};

/** The answer of one of the three tests. */
export function answerBadge(answer: TestAnswer, t: Translate): Html {
  return badge(ANSWER_LOOKS[answer], t(m[`answer_${answer}`]));
}
