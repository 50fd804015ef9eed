import { auditEvents } from '../../kernel/audit.ts';
import type { CalendarDate } from '../../kernel/dates.ts';
import { roomEvent } from '../../kernel/events.ts';
import type { Message } from '../../kernel/i18n.ts';

export const steeringEvents = auditEvents('steering', {
  asked: { vi: 'Yêu cầu đơn vị giải trình', en: 'Unit asked to explain' },
  answered: { vi: 'Giải trình', en: 'Explanation given' },
  accepted: { vi: 'Chấp nhận giải trình', en: 'Explanation accepted' },
  returned: { vi: 'Yêu cầu giải trình thêm', en: 'Explanation given back' },
  brief_wanted: { vi: 'Chọn nhận hoặc thôi nhận bản tin đầu tuần', en: 'Weekly brief wanted, or no longer' },
  dues_moved: {
    vi: 'Hạn giải trình dời theo lịch làm việc',
    en: 'Due of an explanation moved with the calendar',
  },
});

interface AboutAsk {
  readonly askId: string;
  /** The content, 0–8; `null`: the unit as a whole. */
  readonly dimension: number | null;
}

export interface ExplanationAsked extends AboutAsk {
  readonly unitId: string;
  readonly byName: string;
  readonly words: string;
  readonly dueOn: CalendarDate;
}

/** Emitted in the transaction that asks a unit. */
export const explanationAsked = roomEvent<ExplanationAsked>('steering.asked');

export interface ExplanationGiven extends AboutAsk {
  /** Whoever asked. */
  readonly personId: string;
  readonly unitId: string;
  readonly byName: string;
}

/** Emitted in the transaction in which a unit answers. */
export const explanationGiven = roomEvent<ExplanationGiven>('steering.answered');

export interface ExplanationTaken extends AboutAsk {
  readonly unitId: string;
  readonly byName: string;
  /** The new due of what was given back; `null`: accepted. */
  readonly dueOn: CalendarDate | null;
  readonly words: string;
}

/** Emitted in the transaction in which an answer is accepted or given back. */
export const explanationTaken = roomEvent<ExplanationTaken>('steering.taken');

/** What the brief of a week says to one person, in numbers. */
export interface BriefFacts {
  /** The last day that it counts: the one before it is written. */
  readonly upTo: CalendarDate;
  readonly overdue: number;
  /** A week earlier; `null` before there was a plan. */
  readonly overdueBefore: number | null;
  readonly total: number;
  /** In percent; `null` where nothing is to be done. */
  readonly accepted: number | null;
  readonly acceptedBefore: number | null;
  readonly gravest: readonly { readonly name: string; readonly overdue: number }[];
  readonly reports: readonly {
    readonly code: string;
    readonly name: Message;
    readonly dueOn: CalendarDate;
    readonly missing: number;
  }[];
  readonly postingsSoon: number;
  readonly postingsLate: number;
  /** What citizens saw otherwise and nobody answered. */
  readonly checks: number;
  readonly findings: number;
  /** Open requests to explain. */
  readonly asks: number;
}

export interface BriefsWritten {
  readonly weekOn: CalendarDate;
  readonly people: readonly {
    readonly personId: string;
    readonly unitId: string;
    readonly facts: BriefFacts;
    /** What it says, line by line, each with the page at which it is read. */
    readonly lines: readonly (Message & { readonly path: string })[];
  }[];
}

/** Emitted in the transaction that notes for whom the brief of a week was written. */
export const briefsWritten = roomEvent<BriefsWritten>('steering.briefs_written');
