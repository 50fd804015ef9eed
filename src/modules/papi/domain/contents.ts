import { withoutDiacritics } from '../../../kernel/i18n.ts';
import { type Dimension, PUBLISHED_NAMES, SUB_DIMENSIONS, type SubDimension } from './edition.ts';

export interface Content {
  readonly number: Dimension;
  readonly vi: string;
  readonly en: string;
  /** For the head of a narrow column. */
  readonly short: { readonly vi: string; readonly en: string };
}

const SHORT: Record<Dimension, { vi: string; en: string }> = {
  0: { vi: 'Chung', en: 'General' },
  1: { vi: 'Tham gia', en: 'Participation' },
  2: { vi: 'Minh bạch', en: 'Transparency' },
  3: { vi: 'Giải trình', en: 'Accountability' },
  4: { vi: 'Chống tham nhũng', en: 'Corruption' },
  5: { vi: 'Thủ tục', en: 'Procedures' },
  6: { vi: 'Dịch vụ công', en: 'Services' },
  7: { vi: 'Môi trường', en: 'Environment' },
  8: { vi: 'Điện tử', en: 'E-government' },
};

/** Names offices use beside the published ones; earlier editions and shortened forms. */
const OTHER_NAMES: readonly [Dimension, string][] = [
  [0, 'Nhiệm vụ chung'],
  [0, 'Nội dung chung'],
  [0, 'Phần chung'],
  [0, 'Các nhiệm vụ chung'],
  [1, 'Sự tham gia của người dân'],
  [2, 'Công khai, minh bạch trong hoạch định chính sách'],
  [2, 'Công khai, minh bạch'],
  [3, 'Trách nhiệm giải trình'],
  [4, 'Kiểm soát tham nhũng'],
  [4, 'Phòng, chống tham nhũng'],
  [5, 'Thủ tục hành chính'],
  [8, 'Chính quyền điện tử'],
];

export const CONTENTS: readonly Content[] = [
  { number: 0, vi: 'Nhiệm vụ chung', en: 'General tasks', short: SHORT[0] },
  ...PUBLISHED_NAMES.map((name) => ({ ...name, short: SHORT[name.number] })),
];

/** The content with this number; throws `RangeError` for a number that is none. */
export function content(number: Dimension): Content {
  const found = CONTENTS[number];
  if (!found) throw new RangeError(`no PAPI content ${number}`);
  return found;
}

function words(text: string): string[] {
  return withoutDiacritics(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .filter(Boolean);
}

/** Words that say "this is a content" and not which one. */
const LABEL_WORDS = /^(?:[ivx]+|\d+(?:\s\d+)?|noi dung|chi so|thanh phan|truc|nhom|ve|so|papi)\s+/;

function nameWords(text: string): string[] {
  let folded = words(text).join(' ');
  for (let next = folded.replace(LABEL_WORDS, ''); next !== folded; next = folded.replace(LABEL_WORDS, '')) {
    folded = next;
  }
  return folded.split(' ').filter(Boolean);
}

function pairs(list: readonly string[]): string[] {
  return list.length === 1 ? [...list] : list.slice(1).map((word, i) => `${list[i]} ${word}`);
}

/** Sørensen–Dice over pairs of neighbouring words: 1 is the same name, 0 shares nothing. */
function likeness(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const [first, second] = [pairs(a), new Set(pairs(b))];
  const shared = first.filter((pair) => second.has(pair)).length;
  return (2 * shared) / (first.length + second.size);
}

const NAMES: readonly [Dimension, string[]][] = [
  ...PUBLISHED_NAMES.map((name): [Dimension, string[]] => [name.number, nameWords(name.vi)]),
  ...PUBLISHED_NAMES.map((name): [Dimension, string[]] => [name.number, nameWords(name.en)]),
  ...OTHER_NAMES.map(([number, name]): [Dimension, string[]] => [number, nameWords(name)]),
];

const NAMED_BY_NUMBER = /^(?:chi so )?(?:noi dung|truc noi dung|truc|content|dimension)(?: so)? ([0-8])$/;
const CLOSE_ENOUGH = 0.6;

/**
 * Which content a name means: with or without diacritics, quoted or not, old names too. A number is believed only
 * when nothing but the number is there ("Nội dung 3"). `null` when no name is near enough.
 */
export function dimensionFromName(text: string): Dimension | null {
  const byNumber = NAMED_BY_NUMBER.exec(words(text).join(' '));
  if (byNumber) return Number(byNumber[1]) as Dimension;
  const asked = nameWords(text);
  let best: { number: Dimension; score: number } | undefined;
  for (const [number, name] of NAMES) {
    const score = likeness(asked, name);
    if (score >= CLOSE_ENOUGH && (!best || score > best.score)) best = { number, score };
  }
  return best?.number ?? null;
}

const PART_NAMES = SUB_DIMENSIONS.map((part) => ({ part, names: [nameWords(part.vi), nameWords(part.en)] }));

export interface NamedPart {
  readonly dimension: Dimension;
  /** `null` when the name fits several parts of the content ("Cổng thông tin điện tử"). */
  readonly part: SubDimension | null;
}

function isWithin(asked: readonly string[], name: readonly string[]): boolean {
  return asked.length >= 3 && ` ${name.join(' ')} `.includes(` ${asked.join(' ')} `);
}

/** Which of the 28 parts a name means, by name alone, or at least of which content; `null` when none is near. */
export function partFromName(text: string): NamedPart | null {
  const asked = nameWords(text);
  let best: { part: SubDimension; score: number } | undefined;
  for (const { part, names } of PART_NAMES) {
    const score = Math.max(...names.map((name) => likeness(asked, name)));
    if (score >= CLOSE_ENOUGH && (!best || score > best.score)) best = { part, score };
  }
  if (best) return { dimension: best.part.dimension, part: best.part };
  const holding = PART_NAMES.filter(({ names }) => names.some((name) => isWithin(asked, name)));
  const [first, ...others] = holding.map(({ part }) => part);
  if (!first || others.some((part) => part.dimension !== first.dimension)) return null;
  return { dimension: first.dimension, part: others.length === 0 ? first : null };
}
