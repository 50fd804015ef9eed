import { type CalendarDate, formatDate, formatInstant } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import type { Message } from '../../../kernel/i18n.ts';
import {
  card,
  codeText,
  confirmAction,
  dataTable,
  emptyState,
  linkButton,
  tag,
  timeline,
  titleLines,
} from '../../../ui/index.ts';
import { type Day, movedDays } from '../domain/changes.ts';
import type { Period } from '../domain/period.ts';
import { m } from '../messages.ts';
import { mayAnswer, mayManage } from '../policy.ts';
import type { Extension, RecordedChange, Reopening } from '../queries/period-record.ts';
import type { Snapshot } from '../queries/snapshots.ts';
import { sourceTitle } from '../snapshot-sources.ts';
import { periodHref } from './parts.ts';
import type { PeriodReading } from './reading.ts';

function saidBy({ t }: RequestContext, who: { name: string; title: string; at: Date }): string {
  const at = formatInstant(who.at);
  return who.title === ''
    ? t(m.said_by_plain, { name: who.name, at })
    : t(m.said_by, { name: who.name, title: who.title, at });
}

/** Who asked for more days and what the answer was, for everybody to read. */
export function extensionsCard(
  context: RequestContext,
  reading: PeriodReading,
  period: Period,
  extensions: readonly Extension[],
): Html {
  const { t, actor } = context;
  const answerCell = (one: Extension): Html => {
    const { answer } = one;
    if (answer) {
      const said =
        answer.untilOn === null ? t(m.refused) : t(m.approved, { date: formatDate(answer.untilOn) });
      return titleLines(said, [answer.reason, saidBy(context, answer)].filter(Boolean).join(' · '));
    }
    const may = reading.asOf === null && mayAnswer(actor, one) && one.askedBy.personId !== actor.personId;
    const href = `${periodHref(period.code)}/gia-han/${one.id}`;
    return html`${t(m.waiting)} ${may && linkButton({ href, text: t(m.answer_it), small: true, about: reading.units.names.get(one.unitId) })}`;
  };
  return html`<h2>${t(m.extensions_title)}</h2><p>${t(m.extensions_lead)}</p>${dataTable(
    {
      caption: t(m.extensions_title),
      columns: [
        { key: 'unit', label: t(m.col_unit), primary: true },
        { key: 'until', label: t(m.col_until), width: 'fit' },
        { key: 'reason', label: t(m.col_reason) },
        { key: 'answer', label: t(m.col_answer) },
      ],
      rows: extensions.map((one) => ({
        cells: [
          titleLines(reading.units.names.get(one.unitId) ?? '', saidBy(context, one.askedBy)),
          formatDate(one.askedUntilOn),
          one.reason,
          answerCell(one),
        ],
      })),
      empty: emptyState({ title: t(m.extensions_none) }),
    },
    t,
  )}`;
}

/** What was taken again after the due day, and why; nothing where that never happened. */
export function reopeningsCard(
  context: RequestContext,
  reading: PeriodReading,
  period: Period,
  reopenings: readonly Reopening[],
): Html {
  const { t, actor, csrf } = context;
  if (reopenings.length === 0) return html``;
  const nameOf = ({ unitId }: Reopening): string =>
    unitId === null ? t(m.for_all) : (reading.units.names.get(unitId) ?? '');
  const endForm = (one: Reopening): Html | false =>
    reading.asOf === null &&
    mayManage(actor, null) &&
    one.endedAt === null &&
    one.untilOn >= reading.today &&
    confirmAction({
      summary: t(m.end_now),
      explain: t(m.end_explain, { unit: nameOf(one) }),
      action: `${periodHref(period.code)}/mo-lai/${one.id}/ket-thuc`,
      csrf,
      button: t(m.end_now),
    });
  return html`<h2>${t(m.reopenings_title)}</h2>${dataTable(
    {
      caption: t(m.reopenings_title),
      columns: [
        { key: 'unit', label: t(m.col_unit), primary: true },
        { key: 'until', label: t(m.col_until), width: 'fit' },
        { key: 'reason', label: t(m.col_reason) },
      ],
      rows: reopenings.map((one) => ({
        cells: [
          titleLines(nameOf(one), t(m.said_by_plain, { name: one.personName, at: formatInstant(one.at) })),
          formatDate(one.untilOn),
          html`${one.reason}${one.endedAt && html`<span class="line-sub">${t(m.ended_early, { at: formatInstant(one.endedAt), name: one.endedByName ?? '' })}</span>`}${endForm(one)}`,
        ],
      })),
      empty: html``,
    },
    t,
  )}`;
}

