import type { CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import type { ErrorType } from '../../../kernel/errors.ts';
import { type Figure, figureLimits, type RowOutcome, saveValues, type Via } from '../../figures/index.ts';
import { partOfFigure } from '../domain/figure-parts.ts';
import { type Written, withWritten } from '../domain/overlay.ts';
import type { NotPlanned, PlannedFigure, PlannedFree, SavePlan } from '../domain/plan-save.ts';
import type { CellOutcome, SaveCell, SaveCellsInput, Sheet } from '../domain/sheet.ts';
import { sameValue } from '../domain/written-cell.ts';
import { formErrors } from '../errors.ts';
import { periodsOfSheet } from '../queries/sheets.ts';
import { type FreeWrite, freeCellsOf, writeFreeCells } from '../store/cells.ts';
import { judgeFree, type SaveScene, unitOfActor } from './save-scene.ts';

export interface Attempt {
  /** In the order of the cells given. */
  readonly outcomes: readonly CellOutcome[];
  /** As they stand after, or would. */
  readonly sheets: readonly Sheet[];
  readonly via: Via;
  readonly freeWritten: number;
  /** The first ones, for the audit. */
  readonly freeTold: readonly unknown[];
}

interface Wanted {
  readonly scene: SaveScene;
  readonly plan: SavePlan;
  readonly input: SaveCellsInput;
  /** Cells that are not to be written, by unit and key, with what is said of them. */
  readonly barred: ReadonlyMap<string, CellOutcome>;
  readonly write: boolean;
}

/** Kept from being saved as it was given. */
export const isRefused = ({ outcome }: CellOutcome): boolean =>
  outcome === 'problem' || outcome === 'conflict' || outcome === 'waiting';

const REASONS: Readonly<Record<Exclude<NotPlanned, 'waiting'>, ErrorType>> = {
  unknown_cell: formErrors.unknown_cell,
  cell_not_entered: formErrors.cell_not_entered,
  cell_twice: formErrors.cell_twice,
  rate_parts_disagree: formErrors.rate_parts_disagree,
};

/** Tries a save, or makes it: the same judgement either way. */
export async function attempt(context: CommandContext, tx: Tx, wanted: Wanted): Promise<Attempt> {
  const { scene, plan, input, barred, write } = wanted;
  const { cells, via } = input;
  const isBarred = (at: number): boolean => {
    const given = cells[at];
    return given !== undefined && barred.has(`${given.unitId} ${given.key}`);
  };
  const outcomes = new Map<number, CellOutcome>();
  cells.forEach((given, at) => {
    const told = barred.get(`${given.unitId} ${given.key}`);
    const reason = plan.refused.get(at);
    if (told) outcomes.set(at, told);
    else if (reason) outcomes.set(at, notPlanned(scene, given, reason));
  });
  const figures = plan.figures.filter((one) => !one.cells.some(isBarred));
  const rows = await saveValues(context, tx, {
    rows: figures.map(({ unitId, figureId, value, revision, cells: [first] }) => ({
      unitId,
      figureId,
      periodCode: scene.period.code,
      value,
      ...(revision === undefined ? {} : { revision }),
      place: cells[first ?? -1]?.place ?? cells[first ?? -1]?.key ?? '',
    })),
    via,
    dryRun: !write,
    // With its free cells the form is judged by whoever called; other forms that show these figures are not.
    judged: scene.ready.form.id,
  });
  figures.forEach((figure, index) => {
    const row = rows.rows[index];
    if (row) for (const at of figure.cells) outcomes.set(at, figureOutcome(scene, cells[at], row));
  });
  const free = plan.free.filter((one) => !isBarred(one.at));
  const writes = await saveFree(context, tx, wanted, free, outcomes);
  const ordered = cells.flatMap((_, at) => outcomes.get(at) ?? []);
  return {
    outcomes: ordered,
    sheets: overlaid(context, wanted, figures, outcomes),
    via,
    freeWritten: write ? writes.length : 0,
    freeTold: writes.slice(0, figureLimits.told_cells).map(({ unitId, key, value }) => ({
      unitId,
      key,
      before: scene.sheets.get(unitId)?.cells[key]?.value ?? null,
      after: value,
    })),
  };
}

const named = ({ unitId, key, place }: SaveCell) => ({ unitId, key, place });

function notPlanned({ sheets }: SaveScene, given: SaveCell, reason: NotPlanned): CellOutcome {
  const { unitId, key } = given;
  if (reason === 'waiting')
    return { ...named(given), outcome: 'waiting', revision: sheets.get(unitId)?.cells[key]?.revision ?? 0 };
  return { ...named(given), outcome: 'problem', error: REASONS[reason], params: { cell: key } };
}

function figureOutcome(scene: SaveScene, given: SaveCell | undefined, row: RowOutcome): CellOutcome {
  if (!given) throw new Error('a row of no cell');
  const part = scene.ready.compiled.cells.find((cell) => cell.key === given.key)?.figure?.part ?? 'value';
  switch (row.outcome) {
    case 'saved': {
      const { isLate, revision, before } = row;
      return {
        ...named(given),
        outcome: 'saved',
        isLate,
        revision,
        before: partOfFigure(before?.value, part),
      };
    }
    case 'unchanged':
      return { ...named(given), outcome: 'unchanged', revision: row.revision };
    case 'conflict': {
      const { other, revision } = row;
      const standing = scene.sheets.get(given.unitId)?.cells[given.key];
      return {
        ...named(given),
        outcome: 'conflict',
        value: partOfFigure(other?.value, part),
        byName: other?.byName ?? '',
        changedAt: other?.changedAt ?? standing?.changedAt ?? new Date(0),
        revision,
      };
    }
    case 'problem':
      return { ...named(given), outcome: 'problem', error: row.error, params: row.params };
  }
}

async function saveFree(
  context: CommandContext,
  tx: Tx,
  { scene, input, write }: Wanted,
  free: readonly PlannedFree[],
  outcomes: Map<number, CellOutcome>,
): Promise<FreeWrite[]> {
  if (free.length === 0) return [];
  const { ready, period, unitIds } = scene;
  const stored = await freeCellsOf(tx, {
    formIds: [ready.form.id],
    unitIds,
    periodCodes: [period.code],
    asOf: null,
  });
  const standing = new Map(stored.map((one) => [`${one.unitId} ${one.key}`, one]));
  const writes: FreeWrite[] = [];
  const saved: { readonly at: number; readonly isLate: boolean; readonly given: SaveCell }[] = [];
  for (const planned of free) {
    const { given, at } = planned;
    const found = standing.get(`${given.unitId} ${given.key}`);
    const judged = judgeFree(scene, context.actor, planned);
    const revision = found?.revision ?? 0;
    if ('error' in judged) outcomes.set(at, { ...named(given), outcome: 'problem', ...judged });
    else if (sameValue(given.value, found?.value ?? null))
      outcomes.set(at, { ...named(given), outcome: 'unchanged', revision });
    else if (given.revision !== undefined && given.revision !== revision)
      outcomes.set(at, {
        ...named(given),
        outcome: 'conflict',
        value: found?.value ?? null,
        byName: found?.byName ?? '',
        changedAt: found?.changedAt ?? new Date(0),
        revision,
      });
    else {
      const { unitId, key, value } = given;
      const { isLate } = judged;
      writes.push({
        id: found?.id ?? null,
        unitId,
        key,
        value,
        isLate,
        byUnitId: unitOfActor(context.actor, unitId),
      });
      saved.push({ at, isLate, given });
    }
  }
  const place = { formId: ready.form.id, periodCode: period.code };
  const revisions = write
    ? await writeFreeCells(context, tx, place, writes, input.via)
    : new Map<string, number>();
  for (const { at, isLate, given } of saved) {
    const found = standing.get(`${given.unitId} ${given.key}`);
    const revision = revisions.get(`${given.unitId} ${given.key}`) ?? (found?.revision ?? 0) + 1;
    outcomes.set(at, { ...named(given), outcome: 'saved', isLate, before: found?.value ?? null, revision });
  }
  return writes;
}

type WrittenFigure = Omit<Written, 'value'> & { readonly figure: Figure | null };

function overlaid(
  { actor, now }: CommandContext,
  { scene, input }: Wanted,
  figures: readonly PlannedFigure[],
  outcomes: ReadonlyMap<number, CellOutcome>,
): Sheet[] {
  const periods = periodsOfSheet(scene.period.code);
  const { via, cells } = input;
  const free = new Map<string, Map<string, Written>>();
  const values = new Map<string, Map<string, WrittenFigure>>();
  const into = <T>(all: Map<string, Map<string, T>>, unitId: string): Map<string, T> => {
    const one = all.get(unitId) ?? new Map<string, T>();
    all.set(unitId, one);
    return one;
  };
  const written = (unitId: string, { revision, isLate }: Extract<CellOutcome, { outcome: 'saved' }>) => ({
    revision,
    isLate,
    via,
    byName: actor.name,
    byUnitId: unitOfActor(actor, unitId),
    changedAt: now,
  });
  for (const { unitId, figureId, value, cells: places } of figures) {
    const outcome = outcomes.get(places[0] ?? -1);
    if (outcome?.outcome === 'saved')
      into(values, unitId).set(figureId, { ...written(unitId, outcome), figure: value });
  }
  cells.forEach((given, at) => {
    const outcome = outcomes.get(at);
    if (outcome?.outcome === 'saved')
      into(free, given.unitId).set(given.key, { ...written(given.unitId, outcome), value: given.value });
  });
  return [...scene.sheets.values()].map((sheet) =>
    withWritten(scene.ready, sheet, into(free, sheet.unitId), into(values, sheet.unitId), periods),
  );
}
