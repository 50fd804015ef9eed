import type { CommandContext } from '../../../kernel/audit.ts';
import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db, Tx } from '../../../kernel/db/database.ts';
import { type Fragment, query, sql } from '../../../kernel/db/sql.ts';
import type { ChangeKind } from '../domain/amendment.ts';
import { contentFrom, taskFrom, toStored } from '../stored-task.ts';
import type { PlanTask, TaskContent } from '../task.ts';
import type { Signature } from './plans.ts';

const amendmentRow = {
  id: 'uuid',
  planId: 'uuid',
  version: 'int',
  state: 'text',
  reason: 'text',
  number: 'text?',
  issuedOn: 'date?',
  signerName: 'text?',
  signerTitle: 'text?',
  createdAt: 'instant',
  createdByName: 'text',
  issuedAt: 'instant?',
} as const;

/** An amendment of a plan: a draft, or signed. */
export interface Amendment {
  readonly id: string;
  readonly planId: string;
  /** The version that the plan has from this amendment on. */
  readonly version: number;
  readonly state: 'draft' | 'issued';
  readonly reason: string;
  readonly number: string | null;
  readonly issuedOn: CalendarDate | null;
  readonly signerName: string | null;
  readonly signerTitle: string | null;
  readonly createdAt: Date;
  readonly createdByName: string;
  /** When it was recorded as issued. */
  readonly issuedAt: Date | null;
}

/** What an amendment does to one task. */
export interface AmendmentChange {
  readonly id: string;
  readonly taskId: string;
  readonly kind: ChangeKind;
  /** The task as it stood; `null` for one that is added. */
  readonly before: PlanTask | null;
  /** What it will say; `null` for one that is dropped. */
  readonly content: TaskContent | null;
  readonly reason: string;
  readonly position: number;
  /** What a form made from this carries, so that the second of two writers is told. */
  readonly revision: number;
  readonly changedAt: Date;
  readonly changedByName: string;
}

async function amendments(db: Db, where: Fragment): Promise<Amendment[]> {
  const rows = await db.rows(query(
    amendmentRow,
  )`select id, plan_id as "planId", version, state, reason, number,
      issued_on as "issuedOn", signer_name as "signerName", signer_title as "signerTitle", created_at as "createdAt",
      created_by_name as "createdByName", issued_at as "issuedAt"
    from plans_amendment where ${where} order by version`);
  return rows.map((row) => ({ ...row, state: row.state as Amendment['state'] }));
}

/** The amendments of a plan, drafts too, oldest first. */
export function amendmentsOf(db: Db, planId: string): Promise<Amendment[]> {
  return amendments(db, sql`plan_id = ${planId}::uuid`);
}

export async function openAmendment(db: Db, planId: string): Promise<Amendment | undefined> {
  return (await amendments(db, sql`plan_id = ${planId}::uuid and state = 'draft'`))[0];
}

export async function amendmentAt(db: Db, planId: string, version: number): Promise<Amendment | undefined> {
  return (await amendments(db, sql`plan_id = ${planId}::uuid and version = ${version}`))[0];
}

export async function insertAmendment(
  context: CommandContext,
  tx: Tx,
  amendment: Pick<Amendment, 'id' | 'planId' | 'version' | 'reason'>,
): Promise<void> {
  const { actor, now } = context;
  await tx.run(sql`insert into plans_amendment (id, plan_id, version, reason, created_at, created_by, created_by_name)
    values (${amendment.id}, ${amendment.planId}, ${amendment.version}, ${amendment.reason}, ${now}, ${actor.personId},
      ${actor.name})`);
}

export async function setAmendmentIssued(
  context: CommandContext,
  tx: Tx,
  id: string,
  signed: Signature & { readonly reason: string },
): Promise<void> {
  await tx.run(sql`update plans_amendment set state = 'issued', reason = ${signed.reason}, number = ${signed.number},
      issued_on = ${signed.issuedOn}, signer_name = ${signed.signerName}, signer_title = ${signed.signerTitle},
      issued_at = ${context.now}, issued_by_name = ${context.actor.name}
    where id = ${id}::uuid`);
}

/** Removes a draft with its changes; the audit keeps them. */
export async function removeAmendment(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`delete from plans_amendment where id = ${id}::uuid`);
}

const changeRow = {
  id: 'uuid',
  taskId: 'uuid',
  kind: 'text',
  before: 'json?',
  content: 'json?',
  reason: 'text',
  position: 'int',
  revision: 'int',
  changedAt: 'instant',
  changedByName: 'text',
} as const;

const changeColumns = sql`c.id, c.task_id as "taskId", c.kind, c.before, c.content, c.reason, c.position, c.revision,
  c.changed_at as "changedAt", c.changed_by_name as "changedByName"`;

type ChangeRow = Omit<AmendmentChange, 'kind' | 'before' | 'content'> & {
  readonly kind: string;
  readonly before: unknown;
  readonly content: unknown;
};

