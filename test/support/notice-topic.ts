import { expect } from 'vitest';
import { type Lang, say } from '../../src/kernel/i18n.ts';
import type { KindDeclaration, Topic } from '../../src/modules/notices/domain/kind.ts';

/** The sentence of a kind for facts that its schema accepts. */
export function sayNotice(declaration: KindDeclaration, facts: object, lang: Lang = 'vi'): string {
  const { message, params } = declaration.sentence(declaration.facts.parse(facts));
  return say(lang, message, params);
}

/**
 * Holds that the samples stand for every kind of the topic, that each sentence fills its placeholders in both languages,
 * and that those which are requests ask: bodies outside the executive are never assigned anything, nor late.
 */
export function expectEverySentence(
  topic: Topic<Record<string, KindDeclaration>>,
  samples: readonly (readonly [kind: string, facts: object])[],
): void {
  expect(new Set(samples.map(([kind]) => kind))).toEqual(new Set(Object.keys(topic.kinds)));
  for (const [kind, facts] of samples) {
    const declaration = topic.kinds[kind];
    if (!declaration) throw new Error(`no kind ${kind}`);
    for (const lang of ['vi', 'en'] as const)
      expect(sayNotice(declaration, facts, lang), kind).not.toMatch(/[{}]/);
    if (!('isRequest' in facts) || !facts.isRequest) continue;
    expect(sayNotice(declaration, facts), kind).toMatch(/đề nghị/);
    expect(sayNotice(declaration, facts), kind).not.toMatch(/giao|đến hạn|quá hạn|trả lại/);
  }
}
