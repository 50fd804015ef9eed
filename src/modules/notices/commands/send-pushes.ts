import type { Tx } from '../../../kernel/db/database.ts';
import { translator } from '../../../kernel/i18n.ts';
import type { PushGate } from '../../../kernel/outward.ts';
import { type PushKeys, type PushOutcome, sendPush } from '../../../kernel/web-push.ts';
import type { Preference } from '../domain/choices.ts';
import { shortened } from '../domain/kind.ts';
import { contentOf, declarationOf, sentenceOf } from '../domain/kinds.ts';
import { nextPushTry } from '../domain/retry.ts';
import { deliveryLimits } from '../limits.ts';
import type { Audience } from '../queries/audience.ts';
import { type DuePush, endBrowser, endPush, holdDuePushes, postponePush } from '../store/push.ts';

/** So many travel side by side. */
const TOGETHER = 25;
const HOUR_MS = 3_600_000;

export interface Pushing {
  readonly gate: PushGate;
  readonly keys: PushKeys;
  /** The https address of this site: whom a push service may ask about the sender. */
  readonly subject: string;
  /** The machine's time. */
  readonly now: Date;
  /** Everybody who can be told today; asked only when a push is due. */
  audience(): Promise<Audience>;
}

export interface Pushed {
  readonly held: number;
  readonly sent: number;
  readonly ended: number;
  readonly failed: number;
}

/** What the browser is told: the kind, the sentence, and the path to open. Nothing that the notice does not say. */
export function pushWords(push: Pick<DuePush, 'kind' | 'params' | 'link'>, lang: Preference['lang']): object {
  const t = translator(lang);
  const content = contentOf(push.kind, push.params);
  const { message, params } = sentenceOf(content);
  return {
    lang,
    title: t(declarationOf(content.kind).name),
    body: shortened(t(message, params), deliveryLimits.push_characters),
    path: push.link,
  };
}

/** Sends the next pushes that are due, held so that no other process sends them too. */
export async function sendPushes(tx: Tx, pushing: Pushing): Promise<Pushed> {
  const due = await holdDuePushes(tx, pushing.now, TOGETHER);
  const counts = { held: due.length, sent: 0, ended: 0, failed: 0 };
  if (due.length === 0) return counts;
  const audience = await pushing.audience();
  const outcomes = await Promise.all(
    due.map((push) => sendOne(push, audience.person(push.personId)?.preference, pushing)),
  );
  for (const [index, push] of due.entries()) {
    const outcome = outcomes[index];
    if (outcome) await note(tx, push, outcome, pushing.now, counts);
  }
  return counts;
}

/** A person who may no longer be told (a disabled account) has no browser here any more. */
async function sendOne(
  push: DuePush,
  preference: Preference | undefined,
  pushing: Pushing,
): Promise<PushOutcome> {
  if (!preference) return { kind: 'gone' };
  const { gate, keys, subject, now } = pushing;
  const words = JSON.stringify(pushWords(push, preference.lang));
  const urgent = declarationOf(contentOf(push.kind, push.params).kind).urgent === true;
  const message = { body: Buffer.from(words), urgent, seconds: deliveryLimits.push_hours * 3600 };
  return sendPush(gate, push, keys, message, { subject, now });
}

async function note(
  tx: Tx,
  push: DuePush,
  outcome: PushOutcome,
  now: Date,
  counts: { sent: number; ended: number; failed: number },
): Promise<void> {
  switch (outcome.kind) {
    case 'taken':
      counts.sent++;
      return endPush(tx, push, null, now);
    case 'gone':
      counts.ended++;
      return endBrowser(tx, push.browserId);
    case 'refused':
      counts.failed++;
      return endPush(tx, push, outcome.text, now);
    case 'later': {
      const isOld = now.getTime() - push.madeAt.getTime() > deliveryLimits.push_hours * HOUR_MS;
      if (!isOld && push.attempts + 1 < deliveryLimits.push_attempts)
        return postponePush(tx, push.id, nextPushTry(push.attempts + 1, now));
      counts.failed++;
      return endPush(tx, push, outcome.text, now);
    }
  }
}
