import { z } from 'zod';
import type { CalendarDate } from '../../../kernel/dates.ts';
import { catalogLimits } from '../limits-catalog.ts';

const cellSchema = z.union([z.string().max(2000), z.number(), z.null()]);
const rowSchema = z.record(z.string(), cellSchema);

/** What an item says, by the keys of its fields. Days are `2024-03-12`, amounts numbers of đồng; a table is its rows. */
export const contentSchema = z.strictObject({
  v: z.literal(1),
  fields: z.record(z.string(), z.union([cellSchema, z.array(rowSchema).max(catalogLimits.table_rows)])),
});

export type Content = z.output<typeof contentSchema>;
export type Cell = z.output<typeof cellSchema>;
export type Row = z.output<typeof rowSchema>;

/** A row as it was typed, by the keys of its columns. A program may give numbers and days as JSON has them. */
export type RawRow = Readonly<Record<string, string | number | null>>;
/** Content as it was typed, by the keys of the fields: from a form, a workbook or a program. */
export type RawContent = Readonly<Record<string, string | number | null | readonly RawRow[]>>;

/** What is wrong with one value: where it stands, for people and for machines. */
export interface ContentProblem {
  /** `so_quyet_dinh`, or `bang[3].so_tien` (rows from 0). */
  readonly place: string;
  readonly fieldKey: string;
  readonly row: number | null;
  readonly columnKey: string | null;
  readonly code: ProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export const PROBLEM_CODES = [
  'lacking',
  'not_a_number',
  'not_a_day',
  'not_a_time',
  'not_a_link',
  'not_an_email',
  'not_a_phone',
  'negative',
  'not_whole',
  'too_large',
  'too_long',
  'unknown_village',
  'unknown_field',
  'unknown_column',
  'column_missing',
  'no_rows',
  'too_many_rows',
  'fixed_row_changed',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** A day as content holds it. */
export type ContentDay = CalendarDate;
