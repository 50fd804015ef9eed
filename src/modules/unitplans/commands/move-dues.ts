import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { type CalendarDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { tasksPerUnit } from '../../assignments/index.ts';
import { type Deadline, heldCalendar, type MovedDeadline } from '../../calendar/index.ts';
import {
  type IssueCorrected,
  type PlanWithdrawn,
  planById,
  type UnitPlanRuleChanged,
} from '../../plans/index.ts';
import type { MoveReason, VoidReason } from '../domain/event-facts.ts';
import { unitPlanEvents, unitPlansMoved } from '../events.ts';
import { appendEvents, dueFacts } from '../store.ts';
import { obligeUnits, unitPlanDeadline } from './oblige.ts';

const heldRow = {
  id: 'uuid',
  planId: 'uuid',
  unitId: 'uuid',
  isRequest: 'bool',
  issuedOn: 'date',
  dueOn: 'date?',
  within: 'int?',
} as const;

interface HeldObligation {
  readonly id: string;
  readonly planId: string;
  readonly unitId: string;
  readonly isRequest: boolean;
  readonly issuedOn: CalendarDate;
  readonly dueOn: CalendarDate | null;
  /** Working days that its due was counted by. */
  readonly within: number | null;
}

interface Moved extends HeldObligation {
  /** The parent's day of issue from which days are counted now. */
  readonly countedFrom: CalendarDate;
  readonly deadline: Deadline | null;
}

/** Holds obligations that stand, in the order of their ids: those of a parent plan, or those named. */
function holdObligations(
  tx: Tx,
  which: { readonly planId: string } | { readonly ids: readonly string[] },
): Promise<HeldObligation[]> {
  const condition =
    'planId' in which ? sql`o.plan_id = ${which.planId}` : sql`o.id = any(${which.ids}::uuid[])`;
  return tx.rows(query(heldRow)`
    select o.id, o.plan_id as "planId", o.unit_id as "unitId", o.is_request as "isRequest", o.issued_on as "issuedOn",
      o.due_on as "dueOn", (o.due_expression ->> 'amount')::int as within
    from unitplans_obligation o where ${condition} and not o.is_void order by o.id for update`);
}

async function storeMoves(
  context: CommandContext,
  tx: Tx,
  moves: readonly Moved[],
  why: MoveReason,
  note: string,
): Promise<void> {
  if (moves.length === 0) return;
  const dues = moves.map((move) => move.deadline);
  await tx.run(sql`
    update unitplans_obligation o set issued_on = m.issued_on, due_on = m.due_on, due_expression = m.expression,
      due_calendar = m.calendar, due_explained_vi = m.vi, due_explained_en = m.en
    from unnest(${moves.map((move) => move.id)}::uuid[], ${moves.map((move) => move.countedFrom)}::date[],
      ${dues.map((due) => due?.on ?? null)}::date[],
      ${dues.map((due) => (due ? JSON.stringify(due.expression) : null))}::jsonb[],
      ${dues.map((due) => due?.calendarVersion ?? null)}::text[], ${dues.map((due) => due?.explanation.vi ?? null)}::text[],
      ${dues.map((due) => due?.explanation.en ?? null)}::text[]) as m (id, issued_on, due_on, expression, calendar, vi, en)
    where o.id = m.id`);
  await appendEvents(
    context,
    tx,
    moves.map((move) => ({
      obligationId: move.id,
      kind: 'due_moved',
      happenedOn: vietnamDate(context.now),
      facts: { from: move.dueOn, issuedOn: move.countedFrom, due: dueFacts(move.deadline), why },
      note,
    })),
  );
  await audit(tx, context, unitPlanEvents.dues_moved, {
    subject: { type: 'plan', id: moves[0]?.planId ?? '' },
    before: moves.map(({ id, dueOn }) => ({ id, dueOn })),
    after: moves.map(({ id, deadline }) => ({ id, dueOn: deadline?.on ?? null, why })),
  });
  await tellMoved(context, tx, moves, why);
}

/** Units are told by parent plan; a move that leaves the day as it was is no news. */
async function tellMoved(
  context: CommandContext,
  tx: Tx,
  moves: readonly Moved[],
  why: MoveReason,
): Promise<void> {
  const news = moves.filter((move) => (move.deadline?.on ?? null) !== move.dueOn);
  for (const [planId, own] of Map.groupBy(news, (move) => move.planId)) {
    const plan = await planById(tx, planId, vietnamDate(context.now));
    await unitPlansMoved.emit(context, tx, {
      why,
      planId,
      planTitle: plan?.title ?? '',
      units: own.map((move) => ({
        unitPlanId: move.id,
        unitId: move.unitId,
        from: move.dueOn,
        to: move.deadline?.on ?? null,
        isRequest: move.isRequest,
      })),
    });
  }
}

/** Stores dues recomputed with a new calendar, for plans that are still awaited. */
export async function moveUnitPlanDues(
  context: CommandContext,
  tx: Tx,
  moves: readonly MovedDeadline[],
): Promise<void> {
  const byId = new Map(moves.map((move) => [move.id, move.deadline]));
  const held = await holdObligations(tx, { ids: [...byId.keys()] });
  const moved = held.map((one) => ({
    ...one,
    countedFrom: one.issuedOn,
    deadline: byId.get(one.id) ?? null,
  }));
  await storeMoves(context, tx, moved, 'calendar', '');
}

/** The parent's day of issue was entered wrongly: all days are counted from the right one, also for plans issued already. */
export async function onIssueCorrected(
  context: CommandContext,
  tx: Tx,
  corrected: IssueCorrected,
): Promise<void> {
  if (corrected.from === corrected.to) return;
  const calendar = await heldCalendar(tx);
  const held = await holdObligations(tx, { planId: corrected.planId });
  const moved = held.map((one) => ({
    ...one,
    countedFrom: corrected.to,
    deadline: one.within === null ? null : unitPlanDeadline(corrected.to, one.within, calendar),
  }));
  await storeMoves(context, tx, moved, 'issue_corrected', corrected.reason);
}

/** How long units have was changed after the issue: dues are counted anew, begin, or end. */
export async function onRuleChanged(
  context: CommandContext,
  tx: Tx,
  changed: UnitPlanRuleChanged,
): Promise<void> {
  const { planId, to: within, reason } = changed;
  if (within === null) return voidAll(context, tx, planId, 'not_asked', vietnamDate(context.now), reason);
  const held = await holdObligations(tx, { planId });
  if (held.length === 0) return askAnew(context, tx, planId, within);
  const calendar = await heldCalendar(tx);
  const moved = held.map((one) => ({
    ...one,
    countedFrom: one.issuedOn,
    deadline: one.isRequest ? null : unitPlanDeadline(one.issuedOn, within, calendar),
  }));
  await storeMoves(context, tx, moved, 'rule_changed', reason);
}

async function askAnew(context: CommandContext, tx: Tx, planId: string, within: number): Promise<void> {
  const plan = await planById(tx, planId, vietnamDate(context.now));
  if (!plan || plan.issuedOn === null) return;
  const units = await tasksPerUnit(tx, planId, { asOf: null });
  await obligeUnits(context, tx, { ...plan, issuedOn: plan.issuedOn, within }, units);
}

/** The parent was withdrawn: nothing is owed any more; what was issued stays readable. */
export async function onPlanWithdrawn(
  context: CommandContext,
  tx: Tx,
  { planId, on, reason }: PlanWithdrawn,
): Promise<void> {
  await voidAll(context, tx, planId, 'withdrawn', on, reason);
}

async function voidAll(
  context: CommandContext,
  tx: Tx,
  planId: string,
  why: VoidReason,
  on: CalendarDate,
  reason: string,
): Promise<void> {
  const held = await holdObligations(tx, { planId });
  if (held.length === 0) return;
  const ids = held.map((one) => one.id);
  await tx.run(sql`update unitplans_obligation set is_void = true where id = any(${ids}::uuid[])`);
  await appendEvents(
    context,
    tx,
    held.map((one) => ({
      obligationId: one.id,
      kind: 'void',
      happenedOn: on,
      facts: { why },
      note: reason,
    })),
  );
  await audit(tx, context, unitPlanEvents.voided, {
    subject: { type: 'plan', id: planId },
    after: { units: held.length, why, reason },
  });
  const plan = await planById(tx, planId, vietnamDate(context.now));
  await unitPlansMoved.emit(context, tx, {
    why,
    planId,
    planTitle: plan?.title ?? '',
    units: held.map((one) => ({
      unitPlanId: one.id,
      unitId: one.unitId,
      from: one.dueOn,
      to: null,
      isRequest: one.isRequest,
    })),
  });
}
