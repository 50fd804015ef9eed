import { type Html, html } from '../../../kernel/html.ts';
import type { Rejected, RequestContext } from '../../../kernel/http/route.ts';
import {
  button,
  buttonRow,
  card,
  checkboxField,
  chips,
  csrfInput,
  field,
  linkButton,
  notice,
  pager,
  progressBar,
} from '../../../ui/index.ts';
import type { Coverage } from '../domain/coverage.ts';
import { unitPlanLimits } from '../limits.ts';
import { m } from '../messages.ts';
import { dm } from '../messages-draft.ts';
import { mayIssue } from '../policy.ts';
import { textOf } from './draft-form.ts';
import { type ShownLine, suggestedPeople, suggestedTimes } from './draft-lines.ts';
import type { DraftScene } from './draft-scene.ts';
import { shortContent, unitPlanHref } from './parts.ts';

/** The lines of a view: those that lack something, all, the unit's own, or one content of the index. */
export function inView(view: string, shown: readonly ShownLine[], coverage: Coverage): readonly ShownLine[] {
  const lacking = new Set(coverage.lacks.map((lack) => lack.lineId));
  if (view === 'thieu') return shown.filter(({ line }) => lacking.has(line.id));
  if (view === 'rieng') return shown.filter(({ task }) => task === null);
  if (view === 'tat-ca') return shown;
  return shown.filter(({ task }) => task !== null && String(task.dimension) === view);
}

export function viewChips(
  context: RequestContext,
  id: string,
  view: string,
  shown: readonly ShownLine[],
  coverage: Coverage,
): Html {
  const { t } = context;
  const dimensions = shown.flatMap(({ task }) => (task ? [task.dimension] : []));
  const contents = [...new Set(dimensions)].sort((a, b) => a - b);
  const chip = (key: string, text: string) => ({
    href: `${unitPlanHref(id)}/soan?xem=${key}`,
    text,
    count: inView(key, shown, coverage).length,
    current: key === view,
  });
  const items = [
    chip('thieu', t(dm.view_lacking)),
    chip('tat-ca', t(dm.view_all)),
    ...contents.map((number) => chip(String(number), shortContent(context, number))),
    chip('rieng', t(dm.view_own)),
  ];
  return chips({ label: t(dm.view_label), items }, t);
}

export function progressOf(context: RequestContext, { complete, assigned }: Coverage): Html {
  const label = context.t(dm.progress, { n: complete, total: assigned });
  return progressBar({ value: complete, max: Math.max(1, assigned), label });
}

/** Tasks that the parent gained or lost since the draft was begun. */
export function changedParent(context: RequestContext, { unitPlan, coverage }: DraftScene): Html {
  const { t, csrf } = context;
  const missing = coverage.lacks.filter((lack) => lack.kind === 'not_carried').length;
  const take = html`<form method="post" action="${unitPlanHref(unitPlan.id)}/bo-sung">${csrfInput(csrf)}${button({ text: t(dm.carry), small: true })}</form>`;
  return html`${missing > 0 && notice({ kind: 'warning', text: t(dm.carry_what, { n: missing }), action: take }, t)}${coverage.orphaned.length > 0 && notice({ kind: 'info', text: t(dm.orphaned, { n: coverage.orphaned.length }) }, t)}`;
}

/** One responsible and one time for many lines at once. */
export function setFields(context: RequestContext, rejected: Rejected | undefined): Html {
  const { t } = context;
  const typed = (name: string): string => (rejected && textOf(rejected.values, name)) ?? '';
  return card({
    title: t(dm.set_title),
    body: html`<p>${t(dm.set_what)}</p>${checkboxField({ label: t(dm.choose_all), name: 'chon-het', checked: typed('chon-het') !== '' }, t)}<div class="unit-line-fields">${field({ label: t(dm.responsible), name: 'dat.responsible', value: typed('dat.responsible'), maxlength: 200, list: suggestedPeople, autocomplete: 'off' }, t)}${field({ label: t(dm.time), name: 'dat.dueWords', value: typed('dat.dueWords'), maxlength: 200, list: suggestedTimes, autocomplete: 'off' }, t)}</div>${buttonRow(button({ text: t(dm.set), name: 'viec', value: 'dat' }))}`,
  });
}

export function draftActions(context: RequestContext, { unitPlan }: DraftScene): Html {
  const { t } = context;
  const href = unitPlanHref(unitPlan.id);
  const issue =
    mayIssue(context.actor, unitPlan) && linkButton({ href: `${href}/ban-hanh`, text: t(m.issue) });
  return html`${linkButton({ href: `${href}/viec-rieng`, text: t(dm.add_own) })}${linkButton({ href: `${href}/loi`, text: t(dm.edit_text) })}${issue}`;
}

/** Which lines of the view stand on this page, and the way to the others. */
export function linePager(
  context: RequestContext,
  total: number,
  page: number,
  hrefOf: (page: number) => string,
): Html {
  const { t } = context;
  const size = unitPlanLimits.lines_shown;
  if (total <= size) return html``;
  const from = (page - 1) * size + 1;
  const to = Math.min(page * size, total);
  return pager(
    {
      summary: t(dm.lines_shown, { from, to, total }),
      prevHref: page > 1 ? hrefOf(page - 1) : undefined,
      nextHref: to < total ? hrefOf(page + 1) : undefined,
    },
    t,
  );
}
