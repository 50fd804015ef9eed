import type { CalendarDate } from '../../kernel/dates.ts';
import { type DocumentContent, readDocument } from '../../kernel/documents/index.ts';
import { AppError } from '../../kernel/errors.ts';
import { shippedCalendar } from '../calendar/index.ts';
import type { UploadedFile } from './commands/stage-import.ts';
import type { Period } from './domain/due.ts';
import { type ImportAnswer, importAnswer } from './domain/import-answer.ts';
import type { UnitDirectory } from './domain/units.ts';
import { planErrors } from './errors.ts';
import { noChoices } from './import-choices.ts';
import { assignRoles, type ImportSources, readImport, rolesOf } from './import-reading.ts';

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
  const contents: DocumentContent[] = [];
  const refused: ImportAnswer['problems'][number][] = [];
  const refuse = (file: string, error: AppError): void => {
    const { message } = error.describe('vi');
    refused.push({ severity: 'error', file, sheet: null, cell: null, code: error.type.code, message });
  };
  for (const file of input.files) {
    try {
      contents.push(await readDocument(file.name, file.bytes));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refuse(file.name, error);
    }
  }
  const sources: { -readonly [K in keyof ImportSources]: ImportSources[K] } = { body: null, annex: null };
  for (const [index, roles] of assignRoles(contents.map(rolesOf)).entries()) {
    const content = contents[index];
    if (!content) continue;
    if (roles === null)
      refuse(content.fileName, new AppError(planErrors.one_file_each, { file: content.fileName }));
    for (const role of roles ?? []) sources[role] = content;
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
