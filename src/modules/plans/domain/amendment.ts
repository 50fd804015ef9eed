import type { PlanTask, TaskContent } from '../task.ts';
import { fold } from './wording.ts';

/** What an amendment does to one task; `move` changes nothing but the due. */
export const CHANGE_KINDS = ['add', 'change', 'move', 'drop'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What two versions of a task are compared by, in the order in which an annex names it. */
export const AMENDED_FIELDS = [
  'code',
  'words',
  'content',
  'clause',
  'products',
  'lead',
  'coordinators',
  'executors',
  'due',
  'tags',
  'priority',
  'note',
] as const;
export type AmendedField = (typeof AMENDED_FIELDS)[number];

/** One task before and after; the one side is `null` for what is added, the other for what is dropped. */
export interface TaskChange {
  readonly before: PlanTask | null;
  readonly after: PlanTask | null;
}

/** What a task says, without its place in the plan. */
export function contentOf(task: PlanTask): TaskContent {
  const { id: _, planId: __, position: ___, previousTaskId: ____, ...content } = task;
  return content;
}

/** The database keeps the keys of JSON in an order of its own. */
function inOrder(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A unit is the same however the document writes it. */
const partyKey = (unitId: string | null, groupCode: string | null, words: string): string =>
  unitId ?? groupCode ?? fold(words);

function partsOf(task: TaskContent, field: AmendedField): unknown {
  switch (field) {
    case 'content':
      return [task.dimension, task.subDimension];
    case 'clause':
      return task.clausePath;
    case 'lead':
      return partyKey(task.leadUnitId, task.leadGroup, task.leadWords);
    case 'coordinators':
      return task.coordinators.map((one) => partyKey(one.unitId, one.groupCode, one.words)).sort();
    case 'executors':
      return [task.executors, task.executorGroup, [...task.chosenUnitIds].sort()];
    case 'due':
      return [task.due, task.dueWords];
    default:
      return task[field];
  }
}

/** What differs between two contents of one task. */
export function amendedFields(before: TaskContent, after: TaskContent): AmendedField[] {
  const key = (task: TaskContent, field: AmendedField) => JSON.stringify(partsOf(task, field), inOrder);
  return AMENDED_FIELDS.filter((field) => key(before, field) !== key(after, field));
}

/** The kind of a change; `null` when nothing differs. */
export function changeKind(before: TaskContent | null, after: TaskContent | null): ChangeKind | null {
  if (before === null) return after === null ? null : 'add';
  if (after === null) return 'drop';
  const fields = amendedFields(before, after);
  if (fields.length === 0) return null;
  return fields.length === 1 && fields[0] === 'due' ? 'move' : 'change';
}

function inPlanOrder(tasks: Iterable<PlanTask>): PlanTask[] {
  return [...tasks].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

/**
 * The tasks of the next version. Throws when a change does not fit what stands: a task added twice, or one changed or
 * dropped that is not there; that would be a defect, never a choice of a person.
 */
export function applyChanges(tasks: readonly PlanTask[], changes: readonly TaskChange[]): PlanTask[] {
  const standing = new Map(tasks.map((task) => [task.id, task]));
  for (const { before, after } of changes) {
    const id = (before ?? after)?.id ?? '';
    if (standing.has(id) !== (before !== null)) throw new Error(`the change does not fit task ${id}`);
    if (after === null) standing.delete(id);
    else standing.set(id, after);
  }
  return inPlanOrder(standing.values());
}

/** What leads from one version to another: first what was dropped or changed, in the old order, then what was added. */
export function changesBetween(older: readonly PlanTask[], newer: readonly PlanTask[]): TaskChange[] {
  const after = new Map(newer.map((task) => [task.id, task]));
  const known = new Set(older.map((task) => task.id));
  const ofOld = older.flatMap((before): TaskChange[] => {
    const now = after.get(before.id) ?? null;
    return changeKind(contentOf(before), now && contentOf(now)) === null ? [] : [{ before, after: now }];
  });
  return [
    ...ofOld,
    ...newer.filter((task) => !known.has(task.id)).map((task) => ({ before: null, after: task })),
  ];
}

/** How many tasks were added, dropped, moved alone, and changed otherwise. */
export function countKinds(changes: readonly TaskChange[]): Readonly<Record<ChangeKind, number>> {
  const counts = { add: 0, change: 0, move: 0, drop: 0 };
  for (const { before, after } of changes) {
    const kind = changeKind(before && contentOf(before), after && contentOf(after));
    if (kind !== null) counts[kind] += 1;
  }
  return counts;
}
