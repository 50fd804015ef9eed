import type { Grid, GridCell } from '../../../../kernel/documents/index.ts';
import { TOTAL } from '../editions.ts';
import { codeText } from '../numbers.ts';
import {
  codeOfHeading,
  codeOfHeadings,
  type ListColumn,
  listColumn,
  type Role,
  roleOfHeading,
} from './headers.ts';
import type { PlaceFinder } from './places.ts';

/** How the numbers of a sheet stand. */
export type Layout = 'list' | 'places_down' | 'places_across';

/** One number of a sheet, with what its place in the sheet says of it. */
export interface FoundCell {
  readonly placeCode: string;
  readonly placeName: string;
  readonly code: string;
  readonly role: Role;
  /** Only a list has years of its own. */
  readonly year: number | null;
  readonly cell: GridCell;
}

export interface ReadSheet {
  readonly layout: Layout | null;
  readonly cells: readonly FoundCell[];
  /** Texts where a place was expected and none is known, with their addresses. */
  readonly unknownPlaces: readonly { readonly text: string; readonly address: string }[];
}

export interface LayoutOptions {
  readonly places: PlaceFinder;
  /** Places below provinces are known by a column of codes alone. */
  readonly ofProvinces: boolean;
}

type Rows = Grid['rows'];

/** The rows in which headings are looked for; workbooks have some lines of title above them. */
const HEAD_ROWS = 30;
/** Fewer places than this in one line are a mention and no table. */
const LEAST_PLACES = 2;

/** Reads a sheet however it lies: a list with a value a row, places down the rows, or places across the columns. */
export function readSheet(rows: Rows, options: LayoutOptions): ReadSheet {
  const list = readList(rows, options);
  if (list) return list;
  if (!options.ofProvinces) return readCodedTable(rows);
  const down = bestColumn(rows, options.places);
  const across = bestRow(rows, options.places);
  if (Math.max(down.count, across.count) < LEAST_PLACES)
    return { layout: null, cells: [], unknownPlaces: [] };
  return down.count >= across.count
    ? placesDown(rows, down.index, options.places)
    : placesAcross(rows, across.index, options.places);
}

function bestColumn(rows: Rows, places: PlaceFinder): { index: number; count: number } {
  const counts: number[] = [];
  for (const row of rows) {
    for (let column = 0; column < Math.min(row.length, 12); column++) {
      const text = row[column]?.text;
      if (text && places.named(text)) counts[column] = (counts[column] ?? 0) + 1;
    }
  }
  return largest(counts);
}

function bestRow(rows: Rows, places: PlaceFinder): { index: number; count: number } {
  const counts = rows
    .slice(0, HEAD_ROWS)
    .map((row) => row.filter((cell) => cell && places.named(cell.text)).length);
  return largest(counts);
}

function largest(counts: readonly number[]): { index: number; count: number } {
  let best = { index: -1, count: 0 };
  for (const [index, count] of counts.entries()) {
    if ((count ?? 0) > best.count) best = { index, count: count ?? 0 };
  }
  return best;
}

interface Head {
  readonly code: string;
  readonly role: Role;
}

/**
 * What each line of numbers is, from its headings, nearest first. A heading "SE" without a code of its own belongs to the code
 * before it.
 */
function headsOf(headings: readonly (readonly string[])[]): (Head | null)[] {
  let last: string | null = null;
  return headings.map((texts) => {
    const role = texts.map(roleOfHeading).find((one) => one !== null) ?? 'value';
    const naming = texts.filter((text) => roleOfHeading(text) === null || codeOfHeading(text) !== null);
    const own = codeOfHeadings(naming);
    // What heads the whole sheet ("PAPI 2019") does not name a column of standard errors.
    const isOwn = own !== null && !(role !== 'value' && own === TOTAL && last !== null);
    const code = isOwn ? own : role === 'value' ? null : last;
    if (isOwn) last = own;
    return code === null ? null : { code, role };
  });
}

function placesDown(rows: Rows, column: number, places: PlaceFinder): ReadSheet {
  const first = rows.findIndex((row) => row[column] && places.named(row[column].text));
  const width = Math.max(...rows.slice(0, first + 1).map((row) => row.length), 0);
  const headings = Array.from({ length: width }, (_, index) =>
    index === column
      ? []
      : rows
          .slice(0, first)
          .map((row) => codeText(row[index]))
          .filter((text) => text !== '')
          .reverse(),
  );
  const heads = headsOf(headings);
  const cells: FoundCell[] = [];
  const unknownPlaces: { text: string; address: string }[] = [];
  for (const row of rows.slice(first)) {
    const name = row[column];
    const place = name ? places.named(name.text) : null;
    if (!place) {
      if (name && holdsNumbers(row, heads)) unknownPlaces.push({ text: name.text, address: name.address });
      continue;
    }
    for (const [index, head] of heads.entries()) {
      const cell = row[index];
      if (head && cell) cells.push({ placeCode: place.code, placeName: place.vi, ...head, year: null, cell });
    }
  }
  return { layout: 'places_down', cells, unknownPlaces };
}

