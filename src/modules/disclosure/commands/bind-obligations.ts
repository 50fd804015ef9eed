import { z } from 'zod';
import { auditEach, type CommandContext } from '../../../kernel/audit.ts';
import { type CalendarDate, isCalendarDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { catalogErrors } from '../errors-catalog.ts';
import { catalogEvents } from '../events-catalog.ts';
import { mayKeepRegister } from '../policy-catalog.ts';
import { type BoundDeclaration, declarationsOf } from '../queries/declarations.ts';
import { holdRegister, storeBindings } from '../store-obligations.ts';

export const bindObligationsInput = z.object({
  codes: z.array(z.string().min(1).max(60)).min(1).max(500),
  /** Events and periods that end on or after this day are owed. */
  fromOn: z.custom<CalendarDate>((value) => typeof value === 'string' && isCalendarDate(value)),
});

export interface Bound {
  readonly bound: readonly string[];
  /** Followed already: their day stays. */
  readonly kept: readonly string[];
}

/** Follows obligations from a day on. Throws `disclosure.no_such_obligation`; what is followed already keeps its day. */
export async function bindObligations(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof bindObligationsInput>,
): Promise<Bound> {
  const { codes, fromOn } = bindObligationsInput.parse(given);
  ensure(mayKeepRegister(context.actor, null), catalogErrors.register_not_allowed);
  await holdRegister(tx);
  const known = new Map((await declarationsOf(tx)).map((one) => [one.declaration.code, one]));
  const wanted = [...new Set(codes)];
  for (const code of wanted)
    if (!known.has(code)) throw new AppError(catalogErrors.no_such_obligation, { code });
  const bound = wanted.filter((code) => !isFollowed(known.get(code)));
  if (bound.length > 0) {
    await storeBindings(context, tx, bound, fromOn);
    await auditEach(
      tx,
      context,
      catalogEvents.obligations_followed,
      bound.map((code) => ({ subject: { type: 'disclosure_obligation', id: code }, after: { fromOn } })),
    );
  }
  return { bound, kept: wanted.filter((code) => isFollowed(known.get(code))) };
}

/** Followed, and not ended. */
export const isFollowed = (one: BoundDeclaration | undefined): boolean =>
  one !== undefined && one.boundFrom !== null && one.boundUntil === null;
