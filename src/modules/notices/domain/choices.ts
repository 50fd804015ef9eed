import { z } from 'zod';
import type { Actor } from '../../../kernel/authz.ts';
import type { Lang } from '../../../kernel/i18n.ts';
import type { KindDeclaration, Topic } from './kind.ts';
import { declarationOf, kinds, type NoticeKind, type TopicKey, topics } from './kinds.ts';

/**
 * By email: not at all; in the digest of the morning; or at once what asks for something now (urgent kinds), the rest in
 * the digest.
 */
export const EMAIL_CHOICES = ['none', 'digest', 'now'] as const;
export type EmailChoice = (typeof EMAIL_CHOICES)[number];

export interface TopicChoice {
  readonly email: EmailChoice;
  readonly push: boolean;
}

export interface Preference {
  readonly lang: Lang;
  readonly topics: Readonly<Record<TopicKey, TopicChoice>>;
}

export const topicKeys = Object.keys(topics) as readonly TopicKey[];

/** The topics a person is asked about. */
export function topicsFor(actor: Actor): TopicKey[] {
  return topicKeys.filter((key) => {
    const topic: Topic<Record<string, KindDeclaration>> = topics[key];
    return topic.concerns?.(actor, null) ?? true;
  });
}

/** The kinds of a topic that ask for something now. */
export function urgentKinds(topic: TopicKey): NoticeKind[] {
  const names = Object.keys(topics[topic].kinds) as NoticeKind[];
  return names.filter((kind) => declarationOf(kind).urgent === true);
}

/** Everything in the digest; pushes, which a person first switches on in a browser, for topics that may be urgent. */
export function defaultChoice(topic: TopicKey): TopicChoice {
  return { email: 'digest', push: urgentKinds(topic).length > 0 };
}

const stored = z.object({
  v: z.literal(1),
  topics: z.record(z.string(), z.object({ email: z.enum(EMAIL_CHOICES), push: z.boolean() })),
});

/** A stored preference; a topic that is newer than it has its default. `null` when the person never chose. */
export function preferenceOf(row: { readonly lang: string; readonly choices: unknown } | null): Preference {
  const chosen = row === null ? {} : stored.parse(row.choices).topics;
  const entries = topicKeys.map((topic) => [topic, chosen[topic] ?? defaultChoice(topic)] as const);
  return {
    lang: row?.lang === 'en' ? 'en' : 'vi',
    topics: Object.fromEntries(entries) as Record<TopicKey, TopicChoice>,
  };
}

/** What is stored of a preference. */
export function storedChoices(preference: Preference): z.infer<typeof stored> {
  return { v: 1, topics: preference.topics };
}

const topicsByKind = new Map(
  topicKeys.flatMap((topic) => Object.keys(topics[topic].kinds).map((kind) => [kind, topic] as const)),
);

export function topicOf(kind: NoticeKind): TopicKey {
  const topic = topicsByKind.get(kind);
  if (topic === undefined) throw new Error(`no topic holds ${kind}`);
  return topic;
}

/** How a person learns of a notice beside the page of notices. */
export interface Ways {
  readonly mail: 'now' | 'digest' | 'none';
  readonly push: boolean;
}

export function waysOf(kind: NoticeKind, preference: Preference): Ways {
  const { email, push } = preference.topics[topicOf(kind)];
  const urgent = declarationOf(kind).urgent === true;
  if (declarationOf(kind).isMailed === true) return { mail: email === 'none' ? 'none' : 'now', push };
  return { mail: email === 'now' && !urgent ? 'digest' : email, push };
}

/** The kinds that a person gets in the digest. */
export function digestKinds(preference: Preference): NoticeKind[] {
  return (Object.keys(kinds) as NoticeKind[]).filter((kind) => waysOf(kind, preference).mail === 'digest');
}
