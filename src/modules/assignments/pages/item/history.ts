import { formatDate, formatInstant, vietnamDate } from '../../../../kernel/dates.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { card, type TimelineItem, tag, timeline } from '../../../../ui/index.ts';
import type { StateDay } from '../../domain/state.ts';
import { assignmentLimits } from '../../limits.ts';
import { m } from '../../messages.ts';
import { m as words } from '../../messages-history.ts';
import { m as people } from '../../messages-people.ts';
import type { HistoryLine } from '../../queries/history.ts';
import type { Entry } from '../../queries/item.ts';
import { onSameDay } from '../as-of.ts';
import type { Reading } from '../reading.ts';
import { commentText } from './comment-text.ts';
import { entryWords, evidenceWords } from './history-words.ts';

/** What happened, each line a sentence, in the order given. What was recorded after the day that is read is marked so. */
export function history(
  context: RequestContext,
  lines: readonly HistoryLine[],
  day: Pick<StateDay, 'asOf'>,
): Html {
  return timeline(lines.map((line) => lineOf(context, line, day)));
}

/** The latest lines beside the facts, and the way to all of them. */
export function recentHistory(
  context: RequestContext,
  reading: Reading,
  id: string,
  lines: readonly HistoryLine[],
): Html {
  const { t } = context;
  const shown = lines.slice(-assignmentLimits.recent_shown);
  const hidden = lines.length - shown.length;
  const all = html`<a href="${onSameDay(reading, `/phan-viec/${id}/lich-su`)}">${t(people.whole_history)}</a>`;
  const earlier = hidden > 0 && html`<p class="hint">${t(people.earlier_entries, { n: hidden })}</p>`;
  return card({
    title: t(m.history),
    note: all,
    body: html`${earlier}${history(context, shown, reading.day)}`,
  });
}

function lineOf(context: RequestContext, line: HistoryLine, day: Pick<StateDay, 'asOf'>): TimelineItem {
  const { t } = context;
  const at = formatInstant(line.at);
  switch (line.sort) {
    case 'entry':
      return entryLine(context, line.entry, day);
    case 'evidence':
      return { at, who: line.evidence.personName, text: evidenceWords(t, line.evidence, false) };
    case 'evidence_withdrawn': {
      const { withdrawn } = line.evidence;
      return {
        at,
        who: withdrawn?.personName,
        text: evidenceWords(t, line.evidence, true),
        detail: withdrawn && html`<p class="as-typed">${withdrawn.reason}</p>`,
      };
    }
    case 'remark': {
      const { who, detail, ...remark } = line.remark;
      return {
        at,
        who,
        text: t(remark.words, remark.params),
        detail: detail && html`<p>${t(detail.words, detail.params)}</p>`,
      };
    }
    case 'comment': {
      const { comment } = line;
      const who = [comment.personName, comment.unitName].filter(Boolean).join(', ');
      return comment.words === null
        ? { at, who, text: t(words.comment_withdrawn) }
        : { at, who, text: t(words.comment), detail: commentText({ ...comment, words: comment.words }) };
    }
  }
}

function entryLine(context: RequestContext, entry: Entry, day: Pick<StateDay, 'asOf'>): TimelineItem {
  const { t } = context;
  const recorded = vietnamDate(entry.recordedAt);
  const later =
    recorded === entry.happenedOn ? '' : ` (${t(m.recorded_later, { date: formatDate(recorded) })})`;
  const isAfter = day.asOf !== null && recorded > day.asOf;
  return {
    at: `${formatDate(entry.happenedOn)}${later}`,
    who: [entry.personName, entry.unitName].filter(Boolean).join(', '),
    text: html`${entryWords(t, entry)}${isAfter && html` ${tag(t(m.recorded_after))}`}`,
    detail: entry.note === '' ? undefined : html`<p class="as-typed">${entry.note}</p>`,
  };
}
