import { formatDate, formatInstant } from '../../../kernel/dates.ts';
import type { ExportColumn } from '../../../kernel/documents/index.ts';
import { type ListFormat, listFile } from '../../../kernel/http/list-file.ts';
import type { Answer, RequestContext } from '../../../kernel/http/route.ts';
import { stateWord } from '../../../ui/index.ts';
import { occurrenceName, type Reading } from '../../assignments/index.ts';
import { m, outcomeWords } from '../messages.ts';
import type { UrgedItem } from '../queries/items.ts';
import type { UrgingMessage } from '../queries/round.ts';

/** Every item with what followed, one a row. */
export function roundFile(
  context: RequestContext,
  reading: Reading,
  title: string,
  messages: readonly UrgingMessage[],
  items: readonly UrgedItem[],
  format: ListFormat,
): Answer {
  const { t, lang } = context;
  const columns: ExportColumn[] = [
    { header: t(m.col_unit), width: 30, kind: 'text' },
    { header: t(m.col_asks), width: 16, kind: 'text' },
    { header: t(m.col_code), width: 8, kind: 'text' },
    { header: t(m.col_clause), width: 12, kind: 'text' },
    { header: t(m.col_work), width: 60, kind: 'text' },
    { header: t(m.col_occurrence), width: 16, kind: 'text' },
    { header: t(m.col_doer), width: 30, kind: 'text' },
    { header: t(m.col_then), width: 16, kind: 'text' },
    { header: t(m.col_due), width: 12, kind: 'date' },
    { header: t(m.col_since), width: 20, kind: 'text' },
    { header: t(m.col_since_on), width: 12, kind: 'date' },
    { header: t(m.col_read), width: 30, kind: 'text' },
    { header: t(m.col_answers), width: 60, kind: 'text' },
  ];
  const byMessage = Map.groupBy(items, (item) => item.messageId);
  const nameOf = (unitId: string): string => reading.units.names.get(unitId) ?? '';
  const rowsOf = (message: UrgingMessage) => {
    const first = message.readers[0];
    const said = message.answers.map((answer) => answer.words).join('\n');
    return (byMessage.get(message.id) ?? []).map((item) => [
      nameOf(message.unitId),
      t(item.asks === 'do' ? m.asks_do : m.asks_answer),
      item.code,
      item.clausePath,
      item.words,
      occurrenceName(item.occurrence, lang),
      nameOf(item.unitId),
      stateWord(item.state, t),
      item.dueOn,
      t(outcomeWords[item.followed.outcome]),
      item.followed.on,
      first ? `${first.name}, ${formatInstant(first.at)}` : '',
      said,
    ]);
  };
  return listFile(format, `don-doc-${reading.day.today}`, {
    name: t(m.title),
    title: t(m.export_round_title, { subject: title }),
    columns,
    rows: messages.flatMap(rowsOf),
    notes: [t(m.as_it_stood, { date: formatDate(reading.day.today) })],
  });
}
