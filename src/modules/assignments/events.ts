import { auditEvents } from '../../kernel/audit.ts';
import type { CalendarDate } from '../../kernel/dates.ts';
import { roomEvent } from '../../kernel/events.ts';
import type { UnitChange } from './domain/amend.ts';
import type { ClockKind } from './domain/clocks.ts';
import type { EntryKind } from './domain/progress.ts';

export const assignmentEvents = auditEvents('assignments', {
  assigned: { vi: 'Giao việc khi ban hành kế hoạch', en: 'Work assigned when a plan was issued' },
  amended: { vi: 'Sửa việc theo sửa đổi kế hoạch', en: 'Work changed by an amendment of the plan' },
  change_confirmed: {
    vi: 'Đơn vị xác nhận đã nhận sửa đổi kế hoạch',
    en: 'Unit confirmed that it read an amendment of the plan',
  },
  issue_moved: {
    vi: 'Tính lại hạn theo ngày ban hành đã đính chính',
    en: 'Deadlines recomputed with the corrected day of issue',
  },
  withdrawn: { vi: 'Kết thúc việc của kế hoạch bị thu hồi', en: 'Work of a withdrawn plan ended' },
  recorded: { vi: 'Ghi tiến độ một phần việc', en: 'Progress of an assignment recorded' },
  month_staged: { vi: 'Nhập biểu việc tháng để xem trước', en: 'Sheet of a month uploaded for preview' },
  month_confirmed: { vi: 'Ghi tiến độ theo biểu việc tháng', en: 'Sheet of a month recorded' },
  month_discarded: { vi: 'Bỏ biểu việc tháng', en: 'Sheet of a month discarded' },
  adopted: { vi: 'Đưa phần việc vào kế hoạch của đơn vị', en: 'Assignments taken into the unit’s plan' },
  deadlines_moved: {
    vi: 'Tính lại hạn theo lịch làm việc mới',
    en: 'Deadlines recomputed with a new calendar',
  },
  overridden: { vi: 'Đặt hoặc bỏ trạng thái bằng tay', en: 'State set by hand or removed' },
  case_opened: { vi: 'Mở việc khi có phát sinh', en: 'Case opened' },
  handed: { vi: 'Giao việc trong đơn vị', en: 'Work handed on inside a unit' },
  commented: { vi: 'Trao đổi về một phần việc', en: 'Comment on an assignment' },
  comment_withdrawn: { vi: 'Rút lại lời trao đổi', en: 'Comment withdrawn' },
  feed_made: { vi: 'Tạo địa chỉ lịch của đơn vị', en: 'Calendar address of a unit made' },
  feed_withdrawn: { vi: 'Thu hồi địa chỉ lịch của đơn vị', en: 'Calendar addresses withdrawn' },
});

export interface WorkAssigned {
  readonly planId: string;
  readonly planTitle: string;
  readonly issuerUnitId: string;
  /** As the issuing unit was called on the day of the issue. */
  readonly issuerName: string;
  /** One entry for each unit that was given work. */
  readonly perUnit: readonly {
    readonly unitId: string;
    readonly count: number;
    /** The earliest due among them; `null` when none has a day. */
    readonly firstDueOn: CalendarDate | null;
    /** A body outside the executive, which is asked and never assigned. */
    readonly isRequest: boolean;
  }[];
}

/** Emitted in the transaction that makes the assignments of an issued plan. */
export const workAssigned = roomEvent<WorkAssigned>('assignments.assigned');

export interface ProgressRecorded {
  readonly assignmentId: string;
  readonly kind: EntryKind;
  readonly unitId: string;
  readonly acceptingUnitId: string;
  readonly isRequest: boolean;
  /** The words of the task. */
  readonly words: string;
  readonly note: string;
}

/** Emitted in the transaction of each entry recorded about an assignment. */
export const progressRecorded = roomEvent<ProgressRecorded>('assignments.recorded');

export interface ManyRecorded {
  readonly unitId: string;
  readonly entries: readonly ProgressRecorded[];
}

