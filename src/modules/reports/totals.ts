import { vietnamDate } from '../../kernel/dates.ts';
import type { Db } from '../../kernel/db/database.ts';
import { compareVietnamese } from '../../kernel/i18n.ts';
import {
  definitionsOf,
  type Figure,
  type FigureDefinition,
  isAskedFor,
  sameFigure,
} from '../figures/index.ts';
import {
  daysOf,
  formatCode,
  type Period,
  parseCode,
  periodsByCodes,
  sameLastYear,
} from '../periods/index.ts';
import { unitsOfDay } from '../units/index.ts';
import type { AdjustedTotal, HeldUnit, TotalItem } from './domain/material.ts';
import { sectorTotal, type Total, territoryTotal } from './domain/rollup.ts';
import { adjustedTotal, countsOf } from './domain/rollup-adjusted.ts';
import { figureItem } from './material.ts';
import { placedUnits, type RollupPeriod, rollUp } from './queries/rollup.ts';
import { type HeldCell, heldCells, heldUnder } from './queries/rollup-held.ts';

const NO_UNIT_HAS_DATA = 'các đơn vị báo không có số liệu';

/** A total as a figure: nothing said is nothing, and units that all say “no data” make no 0. */
function figureOf(value: Figure | null, { noData }: Total): Figure | null {
  return value ?? (noData > 0 ? { kind: 'no_data', reason: NO_UNIT_HAS_DATA } : null);
}

export interface TotalsOfPeriod {
  readonly committeeId: string;
  readonly period: Period;
  /** Only figures that this agency leads. */
  readonly ownerUnitId: string | null;
  /** As recorded before this instant; `null` for what stands now. */
  readonly asOf: Date | null;
}

/** The same period of the year before, by its own days where the tenant has it. */
async function yearBefore(db: Db, period: Period, asOf: Date | null): Promise<RollupPeriod | undefined> {
  const code = parseCode(period.code);
  if (!code) return undefined;
  const before = sameLastYear(code);
  const [own] = await periodsByCodes(db, [formatCode(before)], asOf);
  return own ?? { code: formatCode(before), ...daysOf(before) };
}

/** One period of a figure as the boards have it, and with what its lead agency holds instead. */
interface Added {
  readonly sector: Total;
  readonly territory: Total;
  readonly cells: readonly HeldCell[];
  readonly value: Figure | null;
}

/** Numbers in the total, said by units or held of them. */
const numbersIn = ({ sector, cells }: Added): number =>
  sector.filled + sector.besides + cells.filter(({ counted }) => !countsOf(counted)).length;

const isSame = (a: Figure | null, b: Figure | null): boolean =>
  a === null || b === null ? a === b : sameFigure(a, b);

function heldUnit({ adjustment, unit, said, value }: HeldCell, names: ReadonlyMap<string, string>): HeldUnit {
  return {
    unitId: unit.id,
    unitName: names.get(unit.id) ?? '',
    said: said?.value ?? null,
    isLate: said?.isLate ?? false,
    held: value,
    reason: adjustment.reason,
    byName: adjustment.byName,
    byUnitName: names.get(adjustment.byUnitId ?? '') ?? '',
    madeOn: vietnamDate(adjustment.madeAt),
  };
}

function itemOf(
  definition: FigureDefinition,
  now: Added,
  before: Added | undefined,
  names: ReadonlyMap<string, string>,
): TotalItem {
  const { sector, territory, cells } = now;
  const value = figureOf(now.value, sector);
  const last = before && figureOf(before.value, before.sector);
  const adjusted: AdjustedTotal = {
    reported: sector.value,
    units: cells
      .map((cell) => heldUnit(cell, names))
      .toSorted((a, b) => compareVietnamese(a.unitName, b.unitName)),
  };
  const lastHeld = before?.cells.length ?? 0;
  return {
    ...figureItem(
      definition,
      value ? { value, isLate: false } : undefined,
      last ? { value: last } : undefined,
    ),
    counted: {
      filled: sector.filled,
      asked: sector.asked,
      lastFilled: before ? numbersIn(before) : 0,
      ...(sector.besides > 0 ? { ended: sector.besides } : {}),
      ...(lastHeld > 0 ? { lastHeld } : {}),
    },
    ...(cells.length > 0 ? { adjusted } : {}),
    ...(isSame(sector.value, territory.value) ? {} : { territory: territory.value }),
  };
}

/**
 * Figures as the sector's board has them under a committee, with the adjustments in force, beside what the units themselves said and the
 * same period a year before. What came late is left out: it counts in the next report. Figures that do not add up (days, words,
 * points) are not told.
 */
export async function periodTotals(db: Db, wanted: TotalsOfPeriod): Promise<TotalItem[]> {
  const { committeeId, period, ownerUnitId, asOf } = wanted;
  const figures = (await definitionsOf(db, asOf)).filter(
    (one) =>
      one.rollUp !== 'none' &&
      isAskedFor(one, period) &&
      (ownerUnitId === null || one.ownerUnitId === ownerUnitId),
  );
  const last = await yearBefore(db, period, asOf);
  const periods = [period, ...(last ? [last] : [])];
  const allPlaced = await placedUnits(db, periods);
  // The paper says the same to whoever reads it; who may read it is the report's own rule.
  const sees = (): boolean => true;
  const tallyOf = await rollUp(db, {
    figures,
    periods,
    placed: allPlaced,
    nodeIds: [committeeId],
    sees,
    asOf,
  });
  const heldIn = async ({ code: periodCode }: RollupPeriod) =>
    heldCells(db, { periodCode, figures, placed: allPlaced.get(periodCode) ?? [], sees, asOf });
  const held = await heldIn(period);
  const lastHeld = last && (await heldIn(last));
  const { names } = await unitsOfDay(db, period.toOn);
  const added = (definition: FigureDefinition, code: string, all: typeof held): Added => {
    const sector = sectorTotal(tallyOf, definition, code, committeeId);
    const territory = territoryTotal(tallyOf, definition, code, committeeId);
    const cells = heldUnder(all.get(definition.id), committeeId);
    const value = cells.length === 0 ? sector.value : adjustedTotal(definition, sector.sums, cells);
    return { sector, territory, cells, value };
  };
  return figures.flatMap((definition) => {
    const now = added(definition, period.code, held);
    if (now.sector.asked + now.sector.besides === 0) return [];
    const before = last && lastHeld && added(definition, last.code, lastHeld);
    return [itemOf(definition, now, before, names)];
  });
}
