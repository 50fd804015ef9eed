import type { FigureValue } from '../../figures/index.ts';
import { checkCells } from './check-cells.ts';
import type { CellValue, CompiledCell } from './compiled.ts';
import { cellName, type Relation } from './expr.ts';
import { partOfFigure, sinceNewYear } from './figure-parts.ts';
import type { ReadyForm, Sheet, SheetCell, SheetState } from './sheet.ts';

/** The periods that a sheet reads besides its own. */
export interface SheetPeriods {
  readonly this: string;
  readonly prev: string | null;
  readonly same: string | null;
  /** From the beginning of the year to this one, itself last. */
  readonly sinceNewYear: readonly string[];
}

/** A figure's value as far as a sheet shows it. */
export type SaidFigure = Pick<
  FigureValue,
  'value' | 'revision' | 'byName' | 'byUnitId' | 'changedAt' | 'isLate' | 'via'
>;

/** A free cell as it was stored. */
export interface StoredFree {
  readonly value: CellValue | null;
  readonly revision: number;
  readonly byName: string;
  readonly byUnitId: string | null;
  readonly changedAt: Date;
  readonly isLate: boolean;
  readonly via: SheetCell['via'];
}

/** What is known of one unit's sheet. */
export interface SheetFacts {
  readonly unitId: string;
  readonly periods: SheetPeriods;
  figure(figureId: string, periodCode: string): SaidFigure | undefined;
  free(key: string, periodCode: string): StoredFree | undefined;
  isAsked(code: string): boolean;
  readonly stored: {
    readonly versionId: string;
    readonly isComplete: boolean;
    readonly byName: string;
    readonly revision: number;
    readonly changedAt: Date;
  } | null;
}

const untouched = { revision: 0, byName: null, byUnitId: null, changedAt: null, isLate: false, via: null };

/** Puts a sheet together from what is stored. */
export function assembleSheet(ready: ReadyForm, facts: SheetFacts): Sheet {
  const cells: Record<string, SheetCell> = {};
  const values: Record<string, CellValue | undefined> = {};
  for (const cell of ready.compiled.cells) {
    if (cell.kind === 'none' || cell.kind === 'formula') continue;
    const shown = cell.kind === 'free' ? freeCell(cell, facts) : figureCell(cell, ready, facts);
    cells[cell.key] = shown;
    if (shown.value) values[cell.key] = shown.value;
    for (const relation of ['same', 'prev'] as const) {
      const other = cell.input === null ? null : otherPeriod(cell, facts, relation);
      if (other) values[cellName(cell.key, relation)] = other;
    }
  }
  return finishSheet(ready, facts, cells, values);
}

function freeCell(cell: CompiledCell, facts: SheetFacts): SheetCell {
  const found = facts.free(cell.key, facts.periods.this);
  return found ? { ...found, asked: true } : { ...untouched, value: null, asked: true };
}

function figureCell({ figure }: CompiledCell, ready: ReadyForm, facts: SheetFacts): SheetCell {
  if (!figure) return { ...untouched, value: null, asked: false };
  const asked = figure.relation === 'this' && facts.isAsked(figure.code);
  if (figure.relation === 'cumulative') {
    const definition = ready.definitions.get(figure.code);
    const codes = definition?.isCumulative ? [facts.periods.this] : facts.periods.sinceNewYear;
    const all = codes.map((code) => facts.figure(figure.id, code)?.value);
    return {
      ...untouched,
      asked,
      value: partOfFigure(sinceNewYear(all, definition?.rollUp ?? 'none'), figure.part),
    };
  }
  const { this: own, prev, same } = facts.periods;
  const code = { this: own, previous: prev, same_last_year: same }[figure.relation];
  const found = code === null ? undefined : facts.figure(figure.id, code);
  if (!found) return { ...untouched, value: null, asked };
  const { revision, byName, byUnitId, changedAt, isLate, via } = found;
  return {
    value: partOfFigure(found.value, figure.part),
    revision,
    asked,
    byName,
    byUnitId,
    changedAt,
    isLate,
    via,
  };
}

function otherPeriod(
  cell: CompiledCell,
  facts: SheetFacts,
  relation: Exclude<Relation, 'this'>,
): CellValue | null {
  const code = facts.periods[relation];
  if (code === null) return null;
  if (cell.figure) return partOfFigure(facts.figure(cell.figure.id, code)?.value, cell.figure.part);
  return facts.free(cell.key, code)?.value ?? null;
}

type Standing = Pick<SheetFacts, 'unitId' | 'periods' | 'stored'>;

/** Computes, checks and counts the cells of a sheet; also what it would be with cells that are not saved yet. */
export function finishSheet(
  ready: ReadyForm,
  { unitId, periods, stored }: Standing,
  cells: Readonly<Record<string, SheetCell>>,
  values: Readonly<Record<string, CellValue | undefined>>,
): Sheet {
  const { computed, broken } = checkCells(ready.compiled, values);
  const all: Record<string, CellValue | undefined> = { ...values };
  for (const [key, number] of Object.entries(computed))
    if (number !== null) all[key] = { kind: 'number', number };
  let [asked, filled, touched] = [0, 0, 0];
  let lastChange = 0;
  for (const cell of ready.compiled.cells) {
    const shown = cells[cell.key];
    if (cell.input === null || !shown?.asked) continue;
    if (shown.value) touched += 1;
    lastChange = Math.max(lastChange, shown.changedAt?.getTime() ?? 0);
    if (!cell.required) continue;
    asked += 1;
    if (shown.value) filled += 1;
  }
  const isComplete = stored?.isComplete === true;
  const since = stored?.changedAt.getTime() ?? 0;
  const isChanged =
    isComplete && (stored.versionId !== ready.version.id || lastChange > since || filled < asked);
  let state: SheetState = touched === 0 ? 'empty' : filled < asked ? 'partial' : 'filled';
  if (isComplete) state = isChanged ? 'changed' : 'complete';
  return {
    formId: ready.form.id,
    versionId: ready.version.id,
    unitId,
    periodCode: periods.this,
    cells,
    values: all,
    broken,
    asked,
    filled,
    state,
    completed: isComplete
      ? { at: stored.changedAt, byName: stored.byName, versionId: stored.versionId }
      : null,
    revision: stored?.revision ?? 0,
  };
}
