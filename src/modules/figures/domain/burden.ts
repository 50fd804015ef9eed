import { withoutDiacritics } from '../../../kernel/i18n.ts';
import { timesAYear } from './asked-period.ts';
import type { AskedPeriod, FigureDefinition } from './figure.ts';
import type { Pair } from './similar.ts';

/** Why something is asked twice. */
export type Overlap =
  /** Two figures seem to be the same thing. */
  | { readonly kind: 'same_thing'; readonly figures: readonly FigureDefinition[] }
  /** Parts of rates of several figures are the same number. */
  | { readonly kind: 'same_part'; readonly figures: readonly FigureDefinition[]; readonly part: string }
  /** Figures asked for the same short periods and for the longer ones that they add up to. */
  | { readonly kind: 'two_periods'; readonly figures: readonly FigureDefinition[] };

export type OverlapKind = Overlap['kind'];

/** What one unit is asked. */
export interface Burden {
  readonly figures: readonly FigureDefinition[];
  /** Cells to fill in a year. */
  readonly cellsAYear: number;
  /** By lead agency, the one that asks most first. */
  readonly askers: readonly {
    readonly ownerUnitId: string;
    readonly figures: number;
    readonly cellsAYear: number;
  }[];
  readonly overlaps: readonly Overlap[];
  /** Figures that have part in some overlap. */
  readonly overlapping: number;
}

/** How many cells a year a figure is. */
export function cellsAYear({ periods }: Pick<FigureDefinition, 'periods'>): number {
  return periods.reduce((sum, asked) => sum + timesAYear(asked), 0);
}

const LENGTH: Readonly<Record<AskedPeriod['kind'], number>> = {
  month: 1,
  quarter: 3,
  half: 6,
  year: 12,
  window: 0,
};

/** Short periods add up to the longer ones where values do, in time; windows stand for themselves. */
function asksTwice({ periods, rollUp, isCumulative }: FigureDefinition): boolean {
  const lengths = new Set(periods.map(({ kind }) => LENGTH[kind]).filter((months) => months > 0));
  return lengths.size > 1 && rollUp !== 'none' && !isCumulative;
}

const plain = (text: string): string =>
  withoutDiacritics(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

function sameParts(figures: readonly FigureDefinition[]): Overlap[] {
  const byPart = new Map<string, { part: string; figures: FigureDefinition[] }>();
  for (const figure of figures)
    for (const part of [figure.numeratorLabel, figure.denominatorLabel]) {
      if (part === null) continue;
      const known = byPart.get(plain(part)) ?? { part, figures: [] };
      if (!known.figures.includes(figure)) known.figures.push(figure);
      byPart.set(plain(part), known);
    }
  return [...byPart.values()]
    .filter((one) => one.figures.length > 1)
    .map(({ part, figures: alike }) => ({ kind: 'same_part', part, figures: alike }));
}

function twoPeriods(figures: readonly FigureDefinition[]): Overlap[] {
  const kindsOf = ({ periods }: FigureDefinition): string => periods.map(({ kind }) => kind).join(' ');
  return [...Map.groupBy(figures.filter(asksTwice), kindsOf).values()].map((alike) => ({
    kind: 'two_periods',
    figures: alike,
  }));
}

/** The burden of a unit that is asked `figures`; `similar` are the pairs of the whole catalogue. */
export function burdenOf(
  figures: readonly FigureDefinition[],
  similar: readonly Pair<FigureDefinition>[],
): Burden {
  const asked = new Set(figures.map(({ id }) => id));
  const byOwner = Map.groupBy(figures, ({ ownerUnitId }) => ownerUnitId);
  const cells = (all: readonly FigureDefinition[]): number =>
    all.reduce((sum, figure) => sum + cellsAYear(figure), 0);
  const overlaps: Overlap[] = [
    ...similar
      .filter(({ a, b }) => asked.has(a.id) && asked.has(b.id))
      .map(({ a, b }): Overlap => ({ kind: 'same_thing', figures: [a, b] })),
    ...sameParts(figures),
    ...twoPeriods(figures),
  ];
  return {
    figures,
    cellsAYear: cells(figures),
    askers: [...byOwner]
      .map(([ownerUnitId, own]) => ({ ownerUnitId, figures: own.length, cellsAYear: cells(own) }))
      .sort((a, b) => b.cellsAYear - a.cellsAYear || (a.ownerUnitId < b.ownerUnitId ? -1 : 1)),
    overlaps,
    overlapping: new Set(overlaps.flatMap((overlap) => overlap.figures.map(({ id }) => id))).size,
  };
}
