import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { unitsOfDay } from '../../units/index.ts';
import { MEASURES } from '../domain/effort.ts';
import { codesOf } from '../edition.ts';
import { scoringErrors } from '../errors.ts';
import { scoringEvents } from '../events.ts';
import { mayGiveEffort } from '../policy.ts';
import { insertEffort } from '../store.ts';

export const giveEffortInput = z.object({
  year: z.int().min(2011).max(2199),
  /** A part, or an indicator of it. */
  code: z.string().max(12),
  unitId: z.uuid(),
  /** By how much it is raised: in the indicator's own measure, in points for a part. */
  step: z.number().positive().max(99_999),
  cost: z.number().positive().max(999_999_999),
  measure: z.enum(MEASURES),
  words: z.string().trim().max(1000).default(''),
});

/** Records what an office says it costs to raise an indicator or a part by a step; its latest word counts. */
export async function giveEffort(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof giveEffortInput>,
): Promise<void> {
  const input = giveEffortInput.parse(given);
  const { year, code, unitId } = input;
  const unit = (await unitsOfDay(tx, vietnamDate(context.now))).byId.get(unitId);
  ensure(unit, scoringErrors.unit_unknown);
  ensure(mayGiveEffort(context.actor, unit), kernelErrors.forbidden);
  ensure(codesOf(year).has(code), scoringErrors.code_unknown, { year: String(year), code });
  const effort = { id: newId(), ...input };
  await insertEffort(context, tx, effort);
  await audit(tx, context, scoringEvents.effort_given, {
    subject: { type: 'papi_code', id: code },
    after: effort,
  });
}
