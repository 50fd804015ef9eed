import { z } from 'zod';
import { formatDate } from '../../../kernel/dates.ts';
import { ensure } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { onDay } from '../../../kernel/http/as-of.ts';
import { answerPage, get, type RequestContext, signedIn } from '../../../kernel/http/route.ts';
import {
  asOfForm,
  card,
  codeText,
  type DefinitionItem,
  dataTable,
  definitionList,
  linkButton,
  notice,
  shell,
} from '../../../ui/index.ts';
import { clauseHref, planById } from '../../plans/index.ts';
import { gapWarning } from '../domain/check.ts';
import { adxOf, parseCode } from '../domain/code.ts';
import type { Period } from '../domain/period.ts';
import { inTimeUntil, type Window, windowOf } from '../domain/window.ts';
import { periodErrors } from '../errors.ts';
import { m } from '../messages.ts';
import { f } from '../messages-forms.ts';
import { mayManage, unitsAskedFor } from '../policy.ts';
import { changesOf, extensionsOf, reopeningsOf } from '../queries/period-record.ts';
import { periodByCode } from '../queries/periods.ts';
import { snapshotsOf } from '../queries/snapshots.ts';
import { windowsOfPeriods } from '../queries/windows.ts';
import { periodQuery } from './list.ts';
import {
  clock,
  isSettled,
  PERIOD_PATH,
  periodHref,
  STEP_NAMES,
  stepOf,
  windowBadge,
  windowReason,
} from './parts.ts';
import { type PeriodReading, pastNotice, periodReading, shownUnit } from './reading.ts';
import { extensionsCard, historyCard, reopeningsCard, snapshotCards } from './record.ts';

/** The period of an address, as it had been recorded by the day that is read; `periods.not_found` otherwise. */
export async function periodOfAddress(
  context: RequestContext,
  code: string,
  before: Date | null,
): Promise<Period> {
  const period = await periodByCode(context.db, code, before);
  ensure(period, periodErrors.not_found);
  return period;
}

export const period = get({
  path: PERIOD_PATH,
  access: signedIn,
  rate: 'page',
  query: z.object(periodQuery),
  async handle(context, { params, query }) {
    const { t, db, url } = context;
    const reading = await periodReading(context, query.as_of);
    const found = await periodOfAddress(context, params.code, reading.before);
    const unitId = shownUnit(context, reading, query['don-vi']);
    const windows = await windowsOfPeriods(db, [found], reading.at);
    const extension = unitId === undefined ? null : windows.extensionOf(found.code, unitId);
    const window = windows.of(found.code, unitId ?? '');
    ensure(window, periodErrors.not_found);
    const extensions = await extensionsOf(db, found.id, reading.today, reading.before);
    const reopenings = await reopeningsOf(db, found.id, reading.before);
    const snapshots = await snapshotsOf(db, found.id, reading.before);
    const changes = await changesOf(db, found.id, reading.before);
    const lastInTime = clock(context, reading, inTimeUntil(found, extension), isSettled(window));
    const gap = gapWarning(found, reading.calendar);
    const warning = gap && notice({ kind: 'warning', text: t(gap.message, gap.params) }, t);
    const main = html`${pastNotice(context, reading)}${warning}${windowCard(context, reading, unitId, window, lastInTime)}${milestones(context, reading, found, unitId)}${await facts(context, reading, found)}${extensionsCard(context, reading, found, extensions)}${reopeningsCard(context, reading, found, reopenings)}${snapshotCards(context, found, snapshots)}${historyCard(context, changes)}${asOfForm({ asOf: reading.asOf, url }, t)}`;
    return answerPage(
      shell(context, {
        title: t(found.name),
        active: 'periods',
        kicker: t(m.span, { from: formatDate(found.fromOn), to: formatDate(found.toOn) }),
        breadcrumb: [{ href: onDay(reading.asOf, '/ky-bao-cao'), text: t(m.title) }, { text: t(found.name) }],
        actions: acts(context, reading, found),
        main,
      }),
    );
  },
});

