import type { ExportColumn } from '../../../../kernel/documents/index.ts';
import { type ListFormat, listFile } from '../../../../kernel/http/list-file.ts';
import type { Answer, RequestContext } from '../../../../kernel/http/route.ts';
import { appliesOf, levelOf, NOTHING } from '../../domain/cell.ts';
import { levelNames, m } from '../../messages.ts';
import { COLUMNS } from '../../queries/board.ts';
import { contentName } from '../ask/words.ts';
import type { BoardView } from './reading.ts';

/** The board as tidy rows: one for each unit and content. */
export function boardFile(
  context: RequestContext,
  { board, reading }: BoardView,
  format: ListFormat,
): Answer {
  const { t } = context;
  const number = (header: string): ExportColumn => ({ header, width: 12, kind: 'number' });
  const columns: ExportColumn[] = [
    { header: t(m.col_day), width: 12, kind: 'date' },
    { header: t(m.col_code), width: 12, kind: 'text' },
    { header: t(m.col_unit), width: 34, kind: 'text' },
    number(t(m.col_dimension)),
    { header: t(m.col_content), width: 44, kind: 'text' },
    number(t(m.col_total)),
    number(t(m.col_accepted)),
    number(t(m.col_claimed)),
    number(t(m.col_overdue)),
    number(t(m.col_soon)),
    number(t(m.col_not_applicable)),
    { header: t(m.col_level), width: 18, kind: 'text' },
  ];
  const rows = board.rows.flatMap(({ unit, cells }) =>
    COLUMNS.map((content, at) => {
      const cell = cells[at] ?? NOTHING;
      return [
        reading.day.today,
        unit.code,
        unit.name,
        content.number,
        contentName(context, content.number),
        appliesOf(cell),
        cell.accepted,
        cell.claimed,
        cell.overdue,
        cell.dueSoon,
        cell.notApplicable,
        t(levelNames[levelOf(cell)]),
      ];
    }),
  );
  return listFile(format, `${t(m.file)}-${reading.day.today}`, {
    name: t(m.title),
    title: `${t(m.heat_title)} · ${board.plan.title}`,
    columns,
    rows,
  });
}
