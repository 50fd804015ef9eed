import type { CommandContext } from '../../kernel/audit.ts';
import type { Rule } from '../../kernel/authz.ts';
import { vietnamDate, yearOf } from '../../kernel/dates.ts';
import type { Tx } from '../../kernel/db/database.ts';
import { query, sql } from '../../kernel/db/sql.ts';
import { ensure } from '../../kernel/errors.ts';
import { isId, newId } from '../../kernel/ids.ts';
import { kernelErrors } from '../../kernel/kernel-errors.ts';
import { type EventKind, eventFacts, type FactsOf } from './domain/event-facts.ts';
import type { PartKey } from './domain/parts.ts';
import type { ReportKind } from './domain/report.ts';
import { reportErrors } from './errors.ts';
import { maySee } from './policy.ts';
import { type Report, reportById } from './queries/reports.ts';

/**
 * Holds a report for a change and checks `rule` on it. What the actor may not see answers `reports.not_found`; what they may not do
 * `kernel.forbidden`.
 */
export async function lockReport(
  context: CommandContext,
  tx: Tx,
  id: string,
  rule: Rule<Report>,
): Promise<Report> {
  ensure(isId(id), reportErrors.not_found);
  await tx.run(sql`select 1 from reports_report where id = ${id} for update`);
  const found = await reportById(tx, id, { today: vietnamDate(context.now), asOf: null });
  ensure(found && maySee(context.actor, found), reportErrors.not_found);
  ensure(rule(context.actor, found), kernelErrors.forbidden);
  return found;
}

export interface NewReport {
  readonly kind: ReportKind;
  readonly unitId: string;
  readonly periodCode: string;
  readonly planId: string;
  readonly askerUnitId: string;
  readonly isRequest: boolean;
}

/** Makes reports that are not there yet, any number in one statement; answers those that are new. */
export async function insertReports(
  context: CommandContext,
  tx: Tx,
  reports: readonly NewReport[],
): Promise<{ id: string; unitId: string }[]> {
  return tx.rows(query({ id: 'uuid', unitId: 'uuid' } as const)`
    insert into reports_report (id, kind, unit_id, period_code, plan_id, asker_unit_id, is_request, made_at)
    select r.*, ${context.now}::timestamptz
    from unnest(${reports.map(() => newId())}::uuid[], ${reports.map((one) => one.kind)}::text[],
      ${reports.map((one) => one.unitId)}::uuid[], ${reports.map((one) => one.periodCode)}::text[],
      ${reports.map((one) => one.planId)}::uuid[], ${reports.map((one) => one.askerUnitId)}::uuid[],
      ${reports.map((one) => one.isRequest)}::boolean[]) as r
    on conflict (kind, unit_id, period_code, plan_id) do nothing
    returning id, unit_id as "unitId"`);
}

export type NewEvent = {
  [K in EventKind]: {
    readonly reportId: string;
    readonly kind: K;
    readonly facts: Omit<FactsOf<K>, 'v'>;
    readonly note?: string;
    /** Who submitted what is accepted. */
    readonly submittedBy?: string | null;
  };
}[EventKind];

/** Appends events, any number in one statement, in the order given. */
export async function appendEvents(
  context: CommandContext,
  tx: Tx,
  events: readonly NewEvent[],
): Promise<void> {
  const { actor, now } = context;
  const facts = events.map((event) => JSON.stringify(eventFacts[event.kind].parse({ v: 1, ...event.facts })));
  await tx.run(sql`
    insert into reports_event (id, report_id, kind, recorded_at, person_id, person_name, person_title, unit_id, note, submitted_by,
      facts)
    select e.id, e.report_id, e.kind, ${now}::timestamptz, ${actor.personId || null}::uuid, ${actor.name},
      ${actor.current?.title ?? ''}, ${actor.current?.unitId ?? null}::uuid, e.note, e.submitted_by, e.facts
    from unnest(${events.map(() => newId())}::uuid[], ${events.map((e) => e.reportId)}::uuid[],
      ${events.map((e) => e.kind)}::text[], ${events.map((e) => e.note ?? '')}::text[],
      ${events.map((e) => e.submittedBy ?? null)}::uuid[], ${facts}::jsonb[])
      as e (id, report_id, kind, note, submitted_by, facts)`);
}

/** Writes what a part says, beside what was proposed then; what stood before is kept by the table. */
export async function storePart(
  context: CommandContext,
  tx: Tx,
  reportId: string,
  edit: { readonly part: PartKey; readonly proposed: string; readonly words: string | null },
): Promise<void> {
  const { actor, now } = context;
  await tx.run(sql`
    insert into reports_part (report_id, part, proposed, words, changed_at, changed_by, changed_by_name)
    values (${reportId}, ${edit.part}, ${edit.proposed}, ${edit.words}, ${now}, ${actor.personId || null}, ${actor.name})
    on conflict (report_id, part) do update set proposed = excluded.proposed, words = excluded.words,
      changed_at = excluded.changed_at, changed_by = excluded.changed_by, changed_by_name = excluded.changed_by_name`);
}

/** The next receipt of the year: whoever else submits waits until this submission is there or undone, so that no number is missing. */
export async function nextReceipt(tx: Tx, now: Date): Promise<{ year: number; number: number }> {
  const year = yearOf(vietnamDate(now));
  const row = await tx.row(query({ number: 'int' } as const)`
    insert into reports_receipt_count (year, last) values (${year}, 1)
    on conflict (year) do update set last = reports_receipt_count.last + 1
    returning last as number`);
  return { year, number: row?.number ?? 1 };
}

export interface NewVersion {
  readonly reportId: string;
  readonly version: number;
  readonly document: string;
  readonly hash: string;
  readonly receipt: { readonly year: number; readonly number: number };
  readonly isLate: boolean;
}

/** Keeps a submission as it was; rows are never changed or removed. */
export async function freezeVersion(context: CommandContext, tx: Tx, version: NewVersion): Promise<void> {
  const { reportId, document, hash, receipt, isLate } = version;
  await tx.run(sql`
    insert into reports_version (report_id, version, document, hash, receipt_year, receipt_number, is_late, submitted_at)
    values (${reportId}, ${version.version}, ${document}, ${hash}, ${receipt.year}, ${receipt.number}, ${isLate},
      ${context.now})`);
}
