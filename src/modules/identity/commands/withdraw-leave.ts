import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { formatDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { parseInput } from '../../../kernel/http/input.ts';
import { newId } from '../../../kernel/ids.ts';
import { identityErrors } from '../errors.ts';
import { identityEvents } from '../events.ts';
import { insertLeave, leaveById, markWithdrawn, type StoredLeave } from '../store/leaves.ts';
import { optionalDate } from './fields.ts';
import { lockPersonForLeave } from './record-leave.ts';

export const withdrawLeaveInput = z.object({
  leaveId: z.uuid(),
  /** The last day the person was really away; empty when there was none. */
  lastDay: optionalDate,
});

/**
 * Withdraws a leave, or shortens it to `lastDay` for someone who is back early. What had been recorded stays in the table.
 * Throws leave_not_found, leave_return_wrong.
 */
export async function withdrawLeave(
  context: CommandContext,
  tx: Tx,
  input: z.input<typeof withdrawLeaveInput>,
): Promise<{ personId: string }> {
  const { leaveId, lastDay } = parseInput(withdrawLeaveInput, input);
  const found = await leaveById(tx, leaveId);
  ensure(found, identityErrors.leave_not_found);
  await lockPersonForLeave(context, tx, found.personId);
  const leave = await leaveById(tx, leaveId);
  ensure(leave, identityErrors.leave_not_found);
  const { personId, from, to, deputyId, kind } = leave;
  if (lastDay !== null && (lastDay < from || lastDay > to)) throw returnWrong(leave);
  await markWithdrawn(tx, leaveId, context.now);
  const event = lastDay === null ? identityEvents.leave_withdrawn : identityEvents.leave_shortened;
  const id = newId();
  if (lastDay !== null)
    await insertLeave(
      tx,
      { id, personId, from, to: lastDay, deputyId, kind, recordedBy: context.actor.personId },
      context.now,
    );
  await audit(tx, context, event, {
    subject: { type: 'person', id: personId },
    before: { leaveId, from, to, deputyId, kind },
    ...(lastDay === null ? {} : { after: { leaveId: id, from, to: lastDay, deputyId, kind } }),
  });
  return { personId };
}

function returnWrong({ from, to }: StoredLeave): AppError {
  const params = { from: formatDate(from), to: formatDate(to) };
  const message = identityErrors.leave_return_wrong;
  return new AppError(message, params, [{ field: 'lastDay', message, params }]);
}
