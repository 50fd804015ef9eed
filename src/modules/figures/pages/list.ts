import { z } from 'zod';
import { endOfDay, formatDate } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { withQuery } from '../../../kernel/http/address.ts';
import { asOfDay, asOfSchema, onDay } from '../../../kernel/http/as-of.ts';
import { answerPage, get, type RequestContext, signedIn } from '../../../kernel/http/route.ts';
import { withoutDiacritics } from '../../../kernel/i18n.ts';
import {
  asOfForm,
  asOfNotice,
  dataTable,
  emptyState,
  field,
  filterBar,
  linkButton,
  listDownloads,
  pager,
  selectField,
  shell,
  titleLines,
} from '../../../ui/index.ts';
import { CONTENTS } from '../../papi/index.ts';
import { unitGroups, unitsOfDay, unitsOnDays } from '../../units/index.ts';
import { isEnteredBy } from '../domain/entered-by.ts';
import type { FigureDefinition } from '../domain/figure.ts';
import { figureLimits } from '../limits.ts';
import { m, periodNames } from '../messages.ts';
import { e } from '../messages-exchange.ts';
import { mayDefineSome } from '../policy.ts';
import { definitionsOf } from '../queries/definitions.ts';
import { catalogFile } from './list-export.ts';
import { contentWord, enterersWords, figureHref, type Names, namesOf, periodWords } from './words.ts';

const KINDS = ['month', 'quarter', 'half', 'year', 'window'] as const;

const listQuery = z.object({
  q: z.string().max(200).optional(),
  noi_dung: z.coerce.number().int().min(0).max(8).optional().catch(undefined),
  co_quan: z.uuid().optional().catch(undefined),
  don_vi: z.uuid().optional().catch(undefined),
  ky: z.enum(KINDS).optional().catch(undefined),
  trang: z.coerce.number().int().min(1).max(10_000).default(1).catch(1),
  'dinh-dang': z.enum(['xlsx', 'csv']).optional().catch(undefined),
  as_of: asOfSchema,
});
type Query = z.infer<typeof listQuery>;

export const list = get({
  path: '/chi-tieu',
  access: signedIn,
  rate: 'page',
  query: listQuery,
  async handle(context, { query }) {
    const { db, t, url, today } = context;
    const asOf = asOfDay(query.as_of, today);
    const day = asOf ?? today;
    const all = await definitionsOf(db, asOf && endOfDay(asOf));
    const [units, groups] = [await unitsOfDay(db, day), await unitGroups(db)];
    const [unit] = query.don_vi === undefined ? [] : await unitsOnDays(db, [query.don_vi], [day]);
    const shown = all.filter(
      (one) =>
        matches(one, query) &&
        (query.don_vi === undefined || (unit !== undefined && isEnteredBy(one.enteredBy, unit))),
    );
    const names = namesOf(groups, units);
    const size = figureLimits.list_rows;
    const first = (query.trang - 1) * size;
    const format = query['dinh-dang'];
    if (format) return catalogFile(context, shown, names, day, format);
    const main = html`${asOfNotice({ asOf, url }, t)}${filters(context, query, all, names)}${table(context, shown.slice(first, first + size), names, all.length > 0, (href) => onDay(asOf, href))}${shown.length > 0 && pages(context, query.trang, shown.length)}${asOfForm({ asOf, url }, t)}`;
    const actions = html`${mayDefineSome(context.actor, null) && linkButton({ href: '/chi-tieu/them', text: t(m.define), kind: 'primary' })}${linkButton({ href: '/chi-tieu/ganh-nang', text: t(m.burden) })}${linkButton({ href: '/chi-tieu/so-lieu', text: t(e.title) })}${listDownloads((format) => withQuery(url, { 'dinh-dang': format, trang: null }), t)}`;
    return answerPage(
      shell(context, {
        title: t(m.title),
        active: 'figures',
        lead: t(m.lead),
        wide: true,
        actions,
        main,
        scripts: ['filter-auto'],
      }),
    );
  },
});

function matches(figure: FigureDefinition, query: Query): boolean {
  const words = query.q === undefined ? '' : withoutDiacritics(query.q.trim());
  return (
    (words === '' ||
      [figure.code, figure.name, figure.numeratorLabel ?? '', figure.denominatorLabel ?? ''].some((text) =>
        withoutDiacritics(text).includes(words),
      )) &&
    (query.noi_dung === undefined || figure.dimension === query.noi_dung) &&
    (query.co_quan === undefined || figure.ownerUnitId === query.co_quan) &&
    (query.ky === undefined || figure.periods.some(({ kind }) => kind === query.ky))
  );
}

