import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { sql } from '../../../kernel/db/sql.ts';
import { AppError, type ErrorType, ensure } from '../../../kernel/errors.ts';
import type { MessageParams } from '../../../kernel/i18n.ts';
import { isId, newId } from '../../../kernel/ids.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import {
  definitionsNamed,
  type Figure,
  type FigureDefinition,
  type FigureValue,
  sameFigure,
  valueProblem,
  valuesOf,
} from '../../figures/index.ts';
import { periodByCode } from '../../periods/index.ts';
import type { PlacedOn } from '../domain/rollup.ts';
import { reportErrors } from '../errors.ts';
import { reportEvents } from '../events.ts';
import { mayAdjust, seesUnit } from '../policy-totals.ts';
import { placedUnits } from '../queries/rollup.ts';
import { type AdjustmentAct, lastActs } from '../queries/rollup-adjustments.ts';

export interface CellAddress {
  readonly figureId: string;
  readonly unitId: string;
  readonly periodCode: string;
}

export interface AdjustInput extends CellAddress {
  readonly value: Figure;
  readonly reason: string;
  /** The last act about the cell that the person saw; `null` for none. Another one refuses. */
  readonly afterId: string | null;
}

export interface WithdrawInput extends CellAddress {
  readonly reason: string;
  readonly afterId: string | null;
}

function wrong(field: string, error: ErrorType, params: MessageParams = {}): AppError {
  return new AppError(error, params, [{ field, message: error, params }]);
}

interface Held {
  readonly definition: FigureDefinition;
  readonly placed: PlacedOn;
  readonly said: FigureValue | undefined;
  readonly last: AdjustmentAct | undefined;
}

/** Reads the cell that is to be adjusted and checks the right. What the actor may not see answers `reports.cell_not_found`. */
async function cellFor(
  { actor }: CommandContext,
  tx: Tx,
  { figureId, unitId, periodCode }: CellAddress,
): Promise<Held> {
  const period = await periodByCode(tx, periodCode);
  ensure(period && isId(figureId) && isId(unitId), reportErrors.cell_not_found);
  const [definition] = await definitionsNamed(tx, { ids: [figureId], codes: [] });
  const placed = (await placedUnits(tx, [period])).get(periodCode)?.find(({ unit }) => unit.id === unitId);
  ensure(
    definition && placed && seesUnit(actor, definition.ownerUnitId, placed.unit),
    reportErrors.cell_not_found,
  );
  const cell = { lineage: placed.unit.lineage, ownerUnitId: definition.ownerUnitId };
  ensure(mayAdjust(actor, cell), kernelErrors.forbidden);
  const of = { figureIds: [figureId], unitIds: [unitId], periodCodes: [periodCode], asOf: null };
  const [said] = await valuesOf(tx, of);
  const [last] = await lastActs(tx, of);
  return { definition, placed, said, last };
}

function checkReason(reason: string): void {
  if (reason.trim().length < 3) throw wrong('ly_do', reportErrors.reason_needed);
}

async function store(
  { actor, now }: CommandContext,
  tx: Tx,
  { figureId, unitId, periodCode, reason, afterId }: WithdrawInput,
  value: Figure | null,
  seenRevision: number,
): Promise<string> {
  const id = newId();
  const number = value?.kind === 'number' ? value.number : null;
  const rate = value?.kind === 'rate' ? value : null;
  await tx.run(sql`
    insert into reports_adjustment (id, figure_id, unit_id, period_code, after_id, number, numerator, denominator, seen_revision, reason,
      by_person_id, by_name, by_unit_id, made_at)
    values (${id}, ${figureId}, ${unitId}, ${periodCode}, ${afterId}, ${number}, ${rate?.numerator ?? null}, ${rate?.denominator ?? null},
      ${seenRevision}, ${reason.trim()}, ${actor.personId || null}, ${actor.name}, ${actor.current?.unitId ?? null}, ${now})`);
  return id;
}

/**
 * A lead agency holds another number than a unit said, with its reason. The unit's own word stays as it is; totals of the sector take the
 * adjusted one and say so.
 */
export async function adjustTotal(context: CommandContext, tx: Tx, input: AdjustInput): Promise<string> {
  const { definition, said, last } = await cellFor(context, tx, input);
  ensure(definition.rollUp !== 'none', reportErrors.not_added_up);
  ensure((last?.id ?? null) === input.afterId, reportErrors.adjustment_changed);
  const problem =
    input.value.kind === 'no_data'
      ? { error: reportErrors.number_needed, params: {} }
      : valueProblem(input.value, definition);
  if (problem) throw wrong('so', problem.error, problem.params);
  const counts = last?.value ?? (said && !said.isLate ? said.value : null);
  if (counts && sameFigure(counts, input.value)) throw wrong('so', reportErrors.adjusted_to_same);
  checkReason(input.reason);
  const id = await store(context, tx, input, input.value, said?.revision ?? 0);
  await audit(tx, context, reportEvents.adjusted, {
    subject: { type: 'figure', id: input.figureId },
    before: { said: said?.value ?? null, adjusted: last?.value ?? null },
    after: {
      unitId: input.unitId,
      periodCode: input.periodCode,
      value: input.value,
      reason: input.reason.trim(),
    },
  });
  return id;
}

/** Takes an adjustment back: the unit's own number counts again. What was held, and why, stays in the history. */
export async function withdrawAdjustment(
  context: CommandContext,
  tx: Tx,
  input: WithdrawInput,
): Promise<string> {
  const { said, last } = await cellFor(context, tx, input);
  ensure(last?.value && last.id === input.afterId, reportErrors.adjustment_changed);
  checkReason(input.reason);
  const id = await store(context, tx, input, null, said?.revision ?? 0);
  await audit(tx, context, reportEvents.adjustment_withdrawn, {
    subject: { type: 'figure', id: input.figureId },
    before: { adjusted: last.value },
    after: { unitId: input.unitId, periodCode: input.periodCode, reason: input.reason.trim() },
  });
  return id;
}
