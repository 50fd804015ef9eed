import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { type CalendarDate, formatDate, parseVietnameseDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { adoptUnitPlan } from '../../assignments/index.ts';
import { heldCalendar, workingDaysBetween } from '../../calendar/index.ts';
import { parseProducts } from '../../plans/index.ts';
import { unitById } from '../../units/index.ts';
import { adoptedLines, ownTasks } from '../domain/adoption.ts';
import { contentOf } from '../domain/content.ts';
import { type Coverage, coverageOf } from '../domain/coverage.ts';
import { unitPlanErrors } from '../errors.ts';
import { unitPlanEvents, unitPlanIssued } from '../events.ts';
import { m } from '../messages.ts';
import { type Parent, parentOf } from '../parent.ts';
import { mayIssue } from '../policy.ts';
import type { UnitPlan } from '../queries/unit-plans.ts';
import { appendEvents, lockUnitPlan } from '../store.ts';
import { loadDraft, loadLines, setDraftOpen } from '../store-draft.ts';
import { freezeVersion, setMet } from '../store-versions.ts';

const typedDay = z.string().transform((text, check): CalendarDate => {
  const day = parseVietnameseDate(text);
  if (day) return day;
  check.addIssue({ code: 'custom', params: { message: m.day_unreadable } });
  return z.NEVER;
});

export const issueUnitPlanInput = z.object({
  unitPlanId: z.string(),
  number: z.string().trim().min(1).max(60),
  issuedOn: typedDay,
  signerName: z.string().trim().min(1).max(120),
  signerTitle: z.string().trim().min(1).max(200),
});

export interface IssuedUnitPlan {
  readonly version: number;
  readonly workingDays: number;
  readonly isLate: boolean;
  /** Nothing was due: a body outside the executive shares its plan. */
  readonly isRequest: boolean;
}

/**
 * Issues the version that is being written: it is frozen, the working days it took are counted, assignments are told who
 * answers and by when, and what the unit adds becomes its own work, in one transaction. Throws `unitplans.incomplete` with
 * the number of gaps while the coverage check finds any.
 */
export async function issueUnitPlan(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof issueUnitPlanInput>,
): Promise<IssuedUnitPlan> {
  const { unitPlanId, ...signed } = input;
  const unitPlan = await lockUnitPlan(context, tx, unitPlanId, mayIssue);
  const draft = await loadDraft(tx, unitPlan.id);
  ensure(draft?.isOpen, unitPlanErrors.not_drafting);
  const today = vietnamDate(context.now);
  const parent = await parentOf(tx, unitPlan, { today, asOf: null });
  checkDay(signed.issuedOn, parent, today);
  const lines = await loadLines(tx, unitPlan.id);
  const coverage = coverageOf(parent.tasks, lines, parent.frame);
  ensure(coverage.lacks.length === 0, unitPlanErrors.incomplete, { n: coverage.lacks.length });
  const unit = await unitById(tx, unitPlan.unitId, signed.issuedOn);
  ensure(unit, unitPlanErrors.not_found);
  const { version } = draft;
  const content = contentOf({
    unit,
    parent: { ...parent.cited, planId: parent.plan.id, version: parent.plan.version },
    signed,
    texts: draft,
    tasks: parent.tasks,
    lines,
  });
  await freezeVersion(tx, unitPlan.id, version, content, context.now);
  await setDraftOpen(context, tx, unitPlan.id, { version, isOpen: false });
  await setMet(tx, unitPlan.id, signed.issuedOn);
  await adoptUnitPlan(context, tx, {
    unitPlanId: unitPlan.id,
    version,
    number: signed.number,
    planId: unitPlan.planId,
    unitId: unitPlan.unitId,
    lines: adoptedLines(parent.tasks, lines, parent.frame),
    own: ownTasks(lines, parent.frame, { unitName: unit.name, readProducts: parseProducts }),
  });
  return recordIssue(context, tx, unitPlan, parent, { ...signed, version, coverage, unitName: unit.name });
}

function checkDay(issuedOn: CalendarDate, { cited }: Parent, today: CalendarDate): void {
  if (issuedOn < cited.issuedOn)
    throw new AppError(unitPlanErrors.before_parent, { date: formatDate(cited.issuedOn) }, [
      {
        field: 'issuedOn',
        message: unitPlanErrors.before_parent,
        params: { date: formatDate(cited.issuedOn) },
      },
    ]);
  if (issuedOn > today)
    throw new AppError(unitPlanErrors.future_day, { date: formatDate(issuedOn) }, [
      { field: 'issuedOn', message: unitPlanErrors.future_day, params: { date: formatDate(issuedOn) } },
    ]);
}

async function recordIssue(
  context: CommandContext,
  tx: Tx,
  unitPlan: UnitPlan,
  parent: Parent,
  issued: Omit<z.infer<typeof issueUnitPlanInput>, 'unitPlanId'> & {
    readonly version: number;
    readonly coverage: Coverage;
    readonly unitName: string;
  },
): Promise<IssuedUnitPlan> {
  const { version, number, issuedOn, signerName, signerTitle, coverage } = issued;
  const workingDays = workingDaysBetween(await heldCalendar(tx), parent.cited.issuedOn, issuedOn);
  const { carried, declined, own, specific } = coverage;
  const facts = { version, number, signerName, signerTitle, workingDays, carried, declined, own, specific };
  await appendEvents(context, tx, [
    { obligationId: unitPlan.id, kind: 'issued', happenedOn: issuedOn, facts },
  ]);
  await audit(tx, context, unitPlanEvents.issued, {
    subject: { type: 'unit_plan', id: unitPlan.id },
    after: { ...facts, issuedOn },
  });
  const { due, versions } = unitPlan.course;
  const first = versions[0]?.issuedOn ?? issuedOn;
  const isLate = due !== null && first > due.on;
  await unitPlanIssued.emit(context, tx, {
    unitPlanId: unitPlan.id,
    unitId: unitPlan.unitId,
    issuerUnitId: unitPlan.issuerUnitId,
    unitName: issued.unitName,
    planTitle: parent.plan.title,
    version,
    number,
    workingDays,
    isLate,
    isRequest: unitPlan.isRequest,
  });
  return { version, workingDays, isLate, isRequest: unitPlan.isRequest };
}
