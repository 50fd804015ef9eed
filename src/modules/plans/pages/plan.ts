import { z } from 'zod';
import { formatDate } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { withQuery } from '../../../kernel/http/address.ts';
import { asOfDay } from '../../../kernel/http/as-of.ts';
import { answerPage, get, type RequestContext, signedIn } from '../../../kernel/http/route.ts';
import {
  asOfForm,
  card,
  chips,
  clauseWithTasks,
  codeText,
  details,
  emptyState,
  linkButton,
  notice,
  shell,
} from '../../../ui/index.ts';
import { am } from '../amendment-messages.ts';
import { m } from '../messages.ts';
import { type Plan, type PlanClause, wasIssued } from '../plan.ts';
import { mayDraft } from '../policy.ts';
import { type PlanReading, readPlan } from '../queries/read-plan.ts';
import { countsOf, type TaskCounts } from '../queries/task-list.ts';
import { lacksOf, type PlanTask } from '../task.ts';
import { citedLaw } from './cited-law.ts';
import {
  clauseAnchor,
  dueWords,
  lackBadges,
  leadName,
  type Names,
  namesFor,
  planBreadcrumb,
  planHref,
  planKicker,
  planTabs,
  shortContentName,
  taskHref,
} from './parts.ts';
import { decisions, planActions } from './plan-actions.ts';
import { planFacts } from './plan-facts.ts';
import { nthOf, versionNotices, versionQuery, withoutVersion } from './version-parts.ts';

export const planPage = get({
  path: '/ke-hoach/:id{[0-9a-f-]{36}}',
  access: signedIn,
  rate: 'page',
  query: z.object({
    'noi-dung': z.coerce.number().int().min(0).max(8).optional().catch(undefined),
    ...versionQuery,
  }),
  async handle(context, { params, query }) {
    const asOf = asOfDay(query.as_of, context.today);
    const reading = await readPlan(context, context.db, params.id, { version: query['phien-ban'], asOf });
    const { plan, isCurrent } = reading;
    const dimension = query['noi-dung'];
    const counts = countsOf(reading.tasks);
    const names = await namesFor(context, plan);
    const main = html`${isCurrent && planTabs(plan, 'plan', context)}${await versionNotices(reading, context)}${lackingNotice(plan, counts, context)}${citedLaw(reading, context)}${await planFacts(reading, context)}${contentChips(counts, dimension, context)}${body(reading, dimension, names, context)}${isCurrent && decisions(plan, context)}${wasIssued(plan) && asOfForm({ asOf, url: withoutVersion(context.url) }, context.t)}`;
    return answerPage(
      shell(context, {
        title: plan.title,
        kicker: planKicker(plan, context),
        ...(plan.number === null ? {} : { lead: numberLine(plan, context) }),
        active: 'plans',
        breadcrumb: planBreadcrumb(plan, context),
        actions: isCurrent ? planActions(plan, counts, context) : html``,
        main,
        wide: true,
      }),
    );
  },
});

function numberLine(plan: Plan, context: RequestContext): string {
  const { number, issuedOn, version } = plan;
  if (issuedOn === null) return `${context.t(m.number)}: ${number}`;
  const signed = context.t(m.numberAndDate, { number: number ?? '', date: formatDate(issuedOn) });
  if (version === 1) return signed;
  return context.t(am.signedInVersion, { signed, n: String(version), nth: String(nthOf(version)) });
}

function lackingNotice(plan: Plan, counts: TaskCounts, context: RequestContext): Html {
  const { t } = context;
  if (wasIssued(plan) || counts.lacking === 0) return html``;
  const action = linkButton({
    href: `${planHref(plan.id)}/nhiem-vu?thieu=any`,
    text: t(m.showThem),
    small: true,
  });
  return notice({ kind: 'warning', text: t(m.hasProblems, { count: counts.lacking }), action }, t);
}

function contentChips(counts: TaskCounts, dimension: number | undefined, context: RequestContext): Html {
  const { t, url } = context;
  if (counts.byDimension.length < 2) return html``;
  return chips(
    {
      label: t(m.contentsFilter),
      items: [
        {
          href: withQuery(url, { 'noi-dung': null }),
          text: t(m.allContents),
          count: counts.total,
          current: dimension === undefined,
        },
        ...counts.byDimension.map((one) => ({
          href: withQuery(url, { 'noi-dung': String(one.dimension) }),
          text: shortContentName(one.dimension, context),
          count: one.count,
          current: one.dimension === dimension,
        })),
      ],
    },
    t,
  );
}

