import { z } from 'zod';
import { type CalendarDate, formatDate } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { answerPage, get, type RequestContext, signedIn } from '../../../kernel/http/route.ts';
import { withoutDiacritics } from '../../../kernel/i18n.ts';
import {
  buttonRow,
  card,
  dataTable,
  dateField,
  emptyState,
  field,
  filterBar,
  linkButton,
  listDownloads,
  pager,
  selectField,
  shell,
  type TreeNode,
  treeList,
} from '../../../ui/index.ts';
import { isUnitKind, kindLabels } from '../domain/kinds.ts';
import { countsBelow } from '../domain/tree.ts';
import type { Unit } from '../domain/unit.ts';
import { unitLimits } from '../limits.ts';
import { mayChangeUnits } from '../policy.ts';
import { unitTree } from '../queries/unit-tree.ts';
import { bp } from './boundary-words.ts';
import { exportUnits } from './export.ts';
import { pm } from './messages.ts';
import { asOfQuery, dateOrEmpty, kindOptions, unitHref } from './reading.ts';

const treeQuery = z.object({
  as_of: asOfQuery,
  q: z.string().max(200).optional(),
  loai: z.string().refine(isUnitKind).optional().catch(undefined),
  goc: z.string().optional(),
  trang: z.coerce.number().int().min(1).max(10_000).optional().catch(undefined),
  'dinh-dang': z.enum(['xlsx', 'csv']).optional().catch(undefined),
});

type Query = z.infer<typeof treeQuery>;

/** The tree of a day, or the flat list of what is searched for in it. */
export const treePage = get({
  path: '/don-vi',
  access: signedIn,
  rate: 'page',
  query: treeQuery,
  async handle(context, { query }) {
    const asOf = query.as_of ?? context.today;
    const tree = await unitTree(context.db, asOf);
    const shown = chosen(tree, query);
    if (query['dinh-dang']) return exportUnits(context, shown, asOf, query['dinh-dang']);
    const isList = query.q !== undefined || query.loai !== undefined;
    const body = isList ? foundTable(context, tree, shown, query) : wholeTree(context, shown, query);
    return answerPage(
      shell(context, {
        title: context.t(pm.units),
        active: 'units',
        kicker: context.t(pm.asOfKicker, { date: formatDate(asOf) }),
        lead: context.t(pm.treeLead, { count: shown.length }),
        actions: actions(context),
        main: html`${filters(context, query, asOf)}${body}`,
        scripts: ['filter-auto'],
      }),
    );
  },
});

/** Units that the filters leave, in the order of the tree. */
function chosen(tree: readonly Unit[], query: Query): Unit[] {
  const wanted = query.q === undefined ? undefined : withoutDiacritics(query.q.trim());
  return tree.filter(
    (unit) =>
      (query.goc === undefined || unit.lineage.includes(query.goc)) &&
      (query.loai === undefined || unit.kind === query.loai) &&
      (wanted === undefined ||
        [unit.name, unit.code ?? '', ...unit.shortNames].some((text) =>
          withoutDiacritics(text).includes(wanted),
        )),
  );
}

function address(context: RequestContext, changes: Readonly<Record<string, string | undefined>>): string {
  const params = new URLSearchParams(context.url.searchParams);
  params.delete('lang');
  for (const [name, value] of Object.entries(changes))
    if (value === undefined) params.delete(name);
    else params.set(name, value);
  const text = params.toString();
  return text === '' ? '/don-vi' : `/don-vi?${text}`;
}

function actions(context: RequestContext): Html {
  const { t } = context;
  const mayChange = mayChangeUnits(context.actor, null);
  return buttonRow(
    mayChange && linkButton({ href: '/don-vi/them', text: t(pm.add), kind: 'primary' }),
    mayChange && linkButton({ href: '/don-vi/nhap', text: t(pm.import) }),
    mayChange && linkButton({ href: '/don-vi/ranh-gioi', text: t(bp.link) }),
    listDownloads((format) => address(context, { 'dinh-dang': format, trang: undefined }), t),
  );
}

