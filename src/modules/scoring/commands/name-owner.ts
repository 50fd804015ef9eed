import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { isCalendarDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { subDimension } from '../../papi/index.ts';
import { unitsOfDay } from '../../units/index.ts';
import { scoringErrors } from '../errors.ts';
import { scoringEvents } from '../events.ts';
import { mayNameOwners } from '../policy.ts';
import { insertOwner } from '../store.ts';

export const nameOwnerInput = z.object({
  part: z.string(),
  /** `null`: nobody is named from this day on, and the plan proposes again. */
  unitId: z.uuid().nullable(),
  fromOn: z.string().refine(isCalendarDate),
  words: z.string().trim().max(1000).default(''),
});

/** Says which unit answers for a part from a day on; whoever was named before does until then. */
export async function nameOwner(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof nameOwnerInput>,
): Promise<void> {
  const { part, unitId, fromOn, words } = nameOwnerInput.parse(given);
  ensure(mayNameOwners(context.actor, null), kernelErrors.forbidden);
  ensure(subDimension(part), scoringErrors.part_ended, { part });
  const { byId } = await unitsOfDay(
    tx,
    fromOn > vietnamDate(context.now) ? vietnamDate(context.now) : fromOn,
  );
  if (unitId !== null && !byId.has(unitId))
    throw new AppError(scoringErrors.unit_unknown, {}, [
      { field: 'don-vi', message: scoringErrors.unit_unknown },
    ]);
  const owner = { id: newId(), part, unitId, fromOn, words };
  await insertOwner(context, tx, owner);
  await audit(tx, context, scoringEvents.owner_named, {
    subject: { type: 'papi_part', id: part },
    after: owner,
  });
}
