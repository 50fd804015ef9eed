import { setImmediate } from 'node:timers/promises';
import {
  type DocumentContent,
  readAsides,
  readDocument,
  readPdfText,
  sniffKind,
} from '../../kernel/documents/index.ts';
import { AppError } from '../../kernel/errors.ts';
import { isPicture } from '../../kernel/pictures.ts';
import type { Upload } from '../evidence/index.ts';
import { personalIn, personalInText } from './domain/personal-data.ts';
import type {
  Finding,
  FoundSummary,
  PersonalKind,
  PersonalRules,
  UnreadReason,
} from './domain/personal-kinds.ts';
import { disclosureLimits } from './limits.ts';

/** What looks personal in a file, where it stands, and what could not be looked into. Holds nothing of the data itself. */
export interface GuardReport {
  readonly counts: FoundSummary['counts'];
  /** The first of them, in reading order. */
  readonly findings: readonly Finding[];
  readonly unread: readonly UnreadReason[];
  /** A copy without it can be made by the program. */
  readonly canReduce: boolean;
}

/** Looks through a file that `readUpload` took. A file nobody can read inside is said to be so, never to be clean. */
export async function guardFile(upload: Upload, rules: PersonalRules): Promise<GuardReport> {
  const { name, bytes } = upload;
  const { kind } = sniffKind(bytes, name);
  if (isPicture(kind)) return unreadAs('picture');
  if (kind === 'pdf') return guardPdf(name, bytes, rules);
  const content = await readDocument(name, bytes).catch(unlessDefect);
  if (content === null) return unreadAs('unreadable');
  const findings = await inPieces(personalIn(content, rules));
  const isOffice = kind === 'docx' || kind === 'xlsx';
  const { texts, hasPictures } = isOffice ? await readAsides(name, bytes) : { texts: [], hasPictures: false };
  return reportOf([...findings, ...besides(texts, content, findings, rules)], {
    unread: hasPictures ? ['pictures_inside'] : [],
    canReduce: kind === 'xlsx' || kind === 'csv',
  });
}

/** An old font, more cells than are read: the file may be published, unread. */
function unlessDefect(error: unknown): null {
  if (error instanceof AppError) return null;
  throw error;
}

function reportOf(
  findings: readonly Finding[],
  rest: Pick<GuardReport, 'unread' | 'canReduce'>,
): GuardReport {
  const counts: Partial<Record<PersonalKind, number>> = {};
  for (const { kind } of findings) counts[kind] = (counts[kind] ?? 0) + 1;
  return { counts, findings: findings.slice(0, disclosureLimits.findings_listed), ...rest };
}

const unreadAs = (reason: UnreadReason): GuardReport => reportOf([], { unread: [reason], canReduce: false });

/** Rows looked at before other requests get a turn: some milliseconds. */
const PIECE = 1000;

async function inPieces(found: Iterable<Finding[]>): Promise<Finding[]> {
  const all: Finding[] = [];
  let count = 0;
  for (const some of found) {
    all.push(...some);
    count += 1;
    if (count % PIECE === 0) await setImmediate();
  }
  return all;
}

async function guardPdf(name: string, bytes: Uint8Array, rules: PersonalRules): Promise<GuardReport> {
  const text = await readPdfText(name, bytes);
  if (text === null) return unreadAs('unreadable');
  const findings = text.pages.flatMap((page, index) =>
    personalInText(page, rules).map(
      ({ kind, sample }): Finding => ({ kind, sample, place: { in: 'page', number: index + 1 } }),
    ),
  );
  const isWhole = text.pageCount === text.pages.length && text.pages.every((page) => page.trim() !== '');
  return reportOf(findings, { unread: isWhole ? [] : ['scan'], canReduce: false });
}

/** What stands beside the text and was not found in it: a number in both is one number. */
function besides(
  texts: readonly string[],
  { grids, paragraphs }: DocumentContent,
  known: readonly Finding[],
  rules: PersonalRules,
): Finding[] {
  const read = new Set([
    ...paragraphs.map(({ text }) => text),
    ...grids.flatMap(({ rows }) => rows.flat().flatMap((cell) => cell?.text.split('\n') ?? [])),
  ]);
  const samples = new Set(known.map(({ kind, sample }) => `${kind} ${sample}`));
  return texts
    .filter((text) => !read.has(text))
    .flatMap((text) => personalInText(text, rules))
    .filter(({ kind, sample }) => !samples.has(`${kind} ${sample}`))
    .map(({ kind, sample }): Finding => ({ kind, sample, place: { in: 'aside' } }));
}

/** What is kept of a report beside the file; `null` where there is nothing to keep. */
export function summaryOf({ counts, findings, unread }: GuardReport): FoundSummary | null {
  return findings.length === 0 && unread.length === 0 ? null : { v: 1, counts, unread: [...unread] };
}
