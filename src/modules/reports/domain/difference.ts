/** A stretch of text that stands in both, only in the old, or only in the new. */
export interface Stretch {
  readonly kind: 'same' | 'old' | 'new';
  readonly text: string;
}

/** Pairs of equal items, longest common subsequence; quadratic, so callers keep lists short. */
function common(a: readonly string[], b: readonly string[]): [number, number][] {
  const width = b.length + 1;
  const length = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      length[i * width + j] =
        a[i] === b[j]
          ? (length[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(length[(i + 1) * width + j] ?? 0, length[i * width + j + 1] ?? 0);
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if ((length[(i + 1) * width + j] ?? 0) >= (length[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return pairs;
}

function merged(stretches: readonly Stretch[]): Stretch[] {
  const out: Stretch[] = [];
  for (const stretch of stretches) {
    const last = out.at(-1);
    if (stretch.text === '') continue;
    if (last?.kind === stretch.kind) out[out.length - 1] = { ...last, text: last.text + stretch.text };
    else out.push(stretch);
  }
  return out;
}

function differ(
  a: readonly string[],
  b: readonly string[],
  between: (old: string[], added: string[]) => Stretch[],
): Stretch[] {
  const out: Stretch[] = [];
  let [i, j] = [0, 0];
  for (const [x, y] of [...common(a, b), [a.length, b.length] as [number, number]]) {
    out.push(...between(a.slice(i, x), b.slice(j, y)));
    const text = a[x];
    if (text !== undefined) out.push({ kind: 'same', text });
    [i, j] = [x + 1, y + 1];
  }
  return merged(out);
}

const plainly = (old: string[], added: string[]): Stretch[] => [
  { kind: 'old', text: old.join('') },
  { kind: 'new', text: added.join('') },
];

/** Past this many words on both sides a changed passage is shown whole. */
const FINE = 1_000_000;

/** A word with the space behind it: spaces alone have nothing in common. */
const wordsOf = (text: string): string[] => text.match(/\S+\s*|\s+/gu) ?? [];

/** What was changed from one text to another: by lines first, then by words where lines changed. */
export function textDifference(before: string, after: string): Stretch[] {
  const lines = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+/gu) ?? [];
  return differ(lines(before), lines(after), (old, added) => {
    const [a, b] = [wordsOf(old.join('')), wordsOf(added.join(''))];
    return a.length * b.length > FINE ? plainly(old, added) : differ(a, b, plainly);
  });
}

/** Lines of `now` that `then` does not have: what is new in a proposal since somebody edited the part. */
export function newLines(then: string, now: string): string[] {
  const known = new Set(then.split('\n').map((line) => line.trim()));
  return now.split('\n').filter((line) => line.trim() !== '' && !known.has(line.trim()));
}