function toChange(row: ChangeRow): AmendmentChange {
  return {
    ...row,
    kind: row.kind as ChangeKind,
    before: row.before === null ? null : taskFrom(row.before),
    content: row.content === null ? null : contentFrom(row.content),
  };
}

/** The changes of an amendment, in the order in which they were begun. */
export async function changesOf(db: Db, amendmentId: string): Promise<AmendmentChange[]> {
  const rows = await db.rows(query(changeRow)`select ${changeColumns} from plans_amendment_change c
    where c.amendment_id = ${amendmentId}::uuid order by c.position`);
  return rows.map(toChange);
}

export interface TaskAmendment {
  readonly version: number;
  readonly number: string;
  readonly issuedOn: CalendarDate;
  readonly issuedAt: Date;
  readonly change: AmendmentChange;
}

/** What issued amendments did to one task, oldest first. */
export async function amendmentsOfTask(db: Db, taskId: string): Promise<TaskAmendment[]> {
  const row = {
    ...changeRow,
    version: 'int',
    number: 'text',
    issuedOn: 'date',
    issuedAt: 'instant',
  } as const;
  const rows = await db.rows(query(row)`select ${changeColumns}, a.version, coalesce(a.number, '') as number,
      a.issued_on as "issuedOn", a.issued_at as "issuedAt"
    from plans_amendment_change c join plans_amendment a on a.id = c.amendment_id
    where c.task_id = ${taskId}::uuid and a.state = 'issued' order by a.version`);
  return rows.map(({ version, number, issuedOn, issuedAt, ...change }) => ({
    version,
    number,
    issuedOn,
    issuedAt,
    change: toChange(change),
  }));
}

/** Writes a change of a draft over the one that stands for the task, or as a new one at the end. */
export async function saveChange(
  context: CommandContext,
  tx: Tx,
  amendmentId: string,
  change: Pick<AmendmentChange, 'id' | 'taskId' | 'kind' | 'before' | 'content' | 'reason'>,
): Promise<void> {
  const { id, taskId, kind, before, content, reason } = change;
  await tx.run(sql`insert into plans_amendment_change as c (id, amendment_id, task_id, kind, before, content, reason, position,
      changed_at, changed_by_name)
    values (${id}, ${amendmentId}, ${taskId}, ${kind}, ${before && toStored(before)}::jsonb,
      ${content && toStored(content)}::jsonb, ${reason},
      (select coalesce(max(position), 0) + 1 from plans_amendment_change where amendment_id = ${amendmentId}::uuid),
      ${context.now}, ${context.actor.name})
    on conflict (amendment_id, task_id) do update set kind = excluded.kind, before = excluded.before,
      content = excluded.content, reason = excluded.reason, revision = c.revision + 1, changed_at = excluded.changed_at,
      changed_by_name = excluded.changed_by_name`);
}

export async function removeChange(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`delete from plans_amendment_change where id = ${id}::uuid`);
}

export interface Correction {
  readonly numberBefore: string;
  readonly numberAfter: string;
  readonly issuedOnBefore: CalendarDate;
  readonly issuedOnAfter: CalendarDate;
  readonly reason: string;
  readonly correctedAt: Date;
  readonly correctedByName: string;
}

const correctionRow = {
  numberBefore: 'text',
  numberAfter: 'text',
  issuedOnBefore: 'date',
  issuedOnAfter: 'date',
  reason: 'text',
  correctedAt: 'instant',
  correctedByName: 'text',
} as const;

/** Corrections of the number and day of issue, oldest first. */
export async function correctionsOf(db: Db, planId: string): Promise<Correction[]> {
  return db.rows(query(correctionRow)`select number_before as "numberBefore", number_after as "numberAfter",
      issued_on_before as "issuedOnBefore", issued_on_after as "issuedOnAfter", reason, corrected_at as "correctedAt",
      corrected_by_name as "correctedByName"
    from plans_correction where plan_id = ${planId}::uuid order by corrected_at, id`);
}

export async function insertCorrection(
  context: CommandContext,
  tx: Tx,
  planId: string,
  one: Omit<Correction, 'correctedAt' | 'correctedByName'> & { readonly id: string },
): Promise<void> {
  const { actor, now } = context;
  await tx.run(sql`insert into plans_correction (id, plan_id, number_before, number_after, issued_on_before, issued_on_after,
      reason, corrected_at, corrected_by, corrected_by_name)
    values (${one.id}, ${planId}, ${one.numberBefore}, ${one.numberAfter}, ${one.issuedOnBefore}, ${one.issuedOnAfter},
      ${one.reason}, ${now}, ${actor.personId}, ${actor.name})`);
  await tx.run(sql`update plans_plan set number = ${one.numberAfter}, issued_on = ${one.issuedOnAfter}, changed_at = ${now}
    where id = ${planId}::uuid`);
}
