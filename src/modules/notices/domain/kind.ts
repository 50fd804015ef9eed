import { z } from 'zod';
import type { Rule } from '../../../kernel/authz.ts';
import { isCalendarDate } from '../../../kernel/dates.ts';
import type { Lang, Message, MessageParams } from '../../../kernel/i18n.ts';

/** Parts that the facts of many kinds are made of. */
export const v = z.literal(1);
/** A name or a text cut by `shortened`. */
export const name = z.string().max(500);
export const count = z.int().min(1);
export const day = z.iso.date().refine(isCalendarDate);

/** What a notice says: a message and what fills it. */
export interface Sentence {
  readonly message: Message;
  readonly params: MessageParams;
}

/** One thing people can be told. */
export interface KindDeclaration<Facts extends z.ZodType = z.ZodType> {
  /** The facts, kept as they were on that day, with their version; the words are made when they are read. */
  readonly facts: Facts;
  /** What lists and exports call it. */
  readonly name: Message;
  sentence(facts: z.infer<Facts>): Sentence;
  /** It asks for something now: whoever chose so gets it by email at once instead of in the next digest. */
  readonly urgent?: boolean;
  /** Somebody asked for it by email: it is sent at once, unless the person wants no email about its topic. */
  readonly isMailed?: boolean;
  /** What an email says below the sentence, line by line, each with the page at which it is read. */
  lines?(facts: z.infer<Facts>, lang: Lang): readonly { readonly text: string; readonly path: string }[];
}

/** Declares one kind; the sentence is given facts that fit the schema. */
export function kind<Facts extends z.ZodType>(declaration: KindDeclaration<Facts>): KindDeclaration<Facts> {
  return declaration;
}

/** Kinds that people choose about together: in the app always, by email or push as each person likes. */
export interface Topic<Kinds extends Record<string, KindDeclaration>> {
  readonly name: Message;
  readonly kinds: Kinds;
  /** Whom it can concern at all, where not everybody: others are not asked about it. */
  readonly concerns?: Rule<unknown>;
}

/** Declares a topic and its kinds. */
export function topic<Kinds extends Record<string, KindDeclaration>>(
  declaration: Topic<Kinds>,
): Topic<Kinds> {
  return declaration;
}

/** Facts are short: a long text is cut at a word and ends with …. */
export function shortened(text: string, length = 300): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const space = line.lastIndexOf(' ', length - 2);
  return `${line.slice(0, space > length / 2 ? space : length - 2)} …`;
}
