import { auditEvents } from '../../kernel/audit.ts';
import type { CalendarDate } from '../../kernel/dates.ts';
import { roomEvent } from '../../kernel/events.ts';

export const steeringEvents = auditEvents('steering', {
  asked: { vi: 'Yêu cầu đơn vị giải trình', en: 'Unit asked to explain' },
  answered: { vi: 'Giải trình', en: 'Explanation given' },
  accepted: { vi: 'Chấp nhận giải trình', en: 'Explanation accepted' },
  returned: { vi: 'Yêu cầu giải trình thêm', en: 'Explanation given back' },
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
