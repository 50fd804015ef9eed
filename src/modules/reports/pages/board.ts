import { z } from 'zod';
import { type Html, html } from '../../../kernel/html.ts';
import { withQuery } from '../../../kernel/http/address.ts';
import { answerPage, get, type RequestContext, signedIn } from '../../../kernel/http/route.ts';
import { formatNumber } from '../../../kernel/i18n.ts';
import { asOfForm, chips, dataTable, emptyState, shell, titleLines } from '../../../ui/index.ts';
import type { FigureDefinition } from '../../figures/index.ts';
import { tm } from '../messages-totals.ts';
import { seesUnit } from '../policy-totals.ts';
import { type FigureTotals, figuresAsked, type TotalsBoard, totalsBoard } from '../queries/rollup-board.ts';
import { totalsFile } from './board-export.ts';
import {
  type BoardReading,
  boardFilters,
  boardQuery,
  boardReading,
  boardTabs,
  exportButtons,
  figureFilters,
  isChosen,
  noPeriodPage,
  readingLine,
  TOTALS,
  valueWords,
} from './board-parts.ts';
import { crumbs, sameDay } from './parts.ts';

const WAYS = ['nganh', 'dia-ban'] as const;
export type Way = (typeof WAYS)[number];

const totalsQuery = z.object({ ...boardQuery, xem: z.enum(WAYS).default('nganh').catch('nganh') });

export const totals = get({
  path: TOTALS,
  access: signedIn,
  rate: 'page',
  query: totalsQuery,
  async handle(context, { query }) {
    const { db, actor, t, url } = context;
    const reading = await boardReading(context, query);
    if (!reading) return noPeriodPage(context, t(tm.title));
    const { period, nodeId, tree, end, day } = reading;
    const all = await figuresAsked(db, period, end);
    const figures = all.filter((one) => isChosen(query, one));
    const below = query.xem === 'dia-ban' ? tree.tree.filter(({ parentId }) => parentId === nodeId) : [];
    const nodeIds = [nodeId, ...below.map(({ id }) => id)];
    const board = await totalsBoard(db, actor, { period, nodeIds, asOf: end, figures });
    if (query['dinh-dang']) return totalsFile(context, reading, board, query.xem, query['dinh-dang']);
    const body =
      query.xem === 'nganh'
        ? sectorTables(context, reading, board)
        : html`${upLink(context, reading)}${figureTable(context, reading, board.byNode.get(nodeId) ?? [], 'dia-ban', t(tm.by_territory))}${childTable(context, reading, board, nodeIds.slice(1))}`;
    const filters = boardFilters(context, reading, {
      action: TOTALS,
      isFiltered: query['co-quan'] !== undefined || query.noi_dung !== undefined,
      more: html`<input type="hidden" name="xem" value="${query.xem}">${figureFilters(context, reading, query, all)}`,
    });
    const main = html`${boardTabs(context, reading, TOTALS)}${filters}${waysLine(context, query.xem)}${readingLine(context, reading)}${body}${asOfForm({ asOf: day.asOf, url }, t)}`;
    return answerPage(
      shell(context, {
        title: t(tm.title),
        active: 'reports',
        kicker: t(period.name),
        lead: html`${t(tm.lead)} ${scopeWords(context, reading, board, figures)}`,
        breadcrumb: crumbs(context, reading, { text: t(tm.title) }),
        wide: true,
        actions: exportButtons(context),
        scripts: ['filter-auto'],
        main,
      }),
    );
  },
});

/** Over how many units this reader's totals are made: a commune's are its own. */
function scopeWords(
  { actor, t }: RequestContext,
  { nodeId, tree }: BoardReading,
  { placed }: TotalsBoard,
  figures: readonly FigureDefinition[],
): string {
  const owners = [...new Set(figures.map(({ ownerUnitId }) => ownerUnitId))];
  const seen = placed.filter(
    ({ unit, isStanding }) =>
      isStanding && unit.lineage.includes(nodeId) && owners.some((owner) => seesUnit(actor, owner, unit)),
  );
  return t(tm.scope, { unit: tree.names.get(nodeId) ?? '', n: seen.length });
}

function waysLine({ t, url }: RequestContext, current: Way): Html {
  const items = [
    { way: 'nganh', text: t(tm.by_sector) },
    { way: 'dia-ban', text: t(tm.by_territory) },
  ].map(({ way, text }) => ({ href: withQuery(url, { xem: way }), text, current: way === current }));
  return chips({ label: t(tm.ways), items }, t);
}

/** One table a lead agency. */
function sectorTables(context: RequestContext, reading: BoardReading, board: TotalsBoard): Html {
  const all = board.byNode.get(reading.nodeId) ?? [];
  const byOwner = [...Map.groupBy(all, ({ definition }) => definition.ownerUnitId)];
  if (byOwner.length === 0) return figureTable(context, reading, [], 'nganh', context.t(tm.by_sector));
  return html`${byOwner.map(([owner, own]) => figureTable(context, reading, own, 'nganh', reading.units.names.get(owner) ?? ''))}`;
}

