import type { Db, Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { newId } from '../../../kernel/ids.ts';
import type { RawContent } from '../domain/content.ts';
import type { GuardReport } from '../guard-file.ts';
import type { PlacedProblem } from '../template/read-filled.ts';

/** Whose draft of which item. */
export interface DraftKey {
  readonly itemId: string;
  readonly personId: string;
}

/** A filled workbook that was read and waits for a look. */
export interface DraftSheet {
  readonly name: string;
  readonly typed: RawContent;
  readonly problems: readonly PlacedProblem[];
  readonly missing: readonly PlacedProblem[];
}

export interface Draft {
  readonly typed: RawContent;
  readonly summary: string;
  readonly reason: string;
  /** 0: nothing was published when it was begun. */
  readonly seenVersion: number;
  readonly keepFiles: readonly string[];
  readonly sheet: DraftSheet | null;
  readonly changedAt: Date;
}

export interface DraftFile {
  readonly id: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly report: GuardReport;
  readonly choice: 'reduce' | 'as_is' | null;
  readonly because: string | null;
}

export async function draftOf(db: Db, { itemId, personId }: DraftKey): Promise<Draft | undefined> {
  const row = await db.row(query({
    typed: 'json',
    summary: 'text',
    reason: 'text',
    seenVersion: 'int',
    keepFiles: 'uuid[]',
    sheet: 'json?',
    changedAt: 'instant',
  } as const)`
    select typed, summary, reason, seen_version as "seenVersion", keep_files as "keepFiles", sheet, changed_at as "changedAt"
    from disclosure_draft where item_id = ${itemId} and person_id = ${personId}`);
  return row && { ...row, typed: row.typed as RawContent, sheet: row.sheet as DraftSheet | null };
}

/** Keeps what was typed, over what this person had typed before. */
export async function keepDraft(
  tx: Tx,
  { itemId, personId }: DraftKey,
  draft: Omit<Draft, 'changedAt' | 'sheet'> & { readonly sheet?: DraftSheet | null },
  now: Date,
): Promise<void> {
  const { typed, summary, reason, seenVersion, keepFiles, sheet = null } = draft;
  await tx.run(sql`
    insert into disclosure_draft (item_id, person_id, typed, summary, reason, seen_version, keep_files, sheet, changed_at)
    values (${itemId}, ${personId}, ${JSON.stringify(typed)}, ${summary.slice(0, 4000)}, ${reason.slice(0, 4000)}, ${seenVersion},
      ${[...keepFiles]}::uuid[], ${sheet && JSON.stringify(sheet)}, ${now})
    on conflict (item_id, person_id) do update set typed = excluded.typed, summary = excluded.summary, reason = excluded.reason,
      seen_version = excluded.seen_version, keep_files = excluded.keep_files, sheet = excluded.sheet,
      changed_at = excluded.changed_at`);
}

/** Takes a draft away with its files. */
export async function dropDraft(tx: Tx, { itemId, personId }: DraftKey): Promise<void> {
  await tx.run(sql`delete from disclosure_draft where item_id = ${itemId} and person_id = ${personId}`);
}

const COLUMNS = sql`id, name, octet_length(bytes) as "sizeBytes", report, choice, because`;
const fileRow = {
  id: 'uuid',
  name: 'text',
  sizeBytes: 'int',
  report: 'json',
  choice: 'text?',
  because: 'text?',
} as const;

export async function draftFiles(db: Db, { itemId, personId }: DraftKey): Promise<DraftFile[]> {
  const rows = await db.rows(query(fileRow)`
    select ${COLUMNS} from disclosure_draft_file where item_id = ${itemId} and person_id = ${personId} order by added_at, id`);
  return rows.map((row) => ({
    ...row,
    report: row.report as GuardReport,
    choice: row.choice as DraftFile['choice'],
  }));
}

/** The bytes of each file of a draft, by its id. */
export async function draftBytes(
  db: Db,
  { itemId, personId }: DraftKey,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const rows = await db.rows(query({ id: 'uuid', base64: 'text' } as const)`
    select id, encode(bytes, 'base64') as base64 from disclosure_draft_file
    where item_id = ${itemId} and person_id = ${personId}`);
  return new Map(rows.map(({ id, base64 }) => [id, Buffer.from(base64, 'base64')]));
}

export async function addDraftFile(
  tx: Tx,
  { itemId, personId }: DraftKey,
  file: { readonly name: string; readonly bytes: Uint8Array; readonly report: GuardReport },
  now: Date,
): Promise<string> {
  const id = newId();
  const base64 = Buffer.from(file.bytes).toString('base64');
  await tx.run(sql`
    insert into disclosure_draft_file (id, item_id, person_id, name, bytes, report, added_at)
    values (${id}, ${itemId}, ${personId}, ${file.name}, decode(${base64}::text, 'base64'), ${JSON.stringify(file.report)}, ${now})`);
  return id;
}

export async function decideDraftFile(
  tx: Tx,
  { itemId, personId }: DraftKey,
  id: string,
  { choice, because }: Pick<DraftFile, 'choice' | 'because'>,
): Promise<void> {
  await tx.run(sql`
    update disclosure_draft_file set choice = ${choice}, because = ${because}
    where id = ${id} and item_id = ${itemId} and person_id = ${personId}`);
}

export async function dropDraftFile(tx: Tx, { itemId, personId }: DraftKey, id: string): Promise<void> {
  await tx.run(sql`
    delete from disclosure_draft_file where id = ${id} and item_id = ${itemId} and person_id = ${personId}`);
}
