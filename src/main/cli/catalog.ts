import type { CommandEntry } from './command.ts';
import { summaries } from './messages.ts';

/** Every command, in the order of the help. */
export const catalog: readonly CommandEntry[] = [
  { words: ['due'], says: summaries.due, load: () => import('./due.ts') },
];

/** The command that `words` begin with; the longest wins. */
export function commandFor(words: readonly string[]): CommandEntry | undefined {
  return catalog
    .filter((entry) => entry.words.every((word, index) => word === words[index]))
    .sort((a, b) => b.words.length - a.words.length)[0];
}
