import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { compare, filledOrNull, trimmed } from '../domain/compare.ts';
import type { StoredCell } from '../domain/figure.ts';
import {
  countOutcomes,
  isRefused,
  type RowOutcome,
  type SaveInput,
  type SaveOutcome,
} from '../domain/save.ts';
import { figureErrors } from '../errors.ts';
import { figureEvents } from '../events.ts';
import { figureLimits } from '../limits.ts';
import { type CellWrite, insertCells, keyOf, storedCells, updateCells } from '../store-values.ts';
import { valueGuard } from '../value-guard.ts';
import { isProblem, type Judged, judge, type ReadyRow, readScene } from './save-scene.ts';

/** A row to be written. */
interface Write {
  readonly ready: ReadyRow;
  readonly cell: CellWrite;
  readonly stored: StoredCell | undefined;
}

type Planned = RowOutcome | Write;

const isWrite = (planned: Planned): planned is Write => 'cell' in planned;

/**
 * Saves any number of cells in one transaction and a fixed number of statements, and tells what became of each row. Rows that
 * cannot be saved do not keep the others from being saved, unless `whole` asks for all or none. Rows that would break what a unit has
 * confirmed are refused (`value-guard.ts`). A save that changes nothing records nothing. Throws `figures.too_many_rows` only.
 */
export async function saveValues(context: CommandContext, tx: Tx, input: SaveInput): Promise<SaveOutcome> {
  const { rows, via, dryRun = false, whole = false } = input;
  const limit = figureLimits.batch_rows;
  if (rows.length > limit) throw new AppError(figureErrors.too_many_rows, { count: rows.length, limit });
  if (rows.length === 0) return outcome([], !dryRun);
  const planned = await guarded(tx, await plan(context, tx, input), input.judged ?? null);
  const refused = whole && planned.some((one) => !isWrite(one) && isRefused(one));
  if (!dryRun && !refused) return outcome(await write(context, tx, planned, via), true);
  return outcome(
    planned.map((one) => (isWrite(one) ? saved(one, (one.stored?.revision ?? 0) + 1) : one)),
    false,
  );
}

function outcome(rows: readonly RowOutcome[], applied: boolean): SaveOutcome {
  return { rows, counts: countOutcomes(rows), applied };
}

async function plan(context: CommandContext, tx: Tx, input: SaveInput): Promise<Planned[]> {
  const { rows, dryRun = false } = input;
  const scene = await readScene(tx, rows, context.now, !dryRun);
  const judged = withoutRepeats(rows.map((row) => judge(scene, context.actor, row)));
  const keys = judged.flatMap((one) => (isProblem(one) ? [] : [cellOf(one)]));
  // Before the cells themselves, as whoever confirms them does: nobody waits in a circle.
  if (!dryRun) await valueGuard().hold(tx, keys);
  const stored = await storedCells(tx, keys, !dryRun);
  return judged.map((one, index) => {
    if (isProblem(one)) return { place: rows[index]?.place, outcome: 'problem', ...one };
    const { row, asUnit, isLate, byUnitId } = one;
    const cell = cellOf(one);
    const standing = stored.get(keyOf(cell));
    const { value, revision, place, unitId } = row;
    const saidByUnit = { error: figureErrors.said_by_unit, params: {} };
    const told = compare({ value, revision, place, unitId, asUnit }, standing, saidByUnit);
    return (
      told ?? { ready: one, cell: { ...cell, value: trimmed(value), isLate, byUnitId }, stored: standing }
    );
  });
}

async function guarded(tx: Tx, planned: readonly Planned[], judged: string | null): Promise<Planned[]> {
  const writes = planned.filter(isWrite);
  if (writes.length === 0) return [...planned];
  const cells = writes.map((one) => one.cell);
  const refused = await valueGuard().refuse(tx, cells, judged);
  if (refused.size === 0) return [...planned];
  const problems = new Map(writes.map((one, at) => [one as Planned, refused.get(at)]));
  return planned.map((one) => {
    const problem = problems.get(one);
    return problem && isWrite(one) ? { place: one.ready.row.place, outcome: 'problem', ...problem } : one;
  });
}

function cellOf({ row, definition }: ReadyRow): { figureId: string; unitId: string; periodCode: string } {
  return { figureId: definition.id, unitId: row.unitId, periodCode: row.periodCode };
}

/** Of two rows for one cell the later is told of the first; neither is guessed to be the right one. */
function withoutRepeats(judged: readonly Judged[]): Judged[] {
  const firsts = new Map<string, string>();
  return judged.map((one, index) => {
    if (isProblem(one)) return one;
    const key = keyOf(cellOf(one));
    const first = firsts.get(key);
    if (first !== undefined) return { error: figureErrors.twice_in_batch, params: { first } };
    firsts.set(key, one.row.place ?? String(index + 1));
    return one;
  });
}

function saved({ ready, cell, stored }: Write, revision: number): RowOutcome {
  return {
    place: ready.row.place,
    outcome: 'saved',
    isLate: cell.isLate,
    before: filledOrNull(stored),
    revision,
  };
}

async function write(
  context: CommandContext,
  tx: Tx,
  planned: readonly Planned[],
  via: SaveInput['via'],
): Promise<RowOutcome[]> {
  const writes = planned.filter(isWrite);
  const fresh = writes.filter((one) => !one.stored).map((one) => one.cell);
  const changed = writes.flatMap((one) => (one.stored ? [{ ...one.cell, id: one.stored.id }] : []));
  const revisions = new Map([
    ...(await insertCells(context, tx, fresh, via)),
    ...(await updateCells(context, tx, changed, via)),
  ]);
  // Somebody else filled the empty cell between our reading and our writing.
  const taken = fresh.filter((cell) => !revisions.has(keyOf(cell)));
  const others = taken.length > 0 ? await storedCells(tx, taken, false) : new Map<string, StoredCell>();
  const outcomes = planned.map((one) => {
    if (!isWrite(one)) return one;
    const key = keyOf(one.cell);
    const revision = revisions.get(key);
    return revision === undefined ? meanwhile(one, others.get(key)) : saved(one, revision);
  });
  await record(
    context,
    tx,
    writes.filter((one) => revisions.has(keyOf(one.cell))),
    via,
  );
  return outcomes;
}

function meanwhile({ ready }: Write, other: StoredCell | undefined): RowOutcome {
  const { value, place, unitId } = ready.row;
  const saidByUnit = { error: figureErrors.said_by_unit, params: {} };
  const seen = { value, revision: -1, place, unitId, asUnit: true };
  return compare(seen, other, saidByUnit) ?? { place, outcome: 'conflict', other: null, revision: 0 };
}

/** One event for a save, whatever its size: the first cells by name, the others by their number; each keeps its past. */
async function record(
  context: CommandContext,
  tx: Tx,
  writes: readonly Write[],
  via: SaveInput['via'],
): Promise<void> {
  const [only] = writes;
  if (!only) return;
  const cells = writes.slice(0, figureLimits.told_cells).map(({ ready, cell, stored }) => ({
    figure: ready.definition.code,
    unitId: cell.unitId,
    period: cell.periodCode,
    before: stored?.value ?? null,
    after: cell.value,
  }));
  const type = writes.length === 1 ? 'figure' : 'figures';
  await audit(tx, context, figureEvents.saved, {
    subject: { type, id: writes.length === 1 ? only.cell.figureId : newId() },
    after: { via, count: writes.length, cells },
  });
}
