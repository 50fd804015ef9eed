import type { SimpleField, TableField } from '../domain/declaration.ts';
import { takenFields } from '../domain/read-content.ts';
import type { Terms } from '../domain/terms.ts';

/** The sheet of single values, and the one that remembers which obligation a workbook is of. */
export const FACTS_SHEET = 'Thông tin chung';
export const MEMORY_SHEET = '_danbiet';
/** Stands in the first cell of the memory. */
export const MEMORY_MARK = 'danbiet-disclosure';

/** 0-based rows of a table's sheet: title, how to fill it in, the header. */
export const HEADER_ROW = 2;
export const FIRST_ROW = HEADER_ROW + 1;

export function factsOf(terms: Pick<Terms, 'fields'>): SimpleField[] {
  return takenFields(terms).filter((field): field is SimpleField => field.kind !== 'table');
}

export function tablesOf(terms: Pick<Terms, 'fields'>): TableField[] {
  return takenFields(terms).filter((field): field is TableField => field.kind === 'table');
}

/** Excel takes 31 characters without `[ ] : * ? / \`, and no name twice. */
export function sheetNames(tables: readonly TableField[]): readonly string[] {
  const taken = new Set([FACTS_SHEET.toLowerCase(), MEMORY_SHEET]);
  return tables.map(({ label }, at) => {
    const words = label.vi
      .replace(/[[\]:*?/\\']/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 28)
      .trim();
    const name =
      taken.has(words.toLowerCase()) || words === '' ? `${words.slice(0, 24)} ${at + 1}`.trim() : words;
    taken.add(name.toLowerCase());
    return name;
  });
}
