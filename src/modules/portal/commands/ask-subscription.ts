import type { CommandContext } from '../../../kernel/audit.ts';
import { addDays, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import type { Lang } from '../../../kernel/i18n.ts';
import { newId } from '../../../kernel/ids.ts';
import { readEmail } from '../domain/email.ts';
import { subscriptionErrors } from '../errors-subscription.ts';
import { subscriptionLimits } from '../limits-data.ts';
import { addTopics, askedSince, keepAsking, subscriberWith, type Topic } from '../store/subscribers.ts';

const HOUR_MS = 3_600_000;

export interface AskSubscription {
  readonly email: string;
  readonly topics: readonly Topic[];
  readonly lang: Lang;
  /** The machine's time: when emails leave and how often one may ask. */
  readonly machineNow: Date;
}

/**
 * Keeps an address with what it asks to follow, and lets an email leave in which its owner says yes. Answers nothing: whether an
 * address is known here is nobody else's business, and one that was asked for often enough is left in peace without a word.
 */
export async function askSubscription(
  context: Pick<CommandContext, 'now'>,
  tx: Tx,
  { email: typed, topics, lang, machineNow }: AskSubscription,
): Promise<void> {
  const email = readEmail(typed);
  if (email === undefined)
    throw new AppError(subscriptionErrors.not_an_email, {}, [
      { field: 'email', message: subscriptionErrors.not_an_email },
    ]);
  ensure(topics.length > 0, subscriptionErrors.no_topic);
  const asked = await askedSince(tx, new Date(machineNow.getTime() - HOUR_MS));
  ensure(asked < subscriptionLimits.asked_an_hour, subscriptionErrors.too_many);
  const day = vietnamDate(machineNow);
  const known = await subscriberWith(tx, email);
  const sameWeek = known !== undefined && addDays(known.askedOn, subscriptionLimits.confirm_days) > day;
  const times = sameWeek ? known.askedTimes + 1 : 1;
  if (times > subscriptionLimits.asked_a_week) return;
  const id = known?.id ?? newId();
  const weekFrom = sameWeek ? known.askedOn : day;
  await keepAsking(tx, { id, email, lang, now: machineNow, weekFrom, times, toldUntil: context.now });
  const { topics: most } = subscriptionLimits;
  ensure((await addTopics(tx, id, topics, machineNow)) <= most, subscriptionErrors.too_many_topics, {
    n: most,
  });
}
