import { z } from 'zod';

const line = (most: number) => z.string().trim().min(1).max(most).normalize('NFC');
const words = (most: number) => z.string().trim().max(most).normalize('NFC');
/** Names rows and columns in expressions: `c3`, `r12`. Stays when the label changes: free cells carry over by it. */
const key = z.string().regex(/^[a-z][a-z0-9_]{0,19}$/);
/** As the figures room writes it. */
const figureCode = z.string().regex(/^[A-Z][A-Z0-9.]{1,19}[a-z]?$/);
const expression = z.string().trim().min(1).max(2000).normalize('NFC');

/**
 * Which value of a figure a cell holds. `this` is entered; the others are shown: the period before, the same period last year,
 * and the sum from the beginning of the year.
 */
export const CELL_RELATIONS = ['this', 'previous', 'same_last_year', 'cumulative'] as const;
export type CellRelation = (typeof CELL_RELATIONS)[number];

/** A rate is entered in two cells; `percent` shows it. Other figures have the part `value` alone. */
export const FIGURE_PARTS = ['value', 'numerator', 'denominator', 'percent'] as const;
export type FigurePart = (typeof FIGURE_PARTS)[number];
/**
 * What a spec may ask for besides: `shown` is the percentage of a rate and the value of anything else, for columns that compare
 * periods. `value` of a rate is its numerator.
 */
const ASKED_PARTS = [...FIGURE_PARTS, 'shown'] as const;
export type AskedPart = (typeof ASKED_PARTS)[number];

/** What a cell of a column or a single cell is. `inherit` in the figure takes the figure of its row. */
export const cellSpecSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('figure'),
    /** `null`: the figure of the row. */
    figure: figureCode.nullable().default(null),
    part: z.enum(ASKED_PARTS).default('value'),
    relation: z.enum(CELL_RELATIONS).default('this'),
  }),
  z.strictObject({
    kind: z.literal('free'),
    input: z.enum(['number', 'date', 'words']),
    decimals: z.int().min(0).max(3).default(0),
    /** A sheet is not complete while it is empty. */
    required: z.boolean().default(false),
  }),
  z.strictObject({
    kind: z.literal('formula'),
    expr: expression,
    decimals: z.int().min(0).max(3).default(0),
  }),
  /** Nothing is entered here. */
  z.strictObject({ kind: z.literal('none') }),
]);
export type CellSpec = z.infer<typeof cellSpecSchema>;

/** What a leaf column shows: the row's number, its label, its unit of measure, or cells. */
export const COLUMN_ROLES = ['order', 'label', 'measure', 'cells'] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

export interface ColumnSpec {
  /** Of a leaf: `c3`. A group of columns has none. */
  readonly key?: string | undefined;
  readonly label: string;
  readonly role: ColumnRole;
  /** What the cells of the column are, unless a row or a single cell says otherwise. */
  readonly cell?: CellSpec | undefined;
  readonly columns?: readonly ColumnSpec[] | undefined;
}

export const columnSchema: z.ZodType<ColumnSpec> = z.lazy(() =>
  z
    .strictObject({
      key: key.optional(),
      label: line(300),
      role: z.enum(COLUMN_ROLES).default('cells'),
      cell: cellSpecSchema.optional(),
      columns: z.array(columnSchema).min(1).max(60).optional(),
    })
    .refine((one) => (one.key === undefined) === (one.columns !== undefined), {
      message: 'a column is a leaf with a key or a group of columns',
    }),
);

export const rowSchema = z.strictObject({
  key,
  /** A group is a heading: `I. TIẾP NHẬN`; its rows follow it with a higher level. */
  kind: z.enum(['row', 'group']).default('row'),
  level: z.int().min(0).max(4).default(0),
  /** What the column of numbers shows: `I`, `1`, `1.1`. */
  order: words(20).default(''),
  label: line(500),
  measure: words(40).default(''),
  /** The figure that the row is about. */
  figure: figureCode.nullable().default(null),
  /** What each cell of this row is, instead of what its column says: a row of totals. */
  cell: cellSpecSchema.optional(),
});
export type RowSpec = z.infer<typeof rowSchema>;

export const SEVERITIES = ['error', 'warning'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const checkSchema = z.strictObject({
  key,
  severity: z.enum(SEVERITIES),
  /** Must be true; unknown is not broken. A column named alone (`c3`) means the cell of each row in turn. */
  expr: expression,
  message: z.strictObject({ vi: line(500), en: line(500) }),
});
export type CheckSpec = z.infer<typeof checkSchema>;

const askedPeriod = z.union([
  z.strictObject({ kind: z.enum(['month', 'quarter', 'half', 'year']) }),
  z.strictObject({
    kind: z.literal('window'),
    from: z.string().regex(/^\d{2}-\d{2}$/),
    to: z.string().regex(/^\d{2}-\d{2}$/),
  }),
]);

/** A form as its version stores it. */
export const formSpecSchema = z.strictObject({
  v: z.literal(1),
  title: line(300),
  /** `Biểu số II.06a/VPCP/KSTT`, and on which ground; stands above the title. */
  header: words(1000).default(''),
  /** `Đơn vị tính: hồ sơ`. */
  unitLine: words(200).default(''),
  /** PAPI content 0–8. */
  dimension: z.int().min(0).max(8),
  asked: z.strictObject({
    periods: z.array(askedPeriod).min(1).max(8),
    by: z.strictObject({
      groups: z.array(z.string().max(60)).max(20),
      kinds: z
        .array(z.strictObject({ kind: z.string().max(60), tier: z.string().max(60).nullable() }))
        .max(20),
      unitIds: z.array(z.uuid()).max(500),
    }),
  }),
  columns: z.array(columnSchema).min(1).max(60),
  /**
   * `fixed`: each unit fills a table of these rows. `units`: each unit fills one row, named `u`, and several units make the
   * table.
   */
  rows: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('fixed'), rows: z.array(rowSchema).min(1).max(400) }),
    z.strictObject({ kind: z.literal('units') }),
  ]),
  /** Single cells that are something else than their column and row say, by `r2.c5`. */
  cells: z
    .record(z.string().regex(/^[a-z][a-z0-9_]{0,19}\.[a-z][a-z0-9_]{0,19}$/), cellSpecSchema)
    .default({}),
  checks: z.array(checkSchema).max(100).default([]),
  notes: z.array(line(1000)).max(30).default([]),
});
export type FormSpec = z.infer<typeof formSpecSchema>;
/** As a person or a file writes it, before defaults are filled in. */
export type FormSpecInput = z.input<typeof formSpecSchema>;

/** The key of the one row that a unit fills in a form whose rows are units. */
export const UNIT_ROW = 'u';
