import { type CalendarDate, formatDate } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { dueText, stateBadge, type WorkState } from '../../../ui/index.ts';
import type { Reading } from '../../assignments/index.ts';
import { workingDaysBetween } from '../../calendar/index.ts';
import type { Followed, Outcome } from '../domain/followed.ts';
import { m, outcomeWords } from '../messages.ts';

/** A subject stands inside a letter ("V/v đôn đốc …"); as a title it begins with a capital. */
function capitalised(subject: string): string {
  return subject.charAt(0).toLocaleUpperCase('vi') + subject.slice(1);
}

/** What a round is called for this reader: bodies outside the executive are asked, so nothing they read says they are urged. */
export function subjectOf(
  { t }: RequestContext,
  round: { readonly subject: string; readonly isWhole: boolean; readonly isRequest: boolean },
): string {
  return !round.isWhole && round.isRequest ? t(m.request_subject) : capitalised(round.subject);
}

/** The day for the answer, with the working days left while somebody is waited for. */
export function answerByCell(
  { lang }: RequestContext,
  reading: Reading,
  answerBy: CalendarDate,
  settled: boolean,
): Html {
  const { today } = reading.day;
  return dueText({
    on: answerBy,
    today,
    workingDaysLeft: workingDaysBetween(reading.calendar, today, answerBy),
    lang,
    settled,
  });
}

const STATES: Partial<Record<Outcome, WorkState>> = {
  started: 'in_progress',
  claimed: 'claimed',
  returned: 'returned',
  accepted: 'accepted',
  set_aside: 'not_applicable',
};

/** What followed, as the state it came to and the day. */
export function followedCell({ t }: RequestContext, { outcome, on }: Followed): Html {
  const state = STATES[outcome];
  if (state === undefined || on === null) return html`${t(outcomeWords.nothing)}`;
  return html`${stateBadge(state, t)} ${formatDate(on)}`;
}
