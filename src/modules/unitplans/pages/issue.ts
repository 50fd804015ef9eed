import { z } from 'zod';
import { formatDate } from '../../../kernel/dates.ts';
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
  checkboxField,
  csrfInput,
  dataTable,
  dateField,
  details,
  errorSummary,
  field,
  linkButton,
  notice,
  problemOf,
  shell,
} from '../../../ui/index.ts';
import { lawInForce, lawNotice } from '../../plans/index.ts';
import { issueUnitPlan, issueUnitPlanInput } from '../commands/issue-unit-plan.ts';
import { reportPlanTask } from '../commands/report-plan-task.ts';
import { citingPassages, contentOf } from '../domain/content.ts';
import type { Lack } from '../domain/coverage.ts';
import { planTaskOf } from '../domain/plan-task.ts';
import { m } from '../messages.ts';
import { dm } from '../messages-draft.ts';
import { mayIssue } from '../policy.ts';
import { textOf } from './draft-form.ts';
import { lineAnchor, type ShownLine, shownLines } from './draft-lines.ts';
import { type DraftScene, draftScene } from './draft-scene.ts';
import { lackWords } from './lacks.ts';
import { breadcrumb, clockOf, UNIT_PLAN_PATH, unitPlanHref } from './parts.ts';

const PATH = `${UNIT_PLAN_PATH}/ban-hanh` as const;

async function issuePage(context: RequestContext, id: string, rejected?: Rejected): Promise<Answer> {
  const { t } = context;
  const scene = await draftScene(context, id);
  const { coverage, unitPlan } = scene;
  const isReady = coverage.lacks.length === 0;
  const problems =
    rejected &&
    (rejected.problems.length > 0
      ? rejected.problems
      : [{ field: '', message: rejected.error.type, params: rejected.error.params }]);
  const form = mayIssue(context.actor, unitPlan)
    ? signForm(context, scene, rejected)
    : notice({ kind: 'info', text: t(dm.not_leader) }, t);
  return answerPage(
    shell(context, {
      title: t(dm.issue_title),
      kicker: scene.unitName,
      active: 'unit-plans',
      breadcrumb: breadcrumb(context, scene.reading, unitPlan, scene.parent.plan, scene.unitName),
      actions: linkButton({ href: `${unitPlanHref(id)}/soan`, text: t(m.go_on) }),
      main: html`${errorSummary(problems, t)}${isReady ? ready(context, scene) : missing(context, scene)}${warnings(context, scene)}${isReady && form}`,
    }),
  );
}

/** What is missing, line by line, each with the way to it. */
function missing(context: RequestContext, { coverage, unitPlan, parent, lines }: DraftScene): Html {
  const { t } = context;
  const shown = shownLines(parent.tasks, lines);
  const byLine = new Map(shown.map((one) => [one.line.id, one]));
  const groups = Map.groupBy(coverage.lacks, (lack) => lack.lineId ?? lack.taskId ?? '');
  const hrefOf = (found: ShownLine | undefined): string => {
    const view = found?.task ? String(found.task.dimension) : found ? 'rieng' : 'tat-ca';
    const anchor = found ? `#${lineAnchor(found.line.id)}` : '';
    return `${unitPlanHref(unitPlan.id)}/soan?xem=${view}${anchor}`;
  };
  const wordsOf = (found: ShownLine | undefined, lacks: readonly Lack[]): [string, string] => {
    const task = found?.task ?? parent.tasks.find((one) => one.taskId === lacks[0]?.taskId);
    return [found?.code ?? task?.code ?? '', task?.words ?? found?.line.words ?? ''];
  };
  return dataTable(
    {
      caption: t(dm.check_blocked, { n: coverage.lacks.length }),
      captionVisible: true,
      columns: [
        { key: 'code', label: t(m.code), width: 'fit', phone: 'bare' },
        { key: 'words', label: t(m.task), primary: true },
        { key: 'lacks', label: t(dm.missing) },
      ],
      rows: [...groups].map(([key, lacks]) => {
        const found = byLine.get(key);
        const [code, words] = wordsOf(found, lacks);
        return {
          href: hrefOf(found),
          cells: [
            code,
            words,
            html`${lacks.map((lack) => html`<span class="badge v-warning">${lackWords(context, lack.kind)}</span> `)}`,
          ],
        };
      }),
      empty: html``,
    },
    t,
  );
}

function ready(context: RequestContext, { coverage }: DraftScene): Html {
  const { t } = context;
  const { assigned, carried, declined, own, specific } = coverage;
  const text = html`${t(dm.check_ready, { assigned, carried, declined, own })} ${t(dm.check_specific, { n: specific, total: carried + own })}`;
  return notice({ kind: 'success', text }, t);
}

