import { type Html, type HtmlValue, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { dataTable, emptyState, tag, titleLines } from '../../../../ui/index.ts';
import { am, fieldWords, kindWords } from '../../amendment-messages.ts';
import { fieldText, shownFields } from '../../amendment-words.ts';
import { type AmendedField, type ChangeKind, changeKind } from '../../domain/amendment.ts';
import type { TaskContent } from '../../task.ts';
import { tm } from '../../task-messages.ts';
import type { Names } from '../parts.ts';

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
