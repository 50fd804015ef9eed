import { readDocument } from '../../kernel/documents/index.ts';
import { AppError } from '../../kernel/errors.ts';
import { say } from '../../kernel/i18n.ts';
import { EDITIONS, type Edition, knownEdition } from './domain/editions.ts';
import { type IndicatorRows, readIndicatorRows } from './domain/indicator-rows.ts';
import { type ScoredPlace, scorePlaces } from './domain/score.ts';
import type { ShareUnit } from './domain/value-units.ts';
import { papiErrors } from './errors.ts';
import { rowProblemWords } from './messages-rows.ts';

export interface ScoredFile {
  readonly edition: Edition;
  readonly year: number;
  readonly rows: IndicatorRows;
  readonly places: readonly ScoredPlace[];
}

/** The edition of a year written as text; throws `papi.edition_unknown` for any other text. */
export function editionNamed(text: string): { edition: Edition; year: number } {
  const year = /^\d{4}$/.test(text.trim()) ? Number(text) : Number.NaN;
  const edition = knownEdition(year);
  if (edition) return { edition, year };
  throw new AppError(papiErrors.edition_unknown, {
    edition: text,
    first: String(EDITIONS[0]?.firstYear),
    last: String(EDITIONS.at(-1)?.lastYear),
  });
}

/**
 * Scores a file that lists year, province_code, indicator and value. Throws `papi.indicators_unreadable` with the cells when
 * anything in it cannot be read for sure; codes of other editions are passed over and told.
 */
export async function scoreFile(
  file: { name: string; bytes: Uint8Array },
  options: { edition: string; unit?: ShareUnit | undefined },
): Promise<ScoredFile> {
  const { edition, year } = editionNamed(options.edition);
  const document = await readDocument(file.name, file.bytes);
  const [grid] = document.grids;
  const read = readIndicatorRows(edition, grid?.rows ?? [], { year, unit: options.unit });
  if (!read.ok) {
    const fields = read.problems.map((problem) => {
      const { place, message, params } = rowProblemWords(problem);
      return { field: typeof place === 'string' ? place : say('vi', place), message, params };
    });
    throw new AppError(papiErrors.indicators_unreadable, { file: file.name }, fields);
  }
  const { rows } = read;
  return { edition, year: rows.year ?? year, rows, places: scorePlaces(edition, rows.places) };
}
