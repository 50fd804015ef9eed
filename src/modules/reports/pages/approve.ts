import { z } from 'zod';
import { addDays, formatDate } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import {
  type Answer,
  answerPage,
  get,
  post,
  type Rejected,
  type RequestContext,
  redirectTo,
  signedIn,
} from '../../../kernel/http/route.ts';
import {
  button,
  buttonRow,
  card,
  csrfInput,
  dataTable,
  dateField,
  errorSummary,
  field,
  linkButton,
  notice,
  problemOf,
  shell,
} from '../../../ui/index.ts';
import { approveReport, approveReportInput } from '../commands/approve-report.ts';
import { submitReport } from '../commands/submit-report.ts';
import type { Lack } from '../domain/complete.ts';
import { partTitle } from '../domain/parts.ts';
import { receiptNumber, type Submission } from '../domain/report.ts';
import { reportErrors } from '../errors.ts';
import { m, wm } from '../messages.ts';
import { mayApprove, mayWrite } from '../policy.ts';
import type { ReportScene } from '../scene.ts';
import { approvalStands } from './facts.ts';
import { crumbs, KIND_NAMES, REPORT_PATH, reportHref, windowReason } from './parts.ts';
import { writableScene } from './write.ts';

const PATH = `${REPORT_PATH}/xac-nhan` as const;

function lackWords(context: RequestContext, { report }: ReportScene, lack: Lack): [string, string, string] {
  const { t } = context;
  switch (lack.kind) {
    case 'part':
      return [
        t(partTitle(lack.part, report.kind)),
        t(wm.lack_part),
        `${reportHref(report.id)}/soan/${lack.part}`,
      ];
    case 'figure':
      return [`${lack.code} ${lack.name}`, t(wm.lack_figure), `/chi-tieu/${lack.code}`];
    case 'sheet':
      return [`${lack.code} ${lack.title}`, t(wm.lack_sheet), sheetHref(report, lack.formId)];
  }
}

const sheetHref = ({ unitId, periodCode }: ReportScene['report'], formId: string): string =>
  `/so-lieu/${unitId}/${periodCode}/${formId}`;

/** What is missing, each with the way to it; or that nothing is. */
function checked(context: RequestContext, scene: ReportScene): Html {
  const { t } = context;
  const { lacks, parts, material } = scene;
  if (lacks.length === 0) {
    const written = parts.filter(({ words }) => words.trim() !== '').length;
    const text = t(wm.check_ready, { parts: written, figures: material.material.figures.length });
    return notice({ kind: 'success', text }, t);
  }
  return dataTable(
    {
      caption: t(wm.check_missing, { n: lacks.length }),
      captionVisible: true,
      columns: [
        { key: 'what', label: t(wm.what), primary: true },
        { key: 'lack', label: t(wm.lack), width: 'fit' },
      ],
      rows: lacks.map((lack) => {
        const [what, why, href] = lackWords(context, scene, lack);
        return { href, cells: [what, html`<span class="badge v-warning">${why}</span>`] };
      }),
      empty: html``,
    },
    t,
  );
}

function lateNotice(context: RequestContext, { report, window }: ReportScene): Html {
  const { t } = context;
  const counts = !report.isRequest && report.course.submissions.length === 0 && window.counts === 'late';
  if (!counts) return html``;
  return notice({ kind: 'warning', text: t(wm.will_late, { reason: windowReason(context, window) }) }, t);
}

function signForm(context: RequestContext, scene: ReportScene, rejected: Rejected | undefined): Html {
  const { t, actor, csrf, today } = context;
  const { report } = scene;
  const { approval } = report.course;
  const post = actor.posts.find((one) => one.unitId === report.unitId) ?? actor.current;
  const typed = (name: string, otherwise: string): string => {
    const value = rejected?.values[name];
    return rejected === undefined ? otherwise : typeof value === 'string' ? value : '';
  };
  const error = (name: string) => problemOf(rejected?.problems, name, t);
  const isReady = scene.lacks.length === 0;
  const fields = html`${field({ label: t(wm.number), name: 'number', value: typed('number', approval?.number ?? ''), hint: t(wm.number_hint), width: 'medium', maxlength: 60, error: error('number') }, t)}${dateField({ label: t(wm.signed_on), name: 'signedOn', value: typed('signedOn', formatDate(today)), required: true, error: error('signedOn') }, t)}${field({ label: t(wm.signer_name), name: 'signerName', value: typed('signerName', actor.name), required: true, maxlength: 120, error: error('signerName') }, t)}${field({ label: t(wm.signer_title), name: 'signerTitle', value: typed('signerTitle', post?.title ?? ''), required: true, maxlength: 200, error: error('signerTitle') }, t)}`;
  const buttons = buttonRow(
    isReady && button({ text: t(wm.approve_and_submit), kind: 'primary', name: 'viec', value: 'gui' }),
    button({ text: t(wm.approve), kind: isReady ? 'secondary' : 'primary', name: 'viec', value: 'xac-nhan' }),
    linkButton({ href: reportHref(report.id), text: t(wm.cancel) }),
  );
  return card({
    body: html`<p>${t(wm.will_approve)}</p><form method="post" action="${reportHref(report.id)}/xac-nhan" novalidate>${csrfInput(csrf)}${fields}${buttons}</form>`,
  });
}

