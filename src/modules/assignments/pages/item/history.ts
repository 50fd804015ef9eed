import { formatDate, vietnamDate } from '../../../../kernel/dates.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { tag, timeline } from '../../../../ui/index.ts';
import type { StateDay } from '../../domain/state.ts';
import { m } from '../../messages.ts';
import type { Entry } from '../../queries/item.ts';

/** What was recorded after the day that is read is shown, and marked as recorded later. */
export function history(
  context: RequestContext,
  entries: readonly Entry[],
  day: Pick<StateDay, 'asOf'>,
): Html {
  const { t } = context;
  return timeline(
    entries.map((entry) => {
      const recorded = vietnamDate(entry.recordedAt);
      const later =
        recorded === entry.happenedOn ? '' : ` (${t(m.recorded_later, { date: formatDate(recorded) })})`;
      const isAfter = day.asOf !== null && recorded > day.asOf;
      return {
        at: `${formatDate(entry.happenedOn)}${later}`,
        who: [entry.personName, entry.unitName].filter(Boolean).join(', '),
        text: html`${t(m[`entry_${entry.kind}`])}${isAfter && html` ${tag(t(m.recorded_after))}`}`,
        detail: entry.note === '' ? undefined : html`<p>${entry.note}</p>`,
      };
    }),
  );
}
