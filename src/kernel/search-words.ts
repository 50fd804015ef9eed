import { withoutDiacritics } from './i18n.ts';
import { limits } from './limits.ts';

export const searchLimits = limits('search_words', {
  text: {
    value: 200,
    unit: 'characters',
    reason: 'a sentence copied from a plan; more adds cost and no result',
  },
  words: {
    value: 8,
    unit: 'words',
    reason: 'each word is a condition of the query; eight already single out a row',
  },
});

/** What a person typed to search for, ready for `db/word-search.ts` and for marking the words found. */
export interface SearchWords {
  /** As typed, NFC, lower case, single spaces: what an exact match and a code are compared with. */
  readonly typed: string;
  /** The words without diacritics, as search columns hold them; at least one. */
  readonly words: readonly string[];
  /**
   * True when some word has three letters or digits in a row. A trigram index helps only then; shorter words are looked
   * for in codes alone.
   */
  readonly selective: boolean;
}

/** A word may hold dots, slashes and hyphens inside: "2.6", "36/KH-UBND", "II.1.2.đ". */
const WORD = /[\p{L}\p{N}]+(?:[./-]+[\p{L}\p{N}]+)*/gu;
const THREE_IN_A_ROW = /[\p{L}\p{N}]{3}/u;

/** Reads a search text, composed or decomposed; `undefined` when it holds no letter and no digit. */
export function searchWords(text: string): SearchWords | undefined {
  const typed = text
    .normalize('NFC')
    .replace(/[‐-―]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, searchLimits.text)
    .toLowerCase();
  const words = (withoutDiacritics(typed).match(WORD) ?? []).slice(0, searchLimits.words);
  if (words.length === 0) return undefined;
  return { typed, words, selective: words.some((word) => THREE_IN_A_ROW.test(word)) };
}

interface Folded {
  readonly text: string;
  /** For each character of `text`, where it came from in the original. */
  readonly from: readonly number[];
}

/** The text without diacritics, each character still knowing its place. */
function fold(original: string): Folded {
  let text = '';
  const from: number[] = [];
  let at = 0;
  for (const character of original) {
    const plain = withoutDiacritics(character);
    for (let i = 0; i < plain.length; i++) from.push(at);
    text += plain;
    at += character.length;
  }
  from.push(at);
  return { text, from };
}

export interface MarkedPart {
  readonly text: string;
  readonly found: boolean;
}

const IN_WORD = /[\p{L}\p{N}]/u;

/** Where `word` stands as a whole word. */
function wholePlacesOf(word: string, folded: string): number[] {
  return everyPlaceOf(word, folded).filter(
    (place) => !IN_WORD.test(folded[place - 1] ?? '') && !IN_WORD.test(folded[place + word.length] ?? ''),
  );
}

function everyPlaceOf(word: string, folded: string): number[] {
  const places: number[] = [];
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) places.push(at);
  return places;
}

function soughtIn(folded: string, words: readonly string[]): readonly string[] {
  const phrase = words.join(' ');
  return words.length > 1 && wholePlacesOf(phrase, folded).length > 0 ? [phrase] : words;
}

/**
 * What to mark in a text that is shown in several parts: the words as one phrase when they stand together anywhere in it,
 * else the words as they are.
 */
export function wordsFor(text: string, words: readonly string[]): readonly string[] {
  return soughtIn(fold(text).text, words);
}

/** Where each word stands; when they stand together somewhere, only there. */
function rangesOf(words: readonly string[], folded: string): { start: number; end: number }[] {
  return soughtIn(folded, words).flatMap((word) =>
    wholePlacesOf(word, folded).map((start) => ({ start, end: start + word.length })),
  );
}

/**
 * Cuts `original` (NFC) into the parts that hold what was typed, whatever the diacritics, and the rest: the words together
 * where they stand together, else each as a whole word. Inside another word ("chi" in "chính") it would only mislead.
 */
export function markWords(original: string, words: readonly string[]): MarkedPart[] {
  const { text, from } = fold(original);
  const ranges = rangesOf(words, text)
    .map(({ start, end }) => ({ start: from[start] ?? 0, end: from[end] ?? 0 }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const parts: MarkedPart[] = [];
  let done = 0;
  for (const { start, end } of ranges) {
    if (end <= done) continue;
    if (start > done) parts.push({ text: original.slice(done, start), found: false });
    parts.push({ text: original.slice(Math.max(start, done), end), found: true });
    done = end;
  }
  if (done < original.length) parts.push({ text: original.slice(done), found: false });
  return parts;
}

/** A stretch of about `length` characters that holds the first word found, cut between words; with … where it was cut. */
export function excerpt(original: string, words: readonly string[], length: number): string {
  if (original.length <= length) return original;
  const { text, from } = fold(original);
  const whole = rangesOf(words, text).map((range) => range.start);
  const places = whole.length > 0 ? whole : words.flatMap((word) => everyPlaceOf(word, text));
  const first = places.length > 0 ? (from[Math.min(...places)] ?? 0) : 0;
  let start = Math.min(Math.max(0, first - Math.floor(length / 4)), original.length - length);
  const gap = original.indexOf(' ', start);
  if (start > 0 && gap >= 0 && gap < first) start = gap + 1;
  let end = Math.min(original.length, start + length);
  if (end < original.length) {
    const space = original.lastIndexOf(' ', end);
    if (space > first) end = space;
  }
  return `${start > 0 ? '… ' : ''}${original.slice(start, end).trimEnd()}${end < original.length ? ' …' : ''}`;
}
