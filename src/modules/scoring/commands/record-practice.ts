import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { formatInstant, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { sql } from '../../../kernel/db/sql.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import type { Practice } from '../domain/practice.ts';
import { scoringErrors } from '../errors.ts';
import { scoringEvents } from '../events.ts';
import { mayChangePractice, mayRecordPractice } from '../policy.ts';
import { practiceById } from '../queries/practices.ts';
import { insertPractice } from '../store.ts';
import { laidOut, practiceFields } from './practice-fields.ts';

export const recordPracticeInput = practiceFields;

/** Records a practice; answers its id. */
export async function recordPractice(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof recordPracticeInput>,
): Promise<string> {
  const fields = recordPracticeInput.parse(given);
  const { actor } = context;
  ensure(mayRecordPractice(actor, null), kernelErrors.forbidden);
  const stored = {
    id: newId(),
    version: 1,
    ...(await laidOut(tx, fields, vietnamDate(context.now))),
    withdrawnReason: null,
    byUnitId: actor.current?.unitId ?? null,
  };
  await insertPractice(context, tx, stored);
  await audit(tx, context, scoringEvents.practice_recorded, {
    subject: { type: 'practice', id: stored.id },
    after: stored,
  });
  return stored.id;
}

/** Locks a practice that the actor may change and that still is what the writer saw. */
async function held(context: CommandContext, tx: Tx, id: string, seen: number): Promise<Practice> {
  await tx.run(sql`select 1 from scoring_practice where id = ${id}::uuid and version = 1 for update`);
  const standing = await practiceById(tx, id);
  ensure(standing, scoringErrors.practice_not_found);
  ensure(mayChangePractice(context.actor, standing), kernelErrors.forbidden);
  ensure(standing.withdrawnReason === null, scoringErrors.practice_withdrawn);
  if (standing.version !== seen)
    throw new AppError(scoringErrors.practice_changed, {
      name: standing.personName,
      time: formatInstant(standing.recordedAt),
    });
  return standing;
}

export const changePracticeInput = practiceFields.extend({ id: z.uuid(), seen: z.int().min(1) });

/** Writes a practice anew as a further version. Throws `scoring.practice_changed` when somebody else did meanwhile. */
export async function changePractice(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof changePracticeInput>,
): Promise<void> {
  const { id, seen, ...fields } = changePracticeInput.parse(given);
  const before = await held(context, tx, id, seen);
  const stored = {
    id,
    version: before.version + 1,
    ...(await laidOut(tx, fields, vietnamDate(context.now))),
    withdrawnReason: null,
    byUnitId: before.byUnitId,
  };
  await insertPractice(context, tx, stored);
  await audit(tx, context, scoringEvents.practice_changed, {
    subject: { type: 'practice', id },
    before,
    after: stored,
  });
}

export const withdrawPracticeInput = z.object({
  id: z.uuid(),
  seen: z.int().min(1),
  reason: z.string().trim().min(1).max(1000),
});

/** Takes a practice out of the register with a reason; it stays readable, and so does who took it over. */
export async function withdrawPractice(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof withdrawPracticeInput>,
): Promise<void> {
  const { id, seen, reason } = withdrawPracticeInput.parse(given);
  const { task, ...before } = await held(context, tx, id, seen);
  const stored = {
    ...before,
    version: before.version + 1,
    taskWords: task?.words ?? null,
    taskProduct: task?.productWords ?? null,
    taskDue: task?.due ?? null,
    taskGroup: task?.group ?? null,
    withdrawnReason: reason,
  };
  await insertPractice(context, tx, stored);
  await audit(tx, context, scoringEvents.practice_withdrawn, {
    subject: { type: 'practice', id },
    before: { ...before, task },
    after: { reason },
  });
}
