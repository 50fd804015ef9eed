import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import { WEB_SHOWS } from '../domain/declaration.ts';
import { catalogErrors } from '../errors-catalog.ts';
import { catalogEvents, webChanged } from '../events-catalog.ts';
import { mayKeepRegister } from '../policy-catalog.ts';
import { declarationOf } from '../queries/declarations.ts';
import { holdRegister, storeWeb } from '../store-obligations.ts';

export const decideWebInput = z.object({
  code: z.string().min(1).max(60),
  /** Null takes the decision back: as the declaration says. */
  decision: z
    .object({ show: z.enum(WEB_SHOWS), reason: z.string().trim().min(5).max(1000).normalize('NFC') })
    .nullable(),
});

/**
 * Decides what the web shows of the names of an obligation, with its reason. Throws `disclosure.web_beyond_law` for more than its
 * declaration lets a tenant decide.
 */
export async function decideWeb(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof decideWebInput>,
): Promise<void> {
  const { code, decision } = decideWebInput.parse(given);
  ensure(mayKeepRegister(context.actor, null), catalogErrors.register_not_allowed);
  await holdRegister(tx);
  const one = await declarationOf(tx, code);
  ensure(one, catalogErrors.no_such_obligation, { code });
  const { name, personalOnWeb } = one.declaration;
  ensure(personalOnWeb, catalogErrors.no_names_to_decide, { name });
  ensure(one.boundFrom !== null, catalogErrors.not_followed, { name });
  ensure(
    decision === null || WEB_SHOWS.indexOf(decision.show) >= WEB_SHOWS.indexOf(personalOnWeb.most),
    catalogErrors.web_beyond_law,
    { name },
  );
  await storeWeb(context, tx, code, decision);
  await audit(tx, context, catalogEvents.web_decided, {
    subject: { type: 'disclosure_obligation', id: code },
    before: one.web && { show: one.web.show, reason: one.web.reason },
    after: decision,
  });
  await webChanged.emit(context, tx, { code });
}
