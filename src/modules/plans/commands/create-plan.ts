import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { unitById } from '../../units/index.ts';
import { PERIODS } from '../domain/due.ts';
import { planErrors } from '../errors.ts';
import { planEvents } from '../events.ts';
import { mayDraft, maySee } from '../policy.ts';
import { insertPlan, loadPlan } from '../store/plans.ts';

const blank = z.literal('').transform(() => null);

/** The law gives none: 15 is what plans of districts say (seed III.1.a); a year of working days is the most. */
export const unitPlanWithinInput = blank.or(z.coerce.number().int().min(1).max(250)).nullable();

/** The head of a plan, as forms and the command line send it. */
export const planHeadInput = z.object({
  title: z.string().trim().min(1).max(500),
  year: z.coerce.number().int().min(2000).max(2100),
  number: blank.or(z.string().trim().min(1).max(60)).nullable().default(null),
  parentPlanId: blank.or(z.uuid()).nullable().default(null),
  parentCitation: blank.or(z.string().trim().min(1).max(500)).nullable().default(null),
  regularPeriod: z.enum(PERIODS).default('half'),
  /** Working days each unit has to make its own plan; blank asks for none. */
  unitPlanWithin: unitPlanWithinInput.default(15),
});

export const createPlanInput = planHeadInput.extend({ unitId: z.uuid() });

/** Makes an empty draft; answers its id. */
export async function createPlan(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof createPlanInput>,
): Promise<string> {
  const unit = await unitById(tx, input.unitId, vietnamDate(context.now));
  if (!unit) throw new AppError(planErrors.unit_unknown);
  ensure(mayDraft(context.actor, unit), kernelErrors.forbidden);
  await checkParent(context, tx, input.parentPlanId);
  const id = newId();
  await insertPlan(tx, { ...input, id, createdBy: context.actor.personId, now: context.now });
  await audit(tx, context, planEvents.created, { subject: { type: 'plan', id }, after: input });
  return id;
}

/** A plan rests only on a plan that its writer can read. */
export async function checkParent(context: CommandContext, tx: Tx, parentId: string | null): Promise<void> {
  if (parentId === null) return;
  const parent = await loadPlan(tx, parentId, vietnamDate(context.now));
  ensure(parent && maySee(context.actor, parent), planErrors.not_found);
}
