import { formatDate, formatInstant } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { card, dataTable, definitionList, details, tag } from '../../../ui/index.ts';
import { onSameDay, type Reading } from '../../assignments/index.ts';
import { LEFT_OUT } from '../domain/choose.ts';
import { countOutcomes, movedOf, OUTCOMES, type OutcomeCounts } from '../domain/followed.ts';
import { leftOutWords, m, outcomeWords } from '../messages.ts';
import type { UrgedItem } from '../queries/items.ts';
import type { Round, UrgingMessage } from '../queries/round.ts';
import { paragraphs } from './round-message.ts';

/** "3 đang làm, 1 đã chấp nhận": what moved, in the order of how far it came. */
function outcomeList({ t }: RequestContext, counts: OutcomeCounts): string {
  return OUTCOMES.filter((outcome) => outcome !== 'nothing' && counts[outcome] > 0)
    .map((outcome) => `${t(m.number, { n: counts[outcome] })} ${t(outcomeWords[outcome])}`)
    .join(', ');
}

/** Who sent what, to whom, and how it was chosen; for whoever sees the whole round. */
export function roundFacts(context: RequestContext, reading: Reading, round: Round): Html {
  const { t } = context;
  const { selection, leftOut } = round;
  const notUrged = LEFT_OUT.flatMap((why) => {
    const n = leftOut[why];
    return n === undefined ? [] : [html`<li>${t(leftOutWords[why])}: ${t(m.number, { n })}</li>`];
  });
  const chosen =
    selection.how === 'ticked'
      ? html`${t(m.chosen_ticked)}`
      : html`${t(m.chosen_filter)} (<a href="${`/phan-viec?${new URLSearchParams(selection.filters)}`}">${t(m.open_filter)}</a>)`;
  const facts = definitionList([
    {
      term: t(m.sent_by),
      value: [round.personName, round.personTitle, reading.units.names.get(round.fromUnitId)]
        .filter(Boolean)
        .join(', '),
    },
    { term: t(m.sent_at), value: formatInstant(round.madeAt) },
    {
      term: t(m.answer_by),
      value: html`${formatDate(round.answerBy)}${details(t(m.why_day), html`<p>${t(round.answerExplained)}</p><p>${t(m.calendar_version, { version: round.answerCalendar })}</p>`)}`,
    },
    { term: t(m.chosen), value: chosen },
    ...(notUrged.length > 0 ? [{ term: t(m.not_urged), value: html`<ul>${notUrged}</ul>` }] : []),
  ]);
  const said = html`${round.words !== '' && details(t(m.words), paragraphs(round.words))}${round.requestWords !== '' && details(t(m.request_words), paragraphs(round.requestWords))}`;
  return card({ body: html`${facts}${said}` });
}

/** Unit by unit: who read it, what followed, who answered. */
export function overviewTable(
  context: RequestContext,
  reading: Reading,
  round: Round,
  messages: readonly UrgingMessage[],
  items: readonly UrgedItem[],
): Html {
  const { t } = context;
  const byMessage = Map.groupBy(items, (item) => item.messageId);
  const all = countOutcomes(items.map((item) => item.followed.outcome));
  const rows = messages.map((message) => {
    const counts = countOutcomes((byMessage.get(message.id) ?? []).map((item) => item.followed.outcome));
    const name = reading.units.names.get(message.unitId) ?? '';
    const first = message.readers[0];
    const said = message.answers.at(-1);
    const isLate = !message.isRequest && round.answerBy < reading.day.today;
    return {
      href: onSameDay(reading, `/don-doc/${round.id}?don-vi=${message.unitId}#don-vi-${message.unitId}`),
      cells: [
        message.isRequest ? html`${name} ${tag(t(m.is_request))}` : name,
        t(m.number, { n: message.items }),
        first ? t(m.read_by_one, { name: first.name, at: formatInstant(first.at) }) : t(m.unread),
        html`${t(m.of, { n: movedOf(counts), total: message.items })}${movedOf(counts) > 0 && html`<span class="line-sub">${outcomeList(context, counts)}</span>`}`,
        said ? formatInstant(said.at) : t(isLate ? m.late_answer : m.not_answered),
      ],
    };
  });
  const read = messages.filter((message) => message.readers.length > 0).length;
  const answered = messages.filter((message) => message.answers.length > 0).length;
  return dataTable(
    {
      caption: t(m.overview),
      captionVisible: true,
      note: t(m.overview_note),
      columns: [
        { key: 'unit', label: t(m.col_unit), primary: true },
        { key: 'items', label: t(m.col_items), align: 'end', width: 'fit' },
        { key: 'read', label: t(m.col_read) },
        { key: 'moved', label: t(m.col_moved), width: 'fit' },
        { key: 'answers', label: t(m.col_answers) },
      ],
      rows,
      totals: [
        t(m.units_in_all, { n: messages.length }),
        t(m.number, { n: items.length }),
        t(m.of, { n: read, total: messages.length }),
        t(m.of, { n: movedOf(all), total: items.length }),
        t(m.of, { n: answered, total: messages.length }),
      ],
      empty: html``,
    },
    t,
  );
}
