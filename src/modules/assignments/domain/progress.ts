import type { Progress } from './state.ts';

/** What people can record about an assignment on its page; other rooms' acts have kinds of their own (`ALL_KINDS`). */
export const ENTRY_KINDS = ['start', 'claim', 'ask', 'accept', 'return', 'not_applicable', 'reopen'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** Every kind of entry there is; history says a sentence of each (pages/item/history-words.ts). */
export const ALL_KINDS = [
  'issued',
  'opened',
  ...ENTRY_KINDS,
  'hand',
  'adopt',
  'due_moved',
  'amend',
  'drop',
  'override',
  'override_end',
] as const;
export type AnyKind = (typeof ALL_KINDS)[number];

/** Where each kind may start from and what it leads to. A claim is the doer's; acceptance is somebody else's. */
const STEPS: Record<EntryKind, { readonly from: readonly Progress[]; readonly to: Progress }> = {
  start: { from: ['none', 'in_progress', 'returned'], to: 'in_progress' },
  claim: { from: ['none', 'in_progress', 'returned'], to: 'claimed' },
  ask: { from: ['claimed'], to: 'claimed' },
  accept: { from: ['claimed'], to: 'accepted' },
  return: { from: ['claimed', 'accepted'], to: 'returned' },
  not_applicable: { from: ['none', 'in_progress', 'returned'], to: 'not_applicable' },
  reopen: { from: ['not_applicable'], to: 'none' },
};

/** The progress after `kind`, or `undefined` when that cannot follow. */
export function progressAfter(progress: Progress, kind: EntryKind): Progress | undefined {
  const step = STEPS[kind];
  return step.from.includes(progress) ? step.to : undefined;
}

/** Who says it: the unit that does the work, or whoever accepts it. */
export function saidBy(kind: EntryKind): 'doer' | 'acceptor' {
  return kind === 'start' || kind === 'claim' || kind === 'ask' ? 'doer' : 'acceptor';
}

/** What was counted is told with the work itself, not with what others say of it. */
export function countsQuantity(kind: EntryKind): boolean {
  return kind === 'start' || kind === 'claim';
}

/** A return, an exemption and a reopening need a reason in words. */
export function needsReason(kind: EntryKind): boolean {
  return kind === 'return' || kind === 'not_applicable' || kind === 'reopen';
}