/** A confirmed report may be sent by anybody of the unit. */
function submitForm(context: RequestContext, scene: ReportScene): Html {
  const { t, csrf, actor } = context;
  const { report, lacks } = scene;
  if (!mayWrite(actor, report) || lacks.length > 0 || !approvalStands(scene)) return html``;
  const { approval } = report.course;
  const text = approval
    ? t(m.fact_approved, { name: approval.by, title: approval.title, at: formatDate(approval.signedOn) })
    : '';
  return card({
    body: html`<p>${text}</p><form method="post" action="${reportHref(report.id)}/gui">${csrfInput(csrf)}${buttonRow(button({ text: t(wm.submit), kind: 'primary' }))}</form>`,
  });
}

async function approvePage(context: RequestContext, id: string, rejected?: Rejected): Promise<Answer> {
  const { t, actor } = context;
  const scene = await writableScene(context, id);
  const { report, period, unitName } = scene;
  const problems = rejected
    ? rejected.problems.length > 0
      ? rejected.problems
      : [{ field: '', message: rejected.error.type, params: rejected.error.params }]
    : undefined;
  const before = context.today <= period.cutOffOn;
  const form = before
    ? notice({ kind: 'info', text: t(reportErrors.before_cut_off, { date: dayAfter(scene) }) }, t)
    : mayApprove(actor, report)
      ? signForm(context, scene, rejected)
      : notice({ kind: 'info', text: t(wm.not_leader) }, t);
  return answerPage(
    shell(context, {
      title: t(wm.approve_title),
      kicker: `${t(KIND_NAMES[report.kind])}: ${t(period.name)} · ${unitName}`,
      active: 'reports',
      breadcrumb: crumbs(
        context,
        { day: { today: context.today, asOf: null } },
        { href: reportHref(id), text: `${t(KIND_NAMES[report.kind])}: ${t(period.name)}` },
        { text: t(wm.approve_title) },
      ),
      main: html`${errorSummary(problems, t)}${checked(context, scene)}${lateNotice(context, scene)}${!before && submitForm(context, scene)}${form}`,
    }),
  );
}

const dayAfter = ({ period }: ReportScene): string => formatDate(addDays(period.cutOffOn, 1));

export const approveForm = get({
  path: PATH,
  access: signedIn,
  rate: 'page',
  handle: (context, { params }) => approvePage(context, params.id),
});

function submittedFlash({ t }: RequestContext, submission: Submission) {
  const params = { receipt: receiptNumber(submission) };
  return {
    kind: 'success' as const,
    text: t(submission.isLate ? wm.submitted_now_late : wm.submitted_now, params),
  };
}

export const approve = post({
  path: PATH,
  access: signedIn,
  rate: 'write',
  body: approveReportInput.omit({ reportId: true }).extend({ viec: z.string().optional() }),
  async handle(context, tx, { params, body: { viec, ...body } }) {
    await approveReport(context, tx, { ...body, reportId: params.id });
    if (viec === 'gui') {
      const submission = await submitReport(context, tx, { reportId: params.id });
      return redirectTo(`${reportHref(params.id)}/bien-nhan`, submittedFlash(context, submission));
    }
    return redirectTo(`${reportHref(params.id)}/xac-nhan`, {
      kind: 'success',
      text: context.t(wm.approved_now),
    });
  },
  redisplay: (context, params, rejected) => approvePage(context, params.id ?? '', rejected),
});

export const submit = post({
  path: `${REPORT_PATH}/gui`,
  access: signedIn,
  rate: 'write',
  body: z.object({}),
  async handle(context, tx, { params }) {
    const submission = await submitReport(context, tx, { reportId: params.id });
    return redirectTo(`${reportHref(params.id)}/bien-nhan`, submittedFlash(context, submission));
  },
  redisplay: (context, params, rejected) => approvePage(context, params.id ?? '', rejected),
});
