import { withoutDiacritics } from '../../../kernel/i18n.ts';

const OLD_TONE: Record<string, string> = {
  oà: 'òa',
  oá: 'óa',
  oả: 'ỏa',
  oã: 'õa',
  oạ: 'ọa',
  oè: 'òe',
  oé: 'óe',
  oẻ: 'ỏe',
  oẽ: 'õe',
  oẹ: 'ọe',
  uỳ: 'ùy',
  uý: 'úy',
  uỷ: 'ủy',
  uỹ: 'ũy',
  uỵ: 'ụy',
};
const OLD_TONE_AT_END = /(?<!q)(o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/giu;

/** Writes hoà, uỷ as hòa, ủy: offices use both placements of the tone, and both are right. */
export function modernTone(text: string): string {
  return text.normalize('NFC').replace(OLD_TONE_AT_END, (old) => {
    const modern = OLD_TONE[old.toLowerCase()] ?? old;
    if (old === old.toUpperCase()) return modern.toUpperCase();
    return old[0] === old[0]?.toUpperCase() ? modern[0]?.toUpperCase() + modern.slice(1) : modern;
  });
}

/** NFC, with every run of blanks as one space. */
export function squeeze(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00a0\u200b\ufeff]+/g, ' ')
    .trim();
}

/** Squeezed, lower case, without diacritics: what words are compared by. */
export function fold(text: string): string {
  return squeeze(withoutDiacritics(text)).replace(/[–—‑−]/g, '-');
}

/** Two rows of the distance table, kept between calls: thousands of unknown names are compared with every unit. */
const ROWS = { previous: new Uint16Array(256), current: new Uint16Array(256) };
const LONGEST_COMPARED = 255;

/** Edit distance (insert, delete, replace) of two strings, or `limit + 1` as soon as it must exceed `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit || b.length > LONGEST_COMPARED) return limit + 1;
  let { previous, current } = ROWS;
  for (let j = 0; j <= b.length; j++) previous[j] = j;
  for (let i = 1; i <= a.length; i++) {
    // A path further than `limit` from the diagonal already costs more than `limit`.
    const [from, to] = [Math.max(1, i - limit), Math.min(b.length, i + limit)];
    current[from - 1] = from === 1 ? i : limit + 1;
    let left = current[from - 1] ?? 0;
    let least = left;
    let diagonal = previous[from - 1] ?? 0;
    const letter = a.charCodeAt(i - 1);
    for (let j = from; j <= to; j++) {
      const above = j < i + limit ? (previous[j] ?? 0) : limit + 1;
      const change = letter === b.charCodeAt(j - 1) ? diagonal : diagonal + 1;
      const beside = (left < above ? left : above) + 1;
      left = change < beside ? change : beside;
      current[j] = left;
      if (left < least) least = left;
      diagonal = above;
    }
    if (least > limit) return limit + 1;
    [previous, current] = [current, previous];
  }
  return previous[b.length] ?? 0;
}

/** The different words of a text, folded. */
export function wordsOf(text: string): Set<string> {
  return new Set(
    fold(text)
      .split(/[^a-z0-9]+/)
      .filter(Boolean),
  );
}

/** Share of the words two texts have in common (Sørensen–Dice over folded words), 0 to 1. */
export function wordLikeness(a: string, b: string): number {
  const [first, second] = [wordsOf(a), wordsOf(b)];
  if (first.size + second.size === 0) return 1;
  let shared = 0;
  for (const word of first) if (second.has(word)) shared++;
  return (2 * shared) / (first.size + second.size);
}

/** At most `length` characters, cut between words, with an ellipsis when something was cut. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length).replace(/\s+\S*$/u, '');
  return `${cut.replace(/[\s,;:.–-]+$/u, '')}…`;
}
