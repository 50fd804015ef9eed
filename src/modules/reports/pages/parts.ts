import { type Html, html } from '../../../kernel/html.ts';
import { onDay } from '../../../kernel/http/as-of.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import type { Message } from '../../../kernel/i18n.ts';
import { dueText, stateClass, stateShape, type WorkState } from '../../../ui/index.ts';
import { workingDaysBetween } from '../../calendar/index.ts';
import { inTimeUntil, type Period, type Window } from '../../periods/index.ts';
import {
  cameLate,
  isCommitteeReport,
  type ReportCourse,
  type ReportKind,
  type ReportState,
} from '../domain/report.ts';
import { m } from '../messages.ts';
import type { ReportReading } from './reading.ts';

export const REPORT_PATH = '/bao-cao/:id{[0-9a-f-]{36}}';

export const reportHref = (id: string): string => `/bao-cao/${id}`;

export const KIND_NAMES: Readonly<Record<ReportKind, Message>> = {
  unit: m.kind_unit,
  sector: m.kind_sector,
  district: m.kind_district,
  review: m.kind_review,
};

export const STATE_NAMES: Readonly<Record<ReportState, Message>> = {
  owed: m.state_owed,
  draft: m.state_draft,
  submitted: m.state_submitted,
  returned: m.state_returned,
  accepted: m.state_accepted,
};

const LOOKS: Readonly<Record<ReportState, WorkState>> = {
  owed: 'not_started',
  draft: 'in_progress',
  submitted: 'claimed',
  returned: 'returned',
  accepted: 'accepted',
};

/** What a badge needs; of what nobody has begun there is no course. */
export interface Badged {
  readonly kind: ReportKind;
  readonly isRequest: boolean;
  readonly state: ReportState;
  readonly course: ReportCourse | null;
}

/** Its time has passed and nothing was ever submitted. */
export function isOverdue(report: Badged, window: Window): boolean {
  const isAwaited = report.course === null || report.course.submissions.length === 0;
  return !report.isRequest && isAwaited && window.counts === 'late';
}

/** Shape, word and colour of a report's state; one past its day says both that and what it is at. */
export function reportBadge({ t }: Pick<RequestContext, 't'>, report: Badged, window: Window): Html {
  const late = isOverdue(report, window);
  const lateAccepted = report.state === 'accepted' && report.course !== null && cameLate(report.course);
  const isFinal = report.state === 'submitted' && isCommitteeReport(report.kind);
  const looks: WorkState = late
    ? 'overdue'
    : lateAccepted
      ? 'accepted_late'
      : isFinal
        ? 'accepted'
        : LOOKS[report.state];
  const word = t(isFinal ? m.state_sent : lateAccepted ? m.state_accepted_late : STATE_NAMES[report.state]);
  const text = late ? t(m.state_overdue, { state: word }) : word;
  return html`<span class="badge ${stateClass(looks)}">${stateShape(looks)}${text}</span>`;
}

/** How long is left for a report, with the reason of its window. */
export function dueOfReport(
  context: RequestContext,
  reading: ReportReading,
  period: Period,
  extension: Parameters<typeof inTimeUntil>[1],
  isSettled: boolean,
): Html {
  const on = inTimeUntil(period, extension);
  const { today } = reading.day;
  return dueText({
    on,
    today,
    workingDaysLeft: workingDaysBetween(reading.calendar, today, on),
    lang: context.lang,
    settled: isSettled,
  });
}

/** Why reports are taken, or not, in the language of the page. */
export function windowReason({ t }: Pick<RequestContext, 't'>, { reason }: Window): string {
  return t(reason.message, reason.params);
}

/** An address of the pages about reports, read on the same day. */
export function sameDay(reading: Pick<ReportReading, 'day'>, href: string): string {
  return onDay(reading.day.asOf, href);
}

/** Where a page behind a report stands. */
export function crumbs(
  { t }: Pick<RequestContext, 't'>,
  reading: Pick<ReportReading, 'day'>,
  ...behind: readonly { href?: string; text: string }[]
): { href?: string; text: string }[] {
  return [{ href: sameDay(reading, '/bao-cao'), text: t(m.reports) }, ...behind];
}
