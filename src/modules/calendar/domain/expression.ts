import { z } from 'zod';
import { yearOf } from '../../../kernel/dates.ts';
import { calendarDateSchema } from './work-calendar.ts';

/** `wd` working days, `d` calendar days, `m` months, `y` years. */
export const UNITS = ['wd', 'd', 'm', 'y'] as const;
export type CountUnit = (typeof UNITS)[number];

/** The largest amount of each unit: results stay within four-digit years. */
export const LARGEST_AMOUNT: Readonly<Record<CountUnit, number>> = { wd: 9999, d: 9999, m: 1200, y: 100 };

export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2199;

export const PERIODS = ['month', 'quarter', 'half', 'year'] as const;
export type PeriodKind = (typeof PERIODS)[number];

/** How many periods of each kind a year has. */
export const PERIODS_A_YEAR: Readonly<Record<PeriodKind, number>> = {
  month: 12,
  quarter: 4,
  half: 2,
  year: 1,
};

const v = z.literal(1);
const year = z.int().min(FIRST_YEAR).max(LAST_YEAR);
const date = calendarDateSchema.refine((on) => yearOf(on) >= FIRST_YEAR && yearOf(on) <= LAST_YEAR);
const count = { amount: z.int().min(1), unit: z.enum(UNITS) };
const withinLimit = (expr: { amount: number; unit: CountUnit }) => expr.amount <= LARGEST_AMOUNT[expr.unit];

/**
 * A deadline as data, stored beside its result so that it can be computed again with another calendar:
 *
 * - `after`: `amount` units after the event on `from`; `max` must be done by then, `min` must last at least until then;
 * - `ahead`: at least `amount` units ahead of the event on `event`;
 * - `before`: before `date`, which is excluded; `by`: on or before `date`;
 * - `period_end`: the last day of a period, `index` 1-based within the year (1 for a whole year).
 */
export const deadlineExpressionSchema = z.discriminatedUnion('type', [
  z
    .strictObject({ v, type: z.literal('after'), bound: z.enum(['max', 'min']), ...count, from: date })
    .refine(withinLimit),
  z.strictObject({ v, type: z.literal('ahead'), ...count, event: date }).refine(withinLimit),
  z.strictObject({ v, type: z.literal('before'), date }),
  z.strictObject({ v, type: z.literal('by'), date }),
  z
    .strictObject({ v, type: z.literal('period_end'), period: z.enum(PERIODS), year, index: z.int().min(1) })
    .refine((expr) => expr.index <= PERIODS_A_YEAR[expr.period]),
]);

export type DeadlineExpression = z.output<typeof deadlineExpressionSchema>;