function filters(context: RequestContext, query: Query, asOf: CalendarDate): Html {
  const { t } = context;
  const fields = html`${field({ name: 'q', label: t(pm.search), hint: t(pm.searchHint), type: 'search', value: query.q }, t)}${selectField(
    { name: 'loai', label: t(pm.kind), value: query.loai ?? '', options: kindOptions(t, t(pm.anyKind)) },
    t,
  )}${dateField({ name: 'as_of', label: t(pm.asOf), value: formatDate(asOf), hint: '' }, t)}`;
  const isFiltered = query.q !== undefined || query.loai !== undefined || query.as_of !== undefined;
  return filterBar({ action: '/don-vi', fields, reset: isFiltered ? '/don-vi' : undefined }, t);
}

/** An end that a unit shares with the one above is told once, up there. */
function unitNote(context: RequestContext, unit: Unit, endAbove: CalendarDate | null | undefined): Html {
  const { t } = context;
  const parts = [
    unit.code,
    unit.validTo === null || unit.validTo === endAbove
      ? null
      : t(pm.until, { date: formatDate(unit.validTo) }),
    unit.invented ? t(pm.invented) : null,
  ].filter((part) => part !== null);
  return html`${parts.join(' · ')}`;
}

/** As many levels as the limit of nodes allows; deeper branches open at their own address. */
function wholeTree(context: RequestContext, units: readonly Unit[], query: Query): Html {
  const { t } = context;
  if (units.length === 0)
    return card({ body: emptyState({ title: t(pm.noneYet), text: t(pm.noneYetText) }) });
  const depths = units.map((unit) => unit.lineage.length);
  const top = Math.min(...depths);
  let deepest = top;
  while (
    depths.filter((depth) => depth <= deepest + 1).length <= unitLimits.tree_nodes &&
    depths.some((depth) => depth > deepest)
  )
    deepest++;
  const counts = countsBelow(units);
  const ends = new Map(units.map((unit) => [unit.id, unit.validTo]));
  const roots: TreeNode[] = [];
  const stack: TreeNode[][] = [roots];
  for (const unit of units) {
    const level = unit.lineage.length - top;
    if (unit.lineage.length > deepest) continue;
    const children: TreeNode[] = [];
    const below = counts.get(unit.id) ?? 0;
    const isCut = unit.lineage.length === deepest && below > 0;
    const more =
      isCut && html` <a href="${address(context, { goc: unit.id })}">${t(pm.below, { count: below })}</a>`;
    stack[level]?.push({
      text: unit.name,
      href: unitHref(unit, context.today),
      note: html`${unitNote(context, unit, ends.get(unit.parentId ?? ''))}${more}`,
      open: level === 0,
      children,
    });
    stack[level + 1] = children;
  }
  const back =
    query.goc !== undefined &&
    html`<p><a href="${address(context, { goc: undefined })}">${t(pm.wholeTree)}</a></p>`;
  return html`${back}${card({ body: treeList(roots) })}`;
}

function foundTable(
  context: RequestContext,
  tree: readonly Unit[],
  found: readonly Unit[],
  query: Query,
): Html {
  const { t } = context;
  const size = unitLimits.page_rows;
  const pages = Math.max(1, Math.ceil(found.length / size));
  const page = Math.min(query.trang ?? 1, pages);
  const first = (page - 1) * size;
  const rows = found.slice(first, first + size);
  const names = new Map(tree.map((unit) => [unit.id, unit.name]));
  const table = dataTable(
    {
      caption: t(pm.listCaption),
      columns: [
        { key: 'name', label: t(pm.name), primary: true },
        { key: 'code', label: t(pm.code), width: 'fit' },
        { key: 'kind', label: t(pm.kind) },
        { key: 'tier', label: t(pm.tier), width: 'fit' },
        { key: 'parent', label: t(pm.parent) },
        { key: 'to', label: t(pm.to), width: 'fit' },
      ],
      rows: rows.map((unit) => ({
        href: unitHref(unit, context.today),
        cells: [
          unit.name,
          unit.code,
          t(kindLabels[unit.kind]),
          unit.tier,
          names.get(unit.parentId ?? ''),
          dateOrEmpty(unit.validTo),
        ],
      })),
      empty: emptyState({ title: t(pm.noneFound), text: t(pm.noneFoundText) }),
    },
    t,
  );
  if (found.length === 0) return table;
  return html`${table}${pager(
    {
      summary: t(pm.rowsOf, { first: first + 1, last: first + rows.length, count: found.length }),
      prevHref: page > 1 ? address(context, { trang: String(page - 1) }) : undefined,
      nextHref: page < pages ? address(context, { trang: String(page + 1) }) : undefined,
    },
    t,
  )}`;
}
