import { z } from 'zod';
import { formatDate } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { answerPage, get, type RequestContext, signedIn } from '../../../kernel/http/route.ts';
import { compareVietnamese } from '../../../kernel/i18n.ts';
import {
  button,
  buttonRow,
  card,
  csrfInput,
  definitionList,
  details,
  emptyState,
  linkButton,
  shell,
} from '../../../ui/index.ts';
import {
  asOfForm,
  asOfNotice,
  asOfSchema,
  onSameDay,
  type Reading,
  readingOf,
} from '../../assignments/index.ts';
import { type Plan, planById } from '../../plans/index.ts';
import { citationOf } from '../domain/first-words.ts';
import { isOpen } from '../domain/state.ts';
import { m } from '../messages.ts';
import { mayDraft, mayFollow, mayIssue, maySee } from '../policy.ts';
import { type UnitPlan, unitPlans } from '../queries/unit-plans.ts';
import {
  clockOf,
  lateWords,
  registerHref,
  tookWords,
  unitPlanBadge,
  unitPlanDue,
  unitPlanHref,
} from './parts.ts';

const mineQuery = z.object({ 'don-vi': z.uuid().optional().catch(undefined), as_of: asOfSchema });

/** What a unit owes to the plans above it, and the next step of each: receive, write, issue. */
export const mine = get({
  path: '/ke-hoach-don-vi',
  access: signedIn,
  rate: 'page',
  query: mineQuery,
  async handle(context, { query }) {
    const { t, db, actor } = context;
    const reading = await readingOf(context, query.as_of);
    const unitId = query['don-vi'] ?? actor.current?.unitId;
    if (unitId === undefined) {
      const main = emptyState({ title: t(m.no_post) });
      return answerPage(shell(context, { title: t(m.unit_plans), active: 'unit-plans', main }));
    }
    const found = await unitPlans(db, { unitId }, reading.day);
    const seen = found.filter((one) => maySee(actor, one));
    const plans = await parentsOf(context, reading, seen);
    const ordered = [...seen].sort((a, b) => order(a, plans) - order(b, plans));
    const name = reading.units.names.get(unitId) ?? '';
    const cards = ordered.map((one) => obligationCard(context, reading, one, plans.get(one.planId)));
    const empty = html`<div class="card">${emptyState({ title: t(m.none), text: t(m.none_what) })}</div>`;
    return answerPage(
      shell(context, {
        title: t(m.unit_plans),
        kicker: [name, formatDate(reading.day.today)].filter(Boolean).join(' · '),
        lead: t(m.lead),
        active: 'unit-plans',
        main: html`${asOfNotice(context, reading)}${cards.length === 0 ? empty : cards}${followed(context, reading, plans, seen)}${details(t(m.rule_title), html`<p>${t(m.rule)}</p>`)}${asOfForm(context, reading)}`,
      }),
    );
  },
});

async function parentsOf(
  context: RequestContext,
  reading: Reading,
  seen: readonly UnitPlan[],
): Promise<ReadonlyMap<string, Plan>> {
  const plans = new Map<string, Plan>();
  for (const planId of new Set(seen.map((one) => one.planId))) {
    const plan = await planById(context.db, planId, reading.day.today);
    if (plan) plans.set(planId, plan);
  }
  return plans;
}

/** What is awaited first, then the newest year. */
function order(one: UnitPlan, plans: ReadonlyMap<string, Plan>): number {
  const waits = isOpen(one.course) || one.state === 'returned' ? 0 : 1;
  return waits * 10_000 - (plans.get(one.planId)?.year ?? 0);
}

/** A parent plan in its own words of citation: "Kế hoạch số 15/KH-UBND ngày … của …". */
export function parentCited(plan: Plan | undefined, unitPlan: UnitPlan): string {
  const issuedOn = unitPlan.course.parentIssuedOn;
  if (!plan || issuedOn === null) return '';
  return citationOf({ title: plan.title, number: plan.number ?? '', issuedOn, issuerName: plan.unitName });
}

