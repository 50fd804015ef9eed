import { z } from 'zod';
import type { CalendarDate } from '../../../kernel/dates.ts';
import { calendarDateSchema } from '../../calendar/index.ts';
import type { Milestone, PeriodDays, PeriodDue, Step } from './period.ts';

/** The days of a period that people may correct, in the order in which they come. */
export const DAYS = ['from', 'to', 'cut_off', 'unit', 'sector', 'standing', 'due', 'lock'] as const;
export type Day = (typeof DAYS)[number];

const dayFacts = z.strictObject({
  from: calendarDateSchema,
  to: calendarDateSchema,
  cut_off: calendarDateSchema,
  unit: calendarDateSchema.nullable(),
  sector: calendarDateSchema.nullable(),
  standing: calendarDateSchema.nullable(),
  due: calendarDateSchema,
  lock: calendarDateSchema,
});
export type DayFacts = z.infer<typeof dayFacts>;

/** How a change is stored: the days before it (none when the period was made) and after. */
export const changeSchema = z.strictObject({ v: z.literal(1), before: dayFacts.nullable(), after: dayFacts });
export type Change = z.infer<typeof changeSchema>;

type Dated = Omit<PeriodDays, 'dueOn'> & {
  readonly due: PeriodDue;
  readonly milestones: readonly Milestone[];
};

export function dayFactsOf(period: Dated): DayFacts {
  const of = (step: Step): CalendarDate | null =>
    period.milestones.find((milestone) => milestone.step === step)?.on ?? null;
  return {
    from: period.fromOn,
    to: period.toOn,
    cut_off: period.cutOffOn,
    unit: of('unit'),
    sector: of('sector'),
    standing: of('standing'),
    due: period.due.on,
    lock: period.lockOn,
  };
}

export interface MovedDay {
  readonly day: Day;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

/** The days that differ. */
export function movedDays({ before, after }: Change): MovedDay[] {
  if (before === null) return [];
  return DAYS.flatMap((day) =>
    before[day] === after[day] ? [] : [{ day, from: before[day], to: after[day] }],
  );
}
