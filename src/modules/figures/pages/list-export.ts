import { type CalendarDate, formatDate } from '../../../kernel/dates.ts';
import type { ExportColumn } from '../../../kernel/documents/index.ts';
import { type ListFormat, listFile } from '../../../kernel/http/list-file.ts';
import type { Answer, RequestContext } from '../../../kernel/http/route.ts';
import type { FigureDefinition } from '../domain/figure.ts';
import { directionNames, kindNames, m, rollUpNames } from '../messages.ts';
import { contentWord, enterersWords, type Names, periodWords } from './words.ts';

/** The catalogue with every attribute, one figure a row. */
export function catalogFile(
  context: RequestContext,
  figures: readonly FigureDefinition[],
  names: Names,
  day: CalendarDate,
  format: ListFormat,
): Answer {
  const { t } = context;
  const text = (header: string, width: number): ExportColumn => ({ header, width, kind: 'text' });
  return listFile(format, `chi-tieu-${day}`, {
    name: t(m.title),
    title: t(m.export_title),
    columns: [
      text(t(m.col_code), 10),
      text(t(m.col_name), 60),
      text(t(m.col_measure), 12),
      text(t(m.number_kind), 12),
      text(t(m.col_numerator), 36),
      text(t(m.col_denominator), 36),
      text(t(m.col_content), 20),
      text(t(m.part), 8),
      text(t(m.col_enters), 44),
      text(t(m.owner), 36),
      text(t(m.col_periods), 24),
      text(t(m.col_roll_up), 36),
      text(t(m.col_direction), 20),
      { header: t(m.col_target), width: 10, kind: 'number' },
      text(t(m.col_evidence), 10),
      text(t(m.col_source), 44),
      text(t(m.col_note), 44),
    ],
    rows: figures.map((figure) => [
      figure.code,
      figure.name,
      figure.unitOfMeasure,
      t(kindNames[figure.numberKind]),
      figure.numeratorLabel,
      figure.denominatorLabel,
      contentWord(figure.dimension, context),
      figure.subDimension,
      enterersWords(figure.enteredBy, names, t),
      names.units.get(figure.ownerUnitId) ?? '',
      periodWords(figure, t),
      t(rollUpNames[figure.rollUp]),
      t(directionNames[figure.direction]),
      figure.target,
      figure.evidenceWanted ? t(m.yes) : '',
      figure.source,
      figure.note,
    ]),
    notes: [t(m.export_note, { date: formatDate(day) })],
  });
}
