import { formatDate } from '../../../../kernel/dates.ts';
import { type ListFormat, listFile } from '../../../../kernel/http/list-file.ts';
import type { Answer, RequestContext } from '../../../../kernel/http/route.ts';
import { m } from '../../messages-staff.ts';
import { occurrenceWords, sectionNames, stateNames } from '../../messages-words.ts';
import type { WorkLine } from '../../queries/work-list.ts';
import { todoText } from '../act-link.ts';
import { basisText } from '../law-words.ts';
import type { Looking } from '../looking.ts';

/** What the list shows, to take along. */
export function workListFile(
  context: RequestContext,
  looking: Looking,
  unitName: string,
  lines: readonly WorkLine[],
  format: ListFormat,
): Answer {
  const { t, lang } = context;
  return listFile(format, `cong-khai-${looking.day}`, {
    name: t(m.title),
    title: `${t(m.list, { unit: unitName })}, ${formatDate(looking.day)}`,
    columns: [
      { header: t(m.state), width: 22, kind: 'text' },
      { header: t(m.col_item), width: 50, kind: 'text' },
      { header: t(m.section), width: 20, kind: 'text' },
      { header: t(m.col_occurrence), width: 20, kind: 'text' },
      { header: t(m.col_due), width: 12, kind: 'date' },
      { header: t(m.col_todo), width: 44, kind: 'text' },
      { header: t(m.col_places_asked), width: 12, kind: 'number' },
      { header: t(m.col_places), width: 12, kind: 'number' },
      { header: t(m.col_proven), width: 12, kind: 'number' },
      { header: t(m.col_basis), width: 50, kind: 'text' },
    ],
    rows: lines.map((line) => {
      const { item, facts, state } = line;
      const { regime } = item.terms;
      const unchecked = regime.status === 'UNCONFIRMED' ? ` (${t(m.unconfirmed)})` : '';
      return [
        t(stateNames[state]),
        item.title,
        t(sectionNames[item.section]),
        occurrenceWords(item.occurrence)?.[lang] ?? '',
        item.dueOn,
        todoText(context, line),
        facts.places.length,
        facts.places.filter(({ posting }) => posting !== null).length,
        facts.places.filter(({ posting }) => posting?.isProven).length,
        `${basisText(regime, context)}${unchecked}`,
      ];
    }),
    notes: [t(m.exported, { date: formatDate(context.today) })],
  });
}
