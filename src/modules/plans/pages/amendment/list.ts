import { formatDate, vietnamDate } from '../../../../kernel/dates.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import {
  type Answer,
  answerPage,
  get,
  post,
  type Rejected,
  type RequestContext,
  redirectTo,
  signedIn,
} from '../../../../kernel/http/route.ts';
import {
  button,
  buttonRow,
  card,
  csrfInput,
  dataTable,
  emptyState,
  errorSummary,
  linkButton,
  problemOf,
  shell,
  textareaField,
} from '../../../../ui/index.ts';
import { visiblePlan } from '../../access.ts';
import { am } from '../../amendment-messages.ts';
import { startAmendment, startAmendmentInput } from '../../commands/start-amendment.ts';
import { m } from '../../messages.ts';
import type { Plan } from '../../plan.ts';
import { mayDraft, mayIssue } from '../../policy.ts';
import { type Amendment, amendmentsOf } from '../../store/amendments.ts';
import { problemsOf } from '../head-form.ts';
import { planBreadcrumb, planHref, planKicker } from '../parts.ts';
import { amendmentHref, amendmentsHref, draftHref, nthOf } from '../version-parts.ts';
import { drafting } from './held.ts';

const PATH = '/ke-hoach/:id{[0-9a-f-]{36}}/sua-doi';

async function listPage(context: RequestContext, planId: string, rejected?: Rejected): Promise<Answer> {
  const { t, db, actor } = context;
  const plan = await visiblePlan(context, db, planId);
  const all = await amendmentsOf(db, plan.id);
  const issued = all.filter((one) => one.state === 'issued');
  const draft = mayIssue(actor, plan) ? all.find((one) => one.state === 'draft') : undefined;
  const starts = plan.state === 'issued' && !draft && mayDraft(actor, plan);
  const table = dataTable(
    {
      caption: t(am.amendments),
      columns: [
        { key: 'nth', label: t(am.amendments), primary: true },
        { key: 'number', label: t(m.number), width: 'fit' },
        { key: 'date', label: t(am.issuedOn), width: 'fit' },
        { key: 'reason', label: t(am.reason) },
        { key: 'read', label: t(am.version), width: 'fit' },
      ],
      rows: issued.map((one) => rowOf(plan, one, context)),
      empty: emptyState({ title: t(am.none), text: t(am.noneText) }),
    },
    t,
  );
  const compare =
    issued.length > 0 &&
    buttonRow(
      linkButton({ href: `${planHref(plan.id)}/so-sanh`, text: t(am.compare) }),
      linkButton({ href: `${planHref(plan.id)}?phien-ban=1`, text: t(am.readVersion, { n: '1' }) }),
    );
  const main = html`${draft && draftCard(plan, draft, context)}${table}${compare}${starts && startForm(plan, context, rejected)}`;
  return answerPage(
    shell(context, {
      title: t(am.amendments),
      kicker: planKicker(plan, context),
      lead: t(am.amendmentsLead),
      active: 'plans',
      breadcrumb: planBreadcrumb(plan, context, t(am.amendments)),
      main,
      wide: true,
    }),
  );
}

function rowOf(plan: Plan, { version, number, issuedOn, reason }: Amendment, { t }: RequestContext) {
  return {
    href: amendmentHref(plan.id, version),
    cells: [
      t(am.nth, { n: String(nthOf(version)) }),
      number,
      issuedOn === null ? '' : formatDate(issuedOn),
      reason,
      html`<a href="${planHref(plan.id)}?phien-ban=${version}">${t(am.versionN, { n: String(version) })}</a>`,
    ],
  };
}

function draftCard(plan: Plan, draft: Amendment, { t }: RequestContext): Html {
  const by = t(am.draftBy, { name: draft.createdByName, date: formatDate(vietnamDate(draft.createdAt)) });
  return card({
    title: t(am.draft, { n: String(nthOf(draft.version)) }),
    note: by,
    body: html`<p>${draft.reason}</p>${buttonRow(linkButton({ href: draftHref(plan.id), text: t(am.openDraft), kind: 'primary' }))}`,
  });
}

function startForm(plan: Plan, { t, csrf }: RequestContext, rejected?: Rejected): Html {
  const problems = rejected ? problemsOf(rejected) : [];
  const typed = rejected?.values.reason;
  const reason = textareaField(
    {
      label: t(am.startWhy),
      name: 'reason',
      value: typeof typed === 'string' ? typed : '',
      hint: t(am.startWhyHint),
      rows: 3,
      maxlength: 2000,
      required: true,
      error: problemOf(problems, 'reason', t),
    },
    t,
  );
  return html`${errorSummary(problems, t)}${card({
    title: t(am.start),
    body: html`<form method="post" action="${amendmentsHref(plan.id)}" novalidate>${csrfInput(csrf)}${reason}${buttonRow(button({ text: t(am.start), kind: 'primary' }))}</form>`,
  })}`;
}

export const amendmentList = get({
  path: PATH,
  access: signedIn,
  rate: 'page',
  handle: (context, { params }) => listPage(context, params.id),
});

export const beginAmendment = post({
  path: PATH,
  access: drafting,
  rate: 'write',
  body: startAmendmentInput.omit({ planId: true }),
  async handle(context, tx, { params, body }) {
    await startAmendment(context, tx, { ...body, planId: params.id });
    return redirectTo(draftHref(params.id), { kind: 'success', text: context.t(am.started) });
  },
  redisplay: (context, params, rejected) => listPage(context, params.id, rejected),
});
