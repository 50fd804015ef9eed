import { readFileSync } from 'node:fs';
import * as z from 'zod';

const words = z.string().trim().min(1).normalize('NFC');
const monthDay = z.string().regex(/^\d{2}-\d{2}$/);

/** One figure as a catalogue writes it: units by their keys, groups by their codes. */
export const catalogFigureSchema = z.strictObject({
  code: z.string().regex(/^[A-Z][A-Z0-9.]{1,19}[a-z]?$/),
  /** The line of the table it comes from. */
  row: z.int().positive().optional(),
  /** How sure its ground is: A a document, B derived from a clause of the plan, C an inference. */
  grade: z.enum(['A', 'B', 'C']).optional(),
  name: words,
  unitOfMeasure: words,
  numberKind: z.enum(['count', 'amount', 'rate', 'date', 'text']),
  decimals: z.int().min(0).max(3).default(0),
  atMost: z.number().positive().nullable().default(null),
  numeratorLabel: words.nullable().default(null),
  denominatorLabel: words.nullable().default(null),
  isPart: z.boolean().default(false),
  dimension: z.int().min(0).max(8),
  subDimension: z
    .string()
    .regex(/^[1-8]\.[1-9]$/)
    .nullable()
    .default(null),
  direction: z.enum(['up', 'down', 'none']),
  /** `group:communes` or `unit:phong-noi-vu`. */
  enteredBy: z.array(z.string().regex(/^(group|unit):[a-z0-9]+(-[a-z0-9]+)*$/)).min(1),
  /** Key of the lead agency. */
  owner: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  periods: z
    .array(
      z.union([
        z.strictObject({ kind: z.enum(['month', 'quarter', 'half', 'year']) }),
        z.strictObject({ kind: z.literal('window'), from: monthDay, to: monthDay }),
      ]),
    )
    .min(1),
  isCumulative: z.boolean().default(false),
  evidenceWanted: z.boolean().default(false),
  rollUp: z.enum(['sum', 'rate', 'last', 'none']),
  target: z.number().nonnegative().nullable().default(null),
  source: z.string().default(''),
  note: z.string().default(''),
});

export type CatalogFigure = z.infer<typeof catalogFigureSchema>;

export const figureCatalogSchema = z.strictObject({
  v: z.literal(1),
  title: words,
  about: z.string().optional(),
  figures: z.array(catalogFigureSchema).min(1),
});

/** The figures of the plan of 2024, from the 96 lines of its table; see README.md for what was decided. */
export function readFigureCatalog(): readonly CatalogFigure[] {
  const url = new URL('./papi-figures-2024.json', import.meta.url);
  return figureCatalogSchema.parse(JSON.parse(readFileSync(url, 'utf8'))).figures;
}
