import { CsvError, parse } from 'csv-parse';
import { AppError } from '../errors.ts';
import { sheetAddress } from './address.ts';
import { CellBudget } from './budget.ts';
import { documentErrors } from './errors.ts';
import { LIMITS } from './limits.ts';
import { cleanText } from './text.ts';
import type { Grid, GridCell } from './types.ts';

const DELIMITERS = [',', ';', '\t'] as const;
type Delimiter = (typeof DELIMITERS)[number];

const SAMPLE_CHARACTERS = 64 * 1024;
/** Handed to the parser at a time, so that other requests run in between. */
const PIECE_CHARACTERS = 256 * 1024;

/** Reads a table of decoded text whose cells are divided by `,` `;` or tab, whichever the file uses. */
export async function readCsv(file: string, decoded: string): Promise<Grid> {
  const { text, declared } = takeDelimiterLine(decoded);
  const delimiter = declared ?? detectDelimiter(text.slice(0, SAMPLE_CHARACTERS));
  const name = file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  const grid: Grid = { source: file, name, rows: [], hidden: false };
  const budget = new CellBudget(file);
  const parser = parse({
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: LIMITS.fileBytes,
  });
  feed(parser, text);
  try {
    for await (const record of parser as AsyncIterable<string[]>) addRecord(grid, record, budget);
  } catch (error) {
    if (error instanceof CsvError) {
      throw new AppError(documentErrors.csv_quotes, {
        file,
        line: String(error.lines ?? grid.rows.length + 1),
      });
    }
    throw error;
  } finally {
    parser.destroy();
  }
  while (grid.rows.length > 0 && grid.rows.at(-1)?.length === 0) grid.rows.pop();
  return grid;
}

function feed(parser: ReturnType<typeof parse>, text: string): void {
  let at = 0;
  const next = (): void => {
    while (at < text.length) {
      const piece = text.slice(at, at + PIECE_CHARACTERS);
      at += PIECE_CHARACTERS;
      if (!parser.write(piece)) {
        parser.once('drain', next);
        return;
      }
    }
    parser.end();
  };
  next();
}

function addRecord(grid: Grid, record: readonly string[], budget: CellBudget): void {
  const file = grid.source;
  const row = grid.rows.length;
  if (row >= LIMITS.rows)
    throw new AppError(documentErrors.too_many_rows, { file, grid: grid.name, limit: LIMITS.rows });
  const cells: (GridCell | undefined)[] = [];
  for (const [column, raw] of record.entries()) {
    const text = cleanText(raw);
    if (text === '') continue;
    if (column >= LIMITS.columns) {
      throw new AppError(documentErrors.too_many_columns, { file, grid: grid.name, limit: LIMITS.columns });
    }
    while (cells.length < column) cells.push(undefined);
    cells.push({ text, address: sheetAddress(row, column), bold: false });
  }
  budget.spend(cells.length);
  grid.rows.push(cells);
}

/** Excel lets a file name its delimiter in a first line of its own: `sep=;`. */
function takeDelimiterLine(text: string): { text: string; declared?: Delimiter } {
  const match = /^\ufeff?sep=([,;\t])\r?\n/.exec(text);
  if (!match) return { text: text.replace(/^\ufeff/, '') };
  return { text: text.slice(match[0].length), declared: match[1] as Delimiter };
}

/**
 * The delimiter that cuts most lines into the same number of columns. Counting alone would fail: Vietnamese sentences
 * hold many commas, but never the same number in each row.
 */
export function detectDelimiter(sample: string): Delimiter {
  let best: Delimiter = ',';
  let bestScore = 0;
  const records = countDelimiters(sample);
  for (const delimiter of DELIMITERS) {
    const frequency = new Map<number, number>();
    for (const counts of records) {
      const count = counts[delimiter];
      if (count > 0) frequency.set(count, (frequency.get(count) ?? 0) + 1);
    }
    for (const [count, lines] of frequency) {
      const score = lines * lines * count;
      if (score > bestScore) [best, bestScore] = [delimiter, score];
    }
  }
  return best;
}

/** How often each delimiter stands outside quotation marks, line by line. */
function countDelimiters(sample: string): Record<Delimiter, number>[] {
  const records: Record<Delimiter, number>[] = [];
  let current: Record<Delimiter, number> = { ',': 0, ';': 0, '\t': 0 };
  let quoted = false;
  for (const character of sample) {
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === '\n') {
      records.push(current);
      current = { ',': 0, ';': 0, '\t': 0 };
    } else if (character === ',' || character === ';' || character === '\t') current[character] += 1;
  }
  records.push(current);
  return records;
}
