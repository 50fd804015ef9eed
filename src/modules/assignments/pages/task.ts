import { z } from 'zod';
import { formatDate } from '../../../kernel/dates.ts';
import { ensure } from '../../../kernel/errors.ts';
import { html } from '../../../kernel/html.ts';
import { answerPage, get, signedIn } from '../../../kernel/http/route.ts';
import { card, definitionList, emptyState, linkButton, notice, shell } from '../../../ui/index.ts';
import { content } from '../../papi/index.ts';
import { assignmentErrors } from '../errors.ts';
import { assignmentLimits } from '../limits.ts';
import { m } from '../messages.ts';
import { ma } from '../messages-amended.ts';
import { countsOfTask } from '../queries/counts.ts';
import { taskById } from '../queries/item.ts';
import { countedAssignments } from '../queries/list.ts';
import { asOfForm, asOfNotice, asOfSchema, onSameDay } from './as-of.ts';
import { amendedPanel } from './item/amended-panel.ts';
import { cursorSchema, listPager } from './paging.ts';
import { readingOf } from './reading.ts';
import { stateCounts } from './state-counts.ts';
import { yearsOfTask } from './task-years.ts';
import { workTable } from './work-table.ts';

export const task = get({
  path: '/nhiem-vu/:id{[0-9a-f-]{36}}',
  access: signedIn,
  rate: 'page',
  query: z.object({ as_of: asOfSchema, sau: cursorSchema }),
  async handle(context, { params, query }) {
    const { t, db, lang } = context;
    const reading = await readingOf(context, query.as_of);
    const found = await taskById(db, params.id, reading.day);
    ensure(found, assignmentErrors.not_found);
    const filters = { taskId: found.id };
    const [counts, page] = await Promise.all([
      countsOfTask(db, found.id, reading.scope, reading.day),
      countedAssignments(db, filters, reading, {
        sort: 'due',
        after: query.sau ?? null,
        size: assignmentLimits.page_rows,
      }),
    ]);
    const facts = definitionList([
      { term: t(m.plan), value: html`<a href="/ke-hoach/${found.planId}">${found.planTitle}</a>` },
      {
        term: t(m.col_content),
        value: [found.subDimension, content(found.dimension as Parameters<typeof content>[0])[lang]]
          .filter(Boolean)
          .join(' · '),
      },
      {
        term: t(m.products),
        value: html`<ul>${found.products.map((product) => html`<li>${product.text}</li>`)}</ul>`,
      },
      { term: t(m.col_lead), value: found.leadName },
      ...(found.coordinators.length > 0
        ? [{ term: t(m.coordinators), value: found.coordinators.join('; ') }]
        : []),
      { term: t(m.due_words), value: found.dueWords },
      ...(found.tags.length > 0 ? [{ term: t(m.tags), value: found.tags.join(', ') }] : []),
    ]);
    const listHref = onSameDay(reading, `/phan-viec?nhiem-vu=${found.id}`);
    const withdrawn =
      found.withdrawnOn !== null &&
      notice({ kind: 'warning', text: t(ma.withdrawn_notice, { date: formatDate(found.withdrawnOn) }) }, t);
    const [versions, years] = await Promise.all([
      amendedPanel(context, reading, found),
      yearsOfTask(context, reading, found.id),
    ]);
    const main = html`${asOfNotice(context, reading)}${withdrawn}${card({ body: facts })}${card({
      title: t(m.progress_of_task),
      body: stateCounts(context, counts, { label: t(m.progress_of_task), listHref }),
    })}${workTable(context, reading, {
      caption: t(m.units_doing),
      captionVisible: true,
      rows: page.rows,
      byUnit: true,
      empty: emptyState({ title: t(m.nothing_here) }),
    })}${listPager(context, page, page.total)}${versions}${years}${asOfForm(context, reading)}`;
    return answerPage(
      shell(context, {
        title: found.words,
        active: 'plans',
        ...(found.clausePath ? { kicker: `${t(m.col_clause)} ${found.clausePath}` } : {}),
        breadcrumb: [
          { href: `/ke-hoach/${found.planId}`, text: found.planTitle },
          { text: t(m.task, { code: found.code }) },
        ],
        actions: linkButton({ href: listHref, text: t(m.list) }),
        main,
      }),
    );
  },
});