/** Emitted once in the transaction in which a unit records many of its assignments together, instead of one by one. */
export const manyRecorded = roomEvent<ManyRecorded>('assignments.many_recorded');

export interface CaseOpened {
  readonly assignmentId: string;
  readonly unitId: string;
  /** The words of the task. */
  readonly words: string;
  /** What happened. */
  readonly event: string;
  readonly dueOn: CalendarDate | null;
  readonly isRequest: boolean;
}

/** Emitted in the transaction that opens a case of work that waits for an event. */
export const caseOpened = roomEvent<CaseOpened>('assignments.case_opened');

export interface ClocksLate {
  /** Units that have let answers or second tries run late, with how many and the words of one of them. */
  readonly perUnit: readonly {
    readonly unitId: string;
    readonly kind: ClockKind;
    readonly count: number;
    readonly words: string;
  }[];
}

/** Emitted when clocks have run out that nobody was told of yet. */
export const clocksLate = roomEvent<ClocksLate>('assignments.clocks_late');

export interface DeadlinesMoved {
  readonly calendarVersion: string;
  /** Units with open work whose due moved, and how many pieces. */
  readonly perUnit: readonly { readonly unitId: string; readonly count: number }[];
}

/** Emitted in the transaction that recomputes open deadlines with a new calendar. */
export const deadlinesMoved = roomEvent<DeadlinesMoved>('assignments.deadlines_moved');

export interface WorkHanded {
  readonly unitId: string;
  /** Who handed it on. */
  readonly by: string;
  /** The person named, and whoever answers instead today; each once, without the one who handed it on. */
  readonly toPersonIds: readonly string[];
  readonly work: readonly {
    readonly assignmentId: string;
    /** The words of the task. */
    readonly words: string;
    readonly dueOn: CalendarDate | null;
  }[];
  readonly note: string;
}

/** Emitted in the transaction that hands work on inside a unit, once for all of it. */
export const workHanded = roomEvent<WorkHanded>('assignments.handed');

export interface WorkCommented {
  readonly assignmentId: string;
  readonly unitId: string;
  readonly by: string;
  /** The words of the task. */
  readonly words: string;
  /** What was said, with the names of those it mentions. */
  readonly comment: string;
  /** Who is named in it, and who follows the work without being named; without the author. */
  readonly mentionedIds: readonly string[];
  readonly followerIds: readonly string[];
}

/** Emitted in the transaction of each comment. */
export const workCommented = roomEvent<WorkCommented>('assignments.commented');

export interface WorkAmended {
  readonly planId: string;
  readonly planTitle: string;
  /** As the issuing unit was called on the day of the amendment. */
  readonly issuerName: string;
  /** The version that the amendment made, with its number and day. */
  readonly version: number;
  readonly number: string;
  readonly issuedOn: CalendarDate;
  /** Units for which something changed. */
  readonly perUnit: readonly UnitChange[];
}

/** Emitted in the transaction that changes work after an amendment. */
export const workAmended = roomEvent<WorkAmended>('assignments.amended');

export interface WorkWithdrawn {
  readonly planId: string;
  readonly planTitle: string;
  readonly issuerName: string;
  readonly on: CalendarDate;
  readonly reason: string;
  /** Every unit that had work of the plan, and how many of its assignments ended. */
  readonly perUnit: readonly {
    readonly unitId: string;
    readonly count: number;
    readonly isRequest: boolean;
  }[];
}

/** Emitted in the transaction that ends the work of a withdrawn plan. */
export const workWithdrawn = roomEvent<WorkWithdrawn>('assignments.withdrawn');

export interface IssueMoved {
  readonly planId: string;
  readonly planTitle: string;
  readonly issuerName: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly fromNumber: string;
  readonly toNumber: string;
  /** Units with dues that counted from the issue and moved, and how many. */
  readonly perUnit: readonly { readonly unitId: string; readonly count: number }[];
}

/** Emitted in the transaction that recomputes what counts from a corrected day of issue. */
export const issueMoved = roomEvent<IssueMoved>('assignments.issue_moved');
