import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { formatInstant, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { unitsOfDay } from '../../units/index.ts';
import { ensurePart } from '../edition.ts';
import { scoringErrors } from '../errors.ts';
import { scoringEvents } from '../events.ts';
import { scoringLimits } from '../limits.ts';
import { mayWriteCause } from '../policy.ts';
import { causesOf } from '../queries/causes.ts';
import { ownerOn } from '../queries/owner-on.ts';
import { insertCause } from '../store.ts';

const text = z.string().trim().min(1).max(4000);

export const writeCauseInput = z.object({
  year: z.int().min(2011).max(2199),
  part: z.string(),
  /** What was lacking, why, and whose task it is to change it (II.3.c of the plan). */
  shortcoming: text,
  cause: text,
  responsibility: text,
  unitIds: z.array(z.uuid()).max(scoringLimits.units_named),
  /** The version the writer saw; 0 where none stood yet. */
  seen: z.int().min(0),
});

/** Writes what was lacking in a part, why, and who changes it; each writing is a version. Throws `scoring.cause_changed`. */
export async function writeCause(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof writeCauseInput>,
): Promise<void> {
  const { seen, ...input } = writeCauseInput.parse(given);
  const { year, part } = input;
  ensurePart(year, part);
  const today = vietnamDate(context.now);
  const owner = await ownerOn(tx, part, today);
  ensure(mayWriteCause(context.actor, { ownerUnitId: owner?.unitId ?? null }), kernelErrors.forbidden);
  const { byId } = await unitsOfDay(tx, today);
  ensure(
    input.unitIds.every((id) => byId.has(id)),
    scoringErrors.unit_unknown,
  );
  const standing = (await causesOf(tx, { year, part, asOf: null }))[0];
  if (standing && standing.version !== seen)
    throw new AppError(scoringErrors.cause_changed, {
      name: standing.personName,
      time: formatInstant(standing.recordedAt),
    });
  const cause = { id: newId(), version: (standing?.version ?? 0) + 1, ...input };
  await insertCause(context, tx, cause);
  await audit(tx, context, scoringEvents.cause_written, {
    subject: { type: 'papi_part', id: part },
    before: standing,
    after: cause,
  });
}
