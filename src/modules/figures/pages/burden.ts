import { z } from 'zod';
import { type Html, html } from '../../../kernel/html.ts';
import { withQuery } from '../../../kernel/http/address.ts';
import { type Answer, answerPage, get, type RequestContext, signedIn } from '../../../kernel/http/route.ts';
import {
  dataTable,
  emptyState,
  filterBar,
  listDownloads,
  selectField,
  shell,
  statCards,
  titleLines,
} from '../../../ui/index.ts';
import { unitsOfDay } from '../../units/index.ts';
import type { Overlap } from '../domain/burden.ts';
import { m } from '../messages.ts';
import { b, overlapNames } from '../messages-burden.ts';
import { seenUnits } from '../policy.ts';
import { burdensOf, type UnitBurden } from '../queries/burdens.ts';
import { burdenFile } from './burden-export.ts';
import { periodWords } from './words.ts';

export const burden = get({
  path: '/chi-tieu/ganh-nang',
  access: signedIn,
  rate: 'page',
  query: z.object({
    don_vi: z.uuid().optional().catch(undefined),
    'dinh-dang': z.enum(['xlsx', 'csv']).optional().catch(undefined),
  }),
  async handle(context, { query }) {
    const { db, t, url, actor, today } = context;
    const { tree } = await unitsOfDay(db, today);
    const seen = seenUnits(actor, tree, '');
    const { rows, names } = await burdensOf(db, today, seen);
    // Whoever sees one unit only need not choose it.
    const unitId = query.don_vi ?? (rows.length === 1 ? rows[0]?.unit.id : undefined);
    const one = rows.find(({ unit }) => unit.id === unitId);
    const shown = one ? [one] : rows;
    const format = query['dinh-dang'];
    if (format) return burdenFile(context, shown, names, one !== undefined, format);
    const choice = filterBar(
      {
        action: '/chi-tieu/ganh-nang',
        fields: selectField(
          {
            name: 'don_vi',
            label: t(b.unit),
            value: one?.unit.id ?? '',
            options: [
              { value: '', text: t(b.every_unit) },
              ...rows.map(({ unit }) => ({ value: unit.id, text: unit.name })),
            ],
          },
          t,
        ),
        reset: query.don_vi === undefined ? undefined : '/chi-tieu/ganh-nang',
      },
      t,
    );
    const body = one ? ofUnit(context, one, names) : everyUnit(context, rows);
    const actions = html`${listDownloads((format) => withQuery(url, { 'dinh-dang': format }), t)}`;
    return page(
      context,
      html`${rows.length > 1 && choice}${body}<p class="hint">${t(b.how_counted)}</p>`,
      actions,
    );
  },
});

function page(context: RequestContext, main: Html, actions: Html): Answer {
  const { t } = context;
  return answerPage(
    shell(context, {
      title: t(b.title),
      lead: t(b.lead),
      active: 'figures',
      breadcrumb: [{ href: '/chi-tieu', text: t(m.title) }, { text: t(b.title) }],
      wide: true,
      actions,
      main,
      scripts: ['filter-auto'],
    }),
  );
}

const number = ({ t }: RequestContext, n: number): string => t(m.number, { n });

function everyUnit(context: RequestContext, rows: readonly UnitBurden[]): Html {
  const { t } = context;
  const n = (of: number): string => number(context, of);
  return dataTable(
    {
      caption: t(b.title),
      columns: [
        { key: 'unit', label: t(b.unit), primary: true },
        { key: 'figures', label: t(b.figures), align: 'end', width: 'fit' },
        { key: 'cells', label: t(b.cells), align: 'end', width: 'fit' },
        { key: 'askers', label: t(b.askers), align: 'end', width: 'fit' },
        { key: 'overlaps', label: t(b.overlapping), align: 'end', width: 'fit' },
      ],
      rows: rows.map(({ unit, burden: of }) => ({
        href: `/chi-tieu/ganh-nang?don_vi=${unit.id}`,
        cells: [unit.name, n(of.figures.length), n(of.cellsAYear), n(of.askers.length), n(of.overlapping)],
      })),
      empty: emptyState({ title: t(b.units_none), text: t(b.units_none_text) }),
    },
    t,
  );
}

function ofUnit(
  context: RequestContext,
  { unit, burden: of }: UnitBurden,
  names: ReadonlyMap<string, string>,
): Html {
  const { t } = context;
  const n = (count: number): string => number(context, count);
  const stats = statCards(
    [
      { label: t(b.figures), value: n(of.figures.length), href: `/chi-tieu?don_vi=${unit.id}` },
      { label: t(b.cells), value: n(of.cellsAYear) },
      { label: t(b.askers), value: n(of.askers.length) },
      { label: t(b.overlapping), value: n(of.overlapping) },
    ],
    t,
  );
  const askers = dataTable(
    {
      caption: t(b.by_asker),
      captionVisible: true,
      columns: [
        { key: 'asker', label: t(b.asker), primary: true },
        { key: 'figures', label: t(b.figures), align: 'end', width: 'fit' },
        { key: 'cells', label: t(b.cells), align: 'end', width: 'fit' },
      ],
      rows: of.askers.map((asker) => ({
        href: `/chi-tieu?don_vi=${unit.id}&co_quan=${asker.ownerUnitId}`,
        cells: [names.get(asker.ownerUnitId) ?? '', n(asker.figures), n(asker.cellsAYear)],
      })),
      empty: emptyState({ title: t(b.nothing), text: t(b.nothing_text) }),
    },
    t,
  );
  const overlaps = dataTable(
    {
      caption: t(b.overlaps),
      captionVisible: true,
      columns: [
        { key: 'kind', label: t(b.overlap), primary: true },
        { key: 'what', label: t(b.overlap_what) },
        { key: 'figures', label: t(b.overlap_figures) },
      ],
      rows: of.overlaps.map((overlap) => ({
        cells: [t(overlapNames[overlap.kind]), overlapWhat(context, overlap), figuresOf(overlap)],
      })),
      empty: emptyState({ title: t(b.no_overlap), text: t(b.no_overlap_text) }),
    },
    t,
  );
  return html`<h2>${unit.name}</h2>${stats}${askers}${overlaps}`;
}

/** Many figures stand by their codes alone. */
const NAMED_FIGURES = 6;

function figuresOf({ figures }: Overlap): Html {
  const names = figures.length <= NAMED_FIGURES ? figures.map(({ name }) => name).join(' · ') : undefined;
  return titleLines(figures.map(({ code }) => code).join(', '), names);
}

/** The number that is asked again, or the periods of the figure. */
export function overlapWhat({ t }: RequestContext, overlap: Overlap): string {
  if (overlap.kind === 'same_part') return overlap.part;
  const [figure] = overlap.figures;
  if (overlap.kind === 'two_periods' && figure) return periodWords(figure, t);
  return overlap.figures[0]?.unitOfMeasure ?? '';
}
