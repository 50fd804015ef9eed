/**
 * Totals by the slow road: plain rows, one loop inside another, whole thousandths as BigInt. It shares no line with the product's
 * totals, so that both agree only when both are right.
 */
export interface OracleUnit {
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: string;
  readonly tier: string;
  readonly from: string;
  /** The last day, included; `null` while it stands. */
  readonly to: string | null;
}

export interface OracleFigure {
  readonly id: string;
  readonly rollUp: 'sum' | 'rate' | 'last' | 'none';
  /** Kinds of units on a tier that enter it. */
  readonly asked: readonly { readonly kind: string; readonly tier: string }[];
}

export interface OraclePeriod {
  readonly code: string;
  readonly fromOn: string;
  readonly toOn: string;
}

type Said = number | readonly [number, number] | 'no data' | 'taken back';

/** Something said, in the order of saying. */
export interface OracleEntry {
  readonly figureId: string;
  readonly unitId: string;
  readonly period: string;
  readonly said: Said;
  readonly isLate: boolean;
  readonly at: number;
}

/** What a lead agency holds instead, in the order of doing; `null` withdraws. */
export interface OracleAdjustment {
  readonly figureId: string;
  readonly unitId: string;
  readonly period: string;
  readonly value: number | readonly [number, number] | null;
  readonly at: number;
}

export interface OracleWorld {
  readonly units: readonly OracleUnit[];
  readonly entries: readonly OracleEntry[];
  readonly adjustments: readonly OracleAdjustment[];
}

export interface OracleTotal {
  /** A number, a numerator with its denominator, or nothing. */
  readonly value: number | readonly [number, number] | null;
  readonly asked: number;
  readonly filled: number;
  readonly noData: number;
  readonly late: number;
  readonly missing: number;
}

const thousandths = (number: number): bigint => BigInt(Math.round(number * 1000));
const back = (sum: bigint): number => Number(sum) / 1000;

const stands = (unit: OracleUnit, day: string): boolean =>
  unit.from <= day && (unit.to === null || unit.to >= day);

function isUnder(world: OracleWorld, unit: OracleUnit, nodeId: string): boolean {
  let at: OracleUnit | undefined = unit;
  while (at) {
    if (at.id === nodeId) return true;
    const { parentId }: OracleUnit = at;
    at = world.units.find((other) => other.id === parentId);
  }
  return false;
}

const isAsked = (figure: OracleFigure, unit: OracleUnit): boolean =>
  figure.asked.some((one) => one.kind === unit.kind && one.tier === unit.tier);

/** The last thing said of a cell before an instant. */
function lastOf<One extends { figureId: string; unitId: string; period: string; at: number }>(
  all: readonly One[],
  figureId: string,
  unitId: string,
  period: string,
  before: number,
): One | undefined {
  let found: One | undefined;
  for (const one of all)
    if (one.figureId === figureId && one.unitId === unitId && one.period === period && one.at < before)
      found = one;
  return found;
}

/** The total of one figure for one period under one node, as it was recorded before an instant. */
export function oracleTotal(
  world: OracleWorld,
  figure: OracleFigure,
  period: OraclePeriod,
  nodeId: string,
  before: number,
  way: 'sector' | 'territory' | 'adjusted',
): OracleTotal {
  let [asked, filled, noData, late, missing] = [0, 0, 0, 0, 0];
  const numbers: bigint[] = [];
  const pairs: (readonly [bigint, bigint])[] = [];
  const take = (value: number | readonly [number, number]): void => {
    if (typeof value === 'number') numbers.push(thousandths(value));
    else pairs.push([thousandths(value[0]), thousandths(value[1])]);
  };
  for (const unit of world.units) {
    if (!isUnder(world, unit, nodeId)) continue;
    const standing = stands(unit, period.toOn);
    const counted = isAsked(figure, unit) && standing;
    const wasAsked = isAsked(figure, unit) && !standing && stands(unit, period.fromOn);
    const entry = lastOf(world.entries, figure.id, unit.id, period.code, before);
    const said = entry === undefined || entry.said === 'taken back' ? undefined : entry.said;
    if (counted) {
      asked += 1;
      if (said === undefined) missing += 1;
      else if (entry?.isLate) late += 1;
      else if (said === 'no data') noData += 1;
      else filled += 1;
    }
    const takes = way === 'territory' ? standing : counted || wasAsked;
    if (!takes) continue;
    const adjustment = lastOf(world.adjustments, figure.id, unit.id, period.code, before);
    if (way === 'adjusted' && adjustment && adjustment.value !== null) take(adjustment.value);
    else if (said !== undefined && said !== 'no data' && !entry?.isLate) take(said);
  }
  let value: OracleTotal['value'] = null;
  if (figure.rollUp !== 'none' && pairs.length > 0)
    value = [
      back(pairs.reduce((sum, [numerator]) => sum + numerator, 0n)),
      back(pairs.reduce((sum, [, denominator]) => sum + denominator, 0n)),
    ];
  else if (figure.rollUp !== 'none' && numbers.length > 0)
    value = back(numbers.reduce((sum, one) => sum + one, 0n));
  return { value, asked, filled, noData, late, missing };
}
