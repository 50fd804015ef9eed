import { yearOf } from '../../../../kernel/dates.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { checkboxField, filterBar, type Option, selectField } from '../../../../ui/index.ts';
import { CONTENTS, SUB_DIMENSIONS } from '../../../papi/index.ts';
import { PLACE_KINDS, SECTIONS } from '../../domain/declaration.ts';
import { STATES } from '../../domain/state.ts';
import { bm } from '../../messages-board.ts';
import { placeKindNames, sectionNames, stateNames } from '../../messages-words.ts';
import { declarationsOf } from '../../queries/declarations.ts';
import { sameDay } from '../looking.ts';
import { BOARD, type BoardQuery, type BoardReading } from './reading.ts';

/** One filter: its name in the address, its label and what may be chosen. */
interface Filter {
  readonly name: keyof BoardQuery;
  readonly label: string;
  readonly options: readonly Option[];
}

async function filtersOf(context: RequestContext, reading: BoardReading): Promise<Filter[]> {
  const { t, lang, db } = context;
  const { units, unitIds, query } = reading;
  const year = yearOf(reading.day);
  const villages = units.tree.filter(
    ({ kind, parentId }) =>
      kind === 'thon' && parentId !== null && (query['don-vi'] ?? unitIds[0]) === parentId,
  );
  const isOneUnit = query['don-vi'] !== undefined || unitIds.length === 1;
  const declared = query['linh-vuc']
    ? (await declarationsOf(db)).filter(({ declaration }) => declaration.section === query['linh-vuc'])
    : [];
  const filters: Filter[] = [
    {
      name: 'don-vi',
      label: t(bm.unit),
      options: unitIds.map((id) => ({ value: id, text: units.names.get(id) ?? '' })),
    },
    {
      name: 'thon',
      label: t(bm.village),
      options: isOneUnit ? villages.map(({ id, name }) => ({ value: id, text: name })) : [],
    },
    {
      name: 'linh-vuc',
      label: t(bm.section),
      options: SECTIONS.map((key) => ({ value: key, text: t(sectionNames[key]) })),
    },
    {
      name: 'nghia-vu',
      label: t(bm.obligation),
      options: declared.map(({ declaration: { code, name } }) => ({ value: code, text: name[lang] })),
    },
    {
      name: 'noi-dung',
      label: t(bm.dimension),
      options: CONTENTS.filter(({ number }) => number > 0).map(({ number, short }) => ({
        value: String(number),
        text: `${number}. ${short[lang]}`,
      })),
    },
    {
      name: 'thanh-phan',
      label: t(bm.part),
      options: SUB_DIMENSIONS.filter(({ dimension }) => dimension === query['noi-dung']).map((part) => ({
        value: part.code,
        text: `${part.code}. ${part[lang]}`,
      })),
    },
    {
      name: 'noi',
      label: t(bm.place_kind),
      options: PLACE_KINDS.map((kind) => ({ value: kind, text: t(placeKindNames[kind]) })),
    },
    {
      name: 'ky',
      label: t(bm.period),
      options: [year, year - 1].flatMap((one) => [
        { value: String(one), text: t(bm.year_of, { year: one }) },
        ...[4, 3, 2, 1].map((n) => ({ value: `${one}Q${n}`, text: t(bm.quarter_of, { n, year: one }) })),
      ]),
    },
    {
      name: 'trang-thai',
      label: t(bm.state),
      options: [
        { value: 'nhom-qua-han', text: t(bm.stat_late) },
        { value: 'nhom-du', text: t(bm.stat_proven) },
        { value: 'nhom-thieu', text: t(bm.stat_posted) },
        ...STATES.map((state) => ({ value: state, text: t(stateNames[state]) })),
      ],
    },
  ];
  return filters;
}

/** What the board is filtered by, in words: for files, which have no form. */
export async function filterWords(context: RequestContext, reading: BoardReading): Promise<string> {
  const { t } = context;
  const { query } = reading;
  const parts = (await filtersOf(context, reading)).flatMap(({ name, label, options }) => {
    const chosen = options.find(({ value }) => value === String(query[name] ?? ''));
    return chosen ? [`${label}: ${chosen.text}`] : [];
  });
  if (query.thieu) parts.push(t(bm.only_gaps));
  if (query.khac) parts.push(t(bm.stat_said));
  return parts.length === 0 ? t(bm.no_filter) : parts.join('; ');
}

/** The filters of the board; a choice of one that has only one answer is left out. */
export async function boardFilters(context: RequestContext, reading: BoardReading): Promise<Html> {
  const { t } = context;
  const { query, asOf } = reading;
  const any = { value: '', text: t(bm.any) };
  const filters = await filtersOf(context, reading);
  const fields = filters
    .filter(({ name, options }) => options.length > 1 || query[name] !== undefined)
    .map(({ name, label, options }) =>
      selectField({ label, name, value: String(query[name] ?? ''), options: [any, ...options] }, t),
    );
  const kept: [string, string][] = [['xem', query.xem]];
  if (asOf !== null) kept.push(['as_of', asOf]);
  if (query.khac) kept.push(['khac', '1']);
  const isFiltered =
    filters.some(({ name }) => query[name] !== undefined) ||
    query.thieu !== undefined ||
    query.khac !== undefined;
  return filterBar(
    {
      action: BOARD,
      folds: true,
      ...(isFiltered ? { reset: sameDay(reading, `${BOARD}?xem=${query.xem}`) } : {}),
      fields: html`${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}${fields}${checkboxField(
        { label: t(bm.only_gaps), name: 'thieu', value: '1', checked: query.thieu !== undefined },
        t,
      )}`,
    },
    t,
  );
}