export function cellHref(reading: BoardReading, code: string): string {
  const { period, nodeId } = reading;
  return sameDay(reading, `${TOTALS}/${period.code}/${code}?don-vi=${nodeId}`);
}

function figureTable(
  context: RequestContext,
  reading: BoardReading,
  rows: readonly FigureTotals[],
  way: Way,
  caption: string,
): Html {
  const { t } = context;
  const isSector = way === 'nganh';
  const hasAdjusted = isSector && rows.some(({ adjusted }) => adjusted !== null);
  const hasYear = rows.some(({ yearSector, yearTerritory }) => yearSector !== null || yearTerritory !== null);
  return dataTable(
    {
      caption,
      captionVisible: true,
      columns: [
        { key: 'figure', label: t(tm.col_figure), primary: true },
        { key: 'total', label: t(tm.col_total), align: 'end' },
        ...(hasAdjusted ? [{ key: 'adjusted', label: t(tm.col_adjusted), align: 'end' as const }] : []),
        ...(hasYear ? [{ key: 'year', label: t(tm.col_year), align: 'end' as const }] : []),
        { key: 'filled', label: t(tm.col_filled), align: 'end', width: 'fit' },
        { key: 'no_data', label: t(tm.col_no_data), align: 'end' },
        { key: 'missing', label: t(tm.col_missing), align: 'end' },
        { key: 'late', label: t(tm.col_late), align: 'end' },
      ],
      rows: rows.map(({ definition, sector, territory, adjusted, yearSector, yearTerritory }) => {
        const one = isSector ? sector : territory;
        const shown = valueWords(context, one.value);
        return {
          href: cellHref(reading, definition.code),
          cells: [
            titleLines(
              definition.name,
              t(tm.measure, { code: definition.code, measure: definition.unitOfMeasure }),
            ),
            html`${definition.rollUp === 'none' ? t(tm.not_added) : shown}${one.besides > 0 && html`<span class="line-sub">${t(tm.besides, { n: one.besides })}</span>`}`,
            ...(hasAdjusted
              ? [
                  adjusted &&
                    html`${valueWords(context, adjusted.value)}<span class="line-sub">${t(tm.cells_adjusted, { n: adjusted.cells })}</span>`,
                ]
              : []),
            ...(hasYear ? [valueWords(context, isSector ? yearSector : yearTerritory)] : []),
            t(tm.of_asked, { n: one.filled, all: one.asked }),
            count(context, one.noData),
            count(context, one.missing),
            count(context, one.late),
          ],
        };
      }),
      empty: emptyState({ title: t(tm.no_figures), text: t(tm.no_figures_what) }),
    },
    t,
  );
}

const count = ({ lang }: RequestContext, n: number): string => formatNumber(lang, n);

function upLink({ t, url }: RequestContext, { nodeId, tree }: BoardReading): Html {
  const parentId = tree.byId.get(nodeId)?.parentId ?? null;
  if (parentId === null) return html``;
  const unit = tree.names.get(parentId) ?? '';
  return html`<p><a href="${withQuery(url, { 'don-vi': parentId })}">${t(tm.up, { unit })}</a></p>`;
}

/** Who is in and who is missing, unit by unit below the node. */
function childTable(
  context: RequestContext,
  { tree }: BoardReading,
  { byNode }: TotalsBoard,
  childIds: readonly string[],
): Html {
  const { t, url } = context;
  const rows = childIds.flatMap((id) => {
    const own = byNode.get(id) ?? [];
    const sum = (of: (one: FigureTotals) => number): number => own.reduce((all, one) => all + of(one), 0);
    const asked = sum(({ territory }) => territory.asked);
    if (asked === 0) return [];
    return [
      {
        href: withQuery(url, { 'don-vi': id, xem: 'dia-ban' }),
        cells: [
          tree.names.get(id) ?? '',
          count(context, asked),
          count(
            context,
            sum(({ territory }) => territory.filled),
          ),
          count(
            context,
            sum(({ territory }) => territory.noData),
          ),
          count(
            context,
            sum(({ territory }) => territory.missing),
          ),
          count(
            context,
            sum(({ territory }) => territory.late),
          ),
        ],
      },
    ];
  });
  if (rows.length === 0) return html``;
  return dataTable(
    {
      caption: t(tm.children),
      captionVisible: true,
      note: t(tm.children_note),
      columns: [
        { key: 'unit', label: t(tm.col_unit), primary: true },
        { key: 'asked', label: t(tm.col_cells), align: 'end' },
        { key: 'filled', label: t(tm.col_filled), align: 'end' },
        { key: 'no_data', label: t(tm.col_no_data), align: 'end' },
        { key: 'missing', label: t(tm.col_missing), align: 'end' },
        { key: 'late', label: t(tm.col_late), align: 'end' },
      ],
      rows,
      empty: html``,
    },
    t,
  );
}
