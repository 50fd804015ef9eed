import { readFileSync } from 'node:fs';

/** One row of a shipped table: its first columns as text, then the values that are there, by column. */
export interface TableRow {
  readonly keys: readonly string[];
  readonly values: ReadonlyMap<string, number>;
}

export interface ShippedProvince {
  /** Administrative code: "33". */
  readonly code: string;
  /** Code in the publisher's files: "P21". */
  readonly papi: string;
  readonly vi: string;
  readonly en: string;
}

const read = (file: string): string[] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');

function readTable(file: string, keyColumns: number): TableRow[] {
  const [head = '', ...lines] = read(file);
  const columns = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    const values = new Map<string, number>();
    for (let index = keyColumns; index < columns.length; index++) {
      const [column, cell] = [columns[index], cells[index]];
      // The publisher stores 32-bit numbers: nine digits give them back exactly.
      if (column && cell) values.set(column, Number(cell));
    }
    return { keys: cells.slice(0, keyColumns), values };
  });
}

/** Published scores of the parts of 2011–2024: keys are year and place. */
export const readShippedScores = (): TableRow[] => readTable('scores-2011-2024.csv', 2);

/** The whole published table of 2018: indicators, parts, contents, total; the key is the place. */
export const readTable2018 = (): TableRow[] => readTable('table-2018.csv', 1);

/** The 63 provinces until 30/6/2025. */
export function readShippedProvinces(): ShippedProvince[] {
  return read('provinces-63.csv')
    .slice(1)
    .map((line) => {
      const [code = '', papi = '', vi = '', en = ''] = line.split(',');
      return { code, papi, vi, en };
    });
}
