import { type Html, type HtmlValue, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { dataTable, emptyState, tag, titleLines } from '../../../../ui/index.ts';
import { am, fieldWords, kindWords } from '../../amendment-messages.ts';
import {
  AMENDED_FIELDS,
  type AmendedField,
  amendedFields,
  type ChangeKind,
  changeKind,
} from '../../domain/amendment.ts';
import { describeDue } from '../../domain/due.ts';
import { productWords } from '../../domain/products.ts';
import { fold } from '../../domain/wording.ts';
import type { TaskContent } from '../../task.ts';
import { tm } from '../../task-messages.ts';
import { contentName, leadName, type Names } from '../parts.ts';

/** One task before and after, as a row of the table shows it. */
export interface ShownChange {
  readonly taskId: string;
  readonly before: TaskContent | null;
  readonly after: TaskContent | null;
  /** Why; absent where versions are compared that several amendments lie between. */
  readonly reason?: string;
  /** What can be done with it, in a draft. */
  readonly actions?: HtmlValue;
}

/** What of a task that is added or dropped is shown. */
const WHOLE: readonly AmendedField[] = ['words', 'lead', 'products', 'due'];

function partyName(
  party: { unitId: string | null; groupCode: string | null; words: string },
  names: Names,
): string {
  const { unitId, groupCode, words } = party;
  return leadName({ leadUnitId: unitId, leadGroup: groupCode, leadWords: words }, names);
}

function executorsText(task: TaskContent, names: Names, { t }: RequestContext): string {
  if (task.executors === 'lead') return t(tm.executorsLead);
  if (task.executors === 'group')
    return names.group(task.executorGroup ?? '') ?? task.executorGroup ?? t(tm.executorsGroup);
  return task.chosenUnitIds
    .map((id) => names.unit(id) ?? '')
    .filter(Boolean)
    .join('; ');
}

function dueText(task: TaskContent, { lang }: RequestContext): string {
  const understood = task.due === null ? '' : describeDue(task.due, lang);
  if (task.dueWords === '' || fold(task.dueWords) === fold(understood)) return understood;
  return understood === '' ? task.dueWords : `${task.dueWords} (${understood})`;
}

/** One part of a task in words; empty when the task says nothing of it. */
export function fieldText(
  task: TaskContent,
  field: AmendedField,
  names: Names,
  context: RequestContext,
): string {
  const { t } = context;
  switch (field) {
    case 'content':
      return [contentName(task.dimension, context), task.subDimension].filter(Boolean).join(' · ');
    case 'clause':
      return task.clausePath ?? '';
    case 'products':
      return task.products.map(({ text, type }) => `${text} (${t(productWords[type])})`).join('; ');
    case 'lead':
      return leadName(task, names);
    case 'coordinators':
      return task.coordinators.map((one) => partyName(one, names)).join('; ');
    case 'executors':
      return executorsText(task, names, context);
    case 'due':
      return dueText(task, context);
    case 'tags':
      return task.tags.join(', ');
    case 'priority':
      return t([tm.priority0, tm.priority1, tm.priority2][task.priority] ?? tm.priority0);
    default:
      return task[field];
  }
}

function side(
  task: TaskContent | null,
  fields: readonly AmendedField[],
  absent: string,
  names: Names,
  context: RequestContext,
): Html {
  const { t } = context;
  if (task === null) return html`<p>${absent}</p>`;
  return html`<dl class="change-side">${fields.map((field) => {
    const text = fieldText(task, field, names, context);
    return html`<div><dt>${t(fieldWords[field])}</dt><dd>${text === '' ? t(am.empty) : text}</dd></div>`;
  })}</dl>`;
}

/** The parts that a change speaks of, in the order of an annex. */
export function shownFields({
  before,
  after,
}: Pick<ShownChange, 'before' | 'after'>): readonly AmendedField[] {
  if (before && after) return amendedFields(before, after);
  const whole = before ?? after;
  return whole === null ? [] : AMENDED_FIELDS.filter((field) => WHOLE.includes(field));
}

export interface ChangesTableProps {
  readonly caption: string;
  readonly changes: readonly ShownChange[];
  readonly names: Names;
  readonly empty?: Html;
  /** Leaves the task out where the whole page is about it. */
  readonly hideTask?: boolean;
  /** Where the row leads; nowhere when it answers `undefined`. */
  readonly hrefOf?: (change: ShownChange) => string | undefined;
}

/** What changes, side by side: the task, what it said, what it says, and why. */
export function changesTable(context: RequestContext, props: ChangesTableProps): Html {
  const { t } = context;
  const { changes, names } = props;
  const hasReason = changes.some((change) => change.reason !== undefined);
  const hasActions = changes.some((change) => change.actions !== undefined);
  return dataTable(
    {
      caption: props.caption,
      captionVisible: true,
      columns: [
        ...(props.hideTask ? [] : [{ key: 'task', label: t(tm.words), primary: true }]),
        { key: 'before', label: t(am.before) },
        { key: 'after', label: t(am.after) },
        ...(hasReason ? [{ key: 'reason', label: t(am.reason) }] : []),
        ...(hasActions ? [{ key: 'acts', label: t(am.kind), hideLabel: true }] : []),
      ],
      rows: changes.map((change) => {
        const { before, after } = change;
        const kind: ChangeKind = changeKind(before, after) ?? 'change';
        const fields = shownFields(change);
        const task = before ?? after;
        return {
          href: props.hrefOf?.(change),
          cells: [
            ...(props.hideTask
              ? []
              : [titleLines(html`<strong>${task?.code}</strong> ${task?.words}`, tag(t(kindWords[kind])))]),
            side(before, fields, t(am.notThere), names, context),
            side(after, fields, t(am.dropped), names, context),
            ...(hasReason ? [change.reason] : []),
            ...(hasActions ? [change.actions] : []),
          ],
        };
      }),
      empty: props.empty ?? emptyState({ title: t(am.noDifference) }),
    },
    t,
  );
}
