import { z } from 'zod';
import { formatInstant } from '../../../kernel/dates.ts';
import { ensure } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { answerPage, get, type RequestContext, signedIn } from '../../../kernel/http/route.ts';
import {
  asOfForm,
  asOfNotice,
  dataTable,
  definitionList,
  emptyState,
  linkButton,
  shell,
} from '../../../ui/index.ts';
import { type FigureDefinition, showValue } from '../../figures/index.ts';
import { reportErrors } from '../errors.ts';
import { tm } from '../messages-totals.ts';
import { mayAdjust } from '../policy-totals.ts';
import { figuresAsked, type TotalCell, totalCells, totalsBoard } from '../queries/rollup-board.ts';
import { type BoardReading, boardQuery, boardReading, TOTALS, valueWords } from './board-parts.ts';
import { crumbs, sameDay } from './parts.ts';

export const PERIOD_CODE = ':period{[0-9A-Z.-]+}';
export const FIGURE_CODE = ':code{[A-Z][A-Z0-9.]+[a-z]?}';
const CELL = `${TOTALS}/${PERIOD_CODE}/${FIGURE_CODE}` as const;

export const adjustHref = (periodCode: string, code: string, unitId: string): string =>
  `${TOTALS}/${periodCode}/${code}/dieu-chinh/${unitId}`;

/** The figure of an address, if it is asked for the period. */
export async function figureOfAddress(
  { db }: RequestContext,
  { period, end }: BoardReading,
  code: string,
): Promise<FigureDefinition> {
  const found = (await figuresAsked(db, period, end)).find((one) => one.code === code);
  ensure(found, reportErrors.cell_not_found);
  return found;
}

/** The board's reading of the period in an address. Throws `reports.cell_not_found` where there is none. */
export async function cellReading(
  context: RequestContext,
  periodCode: string,
  query: { readonly 'don-vi'?: string | undefined; readonly as_of?: string | undefined } = {},
): Promise<BoardReading> {
  const reading = await boardReading(context, {
    ...query,
    'don-vi': query['don-vi'],
    ky: periodCode,
    as_of: query.as_of,
  });
  ensure(reading?.period.code === periodCode, reportErrors.cell_not_found);
  return reading;
}

/** One total down to its units: what each said, whether it counts, and what the lead agency holds instead. */
export const totalCell = get({
  path: CELL,
  access: signedIn,
  rate: 'page',
  query: z.object({ 'don-vi': boardQuery['don-vi'], as_of: boardQuery.as_of }),
  async handle(context, { params, query }) {
    const { db, actor, t, url } = context;
    const reading = await cellReading(context, params.period, query);
    const definition = await figureOfAddress(context, reading, params.code);
    const { period, nodeId, tree, end, day } = reading;
    const wanted = { period, asOf: end, figures: [definition] };
    const board = await totalsBoard(db, actor, { ...wanted, nodeIds: [nodeId] });
    const [one] = board.byNode.get(nodeId) ?? [];
    const cells = await totalCells(db, actor, { ...wanted, nodeId }, tree.names);
    const facts = one
      ? definitionList([
          { term: t(tm.by_sector), value: valueWords(context, one.sector.value) },
          ...(one.adjusted
            ? [{ term: t(tm.col_adjusted), value: valueWords(context, one.adjusted.value) }]
            : []),
          { term: t(tm.by_territory), value: valueWords(context, one.territory.value) },
          {
            term: t(tm.col_filled),
            value: t(tm.of_asked, { n: one.sector.filled, all: one.sector.asked }),
          },
          { term: t(tm.owner), value: reading.units.names.get(definition.ownerUnitId) ?? '' },
        ])
      : html``;
    const main = html`${asOfNotice({ asOf: day.asOf, url }, t)}${facts}${unitTable(context, reading, cells)}${asOfForm({ asOf: day.asOf, url }, t)}`;
    return answerPage(
      shell(context, {
        title: definition.name,
        active: 'reports',
        kicker: `${t(period.name)} · ${definition.code} · ${definition.unitOfMeasure}`,
        lead: tree.names.get(nodeId) ?? '',
        breadcrumb: crumbs(
          context,
          reading,
          { href: sameDay(reading, `${TOTALS}?ky=${period.code}&don-vi=${nodeId}`), text: t(tm.title) },
          { text: definition.code },
        ),
        wide: true,
        main,
      }),
    );
  },
});

function unitTable(context: RequestContext, reading: BoardReading, cells: readonly TotalCell[]): Html {
  const { t, lang, actor } = context;
  const isNow = reading.day.asOf === null;
  const canAdjust = (cell: TotalCell): boolean =>
    isNow &&
    cell.definition.rollUp !== 'none' &&
    mayAdjust(actor, { lineage: cell.unit.lineage, ownerUnitId: cell.definition.ownerUnitId });
  const link = (cell: TotalCell): Html | false =>
    (canAdjust(cell) || cell.adjustment !== undefined) &&
    linkButton({
      href: sameDay(reading, adjustHref(reading.period.code, cell.definition.code, cell.unit.id)),
      text: t(canAdjust(cell) && !cell.adjustment ? tm.adjust : tm.see_adjustment),
      small: true,
    });
  return dataTable(
    {
      caption: t(tm.col_unit),
      columns: [
        { key: 'unit', label: t(tm.col_unit), primary: true },
        { key: 'said', label: t(tm.col_said), align: 'end' },
        { key: 'state', label: t(tm.col_state) },
        { key: 'entered', label: t(tm.col_entered), width: 'fit' },
        { key: 'adjust', label: t(tm.adjust), hideLabel: true, width: 'fit' },
      ],
      rows: cells.map((cell) => ({
        cells: [
          html`<span class="line-title">${cell.name}</span>`,
          cell.said ? showValue(lang, cell.said.value) : t(tm.nothing_said),
          html`${stateWords(context, cell)}${adjustmentWords(context, cell)}`,
          cell.said &&
            html`${cell.said.byName}<span class="line-sub">${formatInstant(cell.said.changedAt)}</span>`,
          link(cell),
        ],
      })),
      empty: emptyState({ title: t(tm.no_figures), text: t(tm.no_figures_what) }),
    },
    t,
  );
}

export function stateWords({ t }: RequestContext, { part, said }: TotalCell): string {
  if (!said) return t(tm.state_missing);
  if (said.isLate) return t(tm.state_late);
  if (said.value.kind === 'no_data') return t(tm.state_no_data);
  if (part === 'unasked') return t(tm.state_unasked);
  return t(part === 'outside' ? tm.state_outside : tm.state_counted);
}

/** What the lead agency holds instead, why, and whether the unit has spoken since. */
export function adjustmentWords({ t, lang }: RequestContext, { adjustment, said }: TotalCell): Html {
  if (!adjustment) return html``;
  const { value, byName, madeAt, reason, seenRevision } = adjustment;
  const why = t(tm.adjusted_why, { who: byName, at: formatInstant(madeAt), reason });
  const isOld = (said?.revision ?? 0) !== seenRevision;
  return html`<span class="line-sub"><strong>${t(tm.adjusted_to, { value: showValue(lang, value) })}</strong> ${why}</span>${isOld && html`<span class="line-sub">${t(tm.said_changed)}</span>`}`;
}
