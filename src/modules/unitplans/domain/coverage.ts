import type { UnitTask } from '../../assignments/index.ts';
import { type DueFrame, type DueLack, dueFit } from './due-fit.ts';
import { type Line, productsText } from './line.ts';

/** What keeps a unit plan from being issued, one thing of one line. */
export type LackKind = 'not_carried' | 'product' | 'responsible' | 'decline_reason' | DueLack;

export interface Lack {
  readonly kind: LackKind;
  /** `null` when the task has no line yet. */
  readonly lineId: string | null;
  readonly taskId: string | null;
}

export interface Coverage {
  /** Tasks the parent gives to the unit. */
  readonly assigned: number;
  /** Of these: those with a line that is not declined. */
  readonly carried: number;
  /** Of these: declined, with a reason or still without. */
  readonly declined: number;
  /** Of these: carried with nothing missing, or declined with a reason. */
  readonly complete: number;
  /** Lines the unit adds. */
  readonly own: number;
  /** Lines, declined ones left out, with a day or a period. */
  readonly specific: number;
  /** In the order of the plan, the unit's own lines last. */
  readonly lacks: readonly Lack[];
  /** Lines that only repeat the parent: no word of the unit's own, the same product. They block nothing. */
  readonly copied: readonly string[];
  /** Lines of tasks that the parent gives no more; they are left out of the issue. */
  readonly orphaned: readonly string[];
}

const sameWords = (a: string, b: string): boolean => squeezed(a) === squeezed(b);
const squeezed = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

function isCopied(line: Line, task: UnitTask): boolean {
  const addsNothing = squeezed(line.how) === '' || sameWords(line.how, task.words);
  return addsNothing && sameWords(line.product, productsText(task.products));
}

function lacksOf(line: Line, task: UnitTask | null, frame: DueFrame): LackKind[] {
  if (line.isDeclined) return line.declineReason.trim() === '' ? ['decline_reason'] : [];
  const due = dueFit(line, task, frame).lack;
  return [
    ...(line.product.trim() === '' ? (['product'] as const) : []),
    ...(line.responsible.trim() === '' ? (['responsible'] as const) : []),
    ...(due === null ? [] : [due]),
  ];
}

/** Holds the lines of a unit plan against the tasks that its parent gives to the unit. */
export function coverageOf(tasks: readonly UnitTask[], lines: readonly Line[], frame: DueFrame): Coverage {
  const byTask = new Map(lines.map((line) => [line.taskId, line]));
  const known = new Set(tasks.map((task) => task.taskId));
  const own = lines.filter((line) => line.taskId === null);
  const carriedLines = tasks.flatMap((task) => {
    const line = byTask.get(task.taskId);
    return line ? [{ task, line, lacks: lacksOf(line, task, frame) }] : [];
  });
  const standing = carriedLines.filter(({ line }) => !line.isDeclined);
  const lacks = tasks.flatMap(({ taskId }): Lack[] => {
    const found = carriedLines.find((one) => one.task.taskId === taskId);
    if (!found) return [{ kind: 'not_carried', lineId: null, taskId }];
    return found.lacks.map((kind) => ({ kind, lineId: found.line.id, taskId }));
  });
  const ownLacks = own.flatMap((line) =>
    lacksOf(line, null, frame).map((kind): Lack => ({ kind, lineId: line.id, taskId: null })),
  );
  const specific = [...standing, ...own.map((line) => ({ line, task: null }))].filter(
    ({ line, task }) => dueFit(line, task, frame).isSpecific,
  );
  return {
    assigned: tasks.length,
    carried: standing.length,
    declined: carriedLines.length - standing.length,
    complete: carriedLines.filter((one) => one.lacks.length === 0).length,
    own: own.length,
    specific: specific.length,
    lacks: [...lacks, ...ownLacks],
    copied: standing.filter(({ line, task }) => isCopied(line, task)).map(({ line }) => line.id),
    orphaned: lines.filter((line) => line.taskId !== null && !known.has(line.taskId)).map((line) => line.id),
  };
}

/** Share in percent, one decimal; `null` of nothing. */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1000) / 10;
}
