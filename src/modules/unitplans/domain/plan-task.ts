import type { UnitTask } from '../../assignments/index.ts';
import { PLAN_ISSUED } from '../../plans/index.ts';

/**
 * The task of the parent that asks for the unit plan itself: due so many working days after the parent's issue, with a plan
 * as its one product, and not yet reported. `undefined` when the parent has none.
 */
export function planTaskOf(tasks: readonly UnitTask[], within: number | null): UnitTask | undefined {
  return tasks.find(({ due, products, parts }) => {
    const isAfterIssue =
      due?.type === 'after' && due.event === PLAN_ISSUED && due.unit === 'wd' && due.amount === within;
    const [only] = products;
    const isPlan =
      products.length === 1 && only?.type === 'document' && /^kế hoạch(?!\p{L})/iu.test(only.text.trim());
    const [part] = parts;
    const isOpen = part !== undefined && ['none', 'in_progress', 'returned'].includes(part.progress);
    return isAfterIssue && isPlan && isOpen && parts.length === 1;
  });
}
