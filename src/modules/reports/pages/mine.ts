import { z } from 'zod';
import { formatDate, formatInstant } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { asOfSchema } from '../../../kernel/http/as-of.ts';
import { answerPage, get, type RequestContext, signedIn } from '../../../kernel/http/route.ts';
import {
  asOfForm,
  asOfNotice,
  button,
  csrfInput,
  dataTable,
  details,
  emptyState,
  linkButton,
  shell,
  titleLines,
} from '../../../ui/index.ts';
import { cameLate, isWritable } from '../domain/report.ts';
import { m } from '../messages.ts';
import { mayWrite } from '../policy.ts';
import { boardLinks } from './board-parts.ts';
import { type ListedReport, type MyReports, readMyReports } from './mine-data.ts';
import {
  dueOfReport,
  isOverdue,
  KIND_NAMES,
  reportBadge,
  reportHref,
  sameDay,
  windowReason,
} from './parts.ts';
import { type ReportReading, reportReading } from './reading.ts';

export const mine = get({
  path: '/bao-cao',
  access: signedIn,
  rate: 'page',
  query: z.object({ as_of: asOfSchema }),
  async handle(context, { query }) {
    const { t, url } = context;
    const reading = await reportReading(context, query.as_of);
    const reports = await readMyReports(context, reading);
    const { asOf } = reading.day;
    const main = html`${asOfNotice({ asOf, url }, t)}${ownTable(context, reading, reports)}${waitingTable(context, reading, reports)}${aboveTable(context, reading, reports)}${asOf === null && offered(context, reading, reports)}${asOfForm({ asOf, url }, t)}`;
    return answerPage(
      shell(context, {
        title: t(m.reports),
        kicker: formatDate(reading.day.today),
        lead: t(m.lead),
        active: 'reports',
        actions: boardLinks(context, reading),
        main,
        wide: true,
      }),
    );
  },
});

const badgedOf = ({ kind, isRequest, report }: ListedReport) => ({
  kind,
  isRequest,
  state: report?.state ?? ('owed' as const),
  course: report?.course ?? null,
});

function unitName({ units }: ReportReading, { unitId }: Pick<ListedReport, 'unitId'>): string {
  return units.names.get(unitId) ?? '';
}

/** The day with its reason: everything that opens or closes says why. */
function dueCell(context: RequestContext, reading: ReportReading, one: ListedReport, all: MyReports): Html {
  const { t } = context;
  const { period, isRequest, report, window } = one;
  if (isRequest) return html`${t(m.asked_only)}`;
  const isSettled = (report?.isSubmitted ?? false) && report?.state !== 'returned';
  const extension = all.windows.extensionOf(period.code, one.unitId);
  const due = dueOfReport(context, reading, period, extension, isSettled || window.state === 'locked');
  return html`${due}${details(t(m.why), html`<p>${windowReason(context, window)}</p>`)}`;
}

/** What this person does next; a day of the past is only read. */
function nextStep(context: RequestContext, reading: ReportReading, one: ListedReport): Html {
  const { t, csrf, actor } = context;
  const { report, period, kind } = one;
  const about = `${t(KIND_NAMES[kind])}, ${t(period.name)}`;
  if (report === null) {
    if (reading.day.asOf !== null || one.window.state === 'locked') return html``;
    return beginForm(context, one, csrf);
  }
  const may = reading.day.asOf === null && isWritable(report.state) && mayWrite(actor, report);
  const text = !may ? m.open : report.state === 'returned' ? m.correct : m.go_on;
  return linkButton({ href: sameDay(reading, reportHref(report.id)), text: t(text), small: true, about });
}

