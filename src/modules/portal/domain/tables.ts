export type Cell = string | number | null;
export type TableRow = Readonly<Record<string, Cell>>;

/** What an item says: tables with rows, all else with a value; a cell that holds nothing may be missing. A `PublicBody` is one. */
export interface Said {
  readonly fields: readonly {
    readonly key: string;
    readonly rows?: readonly TableRow[];
    readonly value?: Cell;
  }[];
}

interface SaidTable {
  readonly key: string;
  readonly rows: readonly TableRow[];
}

/** The table of an item that its declaration calls so; `undefined` where it has none. */
export function tableNamed(body: Said, key: string): SaidTable | undefined {
  const found = body.fields.find((one) => one.key === key);
  return found?.rows === undefined ? undefined : { key, rows: found.rows };
}

/** Words of a cell; empty where nothing stands. */
export function wordsIn(row: TableRow, key: string): string {
  const value = row[key];
  return value === null || value === undefined ? '' : String(value).trim();
}

/** The number of a cell; `null` where none stands. */
export function amountIn(row: TableRow, key: string): number | null {
  const value = row[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** The value of a simple field; empty where nothing stands. */
export function fieldWords(body: Said, key: string): string {
  return String(body.fields.find((one) => one.key === key)?.value ?? '').trim();
}
