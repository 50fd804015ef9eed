import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { EDITIONS, knownEdition, rangeOf } from '../domain/editions.ts';
import { readNumber } from '../domain/numbers.ts';
import { papiErrors } from '../errors.ts';
import { papiEvents } from '../events.ts';
import { m } from '../messages.ts';
import { mayKeepIndex } from '../policy.ts';
import { insertTarget } from '../store-targets.ts';

export const targetInput = z.object({
  year: z.coerce.number().int().min(2011).max(2100),
  code: z.string().regex(/^([1-8]\.\d{1,2}|D[1-8]|TOTAL)$/),
  kind: z.enum(['rank_up', 'points', 'none']),
  points: z.string().trim().max(20).default(''),
  note: z.string().trim().max(500).default(''),
});

/** Sets, changes or takes away the target of a year; the earlier settings stay to be read. */
export async function setTarget(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof targetInput>,
): Promise<void> {
  ensure(mayKeepIndex(context.actor, null), papiErrors.may_not_keep);
  const { year, code, kind, note } = input;
  const points = kind === 'points' ? pointsOf(input) : null;
  const id = newId();
  const { personId, name } = context.actor;
  await insertTarget(tx, {
    id,
    year,
    code,
    kind,
    points,
    note,
    personId,
    personName: name,
    setAt: context.now,
  });
  await audit(tx, context, papiEvents.target_set, {
    subject: { type: 'papi_target', id },
    after: { year, code, kind, points, note },
  });
}

/** Years to come have no structure yet: the last known one stands for theirs. */
function pointsOf({ year, code, points: typed }: z.infer<typeof targetInput>): number {
  const edition = knownEdition(year) ?? EDITIONS.at(-1);
  const range = edition && rangeOf(edition, code);
  const points = readNumber(typed)?.value;
  if (points !== undefined && range && points >= range.min && points <= range.max) return points;
  throw new AppError(papiErrors.target_unreadable, {}, [
    {
      field: 'points',
      message: m.points_between,
      params: {
        min: Math.round((range?.min ?? 0) * 100) / 100,
        max: Math.round((range?.max ?? 0) * 100) / 100,
      },
    },
  ]);
}
