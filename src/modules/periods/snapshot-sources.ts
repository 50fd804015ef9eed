import { z } from 'zod';
import type { Tx } from '../../kernel/db/database.ts';
import { type Message, messages } from '../../kernel/i18n.ts';
import type { Period } from './domain/period.ts';

const m = messages({ plain: { vi: '{value}', en: '{value}' } });

/** What people read of a part: a label and a number each. */
export const snapshotFactsSchema = z.strictObject({
  v: z.literal(1),
  lines: z.array(z.strictObject({ vi: z.string(), en: z.string(), value: z.number() })).max(100),
});
export type SnapshotFacts = z.infer<typeof snapshotFactsSchema>;

/** What one part of the program had at a cut-off. */
export interface SnapshotPart {
  /** How many things. */
  readonly count: number;
  /** SHA-256 of their whole content, in hex: two readings of the same instant are equal. */
  readonly hash: string;
  readonly facts: SnapshotFacts;
}

/** A room whose data a cut-off keeps. */
export interface SnapshotSource {
  /** Stable, part of what is stored: `assignments`. */
  readonly name: string;
  /** What people call it. */
  readonly title: Message;
  /**
   * Reads what had been recorded before the instant `at` (the end of the cut-off day of `period`), whatever was recorded since, so that a
   * job that runs late answers the same. Writes nothing.
   */
  take(tx: Tx, at: Date, period: Period): Promise<SnapshotPart>;
}

const sources = new Map<string, SnapshotSource>();

/** Makes a cut-off keep what a room had. Registering a name again replaces it. */
export function registerSnapshot(source: SnapshotSource): void {
  sources.set(source.name, source);
}

/** In the order of their names, so that every snapshot is taken the same way. */
export function snapshotSources(): readonly SnapshotSource[] {
  return [...sources.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What people call a source that took part; its name where no room answers to it any more. */
export function sourceTitle(name: string): {
  readonly message: Message;
  readonly params: { readonly value: string };
} {
  return { message: sources.get(name)?.title ?? m.plain, params: { value: name } };
}
