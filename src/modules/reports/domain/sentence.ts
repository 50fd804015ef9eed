import { type CalendarDate, formatDate, monthOf, yearOf } from '../../../kernel/dates.ts';
import { type Message, type MessageParams, say } from '../../../kernel/i18n.ts';

/** What a sentence rests on, so that a reader can look. */
export type Rest =
  | { readonly type: 'work'; readonly id: string; readonly evidence: number }
  | { readonly type: 'figure'; readonly code: string };

/** One proposed sentence; a line of the part it stands in. */
export interface Sentence {
  /** The same thing keeps its id from one proposal to the next: `figure:CT1.01a`, `task:…`. */
  readonly id: string;
  readonly words: Message;
  readonly rests: readonly Rest[];
}

/** A message with what fills it, said in both languages. */
export function inBoth(message: Message, params: MessageParams = {}): Message {
  return { vi: say('vi', message, params), en: say('en', message, params) };
}

export function sentence(
  id: string,
  message: Message,
  params: MessageParams = {},
  rests: readonly Rest[] = [],
): Sentence {
  return { id, words: inBoth(message, params), rests };
}

/** Words of people inside a sentence of ours: one line, without the point that ends it. */
export function quoted(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.;,:\s]+$/u, '');
}

/** Pieces of one sentence, in both languages, with what parts them. */
export function joined(pieces: readonly Message[], by: string): Message {
  return { vi: pieces.map((one) => one.vi).join(by), en: pieces.map((one) => one.en).join(by) };
}

/** A day inside a sentence of a paper: "30/6/2024", a zero before days below 10 and the months 1 and 2 (Nghị định 30/2020/NĐ-CP). */
export function paperDay(day: CalendarDate): string {
  const month = monthOf(day);
  return `${day.slice(8, 10)}/${month < 3 ? `0${month}` : month}/${yearOf(day)}`;
}

export const dayWords = (day: CalendarDate): Message => ({ vi: paperDay(day), en: formatDate(day) });
