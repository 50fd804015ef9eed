import { withoutDiacritics } from '../../../kernel/i18n.ts';
import type { FigureDefinition } from './figure.ts';
import { CONTRASTS, FILLERS, MEASURES, NARROWING, PHRASES } from './similar-words.ts';

/** What of a figure says what it counts. */
export type Named = Pick<FigureDefinition, 'name' | 'unitOfMeasure' | 'numberKind'>;

export interface Similar<F extends Named> {
  readonly figure: F;
  /** 0–1: how much of what the two say they say alike, weighed by how telling each word is. */
  readonly score: number;
}

/** From here on two figures are taken for the same thing. Measured: similar.test.ts. */
export const SAME_THING = 0.55;

const plain = (text: string): string =>
  withoutDiacritics(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

interface Phrase {
  readonly parts: readonly string[];
  readonly said: readonly string[];
}

/** Phrases by their first word, the longest first. */
const phrases: ReadonlyMap<string, readonly Phrase[]> = Map.groupBy(
  PHRASES.map(([phrase, word]) => ({ parts: phrase.split(' '), said: word.split(' ').filter(Boolean) })).sort(
    (a, b) => b.parts.length - a.parts.length,
  ),
  ({ parts }) => parts[0] ?? '',
);

/** The telling words of a name, in the one way of writing them. */
export function tellingWords(name: string): ReadonlySet<string> {
  const written = plain(name).split(' ');
  const words = new Set<string>();
  for (let at = 0; at < written.length; ) {
    const here = phrases.get(written[at] ?? '');
    const phrase = here?.find(({ parts }) => parts.every((part, index) => written[at + index] === part));
    for (const word of phrase?.said ?? [written[at] ?? ''])
      if (word !== '' && !FILLERS.has(word)) words.add(word);
    at += phrase?.parts.length ?? 1;
  }
  return words;
}

/** How telling each word is: rare words of the catalogue tell more. */
function weightsOf(all: readonly ReadonlySet<string>[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const words of all) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => Math.log(1 + all.length / (counts.get(word) ?? 1));
}

/** Each names another member of one family, or one is a part of the other. */
function contrast(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if ([...a.symmetricDifference(b)].some((word) => NARROWING.has(word))) return true;
  return CONTRASTS.some((family) => {
    const [ofA, ofB] = [family.filter((word) => a.has(word)), family.filter((word) => b.has(word))];
    return ofA.length > 0 && ofB.length > 0 && !ofA.some((word) => ofB.includes(word));
  });
}

/** People and meetings, points and per cents are never one number; a rate holds the count it is made of. */
function measuresDiffer(a: Named, b: Named): boolean {
  const isNumber = (one: Named): boolean => one.numberKind === 'count' || one.numberKind === 'amount';
  if (!isNumber(a) || !isNumber(b))
    return isNumber(a) !== isNumber(b)
      ? a.numberKind !== 'rate' && b.numberKind !== 'rate'
      : a.numberKind !== b.numberKind;
  const classOf = (one: Named): string => {
    const measure = plain(one.unitOfMeasure);
    return MEASURES.find((same) => same.includes(measure))?.[0] ?? measure;
  };
  return classOf(a) !== classOf(b);
}

/** Fewer telling words than this are in too many names to say anything by themselves. */
const ENOUGH_WORDS = 3;
/** What is said in full with further words added is nearly the same thing. */
const CONTAINED = 0.8;

function scoreOf(a: ReadonlySet<string>, b: ReadonlySet<string>, weight: (word: string) => number): number {
  const weightOf = (words: Iterable<string>): number =>
    [...words].reduce((sum, word) => sum + weight(word), 0);
  const [ofA, ofB, shared] = [weightOf(a), weightOf(b), weightOf(a.intersection(b))];
  const all = ofA + ofB - shared;
  if (all === 0) return 0;
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  const isContained = small.size >= ENOUGH_WORDS && small.isSubsetOf(large);
  return Math.max(shared / all, isContained ? CONTAINED : 0);
}

interface Words<F extends Named> {
  readonly figure: F;
  readonly words: ReadonlySet<string>;
}

const wordsOf = <F extends Named>(figure: F): Words<F> => ({ figure, words: tellingWords(figure.name) });

function scoreOfTwo(a: Words<Named>, b: Words<Named>, weight: (word: string) => number): number {
  const apart = measuresDiffer(a.figure, b.figure) || contrast(a.words, b.words);
  return apart ? 0 : scoreOf(a.words, b.words, weight);
}

/** The figures that seem to ask for the same thing, the most similar first. */
export function similarTo<F extends Named>(candidate: Named, existing: readonly F[]): Similar<F>[] {
  const own = wordsOf(candidate);
  const others = existing.map(wordsOf);
  const weight = weightsOf([...others.map(({ words }) => words), own.words]);
  return others
    .map((other) => ({ figure: other.figure, score: scoreOfTwo(own, other, weight) }))
    .filter(({ score }) => score >= SAME_THING)
    .sort((a, b) => b.score - a.score);
}

export interface Pair<F extends Named> {
  readonly a: F;
  readonly b: F;
  readonly score: number;
}

/** Every two figures of a catalogue that seem to ask for the same thing. */
export function similarPairs<F extends Named>(figures: readonly F[]): Pair<F>[] {
  const all = figures.map(wordsOf);
  const weight = weightsOf(all.map(({ words }) => words));
  return all.flatMap((a, index) =>
    all.slice(index + 1).flatMap((b) => {
      const score = scoreOfTwo(a, b, weight);
      return score >= SAME_THING ? [{ a: a.figure, b: b.figure, score }] : [];
    }),
  );
}
