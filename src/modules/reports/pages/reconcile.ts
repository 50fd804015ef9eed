import { z } from 'zod';
import { formatDate } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { type ListFormat, listFile } from '../../../kernel/http/list-file.ts';
import { type Answer, answerPage, get, type RequestContext, signedIn } from '../../../kernel/http/route.ts';
import type { Message } from '../../../kernel/i18n.ts';
import {
  asOfForm,
  dataTable,
  emptyState,
  notice,
  selectField,
  shell,
  statCards,
  titleLines,
} from '../../../ui/index.ts';
import { type Figure, type FigureDefinition, showValue } from '../../figures/index.ts';
import { cutOffInstant } from '../../periods/index.ts';
import type { Difference, Reason, Reconciled } from '../domain/reconcile.ts';
import { rm, tm } from '../messages-totals.ts';
import { figuresAsked } from '../queries/rollup-board.ts';
import { reconciled } from '../queries/rollup-reconcile.ts';
import { cellHref } from './board.ts';
import { adjustHref } from './board-cell.ts';
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
  RECONCILE,
  readingLine,
  valueWords,
} from './board-parts.ts';
import { crumbs, sameDay } from './parts.ts';

const AGAINST = ['nay', 'chot'] as const;
const reconcileQuery = z.object({ ...boardQuery, voi: z.enum(AGAINST).default('nay').catch('nay') });

const REASONS: Readonly<Record<Reason, { readonly why: Message; readonly act: Message }>> = {
  after_cut_off: { why: rm.r_after_cut_off, act: rm.a_after_cut_off },
  adjusted: { why: rm.r_adjusted, act: rm.a_adjusted },
  outside: { why: rm.r_outside, act: rm.a_outside },
  unasked: { why: rm.r_unasked, act: rm.a_unasked },
  late: { why: rm.r_late, act: rm.a_late },
};

/** One difference with the figure it is of. */
interface Listed {
  readonly definition: FigureDefinition;
  readonly difference: Difference;
}

export const reconcilePage = get({
  path: RECONCILE,
  access: signedIn,
  rate: 'page',
  query: reconcileQuery,
  async handle(context, { query }) {
    const { db, actor, t, url } = context;
    const reading = await boardReading(context, query);
    if (!reading) return noPeriodPage(context, t(rm.title));
    const { period, nodeId, tree, end, day } = reading;
    const all = await figuresAsked(db, period, end);
    const figures = all.filter((one) => one.rollUp !== 'none' && isChosen(query, one));
    const cutOff = cutOffInstant(period);
    // A cut-off that has not come on the day that is read is no instant yet.
    const atCutOff = query.voi === 'chot' && cutOff <= reading.at;
    const wanted = { period, nodeId, asOf: end, figures, territoryAsOf: atCutOff ? cutOff : end };
    const both = await reconciled(db, actor, wanted, tree.names);
    const definitions = new Map(figures.map((one) => [one.id, one]));
    const listed = both.flatMap(({ figureId, differences }): Listed[] => {
      const definition = definitions.get(figureId);
      return definition ? differences.map((difference) => ({ definition, difference })) : [];
    });
    if (query['dinh-dang']) return differencesFile(context, reading, listed, query['dinh-dang']);
    const against = selectField(
      {
        label: t(rm.against),
        name: 'voi',
        value: atCutOff ? 'chot' : 'nay',
        options: [
          { value: 'nay', text: t(rm.against_now) },
          ...(cutOff <= reading.at
            ? [{ value: 'chot', text: t(rm.against_cut_off, { date: formatDate(period.cutOffOn) }) }]
            : []),
        ],
      },
      t,
    );
    const filters = boardFilters(context, reading, {
      action: RECONCILE,
      isFiltered: query['co-quan'] !== undefined || query.noi_dung !== undefined,
      more: html`${against}${figureFilters(context, reading, query, all)}`,
    });
    const main = html`${boardTabs(context, reading, RECONCILE)}${filters}${readingLine(context, reading)}${summary(context, both, listed)}${cellTable(context, reading, listed)}${figureTable(context, reading, both, definitions)}${asOfForm({ asOf: day.asOf, url }, t)}`;
    return answerPage(
      shell(context, {
        title: t(rm.title),
        active: 'reports',
        kicker: `${t(period.name)} · ${tree.names.get(nodeId) ?? ''}`,
        lead: t(rm.lead),
        breadcrumb: crumbs(context, reading, { text: t(rm.title) }),
        wide: true,
        actions: exportButtons(context),
        scripts: ['filter-auto'],
        main,
      }),
    );
  },
});

