import { type CalendarDate, endOfDay, formatDate, startOfVietnamDay } from '../../../kernel/dates.ts';
import type { Message, MessageParams } from '../../../kernel/i18n.ts';
import type { PeriodDays } from './period.ts';
import { reasons } from './window-messages.ts';

/**
 * - `not_open`: before the first day of the period;
 * - `open`: while the period runs, to the end of the cut-off day;
 * - `closing`: between cut-off and due: what belongs to the period is still entered in time;
 * - `extended`: past the due day, within the unit's approved extension;
 * - `late`: past the due day, until the lock: kept, marked, counted in the next report only;
 * - `reopened`: by a reasoned act: taken again and counted in this report;
 * - `locked`: nothing is taken.
 */
export const WINDOW_STATES = [
  'not_open',
  'open',
  'closing',
  'extended',
  'late',
  'reopened',
  'locked',
] as const;
export type WindowState = (typeof WINDOW_STATES)[number];

/** An approved extension: in force from the moment it was approved to the end of its last day. */
export interface GrantedExtension {
  readonly since: Date;
  readonly untilOn: CalendarDate;
}

/** A reopening: in force from the moment it was made to the end of its last day, or until it was ended. */
export interface GrantedReopening {
  readonly since: Date;
  readonly untilOn: CalendarDate;
  readonly endedAt: Date | null;
  /** Why, in the words of whoever reopened. */
  readonly why: string;
}

/** The answer: whether figures of the period are taken at an instant, how they count, until when, and why. */
export interface Window {
  readonly state: WindowState;
  readonly mayEnter: boolean;
  /** `in_time`: in the report of this period; `late`: kept and marked, in the next report only. */
  readonly counts: 'in_time' | 'late';
  /** The first instant at which the answer is another one by the clock alone; `null`: never. */
  readonly until: Date | null;
  readonly reason: { readonly message: Message; readonly params: MessageParams };
}

/** The instant of the cut-off: what had been recorded before it had been recorded by the end of the cut-off day. */
export function cutOffInstant(period: Pick<PeriodDays, 'cutOffOn'>): Date {
  return endOfDay(period.cutOffOn);
}

/** The last day on which an entry is in time: the due day, or the end of the unit's extension where that is later. */
export function inTimeUntil(
  period: Pick<PeriodDays, 'dueOn'>,
  extension: Pick<GrantedExtension, 'untilOn'> | null,
): CalendarDate {
  return extension && extension.untilOn > period.dueOn ? extension.untilOn : period.dueOn;
}

/** THE decision about a period at an instant. Every page, command and job that opens or closes by a day asks this. */
export function windowOf(
  period: PeriodDays,
  at: Date,
  extension: GrantedExtension | null,
  reopening: GrantedReopening | null,
): Window {
  const granted = extension && at >= extension.since && extension.untilOn > period.dueOn ? extension : null;
  const days = {
    from: formatDate(period.fromOn),
    cut_off: formatDate(period.cutOffOn),
    due: formatDate(period.dueOn),
    lock: formatDate(period.lockOn),
    until: formatDate(inTimeUntil(period, granted)),
  };
  const answer = (
    state: WindowState,
    until: Date | null,
    message: Message = reasons[state],
    params: MessageParams = days,
  ): Window => ({
    state,
    mayEnter: state !== 'not_open' && state !== 'locked',
    counts: state === 'late' || state === 'locked' ? 'late' : 'in_time',
    until,
    reason: { message, params },
  });
  if (at < startOfVietnamDay(period.fromOn)) return answer('not_open', startOfVietnamDay(period.fromOn));
  if (at < endOfDay(period.cutOffOn))
    return answer('open', endOfDay(period.cutOffOn), granted ? reasons.open_extended : reasons.open);
  if (at < endOfDay(period.dueOn))
    return answer('closing', endOfDay(period.dueOn), granted ? reasons.closing_extended : reasons.closing);
  if (granted && at < endOfDay(granted.untilOn)) return answer('extended', endOfDay(granted.untilOn));
  if (reopening && at >= reopening.since && at < endOfReopening(reopening))
    return answer('reopened', endOfReopening(reopening), reasons.reopened, {
      ...days,
      until: formatDate(reopening.untilOn),
      why: reopening.why,
    });
  if (at < endOfDay(period.lockOn)) return answer('late', endOfDay(period.lockOn));
  return answer('locked', null);
}

function endOfReopening({ untilOn, endedAt }: GrantedReopening): Date {
  const end = endOfDay(untilOn);
  return endedAt && endedAt < end ? endedAt : end;
}
