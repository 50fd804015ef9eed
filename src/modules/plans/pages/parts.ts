import { formatDate } from '../../../kernel/dates.ts';
import type { ExportColumn, ExportValue } from '../../../kernel/documents/index.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { withQuery } from '../../../kernel/http/address.ts';
import { listFile } from '../../../kernel/http/list-file.ts';
import type { Answer, RequestContext } from '../../../kernel/http/route.ts';
import { dataTable, listDownloads, pager, severityBadge, tabs } from '../../../ui/index.ts';
import { CONTENTS } from '../../papi/index.ts';
import { type UnitDirectory, unitDirectory } from '../../units/index.ts';
import { directoryDate } from '../access.ts';
import type { Blocker } from '../commands/issue-plan.ts';
import { describeDue } from '../domain/due.ts';
import { planLimits } from '../limits.ts';
import { lackWords, m, stateWords } from '../messages.ts';
import { type Plan, wasIssued } from '../plan.ts';
import { mayDraft } from '../policy.ts';
import type { Lack, TaskContent } from '../task.ts';

/** Names of the units and groups of a plan, as they stood on its day. */
export interface Names {
  readonly directory: UnitDirectory;
  unit(id: string): string | undefined;
  group(code: string): string | undefined;
}

export async function namesFor(context: RequestContext, plan: Plan): Promise<Names> {
  const directory = await unitDirectory(context.db, directoryDate(plan, context.today));
  const units = new Map(directory.units.map((unit) => [unit.id, unit.name]));
  const groups = new Map(directory.groups.map((group) => [group.code, group.name]));
  return { directory, unit: (id) => units.get(id), group: (code) => groups.get(code) };
}

/** Who leads: the unit's or group's name, or the words of the document while nobody is recognised. */
export function leadName(
  task: Pick<TaskContent, 'leadUnitId' | 'leadGroup' | 'leadWords'>,
  names: Names,
): string {
  const known =
    (task.leadUnitId !== null ? names.unit(task.leadUnitId) : undefined) ??
    (task.leadGroup !== null ? names.group(task.leadGroup) : undefined);
  return known ?? task.leadWords;
}

export function dueWords(task: Pick<TaskContent, 'due' | 'dueWords'>, context: RequestContext): string {
  return task.due === null ? task.dueWords : describeDue(task.due, context.lang);
}

export function lackBadges(lacks: readonly (Lack | 'unit')[], context: RequestContext): Html {
  const { t } = context;
  return html`${lacks.map((lack) => html`<span class="badge v-warning">${t(lackWords[lack])}</span> `)}`;
}

interface BlockersProps {
  readonly caption: string;
  readonly blockers: readonly Blocker[];
  readonly href: (taskId: string) => string | undefined;
}

/** The tasks that hold an issue up, each a link to where it is put right. */
export function blockersTable(context: RequestContext, { caption, blockers, href }: BlockersProps): Html {
  const { t } = context;
  return dataTable(
    {
      caption,
      captionVisible: true,
      columns: [
        { key: 'code', label: t(m.tasks), width: 'fit', phone: 'bare' },
        { key: 'words', label: t(m.taskWords), primary: true },
        { key: 'lacks', label: t(m.lacking) },
      ],
      rows: blockers.map((one) => ({
        href: href(one.taskId),
        cells: [one.code, one.words, lackBadges(one.lacks, context)],
      })),
      empty: html``,
    },
    t,
  );
}

export { severityBadge };

/** "1. Tham gia của người dân …"; the general part has no number. */
export function contentName(dimension: number, context: Pick<RequestContext, 't' | 'lang'>): string {
  const content = CONTENTS[dimension];
  if (!content || dimension === 0) return context.t(m.generalContent);
  return context.t(m.contentName, { number: String(dimension), name: content[context.lang] });
}

