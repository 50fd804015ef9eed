import type { Problem } from './check.ts';
import { type Figure, type FigureValue, isFilled, type StoredCell, sameFigure } from './figure.ts';
import type { RowOutcome } from './save.ts';

/** What somebody wants a cell to say. */
export interface Wish {
  readonly value: Figure | null;
  readonly revision: number | undefined;
  readonly place: string | undefined;
  readonly unitId: string;
  /** In the unit's own name; otherwise for it. */
  readonly asUnit: boolean;
}

/** Words without spaces around them: what is compared and stored. */
export function trimmed(value: Figure | null): Figure | null {
  if (value?.kind === 'words') return { ...value, words: value.words.trim() };
  return value?.kind === 'no_data' ? { ...value, reason: value.reason.trim() } : value;
}

export const filledOrNull = (cell: StoredCell | undefined): FigureValue | null =>
  isFilled(cell) ? cell : null;

/** The writer saw the cell as it stands. An empty cell is 0, whatever it was before it was taken back. */
function saw(revision: number | undefined, stored: StoredCell | undefined): boolean {
  if (revision === undefined || revision === (stored?.revision ?? 0)) return true;
  return revision === 0 && !isFilled(stored);
}

/** The cell says this already, in the unit's own name too where that is wished. */
function says(stored: StoredCell | undefined, value: Figure | null): boolean {
  if (!isFilled(stored)) return value === null;
  return value !== null && sameFigure(stored.value, value);
}

/**
 * Compares a wish with what stands: `undefined` when it is to be written. `saidByUnit` is the problem of whoever would
 * overwrite, for a unit, what the unit said itself.
 */
export function compare(
  wish: Wish,
  stored: StoredCell | undefined,
  saidByUnit: Problem,
): RowOutcome | undefined {
  const { place } = wish;
  const revision = stored?.revision ?? 0;
  if (says(stored, trimmed(wish.value))) return { place, outcome: 'unchanged', revision };
  if (!saw(wish.revision, stored))
    return { place, outcome: 'conflict', other: filledOrNull(stored), revision };
  if (!wish.asUnit && isFilled(stored) && stored.byUnitId === wish.unitId)
    return { place, outcome: 'problem', ...saidByUnit };
  return undefined;
}
