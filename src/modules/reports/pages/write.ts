import { z } from 'zod';
import { formatInstant } from '../../../kernel/dates.ts';
import { ensure } from '../../../kernel/errors.ts';
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
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import {
  button,
  buttonRow,
  card,
  changedText,
  csrfInput,
  errorSummary,
  linkButton,
  notice,
  problemOf,
  shell,
  textareaField,
} from '../../../ui/index.ts';
import { savePart, savePartInput } from '../commands/save-part.ts';
import { plainText } from '../domain/content.ts';
import { textDifference } from '../domain/difference.ts';
import { isPart, type PartKey, partTitle } from '../domain/parts.ts';
import type { PartView } from '../domain/parts-view.ts';
import { isWritable } from '../domain/report.ts';
import { reportErrors } from '../errors.ts';
import { reportLimits } from '../limits.ts';
import { wm } from '../messages.ts';
import { mayWrite } from '../policy.ts';
import { revisionsOf } from '../queries/edits.ts';
import { type ReportScene, readScene, shownParts } from '../scene.ts';
import { crumbs, KIND_NAMES, REPORT_PATH, reportHref } from './parts.ts';
import { newsCard, proposalCard, revisionsView } from './proposal-view.ts';
import { reportReading, visibleReport } from './reading.ts';

const PATH = `${REPORT_PATH}/soan/:part{[a-z_0-9]{1,40}}` as const;

/** The report while it may be written by whoever asks. */
export async function writableScene(context: RequestContext, id: string): Promise<ReportScene> {
  const reading = await reportReading(context);
  const report = await visibleReport(context, reading, id);
  ensure(mayWrite(context.actor, report), kernelErrors.forbidden);
  ensure(isWritable(report.state), reportErrors.not_writable);
  return readScene(context.db, report, context.now, reading.day);
}

function partList(context: RequestContext, scene: ReportScene, current: PartKey): Html {
  const { t } = context;
  const { report } = scene;
  const lacking = new Set(scene.lacks.flatMap((lack) => (lack.kind === 'part' ? [lack.part] : [])));
  const items = shownParts(scene).map(({ part, edited, news }) => {
    const marks = [
      ...(lacking.has(part) ? [t(wm.mark_missing)] : []),
      ...(edited ? [t(wm.mark_edited)] : []),
      ...(news.length > 0 ? [t(wm.mark_news)] : []),
    ];
    const note = marks.length > 0 && html` <span class="line-sub">(${marks.join(', ')})</span>`;
    const title = t(partTitle(part, report.kind));
    return part === current
      ? html`<li><strong aria-current="page">${title}</strong>${note}</li>`
      : html`<li><a href="${reportHref(report.id)}/soan/${part}">${title}</a>${note}</li>`;
  });
  return html`<nav aria-label="${t(wm.parts)}">${card({ title: t(wm.parts), body: html`<ol class="plain">${items}</ol>` })}</nav>`;
}

function conflictNotice(context: RequestContext, view: PartView, typed: string): Html {
  const { t } = context;
  const { edited } = view;
  const told = { name: edited?.changedByName ?? '', at: edited ? formatInstant(edited.changedAt) : '' };
  return card({
    title: t(wm.conflict, told),
    body: html`<p>${t(wm.conflict_what, told)}</p>${changedText(textDifference(view.words, plainText(typed)), t)}`,
  });
}

async function writePage(
  context: RequestContext,
  id: string,
  key: string,
  rejected?: Rejected,
): Promise<Answer> {
  const { t, csrf, db } = context;
  ensure(isPart(key), reportErrors.not_found);
  const scene = await writableScene(context, id);
  const view = scene.parts.find((one) => one.part === key);
  ensure(view, reportErrors.not_found);
  const { report, period, unitName } = scene;
  const typed = rejected?.values.words;
  const words = typeof typed === 'string' ? typed : view.words;
  const isConflict = rejected?.error.type === reportErrors.changed_meanwhile;
  const problems = rejected && !isConflict ? rejected.problems : undefined;
  const title = t(partTitle(key, report.kind));
  const form = html`<form method="post" action="${reportHref(id)}/soan/${key}" novalidate>${csrfInput(csrf)}<input type="hidden" name="revision" value="${view.revision}">${textareaField({ label: t(wm.words), name: 'words', value: words, hint: t(wm.words_hint), rows: 14, maxlength: reportLimits.part_length, error: problemOf(problems, 'words', t) }, t)}${buttonRow(button({ text: t(wm.save_next), kind: 'primary', name: 'change', value: 'words_next' }), button({ text: t(wm.save), name: 'change', value: 'words' }), linkButton({ href: `${reportHref(id)}#${key}`, text: t(wm.cancel) }))}</form>`;
  const state = view.edited
    ? notice(
        {
          kind: 'info',
          text: t(wm.edited_by, {
            name: view.edited.changedByName,
            at: formatInstant(view.edited.changedAt),
          }),
        },
        t,
      )
    : view.sentences.length > 0 && notice({ kind: 'info', text: t(wm.proposal_untouched) }, t);
  const revisions = await revisionsOf(db, id, key);
  const main = html`${errorSummary(problems, t)}${isConflict && conflictNotice(context, view, words)}${newsCard(context, report.id, view)}${state}${card({ body: form })}${proposalCard(context, scene, view)}${revisionsView(context, revisions)}${partList(context, scene, key)}`;
  return answerPage(
    shell(context, {
      title,
      kicker: `${t(KIND_NAMES[report.kind])}: ${t(period.name)} · ${unitName}`,
      active: 'reports',
      breadcrumb: crumbs(
        context,
        { day: { today: context.today, asOf: null } },
        { href: reportHref(id), text: `${t(KIND_NAMES[report.kind])}: ${t(period.name)}` },
        { text: title },
      ),
      main,
    }),
  );
}

export const write = get({
  path: PATH,
  access: signedIn,
  rate: 'page',
  handle: (context, { params }) => writePage(context, params.id, params.part),
});

const body = savePartInput
  .omit({ reportId: true, part: true, change: true })
  .extend({ change: z.enum(['words', 'words_next', 'proposal', 'news', 'seen']) });

export const saveWritten = post({
  path: PATH,
  access: signedIn,
  rate: 'write',
  body,
  unaudited: 'words sent back as they were shown change nothing; words that change are recorded',
  async handle(context, tx, { params, body: { change, ...rest } }) {
    const { id, part } = params;
    const isNext = change === 'words_next';
    const saved = await savePart(context, tx, {
      ...rest,
      change: isNext ? 'words' : change,
      reportId: id,
      part,
    });
    const { t } = context;
    const to = isNext ? saved.next : saved.part;
    return redirectTo(to === null ? reportHref(id) : `${reportHref(id)}/soan/${to}`, {
      kind: saved.changed ? 'success' : 'info',
      text: t(saved.changed ? wm.saved : wm.saved_nothing, { part: partTitle(saved.part, saved.kind) }),
    });
  },
  redisplay: (context, params, rejected) => writePage(context, params.id ?? '', params.part ?? '', rejected),
});
