import { z } from 'zod';
import { formatDate, yearOf } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { withQuery } from '../../../kernel/http/address.ts';
import { asOfSchema } from '../../../kernel/http/as-of.ts';
import { type Answer, answerPage, type RequestContext } from '../../../kernel/http/route.ts';
import {
  asOfNotice,
  emptyState,
  filterBar,
  linkButton,
  listDownloads,
  selectField,
  shell,
  tabs,
} from '../../../ui/index.ts';
import { type Figure, type FigureDefinition, showValue } from '../../figures/index.ts';
import { CONTENTS } from '../../papi/index.ts';
import { type Period, periodsOf } from '../../periods/index.ts';
import { type UnitsOfDay, unitsOfDay } from '../../units/index.ts';
import { currentPeriod } from '../domain/current-period.ts';
import { pm, rm, tm } from '../messages-totals.ts';
import { sameDay } from './parts.ts';
import { type ReportReading, reportReading } from './reading.ts';

export const TOTALS = '/bao-cao/tong-hop';
export const RECONCILE = '/bao-cao/doi-chieu';
export const PROGRESS = '/bao-cao/tien-do';

export const boardQuery = {
  ky: z.string().max(40).optional(),
  'don-vi': z.uuid().optional().catch(undefined),
  'co-quan': z.uuid().optional().catch(undefined),
  noi_dung: z.coerce.number().int().min(0).max(8).optional().catch(undefined),
  'dinh-dang': z.enum(['xlsx', 'csv']).optional().catch(undefined),
  as_of: asOfSchema,
};
const shape = z.object(boardQuery);
export type BoardQuery = z.infer<typeof shape>;

/** What each board is about: a period, a node of the tree of its last day, and the moment up to which it is read. */
export interface BoardReading extends ReportReading {
  readonly periods: readonly Period[];
  readonly period: Period;
  /** Units as they stood on the last day of the period. */
  readonly tree: UnitsOfDay;
  readonly nodeId: string;
}

/** Periods that ended this year and last, and those that have begun. */
async function begunPeriods({ db }: RequestContext, reading: ReportReading): Promise<Period[]> {
  const year = yearOf(reading.day.today);
  const all: Period[] = [];
  for (const one of [year - 1, year, year + 1]) all.push(...(await periodsOf(db, one, reading.end)));
  return all.filter(({ fromOn }) => fromOn <= reading.day.today);
}

/** A committee looks at itself, an office at the committee it serves. */
function ownNode({ actor }: RequestContext, { byId, tree }: UnitsOfDay): string {
  const unit = byId.get(actor.current?.unitId ?? '');
  if (!unit) return tree[0]?.id ?? '';
  return unit.kind === 'ubnd' || unit.parentId === null ? unit.id : unit.parentId;
}

export async function boardReading(
  context: RequestContext,
  query: Pick<BoardQuery, 'ky' | 'don-vi' | 'as_of'>,
): Promise<BoardReading | undefined> {
  const reading = await reportReading(context, query.as_of);
  const periods = await begunPeriods(context, reading);
  const period = periods.find(({ code }) => code === query.ky) ?? currentPeriod(periods, reading.day.today);
  if (!period) return undefined;
  const tree = await unitsOfDay(context.db, period.toOn);
  const wanted = query['don-vi'];
  const nodeId = wanted !== undefined && tree.byId.has(wanted) ? wanted : ownNode(context, tree);
  return { ...reading, periods, period, tree, nodeId };
}

/** Before any period was made there is nothing to add up. */
export function noPeriodPage(context: RequestContext, title: string): Answer {
  const { t } = context;
  const main = emptyState({ title: t(tm.no_period), text: t(tm.no_period_what) });
  return answerPage(shell(context, { title, active: 'reports', main }));
}

const BOARDS = [
  { path: TOTALS, title: tm.title },
  { path: RECONCILE, title: rm.title },
  { path: PROGRESS, title: pm.title },
] as const;

/** The way to the boards from the list of reports; each shows everybody what they may see. */
export function boardLinks({ t }: RequestContext, reading: ReportReading): Html {
  return html`${BOARDS.map(({ path, title }) => linkButton({ href: sameDay(reading, path), text: t(title) }))}`;
}

