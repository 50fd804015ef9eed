import { auditEvents } from '../../kernel/audit.ts';
import type { CalendarDate } from '../../kernel/dates.ts';
import { roomEvent } from '../../kernel/events.ts';
import type { Message } from '../../kernel/i18n.ts';
import type { ReportKind } from './domain/report.ts';

export const reportEvents = auditEvents('reports', {
  begun: { vi: 'Lập báo cáo', en: 'Report begun' },
  prepared: { vi: 'Chuẩn bị báo cáo của các đơn vị', en: 'Reports of units prepared' },
  part_saved: { vi: 'Sửa một phần của báo cáo', en: 'Part of a report changed' },
  approved: { vi: 'Xác nhận báo cáo', en: 'Report confirmed' },
  submitted: { vi: 'Gửi báo cáo', en: 'Report submitted' },
  returned: { vi: 'Trả lại báo cáo', en: 'Report returned' },
  accepted: { vi: 'Chấp nhận báo cáo', en: 'Report accepted' },
  adjusted: { vi: 'Điều chỉnh số của đơn vị khi tổng hợp', en: 'Number of a unit adjusted in a total' },
  adjustment_withdrawn: { vi: 'Rút điều chỉnh số tổng hợp', en: 'Adjustment of a total withdrawn' },
});

interface ToldReport {
  readonly reportId: string;
  readonly kind: ReportKind;
  readonly unitId: string;
  readonly period: Message;
}

export interface ReportsDue {
  readonly periodCode: string;
  readonly period: Message;
  readonly units: readonly {
    readonly reportId: string;
    readonly unitId: string;
    /** The last day in time; `null` for a body outside the executive, which may share a report. */
    readonly dueOn: CalendarDate | null;
  }[];
}

/** Emitted by the job that prepares reports once a cut-off has passed. */
export const reportsDue = roomEvent<ReportsDue>('reports.due');

export interface ReportSubmitted extends ToldReport {
  readonly unitName: string;
  /** The committee that asked: its standing agency reads. */
  readonly toUnitId: string;
  /** "12/2024". */
  readonly receipt: string;
  readonly isLate: boolean;
  readonly version: number;
}

/** Emitted in the transaction of a submission. */
export const reportSubmitted = roomEvent<ReportSubmitted>('reports.submitted');

export interface ReportReturned extends ToldReport {
  readonly byName: string;
  readonly reason: string;
}

/** Emitted in the transaction that gives a report back. */
export const reportReturned = roomEvent<ReportReturned>('reports.returned');

export interface ReportAccepted extends ToldReport {
  readonly byName: string;
}

/** Emitted in the transaction that accepts a report. */
export const reportAccepted = roomEvent<ReportAccepted>('reports.accepted');
