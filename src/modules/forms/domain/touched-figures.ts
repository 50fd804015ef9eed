import type { CellToWrite, Figure } from '../../figures/index.ts';
import type { CompiledForm } from './compiled.ts';

/** Figures whose value of its own period a form shows: entered, shown, or counted since New Year. */
export function figuresShown(form: CompiledForm): ReadonlySet<string> {
  return new Set(
    form.cells.flatMap(({ figure }) =>
      figure?.relation === 'this' || figure?.relation === 'cumulative' ? [figure.id] : [],
    ),
  );
}

/** By period, then by unit: the cells of figures that are written there, each with its place in the list. */
export type TouchedFigures = ReadonlyMap<string, ReadonlyMap<string, readonly TouchedFigure[]>>;

interface TouchedFigure {
  readonly at: number;
  readonly figureId: string;
}

export function byUnitAndPeriod(cells: readonly CellToWrite[]): TouchedFigures {
  const periods = new Map<string, Map<string, TouchedFigure[]>>();
  cells.forEach(({ figureId, unitId, periodCode }, at) => {
    const units = periods.get(periodCode) ?? new Map<string, TouchedFigure[]>();
    periods.set(periodCode, units);
    const own = units.get(unitId) ?? [];
    units.set(unitId, own);
    own.push({ at, figureId });
  });
  return periods;
}

/** The units and periods, each once. */
export function placesOf(
  touched: TouchedFigures,
): { readonly unitId: string; readonly periodCode: string }[] {
  return [...touched].flatMap(([periodCode, units]) =>
    [...units.keys()].map((unitId) => ({ unitId, periodCode })),
  );
}

/** What a cell is to say when it is one of those to write; `undefined` when it is none, or is left out. */
export function writtenAt(
  cells: readonly CellToWrite[],
): (
  [figureId, unitId, periodCode]: readonly [string, string, string],
  isWritten: (at: number) => boolean,
) => Figure | null | undefined {
  const places = new Map(
    cells.map(({ figureId, unitId, periodCode }, at) => [`${figureId} ${unitId} ${periodCode}`, at]),
  );
  return ([figureId, unitId, periodCode], isWritten) => {
    const at = places.get(`${figureId} ${unitId} ${periodCode}`);
    return at !== undefined && isWritten(at) ? cells[at]?.value : undefined;
  };
}
