import { withoutDiacritics } from '../i18n.ts';
import type { SearchWords } from '../search-words.ts';
import { type Fragment, joinSql, sql } from './sql.ts';

/**
 * Search conditions over a column made by `kernel_search_text` with a trigram index. Words are taken literally: no
 * character a person types is a wildcard here.
 */
export interface SearchedColumns {
  /** Lower case, without diacritics. */
  readonly search: Fragment;
  /** The text as people read it. */
  readonly shown: Fragment;
  /** The code a row is known by, in lower case: an expression that has an index. */
  readonly code: Fragment;
}

const likeLiteral = (word: string): string => word.replace(/[\\%_]/g, '\\$&');
/** LIKE pattern for a column of `kernel_search_text`: the phrase anywhere, its wildcards taken literally. */
export function likePattern(phrase: string): string {
  return `%${likeLiteral(withoutDiacritics(phrase.trim()))}%`;
}

const atWordStart = (word: string): string => `\\m${word.replace(/[^\p{L}\p{N} ]/gu, '\\$&')}`;
const asWord = (word: string): string => `${atWordStart(word)}\\M`;

/** The row is called by exactly this code, or by one that begins with it: `2.6`, `II.1` and what lies under it. */
export function hasCode(columns: SearchedColumns, { typed }: SearchWords): Fragment {
  return sql`(${columns.code} = ${typed}::text or ${columns.code} like ${`${likeLiteral(typed)}.%`})`;
}

/** The words stand together in the text, in the order typed. */
export function hasPhrase(columns: SearchedColumns, { words }: SearchWords): Fragment {
  return sql`${columns.search} like ${`%${likeLiteral(words.join(' '))}%`}`;
}

/** Every word stands somewhere in the text. */
export function hasWords(columns: SearchedColumns, { words }: SearchWords): Fragment {
  return joinSql(
    words.map((word) => sql`${columns.search} like ${`%${likeLiteral(word)}%`}`),
    ' and ',
  );
}

/** Something in the text is spelled much like this; for the time when nothing has the words themselves. */
export function isNear(columns: SearchedColumns, { words }: SearchWords): Fragment {
  return sql`${words.join(' ')}::text <% ${columns.search}`;
}

/**
 * How well a row answers, 0 best: its code, a code under it, the words together, each as a word, each as the beginning of
 * a word, anywhere. Half a rank is won by matching the diacritics as typed.
 */
export function rankOf(columns: SearchedColumns, { typed, words }: SearchWords): Fragment {
  const { search, shown, code } = columns;
  return sql`(case
      when ${code} = ${typed}::text then 0
      when ${code} like ${`${likeLiteral(typed)}.%`} then 2
      when ${search} ~ ${asWord(words.join(' '))} then 4
      when ${search} ~ all(${words.map(asWord)}::text[]) then 6
      when ${search} ~ all(${words.map(atWordStart)}::text[]) then 8
      else 10
    end - case when position(${typed}::text in lower(${shown})) > 0 then 1 else 0 end)`;
}

/** How far the spelling is from what was typed, 0 best. */
export function distanceOf(columns: SearchedColumns, { words }: SearchWords): Fragment {
  return sql`(${words.join(' ')}::text <<-> ${columns.search})`;
}
