import { type CalendarDate, daysBetween, formatDate } from '../kernel/dates.ts';
import { type Html, html } from '../kernel/html.ts';
import { type Lang, type Message, type MessageParams, say } from '../kernel/i18n.ts';
import { m } from './messages.ts';

export interface DueTextProps {
  /** Null when the date depends on an event that has not happened. */
  on: CalendarDate | null;
  today: CalendarDate;
  /** Working days from today to the due day; negative when it has passed. */
  workingDaysLeft: number;
  lang: Lang;
  /** Replaces the reckoning, for work that no longer waits: "chờ 1 ngày làm việc". */
  text?: string | undefined;
  /** Nothing is waited for any more: only the date. */
  settled?: boolean | undefined;
}

function reckoning(props: DueTextProps & { on: CalendarDate }): [Message, MessageParams] {
  const days = daysBetween(props.today, props.on);
  const working = Math.abs(props.workingDaysLeft);
  if (days === 0) return [m.dueToday, {}];
  if (working === 0) return [days > 0 ? m.dueDaysLeft : m.dueDaysLate, { n: Math.abs(days) }];
  if (working === 1) return [days > 0 ? m.dueOneWorkingDayLeft : m.dueOneWorkingDayLate, {}];
  return [days > 0 ? m.dueWorkingDaysLeft : m.dueWorkingDaysLate, { n: working }];
}

/**
 * How long is left, and the date below it: "còn 4 ngày làm việc", 28/06/2024. Where no working day lies between (a due
 * day at the weekend) it counts plain days, so that it never says "0 ngày".
 */
export function dueText(props: DueTextProps): Html {
  const { on } = props;
  if (on === null)
    return html`<span class="due due-words">${props.text ?? say(props.lang, m.dueUnknown)}</span>`;
  const date = html`<time class="due-on" datetime="${on}">${formatDate(on)}</time>`;
  if (props.settled) return date;
  const words = props.text ?? say(props.lang, ...reckoning({ ...props, on }));
  const late = props.text === undefined && on < props.today;
  return html`<span class="due${late ? ' due-late' : ''}">${words}</span>${date}`;
}
