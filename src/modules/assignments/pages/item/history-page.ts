import { ensure } from '../../../../kernel/errors.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { card, definitionList, linkButton, shell, stateBadge } from '../../../../ui/index.ts';
import { assignmentErrors } from '../../errors.ts';
import { m } from '../../messages.ts';
import { m as people } from '../../messages-people.ts';
import { maySee } from '../../policy.ts';
import { answersFor } from '../../queries/answers.ts';
import { historyOf } from '../../queries/history.ts';
import { itemById, taskById } from '../../queries/item.ts';
import { asOfForm, asOfNotice, onSameDay } from '../as-of.ts';
import { occurrenceName } from '../occurrence.ts';
import { readingOf } from '../reading.ts';
import { dueCell } from '../work-table.ts';
import { history } from './history.ts';
import { whoLine } from './whom.ts';

/** The whole history of one assignment on one page that prints: what it is, where it stands, and everything recorded. */
export async function historyPage(
  context: RequestContext,
  id: string,
  asOf: string | undefined,
): Promise<Html> {
  const { t, db, lang } = context;
  const reading = await readingOf(context, asOf);
  const item = await itemById(db, id, reading.day);
  ensure(item && maySee(context.actor, item), assignmentErrors.not_found);
  const task = await taskById(db, item.taskId, reading.day);
  ensure(task, assignmentErrors.not_found);
  const [[holder], lines] = await Promise.all([
    answersFor(db, [item], reading.day),
    historyOf(db, item.id, reading.day, { comments: true }),
  ]);
  const period = occurrenceName(item.occurrence, lang);
  const facts = definitionList([
    { term: t(m.col_unit), value: [item.unitName, period].filter(Boolean).join(' · ') },
    { term: t(m.col_state), value: stateBadge(item.state, t) },
    { term: t(m.col_due), value: dueCell(context, reading, { ...item, dueWords: task.dueWords }) },
    ...(holder
      ? [{ term: t(people.responsible), value: whoLine(context, holder, item.responsibleTitle) }]
      : []),
  ]);
  const back = onSameDay(reading, `/phan-viec/${item.id}`);
  return shell(context, {
    title: t(people.whole_history),
    kicker: [task.clausePath, task.code].filter(Boolean).join(' · '),
    lead: task.words,
    active: 'mine',
    breadcrumb: [
      { href: `/ke-hoach/${task.planId}`, text: task.planTitle },
      { href: onSameDay(reading, `/nhiem-vu/${task.id}`), text: t(m.task, { code: task.code }) },
      { href: back, text: item.unitName },
      { text: t(people.whole_history) },
    ],
    actions: linkButton({ href: back, text: t(people.to_assignment) }),
    main: html`${asOfNotice(context, reading)}${card({ body: facts })}${card({
      title: t(m.history),
      note: t(people.whole_history_lead),
      body: history(context, lines, reading.day),
    })}${asOfForm(context, reading)}`,
  });
}
