import type { GridCell } from '../../../kernel/documents/index.ts';
import { withoutDiacritics } from '../../../kernel/i18n.ts';
import { papiLimits } from '../limits.ts';
import type { Edition, Indicator } from './editions.ts';
import { roleOfHeading, yearIn } from './import/headers.ts';
import { codeIn, codeText, readNumber, readScaled } from './numbers.ts';
import type { PlaceValues } from './score.ts';
import { firmIndicators, type RawValue, type ShareUnit, sumFactor, unitOf } from './value-units.ts';

type Row = readonly (GridCell | undefined)[];

/** The columns of a list of indicators, by the names people give them, the surest first. */
const COLUMNS: Readonly<Record<'year' | 'place' | 'code' | 'value', readonly string[]>> = {
  year: ['year', 'nam'],
  place: [
    'province code',
    'provincecode',
    'place',
    'place code',
    'province',
    'ma tinh',
    'ma dia phuong',
    'tinh',
  ],
  code: ['indicator', 'indicator code', 'code', 'chi tieu', 'ma chi tieu'],
  value: ['value', 'gia tri'],
};

type Column = keyof typeof COLUMNS;

/** What is wrong with a file, with the cells where it is. */
export type RowProblem =
  | { readonly kind: 'columns'; readonly lacking: readonly Column[] }
  | { readonly kind: 'no_rows' }
  | { readonly kind: 'year'; readonly years: readonly number[] }
  | { readonly kind: 'unreadable'; readonly address: string; readonly text: string }
  | { readonly kind: 'twice'; readonly address: string; readonly code: string; readonly place: string }
  | { readonly kind: 'part_range'; readonly address: string; readonly code: string; readonly text: string }
  | { readonly kind: 'mixed'; readonly shares: RawValue; readonly percents: RawValue }
  | { readonly kind: 'outside'; readonly address: string; readonly code: string; readonly text: string };

export interface IndicatorRows {
  readonly year: number | null;
  readonly unit: ShareUnit;
  readonly places: readonly PlaceValues[];
  /** Codes that the edition does not know, and how many rows each had. */
  readonly unknown: ReadonlyMap<string, number>;
  /** Years that the file has beside the one that counts. */
  readonly otherYears: readonly number[];
  /** Indicators left out because the scale they stand on is not known. */
  readonly doubtful: readonly string[];
}

export type ReadRows =
  | { readonly ok: true; readonly rows: IndicatorRows }
  | { readonly ok: false; readonly problems: readonly RowProblem[] };

export interface RowOptions {
  /** The year asked for; rows of other years are passed over when it is there. */
  readonly year: number;
  /** Decides between shares and percents instead of the table itself. */
  readonly unit?: ShareUnit | undefined;
}

/** 4.4.1 counts in 4.2, under which English tables print it. */
const OTHER_CODES: Readonly<Record<string, string>> = { '4.2.x': '4.4.1' };

const MOST_PROBLEMS = papiLimits.shown_problems;
const TOLERANCE = 1e-6;

