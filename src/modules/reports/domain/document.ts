import { z } from 'zod';
import { STATES } from '../../assignments/index.ts';
import { calendarDateSchema } from '../../calendar/index.ts';
import { signedSchema } from './event-facts.ts';
import { REPORT_KINDS } from './report.ts';

const message = z.strictObject({ vi: z.string(), en: z.string() });
const count = z.int().min(0);
const day = calendarDateSchema;

/** What was said of a figure, as figures have it. */
const figureSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('number'), number: z.number() }),
  z.strictObject({ kind: z.literal('rate'), numerator: z.number(), denominator: z.number() }),
  z.strictObject({ kind: z.literal('date'), on: day }),
  z.strictObject({ kind: z.literal('words'), words: z.string() }),
  z.strictObject({ kind: z.literal('no_data'), reason: z.string() }),
]);

const workSchema = z.strictObject({
  id: z.string(),
  taskId: z.string(),
  unitId: z.string(),
  code: z.string(),
  words: z.string(),
  dimension: z.int(),
  occurrence: z.string(),
  leadName: z.string(),
  isRequest: z.boolean(),
  isOwn: z.boolean(),
  dueOn: day.nullable(),
  doneOn: day.nullable(),
  state: z.enum(STATES),
  isBegun: z.boolean(),
  lateWorkingDays: count,
  evidence: count,
  responsible: z.string(),
});

/** A unit whose number the lead agency holds another of, with who said so, when and why. */
const heldRow = z.strictObject({
  unitId: z.string(),
  unitName: z.string(),
  said: figureSchema.nullable(),
  isLate: z.boolean(),
  held: figureSchema,
  reason: z.string(),
  byName: z.string(),
  byUnitName: z.string(),
  madeOn: day,
});

// What is optional is absent where there is nothing of it: reports frozen before it was told read, and hash, as they did.
const figureRow = z.strictObject({
  code: z.string(),
  name: z.string(),
  unitOfMeasure: z.string(),
  numberKind: z.enum(['count', 'amount', 'rate', 'date', 'text']),
  isCumulative: z.boolean(),
  dimension: z.int(),
  direction: z.enum(['up', 'down', 'none']),
  target: z.number().nullable(),
  value: figureSchema.nullable(),
  isLate: z.boolean(),
  lastYear: figureSchema.nullable(),
  /** Of a total: units that gave a number, units that were asked, and units that gave one a year before. */
  counted: z
    .strictObject({
      filled: count,
      asked: count,
      lastFilled: count,
      ended: count.optional(),
      lastHeld: count.optional(),
    })
    .nullable(),
  /** Of a total in which the lead agency adjusted something: what the units said comes to, and each unit adjusted. */
  adjusted: z
    .strictObject({ reported: figureSchema.nullable(), units: z.array(heldRow).readonly() })
    .optional(),
  /** What all units of the territory said, where it is another number than the units asked said. */
  territory: figureSchema.nullable().optional(),
});

/** What a unit said in its own report, kept with the report that was made from it. */
const unitRow = z.strictObject({
  unitId: z.string(),
  name: z.string(),
  isRequest: z.boolean(),
  /** `none`: nothing had been submitted. */
  outcome: z.enum(['in_time', 'late', 'none']),
  isAccepted: z.boolean(),
  submittedAt: z.string().nullable(),
  /** Of the document that was used. */
  hash: z.string().nullable(),
});

const recommendationRow = z.strictObject({ unitId: z.string(), unitName: z.string(), words: z.string() });

/** A report as it is frozen: data first, so that lists and other reports can be made from it, words as they stood. */
export const contentSchema = z.strictObject({
  v: z.literal(1),
  kind: z.enum(REPORT_KINDS),
  unit: z.strictObject({ id: z.string(), name: z.string(), superior: z.string().nullable() }),
  period: z.strictObject({ code: z.string(), name: message, fromOn: day, toOn: day, cutOffOn: day }),
  plan: z.strictObject({
    id: z.string(),
    number: z.string(),
    title: z.string(),
    issuedOn: day,
    issuerName: z.string(),
  }),
  isRequest: z.boolean(),
  readOn: day,
  signed: signedSchema.nullable(),
  parts: z.array(
    z.strictObject({
      key: z.string(),
      /** What had been proposed, a line a sentence. */
      proposed: z.string(),
      words: z.string(),
      isEdited: z.boolean(),
    }),
  ),
  work: z.array(workSchema),
  figures: z.array(figureRow),
  units: z.array(unitRow),
  recommendations: z.array(recommendationRow),
});
export type ReportContent = z.infer<typeof contentSchema>;
export type ContentFigure = ReportContent['figures'][number];
export type ContentHeld = NonNullable<ContentFigure['adjusted']>['units'][number];
export type ContentUnit = ReportContent['units'][number];
export type ContentPart = ReportContent['parts'][number];

/** The words of a part as they stand in the content; empty for one that is not there. */
export function wordsOf(content: Pick<ReportContent, 'parts'>, key: string): string {
  return content.parts.find((part) => part.key === key)?.words ?? '';
}
