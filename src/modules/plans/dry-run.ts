import type { CalendarDate } from '../../kernel/dates.ts';
import { readDocument } from '../../kernel/documents/index.ts';
import { AppError } from '../../kernel/errors.ts';
import { shippedCalendar } from '../calendar/index.ts';
import type { UploadedFile } from './commands/stage-import.ts';
import type { Period } from './domain/due.ts';
import { type ImportAnswer, importAnswer } from './domain/import-answer.ts';
import type { UnitDirectory } from './domain/units.ts';
import { noChoices } from './import-choices.ts';
import { type ImportSources, readImport, rolesOf } from './import-reading.ts';

export interface DryRunInput {
  readonly files: readonly UploadedFile[];
  readonly directory: UnitDirectory;
  /** Read from the body's head when left out, and else from `today`. */
  readonly planYear?: number;
  readonly today: CalendarDate;
  readonly issuedOn?: CalendarDate;
  readonly regularPeriod?: Period;
}

/**
 * What an import of these files would bring, without a database. A file that cannot be read is a problem of severity
 * `error` among the others; the rest is read all the same.
 */
export async function dryRunImport(input: DryRunInput): Promise<ImportAnswer> {
  const sources: { -readonly [K in keyof ImportSources]: ImportSources[K] } = { body: null, annex: null };
  const refused: ImportAnswer['problems'][number][] = [];
  for (const file of input.files) {
    try {
      const content = await readDocument(file.name, file.bytes);
      for (const role of rolesOf(content)) sources[role] ??= content;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const { message } = error.describe('vi');
      refused.push({
        severity: 'error',
        file: file.name,
        sheet: null,
        cell: null,
        code: error.type.code,
        message,
      });
    }
  }
  const read = (planYear: number) =>
    readImport(sources, noChoices, { planYear, directory: input.directory, standing: null });
  const year = input.planYear ?? Number(input.today.slice(0, 4));
  const first = read(year);
  const stated = input.planYear ?? first.body?.head.year ?? year;
  const reading = stated === year ? first : read(stated);
  const answer = importAnswer(reading, {
    planYear: stated,
    issuedOn: input.issuedOn ?? reading.body?.head.date ?? null,
    regularPeriod: input.regularPeriod ?? 'half',
    calendar: shippedCalendar(),
  });
  return { ...answer, problems: [...refused, ...answer.problems] };
}
