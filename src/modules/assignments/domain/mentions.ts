/** A user name after @, not inside a word: "a@vidu.example" mentions nobody. */
const MENTION = /(?<![\p{L}\p{N}._-])@([a-z][a-z0-9._-]{2,39})/giu;

/** The end of a sentence is not the end of a name. */
function bare(written: string): string {
  return written.toLowerCase().replace(/[._-]+$/, '');
}

/** The user names that a text mentions, each once, in the order of the text. */
export function mentionsIn(words: string): string[] {
  const names = [...words.matchAll(MENTION)].map((match) => bare(match[1] ?? ''));
  return [...new Set(names.filter((name) => name.length >= 3))];
}

type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'person'; readonly name: string };

/** The text cut at the mentions of known people, by user name; all pieces joined are the text with names in it. */
export function piecesOf(words: string, names: ReadonlyMap<string, string>): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of words.matchAll(MENTION)) {
    const username = bare(match[1] ?? '');
    const name = names.get(username);
    if (name === undefined) continue;
    if (match.index > at) pieces.push({ kind: 'text', text: words.slice(at, match.index) });
    pieces.push({ kind: 'person', name });
    at = match.index + 1 + username.length;
  }
  if (at < words.length) pieces.push({ kind: 'text', text: words.slice(at) });
  return pieces;
}
