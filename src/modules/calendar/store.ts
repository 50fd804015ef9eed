import type { CommandContext } from '../../kernel/audit.ts';
import { type Db, errorsByConstraint, type Tx } from '../../kernel/db/database.ts';
import { query, sql } from '../../kernel/db/sql.ts';
import { newId } from '../../kernel/ids.ts';
import { type HolidaysFile, holidaysSchema } from './domain/work-calendar.ts';
import { calendarErrors } from './errors.ts';

// Stands here and not in errors.ts, which the command line loads to answer without a database.
errorsByConstraint({
  calendar_proposal_one_open: calendarErrors.proposal_changed,
  calendar_version_in_turn: calendarErrors.proposal_changed,
  calendar_version_once: calendarErrors.proposal_changed,
});

const versionRow = {
  id: 'uuid',
  ordinal: 'int',
  version: 'text',
  note: 'text',
  appliedAt: 'instant',
  appliedByName: 'text',
} as const;

/** A version that the tenant applied; `ordinal` counts from 1. */
export interface AppliedVersion {
  readonly id: string;
  readonly ordinal: number;
  readonly version: string;
  readonly note: string;
  readonly appliedAt: Date;
  readonly appliedByName: string;
}

const versionColumns = sql`id, ordinal, version, note, applied_at as "appliedAt", applied_by_name as "appliedByName"`;

/** Newest first. */
export function appliedVersions(db: Db): Promise<AppliedVersion[]> {
  return db.rows(query(versionRow)`select ${versionColumns} from calendar_version order by ordinal desc`);
}

/** The newest version's id and place; `undefined` while the program's calendar is in force. */
export function newestVersion(db: Db): Promise<{ id: string; ordinal: number } | undefined> {
  return db.row(query({ id: 'uuid', ordinal: 'int' } as const)`
    select id, ordinal from calendar_version order by ordinal desc limit 1`);
}

export async function contentOf(db: Db, versionId: string): Promise<HolidaysFile> {
  const { content } = await db.one(
    query({ content: 'json' } as const)`select content from calendar_version where id = ${versionId}`,
  );
  return holidaysSchema.parse(content);
}

export async function insertVersion(
  tx: Tx,
  context: CommandContext,
  version: { readonly ordinal: number; readonly file: HolidaysFile; readonly note: string },
): Promise<void> {
  const { actor, now } = context;
  await tx.run(sql`
    insert into calendar_version (id, ordinal, version, content, note, applied_at, applied_by, applied_by_name)
    values (${newId()}, ${version.ordinal}, ${version.file.version}, ${JSON.stringify(version.file)}, ${version.note},
      ${now}, ${actor.personId}, ${actor.name})`);
}

/** Changes of the calendar follow one another; held to the end of the transaction. */
export async function lockCalendar(tx: Tx): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(current_schema()::text || '.calendar', 0))`);
}

/** Many may count with the calendar at once, but no new version is applied until they have committed. */
export async function holdCalendar(tx: Tx): Promise<void> {
  await tx.run(
    sql`select pg_advisory_xact_lock_shared(hashtextextended(current_schema()::text || '.calendar', 0))`,
  );
}

/** The changes gathered so far. */
export interface Proposal {
  readonly id: string;
  readonly baseOrdinal: number;
  readonly file: HolidaysFile;
  /** Counts the changes, so that nobody applies what they have not seen. */
  readonly revision: number;
  readonly madeAt: Date;
  readonly madeByName: string;
}

const proposalRow = {
  id: 'uuid',
  baseOrdinal: 'int',
  content: 'json',
  revision: 'int',
  madeAt: 'instant',
  madeByName: 'text',
} as const;

export async function openProposal(db: Db): Promise<Proposal | undefined> {
  const row = await db.row(query(proposalRow)`
    select id, base_ordinal as "baseOrdinal", content, revision, made_at as "madeAt", made_by_name as "madeByName"
    from calendar_proposal where closed_at is null`);
  if (!row) return undefined;
  const { content, ...facts } = row;
  return { ...facts, file: holidaysSchema.parse(content) };
}

export async function insertProposal(
  tx: Tx,
  context: CommandContext,
  proposal: { readonly id: string; readonly baseOrdinal: number; readonly file: HolidaysFile },
): Promise<void> {
  const { actor, now } = context;
  await tx.run(sql`
    insert into calendar_proposal (id, base_ordinal, content, revision, made_at, made_by_name, changed_at)
    values (${proposal.id}, ${proposal.baseOrdinal}, ${JSON.stringify(proposal.file)}, 1, ${now}, ${actor.name}, ${now})`);
}

export async function changeProposal(tx: Tx, id: string, file: HolidaysFile, now: Date): Promise<void> {
  await tx.run(sql`update calendar_proposal
    set content = ${JSON.stringify(file)}, revision = revision + 1, changed_at = ${now} where id = ${id}`);
}

export async function closeProposal(
  tx: Tx,
  id: string,
  outcome: 'applied' | 'withdrawn',
  now: Date,
): Promise<void> {
  await tx.run(sql`update calendar_proposal set closed_at = ${now}, outcome = ${outcome} where id = ${id}`);
}
