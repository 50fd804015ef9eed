import { formatDate } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { card, type DefinitionItem, definitionList, details, notice } from '../../../ui/index.ts';
import { m, periodWords } from '../messages.ts';
import type { Plan } from '../plan.ts';
import { maySee } from '../policy.ts';
import type { PlanReading } from '../queries/read-plan.ts';
import { lastReturn, loadPlan } from '../store/plans.ts';
import { planHref } from './parts.ts';
import { versionFacts } from './version-parts.ts';

async function parentOf(plan: Plan, context: RequestContext): Promise<DefinitionItem[]> {
  const term = context.t(m.parentPlan);
  const parent =
    plan.parentPlanId === null ? undefined : await loadPlan(context.db, plan.parentPlanId, context.today);
  if (parent && maySee(context.actor, parent))
    return [{ term, value: html`<a href="${planHref(parent.id)}">${parent.number ?? parent.title}</a>` }];
  return plan.parentCitation === null ? [] : [{ term, value: plan.parentCitation }];
}

function signerOf(plan: Plan, context: RequestContext): DefinitionItem[] {
  if (plan.signerName === null) return [];
  const value = [plan.signerName, plan.signerTitle].filter(Boolean).join(', ');
  return [{ term: context.t(m.signer), value }];
}

/** What stands at the head and foot of the document; long lists fold away. */
export async function planFacts(reading: PlanReading, context: RequestContext): Promise<Html> {
  const { t } = context;
  const { plan, bases, recipients } = reading;
  const items: DefinitionItem[] = [
    { term: t(m.unit), value: html`<a href="/don-vi/${plan.unitId}">${plan.unitName}</a>` },
    ...(await parentOf(plan, context)),
    { term: t(m.regularPeriod), value: t(periodWords[plan.regularPeriod]) },
    {
      term: t(m.unitPlanWithin),
      value:
        plan.unitPlanWithin === null
          ? t(m.unitPlanNone)
          : t(m.unitPlanWithinDays, { n: plan.unitPlanWithin }),
    },
    ...signerOf(plan, context),
    ...(await versionFacts(reading, context)),
  ];
  const lists = html`${bases.length > 0 && details(`${t(m.bases)} (${bases.length})`, html`<ul>${bases.map((basis) => html`<li>${basis.citation}</li>`)}</ul>`)}${recipients.length > 0 && details(`${t(m.recipients)} (${recipients.length})`, html`<ul>${recipients.map(({ words, purpose }) => html`<li>${words}${purpose !== null && ` (${purpose})`}</li>`)}</ul>`)}`;
  return html`${await returnedNotice(plan, context)}${card({ body: html`${definitionList(items)}${lists}` })}`;
}

async function returnedNotice(plan: Plan, context: RequestContext): Promise<Html> {
  const { t } = context;
  const last = plan.state === 'draft' ? await lastReturn(context.db, plan.id) : undefined;
  if (!last) return html``;
  return notice(
    { kind: 'info', text: t(m.returnedBecause, { date: formatDate(last.on), reason: last.reason }) },
    t,
  );
}
