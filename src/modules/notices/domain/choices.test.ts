import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  defaultChoice,
  digestKinds,
  EMAIL_CHOICES,
  type Preference,
  preferenceOf,
  storedChoices,
  topicKeys,
  topicOf,
  urgentKinds,
  waysOf,
} from './choices.ts';
import { declarationOf, kinds, type NoticeKind, type TopicKey } from './kinds.ts';

const everyKind = Object.keys(kinds) as NoticeKind[];
const choice = fc.record({ email: fc.constantFrom(...EMAIL_CHOICES), push: fc.boolean() });
const preferences = fc
  .record({
    lang: fc.constantFrom('vi' as const, 'en' as const),
    chosen: fc.array(choice, { minLength: topicKeys.length, maxLength: topicKeys.length }),
  })
  .map(({ lang, chosen }): Preference => {
    const entries = topicKeys.map((topic, index) => [topic, chosen[index]]);
    return { lang, topics: Object.fromEntries(entries) as Preference['topics'] };
  });

describe('a preference', () => {
  it('is read back as it was stored', () => {
    fc.assert(
      fc.property(preferences, (preference) => {
        const row = { lang: preference.lang, choices: JSON.parse(JSON.stringify(storedChoices(preference))) };
        expect(preferenceOf(row)).toEqual(preference);
      }),
    );
  });

  it('has its default for every topic that nobody chose about, or that is newer than the choice', () => {
    const old = preferenceOf({
      lang: 'vi',
      choices: { v: 1, topics: { gone: { email: 'now', push: true } } },
    });
    for (const topic of topicKeys) {
      expect(preferenceOf(null).topics[topic]).toEqual(defaultChoice(topic));
      expect(old.topics[topic]).toEqual(defaultChoice(topic));
    }
    expect(preferenceOf(null).lang).toBe('vi');
  });

  it('decides for every kind: at once only what is urgent and wanted so or was asked for by email, in the digest all else but what is not wanted', () => {
    fc.assert(
      fc.property(preferences, fc.constantFrom(...everyKind), (preference, kind) => {
        const { email, push } = preference.topics[topicOf(kind)];
        const ways = waysOf(kind, preference);
        const urgent = declarationOf(kind).urgent === true;
        expect(ways.push).toBe(push);
        expect(ways.mail === 'none').toBe(email === 'none');
        const isMailed = declarationOf(kind).isMailed === true && email !== 'none';
        expect(ways.mail === 'now').toBe((email === 'now' && urgent) || isMailed);
        expect(digestKinds(preference).includes(kind)).toBe(ways.mail === 'digest');
      }),
    );
  });
});

it('a topic is pushed by default exactly when it has something urgent', () => {
  const urgent = topicKeys.filter((topic: TopicKey) => urgentKinds(topic).length > 0);
  expect(urgent).toContain('work');
  for (const topic of topicKeys) expect(defaultChoice(topic).push).toBe(urgent.includes(topic));
});
