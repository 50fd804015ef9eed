import { parseVietnameseDate } from '../../../../kernel/dates.ts';
import { html } from '../../../../kernel/html.ts';
import {
  type Answer,
  answerPage,
  get,
  post,
  type Rejected,
  type RequestContext,
  redirectTo,
} from '../../../../kernel/http/route.ts';
import {
  button,
  buttonRow,
  card,
  csrfInput,
  dateField,
  emptyState,
  errorSummary,
  field,
  linkButton,
  notice,
  problemOf,
  shell,
  textareaField,
} from '../../../../ui/index.ts';
import { am } from '../../amendment-messages.ts';
import {
  amendmentBlockers,
  issueAmendment,
  issueAmendmentInput,
  placedChanges,
} from '../../commands/issue-amendment.ts';
import { countKinds } from '../../domain/amendment.ts';
import { m } from '../../messages.ts';
import { stampOf } from '../../stamp.ts';
import { selectTasks } from '../../store/tasks.ts';
import { problemsOf } from '../head-form.ts';
import { blockersTable, planKicker } from '../parts.ts';
import { amendmentHref, draftHref, nthOf } from '../version-parts.ts';
import { draftBreadcrumb, heldDraft, signing } from './held.ts';
import { changesTable } from './table.ts';

const PATH = '/ke-hoach/:id{[0-9a-f-]{36}}/sua-doi/du-thao/ban-hanh';

async function issuePage(context: RequestContext, planId: string, rejected?: Rejected): Promise<Answer> {
  const { t, db, csrf } = context;
  const held = await heldDraft(context, planId);
  const { plan, amendment, changes, names } = held;
  const n = String(nthOf(amendment.version));
  const value = (name: string, otherwise = ''): string => {
    const typed = rejected?.values[name];
    return typeof typed === 'string' ? typed : otherwise;
  };
  const problems = rejected ? problemsOf(rejected).filter((one) => !one.field.startsWith('task:')) : [];
  const day = parseVietnameseDate(value('issuedOn')) ?? context.today;
  const placed = placedChanges(plan.id, await selectTasks(db, plan.id), changes);
  const blockers = await amendmentBlockers(db, placed, day);
  const counts = t(am.counts, { ...countKinds(placed) });
  const base = draftHref(plan.id);
  const error = (name: string) => problemOf(problems, name, t);
  const fields = html`${field({ label: t(m.number), name: 'number', value: value('number'), required: true, width: 'medium', maxlength: 60, hint: t(m.numberHint), error: error('number') }, t)}${dateField({ label: t(am.issuedOn), name: 'issuedOn', value: value('issuedOn'), required: true, error: error('issuedOn') }, t)}${field({ label: t(m.signerName), name: 'signerName', value: value('signerName'), required: true, maxlength: 120, error: error('signerName') }, t)}${field({ label: t(m.signerTitle), name: 'signerTitle', value: value('signerTitle', plan.signerTitle ?? ''), optional: true, maxlength: 200, error: error('signerTitle') }, t)}${textareaField({ label: t(am.startWhy), name: 'reason', value: value('reason', amendment.reason), required: true, rows: 3, maxlength: 2000, error: error('reason') }, t)}`;
  const form = html`<form method="post" action="${base}/ban-hanh" novalidate>${csrfInput(csrf)}<input type="hidden" name="seen" value="${stampOf(changes)}">${fields}${buttonRow(button({ text: t(am.issue), kind: 'primary' }), linkButton({ href: base, text: t(m.cancel) }))}</form>`;
  const table = changesTable(context, {
    caption: t(am.draft, { n }),
    names,
    changes: changes.map((one) => ({ ...one, after: one.content })),
    empty: emptyState({ title: t(am.noChanges), text: t(am.noChangesText) }),
  });
  const will = notice({ kind: 'info', text: t(am.issueWill, { n: String(amendment.version), counts }) }, t);
  // A unit that does not stand on the day may only mean that the day is wrong.
  const unready = changes.length === 0 || blockers.some(({ lacks }) => lacks.some((lack) => lack !== 'unit'));
  const title = t(am.issueTitle, { n });
  return answerPage(
    shell(context, {
      title,
      kicker: planKicker(plan, context),
      lead: t(am.issueLead),
      active: 'plans',
      breadcrumb: draftBreadcrumb(held, context, t(am.issue)),
      main: html`${errorSummary(problems, t)}${blockers.length > 0 && blockersTable(context, { caption: t(am.blocked, { count: blockers.length }), blockers, href: (taskId) => `${base}/nhiem-vu/${taskId}` })}${!unready && html`${will}${card({ body: form })}`}${table}`,
      wide: true,
    }),
  );
}

export const issueDraftForm = get({
  path: PATH,
  access: signing,
  rate: 'page',
  handle: (context, { params }) => issuePage(context, params.id),
});

export const issueDraft = post({
  path: PATH,
  access: signing,
  rate: 'write',
  body: issueAmendmentInput.omit({ planId: true }),
  async handle(context, tx, { params, body }) {
    const { plan } = await issueAmendment(context, tx, { ...body, planId: params.id });
    const { version } = plan;
    return redirectTo(amendmentHref(params.id, version), {
      kind: 'success',
      text: context.t(am.issued, {
        n: String(nthOf(version)),
        number: body.number,
        version: String(version),
      }),
    });
  },
  redisplay: (context, params, rejected) => issuePage(context, params.id, rejected),
});