function obligationCard(
  context: RequestContext,
  reading: Reading,
  unitPlan: UnitPlan,
  plan: Plan | undefined,
): Html {
  const { t } = context;
  const clock = clockOf(unitPlan, reading);
  const { course } = unitPlan;
  const version = course.versions.at(-1);
  const items = [
    { term: t(m.state), value: unitPlanBadge(context, unitPlan, clock) },
    { term: t(m.due), value: dueWithReason(context, reading, unitPlan) },
    {
      term: t(m.receipt),
      value: course.received
        ? t(m.received_by, { name: course.received.by, date: formatDate(course.received.on) })
        : t(m.not_yet),
    },
    ...(version
      ? [
          {
            term: t(m.issued_as),
            value: t(m.number_date, { number: version.number, date: formatDate(version.issuedOn) }),
          },
        ]
      : []),
    ...(clock && !unitPlan.isRequest && course.versions.length > 0
      ? [
          {
            term: t(m.taken),
            value: `${tookWords(context, clock.workingDays)}${clock.isLate ? `, ${lateWords(context, clock)}` : ''}`,
          },
        ]
      : []),
  ];
  return card({
    title: plan?.title ?? '',
    note: html`<a href="${onSameDay(reading, `/ke-hoach/${unitPlan.planId}`)}">${parentCited(plan, unitPlan)}</a>`,
    body: html`${definitionList(items)}${nextSteps(context, reading, unitPlan)}`,
  });
}

/** The clock with how the day was found. */
export function dueWithReason(context: RequestContext, reading: Reading, unitPlan: UnitPlan): Html {
  const { t, lang } = context;
  const { due } = unitPlan.course;
  const clock = clockOf(unitPlan, reading);
  const waits = clock && isOpen(unitPlan.course) && !unitPlan.isRequest;
  return html`${unitPlanDue(context, reading, unitPlan)}${waits && html`<p class="line-sub">${t(m.clock_day, { n: clock.workingDays })}</p>`}${
    due &&
    details(
      t(m.due_how),
      html`<p>${due.explained[lang]}</p><p>${t(m.calendar_version, { version: due.calendar })}</p>`,
    )
  }`;
}

/** What this person can do next with the plan, the likeliest first; a day of the past is only read. */
export function nextSteps(
  context: RequestContext,
  reading: Reading,
  unitPlan: UnitPlan,
  isHere = false,
): Html {
  const { t, actor, csrf } = context;
  const href = unitPlanHref(unitPlan.id);
  const open = !isHere && linkButton({ href: onSameDay(reading, href), text: t(m.open) });
  if (reading.day.asOf !== null || unitPlan.state === 'void' || !mayDraft(actor, unitPlan))
    return buttonRow(open);
  const { course } = unitPlan;
  const next = course.versions.length + 1;
  const receive =
    course.received === null &&
    html`<form method="post" action="${href}/nhan">${csrfInput(csrf)}${button({ text: t(m.receive), kind: 'primary' })}</form>`;
  const isFirst = next === 1;
  const isAsked = isFirst ? course.received !== null : unitPlan.state === 'returned';
  const begin =
    course.drafting === null &&
    html`<form method="post" action="${href}/bat-dau">${csrfInput(csrf)}${button({ text: isFirst ? t(m.begin) : t(m.begin_next, { n: next }), kind: isAsked ? 'primary' : 'secondary' })}</form>`;
  const write =
    course.drafting !== null && linkButton({ href: `${href}/soan`, text: t(m.go_on), kind: 'primary' });
  const issue =
    course.drafting !== null &&
    mayIssue(actor, unitPlan) &&
    linkButton({ href: `${href}/ban-hanh`, text: t(m.issue) });
  return buttonRow(receive, begin, write, issue, open);
}

/** The registers of the plans that this person follows. */
function followed(
  context: RequestContext,
  reading: Reading,
  plans: ReadonlyMap<string, Plan>,
  seen: readonly UnitPlan[],
): Html {
  const { t, actor } = context;
  const own = seen.filter((one) => mayFollow(actor, one));
  if (own.length === 0) return html``;
  const links = [...new Set(own.map((one) => one.planId))]
    .flatMap((planId) => plans.get(planId) ?? [])
    .sort((a, b) => compareVietnamese(a.title, b.title))
    .map(
      (plan) =>
        html`<li><a href="${onSameDay(reading, registerHref(plan.id))}">${t(m.register)}: ${plan.title}</a></li>`,
    );
  return card({ title: t(m.register), body: html`<ul>${links}</ul>` });
}
