import type { CommandContext } from '../../kernel/audit.ts';
import type { Rule } from '../../kernel/authz.ts';
import { type CalendarDate, vietnamDate } from '../../kernel/dates.ts';
import type { Tx } from '../../kernel/db/database.ts';
import { sql } from '../../kernel/db/sql.ts';
import { ensure } from '../../kernel/errors.ts';
import { isId, newId } from '../../kernel/ids.ts';
import { kernelErrors } from '../../kernel/kernel-errors.ts';
import type { Deadline } from '../calendar/index.ts';
import type { FindingEventKind } from './domain/finding.ts';
import { inspectionErrors } from './errors.ts';
import { maySee } from './policy.ts';
import { type Finding, findingById } from './queries/findings.ts';
import { type Inspection, inspectionById } from './queries/inspections.ts';
import { rightNow } from './queries/inspections-sql.ts';

/**
 * Holds an inspection until the transaction ends and checks `rule` on it. What the actor may not see answers `inspections.not_found`; what they
 * may not do `kernel.forbidden`; one that has ended `inspections.ended_already`.
 */
export async function heldInspection(
  context: CommandContext,
  tx: Tx,
  id: string,
  rule: Rule<Inspection>,
): Promise<Inspection> {
  ensure(isId(id), inspectionErrors.not_found);
  await tx.run(sql`select 1 from inspections_inspection where id = ${id} for update`);
  const found = await inspectionById(tx, id, rightNow(vietnamDate(context.now)));
  ensure(found && maySee(context.actor, found), inspectionErrors.not_found);
  ensure(rule(context.actor, found), kernelErrors.forbidden);
  ensure(found.end === null, inspectionErrors.ended_already);
  return found;
}

/** Holds a finding until the transaction ends. What the actor may not see answers `inspections.finding_not_found`. */
export async function heldFinding(context: CommandContext, tx: Tx, id: string): Promise<Finding> {
  ensure(isId(id), inspectionErrors.finding_not_found);
  await tx.run(sql`select 1 from inspections_finding where id = ${id} for update`);
  const found = await findingById(tx, id, rightNow(vietnamDate(context.now)));
  ensure(found && maySee(context.actor, found), inspectionErrors.finding_not_found);
  return found;
}

export interface NewInspectionEvent {
  readonly inspectionId: string;
  readonly kind: 'made' | 'moved' | 'announced' | 'concluded' | 'cancelled';
  readonly heldOn?: CalendarDate;
  readonly words?: string;
}

export async function appendInspectionEvents(
  context: CommandContext,
  tx: Tx,
  events: readonly NewInspectionEvent[],
): Promise<void> {
  const { actor, now } = context;
  await tx.run(sql`
    insert into inspections_event (id, inspection_id, kind, happened_on, held_on, words, person_id, person_name, by_unit_id, recorded_at)
    select e.id, e.inspection_id, e.kind, ${vietnamDate(now)}::date, e.held_on, e.words, ${actor.personId}::uuid, ${actor.name},
      ${actor.current?.unitId ?? null}::uuid, ${now}::timestamptz
    from unnest(${events.map(() => newId())}::uuid[], ${events.map((e) => e.inspectionId)}::uuid[],
      ${events.map((e) => e.kind)}::text[], ${events.map((e) => e.heldOn ?? null)}::date[],
      ${events.map((e) => e.words ?? '')}::text[]) as e (id, inspection_id, kind, held_on, words)`);
}

export interface NewFindingEvent {
  readonly findingId: string;
  readonly kind: FindingEventKind;
  readonly due?: Deadline;
  readonly words?: string;
  /** The inspection during which it was looked at again. */
  readonly inspectionId?: string | null;
}

export async function appendFindingEvents(
  context: CommandContext,
  tx: Tx,
  events: readonly NewFindingEvent[],
): Promise<void> {
  const { actor, now } = context;
  await tx.run(sql`
    insert into inspections_finding_event (id, finding_id, kind, happened_on, due_on, due, words, inspection_id, person_id, person_name,
      by_unit_id, recorded_at)
    select e.id, e.finding_id, e.kind, ${vietnamDate(now)}::date, e.due_on, e.due, e.words, e.inspection_id, ${actor.personId}::uuid,
      ${actor.name}, ${actor.current?.unitId ?? null}::uuid, ${now}::timestamptz
    from unnest(${events.map(() => newId())}::uuid[], ${events.map((e) => e.findingId)}::uuid[],
      ${events.map((e) => e.kind)}::text[], ${events.map((e) => e.due?.on ?? null)}::date[],
      ${events.map((e) => (e.due ? JSON.stringify(e.due) : null))}::jsonb[], ${events.map((e) => e.words ?? '')}::text[],
      ${events.map((e) => e.inspectionId ?? null)}::uuid[])
      as e (id, finding_id, kind, due_on, due, words, inspection_id)`);
}
