import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure, type FieldProblem } from '../../../kernel/errors.ts';
import { peopleOfUnits } from '../../identity/index.ts';
import { parseDue, planById } from '../../plans/index.ts';
import type { Line } from '../domain/line.ts';
import { type Colleague, personNamed } from '../domain/responsible.ts';
import { unitPlanErrors } from '../errors.ts';
import { unitPlanEvents } from '../events.ts';
import { unitPlanLimits } from '../limits.ts';
import { isStale, isTouched, type TypedLine } from '../line-stamp.ts';
import { mayDraft } from '../policy.ts';
import type { UnitPlan } from '../queries/unit-plans.ts';
import { lockUnitPlan } from '../store.ts';
import { loadLines, type NewLine, updateLines } from '../store-draft.ts';

const text = (most: number) => z.string().trim().max(most).default('');

/** One line as typed. */
export const typedLineInput = z.object({
  how: text(4000),
  product: text(2000),
  responsible: text(200),
  dueWords: text(200),
  lateReason: text(1000),
  isDeclined: z.boolean().default(false),
  declineReason: text(1000),
  /** Of a line that the unit adds; of others they are not asked for. */
  words: z.string().trim().min(1).max(2000).nullable().default(null),
  dimension: z.coerce.number().int().min(0).max(8).nullable().default(null),
});

export const saveLinesInput = z.object({
  unitPlanId: z.string(),
  /** What came back for each line, by its id, with the stamp it was shown with (`lineStamp`). */
  lines: z
    .record(z.uuid(), typedLineInput.extend({ stamp: z.string() }))
    .refine((lines) => Object.keys(lines).length <= unitPlanLimits.lines_a_save),
  /** Lines to which `set` is given besides; empty text sets nothing. */
  chosen: z.array(z.uuid()).default([]),
  set: z
    .object({ responsible: text(200), dueWords: text(200) })
    .nullable()
    .default(null),
});

/** Reads what was typed the same way for each line of a plan. */
export interface LineReading {
  readonly planYear: number;
  readonly colleagues: readonly Colleague[];
}

export async function lineReadingOf(
  context: CommandContext,
  tx: Tx,
  unitPlan: Pick<UnitPlan, 'planId' | 'unitId'>,
): Promise<LineReading> {
  const today = vietnamDate(context.now);
  const plan = await planById(tx, unitPlan.planId, today);
  ensure(plan, unitPlanErrors.not_found);
  return { planYear: plan.year, colleagues: await peopleOfUnits(tx, [unitPlan.unitId], today) };
}

/** A line with what was typed, its words understood: who is named, and what the time means. */
export function withTyped<L extends Pick<Line, 'taskId'>>(
  line: L,
  typed: TypedLine,
  { planYear, colleagues }: LineReading,
): L & Omit<NewLine, 'id' | 'position' | 'taskId'> {
  const own = line.taskId === null;
  return {
    ...line,
    ...typed,
    words: own ? typed.words : null,
    dimension: own ? typed.dimension : null,
    isDeclined: !own && typed.isDeclined,
    responsiblePersonId: personNamed(typed.responsible, colleagues),
    due: parseDue(typed.dueWords, { planYear }).spec,
  };
}

/**
 * Saves what changed in a form of many lines. Lines that nobody touched in the form stay as they are, whatever else happened
 * to them; a line that both this person and somebody else changed answers `unitplans.changed_meanwhile`, names each such
 * line, and nothing is saved. Answers how many lines changed.
 */
export async function saveLines(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof saveLinesInput>,
): Promise<number> {
  const input = saveLinesInput.parse(given);
  const unitPlan = await lockUnitPlan(context, tx, input.unitPlanId, mayDraft);
  ensure(unitPlan.course.drafting !== null, unitPlanErrors.not_drafting);
  const lines = new Map((await loadLines(tx, unitPlan.id)).map((line) => [line.id, line]));
  const chosen = new Set(input.set ? input.chosen : []);
  const reading = await lineReadingOf(context, tx, unitPlan);
  const conflicts: FieldProblem[] = [];
  const changed: NewLine[] = [];
  for (const [id, { stamp, ...typed }] of Object.entries(input.lines)) {
    const line = lines.get(id);
    const touched = isTouched(stamp, line ? shownOf(line, typed) : typed);
    if (!touched && !chosen.has(id)) continue;
    if (!line || isStale(stamp, line)) {
      conflicts.push({ field: `${id}.how`, message: unitPlanErrors.changed_meanwhile });
      continue;
    }
    const wanted = touched ? { ...typed, ...shownOf(line, typed) } : line;
    const set = chosen.has(id) ? input.set : null;
    changed.push(
      withTyped(
        line,
        {
          ...wanted,
          responsible: set?.responsible || wanted.responsible,
          dueWords: set?.dueWords || wanted.dueWords,
        },
        reading,
      ),
    );
  }
  if (conflicts.length > 0) throw new AppError(unitPlanErrors.changed_meanwhile, {}, conflicts);
  if (changed.length === 0) return 0;
  await updateLines(context, tx, changed);
  await audit(tx, context, unitPlanEvents.lines_saved, {
    subject: { type: 'unit_plan', id: unitPlan.id },
    before: changed.map(({ id }) => kept(lines.get(id))),
    after: changed.map(kept),
  });
  return changed.length;
}

/** A form of carried lines shows no words and no content of the index: these are the parent's. */
function shownOf(line: Line, typed: TypedLine): TypedLine {
  return line.taskId === null ? typed : { ...typed, words: null, dimension: null };
}

/** What the audit keeps of a line. */
function kept(line: (TypedLine & { readonly id: string }) | undefined) {
  if (!line) return undefined;
  const { id, words, how, product, responsible, dueWords, lateReason, isDeclined, declineReason } = line;
  return { id, words, how, product, responsible, dueWords, lateReason, isDeclined, declineReason };
}
