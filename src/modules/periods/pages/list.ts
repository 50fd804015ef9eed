import { z } from 'zod';
import { formatDate, yearOf } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { withQuery } from '../../../kernel/http/address.ts';
import { asOfSchema } from '../../../kernel/http/as-of.ts';
import { answerPage, get, type RequestContext, signedIn } from '../../../kernel/http/route.ts';
import {
  asOfForm,
  button,
  card,
  chips,
  dataTable,
  details,
  emptyState,
  linkButton,
  selectField,
  shell,
  titleLines,
} from '../../../ui/index.ts';
import type { Period } from '../domain/period.ts';
import { type GrantedExtension, inTimeUntil } from '../domain/window.ts';
import { m } from '../messages.ts';
import { mayAnswer, mayManage } from '../policy.ts';
import { type Extension, waitingExtensions } from '../queries/period-record.ts';
import { periodsOf, periodYears } from '../queries/periods.ts';
import { type Windows, windowsOfPeriods } from '../queries/windows.ts';
import {
  clock,
  isSettled,
  periodHref,
  reportingUnits,
  sameView,
  stepOf,
  turnOf,
  windowBadge,
  windowReason,
} from './parts.ts';
import { type PeriodReading, pastNotice, periodReading, shownUnit } from './reading.ts';

export const periodQuery = {
  'don-vi': z.uuid().optional().catch(undefined),
  as_of: asOfSchema,
};

export const list = get({
  path: '/ky-bao-cao',
  access: signedIn,
  rate: 'page',
  query: z.object({
    ...periodQuery,
    nam: z.coerce.number().int().min(1900).max(2199).optional().catch(undefined),
  }),
  async handle(context, { query }) {
    const { t, db, actor } = context;
    const reading = await periodReading(context, query.as_of);
    const unitId = shownUnit(context, reading, query['don-vi']);
    const year = query.nam ?? yearOf(reading.today);
    const periods = await periodsOf(db, year, reading.before);
    const windows = await windowsOfPeriods(db, periods, reading.at);
    const years = [...new Set([...(await periodYears(db, reading.before)), yearOf(reading.today), year])];
    const may = mayManage(actor, null);
    const name = unitId === undefined ? '' : (reading.units.names.get(unitId) ?? '');
    const main = html`${pastNotice(context, reading)}${await waitingCard(context, reading)}${chips(
      {
        label: t(m.years),
        items: years
          .sort((a, b) => b - a)
          .map((one) => ({
            href: withQuery(context.url, { nam: String(one) }),
            text: String(one),
            current: one === year,
          })),
      },
      t,
    )}${table(context, reading, windows, unitId, year)}<p>${linkButton({ href: '/quy-tac-ky-bao-cao', text: t(m.rule_link), small: true })}</p>${unitForm(context, reading, unitId)}${asOfForm({ asOf: reading.asOf, url: context.url }, t)}`;
    return answerPage(
      shell(context, {
        title: t(m.title),
        active: 'periods',
        kicker: [name, formatDate(reading.today)].filter(Boolean).join(' · '),
        lead: t(m.lead),
        wide: true,
        ...(may
          ? { actions: linkButton({ href: '/ky-bao-cao/tao', text: t(m.make), kind: 'primary' }) }
          : {}),
        main,
      }),
    );
  },
});

function table(
  context: RequestContext,
  reading: PeriodReading,
  windows: Windows,
  unitId: string | undefined,
  year: number,
): Html {
  const { t, actor } = context;
  const step = unitId === undefined ? undefined : stepOf(context, reading, unitId);
  const may = mayManage(actor, null);
  return dataTable(
    {
      caption: t(m.title),
      columns: [
        { key: 'period', label: t(m.col_period), primary: true },
        { key: 'window', label: t(m.col_window) },
        { key: 'cut_off', label: t(m.col_cut_off), width: 'fit' },
        ...(step ? [{ key: 'turn', label: t(m.col_turn), width: 'fit' as const }] : []),
        { key: 'due', label: t(m.col_due), width: 'fit' },
      ],
      rows: windows.periods.flatMap((period) => {
        const window = windows.of(period.code, unitId ?? '');
        if (!window) return [];
        const extension = unitId === undefined ? null : windows.extensionOf(period.code, unitId);
        const settled = isSettled(window);
        const span = t(m.span, { from: formatDate(period.fromOn), to: formatDate(period.toOn) });
        return [
          {
            href: sameView(
              reading,
              periodHref(period.code),
              unitId === actor.current?.unitId ? undefined : unitId,
            ),
            cells: [
              titleLines(t(period.name), span),
              html`${windowBadge(context, window.state)}<span class="line-sub">${windowReason(context, window)}</span>`,
              formatDate(period.cutOffOn),
              ...(step ? [clock(context, reading, turnOf(period, step, extension), settled)] : []),
              dueCell(context, reading, period, extension, settled || step !== undefined),
            ],
          },
        ];
      }),
      empty: emptyState({
        title: t(m.none, { year: String(year) }),
        text: t(may ? m.none_may : m.none_wait),
        action: may && linkButton({ href: '/ky-bao-cao/tao', text: t(m.make), kind: 'primary' }),
      }),
    },
    t,
  );
}

/** The last day in time; where the unit has an extension, also the day of all others. */
function dueCell(
  context: RequestContext,
  reading: PeriodReading,
  period: Period,
  extension: GrantedExtension | null,
  settled: boolean,
): Html {
  const last = inTimeUntil(period, extension);
  const common =
    last !== period.dueOn &&
    html`<span class="line-sub">${context.t(m.common_due, { date: formatDate(period.dueOn) })}</span>`;
  return html`${clock(context, reading, last, settled)}${common}`;
}

/** Everybody may look at the window of any unit: extensions are public in the tenant. */
function unitForm({ t, url }: RequestContext, { units }: PeriodReading, unitId: string | undefined): Html {
  const kept = [...url.searchParams].filter(([name]) => !['don-vi', 'lang'].includes(name));
  return details(
    t(m.see_unit),
    html`<form class="as-of-form" method="get" action="${url.pathname}">${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}${selectField(
      { label: t(m.unit), name: 'don-vi', value: unitId ?? null, options: reportingUnits(units) },
      t,
    )}${button({ text: t(m.read) })}</form>`,
  );
}

/** What waits for this person to answer. */
async function waitingCard(context: RequestContext, reading: PeriodReading): Promise<Html> {
  const { t, db, actor } = context;
  if (reading.asOf !== null) return html``;
  const waiting = (await waitingExtensions(db, reading.today)).filter(
    (one) => mayAnswer(actor, one) && one.askedBy.personId !== actor.personId,
  );
  if (waiting.length === 0) return html``;
  const line = (one: Extension): Html =>
    html`<li><a href="${periodHref(one.periodCode)}/gia-han/${one.id}">${reading.units.names.get(one.unitId) ?? ''}: ${t(one.periodName)}</a> · ${t(m.approved_asked, { date: formatDate(one.askedUntilOn) })}</li>`;
  return card({ title: t(m.waiting_title), body: html`<ul class="plain">${waiting.map(line)}</ul>` });
}
