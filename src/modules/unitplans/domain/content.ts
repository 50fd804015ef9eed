import { z } from 'zod';
import type { UnitTask } from '../../assignments/index.ts';
import { calendarDateSchema } from '../../calendar/index.ts';
import { ownCode } from './adoption.ts';
import type { ParentPlan } from './first-words.ts';
import { type Line, productsText } from './line.ts';

const contentLine = z.strictObject({
  lineId: z.string(),
  /** `null` for what the unit adds. */
  taskId: z.string().nullable(),
  code: z.string(),
  clausePath: z.string().nullable(),
  dimension: z.int().min(0).max(8),
  /** The parent's words as they stood, or the unit's own of a line it adds. */
  words: z.string(),
  /** What the parent asks: product, time and lead, in its words. */
  asked: z.strictObject({ product: z.string(), due: z.string(), lead: z.string() }).nullable(),
  how: z.string(),
  product: z.string(),
  responsible: z.string(),
  dueWords: z.string(),
  lateReason: z.string(),
  isDeclined: z.boolean(),
  declineReason: z.string(),
});

/** A version of a unit plan, whole. A draft has no number, day or signer yet. */
export const contentSchema = z.strictObject({
  v: z.literal(1),
  unit: z.strictObject({ id: z.string(), name: z.string() }),
  parent: z.strictObject({
    planId: z.string(),
    version: z.int().min(1),
    title: z.string(),
    number: z.string(),
    issuedOn: calendarDateSchema,
    issuerName: z.string(),
  }),
  signed: z
    .strictObject({
      number: z.string(),
      issuedOn: calendarDateSchema,
      signerName: z.string(),
      signerTitle: z.string(),
    })
    .nullable(),
  title: z.string(),
  bases: z.string(),
  opening: z.string(),
  closing: z.string(),
  recipients: z.string(),
  lines: z.array(contentLine),
});

export type UnitPlanContent = z.output<typeof contentSchema>;
export type ContentLine = UnitPlanContent['lines'][number];

/** What was typed above and below the table. */
type Texts = Pick<UnitPlanContent, 'title' | 'bases' | 'opening' | 'closing' | 'recipients'>;

function typedPart(
  line: Line,
): Omit<ContentLine, 'taskId' | 'code' | 'clausePath' | 'dimension' | 'words' | 'asked'> {
  const { id, how, product, responsible, dueWords, lateReason, isDeclined, declineReason } = line;
  return { lineId: id, how, product, responsible, dueWords, lateReason, isDeclined, declineReason };
}

/** The lines as a version has them: tasks in the parent's order, then what the unit adds; lines of dropped tasks left out. */
export function contentLines(tasks: readonly UnitTask[], lines: readonly Line[]): ContentLine[] {
  const byTask = new Map(lines.map((line) => [line.taskId, line]));
  const carried = tasks.flatMap((task): ContentLine[] => {
    const line = byTask.get(task.taskId);
    if (!line) return [];
    const { taskId, code, clausePath, dimension, words } = task;
    const asked = { product: productsText(task.products), due: task.dueWords, lead: task.leadName };
    return [{ ...typedPart(line), taskId, code, clausePath, dimension, words, asked }];
  });
  const own = lines.filter((line) => line.taskId === null);
  return [
    ...carried,
    ...own.map((line, index) => ({
      ...typedPart(line),
      taskId: null,
      code: ownCode(index),
      clausePath: null,
      dimension: line.dimension ?? 0,
      words: line.words ?? '',
      asked: null,
    })),
  ];
}

/** A version whole, from what it is made of. */
export function contentOf(made: {
  readonly unit: { readonly id: string; readonly name: string };
  readonly parent: ParentPlan & { readonly planId: string; readonly version: number };
  readonly signed: UnitPlanContent['signed'];
  readonly texts: Texts;
  readonly tasks: readonly UnitTask[];
  readonly lines: readonly Line[];
}): UnitPlanContent {
  const { title, bases, opening, closing, recipients } = made.texts;
  const { planId, version, title: parentTitle, number, issuedOn, issuerName } = made.parent;
  return {
    v: 1,
    unit: { id: made.unit.id, name: made.unit.name },
    parent: { planId, version, title: parentTitle, number, issuedOn, issuerName },
    signed: made.signed,
    title,
    bases,
    opening,
    closing,
    recipients,
    lines: contentLines(made.tasks, made.lines),
  };
}

/** Every text of a version that may cite a law, with its place: a line's code, or nothing for what stands around the table. */
export function citingPassages(content: UnitPlanContent): { path: string; text: string }[] {
  const around = [content.bases, content.opening, content.closing].map((text) => ({ path: '', text }));
  return [
    ...around,
    ...content.lines.map((line) => ({
      path: line.code,
      text: [line.taskId === null ? line.words : '', line.how, line.product].join('\n'),
    })),
  ];
}
