import type { CalendarDate } from '../../../kernel/dates.ts';
import { detailsOf } from './entry-details.ts';
import { type AnyKind, ENTRY_KINDS, type EntryKind, progressAfter } from './progress.ts';
import type { Progress, State } from './state.ts';

/** One entry as history keeps it. */
export interface ReplayedEntry {
  readonly kind: AnyKind;
  readonly happenedOn: CalendarDate;
  readonly quantity: number | null;
  readonly details: unknown;
}

/** What the entries of an assignment lead to: the same facts that its row holds. */
export interface Replayed {
  readonly progress: Progress;
  readonly doneOn: CalendarDate | null;
  readonly dueOn: CalendarDate | null;
  readonly quantity: number | null;
  readonly override: { readonly state: State; readonly until: CalendarDate } | null;
}

export const NOTHING_SAID: Replayed = {
  progress: 'none',
  doneOn: null,
  dueOn: null,
  quantity: null,
  override: null,
};

function isProgressKind(kind: AnyKind): kind is EntryKind {
  return (ENTRY_KINDS as readonly string[]).includes(kind);
}

/** One step of history. Throws on a step that could not have followed: history that contradicts itself is a defect. */
export function step(before: Replayed, entry: ReplayedEntry): Replayed {
  const { kind, details } = entry;
  if (kind === 'issued' || kind === 'opened')
    return { ...before, dueOn: detailsOf(kind, details)?.dueOn ?? null };
  if (kind === 'due_moved') return { ...before, dueOn: detailsOf(kind, details)?.to ?? null };
  if (kind === 'override') {
    const set = detailsOf(kind, details);
    return { ...before, override: set && { state: set.state, until: set.until } };
  }
  if (kind === 'override_end') return { ...before, override: null };
  if (kind === 'drop') return { ...before, progress: 'not_applicable', doneOn: null };
  if (!isProgressKind(kind)) return before;
  const progress = progressAfter(before.progress, kind);
  if (progress === undefined) throw new Error(`${kind} cannot follow ${before.progress}`);
  return {
    ...before,
    progress,
    doneOn: kind === 'claim' ? entry.happenedOn : kind === 'accept' || kind === 'ask' ? before.doneOn : null,
    quantity: entry.quantity ?? before.quantity,
  };
}

/** The facts after all entries, in the order they were recorded. */
export function replay(entries: readonly ReplayedEntry[]): Replayed {
  return entries.reduce(step, NOTHING_SAID);
}
