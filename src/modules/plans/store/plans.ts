import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db, Tx } from '../../../kernel/db/database.ts';
import { type Fragment, query, type RowOf, sql } from '../../../kernel/db/sql.ts';
import type { Period } from '../domain/due.ts';
import type { Plan, PlanBasis, PlanRecipient, PlanState } from '../plan.ts';

export const planRow = {
  id: 'uuid',
  unitId: 'uuid',
  unitName: 'text?',
  year: 'int',
  title: 'text',
  number: 'text?',
  issuedOn: 'date?',
  signerName: 'text?',
  signerTitle: 'text?',
  state: 'text',
  version: 'int',
  parentPlanId: 'uuid?',
  parentCitation: 'text?',
  regularPeriod: 'text',
  unitPlanWithin: 'int?',
  previousPlanId: 'uuid?',
  closedAt: 'instant?',
  withdrawnOn: 'date?',
  withdrawnAt: 'instant?',
  withdrawReason: 'text?',
  createdAt: 'instant',
  changedAt: 'instant',
  lineage: 'uuid[]',
} as const;

/** Columns of `planRow` from `plans_plan p`; the unit is read as it stood on the day of issue, or else `today`. */
export function planColumns(today: CalendarDate): Fragment {
  return sql`p.id, p.unit_id as "unitId", units_name(p.unit_id, coalesce(p.issued_on, ${today}::date)) as "unitName",
    p.year, p.title, p.number, p.issued_on as "issuedOn", p.signer_name as "signerName", p.signer_title as "signerTitle",
    p.state, p.version, p.parent_plan_id as "parentPlanId", p.parent_citation as "parentCitation",
    p.regular_period as "regularPeriod", p.unit_plan_within as "unitPlanWithin",
    p.previous_plan_id as "previousPlanId", p.closed_at as "closedAt", p.withdrawn_on as "withdrawnOn",
    p.withdrawn_at as "withdrawnAt", p.withdraw_reason as "withdrawReason", p.created_at as "createdAt",
    p.changed_at as "changedAt",
    units_lineage(p.unit_id, coalesce(p.issued_on, ${today}::date)) as lineage`;
}

/** The checks of the table hold `state` and `regularPeriod` to their closed lists. */
export function toPlan(row: RowOf<typeof planRow>): Plan {
  return {
    ...row,
    unitName: row.unitName ?? '',
    state: row.state as PlanState,
    regularPeriod: row.regularPeriod as Period,
  };
}

export async function loadPlan(db: Db, id: string, today: CalendarDate): Promise<Plan | undefined> {
  const row = await db.row(
    query(planRow)`select ${planColumns(today)} from plans_plan p where p.id = ${id}::uuid`,
  );
  return row && toPlan(row);
}

/** Locks the plan's row to the end of the transaction, then reads it as it is now. */
export async function lockPlan(tx: Tx, id: string, today: CalendarDate): Promise<Plan | undefined> {
  await tx.run(sql`select 1 from plans_plan where id = ${id}::uuid for update`);
  return loadPlan(tx, id, today);
}

export interface PlanHeadToStore {
  readonly title: string;
  readonly year: number;
  readonly number: string | null;
  readonly parentPlanId: string | null;
  readonly parentCitation: string | null;
  readonly regularPeriod: Period;
  readonly unitPlanWithin: number | null;
}

export async function insertPlan(
  tx: Tx,
  plan: PlanHeadToStore & { id: string; unitId: string; createdBy: string | null; now: Date },
): Promise<void> {
  await tx.run(sql`insert into plans_plan (id, unit_id, year, title, number, parent_plan_id, parent_citation, regular_period,
      unit_plan_within, created_at, created_by, changed_at)
    values (${plan.id}, ${plan.unitId}, ${plan.year}, ${plan.title}, ${plan.number}, ${plan.parentPlanId},
      ${plan.parentCitation}, ${plan.regularPeriod}, ${plan.unitPlanWithin}, ${plan.now}, ${plan.createdBy}, ${plan.now})`);
}

export async function updateHead(tx: Tx, id: string, head: PlanHeadToStore, now: Date): Promise<void> {
  await tx.run(sql`update plans_plan set title = ${head.title}, year = ${head.year}, number = ${head.number},
      parent_plan_id = ${head.parentPlanId}, parent_citation = ${head.parentCitation},
      regular_period = ${head.regularPeriod}, unit_plan_within = ${head.unitPlanWithin}, changed_at = ${now}
    where id = ${id}::uuid`);
}