/** "1. Tham gia": for a chip or a narrow column. */
export function shortContentName(dimension: number, context: RequestContext): string {
  const content = CONTENTS[dimension];
  if (!content || dimension === 0) return context.t(m.generalContent);
  return context.t(m.contentName, { number: String(dimension), name: content.short[context.lang] });
}

/** The pager of a list counted by rows; `page` counts from 1. */
export function listPager(
  context: RequestContext,
  page: number,
  total: number,
  size: number = planLimits.page_rows,
): Html {
  const { t, url } = context;
  const to = Math.min(page * size, total);
  if (total <= size && page === 1) return html``;
  const summary = t(m.rows, { from: Math.min((page - 1) * size + 1, total), to, total });
  const href = (n: number): string => withQuery(url, { trang: n === 1 ? null : String(n) });
  return pager(
    {
      summary,
      prevHref: page > 1 ? href(page - 1) : undefined,
      nextHref: to < total ? href(page + 1) : undefined,
    },
    t,
  );
}

export interface ExportedList {
  readonly fileName: string;
  readonly title: string;
  readonly columns: readonly ExportColumn[];
  readonly rows: Iterable<readonly ExportValue[]>;
}

/** A list as a workbook or as CSV. */
export function exportAnswer(context: RequestContext, format: 'xlsx' | 'csv', list: ExportedList): Answer {
  return listFile(format, list.fileName, {
    name: list.title,
    title: list.title,
    columns: list.columns,
    rows: list.rows,
    notes: [context.t(m.exportedNote, { date: formatDate(context.today) })],
  });
}

export function exportLinks(context: RequestContext): Html {
  const href = (format: string) => withQuery(context.url, { 'dinh-dang': format, trang: null });
  return html`${listDownloads(href, context.t)}`;
}

export const planHref = (planId: string): string => `/ke-hoach/${planId}`;

export const clauseAnchor = (path: string): string => `m-${path.replace(/[^\p{L}\d-]+/gu, '-')}`;

/** Where a clause is read among its neighbours. */
export const clauseHref = (planId: string, path: string): string =>
  `${planHref(planId)}#${clauseAnchor(path)}`;

/** Where a task is read or, in a draft, written. */
export function taskHref(plan: Plan, taskId: string, context: RequestContext): string | undefined {
  if (wasIssued(plan)) return `/nhiem-vu/${taskId}`;
  return plan.state === 'draft' && mayDraft(context.actor, plan)
    ? `${planHref(plan.id)}/nhiem-vu/${taskId}/sua`
    : undefined;
}

/** The plan's name above its pages: its year, unit and state. */
export function planKicker(plan: Plan, context: RequestContext): string {
  const { t } = context;
  const words = t(m.planOf, { year: String(plan.year), unit: plan.unitName });
  return `${words} · ${t(stateWords[plan.state])}`;
}

export function planBreadcrumb(
  plan: Plan,
  context: RequestContext,
  here?: string,
): { href?: string; text: string }[] {
  const name = plan.number ?? plan.title;
  const up = [{ href: '/ke-hoach', text: context.t(m.plans) }];
  return here === undefined
    ? [...up, { text: name }]
    : [...up, { href: planHref(plan.id), text: name }, { text: here }];
}

/** The plan, its tasks, and in a draft its import. */
export function planTabs(plan: Plan, current: 'plan' | 'tasks' | 'import', context: RequestContext): Html {
  const { t } = context;
  const base = planHref(plan.id);
  const canImport = plan.state === 'draft' && mayDraft(context.actor, plan);
  return tabs(
    {
      label: plan.title,
      items: [
        { href: base, text: t(m.plan), current: current === 'plan' },
        { href: `${base}/nhiem-vu`, text: t(m.openTasks), current: current === 'tasks' },
        ...(plan.state === 'issued' || plan.state === 'closed'
          ? [{ href: `${base}/don-vi`, text: t(m.unitPlans) }]
          : []),
        ...(canImport
          ? [{ href: `${base}/nhap`, text: t(m.importFiles), current: current === 'import' }]
          : []),
      ],
    },
    t,
  );
}
