import type { DueSpec } from './domain/due.ts';
import type { Product } from './domain/products.ts';

export type Executors = 'lead' | 'group' | 'chosen';

/** A unit or group that works beside the lead; `words` are the document's own. */
export interface Coordinator {
  readonly unitId: string | null;
  readonly groupCode: string | null;
  readonly words: string;
}

/** What a task says, whether it already stands in a plan or is about to. Lead, products and due may still be missing. */
export interface TaskContent {
  readonly code: string;
  readonly clausePath: string | null;
  /** PAPI content; 0 is the general part. */
  readonly dimension: number;
  readonly subDimension: string | null;
  readonly words: string;
  readonly products: readonly Product[];
  /** At most one of the two: a unit, or a group of which each unit leads its own part. */
  readonly leadUnitId: string | null;
  readonly leadGroup: string | null;
  readonly leadWords: string;
  readonly executors: Executors;
  readonly executorGroup: string | null;
  readonly chosenUnitIds: readonly string[];
  readonly coordinators: readonly Coordinator[];
  readonly due: DueSpec | null;
  readonly dueWords: string;
  readonly note: string;
  readonly tags: readonly string[];
  /** 0 ordinary, 1 high, 2 urgent. */
  readonly priority: number;
}

export interface PlanTask extends TaskContent {
  readonly id: string;
  readonly planId: string;
  readonly position: number;
  /** The task of last year's plan that this one goes on from. */
  readonly previousTaskId: string | null;
}

export const LACKS = ['lead', 'product', 'due'] as const;
/** What keeps a task from being issued. */
export type Lack = (typeof LACKS)[number];

/** What the task lacks before it can be issued. */
export function lacksOf(task: TaskContent): Lack[] {
  return [
    ...(task.leadUnitId === null && task.leadGroup === null ? (['lead'] as const) : []),
    ...(task.products.length === 0 ? (['product'] as const) : []),
    ...(task.due === null ? (['due'] as const) : []),
  ];
}
