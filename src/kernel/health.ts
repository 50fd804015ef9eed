import type { Db } from './db/database.ts';
import type { Message, MessageParams } from './i18n.ts';
import type { Outward } from './outward.ts';

/** `off`: not set up, and nobody waits for it; `look`: works, but somebody should look; `bad`: does not work. */
export const HEALTH_LEVELS = ['well', 'off', 'look', 'bad'] as const;
export type HealthLevel = (typeof HEALTH_LEVELS)[number];

export interface Said {
  readonly message: Message;
  readonly params?: MessageParams;
}

/** How a part of the program is doing, in a sentence and a few facts; never with secrets or names of people. */
export interface HealthReport {
  readonly level: HealthLevel;
  readonly sentence: Said;
  readonly facts: readonly { readonly term: Message; readonly value: Said | string }[];
  /** Where an administrator sees more and acts. */
  readonly link?: { readonly href: string; readonly text: Message };
}

/** A part of the program that can say how it is doing; shown together on the page of operations. */
export interface HealthSource {
  readonly name: string;
  readonly title: Message;
  /** `now` is the machine's time. */
  check(db: Db, now: Date, outward: Outward): Promise<HealthReport>;
}
