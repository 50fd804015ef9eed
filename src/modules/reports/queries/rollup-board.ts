import type { Actor } from '../../../kernel/authz.ts';
import { yearOf } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { compareVietnamese } from '../../../kernel/i18n.ts';
import {
  definitionsOf,
  type Figure,
  type FigureDefinition,
  type FigureValue,
  isAskedFor,
  valuesOf,
} from '../../figures/index.ts';
import { type Period, periodsOf } from '../../periods/index.ts';
import {
  overTime,
  type Part,
  type PlacedOn,
  partOf,
  sectorTotal,
  type Total,
  territoryTotal,
} from '../domain/rollup.ts';
import { adjustedTotal } from '../domain/rollup-adjusted.ts';
import { seesUnit } from '../policy-totals.ts';
import { placedUnits, rollUp } from './rollup.ts';
import { type Adjustment, adjustmentsOf } from './rollup-adjustments.ts';
import { heldCells, heldUnder } from './rollup-held.ts';

/** One figure of one period under one node, both ways. */
export interface FigureTotals {
  readonly definition: FigureDefinition;
  readonly sector: Total;
  readonly territory: Total;
  /** The sector's total with what the lead agency holds instead; `null` where it adjusted nothing. */
  readonly adjusted: { readonly value: Figure | null; readonly cells: number } | null;
  /** Both from the beginning of the year over periods of the same kind; `null` for a period that is the year. */
  readonly yearSector: Figure | null;
  readonly yearTerritory: Figure | null;
}

export interface TotalsBoard {
  readonly period: Period;
  readonly placed: readonly PlacedOn[];
  /** Of each node, only figures that somebody the reader sees is asked or said. */
  readonly byNode: ReadonlyMap<string, readonly FigureTotals[]>;
}

export interface BoardWanted {
  readonly period: Period;
  readonly nodeIds: readonly string[];
  readonly asOf: Date | null;
  readonly figures: readonly FigureDefinition[];
}

/** The figures that are asked for a period, by code, as they were defined. */
export async function figuresAsked(db: Db, period: Period, asOf: Date | null): Promise<FigureDefinition[]> {
  return (await definitionsOf(db, asOf)).filter((one) => isAskedFor(one, period));
}

/** Periods of the same kind since the beginning of the year, up to this one; a window stands alone. */
async function sinceNewYear(db: Db, period: Period, asOf: Date | null): Promise<Period[]> {
  if (period.kind === 'year' || period.kind === 'window') return [period];
  const all = await periodsOf(db, yearOf(period.toOn), asOf);
  const before = all.filter((one) => one.kind === period.kind && one.toOn < period.toOn);
  return [...before, period];
}

/** The totals that a person sees of a period under some nodes of the tree: some ten statements, whatever their number. */
export async function totalsBoard(db: Db, actor: Actor, wanted: BoardWanted): Promise<TotalsBoard> {
  const { period, nodeIds, asOf, figures } = wanted;
  const periods = await sinceNewYear(db, period, asOf);
  const allPlaced = await placedUnits(db, periods);
  const placed = allPlaced.get(period.code) ?? [];
  const sees = (owner: string, unit: PlacedOn['unit']): boolean => seesUnit(actor, owner, unit);
  const tallyOf = await rollUp(db, { figures, periods, placed: allPlaced, nodeIds, sees, asOf });
  const held = await heldCells(db, { periodCode: period.code, figures, placed, sees, asOf });
  const byNode = nodeIds.map((nodeId) => {
    const totals = figures.flatMap((definition): FigureTotals[] => {
      const sector = sectorTotal(tallyOf, definition, period.code, nodeId);
      const territory = territoryTotal(tallyOf, definition, period.code, nodeId);
      if (sector.asked + sector.besides + territory.besides === 0) return [];
      const cells = heldUnder(held.get(definition.id), nodeId);
      const year = (way: typeof sectorTotal): Figure | null =>
        periods.length === 1
          ? null
          : overTime(
              definition,
              periods.map(({ code }) => way(tallyOf, definition, code, nodeId).value),
            );
      return [
        {
          definition,
          sector,
          territory,
          adjusted:
            cells.length === 0
              ? null
              : { value: adjustedTotal(definition, sector.sums, cells), cells: cells.length },
          yearSector: year(sectorTotal),
          yearTerritory: year(territoryTotal),
        },
      ];
    });
    return [nodeId, totals] as const;
  });
  return { period, placed, byNode: new Map(byNode) };
}

/** One unit's cell in a total, with all that is known of it. */
export interface TotalCell {
  readonly definition: FigureDefinition;
  readonly unit: PlacedOn['unit'];
  readonly name: string;
  readonly part: Part;
  readonly said: FigureValue | undefined;
  readonly adjustment: Adjustment | undefined;
}

/** The cells behind totals under a node that a person sees: those asked, and others that said something. Five statements. */
export async function totalCells(
  db: Db,
  actor: Actor,
  { period, nodeId, asOf, figures }: Omit<BoardWanted, 'nodeIds'> & { readonly nodeId: string },
  names: ReadonlyMap<string, string>,
): Promise<TotalCell[]> {
  const placed = (await placedUnits(db, [period])).get(period.code) ?? [];
  const nameOf = ({ unit }: { readonly unit: { readonly id: string } }): string => names.get(unit.id) ?? '';
  const under = placed
    .filter(({ unit }) => unit.lineage.includes(nodeId))
    .toSorted((a, b) => compareVietnamese(nameOf(a), nameOf(b)));
  const of = { figureIds: figures.map(({ id }) => id), periodCodes: [period.code], asOf };
  const values = await valuesOf(db, { ...of, unitIds: under.map(({ unit }) => unit.id) });
  const saidBy = new Map(values.map((one) => [`${one.figureId} ${one.unitId}`, one]));
  const held = new Map<string, Adjustment>(
    (await adjustmentsOf(db, of)).map((one) => [`${one.figureId} ${one.unitId}`, one] as const),
  );
  return figures.flatMap((definition) =>
    under.flatMap((place): TotalCell[] => {
      const { unit } = place;
      const part = partOf(definition, place);
      if (part === null || !seesUnit(actor, definition.ownerUnitId, unit)) return [];
      const key = `${definition.id} ${unit.id}`;
      const [said, adjustment] = [saidBy.get(key), held.get(key)];
      if (part !== 'asked' && !said && !adjustment) return [];
      return [{ definition, unit, name: nameOf(place), part, said, adjustment }];
    }),
  );
}
