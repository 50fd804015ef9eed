import type { CommandContext } from '../../kernel/audit.ts';
import type { Db, Tx } from '../../kernel/db/database.ts';
import { query, sql } from '../../kernel/db/sql.ts';
import { type DueSpec, dueSpecSchema } from '../plans/index.ts';
import type { Line, LineContent } from './domain/line.ts';

/** What stands above and below the table, as typed. */
export interface DraftHead {
  readonly title: string;
  /** One document a line. */
  readonly bases: string;
  /** Paragraphs above the table. */
  readonly opening: string;
  /** Paragraphs below it: how the plan is carried out. */
  readonly closing: string;
  /** One recipient a line. */
  readonly recipients: string;
}

export interface Draft extends DraftHead {
  readonly version: number;
  readonly isOpen: boolean;
  readonly revision: number;
  readonly changedAt: Date;
  readonly changedByName: string;
}

const draftRow = {
  version: 'int',
  isOpen: 'bool',
  title: 'text',
  bases: 'text',
  opening: 'text',
  closing: 'text',
  recipients: 'text',
  revision: 'int',
  changedAt: 'instant',
  changedByName: 'text',
} as const;

/** The working copy; `undefined` when nobody has begun one. */
export function loadDraft(db: Db, unitPlanId: string): Promise<Draft | undefined> {
  return db.row(query(draftRow)`
    select version::int as version, is_open as "isOpen", title, bases, opening, closing, recipients, revision,
      changed_at as "changedAt", changed_by_name as "changedByName"
    from unitplans_draft where obligation_id = ${unitPlanId}`);
}

export async function insertDraft(
  context: CommandContext,
  tx: Tx,
  unitPlanId: string,
  head: DraftHead,
): Promise<void> {
  await tx.run(sql`insert into unitplans_draft (obligation_id, version, is_open, title, bases, opening, closing, recipients,
      changed_at, changed_by_name)
    values (${unitPlanId}, 1, true, ${head.title}, ${head.bases}, ${head.opening}, ${head.closing}, ${head.recipients},
      ${context.now}, ${context.actor.name})`);
}

/** Opens the working copy for another version, or closes it when one was issued. */
export async function setDraftOpen(
  context: CommandContext,
  tx: Tx,
  unitPlanId: string,
  state: { readonly version: number; readonly isOpen: boolean },
): Promise<void> {
  await tx.run(sql`update unitplans_draft set version = ${state.version}, is_open = ${state.isOpen}, revision = revision + 1,
      changed_at = ${context.now}, changed_by_name = ${context.actor.name} where obligation_id = ${unitPlanId}`);
}

export async function updateHead(
  context: CommandContext,
  tx: Tx,
  unitPlanId: string,
  head: DraftHead,
): Promise<void> {
  await tx.run(sql`update unitplans_draft set title = ${head.title}, bases = ${head.bases}, opening = ${head.opening},
      closing = ${head.closing}, recipients = ${head.recipients}, revision = revision + 1, changed_at = ${context.now},
      changed_by_name = ${context.actor.name} where obligation_id = ${unitPlanId}`);
}

const lineRow = {
  id: 'uuid',
  position: 'int',
  taskId: 'uuid?',
  words: 'text?',
  dimension: 'int?',
  how: 'text',
  product: 'text',
  responsible: 'text',
  responsiblePersonId: 'uuid?',
  dueWords: 'text',
  due: 'json?',
  lateReason: 'text',
  isDeclined: 'bool',
  declineReason: 'text',
  revision: 'int',
  changedAt: 'instant',
  changedByName: 'text',
} as const;

/** The lines of the working copy, in their order. */
export async function loadLines(db: Db, unitPlanId: string): Promise<Line[]> {
  const rows = await db.rows(query(lineRow)`
    select id, position, task_id as "taskId", words, dimension::int as dimension, how, product, responsible,
      responsible_person_id as "responsiblePersonId", due_words as "dueWords", due, late_reason as "lateReason",
      is_declined as "isDeclined", decline_reason as "declineReason", revision, changed_at as "changedAt",
      changed_by_name as "changedByName"
    from unitplans_line where obligation_id = ${unitPlanId} order by position, id`);
  return rows.map((row) => ({ ...row, due: row.due === null ? null : dueSpecSchema.parse(row.due) }));
}

