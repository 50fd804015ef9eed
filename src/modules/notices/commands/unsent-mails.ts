import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { noticeEvents } from '../events.ts';
import { dropFailed, retryFailed } from '../store/mail.ts';

const subject = { type: 'mail', id: 'unsent' } as const;

/** Lets every failed email be tried anew; `now` is the machine's time. Answers how many. */
export async function retryMails(context: CommandContext, tx: Tx, now: Date): Promise<number> {
  const mails = await retryFailed(tx, now);
  await audit(tx, context, noticeEvents.mails_retried, { subject, after: { mails } });
  return mails;
}

/** Gives up every failed email; the notices they told of stay in the product. Answers how many. */
export async function dropMails(context: CommandContext, tx: Tx): Promise<number> {
  const mails = await dropFailed(tx);
  await audit(tx, context, noticeEvents.mails_dropped, { subject, after: { mails } });
  return mails;
}
