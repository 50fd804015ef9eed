import { type CalendarDate, formatDate, vietnamDate } from '../../kernel/dates.ts';
import { AppError, ensure, type FieldProblem } from '../../kernel/errors.ts';
import { type EvidenceInput, evidenceInput } from './domain/input.ts';
import { readLink } from './domain/link.ts';
import { evidenceErrors } from './errors.ts';
import { evidenceLimits } from './limits.ts';
import { type ReadUpload, readUpload } from './read-upload.ts';

/** Evidence that was read and checked, ready to be added. */
export interface PreparedEvidence {
  readonly kind: EvidenceInput['kind'];
  readonly words: string;
  readonly url: string | null;
  readonly place: string | null;
  readonly postedFrom: CalendarDate | null;
  readonly postedTo: CalendarDate | null;
  readonly heldOn: CalendarDate | null;
  readonly attendants: number | null;
  readonly file: ReadUpload | null;
  readonly keepLocation: boolean;
}

/**
 * Reads files, pictures and links that people sent as evidence. Takes seconds where pictures are many: call it before the
 * transaction. Throws when one of them may not be kept; `fields` of the error name each by its place in the list (`0`, `1`, …).
 */
export async function prepareEvidence(
  given: readonly EvidenceInput[],
  now: Date,
): Promise<PreparedEvidence[]> {
  const limit = evidenceLimits.items_at_once;
  ensure(given.length <= limit, evidenceErrors.too_many_at_once, { limit });
  const prepared: PreparedEvidence[] = [];
  const refused: AppError[] = [];
  const problems: FieldProblem[] = [];
  for (const [index, item] of given.entries()) {
    try {
      prepared.push(await prepareOne(item, vietnamDate(now)));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refused.push(error);
      problems.push({ field: String(index), message: error.type, params: error.params });
    }
  }
  const [first] = refused;
  if (first) throw new AppError(first.type, first.params, problems);
  return prepared;
}

async function prepareOne(given: EvidenceInput, today: CalendarDate): Promise<PreparedEvidence> {
  const item = evidenceInput.parse(given);
  const nothing = {
    url: null,
    place: null,
    postedFrom: null,
    postedTo: null,
    heldOn: null,
    attendants: null,
    file: null,
    keepLocation: false,
  };
  const { kind, words } = item;
  switch (kind) {
    case 'file':
      return { ...nothing, kind, words, file: await readUpload(item.upload, 'file') };
    case 'photo': {
      const { keepLocation } = item;
      return { ...nothing, kind, words, file: await readUpload(item.upload, 'photo'), keepLocation };
    }
    case 'link':
      return { ...nothing, kind, words, url: linkOf(item.url) };
    case 'posting': {
      const { place, from, to, keepLocation } = item;
      notAfter(from, today);
      ensure(to === null || to >= from, evidenceErrors.days_crossed);
      const file = item.upload && (await readUpload(item.upload, 'file'));
      return { ...nothing, kind, words, place, postedFrom: from, postedTo: to, file, keepLocation };
    }
    case 'minutes': {
      const { place, heldOn, attendants } = item;
      notAfter(heldOn, today);
      return {
        ...nothing,
        kind,
        words,
        place,
        heldOn,
        attendants,
        file: await readUpload(item.upload, 'file'),
      };
    }
  }
}

function notAfter(day: CalendarDate, today: CalendarDate): void {
  ensure(day <= today, evidenceErrors.future_day, { date: formatDate(day) });
}

function linkOf(typed: string): string {
  const read = readLink(typed);
  if ('url' in read) return read.url;
  ensure(read.problem !== 'credentials', evidenceErrors.link_credentials);
  throw new AppError(evidenceErrors.link_malformed, { url: typed.slice(0, 100) });
}
