import { formatDate, formatInstant, vietnamDate } from '../../../kernel/dates.ts';
import { ensure } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import {
  type Answer,
  answerPage,
  get,
  type Rejected,
  type RequestContext,
  signedIn,
} from '../../../kernel/http/route.ts';
import {
  card,
  type DefinitionItem,
  definitionList,
  details,
  errorSummary,
  linkButton,
  notice,
  shell,
  tag,
} from '../../../ui/index.ts';
import { CITATION, resultsOf } from '../../papi/index.ts';
import { type UnitsOfDay, unitGroups, unitsOfDay } from '../../units/index.ts';
import type { Practice } from '../domain/practice.ts';
import { scoringErrors } from '../errors.ts';
import { p } from '../messages-practices.ts';
import { mayChangePractice } from '../policy.ts';
import { adoptionsOf } from '../queries/adoptions.ts';
import { practiceById, practiceVersions } from '../queries/practices.ts';
import { fixed } from './numbers.ts';
import { PRACTICE } from './parts.ts';
import { adoptersCard, withdrawForm } from './practice-acts.ts';
import { practiceHref } from './practices.ts';
import { partName } from './words.ts';

export const one = get({
  path: PRACTICE,
  access: signedIn,
  rate: 'page',
  handle: (context, { params }) => practicePage(context, params.id),
});

/** The page of a practice; after a refused form with what was typed. */
export async function practicePage(
  context: RequestContext,
  id: string,
  rejected?: Rejected & { readonly form: string },
): Promise<Answer> {
  const { t, db, actor, today } = context;
  const practice = await practiceById(db, id);
  ensure(practice, scoringErrors.practice_not_found);
  const units = await unitsOfDay(db, today);
  const may = mayChangePractice(actor, practice) && practice.withdrawnReason === null;
  const problems =
    rejected &&
    (rejected.problems.length > 0
      ? rejected.problems
      : [{ field: '', message: rejected.error.type, params: rejected.error.params }]);
  const notices = html`${practice.withdrawnReason !== null && notice({ kind: 'warning', text: t(p.withdrawn, { reason: practice.withdrawnReason }) }, t)}${practice.isIllustration && notice({ kind: 'info', title: t(p.illustration), text: t(p.illustration_text) }, t)}`;
  const adoptions = await adoptionsOf(db, id, null);
  return answerPage(
    shell(context, {
      title: practice.title,
      kicker: practice.place,
      active: 'practices',
      breadcrumb: [{ href: '/mo-hinh-hay', text: t(p.title) }, { text: practice.title }],
      ...(may ? { actions: linkButton({ href: `${practiceHref(id)}/sua`, text: t(p.change) }) } : {}),
      main: html`${errorSummary(problems, t)}${notices}${card({ body: await facts(context, practice, units) })}${adoptersCard(context, { practice, adoptions, units, rejected })}${await versionsCard(context, id)}${may && withdrawForm(context, practice, rejected)}`,
    }),
  );
}

async function facts(context: RequestContext, practice: Practice, units: UnitsOfDay): Promise<Html> {
  const { t } = context;
  const text = (words: string): Html => html`<p class="as-typed">${words}</p>`;
  const source = practice.sourceUrl
    ? html`${text(practice.source)}<p><a href="${practice.sourceUrl}" rel="noopener noreferrer">${practice.sourceUrl}</a></p>`
    : text(practice.source);
  const by = [practice.personName, practice.personTitle, units.names.get(practice.byUnitId ?? '')];
  return definitionList([
    { term: t(p.where), value: practice.place },
    {
      term: t(p.col_parts),
      value: html`${practice.parts.map((code) => html`<div>${partName(code, context)}</div>`)}`,
    },
    ...(await placeScore(context, practice)),
    { term: t(p.col_what), value: text(practice.what) },
    { term: t(p.col_how), value: text(practice.how) },
    { term: t(p.col_source), value: source },
    ...(await taskFacts(context, practice)),
    {
      term: t(p.by),
      value: `${by.filter(Boolean).join(', ')}, ${formatDate(vietnamDate(practice.recordedAt))}`,
    },
  ]);
}

async function taskFacts(context: RequestContext, { task }: Practice): Promise<DefinitionItem[]> {
  if (!task) return [];
  const { t, db } = context;
  const groups = await unitGroups(db);
  const group = groups.find(({ code }) => code === task.group)?.name ?? t(p.form_task_alone);
  return [
    {
      term: t(p.col_task),
      value: html`<p>${task.words}</p><ul><li>${t(p.form_task_product)}: ${task.productWords}</li><li>${t(p.form_task_due)}: ${task.due}</li><li>${t(p.form_task_group)}: ${group}</li></ul>`,
    },
  ];
}

/** The place's own score in the parts it helps, in the year that was named. */
async function placeScore(context: RequestContext, practice: Practice): Promise<DefinitionItem[]> {
  const { t, db, today, lang } = context;
  const { placeCode, placeYear: year } = practice;
  if (placeCode === null || year === null) return [];
  const { places, edition } = await resultsOf(db, { year, day: today });
  const values = places.get(placeCode)?.values;
  const lines = practice.parts.flatMap((part) => {
    const score = values?.get(part)?.value;
    const name = edition.parts.get(part)?.[lang];
    return score === undefined || name === undefined
      ? []
      : [html`<li>${t(p.place_score_line, { part, name, score: fixed(score, t) })}</li>`];
  });
  if (lines.length === 0) return [];
  return [
    {
      term: t(p.place_score, { year: String(year) }),
      value: html`<ul>${lines}</ul><p class="hint">${CITATION}</p>`,
    },
  ];
}

async function versionsCard(context: RequestContext, id: string): Promise<Html> {
  const { t, db } = context;
  const versions = await practiceVersions(db, id, null);
  if (versions.length < 2) return html``;
  const lines = versions.map(
    (one) =>
      html`<li>${t(p.version_line, { n: one.version })}: ${one.title} · ${one.personName}, ${formatInstant(one.recordedAt)}${one.withdrawnReason !== null && html` ${tag(one.withdrawnReason)}`}</li>`,
  );
  return details(t(p.versions), html`<ul>${lines}</ul>`);
}
