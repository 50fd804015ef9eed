import type { CalendarDate } from '../../kernel/dates.ts';
import type { Period } from './domain/due.ts';

export const PLAN_STATES = ['draft', 'submitted', 'issued', 'closed', 'withdrawn'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** The head of a plan. */
export interface Plan {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly year: number;
  readonly title: string;
  /** `null` until the plan is numbered; an issued plan always has it. */
  readonly number: string | null;
  readonly issuedOn: CalendarDate | null;
  readonly signerName: string | null;
  readonly signerTitle: string | null;
  readonly state: PlanState;
  readonly version: number;
  readonly parentPlanId: string | null;
  readonly parentCitation: string | null;
  /** What "thường xuyên" means in a task that names no period of its own. */
  readonly regularPeriod: Period;
  /** Working days each unit has after the issue to make its own plan; `null` when none is asked for. */
  readonly unitPlanWithin: number | null;
  /** The plan of the year before from which this one was begun. */
  readonly previousPlanId: string | null;
  readonly closedAt: Date | null;
  /** When and why the plan was withdrawn; all three stand or none. */
  readonly withdrawnOn: CalendarDate | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawReason: string | null;
  readonly createdAt: Date;
  readonly changedAt: Date;
  /** Ids from the root of the tree down to the issuing unit, on the day of issue or else today. */
  readonly lineage: readonly string[];
}

/** True once the plan was signed: from then on it is read by everybody, whatever became of it. */
export function wasIssued(plan: Pick<Plan, 'state'>): boolean {
  return plan.state === 'issued' || plan.state === 'closed' || plan.state === 'withdrawn';
}

/** A document the plan rests on. */
export interface PlanBasis {
  readonly kind: string;
  readonly number: string | null;
  readonly issuedOn: CalendarDate | null;
  readonly issuer: string | null;
  /** As written: "Kế hoạch số 192/KH-UBND ngày 26/12/2023 của UBND tỉnh". */
  readonly citation: string;
}

export interface PlanRecipient {
  readonly words: string;
  readonly groupCode: string | null;
  /** "để báo cáo", where the plan says so. */
  readonly purpose: string | null;
}

/** A clause as it stands in the plan. */
export interface PlanClause {
  readonly id: string;
  readonly path: string;
  readonly parentPath: string | null;
  readonly kind: 'part' | 'section' | 'subsection' | 'letter' | 'number' | 'dash';
  readonly label: string;
  readonly title: string;
  readonly body: string;
  readonly dimension: number | null;
  readonly position: number;
}
