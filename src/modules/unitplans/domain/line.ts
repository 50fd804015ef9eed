import type { CalendarDate } from '../../../kernel/dates.ts';
import type { UnitTask } from '../../assignments/index.ts';
import type { DueSpec } from '../../plans/index.ts';

/** What a person writes about one line. */
export interface LineContent {
  /** What the unit adds in its own words. */
  readonly how: string;
  readonly product: string;
  /** Who answers, as typed. */
  readonly responsible: string;
  /** The person these words name, when they name one of the unit. */
  readonly responsiblePersonId: string | null;
  readonly dueWords: string;
  /** What the words mean; `null` when they name no day, period or case. */
  readonly due: DueSpec | null;
  /** Why it is later than the parent asks. */
  readonly lateReason: string;
  readonly isDeclined: boolean;
  readonly declineReason: string;
}

export interface Line extends LineContent {
  readonly id: string;
  readonly position: number;
  /** The parent's task; `null` for what the unit adds. */
  readonly taskId: string | null;
  /** Of a line that the unit adds. */
  readonly words: string | null;
  readonly dimension: number | null;
  readonly revision: number;
  readonly changedAt: Date;
  readonly changedByName: string;
}

/** "Sản phẩm" as a line begins with it: the parent's. */
export function productsText(products: readonly { readonly text: string }[]): string {
  return products.map((product) => product.text).join('; ');
}

/** The one day on which the parent wants the task done; `null` when it is done again and again, or when a case arises. */
export function parentDay(task: Pick<UnitTask, 'due' | 'parts'>): CalendarDate | null {
  if (task.due?.type === 'event' || task.parts.length !== 1) return null;
  return task.parts[0]?.dueOn ?? null;
}

/** Whether the parent wants the task in several periods. */
export function isRepeated(task: Pick<UnitTask, 'due' | 'parts'>): boolean {
  return task.due?.type !== 'event' && task.parts.length > 1;
}
