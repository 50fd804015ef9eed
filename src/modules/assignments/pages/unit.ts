import { z } from 'zod';
import { yearOf } from '../../../kernel/dates.ts';
import { ensure } from '../../../kernel/errors.ts';
import { html } from '../../../kernel/html.ts';
import { answerPage, get, type RequestContext, signedIn } from '../../../kernel/http/route.ts';
import {
  button,
  card,
  csrfInput,
  definitionList,
  details,
  emptyState,
  linkButton,
  shell,
} from '../../../ui/index.ts';
import { contactOn, kindLabels, type Unit, unitById, unitErrors, unitsByIds } from '../../units/index.ts';
import { actButtons, doorButtons } from '../acts.ts';
import { OPEN_STATES } from '../domain/state.ts';
import { assignmentLimits } from '../limits.ts';
import { m } from '../messages.ts';
import { m as months } from '../messages-month.ts';
import { m as people } from '../messages-people.ts';
import { mayMakeFeed, mayReport } from '../policy.ts';
import { countsOfUnits, type StateCounts } from '../queries/counts.ts';
import { countedAssignments } from '../queries/list.ts';
import { asOfForm, asOfNotice, asOfSchema, onSameDay } from './as-of.ts';
import { cursorSchema, listPager } from './paging.ts';
import { type Reading, readingOf } from './reading.ts';
import { stateCounts } from './state-counts.ts';
import { workTable } from './work-table.ts';

function progressCard(
  context: RequestContext,
  reading: Reading,
  unit: Unit,
  counts: StateCounts,
  year: number,
) {
  if (Object.keys(counts).length === 0) return html``;
  const title = context.t(m.unit_progress, { year: String(year) });
  return card({
    title,
    body: stateCounts(context, counts, {
      label: title,
      listHref: onSameDay(reading, `/phan-viec?nam=${year}&don-vi=${unit.id}`),
    }),
  });
}

function feedForm(context: RequestContext, unit: Unit) {
  const { t } = context;
  if (!mayMakeFeed(context.actor, unit)) return html``;
  return details(
    t(m.feed),
    html`<p>${t(m.feed_what)}</p><form method="post" action="/don-vi/${unit.id}/lich">${csrfInput(context.csrf)}${button({ text: t(m.feed_make), name: 'viec', value: 'tao' })}${button({ text: t(m.feed_withdraw), name: 'viec', value: 'thu-hoi' })}</form>`,
  );
}

/** A unit's front door: who it is, how its work stands, everything it owes. */
export const unit = get({
  path: '/don-vi/:id{[0-9a-f-]{36}}',
  access: signedIn,
  rate: 'page',
  query: z.object({ as_of: asOfSchema, sau: cursorSchema }),
  async handle(context, { params, query }) {
    const { t, db } = context;
    const reading = await readingOf(context, query.as_of);
    const { today } = reading.day;
    const found = await unitById(db, params.id, today);
    ensure(found, unitErrors.not_found);
    const mayRead = reading.scope.everything || reading.scope.unitIds.includes(found.id);
    const filters = { unitId: found.id, states: OPEN_STATES };
    const year = yearOf(today);
    const [contact, above, counts, page] = await Promise.all([
      contactOn(db, found.id, today),
      unitsByIds(db, found.lineage.slice(0, -1), today),
      mayRead ? countsOfUnits(db, [found.id], year, reading.day) : {},
      countedAssignments(db, filters, reading, {
        sort: 'due',
        after: query.sau ?? null,
        size: assignmentLimits.page_rows,
      }),
    ]);
    const path = found.lineage.slice(0, -1).flatMap((id) => above.filter((unitAbove) => unitAbove.id === id));
    const facts = [
      { term: t(m.unit_kind), value: t(kindLabels[found.kind]) },
      ...(contact?.headTitle ? [{ term: t(m.unit_head), value: contact.headTitle }] : []),
      ...(contact?.phone
        ? [
            {
              term: t(m.unit_phone),
              value: html`<a href="tel:${contact.phone.replaceAll(' ', '')}">${contact.phone}</a>`,
            },
          ]
        : []),
      ...(contact?.email
        ? [{ term: t(m.unit_email), value: html`<a href="mailto:${contact.email}">${contact.email}</a>` }]
        : []),
    ];
    const empty = mayRead
      ? emptyState({ title: t(m.unit_no_work) })
      : emptyState({ title: t(m.in_scope_only) });
    const main = html`${asOfNotice(context, reading)}${card({ body: html`${definitionList(facts)}${reading.day.asOf === null ? feedForm(context, found) : ''}` })}${progressCard(context, reading, found, counts, year)}${workTable(
      context,
      reading,
      { caption: t(m.unit_work), captionVisible: true, rows: page.rows, hideUnit: true, empty },
    )}${listPager(context, page, page.total)}${asOfForm(context, reading)}`;
    return answerPage(
      shell(context, {
        title: found.name,
        active: 'units',
        breadcrumb: [
          ...path.map((one) => ({ href: `/don-vi/${one.id}`, text: one.name })),
          { text: found.name },
        ],
        actions: html`${mayRead && reading.day.asOf === null && actButtons(context, [['don-vi', found.id]])}${mayRead && linkButton({ href: onSameDay(reading, `/viec-thang?don-vi=${found.id}`), text: t(months.open_of_unit) })}${reading.day.asOf === null && mayReport(context.actor, found) && linkButton({ href: `/giao-viec?don-vi=${found.id}`, text: t(people.hand_on) })}${linkButton({ href: onSameDay(reading, `/phan-viec?don-vi=${found.id}`), text: t(m.see_all) })}${linkButton({ href: onSameDay(reading, `/ke-hoach-don-vi?don-vi=${found.id}`), text: t(m.unit_plans) })}${reading.day.asOf === null && doorButtons(context, found)}${linkButton({ href: `/don-vi/${found.id}/thong-tin`, text: t(m.unit_facts) })}`,
        main,
      }),
    );
  },
});