function headName(text: string): string {
  return withoutDiacritics(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

function findColumns(rows: readonly Row[]): { head: number; at: Partial<Record<Column, number>> } {
  let best: { head: number; at: Partial<Record<Column, number>> } = { head: 0, at: {} };
  for (const [head, row] of rows.slice(0, 20).entries()) {
    const names = row.map((cell) => headName(cell?.text ?? ''));
    const at: Partial<Record<Column, number>> = {};
    for (const key of Object.keys(COLUMNS) as Column[]) {
      const name = COLUMNS[key].find((one) => names.includes(one));
      if (name !== undefined) at[key] = names.indexOf(name);
    }
    if (Object.keys(at).length > Object.keys(best.at).length) best = { head, at };
  }
  return best;
}

interface RawRow {
  readonly year: number | null;
  readonly place: string;
  readonly asked: string;
  readonly cell: GridCell;
}

interface Line {
  readonly place: string;
  readonly raw: RawValue;
  readonly text: string;
}

/**
 * Reads a list with the columns year, province_code, indicator and value (in any order, others ignored) into the places of
 * one year. Nothing is guessed: what cannot be read for sure is a problem that names its cell.
 */
export function readIndicatorRows(edition: Edition, rows: readonly Row[], options: RowOptions): ReadRows {
  const { head, at } = findColumns(rows);
  const lacking = (['place', 'code', 'value'] as const).filter((column) => at[column] === undefined);
  if (lacking.length > 0) return { ok: false, problems: [{ kind: 'columns', lacking }] };
  const chosen = ofYear(
    edition,
    rows.slice(head + 1).flatMap((row) => rawRow(row, at) ?? []),
    options.year,
  );
  if ('kind' in chosen) return { ok: false, problems: [chosen] };
  const problems: RowProblem[] = [];
  const unknown = new Map<string, number>();
  const beyond = new Map<string, Set<string>>();
  const lines: Line[] = [];
  for (const row of chosen.rows) {
    const code = codeOfRow(row.asked);
    if (edition.indicators.has(code) || edition.parts.has(code)) {
      lines.push(...readLine(edition, row, code, problems));
      continue;
    }
    unknown.set(row.asked, (unknown.get(row.asked) ?? 0) + 1);
    const part = PART_OF.exec(code)?.[1];
    if (part !== undefined && edition.parts.has(part))
      beyond.set(row.place, (beyond.get(row.place) ?? new Set()).add(part));
  }
  const isEmpty = lines.length === 0 && (edition.indicators.size > 0 || beyond.size === 0);
  if (isEmpty && problems.length === 0) problems.push({ kind: 'no_rows' });
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, MOST_PROBLEMS) };
  const settled = settle(edition, lines, options.unit);
  if (!settled.ok) return settled;
  const places = new Map(settled.places);
  for (const place of beyond.keys()) if (!places.has(place)) places.set(place, new Map());
  return {
    ok: true,
    rows: {
      ...settled,
      places: [...places].map(([code, values]) => ({ code, values, beyond: beyond.get(code) ?? NONE })),
      year: chosen.year,
      otherYears: chosen.otherYears,
      unknown,
    },
  };
}

const NONE: ReadonlySet<string> = new Set();
const PART_OF = /^([1-8]\.\d)\.\d{1,2}$/;

function rawRow(row: Row, at: Partial<Record<Column, number>>): RawRow | null {
  const cellOf = (column: Column): GridCell | undefined => {
    const index = at[column];
    return index === undefined ? undefined : row[index];
  };
  const place = cellOf('place')?.text.trim() ?? '';
  const asked = codeText(cellOf('code')).trim();
  const cell = cellOf('value');
  if (place === '' || asked === '' || !cell) return null;
  const written = cellOf('year')?.text ?? '';
  return { year: readNumber(written)?.value ?? yearIn(written), place, asked, cell };
}

/** The code that a row is of; a standard error or an end of an interval ("1.1_se") is another thing than its value. */
function codeOfRow(asked: string): string {
  const [before = ''] = asked.split(':');
  const found = roleOfHeading(before) === null ? codeIn(asked) : null;
  return OTHER_CODES[found ?? ''] ?? found ?? asked;
}

/** The line of a row, or none for one that says that it has no value or cannot be read, which is a problem. */
function readLine(edition: Edition, row: RawRow, code: string, problems: RowProblem[]): Line[] {
  const { address, text, value: typed } = row.cell;
  const { max } = edition.indicators.get(code) ?? edition.parts.get(code) ?? { max: null };
  const read = typeof typed === 'number' ? { value: typed, isPercent: false } : readScaled(text, max);
  if (read === undefined) problems.push({ kind: 'unreadable', address, text });
  if (!read) return [];
  return [{ place: row.place, raw: { code, value: read.value, isPercent: read.isPercent, address }, text }];
}

/** The rows of the year asked for; failing that, of the only year there is, when it belongs to the same edition. */
function ofYear(
  edition: Edition,
  rows: readonly RawRow[],
  asked: number,
): { year: number | null; otherYears: readonly number[]; rows: readonly RawRow[] } | RowProblem {
  const years = [...new Set(rows.map((row) => row.year))].sort((a, b) => (a ?? 0) - (b ?? 0));
  const told = years.filter((year) => year !== null);
  if (told.length === 0) return { year: null, otherYears: [], rows };
  const otherYears = told.filter((year) => year !== asked);
  if (told.includes(asked))
    return { year: asked, otherYears, rows: rows.filter((row) => row.year === asked) };
  const [only] = told;
  const fits = only !== undefined && edition.firstYear <= only && only <= edition.lastYear;
  if (years.length === 1 && fits) return { year: only, otherYears: [], rows };
  return { kind: 'year', years: told };
}