export async function setClosed(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.run(
    sql`update plans_plan set state = 'closed', closed_at = ${now}, changed_at = ${now} where id = ${id}::uuid`,
  );
}

export async function setUnitPlanWithin(tx: Tx, id: string, within: number | null, now: Date): Promise<void> {
  await tx.run(
    sql`update plans_plan set unit_plan_within = ${within}, changed_at = ${now} where id = ${id}::uuid`,
  );
}

/** Makes a submitted plan a draft again, with the reason for its writers. */
export async function setReturned(
  tx: Tx,
  id: string,
  returned: { on: CalendarDate; reason: string },
  now: Date,
): Promise<void> {
  await tx.run(sql`update plans_plan set state = 'draft', returned_on = ${returned.on}, return_reason = ${returned.reason},
      changed_at = ${now}
    where id = ${id}::uuid`);
}

/** Why the plan was last given back; `undefined` once it has been submitted again. */
export async function lastReturn(
  db: Db,
  id: string,
): Promise<{ on: CalendarDate; reason: string } | undefined> {
  return db.row(
    query({ on: 'date', reason: 'text' })`select returned_on as on, return_reason as reason from plans_plan
      where id = ${id}::uuid and return_reason is not null`,
  );
}

export async function setSubmitted(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.run(sql`update plans_plan set state = 'submitted', returned_on = null, return_reason = null, changed_at = ${now}
    where id = ${id}::uuid`);
}

export async function touchPlan(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.run(sql`update plans_plan set changed_at = ${now} where id = ${id}::uuid`);
}

export interface Signature {
  readonly number: string;
  readonly issuedOn: CalendarDate;
  readonly signerName: string;
  readonly signerTitle: string | null;
}

export async function setIssued(tx: Tx, id: string, signature: Signature, now: Date): Promise<void> {
  await tx.run(sql`update plans_plan set state = 'issued', returned_on = null, return_reason = null, number = ${signature.number}, issued_on = ${signature.issuedOn},
      signer_name = ${signature.signerName}, signer_title = ${signature.signerTitle}, changed_at = ${now}
    where id = ${id}::uuid`);
}

/** Keeps the plan as issued; the rows are never changed or removed. */
export async function freezeBaseline(
  tx: Tx,
  planId: string,
  version: number,
  content: unknown,
  now: Date,
): Promise<void> {
  await tx.run(sql`insert into plans_baseline (plan_id, version, frozen_at, content)
    values (${planId}, ${version}, ${now}, ${JSON.stringify(content)})`);
}

const basisRow = {
  kind: 'text',
  number: 'text?',
  issuedOn: 'date?',
  issuer: 'text?',
  citation: 'text',
} as const;

export async function loadBases(db: Db, planId: string): Promise<PlanBasis[]> {
  return db.rows(
    query(basisRow)`select kind, number, issued_on as "issuedOn", issuer, citation from plans_basis
      where plan_id = ${planId}::uuid order by position`,
  );
}

export async function replaceBases(tx: Tx, planId: string, bases: readonly PlanBasis[]): Promise<void> {
  await tx.run(sql`delete from plans_basis where plan_id = ${planId}::uuid`);
  await tx.run(sql`insert into plans_basis (plan_id, position, kind, number, issued_on, issuer, citation)
    select ${planId}::uuid, row_number() over (), kind, number, "issuedOn", issuer, citation
    from jsonb_to_recordset(${JSON.stringify(bases)}::jsonb)
      as r (kind text, number text, "issuedOn" date, issuer text, citation text)`);
}

const recipientRow = { words: 'text', groupCode: 'text?', purpose: 'text?' } as const;

export async function loadRecipients(db: Db, planId: string): Promise<PlanRecipient[]> {
  return db.rows(
    query(recipientRow)`select words, group_code as "groupCode", purpose from plans_recipient
      where plan_id = ${planId}::uuid order by position`,
  );
}

export async function replaceRecipients(
  tx: Tx,
  planId: string,
  recipients: readonly PlanRecipient[],
): Promise<void> {
  await tx.run(sql`delete from plans_recipient where plan_id = ${planId}::uuid`);
  await tx.run(sql`insert into plans_recipient (plan_id, position, words, group_code, purpose)
    select ${planId}::uuid, row_number() over (), words, "groupCode", purpose
    from jsonb_to_recordset(${JSON.stringify(recipients)}::jsonb)
      as r (words text, "groupCode" text, purpose text)`);
}
