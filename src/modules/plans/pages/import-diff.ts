import { type Html, html } from '../../../kernel/html.ts';
import { card, type DiffItem, diffList, emptyState } from '../../../ui/index.ts';
import type { ComparedField } from '../domain/annex-diff.ts';
import { type ClauseMerge, mergeClauses, mergeTasks, type TaskMerge } from '../import-merge.ts';
import { fieldWords, im } from '../import-messages.ts';
import type { PlanClause } from '../plan.ts';
import { loadClauses } from '../store/clauses.ts';
import { selectTasks } from '../store/tasks.ts';
import type { PlanTask } from '../task.ts';
import type { PreviewProps } from './import-page.ts';
import { contentName, dueWords } from './parts.ts';

const MOST_SHOWN = 200;

/** What confirming would change of the plan, by task and by clause; `decision` stands under the counts. */
export async function diffView(props: PreviewProps, decision: Html): Promise<Html> {
  const { context, plan, preview } = props;
  const { t, db } = context;
  const { reading } = preview;
  const tasks = reading.hasAnnex
    ? mergeTasks(plan.id, await selectTasks(db, plan.id), reading.tasks)
    : undefined;
  const clauses = reading.body ? mergeClauses(await loadClauses(db, plan.id), reading.clauses) : undefined;
  const taskItems = tasks ? taskDiff(props, tasks) : [];
  const clauseItems = clauses ? clauseDiff(clauses) : [];
  if (taskItems.length + clauseItems.length === 0)
    return html`${emptyState({ title: t(im.diffNone) })}${decision}`;
  const counts = html`${tasks && html`<p><strong>${t(im.diffSummary, { added: tasks.added.length, changed: tasks.changed.length, removed: tasks.removed.length, unchanged: tasks.unchanged.length })}</strong></p>`}${clauses && html`<p><strong>${t(im.diffClauses, { added: clauses.added.length, changed: clauses.changed.length, removed: clauses.removed.length })}</strong></p>`}`;
  return html`${counts}${decision}${listOf(props, t(im.diffTasks), taskItems)}${listOf(props, t(im.diffClausesTitle), clauseItems)}`;
}

function listOf(props: PreviewProps, title: string, items: readonly DiffItem[]): Html {
  const { t } = props.context;
  if (items.length === 0) return html``;
  const more = items.length - MOST_SHOWN;
  return card({
    title,
    body: html`${diffList(items.slice(0, MOST_SHOWN), t)}${more > 0 && html`<p>${t(im.diffMore, { n: more })}</p>`}`,
  });
}

const nameOf = (task: PlanTask): Html => html`<strong>${task.code}</strong> ${task.words}`;

/** Changes first, then what goes, then what comes: what a person must look at stands on top. */
function taskDiff(props: PreviewProps, merge: TaskMerge): DiffItem[] {
  return [
    ...merge.changed.map(({ before, after, fields }) => changedItem(props, before, after, fields)),
    ...merge.removed.map((task) => ({ kind: 'removed' as const, label: nameOf(task) })),
    ...merge.added.map((task) => ({ kind: 'added' as const, label: nameOf(task) })),
  ];
}

function changedItem(
  props: PreviewProps,
  before: PlanTask,
  after: PlanTask,
  fields: readonly ComparedField[],
): DiffItem {
  const { t } = props.context;
  const words = (task: PlanTask): string =>
    fields.map((field) => `${t(fieldWords[field])}: ${wordsOf(props, task, field) || '–'}`).join('\n');
  return { kind: 'changed', label: nameOf(before), before: words(before), after: words(after) };
}

function wordsOf(props: PreviewProps, task: PlanTask, field: ComparedField): string {
  switch (field) {
    case 'code':
      return task.code;
    case 'text':
      return task.words;
    case 'dimension':
      return [contentName(task.dimension, props.context), task.subDimension].filter(Boolean).join(', ');
    case 'products':
      return task.products.map((product) => product.text).join('; ');
    case 'lead':
      return task.leadWords;
    case 'coordinating':
      return task.coordinators.map((one) => one.words).join('; ');
    case 'due':
      return dueWords(task, props.context);
    case 'note':
      return task.note;
  }
}

function clauseDiff(merge: ClauseMerge): DiffItem[] {
  const name = (clause: PlanClause): Html => html`<code>${clause.path}</code> ${clause.title}`;
  return [
    ...merge.changed.map(({ before, after }) => ({
      kind: 'changed' as const,
      label: name(before),
      before: before.body,
      after: after.body,
    })),
    ...merge.removed.map((clause) => ({ kind: 'removed' as const, label: name(clause) })),
    ...merge.added.map((clause) => ({ kind: 'added' as const, label: name(clause) })),
  ];
}