/** The boards beside each other, on the same period, unit and day. */
export function boardTabs({ t }: RequestContext, reading: BoardReading, current: string): Html {
  const { period, nodeId } = reading;
  const at = (path: string): string => sameDay(reading, `${path}?ky=${period.code}&don-vi=${nodeId}`);
  const items = BOARDS.map(({ path, title }) => ({
    href: at(path),
    text: t(title),
    current: path === current,
  }));
  return tabs({ label: t(tm.boards), items }, t);
}

export interface FilterFields {
  readonly action: string;
  /** Further fields, and what the form carries along unseen. */
  readonly more?: Html;
  readonly isFiltered?: boolean;
}

/** Period and unit, chosen in one line. */
export function boardFilters(context: RequestContext, reading: BoardReading, own: FilterFields): Html {
  const { t } = context;
  const { periods, period, tree, nodeId, day } = reading;
  const nodes = tree.tree.filter(
    ({ id }) => tree.tree.some(({ parentId }) => parentId === id) || id === nodeId,
  );
  const kept = day.asOf === null ? '' : html`<input type="hidden" name="as_of" value="${day.asOf}">`;
  return filterBar(
    {
      action: own.action,
      folds: true,
      ...(own.isFiltered ? { reset: sameDay(reading, `${own.action}?ky=${period.code}`) } : {}),
      fields: html`${kept}${selectField(
        {
          label: t(tm.period),
          name: 'ky',
          value: period.code,
          options: periods.toReversed().map((one) => ({ value: one.code, text: t(one.name) })),
        },
        t,
      )}${selectField(
        {
          label: t(tm.under),
          name: 'don-vi',
          value: nodeId,
          options: nodes.map(({ id, name }) => ({ value: id, text: name })),
        },
        t,
      )}${own.more}`,
    },
    t,
  );
}

/** Lead agency and content, by which figures are chosen. */
export function figureFilters(
  { t, lang }: RequestContext,
  reading: BoardReading,
  query: BoardQuery,
  figures: readonly FigureDefinition[],
): Html {
  const owners = [...new Set(figures.map(({ ownerUnitId }) => ownerUnitId))];
  const any = { value: '', text: t(tm.any) };
  return html`${selectField(
    {
      label: t(tm.owner),
      name: 'co-quan',
      value: query['co-quan'] ?? '',
      options: [any, ...owners.map((id) => ({ value: id, text: reading.units.names.get(id) ?? '' }))],
    },
    t,
  )}${selectField(
    {
      label: t(tm.content),
      name: 'noi_dung',
      value: query.noi_dung === undefined ? '' : String(query.noi_dung),
      options: [
        any,
        ...CONTENTS.map(({ number, short }) => ({
          value: String(number),
          text: `${number}. ${short[lang]}`,
        })),
      ],
    },
    t,
  )}`;
}

export const isChosen = (query: BoardQuery, figure: FigureDefinition): boolean =>
  (query['co-quan'] === undefined || figure.ownerUnitId === query['co-quan']) &&
  (query.noi_dung === undefined || figure.dimension === query.noi_dung);

/** A day of the past says so; otherwise the cut-off is one press away once it has passed. */
export function readingLine(context: RequestContext, reading: BoardReading): Html {
  const { t, url } = context;
  const { asOf, today } = reading.day;
  const { cutOffOn } = reading.period;
  if (asOf !== null || cutOffOn >= today) return asOfNotice({ asOf, url }, t);
  const href = withQuery(url, { as_of: cutOffOn });
  return html`<p><a href="${href}">${t(tm.read_cut_off, { date: formatDate(cutOffOn) })}</a></p>`;
}

export function exportButtons({ t, url }: RequestContext): Html {
  return listDownloads((format) => withQuery(url, { 'dinh-dang': format }), t);
}

/** A total as people read it; nothing said is words, never 0. */
export function valueWords({ t, lang }: RequestContext, value: Figure | null): string {
  return value === null ? t(tm.nothing_said) : showValue(lang, value);
}
