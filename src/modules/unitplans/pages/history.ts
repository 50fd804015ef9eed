import { formatDate, vietnamDate } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import type { Message } from '../../../kernel/i18n.ts';
import { tag, timeline } from '../../../ui/index.ts';
import type { MoveReason } from '../domain/event-facts.ts';
import { m } from '../messages.ts';
import type { ReadDay, RecordedEvent } from '../queries/unit-plans.ts';

const WHY: Readonly<Record<MoveReason, Message>> = {
  calendar: m.why_calendar,
  issue_corrected: m.why_issue_corrected,
  rule_changed: m.why_rule_changed,
};

function sentence({ t }: RequestContext, event: RecordedEvent): string {
  const day = (on: Parameters<typeof formatDate>[0] | null | undefined): string =>
    on ? formatDate(on) : t(m.no_due);
  switch (event.kind) {
    case 'obliged':
      return event.facts.due ? t(m.h_obliged, { date: day(event.facts.due.on) }) : t(m.h_asked);
    case 'received':
      return t(m.h_received);
    case 'draft_begun':
      return t(m.h_draft_begun, { n: event.facts.version });
    case 'issued':
      return t(m.h_issued, {
        n: event.facts.version,
        number: event.facts.number,
        days: event.facts.workingDays,
      });
    case 'returned':
      return t(m.h_returned, { n: event.facts.version });
    case 'due_moved':
      return t(m.h_due_moved, {
        from: day(event.facts.from),
        to: day(event.facts.due?.on),
        why: WHY[event.facts.why],
      });
    case 'parent_amended': {
      const { version, added, changed, dropped } = event.facts;
      return t(m.h_parent_amended, { n: version, added, changed, dropped });
    }
    case 'void':
      return t(event.facts.why === 'withdrawn' ? m.h_void_withdrawn : m.h_void_not_asked);
  }
}

/** Everything that happened, in words; what was recorded after the day that is read is marked. */
export function history(context: RequestContext, events: readonly RecordedEvent[], day: ReadDay): Html {
  const { t } = context;
  return timeline(
    events.map((event) => {
      const recorded = vietnamDate(event.recordedAt);
      const later =
        recorded === event.happenedOn ? '' : ` (${t(m.recorded_on, { date: formatDate(recorded) })})`;
      const isAfter = day.asOf !== null && recorded > day.asOf;
      return {
        at: `${formatDate(event.happenedOn)}${later}`,
        who: event.personName,
        text: html`${sentence(context, event)}${isAfter && html` ${tag(t(m.recorded_after))}`}`,
        detail: event.note === '' ? undefined : html`<p>${event.note}</p>`,
      };
    }),
  );
}