/** What this person may do with the period now, the likeliest first. */
function acts({ t, actor, now }: RequestContext, { asOf }: PeriodReading, found: Period): Html {
  if (asOf !== null) return html``;
  const common = windowOf(found, now, null, null);
  const base = periodHref(found.code);
  const asks = common.mayEnter && unitsAskedFor(actor).length > 0;
  const manages = mayManage(actor, null);
  return html`${asks && linkButton({ href: `${base}/gia-han`, text: t(f.ask) })}${manages && common.counts === 'late' && linkButton({ href: `${base}/mo-lai`, text: t(f.reopen) })}${manages && linkButton({ href: `${base}/sua`, text: t(f.correct) })}`;
}

function windowCard(
  context: RequestContext,
  { units }: PeriodReading,
  unitId: string | undefined,
  window: Window,
  lastInTime: Html,
): Html {
  const { t } = context;
  const title =
    unitId === undefined ? t(m.col_window) : t(m.window_title, { unit: units.names.get(unitId) ?? '' });
  const rule = html`<a href="/quy-tac-ky-bao-cao">${t(m.rule_link)}</a>`;
  return card({
    title,
    note: rule,
    body: html`<p>${windowBadge(context, window.state)}</p><p>${windowReason(context, window)}</p>${definitionList([{ term: t(m.in_time_until), value: lastInTime }])}`,
  });
}

function milestones(
  context: RequestContext,
  reading: PeriodReading,
  found: Period,
  unitId: string | undefined,
): Html {
  const { t } = context;
  const own = unitId === undefined ? undefined : stepOf(context, reading, unitId);
  const settled = isSettled(windowOf(found, reading.at, null, null));
  return dataTable(
    {
      caption: t(m.milestones_title),
      captionVisible: true,
      columns: [
        { key: 'step', label: t(m.col_step), primary: true },
        { key: 'day', label: t(m.col_day), width: 'fit' },
        { key: 'how', label: t(m.col_how) },
      ],
      rows: found.milestones.map(({ step, on, explanation }) => ({
        cells: [
          step === own ? html`<strong>${t(STEP_NAMES[step])}</strong>` : t(STEP_NAMES[step]),
          clock(context, reading, on, settled),
          t(explanation),
        ],
      })),
      empty: html``,
    },
    t,
  );
}

async function facts(context: RequestContext, reading: PeriodReading, found: Period): Promise<Html> {
  const { t } = context;
  const parsed = parseCode(found.code);
  const items: DefinitionItem[] = [
    { term: t(m.data), value: t(m.span, { from: formatDate(found.fromOn), to: formatDate(found.toOn) }) },
    { term: t(m.cut_off), value: t(m.end_of, { date: formatDate(found.cutOffOn) }) },
    { term: t(m.due), value: t(found.due.explanation) },
    { term: t(m.lock), value: t(m.lock_text, { date: formatDate(found.lockOn) }) },
    ...(await askedBy(context, reading, found)),
    {
      term: t(m.codes),
      value: html`${codeText(found.code)}${parsed && html` · ADX ${codeText(adxOf(parsed))}`}`,
    },
  ];
  return card({ title: t(m.facts_title), body: definitionList(items) });
}

async function askedBy(
  { t, db }: RequestContext,
  { today }: PeriodReading,
  { planId, clausePath }: Period,
): Promise<DefinitionItem[]> {
  if (planId === null) return [];
  const plan = await planById(db, planId, today);
  if (!plan) return [];
  const href = clausePath === null ? `/ke-hoach/${planId}` : clauseHref(planId, clausePath);
  const number = plan.number ?? plan.title;
  const text = clausePath === null ? number : t(m.clause_of, { number, path: clausePath });
  return [{ term: t(m.by_plan), value: html`<a href="${href}">${text}</a>` }];
}
