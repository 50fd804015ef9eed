import type { CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import type {
  UnitPlanIssued,
  UnitPlanReturned,
  UnitPlansAsked,
  UnitPlansMoved,
  UnitPlansReminded,
} from '../../unitplans/index.ts';
import { settleNotices } from '../commands/settle.ts';
import { tellUnits } from '../commands/tell-units.ts';
import { shortened } from '../domain/kind.ts';

const linkOf = (unitPlanId: string): string => `/ke-hoach-don-vi/${unitPlanId}`;
const subjectOf = (unitPlanId: string) => ({ type: 'unit_plan', id: unitPlanId });

async function onUnitPlansAsked(context: CommandContext, tx: Tx, asked: UnitPlansAsked): Promise<void> {
  await tellUnits(context, tx, {
    kind: 'unit_plan_due',
    subject: { type: 'plan', id: asked.planId },
    units: asked.units.map(({ unitPlanId, unitId, dueOn }) => ({
      unitId,
      facts: { v: 1, issuer: asked.issuerName, plan: asked.planTitle, dueOn, isRequest: dueOn === null },
      link: linkOf(unitPlanId),
    })),
  });
}

/** Of several reminders only the last one waits to be read. */
async function onUnitPlansReminded(
  context: CommandContext,
  tx: Tx,
  { units }: UnitPlansReminded,
): Promise<void> {
  for (const { unitPlanId, unitId, planTitle, dueOn, left, late } of units) {
    await settleNotices(context, tx, 'unit_plan_reminder', unitPlanId);
    await tellUnits(context, tx, {
      kind: 'unit_plan_reminder',
      subject: subjectOf(unitPlanId),
      units: [{ unitId, facts: { v: 1, plan: planTitle, dueOn, left, late }, link: linkOf(unitPlanId) }],
    });
  }
}

async function onUnitPlansMoved(context: CommandContext, tx: Tx, moved: UnitPlansMoved): Promise<void> {
  const { why, planTitle: plan, planId } = moved;
  for (const { unitPlanId, to } of moved.units)
    if (to === null) await settleNotices(context, tx, 'unit_plan_reminder', unitPlanId);
  await tellUnits(context, tx, {
    kind: 'unit_plan_moved',
    subject: { type: 'plan', id: planId },
    units: moved.units.map(({ unitPlanId, unitId, from, to, isRequest }) => ({
      unitId,
      facts: { v: 1, plan, from, to, why, isRequest },
      link: linkOf(unitPlanId),
    })),
  });
}

async function onUnitPlanReturned(
  context: CommandContext,
  tx: Tx,
  returned: UnitPlanReturned,
): Promise<void> {
  const { unitPlanId, unitId, planTitle: plan, byName: by, isRequest } = returned;
  await settleNotices(context, tx, 'unit_plan_issued', unitPlanId);
  const facts = { v: 1, by, plan, note: shortened(returned.reason), isRequest } as const;
  await tellUnits(context, tx, {
    kind: 'unit_plan_returned',
    subject: subjectOf(unitPlanId),
    units: [{ unitId, facts, link: linkOf(unitPlanId) }],
  });
}

/** The committee that asked is told, and what the unit was reminded of or told to correct is done. */
async function onUnitPlanIssued(context: CommandContext, tx: Tx, issued: UnitPlanIssued): Promise<void> {
  const { unitPlanId, issuerUnitId, unitName: unit, planTitle: plan } = issued;
  await settleNotices(context, tx, 'unit_plan_reminder', unitPlanId);
  await settleNotices(context, tx, 'unit_plan_returned', unitPlanId);
  const { number, version, workingDays, isLate, isRequest } = issued;
  const facts = { v: 1, unit, plan, number, version, workingDays, isLate, isRequest } as const;
  await tellUnits(context, tx, {
    kind: 'unit_plan_issued',
    subject: subjectOf(unitPlanId),
    units: [{ unitId: issuerUnitId, facts, link: linkOf(unitPlanId) }],
  });
}

/** What units and the committee above them are told of plans of units. */
export const unitPlanHandlers = {
  onUnitPlansAsked,
  onUnitPlansReminded,
  onUnitPlansMoved,
  onUnitPlanReturned,
  onUnitPlanIssued,
} as const;