/** Clauses of one content are those that carry it, those with a task of it, and all that stand above them. */
function clausesToShow(
  clauses: readonly PlanClause[],
  tasks: readonly PlanTask[],
  dimension: number | undefined,
): readonly PlanClause[] {
  if (dimension === undefined) return clauses;
  const parents = new Map(clauses.map((clause) => [clause.path, clause.parentPath]));
  const kept = new Set<string>();
  const withTasks = new Set(tasks.map((task) => task.clausePath));
  for (const clause of clauses) {
    if (clause.dimension !== dimension && !withTasks.has(clause.path)) continue;
    for (let path: string | null | undefined = clause.path; path; path = parents.get(path)) kept.add(path);
  }
  return clauses.filter((clause) => kept.has(clause.path));
}

function body(
  reading: PlanReading,
  dimension: number | undefined,
  names: Names,
  context: RequestContext,
): Html {
  const { t } = context;
  const { plan, clauses } = reading;
  const tasks =
    dimension === undefined ? reading.tasks : reading.tasks.filter((task) => task.dimension === dimension);
  const byClause = Map.groupBy(tasks, (task) => task.clausePath ?? '');
  const line = (task: PlanTask) => taskLine(reading, task, names, context);
  const known = new Set(clauses.map((clause) => clause.path));
  const loose = tasks.filter((task) => task.clausePath === null || !known.has(task.clausePath));
  if (clauses.length === 0 && tasks.length === 0) return emptyPlan(plan, context);
  const shown = clausesToShow(clauses, tasks, dimension);
  const jumps = shown.filter((clause) => ['part', 'section', 'subsection'].includes(clause.kind));
  const clauseOf = (clause: PlanClause): Html => {
    const own = byClause.get(clause.path) ?? [];
    const text = clauseText(clause);
    const name = clause.kind === 'part' ? 'clause clause-part' : 'clause';
    const content =
      own.length === 0 && isBareHeading(clause)
        ? text
        : clauseWithTasks({
            clause: text,
            tasks: own.length === 0 ? '' : html`<ul class="plain">${own.map(line)}</ul>`,
          });
    return html`<section class="${name}" id="${clauseAnchor(clause.path)}">${content}</section>`;
  };
  return html`${jumps.length > 1 && jumpList(jumps, context)}${shown.map(clauseOf)}${
    loose.length > 0 &&
    card({
      title: t(clauses.length === 0 ? m.tasks : m.tasksWithoutClause),
      body: html`<ul class="plain">${loose.map(line)}</ul>`,
    })
  }`;
}

function emptyPlan(plan: Plan, context: RequestContext): Html {
  const { t } = context;
  const action =
    plan.state === 'draft' && mayDraft(context.actor, plan)
      ? linkButton({
          href: `${planHref(plan.id)}/nhap`,
          text: t(m.importFiles),
          kind: 'primary',
          icon: 'upload',
        })
      : undefined;
  return emptyState({ title: t(m.noClauses), text: t(m.noClausesText), action });
}

function jumpList(clauses: readonly PlanClause[], context: RequestContext): Html {
  const links = clauses.map(
    (clause) => html`<li><a href="#${clauseAnchor(clause.path)}">${clause.label} ${clause.title}</a></li>`,
  );
  return html`<div class="jump">${details(context.t(m.parts), html`<ul class="plain">${links}</ul>`)}</div>`;
}

/** The words of the clause after its heading; all of them when it has none. */
function wordsOf(clause: PlanClause): { heading: boolean; rest: readonly string[] } {
  const paragraphs = clause.body.split('\n').filter(Boolean);
  const isTitled = ['part', 'section', 'subsection'].includes(clause.kind);
  const heading = isTitled && (paragraphs[0] ?? '').startsWith(clause.title);
  return { heading, rest: heading ? paragraphs.slice(1) : paragraphs };
}

function isBareHeading(clause: PlanClause): boolean {
  const { heading, rest } = wordsOf(clause);
  return heading && rest.length === 0;
}

/** A heading says itself; other clauses give their words with the label before them. */
function clauseText(clause: PlanClause): Html {
  const { heading, rest } = wordsOf(clause);
  const title = html`${clause.label} ${clause.title}`;
  const top = !heading ? '' : clause.kind === 'part' ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`;
  const label = html`<strong>${clause.label}</strong> `;
  return html`${codeText(clause.path)}${top}${rest.map((text, index) => html`<p>${!heading && index === 0 && label}${text}</p>`)}`;
}

function taskLine({ plan, asOf }: PlanReading, task: PlanTask, names: Names, context: RequestContext): Html {
  const now = taskHref(plan, task.id, context);
  const href = now !== undefined && asOf !== null ? `${now}?as_of=${asOf}` : now;
  const title = html`<strong>${task.code}</strong> ${task.words}`;
  const lead = leadName(task, names);
  const facts = [lead, dueWords(task, context)].filter(Boolean).join(' · ');
  const lacks = lacksOf(task);
  return html`<li class="task-line">${href ? html`<a href="${href}">${title}</a>` : title}<span class="line-sub">${facts}${lacks.length > 0 && html` ${lackBadges(lacks, context)}`}</span></li>`;
}
