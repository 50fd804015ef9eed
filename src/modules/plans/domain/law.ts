import { z } from 'zod';
import { addDays, type CalendarDate, isCalendarDate } from '../../../kernel/dates.ts';
import { fold, modernTone } from './wording.ts';

const day = z.iso.date().refine(isCalendarDate) as unknown as z.ZodType<CalendarDate, string>;
const words = z.string().trim().min(1).max(300);

const documentSchema = z
  .strictObject({
    kind: words,
    number: z.string().regex(/^\d+\/\d{4}\/\S+$/),
    name: words,
    /** Names that mean this document alone, however it is cited. */
    alsoCalled: z.array(words),
    inForceFrom: day.nullable(),
    /** The last day in force; `null` while no end is known. */
    inForceTo: day.nullable(),
    /** Numbers of documents in the same file. */
    replacedBy: z.array(z.string()),
    source: words,
    status: z.enum(['CONFIRMED', 'UNCONFIRMED']),
  })
  .refine(
    ({ inForceFrom, inForceTo }) => inForceFrom === null || inForceTo === null || inForceFrom <= inForceTo,
  );

export type LegalDocument = z.output<typeof documentSchema>;

/** Documents with the days they are in force; a number stands once, and what replaces a document is in the file too. */
export const lawRegisterSchema = z
  .strictObject({ v: z.literal(1), documents: z.array(documentSchema) })
  .refine(({ documents }) => {
    const numbers = new Set(documents.map((one) => one.number));
    const known = documents.every((one) => one.replacedBy.every((number) => numbers.has(number)));
    return known && numbers.size === documents.length;
  });

export interface LawFinding {
  readonly document: LegalDocument;
  /** The clause that cites it. */
  readonly path: string;
  /** `ended`: no longer in force on the day; `not_yet`: not in force before a later day. */
  readonly why: 'ended' | 'not_yet';
  /** The first day it was out of force, or the first day it will be in force. */
  readonly on: CalendarDate;
  readonly replacedBy: readonly LegalDocument[];
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Names as a pattern over folded text: whole words, a number also without the symbol behind its year. */
function patternOf(document: LegalDocument): RegExp {
  const [serial = '', year = ''] = document.number.split('/');
  const short = `(?<=${fold(document.kind)} (?:so )?)${serial}/${year}(?![/\\p{L}\\d])`;
  const named = [document.number, ...document.alsoCalled].map((name) => escaped(fold(modernTone(name))));
  return new RegExp(`(?<![\\p{L}\\d/])(?:${named.join('|')}|${short})(?![\\p{L}\\d/])`, 'u');
}

/** Documents cited in the passages that are not in force on the day, each once a passage, in the order of the passages. */
export function outOfForce(
  passages: readonly { readonly path: string; readonly text: string }[],
  on: CalendarDate,
  documents: readonly LegalDocument[],
): LawFinding[] {
  const byNumber = new Map(documents.map((one) => [one.number, one]));
  const doubtful = documents.flatMap((document): (Omit<LawFinding, 'path'> & { pattern: RegExp })[] => {
    const { inForceFrom, inForceTo } = document;
    const replacedBy = document.replacedBy.flatMap((number) => byNumber.get(number) ?? []);
    const found = { document, replacedBy, pattern: patternOf(document) };
    if (inForceTo !== null && inForceTo < on) return [{ ...found, why: 'ended', on: addDays(inForceTo, 1) }];
    if (inForceFrom !== null && inForceFrom > on) return [{ ...found, why: 'not_yet', on: inForceFrom }];
    return [];
  });
  return passages.flatMap(({ path, text }) => {
    const folded = fold(modernTone(text));
    return doubtful
      .filter(({ pattern }) => pattern.test(folded))
      .map(({ pattern: _, ...finding }) => ({ ...finding, path }));
  });
}
