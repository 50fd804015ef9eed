import { formatDate } from '../../../../kernel/dates.ts';
import { type ExportColumn, writeWorkbook } from '../../../../kernel/documents/index.ts';
import type { Answer, RequestContext } from '../../../../kernel/http/route.ts';
import { stateWord } from '../../../../ui/index.ts';
import { MONTH_KINDS, type Month, monthKindsOf, monthName } from '../../domain/month.ts';
import { WHAT_WORDS } from '../../domain/month-sheet.ts';
import { m as words } from '../../messages.ts';
import { m } from '../../messages-month.ts';
import type { MonthItem } from '../../queries/month.ts';
import { occurrenceName } from '../occurrence.ts';

/** The month as a workbook to be filled in, with a sheet that says how; what cannot be recorded now is left out. */
export function monthSheet(
  context: RequestContext,
  unitName: string,
  month: Month,
  items: readonly MonthItem[],
): Answer {
  const { t, lang } = context;
  const name = monthName(month);
  const choices = (['', ...MONTH_KINDS] as const).map((kind) => t(WHAT_WORDS[kind]));
  const columns: ExportColumn[] = [
    { header: t(m.col_id), width: 38, kind: 'text', hidden: true },
    { header: t(m.col_revision), width: 8, kind: 'number', hidden: true },
    { header: t(words.col_state), width: 16, kind: 'text' },
    { header: t(words.col_code), width: 8, kind: 'text' },
    { header: t(words.col_work), width: 56, kind: 'text' },
    { header: t(words.col_occurrence), width: 16, kind: 'text' },
    { header: t(words.col_due), width: 13, kind: 'date' },
    { header: t(m.col_record), width: 18, kind: 'text', input: true, choices },
    { header: t(m.col_day_sheet), width: 14, kind: 'date', input: true },
    { header: t(m.col_words), width: 50, kind: 'text', input: true },
    { header: t(m.col_quantity), width: 12, kind: 'number', input: true },
  ];
  const rows = items
    .filter((item) => monthKindsOf(item).length > 0)
    .map((item) => [
      item.id,
      item.revision,
      stateWord(item.state, t),
      item.code,
      item.words,
      occurrenceName(item.occurrence, lang),
      item.dueOn,
      t(WHAT_WORDS['']),
      null,
      null,
      null,
    ]);
  const [no_change, start, claim] = choices;
  const said = { no_change: no_change ?? '', start: start ?? '', claim: claim ?? '', month: name };
  const guide = [m.how_1, m.how_2, m.how_3, m.how_4].map((line) => [t(line, said)]);
  const body = writeWorkbook({
    sheets: [
      {
        name: t(m.sheet_name, { month: name.replace('/', '-') }),
        title: t(m.sheet_title, { unit: unitName, month: name }),
        columns,
        rows,
      },
      {
        name: t(m.guide),
        columns: [{ header: t(m.guide), width: 110, kind: 'text' }],
        rows: [...guide, [t(m.made_on, { date: formatDate(context.today) })]],
      },
    ],
  });
  return {
    kind: 'file',
    body,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    fileName: `viec-thang-${month.text}.xlsx`,
  };
}
