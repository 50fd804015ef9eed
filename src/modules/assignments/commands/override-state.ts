import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { addDays, formatDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { sql } from '../../../kernel/db/sql.ts';
import { ensure } from '../../../kernel/errors.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { calendarDateSchema } from '../../calendar/index.ts';
import { STATES } from '../domain/state.ts';
import { assignmentErrors } from '../errors.ts';
import { assignmentEvents } from '../events.ts';
import { assignmentLimits } from '../limits.ts';
import { mayAccept } from '../policy.ts';
import { appendEntries, lockOne, recordedAt } from '../store.ts';

export const overrideStateInput = z.object({
  assignmentId: z.uuid(),
  /** `null` takes the state set by hand away. */
  state: z.enum(STATES).nullable(),
  /** The last day it counts; needed with a state. */
  until: calendarDateSchema.nullable().default(null),
  reason: z.string().trim().max(4000).default(''),
  revision: z.number().int().optional(),
});

/**
 * Sets what the published rule would say otherwise, with a reason, an author and an end, or takes it away. For whoever
 * accepts the work, never for those who do it.
 */
export async function overrideState(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof overrideStateInput>,
): Promise<void> {
  const { assignmentId, state, until, reason, revision } = overrideStateInput.parse(given);
  const found = await lockOne(context, tx, assignmentId, revision);
  ensure(mayAccept(context.actor, found), kernelErrors.forbidden);
  ensure(!found.isDropped, assignmentErrors.dropped);
  const today = vietnamDate(context.now);
  const at = recordedAt(context, found);
  if (state === null) {
    ensure(found.override !== null, assignmentErrors.not_overridden);
  } else {
    ensure(reason !== '', assignmentErrors.reason_needed);
    const last = addDays(today, assignmentLimits.override_days);
    const inTime = until !== null && until >= today && until <= last;
    ensure(inTime, assignmentErrors.override_end_needed, { date: formatDate(last) });
  }
  await appendEntries(context, tx, [
    {
      assignmentId,
      kind: state === null ? 'override_end' : 'override',
      happenedOn: today,
      recordedAt: at,
      note: reason,
      details: state === null ? null : { v: 1, state, until },
    },
  ]);
  await tx.run(sql`update assignments_assignment set override_state = ${state}, changed_at = ${at},
      override_until = ${state === null ? null : until}::date
    where id = ${assignmentId}`);
  await audit(tx, context, assignmentEvents.overridden, {
    subject: { type: 'assignment', id: assignmentId },
    before: { override: found.override },
    after: { override: state === null ? null : { state, until } },
  });
}
