import type { Grid } from '../../../../kernel/documents/index.ts';
import { knownEdition, rangeOf, TOTAL } from '../editions.ts';
import { readScaled } from '../numbers.ts';
import { sumsOf } from '../score.ts';
import { type RawValue, type ShareUnit, sumFactor, unitOf } from '../value-units.ts';
import { yearIn } from './headers.ts';
import { type FoundCell, type Layout, type LayoutOptions, readSheet } from './layout.ts';

/** What a sheet was understood as. */
export interface UnderstoodSheet {
  readonly name: string;
  readonly layout: Layout | null;
  readonly years: readonly number[];
  readonly cells: number;
}

export interface UnderstoodValue {
  readonly place: string;
  readonly name: string;
  readonly code: string;
  readonly value: number;
  readonly standardError: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface UnderstoodYear {
  readonly year: number;
  readonly edition: string;
  readonly unit: ShareUnit;
  readonly values: readonly UnderstoodValue[];
  readonly places: number;
  readonly parts: number;
  readonly indicators: number;
  readonly sums: number;
  readonly standardErrors: number;
  /** Stored zeros that were read as "withheld". */
  readonly zeros: number;
}

export type ImportProblemKind =
  | 'nothing'
  | 'hidden_sheet'
  | 'year_unknown'
  | 'year_unsure'
  | 'tab_year'
  | 'edition_unknown'
  | 'code_unknown'
  | 'place_unknown'
  | 'unreadable'
  | 'outside'
  | 'twice'
  | 'mixed'
  | 'sum_differs'
  | 'doubtful';

export interface ImportProblem {
  readonly severity: 'error' | 'warning' | 'hint';
  readonly kind: ImportProblemKind;
  /** "VIE!C7", or the sheet. */
  readonly place: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface Understood {
  readonly sheets: readonly UnderstoodSheet[];
  readonly years: readonly UnderstoodYear[];
  readonly problems: readonly ImportProblem[];
}

export interface ImportOptions extends LayoutOptions {
  /** What the person says the year is; goes before what sheets are called. */
  readonly year: number | null;
  readonly unit: ShareUnit | null;
}

interface Placed extends FoundCell {
  readonly sheet: string;
  readonly yearOf: number;
}

/** Understands the sheets of a workbook of published results; nothing is guessed that is not told back. */
export function understand(grids: readonly Grid[], options: ImportOptions): Understood {
  const problems: ImportProblem[] = [];
  const sheets: UnderstoodSheet[] = [];
  const placed: Placed[] = [];
  for (const grid of grids) {
    // A draft or last year's table is often kept in a hidden sheet; nobody who confirms has seen it.
    if (grid.hidden) {
      problems.push({ severity: 'warning', kind: 'hidden_sheet', place: grid.name, params: {} });
      continue;
    }
    const read = readSheet(grid.rows, options);
    const sheetYear = yearOfSheet(grid, options, read.cells, problems);
    const mine: Placed[] = [];
    for (const cell of read.cells) {
      const yearOf = cell.year ?? sheetYear;
      if (yearOf !== null) mine.push({ ...cell, sheet: grid.name, yearOf });
    }
    for (const { text, address } of read.unknownPlaces.slice(0, 5))
      problems.push({
        severity: 'warning',
        kind: 'place_unknown',
        place: `${grid.name}!${address}`,
        params: { text },
      });
    placed.push(...mine);
    sheets.push({
      name: grid.name,
      layout: read.layout,
      years: [...new Set(mine.map((one) => one.yearOf))].sort((a, b) => a - b),
      cells: mine.length,
    });
  }
  const years = [...Map.groupBy(placed, (one) => one.yearOf)]
    .sort(([a], [b]) => a - b)
    .flatMap(([year, cells]) => understandYear(year, cells, options.unit, problems) ?? []);
  if (years.length === 0 && !problems.some((one) => one.severity === 'error'))
    problems.push({ severity: 'error', kind: 'nothing', place: grids[0]?.name ?? '', params: {} });
  return { sheets, years, problems };
}

/** The year a sheet is of; a tab may bear a wrong one, so it is held against the title, and a person's word goes first. */
function yearOfSheet(
  grid: Grid,
  options: ImportOptions,
  cells: readonly FoundCell[],
  problems: ImportProblem[],
): number | null {
  if (cells.length === 0 || cells.every((cell) => cell.year !== null)) return null;
  const tab = yearIn(grid.name);
  const title = yearIn(
    grid.rows
      .slice(0, 6)
      .flatMap((row) => row.map((cell) => (cell && typeof cell.value !== 'number' ? cell.text : '')))
      .join(' '),
  );
  if (options.year !== null) {
    const other = [tab, title].find((year) => year !== null && year !== options.year);
    if (other != null)
      problems.push({
        severity: 'warning',
        kind: 'tab_year',
        place: grid.name,
        params: { found: String(other), year: String(options.year) },
      });
    return options.year;
  }
  if (tab !== null && title !== null && tab !== title) {
    const params = { tab: String(tab), title: String(title) };
    problems.push({ severity: 'error', kind: 'year_unsure', place: grid.name, params });
    return null;
  }
  const year = title ?? tab ?? yearIn(grid.source);
  if (year === null) problems.push({ severity: 'error', kind: 'year_unknown', place: grid.name, params: {} });
  return year;
}

function understandYear(
  year: number,
  cells: readonly Placed[],
  unit: ShareUnit | null,
  problems: ImportProblem[],
): UnderstoodYear | null {
  const edition = knownEdition(year);
  if (!edition) {
    const place = cells[0]?.sheet ?? '';
    problems.push({ severity: 'error', kind: 'edition_unknown', place, params: { year: String(year) } });
    return null;
  }
  const known: (Placed & { readonly number: number; readonly isPercent: boolean })[] = [];
  const unknown = new Map<string, string>();
  let zeros = 0;
  for (const one of cells) {
    const address = `${one.sheet}!${one.cell.address}`;
    const range = rangeOf(edition, one.code);
    if (range === null && !edition.indicators.has(one.code)) {
      if (!unknown.has(one.code)) unknown.set(one.code, address);
      continue;
    }
    const typed = typeof one.cell.value === 'number' ? one.cell.value : undefined;
    const read =
      typed === undefined
        ? readScaled(one.cell.text, range?.max ?? null)
        : { value: typed, isPercent: false };
    if (read === undefined) {
      problems.push({
        severity: 'error',
        kind: 'unreadable',
        place: address,
        params: { text: one.cell.text },
      });
      continue;
    }
    if (read === null) continue;
    // Contents, parts and totals cannot be 0: the publisher stores it for a province that it withheld.
    if (read.value === 0 && one.role === 'value' && !edition.indicators.has(one.code)) {
      zeros += 1;
      continue;
    }
    known.push({ ...one, number: read.value, isPercent: read.isPercent });
  }
  for (const [code, place] of unknown)
    problems.push({ severity: 'warning', kind: 'code_unknown', place, params: { code, year: String(year) } });

  const raw: RawValue[] = known
    .filter((one) => one.role === 'value')
    .map((one) => ({
      code: one.code,
      value: one.number,
      isPercent: one.isPercent,
      address: `${one.sheet}!${one.cell.address}`,
    }));
  const decision = unit ? { ok: true as const, unit, aside: new Set<string>() } : unitOf(edition, raw);
  if (!decision.ok) {
    const { shares, percents } = decision.mixed;
    const params = {
      shareCode: shares.code,
      share: String(shares.value),
      percentCode: percents.code,
      percent: String(percents.value),
      shareCell: shares.address,
    };
    problems.push({ severity: 'error', kind: 'mixed', place: percents.address, params });
    return null;
  }
  const factors = factorsOf(edition, raw, decision, problems);
  const values = new Map<string, { -readonly [K in keyof UnderstoodValue]: UnderstoodValue[K] }>();
  for (const one of known
    .filter(({ role }) => role === 'value')
    .concat(known.filter(({ role }) => role !== 'value'))) {
    const factor = one.isPercent ? 0.01 : (factors.get(one.code) ?? 1);
    if (factor === 0) continue;
    const number = one.number * factor;
    const key = `${one.placeCode} ${one.code}`;
    const place = `${one.sheet}!${one.cell.address}`;
    const held = values.get(key);
    if (one.role !== 'value') {
      if (held) held[one.role] = number;
      continue;
    }
    if (held) {
      if (Math.abs(held.value - number) > 1e-6)
        problems.push({
          severity: 'error',
          kind: 'twice',
          place,
          params: { code: one.code, place: one.placeName },
        });
      continue;
    }
    if (isOutside(edition, one.code, number)) {
      const params = { code: one.code, value: one.cell.text };
      problems.push({ severity: 'error', kind: 'outside', place, params });
      continue;
    }
    values.set(key, {
      place: one.placeCode,
      name: one.placeName,
      code: one.code,
      value: number,
      standardError: null,
      low: null,
      high: null,
    });
  }
  checkSums(edition, year, [...values.values()], cells[0]?.sheet ?? '', problems);
  return summed(year, edition, decision.unit, [...values.values()], zeros);
}

type Edition = NonNullable<ReturnType<typeof knownEdition>>;

/** By what each indicator's numbers are multiplied; 0 leaves the indicator out. */
function factorsOf(
  edition: Edition,
  raw: readonly RawValue[],
  { unit, aside }: { readonly unit: ShareUnit; readonly aside: ReadonlySet<string> },
  problems: ImportProblem[],
): Map<string, number> {
  const factors = new Map<string, number>();
  for (const indicator of edition.indicators.values()) {
    if (indicator.scale === 'share') factors.set(indicator.code, unit === 'percent' ? 0.01 : 1);
    if (indicator.scale !== 'percent_sum' && !aside.has(indicator.code)) continue;
    const own = raw.filter((one) => one.code === indicator.code);
    const factor = aside.has(indicator.code) ? null : sumFactor(own.map((one) => one.value));
    factors.set(indicator.code, factor ?? 0);
    if (factor === null)
      problems.push({
        severity: 'warning',
        kind: 'doubtful',
        place: own[0]?.address ?? '',
        params: { code: indicator.code },
      });
  }
  return factors;
}

/** Printed ranges are rounded (0.33–3.33 for 1/3–10/3), so their ends have some room. */
const RANGE_ROOM = 0.05;

function isOutside(edition: Edition, code: string, value: number): boolean {
  const range = rangeOf(edition, code);
  return range !== null && (value < range.min - RANGE_ROOM || value > range.max + RANGE_ROOM);
}

/** A published sum that its parts do not make tells of columns that were mistaken. */
const SUM_ROOM = 0.02;

function checkSums(
  edition: Edition,
  year: number,
  values: readonly UnderstoodValue[],
  sheet: string,
  problems: ImportProblem[],
): void {
  let differing = 0;
  let compared = 0;
  for (const own of Map.groupBy(values, (one) => one.place).values()) {
    const byCode = new Map(own.map((one) => [one.code, one.value]));
    for (const [code, sum] of sumsOf(edition, byCode)) {
      const published = byCode.get(code);
      if (published === undefined) continue;
      compared += 1;
      if (Math.abs(published - sum) > SUM_ROOM) differing += 1;
    }
  }
  if (differing === 0) return;
  problems.push({
    severity: differing * 2 > compared ? 'error' : 'warning',
    kind: 'sum_differs',
    place: sheet,
    params: { n: differing, of: compared, year: String(year) },
  });
}

function summed(
  year: number,
  edition: Edition,
  unit: ShareUnit,
  values: readonly UnderstoodValue[],
  zeros: number,
): UnderstoodYear {
  const codes = new Set(values.map((one) => one.code));
  const count = (is: (code: string) => boolean): number => [...codes].filter(is).length;
  return {
    year,
    edition: edition.label,
    unit,
    values,
    places: new Set(values.map((one) => one.place)).size,
    parts: count((code) => edition.parts.has(code)),
    indicators: count((code) => edition.indicators.has(code)),
    sums: count((code) => code === TOTAL || code.startsWith('D')),
    standardErrors: values.filter((one) => one.standardError !== null).length,
    zeros,
  };
}
