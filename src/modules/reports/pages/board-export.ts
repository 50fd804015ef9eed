import { formatDate, formatInstant } from '../../../kernel/dates.ts';
import type { ExportColumn, ExportValue } from '../../../kernel/documents/index.ts';
import { type ListFormat, listFile } from '../../../kernel/http/list-file.ts';
import type { Answer, RequestContext } from '../../../kernel/http/route.ts';
import { type Figure, percentOf } from '../../figures/index.ts';
import { tm } from '../messages-totals.ts';
import type { FigureTotals, TotalsBoard } from '../queries/rollup-board.ts';
import type { Way } from './board.ts';
import type { BoardReading } from './board-parts.ts';

/** A rate is its percentage; numerator and denominator stand beside it. */
const asNumber = (value: Figure | null): number | null =>
  value?.kind === 'number' ? value.number : percentOf(value ?? undefined);

const partOfRate = (value: Figure | null, part: 'numerator' | 'denominator'): number | null =>
  value?.kind === 'rate' ? value[part] : null;

/** What the page shows, one total a row; by territory each unit below has its rows. */
export function totalsFile(
  context: RequestContext,
  reading: BoardReading,
  board: TotalsBoard,
  way: Way,
  format: ListFormat,
): Answer {
  const { t } = context;
  const { period, tree, units, day } = reading;
  const text = (header: string, width: number): ExportColumn => ({ header, width, kind: 'text' });
  const number = (header: string): ExportColumn => ({ header, width: 12, kind: 'number' });
  const isSector = way === 'nganh';
  const rowOf = (nodeId: string, one: FigureTotals): ExportValue[] => {
    const { definition, adjusted } = one;
    const total = isSector ? one.sector : one.territory;
    return [
      tree.names.get(nodeId) ?? '',
      units.names.get(definition.ownerUnitId) ?? '',
      definition.code,
      definition.name,
      definition.unitOfMeasure,
      asNumber(total.value),
      partOfRate(total.value, 'numerator'),
      partOfRate(total.value, 'denominator'),
      isSector && adjusted ? asNumber(adjusted.value) : null,
      asNumber(isSector ? one.yearSector : one.yearTerritory),
      total.asked,
      total.filled,
      total.noData,
      total.missing,
      total.late,
    ];
  };
  return listFile(format, `tong-hop-${period.code}-${way}`, {
    name: t(tm.title),
    title: `${t(tm.title)}: ${t(isSector ? tm.by_sector : tm.by_territory)}`,
    columns: [
      text(t(tm.under), 28),
      text(t(tm.owner), 28),
      text(t(tm.col_code), 10),
      text(t(tm.col_figure), 56),
      text(t(tm.col_measure), 12),
      number(t(tm.col_total)),
      number(t(tm.col_numerator)),
      number(t(tm.col_denominator)),
      number(t(tm.col_adjusted)),
      number(t(tm.col_year)),
      number(t(tm.col_asked)),
      number(t(tm.col_filled)),
      number(t(tm.col_no_data)),
      number(t(tm.col_missing)),
      number(t(tm.col_late)),
    ],
    rows: [...board.byNode].flatMap(([nodeId, own]) => own.map((one) => rowOf(nodeId, one))),
    notes: [
      t(tm.export_note, {
        period: t(period.name),
        at: day.asOf === null ? formatInstant(context.now) : formatDate(day.asOf),
      }),
    ],
  });
}
