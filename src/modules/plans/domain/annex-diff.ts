import type { AnnexTask, Party } from './annex-task.ts';
import type { DueSpec } from './due.ts';
import type { Product } from './products.ts';
import { fold, wordLikeness, wordsOf } from './wording.ts';

/** What two readings of an annex compare; a task already stored in a plan fits as well. */
export interface ComparableTask {
  readonly code: string;
  readonly dimension: number | null;
  readonly subDimension: string | null;
  readonly text: string;
  readonly products: readonly Product[];
  readonly lead: Party | null;
  readonly coordinating: readonly Party[];
  readonly due: DueSpec | null;
  readonly dueText: string;
  readonly note: string;
}

export const COMPARED = [
  'code',
  'text',
  'dimension',
  'products',
  'lead',
  'coordinating',
  'due',
  'note',
] as const;
export type ComparedField = (typeof COMPARED)[number];

export interface ChangedTask<B, A> {
  readonly before: B;
  readonly after: A;
  readonly fields: readonly ComparedField[];
}

export interface TaskDiff<B, A> {
  readonly added: readonly A[];
  readonly removed: readonly B[];
  readonly changed: readonly ChangedTask<B, A>[];
  readonly unchanged: readonly { readonly before: B; readonly after: A }[];
}

function partyKey(party: Party | null): string {
  return party === null ? '' : (party.unitId ?? party.groupCode ?? fold(party.text));
}

/** The database keeps the keys of JSON in an order of its own. */
function inOrder(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Blanks and the case of letters are no change; a unit is the same however it is written. */
function fieldKey(task: ComparableTask, field: ComparedField): string {
  switch (field) {
    case 'code':
      return task.code;
    case 'dimension':
      return `${task.dimension ?? ''}/${task.subDimension ?? ''}`;
    case 'products':
      return task.products.map((product) => `${product.type}:${fold(product.text)}`).join(';');
    case 'lead':
      return partyKey(task.lead);
    case 'coordinating':
      return task.coordinating.map(partyKey).sort().join(';');
    case 'due':
      return task.due === null ? fold(task.dueText) : JSON.stringify(task.due, inOrder);
    case 'text':
    case 'note':
      return task[field].normalize('NFC').replace(/\s+/g, ' ').trim();
  }
}

const SAME_TASK = 0.6;
/** Under the same code a wholly different text is another task that took the number. */
const SAME_CODE = 0.25;

interface Likely<B, A> {
  readonly old: B;
  readonly task: A;
  readonly score: number;
}

/** All pairs alike enough, counted by the words they share: thousands of texts are not compared each with each. */
function likelyPairs<B extends ComparableTask, A extends ComparableTask>(
  before: readonly B[],
  after: readonly A[],
): Likely<B, A>[] {
  const afterWords = after.map((task) => wordsOf(task.text));
  const holders = new Map<string, number[]>();
  afterWords.forEach((words, i) => {
    for (const word of words) {
      const list = holders.get(word);
      if (list) list.push(i);
      else holders.set(word, [i]);
    }
  });
  return before.flatMap((old) => {
    const words = wordsOf(old.text);
    const shared = new Uint16Array(after.length);
    for (const word of words) {
      for (const i of holders.get(word) ?? []) shared[i] = (shared[i] ?? 0) + 1;
    }
    return after.flatMap((task, i) => {
      const score = (2 * (shared[i] ?? 0)) / (words.size + (afterWords[i]?.size ?? 0));
      return score >= SAME_TASK ? [{ old, task, score }] : [];
    });
  });
}

/** Pairs the tasks left over by likeness of their words, the likest first. */
function pairByText<B extends ComparableTask, A extends ComparableTask>(
  before: readonly B[],
  after: readonly A[],
): [B, A][] {
  const likely = likelyPairs(before, after).sort((a, b) => b.score - a.score);
  const [usedBefore, usedAfter] = [new Set<B>(), new Set<A>()];
  const pairs: [B, A][] = [];
  for (const { old, task } of likely) {
    if (usedBefore.has(old) || usedAfter.has(task)) continue;
    usedBefore.add(old);
    usedAfter.add(task);
    pairs.push([old, task]);
  }
  return pairs;
}

/**
 * Compares two readings of an annex. Tasks are paired by code where their words are alike, then by words alone, so
 * that renumbering shows as a changed code and not as everything removed and added.
 */
export function diffTasks<B extends ComparableTask, A extends ComparableTask = AnnexTask & B>(
  before: readonly B[],
  after: readonly A[],
): TaskDiff<B, A> {
  const byCode = new Map(before.map((task) => [task.code, task]));
  const pairs: [B, A][] = [];
  for (const task of after) {
    const old = byCode.get(task.code);
    if (!old || wordLikeness(old.text, task.text) < SAME_CODE) continue;
    byCode.delete(task.code);
    pairs.push([old, task]);
  }
  const paired = new Set<unknown>(pairs.flat());
  const restBefore = before.filter((task) => !paired.has(task));
  const restAfter = after.filter((task) => !paired.has(task));
  pairs.push(...pairByText(restBefore, restAfter));
  const partner = new Map(pairs.map(([old, task]) => [task, old]));
  const kept = new Set<B>(partner.values());

  const changed: ChangedTask<B, A>[] = [];
  const unchanged: { before: B; after: A }[] = [];
  for (const task of after) {
    const old = partner.get(task);
    if (!old) continue;
    const fields = COMPARED.filter((field) => fieldKey(old, field) !== fieldKey(task, field));
    if (fields.length > 0) changed.push({ before: old, after: task, fields });
    else unchanged.push({ before: old, after: task });
  }
  return {
    added: after.filter((task) => !partner.has(task)),
    removed: before.filter((task) => !kept.has(task)),
    changed,
    unchanged,
  };
}
