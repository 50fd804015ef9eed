import {
  type AskedUnit,
  type Figure,
  type FigureDefinition,
  type FigureTotal,
  isEnteredBy,
} from '../../figures/index.ts';

/** What of a definition decides a total. */
export type AddedFigure = Pick<
  FigureDefinition,
  'id' | 'rollUp' | 'enteredBy' | 'ownerUnitId' | 'isCumulative'
>;

/** Sums over units; `null` where nobody gave such a number. */
export interface Sums {
  readonly number: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

export const NO_SUMS: Sums = { number: null, numerator: null, denominator: null };

/** Values hold thousandths: what stands behind them in a sum is noise of binary fractions. */
const exact = (sum: number): number => Math.round(sum * 1000) / 1000;

const plus = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : exact(a + b);

export const addSums = (a: Sums, b: Sums): Sums => ({
  number: plus(a.number, b.number),
  numerator: plus(a.numerator, b.numerator),
  denominator: plus(a.denominator, b.denominator),
});

/** What one value adds. Days, words and “no data” add nothing. */
export function sumsOf(value: Figure | null): Sums {
  if (value?.kind === 'number') return { ...NO_SUMS, number: value.number };
  if (value?.kind !== 'rate') return NO_SUMS;
  return { number: null, numerator: value.numerator, denominator: value.denominator };
}

/**
 * The total that sums make of a figure: counts and stocks are added over units, a rate is made anew from numerators and denominators.
 * `null` where nobody said a number, which is not 0, or where the figure does not add up.
 */
export function totalOf({ rollUp }: Pick<AddedFigure, 'rollUp'>, sums: Sums): Figure | null {
  const { number, numerator, denominator } = sums;
  if (rollUp === 'none') return null;
  if (numerator !== null && denominator !== null)
    return { kind: 'rate', numerator: exact(numerator), denominator: exact(denominator) };
  return number === null ? null : { kind: 'number', number: exact(number) };
}

/** Totals of periods, oldest first, as one: a stock and what is counted from the beginning of the year say their latest. */
export function overTime(figure: AddedFigure, totals: readonly (Figure | null)[]): Figure | null {
  if (figure.rollUp === 'last' || figure.isCumulative) return totals.findLast((one) => one !== null) ?? null;
  return totalOf(
    figure,
    totals.reduce<Sums>((all, one) => addSums(all, sumsOf(one)), NO_SUMS),
  );
}

/**
 * What a unit is to a figure of a period. `asked`: it stands on the last day and enters the figure; `unasked`: it stands and is not asked,
 * yet may have said something; `outside`: it was asked while it stood and stands no more.
 */
export const PARTS = ['asked', 'unasked', 'outside'] as const;
export type Part = (typeof PARTS)[number];

/** A unit as it stood on the last day of a period, or on the first for one that did not see the last. */
export interface PlacedOn {
  readonly unit: AskedUnit & { readonly lineage: readonly string[] };
  readonly isStanding: boolean;
}

export function partOf(figure: Pick<AddedFigure, 'enteredBy'>, { unit, isStanding }: PlacedOn): Part | null {
  const isAsked = isEnteredBy(figure.enteredBy, unit);
  if (isStanding) return isAsked ? 'asked' : 'unasked';
  return isAsked ? 'outside' : null;
}

/** What units said of one figure for one period. Late values stand in `late` alone: they count in the next report. */
export interface Tally {
  readonly sums: Sums;
  readonly units: number;
  readonly filled: number;
  readonly noData: number;
  readonly late: number;
}

export const NOTHING: Tally = { sums: NO_SUMS, units: 0, filled: 0, noData: 0, late: 0 };

const addTallies = (a: Tally, b: Tally): Tally => ({
  sums: addSums(a.sums, b.sums),
  units: a.units + b.units,
  filled: a.filled + b.filled,
  noData: a.noData + b.noData,
  late: a.late + b.late,
});

/** A total with who is in it. */
export interface Total {
  readonly value: Figure | null;
  readonly sums: Sums;
  /** Units that stand on the last day and enter the figure; of these: with a number in time, without data, late, silent. */
  readonly asked: number;
  readonly filled: number;
  readonly noData: number;
  readonly late: number;
  readonly missing: number;
  /** Units whose number is in the total though they are not asked, or no longer stand. */
  readonly besides: number;
}

function total(figure: AddedFigure, asked: Tally, besides: Tally): Total {
  const sums = addSums(asked.sums, besides.sums);
  const { units, filled, noData, late } = asked;
  return {
    value: totalOf(figure, sums),
    sums,
    asked: units,
    filled,
    noData,
    late,
    missing: units - filled - noData - late,
    besides: besides.filled,
  };
}

/** How tallies are found. */
export type TallyOf = (figure: AddedFigure, periodCode: string, nodeId: string, part: Part) => Tally;

/** What a lead agency's figure comes to over the units it asks under a node, those included that stand no more. */
export function sectorTotal(
  tallyOf: TallyOf,
  figure: AddedFigure,
  periodCode: string,
  nodeId: string,
): Total {
  const of = (part: Part): Tally => tallyOf(figure, periodCode, nodeId, part);
  return total(figure, of('asked'), of('outside'));
}

/** What all units that stand under a node said, asked or not. */
export function territoryTotal(
  tallyOf: TallyOf,
  figure: AddedFigure,
  periodCode: string,
  nodeId: string,
): Total {
  const of = (part: Part): Tally => tallyOf(figure, periodCode, nodeId, part);
  return total(figure, of('asked'), of('unasked'));
}

/** Which units count for what: the units of several periods in groups that every total takes whole or not at all. */
export interface Layout {
  readonly groups: readonly { readonly key: string; readonly unitIds: readonly string[] }[];
  tallyOf(sums: ReadonlyMap<string, FigureTotal>, late: ReadonlyMap<string, number>): TallyOf;
}

export interface LayoutWanted {
  readonly figures: readonly AddedFigure[];
  /** By code of the period. */
  readonly placed: ReadonlyMap<string, readonly PlacedOn[]>;
  /** The nodes whose totals are wanted. */
  readonly nodeIds: readonly string[];
  /** The reader may see what this unit says of figures of this agency. */
  sees(ownerUnitId: string, unit: PlacedOn['unit']): boolean;
}

export const sumKey = (figureId: string, periodCode: string, group: string): string =>
  `${figureId} ${periodCode} ${group}`;

/** Figures that the same units enter for the same agency are laid out once: one of each kind, and the kind of each. */
function kindsOf(figures: readonly AddedFigure[]): {
  readonly kinds: readonly AddedFigure[];
  readonly kindOf: ReadonlyMap<string, number>;
} {
  const byKey = Map.groupBy(
    figures,
    ({ ownerUnitId, enteredBy }) => `${ownerUnitId} ${JSON.stringify(enteredBy)}`,
  );
  const groups = [...byKey.values()];
  return {
    kinds: groups.flatMap((own) => own.slice(0, 1)),
    kindOf: new Map(groups.flatMap((own, kind) => own.map(({ id }) => [id, kind] as const))),
  };
}

/** Lays units out in groups, so that one statement over groups makes every total (`totalsOf` of figures). */
export function layOut({ figures, placed, nodeIds, sees }: LayoutWanted): Layout {
  const { kinds, kindOf } = kindsOf(figures);
  const nodes = new Set(nodeIds);
  const placesOf = new Map<string, string[]>();
  for (const [periodCode, units] of placed)
    for (const one of units) {
      const under = one.unit.lineage.filter((id) => nodes.has(id));
      if (under.length === 0) continue;
      const parts = kinds.map((figure) => (sees(figure.ownerUnitId, one.unit) ? partOf(figure, one) : null));
      const places = parts.flatMap((part, kind) =>
        part === null ? [] : under.map((nodeId) => `${periodCode} ${nodeId} ${part} ${kind}`),
      );
      if (places.length === 0) continue;
      const own = placesOf.get(one.unit.id);
      if (own) own.push(...places);
      else placesOf.set(one.unit.id, places);
    }
  const groups = [...Map.groupBy(placesOf, ([, places]) => places.join('\n')).values()].map(
    (units, index) => ({
      key: `g${index}`,
      unitIds: units.map(([id]) => id),
      places: units[0]?.[1] ?? [],
    }),
  );
  const index = new Map<string, { key: string; units: number }[]>();
  for (const { key, unitIds, places } of groups)
    for (const place of places) {
      const own = { key, units: unitIds.length };
      const known = index.get(place);
      if (known) known.push(own);
      else index.set(place, [own]);
    }
  return {
    groups: groups.map(({ key, unitIds }) => ({ key, unitIds })),
    tallyOf: (sums, late) => (figure, periodCode, nodeId, part) => {
      const found = index.get(`${periodCode} ${nodeId} ${part} ${kindOf.get(figure.id)}`) ?? [];
      return found.reduce((all, { key, units }) => {
        const at = sumKey(figure.id, periodCode, key);
        const own = sums.get(at);
        return addTallies(all, {
          sums: own ?? NO_SUMS,
          units,
          filled: own?.filled ?? 0,
          noData: own?.noData ?? 0,
          late: late.get(at) ?? 0,
        });
      }, NOTHING);
    },
  };
}
