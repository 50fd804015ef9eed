import type { CommandContext } from '../../../kernel/audit.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Db, Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import type { RawContent } from '../domain/content.ts';
import { rawOf } from '../domain/content-form.ts';
import type { PersonalRules } from '../domain/personal-kinds.ts';
import { disclosureErrors } from '../errors.ts';
import type { GuardReport } from '../guard-file.ts';
import { disclosureLimits } from '../limits.ts';
import { mayWrite } from '../policy.ts';
import type { ItemDetail } from '../queries/item-detail.ts';
import * as store from '../store/drafts.ts';
import { lineageOf } from '../units.ts';

/** The draft of whoever is acting, for an item of a unit they write for. Throws `disclosure.may_not_write`. */
async function keyOf(
  { actor, now }: CommandContext,
  db: Db,
  item: { readonly id: string; readonly unitId: string },
): Promise<store.DraftKey> {
  const lineage = await lineageOf(db, item.unitId, vietnamDate(now));
  ensure(actor.personId && mayWrite(actor, { lineage }), disclosureErrors.may_not_write);
  return { itemId: item.id, personId: actor.personId };
}

/** What is being written: the person's draft, or what stands as a beginning. */
export type Writing = Omit<store.Draft, 'changedAt'> & {
  readonly changedAt: Date | null;
  readonly files: readonly store.DraftFile[];
};

export async function writingOf(context: CommandContext, db: Db, detail: ItemDetail): Promise<Writing> {
  const key = await keyOf(context, db, detail.item);
  const draft = await store.draftOf(db, key);
  if (draft) return { ...draft, files: await store.draftFiles(db, key) };
  const last = detail.versions.find(({ content }) => content !== null);
  return {
    typed: last?.content ? rawOf(detail.item.terms, last.content) : {},
    summary: last?.summary ?? '',
    reason: '',
    seenVersion: detail.versions[0]?.number ?? 0,
    keepFiles: last?.files.map(({ id }) => id) ?? [],
    sheet: null,
    changedAt: null,
    files: [],
  };
}

export interface Typed {
  readonly typed: RawContent;
  readonly summary: string;
  readonly reason: string;
  readonly keepFiles: readonly string[];
  readonly sheet?: store.DraftSheet | null;
  /** The version that the person was looking at; as the draft says when absent. */
  readonly seenVersion?: number | undefined;
}

/** A file that was looked through and waits to be published. */
export interface LookedThrough {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly report: GuardReport;
}

/** Keeps what was typed and the files that were added; answers the ids of the files. */
export async function saveDraft(
  context: CommandContext,
  tx: Tx,
  detail: ItemDetail,
  given: Typed,
  files: readonly LookedThrough[] = [],
): Promise<string[]> {
  const key = await keyOf(context, tx, detail.item);
  const before = await store.draftOf(tx, key);
  const newest = detail.versions[0]?.number ?? 0;
  const seenVersion = given.seenVersion ?? before?.seenVersion ?? newest;
  ensure(seenVersion <= newest, disclosureErrors.not_found);
  await store.keepDraft(tx, key, { ...given, seenVersion }, context.now);
  const standing = files.length === 0 ? [] : await store.draftFiles(tx, key);
  const limit = disclosureLimits.files;
  ensure(standing.length + files.length <= limit, disclosureErrors.too_many_files, { limit });
  const ids: string[] = [];
  for (const file of files) ids.push(await store.addDraftFile(tx, key, file, context.now));
  return ids;
}

export async function dropDraft(context: CommandContext, tx: Tx, item: ItemDetail['item']): Promise<void> {
  await store.dropDraft(tx, await keyOf(context, tx, item));
}

/** Decides about a file in which the guard found something; `null` erases it. */
export async function decideFile(
  context: CommandContext,
  tx: Tx,
  item: ItemDetail['item'],
  fileId: string,
  decision: Pick<store.DraftFile, 'choice' | 'because'> | null,
): Promise<void> {
  const key = await keyOf(context, tx, item);
  if (decision === null) await store.dropDraftFile(tx, key, fileId);
  else await store.decideDraftFile(tx, key, fileId, decision);
}

/** The bytes of the files of the person's draft. */
export async function bytesOf(
  context: CommandContext,
  db: Db,
  item: ItemDetail['item'],
): Promise<ReadonlyMap<string, Uint8Array>> {
  return store.draftBytes(db, await keyOf(context, db, item));
}

/** Whether somebody must decide about a file before it is published. */
export function mustDecide({ findings, unread }: GuardReport, { isAboutPeople }: PersonalRules): boolean {
  return findings.length > 0 || (isAboutPeople && unread.length > 0);
}
