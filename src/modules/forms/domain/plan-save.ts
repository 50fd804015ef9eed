import { isCalendarDate } from '../../../kernel/dates.ts';
import type { Figure } from '../../figures/index.ts';
import type { CellValue, CompiledCell, CompiledForm } from './compiled.ts';
import type { SaveCell, Sheet } from './sheet.ts';

/** A figure of a unit to save: what its cells say together. */
export interface PlannedFigure {
  readonly unitId: string;
  readonly figureId: string;
  readonly value: Figure | null;
  readonly revision: number | undefined;
  /** Places of its cells in what was given. */
  readonly cells: readonly number[];
}

export interface PlannedFree {
  readonly cell: CompiledCell;
  readonly given: SaveCell;
  readonly at: number;
}

/** Why a cell cannot be part of a save, as far as the form alone can tell. */
export type NotPlanned =
  | 'unknown_cell'
  | 'cell_not_entered'
  | 'cell_twice'
  | 'rate_parts_disagree'
  | 'waiting';

export interface SavePlan {
  readonly figures: readonly PlannedFigure[];
  readonly free: readonly PlannedFree[];
  readonly refused: ReadonlyMap<number, NotPlanned>;
}

/** Sorts the cells given into figures and free cells. A rate needs both its parts: what is not given is what stands. */
export function planSave(
  form: CompiledForm,
  cells: readonly SaveCell[],
  sheets: ReadonlyMap<string, Sheet>,
): SavePlan {
  const byKey = new Map(form.cells.map((cell) => [cell.key, cell]));
  const refused = new Map<number, NotPlanned>();
  const free: PlannedFree[] = [];
  const groups = new Map<string, Given[]>();
  const seen = new Set<string>();
  cells.forEach((given, at) => {
    const cell = byKey.get(given.key);
    const place = `${given.unitId} ${given.key}`;
    if (!cell) refused.set(at, 'unknown_cell');
    else if (cell.input === null) refused.set(at, 'cell_not_entered');
    else if (seen.has(place)) refused.set(at, 'cell_twice');
    else if (!cell.figure) free.push({ cell, given, at });
    else {
      const group = `${given.unitId} ${cell.figure.id}`;
      groups.set(group, [...(groups.get(group) ?? []), { cell, given, at }]);
    }
    seen.add(place);
  });
  const figures: PlannedFigure[] = [];
  for (const group of groups.values()) {
    const [{ cell, given }] = group as [Given];
    const value = togetherOf(group, sheets.get(given.unitId), form);
    if (value === 'waiting' || value === 'rate_parts_disagree')
      for (const { at } of group) refused.set(at, value);
    else {
      const revisions = group.flatMap((one) => one.given.revision ?? []);
      figures.push({
        unitId: given.unitId,
        figureId: cell.figure?.id ?? '',
        value,
        revision: revisions.length > 0 ? Math.min(...revisions) : undefined,
        cells: group.map((one) => one.at),
      });
    }
  }
  return { figures, free, refused };
}

interface Given {
  readonly cell: CompiledCell;
  readonly given: SaveCell;
  readonly at: number;
}

function togetherOf(
  group: readonly Given[],
  sheet: Sheet | undefined,
  form: CompiledForm,
): Figure | null | 'waiting' | 'rate_parts_disagree' {
  const [first] = group;
  if (first?.cell.figure?.part === 'value') return figureOf(first.given.value);
  const none = group.find((one) => one.given.value?.kind === 'no_data')?.given.value;
  if (none?.kind === 'no_data') {
    const others = group.some((one) => one.given.value !== null && one.given.value.kind !== 'no_data');
    return others ? 'rate_parts_disagree' : { kind: 'no_data', reason: none.reason };
  }
  const numbers = (['numerator', 'denominator'] as const).map((part) => {
    const own = group.find((one) => one.cell.figure?.part === part);
    if (own) return own.given.value;
    const id = first?.cell.figure?.id;
    const other = form.cells.find(
      (cell) => cell.figure?.id === id && cell.figure?.part === part && cell.input !== null,
    );
    return (other && sheet?.cells[other.key]?.value) ?? null;
  });
  const [numerator, denominator] = numbers;
  if (numerator === null && denominator === null) return null;
  if (numerator?.kind !== 'number' || denominator?.kind !== 'number') return 'waiting';
  return { kind: 'rate', numerator: numerator.number, denominator: denominator.number };
}

/** What is no day has the wrong shape, and the figures room says so. */
function figureOf(value: CellValue | null): Figure | null {
  if (value?.kind !== 'date') return value;
  return isCalendarDate(value.on) ? { kind: 'date', on: value.on } : { kind: 'words', words: value.on };
}
