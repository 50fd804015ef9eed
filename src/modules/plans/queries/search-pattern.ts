import { withoutDiacritics } from '../../../kernel/i18n.ts';

/** LIKE pattern for search columns: lower case, no diacritics, the wildcards of a person taken literally. */
export function searchPattern(words: string): string {
  return `%${withoutDiacritics(words.trim()).replace(/[\\%_]/g, '\\$&')}%`;
}
