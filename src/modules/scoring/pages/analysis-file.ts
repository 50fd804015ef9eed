import { formatDate } from '../../../kernel/dates.ts';
import type { ExportColumn } from '../../../kernel/documents/index.ts';
import { type ListFormat, listFile } from '../../../kernel/http/list-file.ts';
import type { Answer, RequestContext } from '../../../kernel/http/route.ts';
import type { Reading } from '../../assignments/index.ts';
import { CITATION } from '../../papi/index.ts';
import { m, movementWords } from '../messages.ts';
import { q } from '../messages-part.ts';
import type { Analysis, PartLine } from '../queries/analysis.ts';
import { flagsOf, nameOfPart } from './parts.ts';

/** The analysis as a list, one part a row. */
export function analysisFile(
  context: RequestContext,
  reading: Reading,
  found: Analysis,
  lines: readonly PartLine[],
  format: ListFormat,
): Answer {
  const { t } = context;
  const columns: ExportColumn[] = [
    { header: t(m.col_code), width: 8, kind: 'text' },
    { header: t(m.col_part), width: 50, kind: 'text' },
    { header: t(m.col_score), width: 10, kind: 'number' },
    { header: t(m.col_lost_best), width: 14, kind: 'number' },
    { header: t(m.col_lost_quarter), width: 14, kind: 'number' },
    { header: t(m.col_lost_past), width: 14, kind: 'number' },
    { header: t(m.col_change), width: 14, kind: 'number' },
    { header: t(m.col_owner), width: 34, kind: 'text' },
    { header: t(m.col_owner_kind), width: 16, kind: 'text' },
    { header: t(m.col_tasks), width: 10, kind: 'number' },
    { header: t(m.col_assignments), width: 10, kind: 'number' },
    { header: t(m.col_accepted), width: 10, kind: 'number' },
    { header: t(m.col_overdue), width: 10, kind: 'number' },
    { header: t(m.col_movement), width: 30, kind: 'text' },
    { header: t(m.col_flags), width: 30, kind: 'text' },
    { header: t(q.shortcoming), width: 50, kind: 'text' },
    { header: t(q.why), width: 50, kind: 'text' },
    { header: t(q.responsibility), width: 50, kind: 'text' },
  ];
  const points = (value: number | null | undefined): number | null =>
    value == null ? null : Math.round(value * 1e6) / 1e6;
  const rows = lines.map((line) => [
    line.part.code,
    nameOfPart(line.part, context),
    points(line.loss?.value),
    points(line.loss?.againstBest),
    points(line.loss?.againstTopQuarter),
    points(line.loss?.againstOwnPast),
    points(line.loss?.change),
    line.owner ? (reading.units.names.get(line.owner.unitId) ?? '') : '',
    line.owner ? t(line.owner.isProposed ? m.proposed : m.named) : t(m.no_owner),
    line.count.tasks,
    line.count.work,
    line.count.accepted,
    line.count.overdue,
    t(movementWords[line.movement]),
    flagsOf(line, context).join('; '),
    line.cause?.shortcoming ?? '',
    line.cause?.cause ?? '',
    line.cause?.responsibility ?? '',
  ]);
  return listFile(format, `phan-tich-papi-${found.year}`, {
    name: t(m.title),
    title: t(m.kicker, { place: found.placeName, year: String(found.year) }),
    columns,
    rows,
    notes: [t(m.source, { cite: CITATION }), formatDate(reading.day.today)],
  });
}