function summary({ t }: RequestContext, both: readonly Reconciled[], listed: readonly Listed[]): Html {
  const equal = both.filter(({ isEqual }) => isEqual).length;
  const n = (value: number): string => t(tm.plain, { n: value });
  const cards = statCards(
    [
      { label: t(rm.figures), value: n(both.length) },
      { label: t(rm.equal), value: n(equal) },
      { label: t(rm.differ), value: n(both.length - equal) },
      { label: t(rm.cells), value: n(listed.length) },
    ],
    t,
  );
  const good =
    both.length > 0 &&
    listed.length === 0 &&
    notice({ kind: 'success', title: t(rm.all_equal), text: t(rm.all_equal_what) }, t);
  return html`${cards}${good}`;
}

const held = ({ t, lang }: RequestContext, value: Figure | null): string =>
  value === null ? t(rm.nothing) : showValue(lang, value);

function actWords({ t }: RequestContext, reading: BoardReading, { definition, difference }: Listed): string {
  const [first] = difference.reasons;
  if (!first) return '';
  return t(REASONS[first].act, {
    unit: reading.tree.names.get(difference.unitId) ?? '',
    owner: reading.units.names.get(definition.ownerUnitId) ?? '',
    standing: rm.standing,
  });
}

const whyWords = ({ t }: RequestContext, { reasons }: Difference): string =>
  reasons.map((reason) => t(REASONS[reason].why)).join('; ');

function cellTable(context: RequestContext, reading: BoardReading, listed: readonly Listed[]): Html {
  const { t } = context;
  if (listed.length === 0) return html``;
  return dataTable(
    {
      caption: t(rm.by_cell),
      captionVisible: true,
      columns: [
        { key: 'figure', label: t(tm.col_figure), primary: true },
        { key: 'unit', label: t(tm.col_unit) },
        { key: 'sector', label: t(rm.sector), align: 'end' },
        { key: 'territory', label: t(rm.territory), align: 'end' },
        { key: 'why', label: t(rm.why) },
        { key: 'acts', label: t(rm.acts) },
      ],
      rows: listed.map((one) => ({
        href: sameDay(reading, adjustHref(reading.period.code, one.definition.code, one.difference.unitId)),
        cells: [
          titleLines(one.definition.name, one.definition.code),
          reading.tree.names.get(one.difference.unitId) ?? '',
          held(context, one.difference.inSector),
          held(context, one.difference.inTerritory),
          whyWords(context, one.difference),
          actWords(context, reading, one),
        ],
      })),
      empty: html``,
    },
    t,
  );
}

function figureTable(
  context: RequestContext,
  reading: BoardReading,
  both: readonly Reconciled[],
  definitions: ReadonlyMap<string, FigureDefinition>,
): Html {
  const { t } = context;
  return dataTable(
    {
      caption: t(rm.by_figure),
      captionVisible: true,
      columns: [
        { key: 'figure', label: t(tm.col_figure), primary: true },
        { key: 'sector', label: t(rm.sector), align: 'end' },
        { key: 'territory', label: t(rm.territory), align: 'end' },
        { key: 'result', label: t(rm.result) },
      ],
      rows: both.flatMap(({ figureId, sector, territory, isEqual }) => {
        const definition = definitions.get(figureId);
        if (!definition) return [];
        return [
          {
            href: cellHref(reading, definition.code),
            cells: [
              titleLines(definition.name, definition.code),
              valueWords(context, sector),
              valueWords(context, territory),
              t(isEqual ? rm.equal : rm.differ),
            ],
          },
        ];
      }),
      empty: emptyState({ title: t(tm.no_figures), text: t(tm.no_figures_what) }),
    },
    t,
  );
}

function differencesFile(
  context: RequestContext,
  reading: BoardReading,
  listed: readonly Listed[],
  format: ListFormat,
): Answer {
  const { t } = context;
  const text = (header: string, width: number) => ({ header, width, kind: 'text' as const });
  return listFile(format, `doi-chieu-${reading.period.code}`, {
    name: t(rm.title),
    title: `${t(rm.title)}: ${t(reading.period.name)}`,
    columns: [
      text(t(tm.col_code), 10),
      text(t(tm.col_figure), 56),
      text(t(tm.owner), 28),
      text(t(tm.col_unit), 28),
      text(t(rm.sector), 18),
      text(t(rm.territory), 18),
      text(t(rm.why), 44),
      text(t(rm.acts), 60),
    ],
    rows: listed.map((one) => [
      one.definition.code,
      one.definition.name,
      reading.units.names.get(one.definition.ownerUnitId) ?? '',
      reading.tree.names.get(one.difference.unitId) ?? '',
      held(context, one.difference.inSector),
      held(context, one.difference.inTerritory),
      whyWords(context, one.difference),
      actWords(context, reading, one),
    ]),
  });
}
