import type { DocumentContent } from '../../../kernel/documents/types.ts';
import { composeCodes } from './annex-codes.ts';
import { finishTask } from './annex-finish.ts';
import type { AnnexColumn, AnnexMapping } from './annex-header.ts';
import { AnnexReader, type Draft, type RowFixes, rowKey } from './annex-reader.ts';
import { dataRows } from './annex-rows.ts';
import { bestTable, foundTables, headingOf, tablesToRead } from './annex-tables.ts';
import type { AnnexTask, Clauses } from './annex-task.ts';
import { type Problem, problem } from './problem-codes.ts';
import type { UnitDirectory } from './units.ts';

export interface AnnexOptions {
  readonly planYear: number;
  readonly directory: UnitDirectory;
  /** What the user chose; found by itself when left out. */
  readonly mapping?: AnnexMapping;
  /** What a person wrote over single rows in the preview. */
  readonly fixes?: RowFixes;
  /** The clauses of the plan's body, for linking tasks to them. */
  readonly clauses?: Clauses;
}

export interface Annex {
  /** `null` when no table of tasks was found. */
  readonly mapping: AnnexMapping | null;
  readonly tasks: readonly AnnexTask[];
  readonly problems: readonly Problem[];
}

function readPart(content: DocumentContent, mapping: AnnexMapping, reader: AnnexReader): void {
  const grid = content.grids[mapping.grid];
  if (!grid) return;
  const heading = headingOf(content, mapping);
  if (heading) reader.under(heading);
  reader.read(grid, mapping.grid, dataRows(grid, mapping));
}

const WANTED: readonly [AnnexColumn, string][] = [
  ['product', 'Sản phẩm'],
  ['lead', 'Chủ trì'],
  ['due', 'Thời gian'],
];

function missingColumns(mapping: AnnexMapping, place: { file: string; sheet: string | null }): Problem[] {
  return WANTED.filter(([column]) => mapping.columns[column] === undefined).map(([, name]) =>
    problem('column_missing', place, { column: name }),
  );
}

function duplicateCodes(drafts: readonly Draft[], codes: readonly string[], file: string): Problem[] {
  const rows = new Map<string, number>();
  return drafts.flatMap((draft, i) => {
    const code = codes[i] ?? '';
    const earlier = rows.get(code);
    if (earlier === undefined) {
      rows.set(code, draft.row);
      return [];
    }
    const place = { file, sheet: draft.sheet, cell: draft.cells.stt ?? null, row: draft.row };
    return [problem('code_duplicate', place, { code, row: String(earlier) })];
  });
}

/**
 * Reads the annex of tasks out of a document: finds the header wherever it is, follows section rows, merges and page
 * breaks, and turns every row into a task with its problems. Nothing is guessed silently; a row keeps its own words.
 */
export function interpretAnnex(content: DocumentContent, options: AnnexOptions): Annex {
  const file = content.fileName;
  const found = foundTables(content);
  const chosen = options.mapping ?? bestTable(content, found);
  if (!chosen) return { mapping: null, tasks: [], problems: [problem('header_not_found', { file })] };
  const mapping: AnnexMapping = {
    grid: chosen.grid,
    headerRow: chosen.headerRow,
    headerHeight: chosen.headerHeight,
    columns: chosen.columns,
  };
  const sheet = content.grids[mapping.grid]?.name ?? null;
  const tables = tablesToRead(content, mapping, found);
  const reader = new AnnexReader(file, options.fixes);
  for (const table of tables) readPart(content, table, reader);
  const { drafts, problems } = reader.result();
  const composed = composeCodes(drafts.map(({ code, marks }) => ({ code, sections: marks })));
  const codes = drafts.map(
    (draft, i) => options.fixes?.get(rowKey(draft.grid, draft.row))?.code || (composed[i] ?? ''),
  );
  const finished = drafts.map((draft, i) => finishTask(draft, codes[i] ?? '', { ...options, file }));
  const ignored = found.filter(({ grid }) => !tables.some((table) => table.grid === grid));
  return {
    mapping,
    tasks: finished.map(({ task }) => task),
    problems: [
      ...missingColumns(mapping, { file, sheet }),
      ...ignored.map(({ grid }) =>
        problem('other_sheet_ignored', { file, sheet }, { sheet: content.grids[grid]?.name ?? '' }),
      ),
      ...problems,
      ...duplicateCodes(drafts, codes, file),
      ...finished.flatMap((one) => one.problems),
      ...(drafts.length === 0 ? [problem('no_tasks', { file, sheet })] : []),
    ],
  };
}
