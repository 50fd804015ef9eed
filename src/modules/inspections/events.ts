import { auditEvents } from '../../kernel/audit.ts';
import type { CalendarDate } from '../../kernel/dates.ts';
import { roomEvent } from '../../kernel/events.ts';

export const inspectionEvents = auditEvents('inspections', {
  made: { vi: 'Lập cuộc kiểm tra', en: 'Inspection made' },
  moved: { vi: 'Đổi ngày kiểm tra', en: 'Inspection moved' },
  announced: { vi: 'Thông báo cuộc kiểm tra', en: 'Inspection announced' },
  cancelled: { vi: 'Hủy cuộc kiểm tra', en: 'Inspection called off' },
  concluded: { vi: 'Kết luận kiểm tra', en: 'Inspection concluded' },
  found: { vi: 'Ghi tồn tại qua kiểm tra', en: 'Finding recorded' },
  claimed: { vi: 'Báo đã khắc phục tồn tại', en: 'Remedy reported' },
  judged: { vi: 'Xác nhận việc khắc phục', en: 'Remedy judged' },
  extended: { vi: 'Gia hạn khắc phục', en: 'Due of a remedy extended' },
  dues_moved: { vi: 'Tính lại hạn khắc phục', en: 'Dues of remedies recomputed' },
  reminded: { vi: 'Nhắc khắc phục tồn tại', en: 'Units reminded of remedies' },
});

interface ToldInspection {
  readonly inspectionId: string;
  readonly title: string;
  readonly ofUnitId: string;
  /** As the inspecting unit is called on the day. */
  readonly byName: string;
}

export interface InspectionAnnounced extends ToldInspection {
  readonly heldOn: CalendarDate;
}

/** Emitted when the inspected unit may know of an inspection: when a planned one is made, or an unannounced one becomes known. */
export const inspectionAnnounced = roomEvent<InspectionAnnounced>('inspections.announced');

export interface InspectionChanged extends ToldInspection {
  readonly from: CalendarDate;
  /** `null`: it was called off. */
  readonly to: CalendarDate | null;
  readonly reason: string;
}

/** Emitted when one that the unit knows of is moved or called off. */
export const inspectionChanged = roomEvent<InspectionChanged>('inspections.changed');

export interface InspectionConcluded extends ToldInspection {
  readonly findings: number;
}

export const inspectionConcluded = roomEvent<InspectionConcluded>('inspections.concluded');

interface ToldFinding {
  readonly findingId: string;
  /** Who has to put it right. */
  readonly unitId: string;
  readonly words: string;
}

export interface FindingRecorded extends ToldFinding {
  readonly byName: string;
  readonly dueOn: CalendarDate;
}

export const findingRecorded = roomEvent<FindingRecorded>('inspections.found');

export interface RemedyClaimed extends ToldFinding {
  readonly unitName: string;
  /** The units that lead the inspection. */
  readonly toUnitIds: readonly string[];
}

export const remedyClaimed = roomEvent<RemedyClaimed>('inspections.claimed');

export interface RemedyJudged extends ToldFinding {
  readonly byName: string;
  readonly verdict: 'closed' | 'returned' | 'reopened' | 'extended';
  /** The due that stands after it. */
  readonly dueOn: CalendarDate;
  readonly reason: string;
}

export const remedyJudged = roomEvent<RemedyJudged>('inspections.judged');

export interface RemediesReminded {
  readonly findings: readonly (ToldFinding & { readonly dueOn: CalendarDate; readonly isLate: boolean })[];
}

export const remediesReminded = roomEvent<RemediesReminded>('inspections.reminded');
