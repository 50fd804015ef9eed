import { newId } from '../../kernel/ids.ts';
import { type ComparableTask, type ComparedField, diffTasks } from './domain/annex-diff.ts';
import type { AnnexTask, Party } from './domain/annex-task.ts';
import type { Clause } from './domain/clauses.ts';
import type { PlanClause } from './plan.ts';
import type { Coordinator, PlanTask, TaskContent } from './task.ts';

/** The group that carries out what departments lead, wherever it is named as coordinating (seed III.1.d). */
const CARRYING_OUT = 'communes';

function coordinatorOf(party: Party): Coordinator {
  return { unitId: party.unitId, groupCode: party.groupCode, words: party.text.slice(0, 300) };
}

function executorsOf(task: AnnexTask): Pick<TaskContent, 'executors' | 'executorGroup'> {
  const helps = task.coordinating.some((party) => party.groupCode === CARRYING_OUT);
  const group = task.executorGroup ?? (helps && task.lead?.groupCode !== CARRYING_OUT ? CARRYING_OUT : null);
  return { executors: group === null ? 'lead' : 'group', executorGroup: group };
}

/** A row of the annex as the content of a task; a lead nobody has recognised stays as words. */
export function contentOf(task: AnnexTask): TaskContent {
  return {
    code: task.code.slice(0, 30),
    clausePath: task.path?.slice(0, 60) ?? null,
    dimension: task.dimension ?? 0,
    subDimension: task.subDimension,
    words: task.text,
    products: task.products.map(({ text, type }) => ({ text: text.slice(0, 500), type })),
    leadUnitId: task.lead?.unitId ?? null,
    leadGroup: task.lead?.unitId ? null : (task.lead?.groupCode ?? null),
    leadWords: (task.lead?.text ?? '').slice(0, 500),
    ...executorsOf(task),
    chosenUnitIds: [],
    coordinators: task.coordinating.map(coordinatorOf),
    due: task.due,
    dueWords: task.dueText.slice(0, 500),
    note: task.note.slice(0, 2000),
    tags: [],
    priority: 0,
  };
}

interface StandingTask extends ComparableTask {
  readonly task: PlanTask;
}

function comparable(task: PlanTask): StandingTask {
  const party = (unitId: string | null, groupCode: string | null, text: string): Party => ({
    text,
    name: text,
    unitId,
    groupCode,
  });
  const hasLead = task.leadUnitId !== null || task.leadGroup !== null || task.leadWords !== '';
  return {
    task,
    code: task.code,
    dimension: task.dimension,
    subDimension: task.subDimension,
    text: task.words,
    products: task.products,
    lead: hasLead ? party(task.leadUnitId, task.leadGroup, task.leadWords) : null,
    coordinating: task.coordinators.map((c) => party(c.unitId, c.groupCode, c.words)),
    due: task.due,
    dueText: task.dueWords,
    note: task.note,
  };
}

/** Which parts of the content each compared field brings along. */
const PARTS: Readonly<Record<ComparedField, readonly (keyof TaskContent)[]>> = {
  code: ['code'],
  text: ['words'],
  dimension: ['dimension', 'subDimension'],
  products: ['products'],
  lead: ['leadUnitId', 'leadGroup', 'leadWords', 'executors', 'executorGroup', 'chosenUnitIds'],
  coordinating: ['coordinators', 'executors', 'executorGroup', 'chosenUnitIds'],
  due: ['due', 'dueWords'],
  note: ['note'],
};

export interface TaskMerge {
  readonly added: readonly PlanTask[];
  readonly changed: readonly { before: PlanTask; after: PlanTask; fields: readonly ComparedField[] }[];
  readonly removed: readonly PlanTask[];
  /** Same content; only the place in the order may be new. */
  readonly unchanged: readonly PlanTask[];
}

/**
 * Lays an annex over the tasks of a draft. A task that is found again keeps its id and whatever the annex does not speak
 * of (tags, priority, who was chosen); a task the annex no longer has is removed.
 */
export function mergeTasks(
  planId: string,
  standing: readonly PlanTask[],
  annex: readonly AnnexTask[],
): TaskMerge {
  // A plan keeps a row without a content in its general part: that is no change.
  const read = annex.map((task): AnnexTask => ({ ...task, dimension: task.dimension ?? 0 }));
  const position = new Map(read.map((task, index) => [task, index]));
  const place = (task: AnnexTask) => position.get(task) ?? 0;
  const diff = diffTasks<StandingTask, AnnexTask>(standing.map(comparable), read);
  return {
    added: diff.added.map((task) => ({
      ...contentOf(task),
      id: newId(),
      planId,
      position: place(task),
      previousTaskId: null,
    })),
    changed: diff.changed.map(({ before, after, fields }) => {
      const content = contentOf(after);
      const parts = new Set(fields.flatMap((field) => PARTS[field]));
      const taken = Object.fromEntries(
        Object.entries(content).filter(([key]) => parts.has(key as keyof TaskContent)),
      );
      const clausePath = content.clausePath ?? before.task.clausePath;
      const merged = { ...before.task, ...taken, clausePath, position: place(after) };
      return { before: before.task, after: merged, fields };
    }),
    removed: diff.removed.map(({ task }) => task),
    unchanged: diff.unchanged.map(({ before, after }) => ({
      ...before.task,
      clausePath: after.path ?? before.task.clausePath,
      position: place(after),
    })),
  };
}

export interface ClauseMerge {
  /** All clauses after the import, those found again under their own id. */
  readonly after: readonly PlanClause[];
  readonly added: readonly PlanClause[];
  readonly changed: readonly { before: PlanClause; after: PlanClause }[];
  readonly removed: readonly PlanClause[];
}

/** Compares the clauses of a body with those that stand, by path. */
export function mergeClauses(standing: readonly PlanClause[], read: readonly Clause[]): ClauseMerge {
  const before = new Map(standing.map((clause) => [clause.path, clause]));
  const after = read.map(
    (clause): PlanClause => ({
      id: before.get(clause.path)?.id ?? newId(),
      path: clause.path.slice(0, 60),
      parentPath: clause.parentPath,
      kind: clause.kind,
      label: clause.label.slice(0, 20),
      title: clause.title.slice(0, 500),
      body: clause.text.slice(0, 20_000),
      dimension: clause.dimension === 0 ? null : clause.dimension,
      position: clause.order,
    }),
  );
  const kept = new Set(after.map((clause) => clause.path));
  return {
    after,
    added: after.filter((clause) => !before.has(clause.path)),
    changed: after.flatMap((clause) => {
      const old = before.get(clause.path);
      const same =
        old && old.body === clause.body && old.title === clause.title && old.label === clause.label;
      return old && !same ? [{ before: old, after: clause }] : [];
    }),
    removed: standing.filter((clause) => !kept.has(clause.path)),
  };
}
