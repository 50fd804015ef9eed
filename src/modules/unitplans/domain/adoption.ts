import type { CalendarDate } from '../../../kernel/dates.ts';
import type { AdoptedLine, OwnTask, UnitTask } from '../../assignments/index.ts';
import { computeDeadline, type Deadline } from '../../calendar/index.ts';
import { type DueSpec, dueOccurrences, type Product } from '../../plans/index.ts';
import { type DueFrame, lastDay } from './due-fit.ts';
import type { Line } from './line.ts';

/** The times a due falls from the parent's issue on, each with its deadline. */
function occurrencesOf(
  due: DueSpec,
  frame: DueFrame,
): readonly { readonly key: string; readonly deadline: Deadline | null }[] {
  const { planYear, issuedOn, regularPeriod, calendar } = frame;
  return dueOccurrences(due, { planYear, issuedOn, regularPeriod }).map(({ key, expression }) => ({
    key,
    deadline: expression === null ? null : computeDeadline(expression, calendar),
  }));
}

/**
 * The unit's own day for each time it does a task. A period of the unit's own gives each of the parent's periods its last
 * day within it; a period longer than the parent's gives the first day after it.
 */
function internalDays(due: DueSpec, task: UnitTask, frame: DueFrame): readonly (CalendarDate | null)[] {
  const once = lastDay(due, frame);
  if (due.type !== 'recurring') return task.parts.map(() => once);
  const days = occurrencesOf(due, frame).flatMap(({ deadline }) => (deadline ? [deadline.on] : []));
  return task.parts.map(({ dueOn }) => {
    if (dueOn === null) return null;
    return days.findLast((day) => day <= dueOn) ?? days.find((day) => day > dueOn) ?? null;
  });
}

/** Who answers: the person the words name, else whoever holds what they name. */
function answersOf(line: Line): { readonly personId: string | null; readonly title: string | null } {
  return line.responsiblePersonId === null
    ? { personId: null, title: line.responsible }
    : { personId: line.responsiblePersonId, title: null };
}

/** What the issue of a unit plan tells the assignments of the tasks it carries; declined tasks are left as they are. */
export function adoptedLines(
  tasks: readonly UnitTask[],
  lines: readonly Line[],
  frame: DueFrame,
): AdoptedLine[] {
  const byTask = new Map(lines.map((line) => [line.taskId, line]));
  return tasks.flatMap((task) => {
    const line = byTask.get(task.taskId);
    if (!line || line.isDeclined || line.due === null) return [];
    const days = internalDays(line.due, task, frame);
    return task.parts.map(({ assignmentId }, index) => ({
      assignmentId,
      ...answersOf(line),
      internalDueOn: days[index] ?? null,
    }));
  });
}

/** What the unit adds, as work of its own: numbered after its lines, "ĐV.1". */
export function ownTasks(
  lines: readonly Line[],
  frame: DueFrame,
  { unitName, readProducts }: { unitName: string; readProducts: (text: string) => Product[] },
): OwnTask[] {
  const own = lines.filter((line) => line.taskId === null);
  return own.flatMap((line, index): OwnTask[] => {
    const { words, dimension, due } = line;
    if (words === null || dimension === null || due === null) return [];
    return [
      {
        taskId: line.id,
        code: ownCode(index),
        position: 100_000 + index,
        dimension,
        words,
        products: readProducts(line.product),
        unitName,
        due,
        dueWords: line.dueWords,
        ...answersOf(line),
        occurrences: occurrencesOf(due, frame),
      },
    ];
  });
}

export const ownCode = (index: number): string => `ĐV.${index + 1}`;
