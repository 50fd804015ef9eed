import { auditEvents } from '../../kernel/audit.ts';
import type { CalendarDate } from '../../kernel/dates.ts';
import { roomEvent } from '../../kernel/events.ts';
import type { AmendedField, ChangeKind } from './domain/amendment.ts';
import type { DueSpec, Period } from './domain/due.ts';
import type { Product } from './domain/products.ts';

/** A task as it was signed, with everything needed to make its assignments. */
export interface IssuedTask {
  readonly id: string;
  readonly code: string;
  readonly clausePath: string | null;
  /** PAPI content; 0 is the general part of the plan. */
  readonly dimension: number;
  readonly subDimension: string | null;
  readonly position: number;
  readonly words: string;
  readonly products: readonly Product[];
  /** One of the two stands: a unit, or a group of which each unit leads its own part. */
  readonly leadUnitId: string | null;
  readonly leadGroup: string | null;
  readonly leadWords: string;
  /** The lead always carries out its part; `group` adds every unit of `executorGroup`, `chosen` adds `chosenUnitIds`. */
  readonly executors: 'lead' | 'group' | 'chosen';
  readonly executorGroup: string | null;
  readonly chosenUnitIds: readonly string[];
  readonly coordinatorNames: readonly string[];
  readonly due: DueSpec;
  readonly dueWords: string;
  readonly tags: readonly string[];
  /** 0 ordinary, 1 high, 2 urgent. */
  readonly priority: number;
  /** The task of last year's plan that this one goes on from. */
  readonly previousTaskId: string | null;
}

export interface IssuedPlan {
  readonly plan: {
    readonly id: string;
    readonly unitId: string;
    readonly year: number;
    readonly title: string;
    readonly number: string;
    readonly issuedOn: CalendarDate;
    /** What "thường xuyên" means in a task that names no period of its own. */
    readonly regularPeriod: Period;
    readonly version: number;
  };
  readonly tasks: readonly IssuedTask[];
}

/** Emitted in the transaction that issues a plan. */
export const planIssued = roomEvent<IssuedPlan>('plans.issued');

export interface IssueCorrected {
  readonly planId: string;
  readonly unitId: string;
  /** The day of issue as it had been entered, and as the paper has it; equal when only the number was wrong. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly fromNumber: string;
  readonly toNumber: string;
  readonly reason: string;
  /** The plan with its corrected number and day, and its tasks as they stand. */
  readonly issued: IssuedPlan;
}

/** Emitted in the transaction that corrects the number or the day of issue of an issued plan. */
export const planIssueCorrected = roomEvent<IssueCorrected>('plans.issue_corrected');

export interface PlanWithdrawn {
  readonly planId: string;
  readonly unitId: string;
  readonly title: string;
  readonly number: string;
  /** The version that stood. */
  readonly version: number;
  readonly on: CalendarDate;
  readonly reason: string;
}

/** Emitted in the transaction that withdraws an issued plan. */
export const planWithdrawn = roomEvent<PlanWithdrawn>('plans.withdrawn');

export interface AmendedTask {
  readonly kind: ChangeKind;
  /** `null` for what is added. */
  readonly before: IssuedTask | null;
  /** `null` for what is dropped. */
  readonly after: IssuedTask | null;
  /** What of the task differs; empty for what is added or dropped. */
  readonly what: readonly AmendedField[];
  readonly reason: string;
}

export interface AmendedPlan {
  /** The plan with its new version; number and day are still those of its first issue. */
  readonly plan: IssuedPlan['plan'];
  /** Number and day of the amendment. */
  readonly number: string;
  readonly issuedOn: CalendarDate;
  readonly reason: string;
  readonly changes: readonly AmendedTask[];
}

/** Emitted in the transaction that issues an amendment of a plan. */
export const planAmended = roomEvent<AmendedPlan>('plans.amended');

export interface UnitPlanRuleChanged {
  readonly planId: string;
  readonly unitId: string;
  /** Working days each unit has to make its own plan; `null` asks for none. */
  readonly from: number | null;
  readonly to: number | null;
  readonly reason: string;
}

/** Emitted in the transaction that changes, after the issue, how long units have to make plans of their own. */
export const unitPlanRuleChanged = roomEvent<UnitPlanRuleChanged>('plans.unit_plan_rule_changed');

export const planEvents = auditEvents('plans', {
  created: { vi: 'Lập dự thảo kế hoạch', en: 'Draft plan created' },
  changed: { vi: 'Sửa thông tin chung của kế hoạch', en: 'General information of the plan changed' },
  import_staged: { vi: 'Tải tệp kế hoạch lên để xem trước', en: 'Files of the plan uploaded for preview' },
  import_reviewed: { vi: 'Sửa cách đọc tệp kế hoạch', en: 'Reading of the plan’s files corrected' },
  import_confirmed: { vi: 'Nhập kế hoạch từ tệp', en: 'Plan imported from files' },
  import_discarded: { vi: 'Bỏ bản nhập kế hoạch', en: 'Import of the plan discarded' },
  task_added: { vi: 'Thêm nhiệm vụ', en: 'Task added' },
  task_changed: { vi: 'Sửa nhiệm vụ', en: 'Task changed' },
  task_removed: { vi: 'Xóa nhiệm vụ khỏi dự thảo', en: 'Task removed from the draft' },
  submitted: { vi: 'Trình kế hoạch', en: 'Plan submitted' },
  returned: { vi: 'Trả lại kế hoạch để sửa', en: 'Plan returned for correction' },
  issued: { vi: 'Ban hành kế hoạch', en: 'Plan issued' },
  closed: { vi: 'Kết thúc kế hoạch', en: 'Plan closed' },
  amendment_started: { vi: 'Lập dự thảo sửa đổi kế hoạch', en: 'Draft of an amendment begun' },
  amendment_changed: {
    vi: 'Ghi thay đổi vào dự thảo sửa đổi',
    en: 'Change written into the draft of an amendment',
  },
  amendment_discarded: { vi: 'Bỏ dự thảo sửa đổi', en: 'Draft of an amendment discarded' },
  amendment_issued: { vi: 'Ban hành sửa đổi kế hoạch', en: 'Amendment of the plan issued' },
  issue_corrected: {
    vi: 'Đính chính số, ngày ban hành kế hoạch',
    en: 'Number or date of issue of the plan corrected',
  },
  withdrawn: { vi: 'Thu hồi kế hoạch', en: 'Plan withdrawn' },
  next_year_begun: {
    vi: 'Lập dự thảo kế hoạch năm sau từ kế hoạch này',
    en: 'Draft of a later year’s plan begun from this one',
  },
  unit_plan_rule_changed: {
    vi: 'Đổi thời hạn ban hành kế hoạch của đơn vị',
    en: 'Time for plans of units changed',
  },
});
