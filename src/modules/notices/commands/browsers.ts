import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import { isPushAddress, type Outward, pushIsPossible } from '../../../kernel/outward.ts';
import { areSubscriptionKeys } from '../../../kernel/web-push.ts';
import { noticeErrors } from '../errors.ts';
import { noticeEvents } from '../events.ts';
import { deliveryLimits } from '../limits.ts';
import { browsersOf, keepBrowser, removeBrowser as removeStored } from '../store/push.ts';

/** What the browser's PushManager gave, as the page's program sends it. */
export const addBrowserInput = z.object({
  endpoint: z.string().max(1000),
  p256dh: z.string().max(100),
  auth: z.string().max(40),
});

/**
 * Switches pushes on in a browser of the actor. Throws `notices.push_impossible` where the site has no https address,
 * `notices.push_refused` for a push service that is not known or keys that are none, `notices.too_many_browsers`.
 */
export async function addBrowser(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof addBrowserInput> & { readonly agent: string },
  outward: Outward,
): Promise<void> {
  ensure(pushIsPossible(outward), noticeErrors.push_impossible);
  const isKnown = isPushAddress(outward.push, input.endpoint);
  ensure(isKnown && areSubscriptionKeys(input.p256dh, input.auth), noticeErrors.push_refused);
  const personId = context.actor.personId ?? '';
  const others = (await browsersOf(tx, personId)).filter((browser) => browser.endpoint !== input.endpoint);
  const { browsers_a_person: most } = deliveryLimits;
  ensure(others.length < most, noticeErrors.too_many_browsers, { n: most });
  const id = await keepBrowser(tx, { ...input, personId }, context.now);
  // The address lets anyone push to this browser who also has the key: it stays out of the audit.
  await audit(tx, context, noticeEvents.browser_added, {
    subject: { type: 'browser', id },
    after: { service: new URL(input.endpoint).hostname, agent: input.agent },
  });
}

/** Switches pushes off in a browser of the actor. Throws `notices.browser_not_found`, also for others' browsers. */
export async function removeBrowser(
  context: CommandContext,
  tx: Tx,
  input: { readonly browserId: string },
): Promise<void> {
  const removed = await removeStored(tx, context.actor.personId ?? '', input.browserId);
  ensure(removed, noticeErrors.browser_not_found);
  await audit(tx, context, noticeEvents.browser_removed, {
    subject: { type: 'browser', id: input.browserId },
  });
}
