import { type Figure, sameFigure } from '../../figures/index.ts';
import { type AddedFigure, addSums, NO_SUMS, type Part, type Sums, sumsOf, totalOf } from './rollup.ts';

/** What is held of one unit for one figure. */
export interface Cell {
  readonly figureId: string;
  readonly unitId: string;
  readonly part: Part;
  /** As the lead agency reads it now; `null`: nothing said. */
  readonly said: Figure | null;
  readonly isLate: boolean;
  /** As the territory was added up, perhaps at the cut-off. */
  readonly saidThen: Figure | null;
  readonly wasLateThen: boolean;
  /** What the lead agency holds instead. */
  readonly adjusted: Figure | null;
}

/**
 * Why a cell differs, or needs somebody:
 * - `after_cut_off`: entered or changed after the territory was added up;
 * - `adjusted`: the lead agency holds another number than the unit said;
 * - `outside`: the unit no longer stands, so no territory has it;
 * - `unasked`: the unit said it though the lead agency does not ask it;
 * - `late`: entered after the time for the period; it is in neither total.
 */
export const REASONS = ['after_cut_off', 'adjusted', 'outside', 'unasked', 'late'] as const;
export type Reason = (typeof REASONS)[number];

/** Who must act: the unit, the lead agency of the figure, the standing agency. */
export type Acts = 'unit' | 'owner' | 'standing';

const ACTS: Readonly<Record<Reason, Acts>> = {
  after_cut_off: 'standing',
  adjusted: 'unit',
  outside: 'standing',
  unasked: 'owner',
  late: 'standing',
};

export interface Difference extends Cell {
  /** What the cell gives to each total; `null`: nothing. */
  readonly inSector: Figure | null;
  readonly inTerritory: Figure | null;
  /** Never empty. */
  readonly reasons: readonly Reason[];
  /** Who settles the first reason. */
  readonly acts: Acts;
}

export interface Reconciled {
  readonly figureId: string;
  readonly sector: Figure | null;
  readonly territory: Figure | null;
  readonly isEqual: boolean;
  readonly differences: readonly Difference[];
}

const counting = (value: Figure | null, isLate: boolean): Figure | null =>
  value === null || isLate || (value.kind !== 'number' && value.kind !== 'rate') ? null : value;

const same = (a: Figure | null, b: Figure | null): boolean =>
  a === null || b === null ? a === b : sameFigure(a, b);

/** What a cell gives to the sector's total: the agency's own number where it holds one. */
export const inSector = (cell: Cell): Figure | null =>
  cell.part === 'unasked' ? null : (cell.adjusted ?? counting(cell.said, cell.isLate));

/** What it gives to the territory's: always what the unit itself said. */
export const inTerritory = (cell: Cell): Figure | null =>
  cell.part === 'outside' ? null : counting(cell.saidThen, cell.wasLateThen);

function reasonsOf(cell: Cell): Reason[] {
  const { part, said, isLate, saidThen, wasLateThen, adjusted } = cell;
  const out: Reason[] = [];
  if (!same(counting(said, isLate), counting(saidThen, wasLateThen)) && part !== 'outside')
    out.push('after_cut_off');
  if (adjusted !== null && part !== 'unasked' && !same(adjusted, counting(said, isLate)))
    out.push('adjusted');
  if (part === 'outside' && inSector(cell) !== null) out.push('outside');
  if (part === 'unasked' && inTerritory(cell) !== null) out.push('unasked');
  if (said !== null && isLate) out.push('late');
  return out;
}

function differenceOf(cell: Cell): Difference[] {
  const reasons = reasonsOf(cell);
  const [first] = reasons;
  if (!first) return [];
  return [{ ...cell, inSector: inSector(cell), inTerritory: inTerritory(cell), reasons, acts: ACTS[first] }];
}

/**
 * Holds both totals of each figure against each other. Cells that are not listed give the same to both, so that the differences make
 * up exactly what lies between the totals.
 */
export function reconcile(figures: readonly AddedFigure[], cells: readonly Cell[]): Reconciled[] {
  const byFigure = Map.groupBy(cells, ({ figureId }) => figureId);
  return figures.map((figure) => {
    const own = byFigure.get(figure.id) ?? [];
    const sum = (of: (cell: Cell) => Figure | null): Figure | null =>
      totalOf(
        figure,
        own.reduce<Sums>((all, cell) => addSums(all, sumsOf(of(cell))), NO_SUMS),
      );
    const [sector, territory] = [sum(inSector), sum(inTerritory)];
    return {
      figureId: figure.id,
      sector,
      territory,
      isEqual: same(sector, territory),
      differences: own.flatMap(differenceOf),
    };
  });
}
