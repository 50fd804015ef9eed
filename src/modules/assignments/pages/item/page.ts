import { ensure } from '../../../../kernel/errors.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { card, errorSummary, shell } from '../../../../ui/index.ts';
import { assignmentErrors } from '../../errors.ts';
import { m } from '../../messages.ts';
import { maySee } from '../../policy.ts';
import { historyOf } from '../../queries/history.ts';
import { itemById, taskById } from '../../queries/item.ts';
import { asOfForm, asOfNotice, onSameDay } from '../as-of.ts';
import { readingOf } from '../reading.ts';
import { actionForm, type Typed } from './action-form.ts';
import { amendedNotices, amendedPanel } from './amended-panel.ts';
import { casePanel } from './case-panel.ts';
import { commentsPanel } from './comments-panel.ts';
import { evidencePanel } from './evidence-panel.ts';
import { itemFacts } from './facts.ts';
import { recentHistory } from './history.ts';
import { overridePanel } from './override-panel.ts';
import { itemPeople } from './people-data.ts';
import { responsiblePanel } from './responsible-panel.ts';

/** One assignment: its facts, what this person may do about it, and everything said so far. A day of the past is read only. */
export async function itemPage(
  context: RequestContext,
  id: string,
  { typed, asOf }: { readonly typed?: Typed; readonly asOf?: string | undefined } = {},
): Promise<Html> {
  const { t, db } = context;
  const reading = await readingOf(context, asOf);
  const item = await itemById(db, id, reading.day);
  ensure(item && maySee(context.actor, item), assignmentErrors.not_found);
  const task = await taskById(db, item.taskId, reading.day);
  ensure(task, assignmentErrors.not_found);
  const [people, lines] = await Promise.all([
    itemPeople(context, reading, item),
    historyOf(db, item.id, reading.day, { comments: false }),
  ]);
  const evidence = lines.flatMap((line) => (line.sort === 'evidence' ? [line.evidence] : []));
  const acts =
    reading.day.asOf === null &&
    item.droppedVersion === null &&
    html`${actionForm(context, item, task, 'doer', evidence, typed)}${actionForm(context, item, task, 'acceptor', evidence, typed)}${casePanel(context, item, typed)}${overridePanel(context, item, typed)}`;
  // An upload too large to be read carries no word of which form it was.
  const unread = typed && Object.keys(typed.values).length === 0 && errorSummary(typed.problems, t);
  return shell(context, {
    title: task.words,
    active: 'mine',
    scripts: ['file-drop'],
    ...(task.clausePath ? { kicker: `${t(m.col_clause)} ${task.clausePath}` } : {}),
    breadcrumb: [
      { href: `/ke-hoach/${task.planId}`, text: task.planTitle },
      { href: onSameDay(reading, `/nhiem-vu/${task.id}`), text: t(m.task, { code: task.code }) },
      { text: item.unitName },
    ],
    main: html`${asOfNotice(context, reading)}${await amendedNotices(context, reading, item, task, lines)}${unread}<div class="split"><div>${card({ body: itemFacts(context, reading, item, task) })}${responsiblePanel(context, item, people, typed)}</div><div>${evidencePanel(context, { reading, item, task, evidence, typed })}${acts}${await amendedPanel(context, reading, task)}${recentHistory(context, reading, item.id, lines)}${commentsPanel(context, reading, item, people, typed)}<p><a href="${onSameDay(reading, `/nhiem-vu/${task.id}`)}">${t(m.all_units_of_task)}</a></p>${asOfForm(context, reading)}</div></div>`,
  });
}
