import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { type CalendarDate, formatDate, isCalendarDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import { catalogErrors } from '../errors-catalog.ts';
import { catalogEvents } from '../events-catalog.ts';
import { mayKeepRegister } from '../policy-catalog.ts';
import { declarationOf } from '../queries/declarations.ts';
import { holdRegister, storeEnd } from '../store-obligations.ts';

export const endObligationInput = z.object({
  code: z.string().min(1).max(60),
  /** The last day whose events are owed. */
  untilOn: z.custom<CalendarDate>((value) => typeof value === 'string' && isCalendarDate(value)),
});

/** Follows an obligation no more for events after a day; items that stand are not touched. */
export async function endObligation(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof endObligationInput>,
): Promise<void> {
  const { code, untilOn } = endObligationInput.parse(given);
  ensure(mayKeepRegister(context.actor, null), catalogErrors.register_not_allowed);
  await holdRegister(tx);
  const one = await declarationOf(tx, code);
  ensure(one, catalogErrors.no_such_obligation, { code });
  ensure(one.boundFrom !== null, catalogErrors.not_followed, { name: one.declaration.name });
  ensure(untilOn >= one.boundFrom, catalogErrors.ends_before_it_begins, { day: formatDate(one.boundFrom) });
  await storeEnd(context, tx, code, untilOn);
  await audit(tx, context, catalogEvents.obligation_ended, {
    subject: { type: 'disclosure_obligation', id: code },
    before: { untilOn: one.boundUntil },
    after: { untilOn },
  });
}
