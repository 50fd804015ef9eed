import { auditEvents } from '../../kernel/audit.ts';
import type { CalendarDate } from '../../kernel/dates.ts';
import { roomEvent } from '../../kernel/events.ts';

export const urgingEvents = auditEvents('urging', {
  sent: { vi: 'Gửi đợt đôn đốc', en: 'Units urged' },
  answered: { vi: 'Giải trình về đợt đôn đốc', en: 'Urging answered by a unit' },
});

export interface UnitsUrged {
  readonly roundId: string;
  /** The unit in whose name it was sent, as it is called on that day. */
  readonly byName: string;
  readonly subject: string;
  readonly answerBy: CalendarDate;
  readonly perUnit: readonly {
    readonly unitId: string;
    readonly toDo: number;
    readonly toAnswer: number;
    /** A body outside the executive, which is asked and never urged. */
    readonly isRequest: boolean;
  }[];
}

/** Emitted in the transaction that sends a round. */
export const unitsUrged = roomEvent<UnitsUrged>('urging.sent');

export interface UrgingAnswered {
  readonly roundId: string;
  readonly toUnitId: string;
  readonly byName: string;
  readonly subject: string;
}

/** Emitted in the transaction that records what an urged unit writes back. */
export const urgingAnswered = roomEvent<UrgingAnswered>('urging.answered');
