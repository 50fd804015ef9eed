import type { GridCell } from '../../../kernel/documents/index.ts';
import { withoutDiacritics } from '../../../kernel/i18n.ts';
import { papiLimits } from '../limits.ts';
import type { Edition } from './editions.ts';
import { codeIn, readNumber } from './numbers.ts';
import type { PlaceValues } from './score.ts';
import { type RawValue, type ShareUnit, strangersTo, sumFactor, unitOf } from './value-units.ts';

type Row = readonly (GridCell | undefined)[];

/** The columns of a list of indicators, by the names people give them. */
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
  /** Rows without an indicator's code, or of another year. */
  readonly passedOver: number;
  /** Indicators that could not be told as percent or share, so they were left out. */
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
    const at: Partial<Record<Column, number>> = {};
    for (const [column, cell] of row.entries()) {
      const name = headName(cell?.text ?? '');
      for (const key of Object.keys(COLUMNS) as Column[]) {
        if (at[key] === undefined && COLUMNS[key].includes(name)) at[key] = column;
      }
    }
    if (Object.keys(at).length > Object.keys(best.at).length) best = { head, at };
  }
  return best;
}

interface Line {
  readonly year: number | null;
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
  const problems: RowProblem[] = [];
  const unknown = new Map<string, number>();
  let passedOver = 0;
  const lines: Line[] = [];
  for (const row of rows.slice(head + 1)) {
    const line = readLine(edition, row, at, problems);
    if (line === 'empty') continue;
    if (line === 'none') passedOver += 1;
    else if (typeof line === 'string') unknown.set(line, (unknown.get(line) ?? 0) + 1);
    else lines.push(line);
  }
  const chosen = ofYear(edition, lines, options.year);
  if ('kind' in chosen) return { ok: false, problems: [chosen] };
  passedOver += lines.length - chosen.lines.length;
  if (chosen.lines.length === 0 && problems.length === 0) problems.push({ kind: 'no_rows' });
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, MOST_PROBLEMS) };
  const settled = settle(edition, chosen.lines, options.unit);
  if (!settled.ok) return settled;
  return { ok: true, rows: { ...settled, year: chosen.year, unknown, passedOver } };
}

/** A line; 'none' for a row without a code or value, 'empty' for an empty one, another text for an unknown code. */
function readLine(
  edition: Edition,
  row: Row,
  at: Partial<Record<Column, number>>,
  problems: RowProblem[],
): Line | string {
  const cell = (column: Column): GridCell | undefined => {
    const index = at[column];
    return index === undefined ? undefined : row[index];
  };
  if (row.every((one) => !one?.text)) return 'empty';
  const place = cell('place')?.text.trim() ?? '';
  const asked = cell('code')?.text.trim() ?? '';
  const valueCell = cell('value');
  if (place === '' || asked === '' || !valueCell) return 'none';
  const found = codeIn(asked) ?? asked;
  const code = OTHER_CODES[found] ?? found;
  if (!edition.indicators.has(code) && !edition.parts.has(code)) return asked;
  const typed = typeof valueCell.value === 'number' ? valueCell.value : undefined;
  const read = typed === undefined ? readNumber(valueCell.text) : { value: typed, isPercent: false };
  if (read === null) return 'none';
  const { address, text } = valueCell;
  if (read === undefined) {
    problems.push({ kind: 'unreadable', address, text });
    return 'none';
  }
  const year = readNumber(cell('year')?.text ?? '');
  return {
    year: year ? year.value : null,
    place,
    raw: { code, value: read.value, isPercent: read.isPercent, address },
    text,
  };
}

/** The lines of the year asked for; failing that, of the only year there is, when it belongs to the same edition. */
function ofYear(
  edition: Edition,
  lines: readonly Line[],
  asked: number,
): { year: number | null; lines: readonly Line[] } | RowProblem {
  const years = [...new Set(lines.map((line) => line.year))].sort((a, b) => (a ?? 0) - (b ?? 0));
  if (years.length === 0 || (years.length === 1 && years[0] === null)) return { year: null, lines };
  if (years.includes(asked)) return { year: asked, lines: lines.filter((line) => line.year === asked) };
  const [only] = years;
  const fits = only != null && edition.firstYear <= only && only <= edition.lastYear;
  if (years.length === 1 && fits) return { year: only, lines };
  return { kind: 'year', years: years.filter((year) => year !== null) };
}

type Settled =
  | ({ readonly ok: true } & Pick<IndicatorRows, 'unit' | 'places' | 'doubtful'>)
  | { readonly ok: false; readonly problems: readonly RowProblem[] };

/** Indicators of the parts whose scores are asserted. */
function surelyScored(edition: Edition): Set<string> {
  const parts = [...edition.parts.values()].filter(
    (part) => part.status === 'exact' || part.status === 'near_exact',
  );
  return new Set(parts.flatMap((part) => part.scored));
}

/** Brings every value to the scale of its indicator, and checks that it lies there. */
function settle(edition: Edition, lines: readonly Line[], forced: ShareUnit | undefined): Settled {
  const raw = lines.map((line) => line.raw);
  // What asserts a score decides; other indicators that stand otherwise are left out instead of stopping everything.
  const sure = surelyScored(edition);
  const deciding = raw.filter((one) => sure.has(one.code));
  const decision = forced
    ? ({ ok: true, unit: forced } as const)
    : unitOf(edition, deciding.length > 0 ? deciding : raw);
  if (!decision.ok) return { ok: false, problems: [{ kind: 'mixed', ...decision.mixed }] };
  const strange = new Set(
    forced ? [] : strangersTo(edition, raw, decision.unit).filter((code) => !sure.has(code)),
  );
  const sums = new Map<string, number | null>();
  for (const { code, scale } of edition.indicators.values()) {
    if (scale !== 'percent_sum') continue;
    sums.set(code, sumFactor(lines.flatMap(({ raw }) => (raw.code === code ? [raw.value] : []))));
  }
  const problems: RowProblem[] = [];
  const places = new Map<string, Map<string, number>>();
  for (const line of lines) {
    if (strange.has(line.raw.code)) continue;
    const value = scaled(edition, line, decision.unit, sums, problems);
    const values = places.get(line.place) ?? new Map<string, number>();
    places.set(line.place, values);
    if (value === null) continue;
    const { code, address } = line.raw;
    const known = values.get(code);
    if (known !== undefined && Math.abs(known - value) > TOLERANCE)
      problems.push({ kind: 'twice', address, code, place: line.place });
    values.set(code, value);
  }
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, MOST_PROBLEMS) };
  return {
    ok: true,
    unit: decision.unit,
    places: [...places].map(([code, values]) => ({ code, values })),
    doubtful: [...strange, ...[...sums].flatMap(([code, factor]) => (factor === null ? [code] : []))],
  };
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
  const isPercent = indicator.scale === 'share' && (raw.isPercent || unit === 'percent');
  const value = isPercent ? raw.value / 100 : raw.value;
  const { min, max } = indicator;
  if (indicator.scale === 'share' && min !== null && max !== null) {
    if (value < min - TOLERANCE || value > max + TOLERANCE)
      problems.push({ kind: 'outside', address, code, text });
  }
  return value;
}
