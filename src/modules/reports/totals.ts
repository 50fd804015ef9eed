import type { Db } from '../../kernel/db/database.ts';
import {
  definitionsOf,
  type Figure,
  type FigureDefinition,
  type FigureTotal,
  isAskedFor,
  isEnteredBy,
  totalsOf,
} from '../figures/index.ts';
import { formatCode, type Period, parseCode, sameLastYear } from '../periods/index.ts';
import { type PlacedUnit, unitsOfDay, unitsOnDays } from '../units/index.ts';
import type { TotalItem } from './domain/material.ts';
import { figureItem } from './material.ts';

const NO_UNIT_HAS_DATA = 'các đơn vị báo không có số liệu';

/** A total as a figure: nothing said is nothing, and units that all say “no data” make no 0. */
function figureOf(definition: FigureDefinition, total: FigureTotal | undefined): Figure | null {
  if (!total) return null;
  if (total.filled === 0) return total.noData > 0 ? { kind: 'no_data', reason: NO_UNIT_HAS_DATA } : null;
  if (definition.numberKind === 'rate')
    return { kind: 'rate', numerator: total.numerator ?? 0, denominator: total.denominator ?? 0 };
  return total.number === null ? null : { kind: 'number', number: total.number };
}

/** Units under a committee on a day, itself included, as who-is-asked reads them. */
async function unitsUnder(db: Db, committeeId: string, period: Period): Promise<PlacedUnit[]> {
  const { tree } = await unitsOfDay(db, period.toOn);
  const ids = tree.filter((unit) => unit.lineage.includes(committeeId)).map((unit) => unit.id);
  return unitsOnDays(db, ids, [period.toOn]);
}

export interface TotalsOfPeriod {
  readonly committeeId: string;
  readonly period: Period;
  /** Only figures that this agency leads. */
  readonly ownerUnitId: string | null;
  /** As recorded before this instant; `null` for what stands now. */
  readonly asOf: Date | null;
}

/**
 * Figures added up over all units of a committee that are asked, with the same period a year before. What came late is left out: it
 * counts in the next report. Figures that do not add up (days, words, points) are not told.
 */
export async function periodTotals(db: Db, wanted: TotalsOfPeriod): Promise<TotalItem[]> {
  const { committeeId, period, ownerUnitId, asOf } = wanted;
  const units = await unitsUnder(db, committeeId, period);
  const asked = (await definitionsOf(db, asOf)).flatMap((definition) => {
    if (!isAskedFor(definition, period)) return [];
    if (ownerUnitId !== null && definition.ownerUnitId !== ownerUnitId) return [];
    const of = units.filter((unit) => isEnteredBy(definition.enteredBy, unit)).length;
    return of === 0 || definition.rollUp === 'none' ? [] : [{ definition, asked: of }];
  });
  const code = parseCode(period.code);
  const lastYear = code ? formatCode(sameLastYear(code)) : '';
  const totals = await totalsOf(db, {
    figureIds: asked.map(({ definition }) => definition.id),
    periodCodes: [period.code, lastYear],
    groups: [{ key: 'all', unitIds: units.map((unit) => unit.id) }],
    inTimeOnly: true,
    asOf,
  });
  const found = new Map(totals.map((total) => [`${total.figureId} ${total.periodCode}`, total]));
  return asked.map(({ definition, asked: of }) => {
    const now = found.get(`${definition.id} ${period.code}`);
    const value = figureOf(definition, now);
    const then = found.get(`${definition.id} ${lastYear}`);
    const before = figureOf(definition, then);
    return {
      ...figureItem(
        definition,
        value ? { value, isLate: false } : undefined,
        before ? { value: before } : undefined,
      ),
      counted: { filled: now?.filled ?? 0, asked: of, lastFilled: then?.filled ?? 0 },
    };
  });
}
