import { auditEvents } from '../../kernel/audit.ts';
import type { CalendarDate } from '../../kernel/dates.ts';
import { roomEvent } from '../../kernel/events.ts';
import type { Message } from '../../kernel/i18n.ts';
import type { Step } from './domain/period.ts';

export const periodEvents = auditEvents('periods', {
  made: { vi: 'Tạo kỳ báo cáo', en: 'Reporting periods made' },
  corrected: { vi: 'Sửa ngày của kỳ báo cáo', en: 'Days of a reporting period corrected' },
  moved: {
    vi: 'Lịch làm việc đổi mốc của kỳ báo cáo',
    en: 'Days of reporting periods moved by the calendar',
  },
  extension_asked: { vi: 'Xin gia hạn kỳ báo cáo', en: 'Extension asked for' },
  extension_answered: { vi: 'Trả lời đề nghị gia hạn', en: 'Extension answered' },
  reopened: { vi: 'Mở lại kỳ báo cáo', en: 'Reporting period reopened' },
  reopening_ended: { vi: 'Kết thúc mở lại kỳ báo cáo', en: 'Reopening of a reporting period ended' },
  snapshot_taken: { vi: 'Chốt số liệu', en: 'Cut-off taken' },
  reminded: { vi: 'Nhắc kỳ báo cáo', en: 'Units reminded of reporting periods' },
});

interface OfPeriod {
  readonly code: string;
  readonly name: Message;
}

export interface PeriodsOpened {
  readonly periods: readonly (OfPeriod & {
    readonly fromOn: CalendarDate;
    readonly cutOffOn: CalendarDate;
    /** The day by which units report. */
    readonly dueOn: CalendarDate;
  })[];
  readonly unitIds: readonly string[];
}

/** Emitted by the morning's job when periods have opened; units with the same ones are told together. */
export const periodsOpened = roomEvent<PeriodsOpened>('periods.opened');

export interface PeriodsClosing {
  /** Whose day is the same: a month, its quarter and its half-year end together. */
  readonly periods: readonly OfPeriod[];
  readonly step: Step;
  /** The day by which it is these units' turn: their milestone, or their extension. */
  readonly on: CalendarDate;
  /** Working days left today; 0 on the day, or on the last working day before it. */
  readonly left: number;
  readonly unitIds: readonly string[];
}

/** Emitted by the morning's job when a milestone comes near. */
export const periodsClosing = roomEvent<PeriodsClosing>('periods.closing');

export interface ExtensionAsked extends OfPeriod {
  readonly extensionId: string;
  readonly unitName: string;
  /** The committee whose standing agency answers. */
  readonly toUnitId: string;
  readonly untilOn: CalendarDate;
  readonly reason: string;
}

/** Emitted in the transaction that asks. */
export const extensionAsked = roomEvent<ExtensionAsked>('periods.extension_asked');

export interface ExtensionAnswered extends OfPeriod {
  readonly extensionId: string;
  readonly unitId: string;
  /** The last day of the extension; `null` when it was refused. */
  readonly untilOn: CalendarDate | null;
  readonly reason: string;
}

/** Emitted in the transaction that answers. */
export const extensionAnswered = roomEvent<ExtensionAnswered>('periods.extension_answered');

export interface PeriodReopened extends OfPeriod {
  readonly reopeningId: string;
  readonly untilOn: CalendarDate;
  readonly reason: string;
  readonly unitIds: readonly string[];
}

/** Emitted in the transaction that reopens. */
export const periodReopened = roomEvent<PeriodReopened>('periods.reopened');

export interface PeriodCorrected extends OfPeriod {
  readonly periodId: string;
  readonly cutOffOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly reason: string;
  readonly unitIds: readonly string[];
}

/** Emitted in the transaction that corrects the days of a period. */
export const periodCorrected = roomEvent<PeriodCorrected>('periods.corrected');
