import { readFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.resolve(import.meta.dirname, '../../reference/papi');

/** Rows of a shipped table: the first column and the values that are there, by column. */
function readTable(file: string): { key: string; values: Map<string, string> }[] {
  const [head = '', ...lines] = readFileSync(path.join(FOLDER, file), 'utf8').trimEnd().split('\n');
  const [, ...columns] = head.split(',');
  return lines.map((line) => {
    const [key = '', ...cells] = line.split(',');
    const values = new Map<string, string>();
    for (const [index, column] of columns.entries()) {
      const cell = cells[index];
      if (cell) values.set(column, cell);
    }
    return { key, values };
  });
}

/** The published table of 2018: indicators, parts, contents and the total of 63 provinces; stored as 32-bit numbers. */
export function publishedTable2018(): { code: string; values: Map<string, number> }[] {
  return readTable('table-2018.csv').map(({ key, values }) => ({
    code: key,
    values: new Map([...values].map(([code, text]) => [code, Math.fround(Number(text))])),
  }));
}

/** Only the indicators ("1.1.1") of a place. */
export function indicatorsOf(values: ReadonlyMap<string, number>): Map<string, number> {
  return new Map([...values].filter(([code]) => code.split('.').length === 3));
}
