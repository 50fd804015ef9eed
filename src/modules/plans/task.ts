import type { DueSpec } from './domain/due.ts';

export const PRODUCT_TYPES = ['document', 'posting', 'meeting', 'figure', 'activity'] as const;
/** What kind of result a product is: it fixes which evidence will count. */
export type ProductType = (typeof PRODUCT_TYPES)[number];

export interface Product {
  readonly text: string;
  readonly type: ProductType;
}

export interface Coordinator {
  readonly unitId: string | null;
  readonly groupCode: string | null;
  readonly words: string;
}

/** A task of a plan as it stands in the draft: lead, products and due may still be missing. */
export interface PlanTask {
  readonly id: string;
  readonly planId: string;
  readonly code: string;
  readonly clausePath: string | null;
  readonly dimension: number;
  readonly subDimension: string | null;
  readonly position: number;
  readonly words: string;
  readonly products: readonly Product[];
  readonly leadUnitId: string | null;
  readonly leadGroup: string | null;
  readonly leadWords: string;
  readonly executors: 'lead' | 'group' | 'chosen';
  readonly executorGroup: string | null;
  readonly chosenUnitIds: readonly string[];
  readonly coordinators: readonly Coordinator[];
  readonly due: DueSpec | null;
  readonly dueWords: string;
  readonly note: string;
  readonly tags: readonly string[];
  readonly priority: number;
}
