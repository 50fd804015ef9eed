import type { DueSpec, TaskContent } from '../../plans/index.ts';
import type { ReadyTask } from './practice.ts';

/** The next free code of a content: after 2.14 comes 2.15, whatever gaps there are before. */
export function nextCode(dimension: number, taken: readonly string[]): string {
  const numbers = taken.flatMap((code) => {
    const [, content, number] = /^(\d)\.(\d{1,4})$/.exec(code.trim()) ?? [];
    return content === String(dimension) && number !== undefined ? [Number(number)] : [];
  });
  return `${dimension}.${Math.max(0, ...numbers) + 1}`;
}

export interface TaskWanted {
  readonly code: string;
  readonly part: string;
  readonly task: ReadyTask;
  readonly due: DueSpec;
  /** Who answers for the part; without one the draft says so and cannot be signed yet. */
  readonly lead: { readonly unitId: string; readonly name: string } | null;
  /** Told beside the task: from which practice it comes. */
  readonly note: string;
}

/** A ready-made task of the library as a task of a plan. */
export function taskOf({ code, part, task, due, lead, note }: TaskWanted): TaskContent {
  return {
    code,
    clausePath: null,
    dimension: Number(part[0]),
    subDimension: part,
    words: task.words,
    products: [...task.products],
    leadUnitId: lead?.unitId ?? null,
    leadGroup: null,
    leadWords: lead?.name ?? '',
    executors: task.group === null ? 'lead' : 'group',
    executorGroup: task.group,
    chosenUnitIds: [],
    coordinators: [],
    due,
    dueWords: task.due,
    note,
    tags: [],
    priority: 1,
  };
}
