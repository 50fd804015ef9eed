import { z } from 'zod';
import { ensure } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { asOfSchema } from '../../../kernel/http/as-of.ts';
import {
  type Answer,
  answerPage,
  get,
  type Rejected,
  type RequestContext,
  signedIn,
} from '../../../kernel/http/route.ts';
import {
  asOfForm,
  asOfNotice,
  chips,
  details,
  errorSummary,
  linkButton,
  notice,
  shell,
} from '../../../ui/index.ts';
import { isWritable } from '../domain/report.ts';
import { reportErrors } from '../errors.ts';
import { type FrozenReport, frozenVersion } from '../frozen.ts';
import { m, wm } from '../messages.ts';
import { mayApprove, mayWrite } from '../policy.ts';
import { historyOf } from '../queries/reports.ts';
import { contentOfScene, type ReportScene, readScene } from '../scene.ts';
import { answerForms } from './answer-forms.ts';
import { changedFigures } from './changed-figures.ts';
import { annexesView, partsView } from './content-view.ts';
import { factsCard } from './facts.ts';
import { history } from './history.ts';
import { crumbs, KIND_NAMES, REPORT_PATH, reportHref, sameDay } from './parts.ts';
import { type ReportReading, reportReading, visibleReport } from './reading.ts';

export const shownQuery = z.object({
  as_of: asOfSchema,
  ban: z
    .union([z.literal('dang-soan'), z.coerce.number().int().min(1).max(1000)])
    .optional()
    .catch(undefined),
});

/** What is shown: a submission as it was frozen, or the working copy while it may be changed. */
export interface ShownReport {
  readonly scene: ReportScene;
  readonly frozen: FrozenReport | null;
}

/** The submission asked for; else the last one, unless the report is being written or corrected by whoever looks. */
export async function shownReport(
  context: RequestContext,
  reading: ReportReading,
  id: string,
  wanted: z.infer<typeof shownQuery>['ban'],
): Promise<ShownReport> {
  const report = await visibleReport(context, reading, id);
  const scene = await readScene(context.db, report, reading.at, reading.day);
  const { submissions } = report.course;
  const mayEdit = isWritable(report.state) && mayWrite(context.actor, report);
  const last = submissions.at(-1)?.version;
  const version = wanted === 'dang-soan' ? null : (wanted ?? (mayEdit ? null : (last ?? null)));
  if (version === null) {
    ensure(isWritable(report.state), reportErrors.not_found);
    return { scene, frozen: null };
  }
  ensure(
    submissions.some((one) => one.version === version),
    reportErrors.not_found,
  );
  const frozen = await frozenVersion(context.db, id, version);
  ensure(frozen, reportErrors.not_found);
  return { scene, frozen };
}

export async function reportPage(
  context: RequestContext,
  id: string,
  query: z.infer<typeof shownQuery>,
  rejected?: Rejected,
): Promise<Answer> {
  const { t, db, url } = context;
  const reading = await reportReading(context, query.as_of);
  const shown = await shownReport(context, reading, id, query.ban);
  const { scene, frozen } = shown;
  const { report, period, unitName } = scene;
  const content = frozen?.content ?? contentOfScene(scene, null);
  const { asOf } = reading.day;
  const isMine = asOf === null && isWritable(report.state) && mayWrite(context.actor, report);
  const writeHref = isMine && frozen === null ? (part: string) => `${reportHref(id)}/soan/${part}` : null;
  const events = await historyOf(db, id, reading.day);
  const summary = rejected
    ? rejected.problems.length > 0
      ? rejected.problems
      : [{ field: '', message: rejected.error.type, params: rejected.error.params }]
    : undefined;
  const main = html`${errorSummary(summary, t)}${asOfNotice({ asOf, url }, t)}${returnedNotice(context, scene)}${frozen && changedFigures(context, shown, reading)}${factsCard(context, reading, scene)}${versionChips(context, reading, shown)}${frozen && notice({ kind: 'info', text: t(m.version_shown, { n: frozen.version }) }, t)}${partsView(context, content, writeHref)}${annexesView(context, content)}${asOf === null && answerForms(context, scene, frozen, rejected)}${details(t(m.history), history(context, events))}${asOfForm({ asOf, url }, t)}`;
  return answerPage(
    shell(context, {
      title: `${t(KIND_NAMES[report.kind])}: ${t(period.name)}`,
      kicker: unitName,
      active: 'reports',
      breadcrumb: crumbs(context, reading, { text: unitName }),
      actions: actionsOf(context, reading, shown),
      main,
    }),
  );
}

function returnedNotice({ t }: RequestContext, { report }: ReportScene): Html {
  const { returned } = report.course;
  if (!returned) return html``;
  const text = t(m.returned_why, { name: returned.by, reason: returned.reason });
  return notice({ kind: 'warning', text }, t);
}

function versionChips(context: RequestContext, reading: ReportReading, { scene, frozen }: ShownReport): Html {
  const { t } = context;
  const { report } = scene;
  const { submissions } = report.course;
  const isOpen = isWritable(report.state);
  if (submissions.length + (isOpen ? 1 : 0) < 2) return html``;
  const href = (ban: string): string => sameDay(reading, `${reportHref(report.id)}?ban=${ban}`);
  const items = [
    ...submissions.map(({ version }) => ({
      href: href(String(version)),
      text: t(m.version, { n: version }),
      current: frozen?.version === version,
    })),
    ...(isOpen ? [{ href: href('dang-soan'), text: t(m.working_copy), current: frozen === null }] : []),
  ];
  return chips({ label: t(m.versions), items }, t);
}

function actionsOf(context: RequestContext, reading: ReportReading, { scene, frozen }: ShownReport): Html {
  const { t, actor } = context;
  const { report } = scene;
  const href = reportHref(report.id);
  const ban = frozen ? `&ban=${frozen.version}` : '&ban=dang-soan';
  const file = (format: string, text: string): Html =>
    linkButton({
      href: sameDay(reading, `${href}/van-ban?dinh-dang=${format}${ban}`),
      text,
      download: true,
    });
  const isOpen = reading.day.asOf === null && isWritable(report.state);
  const approve =
    isOpen &&
    (mayApprove(actor, report) || mayWrite(actor, report)) &&
    linkButton({ href: `${href}/xac-nhan`, text: t(wm.approve_title), kind: 'primary' });
  const receipt =
    frozen &&
    linkButton({ href: sameDay(reading, `${href}/bien-nhan?ban=${frozen.version}`), text: t(m.receipt) });
  return html`${approve}${receipt}${file('docx', t(m.download_docx))}${file('pdf', t(m.download_pdf))}${file('xlsx', t(m.download_xlsx))}`;
}

export const report = get({
  path: REPORT_PATH,
  access: signedIn,
  rate: 'page',
  query: shownQuery,
  handle: (context, { params, query }) => reportPage(context, params.id, query),
});