/** Averages and notes under a table have a name and numbers too; only rows with half of the numbers are places. */
function holdsNumbers(row: readonly (GridCell | undefined)[], heads: readonly (Head | null)[]): boolean {
  const wanted = heads.filter((head) => head !== null).length;
  const there = heads.filter((head, index) => head !== null && typeof row[index]?.value === 'number').length;
  return wanted > 0 && there * 2 >= wanted;
}

function placesAcross(rows: Rows, head: number, places: PlaceFinder): ReadSheet {
  const names = (rows[head] ?? []).map((cell) => (cell ? places.named(cell.text) : null));
  const firstPlace = names.findIndex((place) => place !== null);
  const body = rows.slice(head + 1);
  const heads = headsOf(
    body.map((row) =>
      row
        .slice(0, firstPlace)
        .map(codeText)
        .filter((text) => text !== ''),
    ),
  );
  const cells: FoundCell[] = [];
  for (const [index, row] of body.entries()) {
    const line = heads[index];
    if (!line) continue;
    for (const [column, place] of names.entries()) {
      const cell = row[column];
      if (place && cell)
        cells.push({ placeCode: place.code, placeName: place.vi, ...line, year: null, cell });
    }
  }
  return { layout: 'places_across', cells, unknownPlaces: [] };
}

/** Headings of a list: they name a place, a value and some code. */
function listHead(rows: Rows): { row: number; at: ReadonlyMap<ListColumn, number> } | null {
  for (const [index, row] of rows.slice(0, HEAD_ROWS).entries()) {
    const at = new Map<ListColumn, number>();
    for (const [column, cell] of row.entries()) {
      const name = cell ? listColumn(cell.text) : null;
      if (name !== null && !at.has(name)) at.set(name, column);
    }
    const hasCode = ['code', 'indicator', 'part', 'dimension'].some((one) => at.has(one as ListColumn));
    if (at.has('value') && hasCode && (at.has('place') || at.has('placeName'))) return { row: index, at };
  }
  return null;
}

function readList(rows: Rows, { places, ofProvinces }: LayoutOptions): ReadSheet | null {
  const head = listHead(rows);
  if (!head) return null;
  const cells: FoundCell[] = [];
  const unknownPlaces: { text: string; address: string }[] = [];
  for (const row of rows.slice(head.row + 1)) {
    const cellOf = (column: ListColumn): GridCell | undefined => {
      const index = head.at.get(column);
      return index === undefined ? undefined : row[index];
    };
    const text = (column: ListColumn): string => cellOf(column)?.text ?? '';
    if (!cellOf('value')) continue;
    const code = codeOfLine((column) => codeText(cellOf(column)));
    if (code === null) continue;
    const named = cellOf('place') ?? cellOf('placeName');
    const known = ofProvinces
      ? (places.coded(text('place')) ?? places.named(text('placeName')))
      : { code: text('place'), vi: text('placeName') || text('place') };
    if (!known || known.code === '') {
      if (named) unknownPlaces.push({ text: named.text, address: named.address });
      continue;
    }
    const year = Number(text('year')) || null;
    for (const role of ['value', 'standardError', 'low', 'high'] as const) {
      const cell = cellOf(role);
      if (cell) cells.push({ placeCode: known.code, placeName: known.vi, code, role, year, cell });
    }
  }
  return { layout: 'list', cells, unknownPlaces };
}

/** The most exact code a line of a list has: indicator, part, dimension; a level "total" alone is the total. */
function codeOfLine(text: (column: ListColumn) => string): string | null {
  for (const column of ['indicator', 'code', 'part', 'dimension'] as const) {
    const found = text(column) === '' ? null : codeOfHeading(text(column));
    if (found !== null) return found;
  }
  return codeOfHeading(text('level'));
}

/** A table of districts or communes: a column of codes, one of names, and headings with codes of the index. */
function readCodedTable(rows: Rows): ReadSheet {
  for (const [index, row] of rows.slice(0, HEAD_ROWS).entries()) {
    const columns = row.map((cell) => (cell ? listColumn(cell.text) : null));
    const at = columns.indexOf('place');
    const nameAt = columns.indexOf('placeName');
    const heads = headsOf(
      row.map((cell, column) => (column === at || column === nameAt || !cell ? [] : [codeText(cell)])),
    );
    if (at < 0 || !heads.some((head) => head !== null)) continue;
    const cells: FoundCell[] = [];
    for (const line of rows.slice(index + 1)) {
      const placeCode = line[at]?.text ?? '';
      if (placeCode === '') continue;
      const placeName = (nameAt < 0 ? '' : line[nameAt]?.text) || placeCode;
      for (const [column, head] of heads.entries()) {
        const cell = line[column];
        if (head && cell) cells.push({ placeCode, placeName, ...head, year: null, cell });
      }
    }
    return { layout: 'places_down', cells, unknownPlaces: [] };
  }
  return { layout: null, cells: [], unknownPlaces: [] };
}
