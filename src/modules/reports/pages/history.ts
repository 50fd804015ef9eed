import { formatInstant } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { timeline } from '../../../ui/index.ts';
import { m } from '../messages.ts';
import type { RecordedEvent } from '../queries/reports.ts';

function sentence({ t }: RequestContext, event: RecordedEvent): string {
  switch (event.kind) {
    case 'begun':
      return t(m.h_begun);
    case 'approved':
      return t(m.h_approved);
    case 'submitted': {
      const { version: n, receiptNumber, receiptYear, isLate } = event.facts;
      return t(isLate ? m.h_submitted_late : m.h_submitted, {
        n,
        receipt: `${receiptNumber}/${receiptYear}`,
      });
    }
    case 'returned':
      return t(m.h_returned, { n: event.facts.version });
    case 'accepted':
      return t(m.h_accepted, { n: event.facts.version });
  }
}

/** Everything that happened to a report, in words. */
export function history(context: RequestContext, events: readonly RecordedEvent[]): Html {
  return timeline(
    events.map((event) => ({
      at: formatInstant(event.recordedAt),
      who: [event.personName, event.personTitle].filter(Boolean).join(', '),
      text: sentence(context, event),
      detail: event.note === '' ? undefined : html`<p>${event.note}</p>`,
    })),
  );
}
