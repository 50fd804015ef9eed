import { z } from 'zod';
import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Message } from '../../../kernel/i18n.ts';
import {
  calendarDateSchema,
  type DeadlineExpression,
  deadlineExpressionSchema,
} from '../../calendar/index.ts';

/** What a period is of the year; `window` is any stretch of its own. */
export const PERIOD_KINDS = ['month', 'quarter', 'half', 'year', 'window'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** Whose turn it is, in this order: the units that report, the lead agencies, the standing agency. */
export const STEPS = ['unit', 'sector', 'standing'] as const;
export type Step = (typeof STEPS)[number];

/** A computed day of a period, kept so that it explains itself without the calendar. */
export interface PeriodDue {
  readonly on: CalendarDate;
  readonly expression: DeadlineExpression;
  readonly calendarVersion: string;
  readonly explanation: Message;
}

export interface Milestone extends PeriodDue {
  readonly step: Step;
}

/** The days that decide whether figures are taken, all of them inclusive. */
export interface PeriodDays {
  readonly fromOn: CalendarDate;
  readonly toOn: CalendarDate;
  /** The last day whose data count. */
  readonly cutOffOn: CalendarDate;
  /** The last day on which a report is in time. */
  readonly dueOn: CalendarDate;
  /** The last day on which something late is still taken. */
  readonly lockOn: CalendarDate;
}

export interface Period extends PeriodDays {
  readonly id: string;
  /** `2024-H1`; unique in the tenant and never changed. */
  readonly code: string;
  readonly kind: PeriodKind;
  readonly name: Message;
  /** The due day with its expression and explanation. */
  readonly due: PeriodDue;
  readonly milestones: readonly Milestone[];
  /** The plan and clause that ask for it, where one does. */
  readonly planId: string | null;
  readonly clausePath: string | null;
  readonly revision: number;
  readonly changedAt: Date;
}

const milestoneSchema = z.strictObject({
  step: z.enum(STEPS),
  on: calendarDateSchema,
  expression: deadlineExpressionSchema,
  calendarVersion: z.string(),
  explanation: z.strictObject({ vi: z.string(), en: z.string() }),
});

/** How milestones are stored, with their version. */
export const milestonesSchema = z.strictObject({
  v: z.literal(1),
  steps: z.array(milestoneSchema).max(STEPS.length),
});
