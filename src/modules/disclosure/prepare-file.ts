import { readUpload, type Upload } from '../evidence/index.ts';
import type { FoundSummary, PersonalRules } from './domain/personal-kinds.ts';
import { type GuardReport, guardFile, summaryOf } from './guard-file.ts';
import { reduceFile } from './reduce-file.ts';

/** One file to keep; a row of `disclosure_file`. */
export interface PreparedFilePart {
  readonly role: 'official' | 'reduced' | 'sealed';
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Null where nothing was found and everything could be read. */
  readonly found: FoundSummary | null;
  readonly allowedBecause: string | null;
}

/** A file that was read, checked and may be kept: the official one, or a reduced copy with the sealed original. */
export interface PreparedDisclosureFile {
  readonly kind: 'prepared';
  readonly parts: readonly PreparedFilePart[];
}

/** Nothing was kept: the person decides between a reduced copy and a reason. */
export interface Warned {
  readonly kind: 'warned';
  readonly name: string;
  readonly report: GuardReport;
}

export interface PrepareChoice {
  readonly rules: PersonalRules;
  /** Why the file is published as it is although something was found. */
  readonly allowBecause?: string;
  /** Publish the reduced copy and seal the original. */
  readonly reduce?: boolean;
}

/**
 * Reads a file for publication. Takes seconds where it is large: call it before the transaction. Throws an error that names the file when
 * it may not be kept at all; answers `warned` when it holds personal data and nobody decided yet.
 */
export async function prepareDisclosureFile(
  upload: Upload,
  { rules, allowBecause, reduce = false }: PrepareChoice,
): Promise<PreparedDisclosureFile | Warned> {
  const { name, mediaType, bytes } = await readUpload(upload, 'file');
  const report = await guardFile({ name, bytes }, rules);
  const found = summaryOf(report);
  const file = { name, mediaType, bytes, found };
  if (found === null || (report.findings.length === 0 && !rules.isAboutPeople))
    return { kind: 'prepared', parts: [{ ...file, role: 'official', allowedBecause: null }] };
  const copy = reduce && report.canReduce ? await reduceFile({ name, bytes }, rules) : null;
  if (copy !== null)
    return {
      kind: 'prepared',
      parts: [
        { ...copy, mediaType, role: 'reduced', found: null, allowedBecause: null },
        { ...file, role: 'sealed', allowedBecause: null },
      ],
    };
  const because = allowBecause?.trim();
  if (because) return { kind: 'prepared', parts: [{ ...file, role: 'official', allowedBecause: because }] };
  // A copy in which something would still be found is not offered again.
  return { kind: 'warned', name, report: reduce ? { ...report, canReduce: false } : report };
}
