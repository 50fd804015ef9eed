import { formatDate } from '../../../../kernel/dates.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { formatNumber } from '../../../../kernel/i18n.ts';
import { definitionList, details, stateBadge, stateWord } from '../../../../ui/index.ts';
import { m } from '../../messages.ts';
import type { IssuedTaskFacts, Item } from '../../queries/item.ts';
import { occurrenceName } from '../occurrence.ts';
import type { Reading } from '../reading.ts';
import { dueCell } from '../work-table.ts';

function dueFacts(context: RequestContext, reading: Reading, item: Item, dueWords: string): Html {
  const { t, lang } = context;
  const why = lang === 'vi' ? item.explainedVi : item.explainedEn;
  return html`${dueCell(context, reading, { ...item, dueWords })}${
    why !== null &&
    item.calendar !== null &&
    details(t(m.how_due), html`<p>${why}</p><p>${t(m.calendar_version, { version: item.calendar })}</p>`)
  }`;
}

/** Who has to move now and by when; what is late on this clock says so in words. */
function clockFacts(context: RequestContext, reading: Reading, clock: NonNullable<Item['clock']>): Html {
  const { t } = context;
  const isLate = clock.dueOn < reading.day.today;
  const by = t(isLate ? m.clock_late : m.clock_by, { date: formatDate(clock.dueOn) });
  return html`${by}${details(t(m.how_due), html`<p>${t(clock.explanation)}</p>`)}`;
}

/** The facts of one assignment: state, unit, due and why, who accepts, products. */
export function itemFacts(
  context: RequestContext,
  reading: Reading,
  item: Item,
  task: IssuedTaskFacts,
): Html {
  const { t, lang } = context;
  const period = occurrenceName(item.occurrence, lang);
  const { override, clock } = item;
  return definitionList([
    {
      term: t(m.col_state),
      value: html`${stateBadge(item.state, t)}${
        override &&
        html`<p class="line-sub">${t(m.overridden_until, { state: stateWord(override.state, t), date: formatDate(override.until) })}</p>`
      }`,
    },
    {
      term: t(m.col_unit),
      value: html`<a href="/don-vi/${item.unitId}">${item.unitName}</a>${item.isRequest && html` (${t(m.requested)})`}${item.isOwn && html` (${t(m.own_work)})`}`,
    },
    ...(period ? [{ term: t(m.col_occurrence), value: period }] : []),
    { term: t(m.col_due), value: dueFacts(context, reading, item, task.dueWords) },
    ...(item.internalDueOn ? [{ term: t(m.internal_due), value: formatDate(item.internalDueOn) }] : []),
    ...(clock
      ? [
          {
            term: t(clock.kind === 'answer' ? m.clock_answer : m.clock_redo),
            value: clockFacts(context, reading, clock),
          },
        ]
      : []),
    ...(item.doneOn ? [{ term: t(m.done_on), value: formatDate(item.doneOn) }] : []),
    ...(item.quantity === null ? [] : [{ term: t(m.quantity), value: formatNumber(lang, item.quantity) }]),
    { term: t(m.accepted_by), value: item.acceptingName },
    {
      term: t(m.products),
      value: html`<ul>${task.products.map((product) => html`<li>${product.text}</li>`)}</ul>`,
    },
    { term: t(m.col_lead), value: task.leadName },
    ...(task.coordinators.length > 0
      ? [{ term: t(m.coordinators), value: task.coordinators.join('; ') }]
      : []),
  ]);
}