/** What the cut-off kept; of a corrected one also what the one before kept. */
export function snapshotCards(context: RequestContext, period: Period, snapshots: readonly Snapshot[]): Html {
  const { t } = context;
  const current = snapshots.some(({ cutOffOn }) => cutOffOn === period.cutOffOn);
  const none =
    !current &&
    card({
      title: t(m.snapshots_title),
      body: html`<p>${t(m.snapshot_none, { date: formatDate(period.cutOffOn) })}</p>`,
    });
  return html`${none}${snapshots.map((one) => snapshotCard(context, period, one))}`;
}

function snapshotCard(context: RequestContext, period: Period, snapshot: Snapshot): Html {
  const { t } = context;
  const isOld = snapshot.cutOffOn !== period.cutOffOn;
  const taken = t(m.snapshot_taken, {
    date: formatDate(snapshot.cutOffOn),
    taken: formatInstant(snapshot.takenAt),
  });
  return html`<h2>${t(snapshot.name)}</h2><p>${taken} ${isOld && tag(t(m.snapshot_old))}</p>${dataTable(
    {
      caption: t(snapshot.name),
      columns: [
        { key: 'part', label: t(m.col_part), primary: true },
        { key: 'count', label: t(m.col_count), align: 'end', width: 'fit' },
        { key: 'detail', label: t(m.col_detail) },
        { key: 'hash', label: t(m.col_hash), width: 'fit' },
      ],
      rows: snapshot.parts.map((part) => {
        const { message, params } = sourceTitle(part.source);
        const lines = part.facts.lines.map((line) => t(m.line, { words: line, value: line.value }));
        return {
          cells: [
            t(message, params),
            t(m.number, { n: part.count }),
            lines.join(' · '),
            html`<span title="${part.hash}">${codeText(part.hash.slice(0, 12))}</span>`,
          ],
        };
      }),
      empty: html``,
    },
    t,
  )}`;
}

const DAY_NAMES: Readonly<Record<Day, Message>> = {
  from: m.day_from,
  to: m.day_to,
  cut_off: m.day_cut_off,
  unit: m.step_unit,
  sector: m.step_sector,
  standing: m.step_standing,
  due: m.day_due,
  lock: m.day_lock,
};

const CHANGE_WORDS: Readonly<Record<RecordedChange['kind'], Message>> = {
  made: m.history_made,
  corrected: m.history_corrected,
  calendar: m.history_calendar,
};

/** Everything that happened to the days of the period, the latest first. */
export function historyCard(context: RequestContext, changes: readonly RecordedChange[]): Html {
  const { t } = context;
  const day = (on: CalendarDate | null): string => (on === null ? t(m.not_set) : formatDate(on));
  const items = changes.map(({ kind, change, reason, personName, at }) => {
    const moved = movedDays(change).map((one) =>
      t(m.moved, { day: DAY_NAMES[one.day], from: day(one.from), to: day(one.to) }),
    );
    return {
      at: formatInstant(at),
      who: personName,
      text: t(CHANGE_WORDS[kind]),
      detail: html`${reason !== '' && html`<p>${reason}</p>`}${moved.length > 0 && html`<ul>${moved.map((line) => html`<li>${line}</li>`)}</ul>`}`,
    };
  });
  return card({ title: t(m.history_title), body: timeline(items) });
}
