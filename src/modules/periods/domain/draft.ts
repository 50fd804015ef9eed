import { addDays, type CalendarDate } from '../../../kernel/dates.ts';
import type { Message } from '../../../kernel/i18n.ts';
import {
  addWorkingDays,
  computeDeadline,
  type Deadline,
  type DeadlineExpression,
  nextWorkingDay,
  type WorkCalendar,
} from '../../calendar/index.ts';
import { A_YEAR, daysOf, formatCode, type PeriodCode } from './code.ts';
import { nameOf } from './names.ts';
import { type Milestone, type Period, type PeriodDue, type PeriodKind, STEPS, type Step } from './period.ts';

/** A period before it is stored. */
export type PeriodDraft = Omit<Period, 'id' | 'revision' | 'changedAt' | 'dueOn'>;

/**
 * Which days a period of the year has: those of the calendar year (01/01–30/6), or those of Nghị định 09/2019/NĐ-CP, Điều 12 (15 of
 * the month before to 14 of the last month).
 */
export const REGIMES = ['calendar_year', 'decree_09'] as const;
export type Regime = (typeof REGIMES)[number];

/** How long something late is still taken, unless somebody says otherwise. */
export const LOCK_WORKING_DAYS = 5;

export function dueOf({ on, expression, calendarVersion, explanation }: Deadline): PeriodDue {
  return { on, expression, calendarVersion, explanation };
}

/** The days of a period in a regime. */
export function daysUnder(code: PeriodCode, regime: Regime): { fromOn: CalendarDate; toOn: CalendarDate } {
  const { fromOn, toOn } = daysOf(code);
  if (regime === 'calendar_year' || code.kind === 'window') return { fromOn, toOn };
  return { fromOn: fifteenthBefore(fromOn), toOn: fifteenthBefore(addDays(toOn, 1), -1) };
}

/** The 15th of the month before the month that begins on `first`. */
function fifteenthBefore(first: CalendarDate, more = 0): CalendarDate {
  const lastOfMonthBefore = addDays(first, -1);
  return addDays(lastOfMonthBefore, 15 - Number(lastOfMonthBefore.slice(8)) + more);
}

/**
 * The days inside the office that are proposed: the standing agency on the due day, lead agencies one working day ahead of it,
 * units two, but nobody before the first working day after the cut-off.
 */
export function proposedMilestones(
  dueOn: CalendarDate,
  cutOffOn: CalendarDate,
  cal: WorkCalendar,
): Milestone[] {
  const earliest = nextWorkingDay(cal, addDays(cutOffOn, 1));
  const ahead = (step: Step, amount: number): Milestone => {
    const expression: DeadlineExpression =
      addWorkingDays(cal, dueOn, -amount) >= earliest
        ? { v: 1, type: 'ahead', amount, unit: 'wd', event: dueOn }
        : { v: 1, type: 'by', date: earliest < dueOn ? earliest : dueOn };
    return { step, ...dueOf(computeDeadline(expression, cal)) };
  };
  const onDue: DeadlineExpression = { v: 1, type: 'by', date: dueOn };
  return [ahead('unit', 2), ahead('sector', 1), { step: 'standing', ...dueOf(computeDeadline(onDue, cal)) }];
}

export interface DraftInput {
  readonly code: PeriodCode;
  readonly fromOn: CalendarDate;
  readonly toOn: CalendarDate;
  /** The last day of the period unless told. */
  readonly cutOffOn?: CalendarDate | undefined;
  readonly due: DeadlineExpression;
  readonly lockOn?: CalendarDate | undefined;
  /** What the standard name does not say. */
  readonly name?: Message | undefined;
  readonly planId?: string | null;
  readonly clausePath?: string | null;
}

/** A whole period from the few things that were said: due computed, lock and milestones proposed. */
export function draftOf(input: DraftInput, cal: WorkCalendar): PeriodDraft {
  const { code, fromOn, toOn } = input;
  const cutOffOn = input.cutOffOn ?? toOn;
  const due = dueOf(computeDeadline(input.due, cal));
  return {
    code: formatCode(code),
    kind: code.kind,
    name: input.name ?? nameOf(code),
    fromOn,
    toOn,
    cutOffOn,
    due,
    lockOn: input.lockOn ?? addWorkingDays(cal, due.on, LOCK_WORKING_DAYS),
    milestones: proposedMilestones(due.on, cutOffOn, cal),
    planId: input.planId ?? null,
    clausePath: input.clausePath ?? null,
  };
}

export interface YearRule {
  readonly year: number;
  readonly kinds: readonly Exclude<PeriodKind, 'window'>[];
  readonly regime: Regime;
  /** Working days from the cut-off to the due day. */
  readonly dueWithin: number;
  /** Working days from the due day to the lock. */
  readonly lockWithin: number;
}

/** Every period of the kinds in a year, in the order in which they end. */
export function draftsOfYear(rule: YearRule, cal: WorkCalendar): PeriodDraft[] {
  const drafts = rule.kinds.flatMap((kind) =>
    Array.from({ length: A_YEAR[kind] }, (_, at) => {
      const code: PeriodCode = { kind, year: rule.year, index: at + 1 };
      const { fromOn, toOn } = daysUnder(code, rule.regime);
      const due = {
        v: 1,
        type: 'after',
        bound: 'max',
        amount: rule.dueWithin,
        unit: 'wd',
        from: toOn,
      } as const;
      const draft = draftOf({ code, fromOn, toOn, due }, cal);
      return { ...draft, lockOn: addWorkingDays(cal, draft.due.on, rule.lockWithin) };
    }),
  );
  return drafts.sort((a, b) => (a.toOn < b.toOn ? -1 : a.toOn > b.toOn ? 1 : a.fromOn < b.fromOn ? 1 : -1));
}

/** The place of a step in the order of work. */
export function stepRank(step: Step): number {
  return STEPS.indexOf(step);
}