/** What blocks nothing and should be read before signing: copied lines, and documents out of force. */
function warnings(context: RequestContext, scene: DraftScene): Html {
  const { t } = context;
  const { coverage, parent, lines, draft, unitPlan } = scene;
  const shown = shownLines(parent.tasks, lines);
  const copied = shown.filter(({ line }) => coverage.copied.includes(line.id));
  const content = contentOf({
    unit: { id: unitPlan.unitId, name: scene.unitName },
    parent: { ...parent.cited, planId: parent.plan.id, version: parent.plan.version },
    signed: null,
    texts: draft,
    tasks: parent.tasks,
    lines,
  });
  const law = lawNotice(context, lawInForce(citingPassages(content), context.today), (path) =>
    path === '' ? t(dm.text_title) : path,
  );
  const list = html`<ul>${copied.map(({ line, task, code }) => html`<li><a href="${unitPlanHref(unitPlan.id)}/soan?xem=${task?.dimension ?? 'rieng'}#${lineAnchor(line.id)}">${code} ${task?.words ?? line.words}</a></li>`)}</ul>`;
  const repeats =
    copied.length > 0 &&
    notice(
      {
        kind: 'info',
        title: t(dm.warn_copied, { n: copied.length }),
        text: html`${t(dm.warn_copied_what)}${details(t(m.tasks), list)}`,
      },
      t,
    );
  return html`${repeats}${law}`;
}

function signForm(context: RequestContext, scene: DraftScene, rejected: Rejected | undefined): Html {
  const { t, actor } = context;
  const { unitPlan, coverage } = scene;
  const clock = clockOf(unitPlan, scene.reading);
  const { due } = unitPlan.course;
  const post = actor.posts.find((one) => one.unitId === unitPlan.unitId);
  const typed = (name: string, otherwise = ''): string =>
    rejected === undefined ? otherwise : (textOf(rejected.values, name) ?? '');
  const error = (name: string) => problemOf(rejected?.problems, name, t);
  const late =
    clock?.isLate &&
    due !== null &&
    unitPlan.course.versions.length === 0 &&
    notice({ kind: 'warning', text: t(dm.will_late, { n: clock.workingDays, date: formatDate(due.on) }) }, t);
  const asking = planTaskOf(scene.parent.tasks, scene.parent.plan.unitPlanWithin);
  const report =
    asking &&
    checkboxField(
      {
        label: t(dm.report_done, { code: asking.code, words: asking.words }),
        name: 'reportDone',
        checked: rejected === undefined || typed('reportDone') !== '',
        hint: t(dm.report_done_hint),
      },
      t,
    );
  const fields = html`${field({ label: t(dm.number), name: 'number', value: typed('number'), hint: t(dm.number_hint), required: true, width: 'medium', maxlength: 60, error: error('number') }, t)}${dateField({ label: t(dm.issued_on), name: 'issuedOn', value: typed('issuedOn', formatDate(context.today)), required: true, error: error('issuedOn') }, t)}${field({ label: t(dm.signer_name), name: 'signerName', value: typed('signerName', actor.name), required: true, maxlength: 120, error: error('signerName') }, t)}${field({ label: t(dm.signer_title), name: 'signerTitle', value: typed('signerTitle', post?.title ?? ''), required: true, maxlength: 200, error: error('signerTitle') }, t)}${report}`;
  return html`${late}${card({
    body: html`<p>${t(dm.will, { own: coverage.own })}</p><form method="post" action="${unitPlanHref(unitPlan.id)}/ban-hanh" novalidate>${csrfInput(context.csrf)}${fields}${buttonRow(button({ text: t(m.issue), kind: 'primary' }), linkButton({ href: unitPlanHref(unitPlan.id), text: t(dm.cancel) }))}</form>`,
  })}`;
}

export const issueForm = get({
  path: PATH,
  access: signedIn,
  rate: 'page',
  handle: (context, { params }) => issuePage(context, params.id),
});

export const issue = post({
  path: PATH,
  access: signedIn,
  rate: 'write',
  body: issueUnitPlanInput.omit({ unitPlanId: true }).extend({ reportDone: z.string().optional() }),
  async handle(context, tx, { params, body: { reportDone, ...body } }) {
    const { t } = context;
    const issued = await issueUnitPlan(context, tx, { ...body, unitPlanId: params.id });
    if (reportDone !== undefined) {
      const url = new URL(`${unitPlanHref(params.id)}?ban=${issued.version}`, context.url).href;
      await reportPlanTask(context, tx, { unitPlanId: params.id, url }, context.files);
    }
    const { number } = body;
    const counted = !issued.isRequest && issued.version === 1;
    const inTime = issued.isLate ? dm.issued_now_late : dm.issued_now;
    const message = counted ? inTime : dm.issued_again;
    return redirectTo(unitPlanHref(params.id), {
      kind: 'success',
      text: t(message, { number, n: issued.workingDays }),
    });
  },
  redisplay: (context, params, rejected) => issuePage(context, params.id ?? '', rejected),
});
