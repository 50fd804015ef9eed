import type { CommandContext } from '../../kernel/audit.ts';
import { type CalendarDate, vietnamDate } from '../../kernel/dates.ts';
import type { Tx } from '../../kernel/db/database.ts';
import { query, sql } from '../../kernel/db/sql.ts';
import { ensure } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import type { AnyKind } from './domain/progress.ts';
import type { Progress, State } from './domain/state.ts';
import { assignmentErrors } from './errors.ts';
import { maySee } from './policy.ts';

const lockedRow = {
  id: 'uuid',
  taskId: 'uuid',
  unitId: 'uuid',
  acceptingUnitId: 'uuid',
  isRequest: 'bool',
  isOwn: 'bool',
  isDropped: 'bool',
  words: 'text',
  products: 'json',
  progress: 'text',
  dueOn: 'date?',
  revision: 'int',
  changedAt: 'instant',
  responsiblePersonId: 'uuid?',
  responsibleTitle: 'text?',
  overrideState: 'text?',
  overrideUntil: 'date?',
  lineage: 'uuid[]',
  acceptingLineage: 'uuid[]',
} as const;

/** An assignment held for a change, with the places that decide rights over it. */
export interface LockedWork {
  readonly id: string;
  readonly taskId: string;
  readonly unitId: string;
  readonly acceptingUnitId: string;
  readonly isRequest: boolean;
  readonly isOwn: boolean;
  /** No version of the plan asks for it any more. */
  readonly isDropped: boolean;
  /** The words of the task. */
  readonly words: string;
  readonly products: readonly { readonly text: string; readonly type: string }[];
  readonly progress: Progress;
  readonly dueOn: CalendarDate | null;
  readonly revision: number;
  readonly changedAt: Date;
  readonly responsiblePersonId: string | null;
  readonly responsibleTitle: string | null;
  /** A state set by hand, though its last day may have passed. */
  readonly override: { readonly state: State; readonly until: CalendarDate } | null;
  readonly lineage: readonly string[];
  readonly acceptingLineage: readonly string[];
}

/**
 * Locks assignments the actor may see, in the order of their ids, so that two changes of many never wait for each other in
 * a circle. One that is missing or hidden answers `assignments.not_found`.
 */
export async function lockWork(
  context: CommandContext,
  tx: Tx,
  ids: readonly string[],
): Promise<LockedWork[]> {
  const today = vietnamDate(context.now);
  const rows = await tx.rows(query(lockedRow)`
    select a.id, a.task_id as "taskId", a.unit_id as "unitId", a.accepting_unit_id as "acceptingUnitId",
      a.is_request as "isRequest", a.is_own as "isOwn", a.dropped_version is not null as "isDropped", t.words, t.products, a.progress, a.due_on as "dueOn", a.revision,
      a.changed_at as "changedAt", a.responsible_person_id as "responsiblePersonId",
      a.responsible_title as "responsibleTitle", a.override_state as "overrideState", a.override_until as "overrideUntil",
      units_lineage(a.unit_id, ${today}::date) as lineage,
      units_lineage(a.accepting_unit_id, ${today}::date) as "acceptingLineage"
    from assignments_assignment a join assignments_task t on t.id = a.task_id
    where a.id = any(${ids}::uuid[]) order by a.id for update of a`);
  ensure(rows.length === new Set(ids).size, assignmentErrors.not_found);
  for (const row of rows) ensure(maySee(context.actor, row), assignmentErrors.not_found);
  return rows.map(({ overrideState, overrideUntil, ...row }) => ({
    ...row,
    products: row.products as LockedWork['products'],
    progress: row.progress as Progress,
    override:
      overrideState === null || overrideUntil === null
        ? null
        : { state: overrideState as State, until: overrideUntil },
  }));
}

/** The same for one; `revision`, when given, must be the one that stands, or somebody else was first. */
export async function lockOne(
  context: CommandContext,
  tx: Tx,
  id: string,
  revision?: number,
): Promise<LockedWork> {
  const [found] = await lockWork(context, tx, [id]);
  ensure(found, assignmentErrors.not_found);
  ensure(revision === undefined || revision === found.revision, assignmentErrors.changed_meanwhile);
  return found;
}

/** When a change of the row is recorded: never before the change that stands, whatever the clocks of two requests say. */
export function recordedAt(context: CommandContext, work: Pick<LockedWork, 'changedAt'>): Date {
  return context.now > work.changedAt ? context.now : work.changedAt;
}

export interface NewEntry {
  readonly assignmentId: string;
  readonly kind: AnyKind;
  readonly happenedOn: CalendarDate;
  readonly recordedAt: Date;
  readonly note?: string;
  readonly quantity?: number | null;
  /** Facts of the kind (domain/entry-details.ts). */
  readonly details?: object | null;
  /** For which unit it is said; that of the actor's post when absent. */
  readonly unitId?: string;
  /** The person behind the claim that is accepted. */
  readonly claimedBy?: string | null;
}

/** Appends entries, any number in one statement, in the order given. */
export async function appendEntries(
  context: CommandContext,
  tx: Tx,
  entries: readonly NewEntry[],
): Promise<void> {
  const { actor } = context;
  await tx.run(sql`
    insert into assignments_entry (id, assignment_id, kind, happened_on, recorded_at, person_id, person_name, unit_id, note,
      quantity, details, claimed_by)
    select e.id, e.assignment_id, e.kind, e.happened_on, e.recorded_at, ${actor.personId}::uuid, ${actor.name},
      coalesce(e.unit_id, ${actor.current?.unitId ?? null}::uuid), e.note, e.quantity, e.details, e.claimed_by
    from unnest(${entries.map(() => newId())}::uuid[], ${entries.map((e) => e.assignmentId)}::uuid[],
      ${entries.map((e) => e.kind)}::text[], ${entries.map((e) => e.happenedOn)}::date[],
      ${entries.map((e) => e.recordedAt)}::timestamptz[], ${entries.map((e) => e.note ?? '')}::text[],
      ${entries.map((e) => e.quantity ?? null)}::numeric[],
      ${entries.map((e) => (e.details ? JSON.stringify(e.details) : null))}::jsonb[],
      ${entries.map((e) => e.claimedBy ?? null)}::uuid[], ${entries.map((e) => e.unitId ?? null)}::uuid[])
      as e (id, assignment_id, kind, happened_on, recorded_at, note, quantity, details, claimed_by, unit_id)`);
}
