import { formatDate } from '../../../kernel/dates.ts';
import type { UnitTask } from '../../assignments/index.ts';
import { type DueSpec, describeDue } from '../../plans/index.ts';
import { type LineContent, parentDay, productsText } from './line.ts';

/** The time a line begins with: the parent's day, period or case, in words a clerk would write. */
function carriedDue(task: UnitTask): string {
  const day = parentDay(task);
  if (day !== null) return formatDate(day);
  if (task.due?.type === 'recurring') return task.due.every === null ? 'Thường xuyên' : described(task.due);
  return task.dueWords;
}

function described(due: DueSpec): string {
  const words = describeDue(due, 'vi');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * A task as a line begins with it: the parent's product and time, nobody who answers, no word of the unit's own. `readDue`
 * says what the words of a time mean.
 */
export function carriedLine(task: UnitTask, readDue: (words: string) => DueSpec | null): LineContent {
  const dueWords = carriedDue(task).slice(0, 200);
  return {
    how: '',
    product: productsText(task.products).slice(0, 2000),
    responsible: '',
    responsiblePersonId: null,
    dueWords,
    due: readDue(dueWords),
    lateReason: '',
    isDeclined: false,
    declineReason: '',
  };
}
