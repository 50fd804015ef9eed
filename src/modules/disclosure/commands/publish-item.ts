import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { formatDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { sql } from '../../../kernel/db/sql.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import type { FileStore } from '../../../kernel/files.ts';
import { newId } from '../../../kernel/ids.ts';
import { type Content, contentSchema } from '../domain/content.ts';
import { personalTyped, type TypedWords, tellsPersonal } from '../domain/personal-typed.ts';
import { missingOf } from '../domain/read-content.ts';
import type { Terms } from '../domain/terms.ts';
import { disclosureErrors } from '../errors.ts';
import { disclosureEvents, itemSettled } from '../events.ts';
import { disclosureLimits } from '../limits.ts';
import { fieldProblem, typedProblem } from '../messages-content.ts';
import { mayWrite } from '../policy.ts';
import type { PreparedDisclosureFile } from '../prepare-file.ts';
import { writePublicRow } from '../public-row.ts';
import { type LastVersion, lastVersions, standingExceptions } from '../store/fact-rows.ts';
import { copyFiles, insertFiles } from '../store/files.ts';
import { heldItem, type Item } from '../store/items.ts';
import { lineageOf } from '../units.ts';
import { showOnPortal } from './show-on-portal.ts';

export interface PublishItem {
  readonly itemId: string;
  readonly content: Content;
  /** One plain paragraph for citizens. */
  readonly summary: string;
  readonly files: readonly PreparedDisclosureFile[];
  /** Why what looks personal in what was typed may be published. */
  readonly personalBecause?: string;
}

export interface CorrectItem extends PublishItem {
  readonly reason: string;
  /** The number of the version that the person was looking at. */
  readonly seenVersion: number;
  /** Files of the version before that stay, by their ids. */
  readonly keepFiles?: readonly string[];
}

/** Publishes the first version of an item. A content that is not whole is refused with every value it lacks. */
export async function publishItem(
  context: CommandContext,
  tx: Tx,
  input: PublishItem,
  files: FileStore,
): Promise<{ versionId: string; number: number }> {
  const { item, last } = await itemToWrite(context, tx, input.itemId);
  ensure(!last, disclosureErrors.published_already, told(last));
  return record(context, tx, item, { ...input, kind: 'publish', number: 1, reason: null }, files);
}

/** Publishes a version more, with its reason; the earlier ones stay to be read. After a withdrawal it publishes again. */
export async function correctItem(
  context: CommandContext,
  tx: Tx,
  input: CorrectItem,
  files: FileStore,
): Promise<{ versionId: string; number: number }> {
  const { item, last } = await itemToWrite(context, tx, input.itemId);
  ensure(last, disclosureErrors.not_published);
  ensure(last.number === input.seenVersion, disclosureErrors.changed_meanwhile, told(last));
  const reason = reasonOf(input.reason);
  return record(context, tx, item, { ...input, kind: 'correct', number: last.number + 1, reason }, files);
}

/** Takes the content back: it stays to be read inside; the portal says that it was withdrawn, when and why. */
export async function withdrawItem(
  context: CommandContext,
  tx: Tx,
  input: { readonly itemId: string; readonly reason: string; readonly seenVersion?: number },
): Promise<void> {
  const { item, last } = await itemToWrite(context, tx, input.itemId);
  ensure(last, disclosureErrors.not_published);
  ensure(last.kind !== 'withdraw', disclosureErrors.withdrawn, told(last));
  const seen = input.seenVersion ?? last.number;
  ensure(last.number === seen, disclosureErrors.changed_meanwhile, told(last));
  const reason = reasonOf(input.reason);
  await insertVersion(context, tx, {
    id: newId(),
    itemId: item.id,
    number: last.number + 1,
    kind: 'withdraw',
    content: null,
    summary: null,
    reason,
  });
  await audit(tx, context, disclosureEvents.withdrawn, {
    subject: { type: 'disclosure_item', id: item.id },
    before: { version: last.number },
    after: { version: last.number + 1, reason },
  });
  await writePublicRow(tx, [item.id], vietnamDate(context.now));
}

/** The item, held, for somebody who may write it now, with its last version. */
export async function itemToWrite(
  context: CommandContext,
  tx: Tx,
  itemId: string,
): Promise<{ item: Item; last: LastVersion | undefined }> {
  const item = await heldItem(tx, itemId);
  const lineage = await lineageOf(tx, item.unitId, vietnamDate(context.now));
  ensure(mayWrite(context.actor, { lineage }), disclosureErrors.may_not_write);
  const exception = (await standingExceptions(tx, [item.id], null)).get(item.id);
  ensure(exception?.kind !== 'nil', disclosureErrors.said_nil);
  ensure(exception?.kind !== 'exempt', disclosureErrors.is_exempt);
  return { item, last: (await lastVersions(tx, [item.id], null)).get(item.id) };
}

export function told(last: LastVersion | undefined): Record<string, string> {
  return {
    name: last?.personName ?? '',
    number: String(last?.number ?? 0),
    date: last ? formatDate(vietnamDate(last.recordedAt)) : '',
  };
}

export function reasonOf(typed: string): string {
  const reason = typed.normalize('NFC').trim();
  ensure(reason.length >= 3 && reason.length <= 1000, disclosureErrors.reason_unfit);
  ensure(!tellsPersonal(reason), disclosureErrors.words_personal);
  return reason;
}

interface NewVersion {
  readonly id: string;
  readonly itemId: string;
  readonly number: number;
  readonly kind: 'publish' | 'correct' | 'withdraw';
  readonly content: Content | null;
  readonly summary: string | null;
  readonly reason: string | null;
}

async function insertVersion(context: CommandContext, tx: Tx, version: NewVersion): Promise<void> {
  const { actor, now } = context;
  await tx.run(sql`
    insert into disclosure_version (id, item_id, number, kind, content, summary, reason, person_id, person_name, by_unit_id, recorded_at)
    values (${version.id}, ${version.itemId}, ${version.number}, ${version.kind},
      ${version.content && JSON.stringify(version.content)}, ${version.summary}, ${version.reason}, ${actor.personId},
      ${actor.name}, ${actor.current?.unitId ?? null}, ${now})`);
}

async function record(
  context: CommandContext,
  tx: Tx,
  item: Item,
  given: PublishItem & Pick<NewVersion, 'kind' | 'number' | 'reason'> & Pick<CorrectItem, 'keepFiles'>,
  files: FileStore,
): Promise<{ versionId: string; number: number }> {
  const { kind, number, reason } = given;
  const content = contentSchema.parse(given.content);
  const summary = given.summary.normalize('NFC').trim();
  refuseUnwhole(item.terms, content);
  ensure(summary.length >= 1 && summary.length <= 1000, disclosureErrors.summary_unfit);
  const { title, terms } = item;
  const allowed = allowedWords(
    terms,
    { title, summary, reason: reason ?? '', content },
    given.personalBecause,
  );
  const versionId = newId();
  await insertVersion(context, tx, {
    id: versionId,
    itemId: item.id,
    number,
    kind,
    content,
    summary,
    reason,
  });
  const kept = [
    ...(await copyFiles(tx, item.id, versionId, given.keepFiles ?? [])),
    ...(await insertFiles(tx, versionId, given.files, files, context.now)),
  ];
  await audit(tx, context, kind === 'publish' ? disclosureEvents.published : disclosureEvents.corrected, {
    subject: { type: 'disclosure_item', id: item.id },
    after: { version: number, versionId, ...(reason ? { reason } : {}), ...allowed, files: kept },
  });
  await showOnPortal(context, tx, item, versionId);
  await itemSettled.emit(context, tx, { itemId: item.id });
  return { versionId, number };
}

function refuseUnwhole(terms: Terms, content: Content): void {
  const problems = missingOf(terms, content);
  if (problems.length === 0) return;
  throw new AppError(
    disclosureErrors.not_whole,
    { n: problems.length },
    problems.slice(0, disclosureLimits.told_problems).map((problem) => fieldProblem(terms, problem)),
  );
}

/** What the audit keeps of words that look personal and may stand: how many of which kind, and why; never the words. Throws `personal_typed`. */
export function allowedWords(
  terms: Terms,
  words: TypedWords,
  because: string | undefined,
): { readonly personal?: { readonly kinds: Readonly<Record<string, number>>; readonly because: string } } {
  const found = personalTyped(terms, words);
  if (found.length === 0) return {};
  const why = because?.normalize('NFC').trim() ?? '';
  if (why.length < 5 || why.length > 1000)
    throw new AppError(
      disclosureErrors.personal_typed,
      { n: found.length },
      found.slice(0, disclosureLimits.told_problems).map((one) => typedProblem(terms, one)),
    );
  const kinds: Record<string, number> = {};
  for (const { kind } of found) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return { personal: { kinds, because: why } };
}
