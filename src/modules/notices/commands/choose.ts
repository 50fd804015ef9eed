import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import {
  defaultChoice,
  EMAIL_CHOICES,
  type EmailChoice,
  type Preference,
  type TopicChoice,
  topicKeys,
  urgentKinds,
} from '../domain/choices.ts';
import type { TopicKey } from '../domain/kinds.ts';
import { noticeEvents } from '../events.ts';
import { preferenceOfPerson, savePreference } from '../store/preferences.ts';

const topicFields = Object.fromEntries(
  topicKeys.flatMap((topic) => [
    [`email_${topic}`, z.enum(EMAIL_CHOICES).optional()],
    // A box that is not ticked is not sent.
    [`push_${topic}`, z.literal('1').optional()],
  ]),
);

/** `lang`, and for each topic asked about `email_<topic>` and, when ticked, `push_<topic>`; the others have their default. */
export const chooseInput = z
  .object({ lang: z.enum(['vi', 'en']), ...topicFields })
  .transform((fields): Preference => {
    const values = fields as Record<string, string | undefined>;
    const entries = topicKeys.map((topic): [TopicKey, TopicChoice] => {
      const email = values[`email_${topic}`] as EmailChoice | undefined;
      if (email === undefined) return [topic, defaultChoice(topic)];
      // Nothing of such a topic is ever sent at once: what remains of the choice is the digest.
      const asked = email === 'now' && urgentKinds(topic).length === 0 ? 'digest' : email;
      return [topic, { email: asked, push: values[`push_${topic}`] === '1' }];
    });
    return {
      lang: values.lang === 'en' ? 'en' : 'vi',
      topics: Object.fromEntries(entries) as Record<TopicKey, TopicChoice>,
    };
  });

/** Keeps how the actor wants to be told, from the next handing out on. */
export async function choose(
  context: CommandContext,
  tx: Tx,
  preference: z.infer<typeof chooseInput>,
): Promise<void> {
  const personId = context.actor.personId ?? '';
  const before = await preferenceOfPerson(tx, personId);
  await savePreference(tx, personId, preference, context.now);
  await audit(tx, context, noticeEvents.preference_changed, {
    subject: { type: 'person', id: personId },
    before,
    after: preference,
  });
}
