import type { CommandContext } from '../../../kernel/audit.ts';
import { type CalendarDate, formatDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { sql } from '../../../kernel/db/sql.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import type { FileStore } from '../../../kernel/files.ts';
import { type Unit, unitsOfDay } from '../../units/index.ts';
import type { Content, ContentProblem, RawContent } from '../domain/content.ts';
import { missingOf, readContent } from '../domain/read-content.ts';
import { type Terms, termsOn } from '../domain/terms.ts';
import { disclosureErrors } from '../errors.ts';
import { disclosureLimits } from '../limits.ts';
import { fieldProblem } from '../messages-content.ts';
import { mayWrite } from '../policy.ts';
import { declarationOf } from '../queries/declarations.ts';
import { lastVersions } from '../store/fact-rows.ts';
import { type Item, selectItems } from '../store/items.ts';
import { openItem } from './open-item.ts';
import { allowedWords, correctItem, itemToWrite, publishItem, told } from './publish-item.ts';

export interface ProgramPublication {
  /** Key of the unit. */
  readonly unit: string;
  readonly code: string;
  /** An item that stands, or the event whose item is to be opened. */
  readonly of: { readonly occurrence: string } | { readonly eventOn: CalendarDate; readonly title: string };
  readonly content: RawContent;
  readonly summary: string;
  /** With a correction: why, and the number of the version that was read before. */
  readonly reason?: string | undefined;
  readonly seenVersion?: number | undefined;
  /** Why what looks personal in it may be published. */
  readonly personalBecause?: string | undefined;
  readonly dryRun: boolean;
}

export interface ProgramOutcome {
  readonly applied: boolean;
  readonly occurrence: string | null;
  /** Of the version that was, or would be, made. */
  readonly version: number;
  readonly terms: Terms;
  readonly problems: readonly ContentProblem[];
}

/**
 * Publishes, or corrects where a version was seen, what a program sends, under the rights of its caller. A dry run tells every problem and
 * writes nothing; otherwise one problem refuses all.
 */
export async function publishFromProgram(
  context: CommandContext,
  tx: Tx,
  given: ProgramPublication,
  files: FileStore,
): Promise<ProgramOutcome> {
  const { dryRun, summary, seenVersion = 0, reason = '' } = given;
  const { tree } = await unitsOfDay(tx, vietnamDate(context.now));
  const unit = tree.find(({ key }) => key === given.unit);
  ensure(unit, disclosureErrors.not_found);
  ensure(mayWrite(context.actor, unit), disclosureErrors.may_not_write);
  const target = await targetOf(tx, unit, given);
  const version = await nextVersion(context, tx, target.item, seenVersion);
  const villages = tree.filter(({ kind, parentId }) => kind === 'thon' && parentId === unit.id);
  const { content, problems: unreadable } = readContent(target.terms, given.content, { villages });
  const wrong = new Set(unreadable.map(({ place }) => place));
  const lacking = missingOf(target.terms, content).filter(({ place }) => !wrong.has(place));
  const problems = [...unreadable, ...lacking].slice(0, disclosureLimits.told_problems);
  const title = target.item?.title ?? ('title' in given.of ? given.of.title : '');
  // Content that is wrong is told first: it is sent again anyway.
  if (problems.length === 0)
    allowedWords(target.terms, { title, summary, reason, content }, given.personalBecause);
  const outcome = { version, terms: target.terms, problems, occurrence: target.item?.occurrence ?? null };
  if (dryRun) return { ...outcome, applied: false };
  refuse(target.terms, problems);
  const itemId = target.item?.id ?? (await opened(context, tx, unit.id, given));
  const { personalBecause = '' } = given;
  await write(context, tx, { itemId, content, summary, seenVersion, reason, personalBecause }, files);
  const [item] = await selectItems(tx, sql`i.id = ${itemId}`, null);
  return { ...outcome, applied: true, occurrence: item?.occurrence ?? null };
}

async function targetOf(
  tx: Tx,
  unit: Unit,
  { of, code }: ProgramPublication,
): Promise<{ item: Item | null; terms: Terms }> {
  if ('occurrence' in of) {
    const [item] = await selectItems(
      tx,
      sql`i.unit_id = ${unit.id} and i.code = ${code} and i.occurrence = ${of.occurrence}`,
      null,
    );
    ensure(item, disclosureErrors.not_found);
    return { item, terms: item.terms };
  }
  const bound = await declarationOf(tx, code);
  ensure(bound && bound.boundFrom !== null, disclosureErrors.unknown_obligation, { code });
  const terms = termsOn(bound.declaration, of.eventOn);
  ensure(terms, disclosureErrors.not_bound_then, { date: formatDate(of.eventOn) });
  return { item: null, terms };
}

async function nextVersion(
  context: CommandContext,
  tx: Tx,
  item: Item | null,
  seenVersion: number,
): Promise<number> {
  if (item) await itemToWrite(context, tx, item.id);
  const last = item ? (await lastVersions(tx, [item.id], null)).get(item.id) : undefined;
  if (seenVersion === 0) ensure(!last, disclosureErrors.published_already, told(last));
  else {
    ensure(last, disclosureErrors.not_published);
    ensure(last.number === seenVersion, disclosureErrors.changed_meanwhile, told(last));
  }
  return seenVersion + 1;
}

function refuse(terms: Terms, problems: readonly ContentProblem[]): void {
  if (problems.length === 0) return;
  throw new AppError(
    disclosureErrors.not_whole,
    { n: problems.length },
    problems.map((problem) => ({ ...fieldProblem(terms, problem), field: `content.${problem.place}` })),
  );
}

async function opened(
  context: CommandContext,
  tx: Tx,
  unitId: string,
  { of, code }: ProgramPublication,
): Promise<string> {
  if ('occurrence' in of) throw new Error('an item that stands is not opened');
  return (await openItem(context, tx, { unitId, code, ...of })).itemId;
}

async function write(
  context: CommandContext,
  tx: Tx,
  given: {
    itemId: string;
    content: Content;
    summary: string;
    seenVersion: number;
    reason: string;
    personalBecause: string;
  },
  files: FileStore,
): Promise<void> {
  const whole = { ...given, files: [] };
  if (given.seenVersion === 0) await publishItem(context, tx, whole, files);
  else await correctItem(context, tx, whole, files);
}