export type NewLine = LineContent & Pick<Line, 'id' | 'position' | 'taskId' | 'words' | 'dimension'>;

const dues = (lines: readonly { readonly due: DueSpec | null }[]): (string | null)[] =>
  lines.map(({ due }) => (due === null ? null : JSON.stringify(due)));

/** Adds lines, any number in one statement. */
export async function insertLines(
  context: CommandContext,
  tx: Tx,
  unitPlanId: string,
  lines: readonly NewLine[],
): Promise<void> {
  await tx.run(sql`
    insert into unitplans_line (id, obligation_id, position, task_id, words, dimension, how, product, responsible,
      responsible_person_id, due_words, due, late_reason, is_declined, decline_reason, changed_at, changed_by_name)
    select l.id, ${unitPlanId}::uuid, l.position, l.task_id, l.words, l.dimension, l.how, l.product, l.responsible, l.person,
      l.due_words, l.due, l.late_reason, l.is_declined, l.decline_reason, ${context.now}::timestamptz, ${context.actor.name}
    from unnest(${lines.map((l) => l.id)}::uuid[], ${lines.map((l) => l.position)}::int[],
      ${lines.map((l) => l.taskId)}::uuid[], ${lines.map((l) => l.words)}::text[],
      ${lines.map((l) => l.dimension)}::smallint[], ${lines.map((l) => l.how)}::text[],
      ${lines.map((l) => l.product)}::text[], ${lines.map((l) => l.responsible)}::text[],
      ${lines.map((l) => l.responsiblePersonId)}::uuid[], ${lines.map((l) => l.dueWords)}::text[], ${dues(lines)}::jsonb[],
      ${lines.map((l) => l.lateReason)}::text[], ${lines.map((l) => l.isDeclined)}::boolean[],
      ${lines.map((l) => l.declineReason)}::text[])
      as l (id, position, task_id, words, dimension, how, product, responsible, person, due_words, due, late_reason,
        is_declined, decline_reason)`);
}

/** Writes lines over, any number in one statement, and counts their revisions. */
export async function updateLines(context: CommandContext, tx: Tx, lines: readonly NewLine[]): Promise<void> {
  await tx.run(sql`
    update unitplans_line u set words = l.words, dimension = l.dimension, how = l.how, product = l.product,
      responsible = l.responsible, responsible_person_id = l.person, due_words = l.due_words, due = l.due,
      late_reason = l.late_reason, is_declined = l.is_declined, decline_reason = l.decline_reason,
      revision = u.revision + 1, changed_at = ${context.now}, changed_by_name = ${context.actor.name}
    from unnest(${lines.map((l) => l.id)}::uuid[], ${lines.map((l) => l.words)}::text[],
      ${lines.map((l) => l.dimension)}::smallint[], ${lines.map((l) => l.how)}::text[],
      ${lines.map((l) => l.product)}::text[], ${lines.map((l) => l.responsible)}::text[],
      ${lines.map((l) => l.responsiblePersonId)}::uuid[], ${lines.map((l) => l.dueWords)}::text[], ${dues(lines)}::jsonb[],
      ${lines.map((l) => l.lateReason)}::text[], ${lines.map((l) => l.isDeclined)}::boolean[],
      ${lines.map((l) => l.declineReason)}::text[])
      as l (id, words, dimension, how, product, responsible, person, due_words, due, late_reason, is_declined, decline_reason)
    where u.id = l.id`);
}

export async function deleteLine(tx: Tx, unitPlanId: string, lineId: string): Promise<void> {
  await tx.run(sql`delete from unitplans_line where id = ${lineId} and obligation_id = ${unitPlanId}`);
}
