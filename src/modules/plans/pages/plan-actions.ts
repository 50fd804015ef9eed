import { type Html, html } from '../../../kernel/html.ts';
import { only, post, type RequestContext, redirectTo } from '../../../kernel/http/route.ts';
import { button, buttonRow, confirmAction, csrfInput, linkButton, textareaField } from '../../../ui/index.ts';
import { am } from '../amendment-messages.ts';
import { closePlan, closePlanInput } from '../commands/close-plan.ts';
import { returnPlan, returnPlanInput, submitPlan, submitPlanInput } from '../commands/submit-plan.ts';
import { m } from '../messages.ts';
import { type Plan, wasIssued } from '../plan.ts';
import { mayDraft, mayDraftSomething, mayIssue, mayIssueSomething } from '../policy.ts';
import type { TaskCounts } from '../queries/task-list.ts';
import { planHref } from './parts.ts';
import { amendmentsHref } from './version-parts.ts';

/** What this person can do next with the plan, the likeliest first. */
export function planActions(plan: Plan, counts: TaskCounts, context: RequestContext): Html {
  const { t, actor, csrf } = context;
  const base = planHref(plan.id);
  const drafts = mayDraft(actor, plan);
  const issues = mayIssue(actor, plan);
  const ready = counts.total > 0 && counts.lacking === 0;
  const open = plan.state === 'draft' || plan.state === 'submitted';
  const issue =
    open && issues && counts.total > 0
      ? linkButton({ href: `${base}/ban-hanh`, text: t(m.issue), kind: ready ? 'primary' : 'secondary' })
      : '';
  const submit =
    plan.state === 'draft' && drafts && counts.total > 0
      ? html`<form method="post" action="${base}/trinh">${csrfInput(csrf)}${button({ text: t(m.submit) })}</form>`
      : '';
  const edit =
    plan.state === 'draft' && drafts ? linkButton({ href: `${base}/sua`, text: t(m.editHead) }) : '';
  const work = wasIssued(plan)
    ? linkButton({ href: `/dieu-hanh?ke-hoach=${plan.id}`, text: t(m.showWork), icon: 'chart' })
    : '';
  const amend =
    plan.state === 'issued' && drafts
      ? linkButton({ href: amendmentsHref(plan.id), text: t(am.amendments) })
      : '';
  return html`${issue}${submit}${edit}${work}${amend}${paperLinks(base, context)}`;
}

/** The plan as its office would print it. */
function paperLinks(base: string, { t }: RequestContext): Html {
  const href = (format: string) => `${base}/van-ban?dinh-dang=${format}`;
  return html`${linkButton({ href: href('docx'), text: t(m.paperWord), download: true })}${linkButton({ href: href('pdf'), text: t(m.paperPdf), download: true })}`;
}

/** Acts that end something stand below the plan and ask first. */
export function decisions(plan: Plan, context: RequestContext): Html {
  const { t, actor, csrf } = context;
  const base = planHref(plan.id);
  const issues = mayIssue(actor, plan);
  const giveBack =
    plan.state === 'submitted' && issues
      ? confirmAction({
          summary: t(m.giveBack),
          explain: t(m.giveBackExplain),
          action: `${base}/tra-lai`,
          csrf,
          button: t(m.giveBack),
          fields: textareaField(
            { label: t(m.giveBackReason), name: 'reason', required: true, rows: 3, maxlength: 2000 },
            t,
          ),
        })
      : '';
  const close =
    plan.state === 'issued' && issues
      ? confirmAction({
          summary: t(m.close),
          explain: t(m.closeExplain),
          action: `${base}/ket-thuc`,
          csrf,
          button: t(m.close),
        })
      : '';
  return html`${giveBack}${close}${lateActs(plan, context)}`;
}

/** What is done rarely with a plan that was signed; each has a page of its own. */
function lateActs(plan: Plan, context: RequestContext): Html {
  const { t, actor } = context;
  const base = planHref(plan.id);
  const isOpen = plan.state === 'issued';
  const acts = [
    mayDraft(actor, plan) &&
      (isOpen || plan.state === 'closed') &&
      linkButton({ href: `${base}/nam-sau`, text: t(am.nextYear) }),
    isOpen && mayIssue(actor, plan) && linkButton({ href: `${base}/dinh-chinh`, text: t(am.correct) }),
    isOpen && mayIssue(actor, plan) && linkButton({ href: `${base}/thu-hoi`, text: t(am.withdraw) }),
  ];
  return acts.some(Boolean) ? buttonRow(...acts) : html``;
}

const standing = only('cơ quan thường trực', mayDraftSomething);
const signers = only('lãnh đạo UBND, cơ quan thường trực', mayIssueSomething);

export const submit = post({
  path: '/ke-hoach/:id{[0-9a-f-]{36}}/trinh',
  access: standing,
  rate: 'write',
  body: submitPlanInput.omit({ planId: true }),
  async handle(context, tx, { params }) {
    await submitPlan(context, tx, { planId: params.id });
    return redirectTo(planHref(params.id), { kind: 'success', text: context.t(m.submittedNow) });
  },
});

export const giveBack = post({
  path: '/ke-hoach/:id{[0-9a-f-]{36}}/tra-lai',
  access: signers,
  rate: 'write',
  body: returnPlanInput.omit({ planId: true }),
  async handle(context, tx, { params, body }) {
    await returnPlan(context, tx, { ...body, planId: params.id });
    return redirectTo(planHref(params.id), { kind: 'success', text: context.t(m.returnedNow) });
  },
});

export const close = post({
  path: '/ke-hoach/:id{[0-9a-f-]{36}}/ket-thuc',
  access: signers,
  rate: 'write',
  body: closePlanInput.omit({ planId: true }),
  async handle(context, tx, { params }) {
    await closePlan(context, tx, { planId: params.id });
    return redirectTo(planHref(params.id), { kind: 'success', text: context.t(m.closedNow) });
  },
});
