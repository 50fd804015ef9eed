import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { type CalendarDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { newId } from '../../../kernel/ids.ts';
import type { WorkAssigned } from '../../assignments/index.ts';
import { computeDeadline, type Deadline, heldCalendar } from '../../calendar/index.ts';
import { type Plan, planById } from '../../plans/index.ts';
import { unitsByIds } from '../../units/index.ts';
import { unitPlanEvents, unitPlansAsked } from '../events.ts';
import { appendEvents, dueFacts } from '../store.ts';

/** A unit with work in the plan. */
export interface UnitWithWork {
  readonly unitId: string;
  readonly isRequest: boolean;
}

/** The due day of unit plans under a parent issued on `issuedOn`. */
export function unitPlanDeadline(
  issuedOn: CalendarDate,
  within: number,
  calendar: Parameters<typeof computeDeadline>[1],
): Deadline {
  return computeDeadline(
    { v: 1, type: 'after', bound: 'max', amount: within, unit: 'wd', from: issuedOn },
    calendar,
  );
}

/**
 * Asks each unit with work in an issued plan, but for the one that issued it and for villages, for a plan of its own. Bodies
 * outside the executive are asked to share one and have no due day. Units asked before are asked again.
 */
export async function obligeUnits(
  context: CommandContext,
  tx: Tx,
  plan: Pick<Plan, 'id' | 'unitId' | 'unitName' | 'title'> & {
    readonly issuedOn: CalendarDate;
    readonly within: number;
  },
  units: readonly UnitWithWork[],
): Promise<void> {
  const ids = units.map((unit) => unit.unitId);
  const known = await unitsByIds(tx, ids, plan.issuedOn);
  const villages = new Set(known.filter((unit) => unit.kind === 'thon').map((unit) => unit.id));
  const asked = units.filter(({ unitId }) => unitId !== plan.unitId && !villages.has(unitId));
  if (asked.length === 0) return;
  const deadline = unitPlanDeadline(plan.issuedOn, plan.within, await heldCalendar(tx));
  const dueOf = (unit: UnitWithWork): Deadline | null => (unit.isRequest ? null : deadline);
  const rows = await storeObligations(
    tx,
    plan,
    asked.map((unit) => ({ ...unit, deadline: dueOf(unit) })),
  );
  await appendEvents(
    context,
    tx,
    rows.map(({ id, isRequest }) => ({
      obligationId: id,
      kind: 'obliged',
      happenedOn: plan.issuedOn,
      facts: { issuedOn: plan.issuedOn, due: dueFacts(isRequest ? null : deadline) },
    })),
  );
  await audit(tx, context, unitPlanEvents.obliged, {
    subject: { type: 'plan', id: plan.id },
    after: { units: rows.length, within: plan.within, dueOn: deadline.on },
  });
  await unitPlansAsked.emit(context, tx, {
    planId: plan.id,
    planTitle: plan.title,
    issuerName: plan.unitName,
    units: rows.map(({ id, unitId, isRequest }) => ({
      unitPlanId: id,
      unitId,
      dueOn: isRequest ? null : deadline.on,
    })),
  });
}

const storedRow = { id: 'uuid', unitId: 'uuid', isRequest: 'bool' } as const;

function storeObligations(
  tx: Tx,
  plan: { readonly id: string; readonly unitId: string; readonly issuedOn: CalendarDate },
  units: readonly (UnitWithWork & { readonly deadline: Deadline | null })[],
): Promise<{ id: string; unitId: string; isRequest: boolean }[]> {
  const dues = units.map((unit) => unit.deadline);
  return tx.rows(query(storedRow)`
    insert into unitplans_obligation (id, plan_id, unit_id, issuer_unit_id, is_request, issued_on, due_on, due_expression,
      due_calendar, due_explained_vi, due_explained_en)
    select u.id, ${plan.id}::uuid, u.unit_id, ${plan.unitId}::uuid, u.is_request, ${plan.issuedOn}::date, u.due_on, u.expression,
      u.calendar, u.vi, u.en
    from unnest(${units.map(() => newId())}::uuid[], ${units.map((unit) => unit.unitId)}::uuid[],
      ${units.map((unit) => unit.isRequest)}::boolean[], ${dues.map((due) => due?.on ?? null)}::date[],
      ${dues.map((due) => (due ? JSON.stringify(due.expression) : null))}::jsonb[],
      ${dues.map((due) => due?.calendarVersion ?? null)}::text[], ${dues.map((due) => due?.explanation.vi ?? null)}::text[],
      ${dues.map((due) => due?.explanation.en ?? null)}::text[])
      as u (id, unit_id, is_request, due_on, expression, calendar, vi, en)
    on conflict (plan_id, unit_id) do update set is_void = false, is_request = excluded.is_request,
      issued_on = excluded.issued_on, due_on = excluded.due_on, due_expression = excluded.due_expression,
      due_calendar = excluded.due_calendar, due_explained_vi = excluded.due_explained_vi,
      due_explained_en = excluded.due_explained_en
    returning id, unit_id as "unitId", is_request as "isRequest"`);
}

/** Listens to the work of an issued plan being given out: units get their obligations in the same transaction. */
export async function onWorkAssigned(context: CommandContext, tx: Tx, work: WorkAssigned): Promise<void> {
  const plan = await planById(tx, work.planId, vietnamDate(context.now));
  if (!plan || plan.unitPlanWithin === null || plan.issuedOn === null) return;
  const { issuedOn, unitPlanWithin: within } = plan;
  await obligeUnits(context, tx, { ...plan, issuedOn, within }, work.perUnit);
}
