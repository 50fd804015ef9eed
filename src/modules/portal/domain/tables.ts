import type { PublicBody } from '../../disclosure/index.ts';
import { isTable, type ShownTable } from './open-data.ts';

/** What an item says: the part of its body that its declaration asks for. */
export type Said = Pick<PublicBody, 'fields'>;

export type Cell = string | number | null;
export type TableRow = Readonly<Record<string, Cell>>;

/** The table of an item that its declaration calls so; `undefined` where it has none. */
export function tableNamed(body: Said, key: string): ShownTable | undefined {
  return body.fields.filter(isTable).find((one) => one.key === key);
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
  const field = body.fields.find((one) => one.key === key);
  return field === undefined || isTable(field) || field.value === null ? '' : String(field.value).trim();
}
