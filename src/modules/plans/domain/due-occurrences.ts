import {
  addDays,
  type CalendarDate,
  calendarDate,
  dateOf,
  formatDate,
  isoWeekday,
} from '../../../kernel/dates.ts';
import type { Message } from '../../../kernel/i18n.ts';
import type { DeadlineExpression } from '../../calendar/index.ts';
import { type DueSpec, type Period, PLAN_ISSUED, periodName } from './due.ts';

export interface OccurrenceContext {
  readonly planYear: number;
  /** The day the plan is issued; `null` before that. */
  readonly issuedOn: CalendarDate | null;
  /** The report period that "thường xuyên" follows. */
  readonly regularPeriod: Period;
}

/** One time a task has to be done. */
export interface DueOccurrence {
  /** Stable within the task: "2024", "2024-H1", "2024-Q2", "2024-M09", "2024-W27", "once". */
  readonly key: string;
  readonly label: Message;
  /** `null`: there is no date yet (an event that has not happened, a plan not yet issued). */
  readonly expression: DeadlineExpression | null;
}

const COUNT: Readonly<Record<Period, number>> = { month: 12, quarter: 4, half: 2, year: 1 };
const KEY: Readonly<Record<Period, (index: number) => string>> = {
  month: (index) => `-M${String(index).padStart(2, '0')}`,
  quarter: (index) => `-Q${index}`,
  half: (index) => `-H${index}`,
  year: () => '',
};

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function periodOccurrence(period: Period, year: number, index: number): DueOccurrence {
  const spec = { period, year, index };
  return {
    key: `${year}${KEY[period](index)}`,
    label: { vi: sentence(periodName('vi', spec)), en: sentence(periodName('en', spec)) },
    expression: { v: 1, type: 'period_end', ...spec },
  };
}

function lastDay(period: Period, year: number, index: number): CalendarDate {
  const month = (12 / COUNT[period]) * index;
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return addDays(calendarDate(next), -1);
}

/** Every period of the year that is not over on the day of issue. */
function everyPeriod(period: Period, { planYear, issuedOn }: OccurrenceContext): DueOccurrence[] {
  return Array.from({ length: COUNT[period] }, (_, i) => i + 1)
    .filter((index) => issuedOn === null || lastDay(period, planYear, index) >= issuedOn)
    .map((index) => periodOccurrence(period, planYear, index));
}

/** Each week of the year by its Friday, the last day offices work in an ordinary week. */
function everyWeek({ planYear, issuedOn }: OccurrenceContext): DueOccurrence[] {
  const first = dateOf(planYear, 1, 1);
  if (!first) return [];
  const occurrences: DueOccurrence[] = [];
  let friday = addDays(first, (5 - isoWeekday(first) + 7) % 7);
  for (let week = 1; friday.startsWith(`${planYear}-`); week++, friday = addDays(friday, 7)) {
    if (issuedOn !== null && friday < issuedOn) continue;
    occurrences.push({
      key: `${planYear}-W${String(week).padStart(2, '0')}`,
      label: { vi: `Tuần ${week}/${planYear}`, en: `Week ${week} of ${planYear}` },
      expression: { v: 1, type: 'by', date: friday },
    });
  }
  return occurrences;
}

function once(label: Message, expression: DeadlineExpression | null): DueOccurrence[] {
  return [{ key: 'once', label, expression }];
}

function ofWindow(spec: Extract<DueSpec, { type: 'window' }>, planYear: number): DueOccurrence[] {
  const startYear = spec.year ?? planYear;
  // A window that ends earlier in the year than it begins runs over the new year.
  const endYear = spec.year === undefined && spec.to < spec.from ? startYear + 1 : startYear;
  const [month, day] = spec.to.split('-').map(Number);
  const end = dateOf(endYear, month ?? 12, day ?? 31);
  if (!end) return [];
  const [from, to] = [spec.from.split('-').reverse().join('/'), formatDate(end)];
  return once({ vi: `Từ ${from} đến ${to}`, en: `From ${from} to ${to}` }, { v: 1, type: 'by', date: end });
}

/**
 * The times a due falls in the plan's year, with a deadline expression for each. Recurring dues begin with the period
 * of the day of issue: what was over by then is not made. An event gives one open occurrence.
 */
export function dueOccurrences(spec: DueSpec, context: OccurrenceContext): DueOccurrence[] {
  switch (spec.type) {
    case 'date': {
      const label = { vi: formatDate(spec.on), en: formatDate(spec.on) };
      return once(label, { v: 1, type: spec.exclusive ? 'before' : 'by', date: spec.on });
    }
    case 'after':
      return once(
        spec.event === PLAN_ISSUED
          ? { vi: 'Sau khi ban hành kế hoạch', en: 'After the plan is issued' }
          : { vi: sentence(spec.event), en: sentence(spec.event) },
        spec.event === PLAN_ISSUED && context.issuedOn !== null
          ? {
              v: 1,
              type: 'after',
              bound: 'max',
              amount: spec.amount,
              unit: spec.unit,
              from: context.issuedOn,
            }
          : null,
      );
    case 'period_end':
      return [periodOccurrence(spec.period, spec.year, spec.index)];
    case 'recurring':
      if (spec.every === 'week') return everyWeek(context);
      return everyPeriod(spec.every ?? context.regularPeriod, context);
    case 'event':
      return once({ vi: sentence(spec.event), en: sentence(spec.event) }, null);
    case 'window':
      return ofWindow(spec, context.planYear);
  }
}