type Settled =
  | ({
      readonly ok: true;
      readonly places: ReadonlyMap<string, ReadonlyMap<string, number>>;
    } & Pick<IndicatorRows, 'unit' | 'doubtful'>)
  | { readonly ok: false; readonly problems: readonly RowProblem[] };

/** Brings every value to the scale of its indicator, and checks that it lies there. */
function settle(edition: Edition, lines: readonly Line[], forced: ShareUnit | undefined): Settled {
  const decision = forced
    ? { ok: true as const, unit: forced, aside: NONE }
    : unitOf(
        edition,
        lines.map((line) => line.raw),
      );
  if (!decision.ok) return { ok: false, problems: [{ kind: 'mixed', ...decision.mixed }] };
  const sums = new Map<string, number | null>();
  for (const { code, scale } of edition.indicators.values()) {
    if (scale !== 'percent_sum') continue;
    sums.set(code, sumFactor(lines.flatMap(({ raw }) => (raw.code === code ? [raw.value] : []))));
  }
  const aside = new Set([...decision.aside, ...outsideOf(edition, lines, decision.unit)]);
  const problems: RowProblem[] = [];
  const places = new Map<string, Map<string, number>>();
  for (const line of lines) {
    const value = scaled(edition, line, decision.unit, sums, problems);
    const values = places.get(line.place) ?? new Map<string, number>();
    places.set(line.place, values);
    const { code, address } = line.raw;
    if (value === null || aside.has(code)) continue;
    const known = values.get(code);
    if (known !== undefined && Math.abs(known - value) > TOLERANCE)
      problems.push({ kind: 'twice', address, code, place: line.place });
    values.set(code, value);
  }
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, MOST_PROBLEMS) };
  return {
    ok: true,
    unit: decision.unit,
    places,
    doubtful: [...sums].flatMap(([code, factor]) => (factor === null ? [code] : [])).concat(...aside),
  };
}

/** Indicators that count in no asserted score and have a value outside their scale: that scale is then not theirs. */
function outsideOf(edition: Edition, lines: readonly Line[], unit: ShareUnit): string[] {
  const firm = firmIndicators(edition);
  const codes = lines.flatMap(({ raw }) => {
    const indicator = edition.indicators.get(raw.code);
    return indicator?.scale === 'share' && !firm.has(raw.code) && leaves(indicator, shareOf(raw, unit))
      ? [raw.code]
      : [];
  });
  return [...new Set(codes)];
}

function shareOf(raw: RawValue, unit: ShareUnit): number {
  return raw.isPercent || unit === 'percent' ? raw.value / 100 : raw.value;
}

function leaves({ min, max }: Indicator, value: number): boolean {
  return min !== null && max !== null && (value < min - TOLERANCE || value > max + TOLERANCE);
}

function scaled(
  edition: Edition,
  { raw, text }: Line,
  unit: ShareUnit,
  sums: ReadonlyMap<string, number | null>,
  problems: RowProblem[],
): number | null {
  const { code, address } = raw;
  const part = edition.parts.get(code);
  if (part) {
    if (raw.value === 0) return null;
    if (raw.value < part.min - 0.01 || raw.value > part.max + 0.04)
      problems.push({ kind: 'part_range', address, code, text });
    return raw.value;
  }
  const indicator = edition.indicators.get(code);
  if (!indicator) return null;
  if (indicator.scale === 'percent_sum') {
    const factor = sums.get(code);
    return factor == null ? null : raw.value * factor;
  }
  if (indicator.scale !== 'share') return raw.value;
  const value = shareOf(raw, unit);
  if (leaves(indicator, value) && firmIndicators(edition).has(code))
    problems.push({ kind: 'outside', address, code, text });
  return value;
}
