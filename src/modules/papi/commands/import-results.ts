import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { type CalendarDate, calendarDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { hashOf } from '../../../kernel/files.ts';
import { newId } from '../../../kernel/ids.ts';
import type { ImportProblem, Understood, UnderstoodYear } from '../domain/import/understand.ts';
import type { PlaceLevel } from '../domain/results.ts';
import type { ShareUnit } from '../domain/value-units.ts';
import { papiErrors } from '../errors.ts';
import { papiEvents } from '../events.ts';
import { papiLimits } from '../limits.ts';
import { problemWords } from '../messages-import.ts';
import { mayKeepIndex } from '../policy.ts';
import { shippedYears } from '../shipped.ts';
import { importedYears, insertRelease } from '../store.ts';
import { readResults } from './read-results.ts';

/** What people say of a file besides its content. */
export const importChoicesSchema = z.object({
  year: z.coerce.number().int().min(2009).max(2100).nullish(),
  level: z.enum(['province', 'district', 'commune']).default('province'),
  isOfficial: z.boolean().default(true),
  unit: z.enum(['share', 'percent']).nullish(),
  source: z.string().trim().min(1).max(300),
});

export interface ImportInput {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly year?: number | null | undefined;
  readonly level: PlaceLevel;
  readonly isOfficial: boolean;
  readonly unit?: ShareUnit | null | undefined;
  readonly source: string;
  /** The day of publication; what is known of the year when absent. */
  readonly knownFrom?: CalendarDate | null | undefined;
  readonly dryRun?: boolean;
}

export interface ImportedResults {
  readonly applied: boolean;
  readonly understood: Understood;
  readonly releases: readonly {
    readonly year: number;
    readonly knownFrom: CalendarDate;
    readonly values: number;
  }[];
}

/** When people knew the results of a year: as published where that is known, else 30/6 of the next year, never after today. */
export function usualKnownFrom(year: number, today: CalendarDate): CalendarDate {
  const usual = shippedYears().get(year)?.knownFrom ?? calendarDate(`${year + 1}-06-30`);
  return usual > today ? today : usual;
}

/**
 * Imports the results of a file, one release for each year in it, all or nothing. Refused when anything in it cannot be read for
 * sure, or when the same file was imported for a year already.
 */
export async function importResults(
  context: CommandContext,
  tx: Tx,
  input: ImportInput,
): Promise<ImportedResults> {
  ensure(mayKeepIndex(context.actor, null), papiErrors.may_not_keep);
  const understood = await readResults(input);
  const today = vietnamDate(context.now);
  const releases = understood.years.map((year) => ({
    year: year.year,
    knownFrom: input.knownFrom ?? usualKnownFrom(year.year, today),
    values: year.values.length,
  }));
  if (input.dryRun) return { applied: false, understood, releases };
  refuseErrors(input.fileName, understood.problems);
  const fileHash = hashOf(input.bytes);
  const known = await importedYears(tx, fileHash);
  const again = understood.years.find((year) => known.includes(year.year));
  if (again) throw new AppError(papiErrors.import_same, { year: String(again.year) });
  for (const [index, year] of understood.years.entries()) {
    const knownFrom = releases[index]?.knownFrom ?? today;
    await insertYear(context, tx, input, { year, knownFrom, fileHash });
  }
  return { applied: true, understood, releases };
}

function refuseErrors(file: string, problems: readonly ImportProblem[]): void {
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length === 0) return;
  throw new AppError(
    papiErrors.import_refused,
    { file },
    errors.slice(0, papiLimits.shown_problems).map(({ kind, place, params }) => ({
      field: place,
      message: problemWords[kind],
      params,
    })),
  );
}

async function insertYear(
  context: CommandContext,
  tx: Tx,
  input: ImportInput,
  { year, knownFrom, fileHash }: { year: UnderstoodYear; knownFrom: CalendarDate; fileHash: string },
): Promise<void> {
  const id = newId();
  const { fileName, level, isOfficial, source } = input;
  await insertRelease(
    tx,
    {
      id,
      year: year.year,
      level,
      isOfficial,
      title: isOfficial ? `PAPI ${year.year}` : `${source} ${year.year}`.slice(0, 300),
      source,
      fileName: fileName.slice(-200),
      fileHash,
      knownFrom,
      importedAt: context.now,
      personId: context.actor.personId,
      personName: context.actor.name,
    },
    year.values,
  );
  await audit(tx, context, papiEvents.imported, {
    subject: { type: 'papi_release', id },
    after: {
      year: year.year,
      level,
      isOfficial,
      source,
      fileName,
      fileHash,
      knownFrom,
      places: year.places,
      values: year.values.length,
    },
  });
}
