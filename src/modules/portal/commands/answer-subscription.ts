import type { CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError } from '../../../kernel/errors.ts';
import { subscriptionErrors } from '../errors-subscription.ts';
import { confirm, forget, subscriberOfKey } from '../store/subscribers.ts';

/** The owner of an address confirms it from the mailbox: emails begin, and what changed before is no news. */
export async function confirmSubscription(
  context: Pick<CommandContext, 'now'>,
  tx: Tx,
  { key, machineNow }: { readonly key: string; readonly machineNow: Date },
): Promise<void> {
  const found = await subscriberOfKey(tx, key, 'confirm');
  if (!found) throw new AppError(subscriptionErrors.link_gone);
  await confirm(tx, found.id, found.madeAt, machineNow, context.now);
}

/** The owner of an address wants no more emails: the address is deleted with all that belongs to it. */
export async function stopSubscription(tx: Tx, { key }: { readonly key: string }): Promise<void> {
  const found = await subscriberOfKey(tx, key, 'stop');
  if (!found) throw new AppError(subscriptionErrors.link_gone);
  await forget(tx, found.id);
}
