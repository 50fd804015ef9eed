import { auditEvents } from '../../kernel/audit.ts';
import type { CalendarDate } from '../../kernel/dates.ts';
import { roomEvent } from '../../kernel/events.ts';
import type { MoveReason, VoidReason } from './domain/event-facts.ts';

export const unitPlanEvents = auditEvents('unitplans', {
  obliged: { vi: 'Giao các đơn vị ban hành kế hoạch', en: 'Units asked for plans of their own' },
  received: { vi: 'Đơn vị xác nhận nhận kế hoạch', en: 'Unit confirmed the receipt of a plan' },
  draft_begun: { vi: 'Mở dự thảo kế hoạch đơn vị', en: 'Draft of a unit’s plan begun' },
  head_saved: { vi: 'Sửa phần lời của kế hoạch đơn vị', en: 'Text of a unit’s plan changed' },
  lines_saved: { vi: 'Sửa nhiệm vụ trong kế hoạch đơn vị', en: 'Lines of a unit’s plan changed' },
  line_removed: { vi: 'Bỏ việc riêng khỏi kế hoạch đơn vị', en: 'Own line removed from a unit’s plan' },
  issued: { vi: 'Ban hành kế hoạch đơn vị', en: 'Unit’s plan issued' },
  returned: { vi: 'Trả lại kế hoạch đơn vị', en: 'Unit’s plan returned' },
  dues_moved: { vi: 'Tính lại hạn ban hành kế hoạch đơn vị', en: 'Dues of units’ plans recomputed' },
  voided: { vi: 'Thôi yêu cầu kế hoạch đơn vị', en: 'Plans of units no longer asked for' },
  parent_amended: {
    vi: 'Ghi nhận kế hoạch cấp trên được sửa đổi',
    en: 'Amendment of the parent noted at units’ plans',
  },
  reminded: { vi: 'Nhắc ban hành kế hoạch đơn vị', en: 'Units reminded of their plans' },
});

interface ToldUnit {
  readonly unitPlanId: string;
  readonly unitId: string;
}

export interface UnitPlansAsked {
  readonly planId: string;
  readonly planTitle: string;
  /** As the issuing unit was called on the day of the issue. */
  readonly issuerName: string;
  readonly units: readonly (ToldUnit & {
    /** `null` for bodies outside the executive. */
    readonly dueOn: CalendarDate | null;
  })[];
}

/** Emitted in the transaction that asks units for plans of their own. */
export const unitPlansAsked = roomEvent<UnitPlansAsked>('unitplans.asked');

export interface UnitPlansReminded {
  readonly units: readonly (ToldUnit & {
    readonly planTitle: string;
    readonly dueOn: CalendarDate;
    /** Working days left until the due day, or after it. */
    readonly left: number;
    readonly late: number;
  })[];
}

/** Emitted in the transaction of a run that reminds. */
export const unitPlansReminded = roomEvent<UnitPlansReminded>('unitplans.reminded');

export interface UnitPlansMoved {
  readonly why: MoveReason | VoidReason;
  readonly planId: string;
  readonly planTitle: string;
  readonly units: readonly (ToldUnit & {
    readonly from: CalendarDate | null;
    /** `null`: the plan is asked for no longer. */
    readonly to: CalendarDate | null;
    readonly isRequest: boolean;
  })[];
}

/** Emitted in the transaction that moves dues, or ends the obligations, of one parent plan. */
export const unitPlansMoved = roomEvent<UnitPlansMoved>('unitplans.moved');

export interface UnitPlanReturned extends ToldUnit {
  readonly planTitle: string;
  readonly byName: string;
  readonly reason: string;
  readonly isRequest: boolean;
}

/** Emitted in the transaction that returns an issued plan to its unit. */
export const unitPlanReturned = roomEvent<UnitPlanReturned>('unitplans.returned');

export interface UnitPlanIssued extends ToldUnit {
  readonly issuerUnitId: string;
  readonly unitName: string;
  readonly planTitle: string;
  readonly version: number;
  readonly number: string;
  readonly workingDays: number;
  readonly isLate: boolean;
  /** A body outside the executive shares a plan of its own. */
  readonly isRequest: boolean;
}

/** Emitted in the transaction that issues a unit's plan. */
export const unitPlanIssued = roomEvent<UnitPlanIssued>('unitplans.issued');
