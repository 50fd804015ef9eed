import type { Content } from './content.ts';
import type { PersonalKind } from './personal-kinds.ts';
import { personalRulesOf } from './personal-rules.ts';
import { personalInText } from './personal-text.ts';
import { takenColumns, takenFields } from './read-content.ts';
import type { Terms } from './terms.ts';

/** Where something was typed that people will read. */
export type TypedPlace =
  | { readonly in: 'title' | 'summary' | 'reason' }
  | {
      readonly in: 'content';
      readonly fieldKey: string;
      readonly row: number | null;
      readonly columnKey: string | null;
    };

export interface TypedFinding {
  readonly place: TypedPlace;
  readonly kind: PersonalKind;
  /** Masked: enough to find it, never the value. */
  readonly sample: string;
}

export interface TypedWords {
  readonly title: string;
  readonly summary: string;
  readonly reason: string;
  readonly content: Content;
}

/**
 * What looks personal in what was typed: the guard of files, asked of the form. A value of a kind that the declaration asks for openly (the
 * telephone of an office) is none, whatever its column.
 */
export function personalTyped(terms: Pick<Terms, 'fields'>, words: TypedWords): TypedFinding[] {
  const rules = personalRulesOf(terms);
  const look = (text: unknown, place: TypedPlace): TypedFinding[] =>
    typeof text === 'string'
      ? personalInText(text, rules).map(({ kind, sample }) => ({ place, kind, sample }))
      : [];
  const inContent = takenFields(terms).flatMap((field) => {
    const value = words.content.fields[field.key];
    const at = { in: 'content', fieldKey: field.key } as const;
    if (field.kind !== 'table')
      return FREE.has(field.kind) ? look(value, { ...at, row: null, columnKey: null }) : [];
    const columns = takenColumns(field).filter(({ kind }) => FREE.has(kind));
    const rows = Array.isArray(value) ? value : [];
    return rows.flatMap((cells, row) =>
      columns.flatMap(({ key }) => look(cells[key], { ...at, row, columnKey: key })),
    );
  });
  return [
    ...look(words.title, { in: 'title' }),
    ...look(words.summary, { in: 'summary' }),
    ...look(words.reason, { in: 'reason' }),
    ...inContent,
  ];
}

/** Kinds of fields into which anything can be typed. */
const FREE: ReadonlySet<string> = new Set(['text', 'long_text']);

/** What no explanation needs, whoever it is about. */
const NEVER_TOLD: readonly PersonalKind[] = ['citizen_id', 'old_id', 'bank_account', 'birth_date'];

/** Whether words that citizens read name somebody by a number or a day of birth. The telephone of whom to call may stand in them. */
export function tellsPersonal(words: string): boolean {
  return personalInText(words, {
    isAboutPeople: false,
    allowsPhones: true,
    allowsEmails: true,
    neverHeadings: [],
  }).some(({ kind }) => NEVER_TOLD.includes(kind));
}
