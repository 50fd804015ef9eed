import { withoutDiacritics } from '../../../kernel/i18n.ts';

/** What of a figure a person may type to mean it. */
export interface NamedFigure {
  readonly code: string;
  readonly name: string;
}

export type MeantFigure =
  /** Empty: none is meant. A code that reads like one is kept, known or not: an unknown one is told with the draft's other problems. */
  | { readonly code: string | null }
  /** No code, and the name is of none or of several: those that it may be, at most `MOST_NEAR`. */
  | { readonly near: readonly NamedFigure[] };

const CODE = /^[A-Z][A-Z0-9.]{1,19}[a-z]?$/;
const MOST_NEAR = 3;

const plain = (text: string): string =>
  withoutDiacritics(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** The figure that was typed: by its code, its whole name, or words that stand in one name only; case and diacritics do not matter. */
export function figureMeant(typed: string, figures: readonly NamedFigure[]): MeantFigure {
  const text = typed.trim();
  if (text === '') return { code: null };
  const byCode = figures.find(({ code }) => code.toLowerCase() === text.toLowerCase());
  if (byCode) return { code: byCode.code };
  if (CODE.test(text)) return { code: text };
  const said = plain(text);
  const [same, ...others] = figures.filter(({ name }) => plain(name) === said);
  if (same)
    return others.length === 0 ? { code: same.code } : { near: [same, ...others].slice(0, MOST_NEAR) };
  const words = said.split(' ').filter(Boolean);
  const near = figures.filter(({ name }) => {
    const ofName = new Set(plain(name).split(' '));
    return words.length > 0 && words.every((word) => ofName.has(word));
  });
  const [only] = near;
  return only && near.length === 1 ? { code: only.code } : { near: near.slice(0, MOST_NEAR) };
}
