import type { ExportColumn, ExportValue } from '../../../kernel/documents/index.ts';
import { type ListFormat, listFile } from '../../../kernel/http/list-file.ts';
import type { Answer, RequestContext } from '../../../kernel/http/route.ts';
import { cellsAYear } from '../domain/burden.ts';
import { m } from '../messages.ts';
import { b, overlapNames } from '../messages-burden.ts';
import type { UnitBurden } from '../queries/burdens.ts';
import { periodWords } from './words.ts';

/** All units a row each, or one unit with its figures a row each. */
export function burdenFile(
  context: RequestContext,
  shown: readonly UnitBurden[],
  names: ReadonlyMap<string, string>,
  isOne: boolean,
  format: ListFormat,
): Answer {
  const { t, today } = context;
  const [one] = shown;
  const file = (title: string, columns: ExportColumn[], rows: Iterable<readonly ExportValue[]>): Answer =>
    listFile(format, `ganh-nang-bao-cao-${today}`, {
      name: t(b.title),
      title,
      columns,
      rows,
      notes: [t(b.how_counted)],
    });
  if (isOne && one) {
    const { figures, overlaps } = one.burden;
    const overlapping = (id: string): string =>
      overlaps
        .filter((overlap) => overlap.figures.some((figure) => figure.id === id))
        .map((overlap) => t(overlapNames[overlap.kind]))
        .join('; ');
    return file(
      t(b.export_unit, { unit: one.unit.name }),
      [
        { header: t(m.col_code), width: 10, kind: 'text' },
        { header: t(m.col_name), width: 60, kind: 'text' },
        { header: t(m.owner), width: 36, kind: 'text' },
        { header: t(m.col_periods), width: 24, kind: 'text' },
        { header: t(b.col_times), width: 10, kind: 'number' },
        { header: t(b.col_overlap), width: 44, kind: 'text' },
      ],
      figures.map((figure) => [
        figure.code,
        figure.name,
        names.get(figure.ownerUnitId) ?? '',
        periodWords(figure, t),
        cellsAYear(figure),
        overlapping(figure.id),
      ]),
    );
  }
  return file(
    t(b.export_all),
    [
      { header: t(b.unit), width: 40, kind: 'text' },
      { header: t(b.figures), width: 10, kind: 'number' },
      { header: t(b.cells), width: 14, kind: 'number' },
      { header: t(b.askers), width: 14, kind: 'number' },
      { header: t(b.overlapping), width: 20, kind: 'number' },
    ],
    shown.map(({ unit, burden }) => [
      unit.name,
      burden.figures.length,
      burden.cellsAYear,
      burden.askers.length,
      burden.overlapping,
    ]),
  );
}