function filters(
  { t, lang }: RequestContext,
  query: Query,
  all: readonly FigureDefinition[],
  names: Names,
): Html {
  const any = { value: '', text: t(m.any) };
  const owners = [...new Set(all.map(({ ownerUnitId }) => ownerUnitId))]
    .map((id) => ({ value: id, text: names.units.get(id) ?? '' }))
    .sort((a, b) => a.text.localeCompare(b.text, 'vi'));
  const fields = html`${field({ name: 'q', label: t(m.search), type: 'search', value: query.q }, t)}${selectField(
    {
      name: 'noi_dung',
      label: t(m.content),
      value: query.noi_dung === undefined ? '' : String(query.noi_dung),
      options: [
        any,
        ...CONTENTS.map(({ number }) => ({ value: String(number), text: contentWord(number, { lang }) })),
      ],
    },
    t,
  )}${selectField({ name: 'co_quan', label: t(m.owner), value: query.co_quan ?? '', options: [any, ...owners] }, t)}${selectField(
    {
      name: 'ky',
      label: t(m.period_kind),
      value: query.ky ?? '',
      options: [
        any,
        ...KINDS.map((kind) => ({
          value: kind,
          text: t(kind === 'window' ? m.period_window : periodNames[kind]),
        })),
      ],
    },
    t,
  )}${query.don_vi !== undefined && html`<input type="hidden" name="don_vi" value="${query.don_vi}">`}`;
  const { q, noi_dung, co_quan, ky, don_vi } = query;
  const isFiltered = [q, noi_dung, co_quan, ky, don_vi].some((one) => one !== undefined);
  return filterBar(
    { action: '/chi-tieu', fields, folds: true, reset: isFiltered ? '/chi-tieu' : undefined },
    t,
  );
}

function pages({ t, url }: RequestContext, page: number, n: number): Html {
  const size = figureLimits.list_rows;
  const to = Math.min(page * size, n);
  const at = (wanted: number): string => withQuery(url, { trang: wanted === 1 ? null : String(wanted) });
  return pager(
    {
      summary: t(m.count_shown, { from: Math.min((page - 1) * size + 1, n), to, n }),
      prevHref: page > 1 ? at(page - 1) : undefined,
      nextHref: to < n ? at(page + 1) : undefined,
    },
    t,
  );
}

function table(
  context: RequestContext,
  shown: readonly FigureDefinition[],
  names: Names,
  areSome: boolean,
  at: (href: string) => string,
): Html {
  const { t } = context;
  return dataTable(
    {
      caption: t(m.title),
      columns: [
        { key: 'code', label: t(m.col_code), width: 'fit' },
        { key: 'name', label: t(m.col_name), primary: true },
        { key: 'content', label: t(m.col_content), width: 'fit', phone: 'hide' },
        { key: 'enters', label: t(m.col_enters), phone: 'hide' },
        { key: 'owner', label: t(m.owner) },
        { key: 'periods', label: t(m.col_periods) },
      ],
      rows: shown.map((figure) => ({
        href: at(figureHref(figure.code)),
        cells: [
          figure.code,
          titleLines(figure.name, underName(figure, context)),
          contentWord(figure.dimension, context),
          enterersWords(figure.enteredBy, names, t),
          names.units.get(figure.ownerUnitId) ?? '',
          periodWords(figure, t),
        ],
      })),
      empty: emptyState(
        areSome
          ? { title: t(m.none_found), text: t(m.none_found_text) }
          : { title: t(m.none_yet), text: t(m.none_yet_text) },
      ),
    },
    t,
  );
}

function underName(figure: FigureDefinition, { t }: RequestContext): string {
  const { numeratorLabel, denominatorLabel, unitOfMeasure, askedUntil } = figure;
  const what =
    numeratorLabel !== null && denominatorLabel !== null
      ? t(m.share, { measure: unitOfMeasure, part: numeratorLabel, whole: denominatorLabel })
      : unitOfMeasure;
  return askedUntil === null ? what : `${what} · ${t(m.ended, { date: formatDate(askedUntil) })}`;
}
