import { AppError } from '../../kernel/errors.ts';
import { type Edition, type EditionPart, knownEdition, SUB_DIMENSIONS } from '../papi/index.ts';
import { scoringErrors } from './errors.ts';

/** The part of a year's edition; throws `scoring.part_unknown`. */
export function ensurePart(year: number, code: string): { edition: Edition; part: EditionPart } {
  const edition = knownEdition(year);
  const part = edition?.parts.get(code);
  if (!edition || !part) throw new AppError(scoringErrors.part_unknown, { year: String(year), part: code });
  return { edition, part };
}

/** Codes of parts and indicators of a year's edition. */
export function codesOf(year: number): ReadonlySet<string> {
  const edition = knownEdition(year);
  return new Set(edition ? [...edition.parts.keys(), ...edition.indicators.keys()] : []);
}

const IN_FORCE = new Set(SUB_DIMENSIONS.map(({ code }) => code));

/** A part that is still measured: owners and tasks are for these. */
export const isInForce = (code: string): boolean => IN_FORCE.has(code);