function ownTable(context: RequestContext, reading: ReportReading, all: MyReports): Html {
  const { t } = context;
  return dataTable(
    {
      caption: t(m.own_title),
      captionVisible: true,
      columns: [
        { key: 'period', label: t(m.period), primary: true },
        { key: 'report', label: t(m.report) },
        { key: 'state', label: t(m.state), width: 'fit' },
        { key: 'due', label: t(m.due) },
        { key: 'next', label: t(m.next_step), width: 'fit' },
      ],
      rows: all.own.map((one) => ({
        ...(one.report ? { href: sameDay(reading, reportHref(one.report.id)) } : {}),
        ...(isOverdue(badgedOf(one), one.window) ? { state: 'overdue' as const } : {}),
        cells: [
          t(one.period.name),
          titleLines(t(KIND_NAMES[one.kind]), unitName(reading, one)),
          reportBadge(context, badgedOf(one), one.window),
          dueCell(context, reading, one, all),
          nextStep(context, reading, one),
        ],
      })),
      empty: emptyState({ title: t(m.nothing_owed), text: t(m.nothing_owed_what) }),
    },
    t,
  );
}

function submittedCell({ t }: RequestContext, { report }: ListedReport): Html {
  const last = report?.course.submissions.at(-1);
  if (!report || !last) return html``;
  const word = cameLate(report.course) ? t(m.late) : t(m.in_time);
  return titleLines(formatInstant(last.at), report.isRequest ? undefined : word);
}

function submittedTable(
  context: RequestContext,
  reading: ReportReading,
  rows: readonly ListedReport[],
  caption: string,
): Html {
  const { t } = context;
  return dataTable(
    {
      caption,
      captionVisible: true,
      columns: [
        { key: 'unit', label: t(m.unit), primary: true },
        { key: 'report', label: t(m.report) },
        { key: 'state', label: t(m.state), width: 'fit' },
        { key: 'submitted', label: t(m.submitted_on), width: 'fit' },
      ],
      rows: rows.map((one) => ({
        href: sameDay(reading, reportHref(one.report?.id ?? '')),
        cells: [
          unitName(reading, one),
          titleLines(t(KIND_NAMES[one.kind]), t(one.period.name)),
          reportBadge(context, badgedOf(one), one.window),
          submittedCell(context, one),
        ],
      })),
      empty: emptyState({ title: t(m.nothing_waiting) }),
    },
    t,
  );
}

function waitingTable(context: RequestContext, reading: ReportReading, { waiting }: MyReports): Html {
  if (waiting.length === 0) return html``;
  return submittedTable(context, reading, waiting, context.t(m.waiting_title));
}

function aboveTable(context: RequestContext, reading: ReportReading, { above }: MyReports): Html {
  if (above.length === 0) return html``;
  return submittedTable(context, reading, above, context.t(m.above_title));
}

/** Reports over many units that may be begun. */
function offered(context: RequestContext, reading: ReportReading, all: MyReports): Html {
  const { t, csrf } = context;
  if (all.offered.length === 0) return html``;
  return dataTable(
    {
      caption: t(m.begin_common),
      captionVisible: true,
      note: t(m.begin_common_what),
      columns: [
        { key: 'period', label: t(m.period), primary: true },
        { key: 'report', label: t(m.report) },
        { key: 'next', label: t(m.next_step), width: 'fit' },
      ],
      rows: all.offered.map((one) => ({
        cells: [
          t(one.period.name),
          titleLines(t(KIND_NAMES[one.kind]), unitName(reading, one)),
          beginForm(context, one, csrf),
        ],
      })),
      empty: html``,
    },
    t,
  );
}

function beginForm(
  { t }: RequestContext,
  { kind, unitId, period }: Pick<ListedReport, 'kind' | 'unitId' | 'period'>,
  csrf: string,
): Html {
  const about = `${t(KIND_NAMES[kind])}, ${t(period.name)}`;
  return html`<form method="post" action="/bao-cao">${csrfInput(csrf)}<input type="hidden" name="kind" value="${kind}"><input type="hidden" name="unitId" value="${unitId}"><input type="hidden" name="periodCode" value="${period.code}">${button({ text: t(m.begin), small: true, about })}</form>`;
}
