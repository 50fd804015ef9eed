import type { CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { addressOf, readDocument } from '../../../kernel/documents/index.ts';
import { AppError, type ErrorType, ensure } from '../../../kernel/errors.ts';
import type { MessageParams } from '../../../kernel/i18n.ts';
import { recordsOfGrids } from '../domain/exchange/grid.ts';
import { recordsOfJson } from '../domain/exchange/json.ts';
import type { ExchangeRecord, ReadRecords, RecordProblem } from '../domain/exchange/record.ts';
import { resolveRecord } from '../domain/exchange/resolve.ts';
import type { FigureValue, Via } from '../domain/figure.ts';
import type { RowOutcome, SaveRow } from '../domain/save.ts';
import { figureErrors } from '../errors.ts';
import { figureLimits } from '../limits.ts';
import { type KnownNames, knownNames } from '../queries/known-names.ts';
import { type BrokenCheck, type CellToWrite, valueGuard } from '../value-guard.ts';
import { saveValues } from './save-values.ts';

/** Reads an .xlsx, .csv, .docx or JSON file of values. Throws `figures.import_no_header`, `figures.import_bad_json` and the readers' errors. */
export async function readFiguresFile(fileName: string, bytes: Uint8Array): Promise<ReadRecords> {
  if (looksLikeJson(bytes)) return readJson(fileName, bytes);
  const document = await readDocument(fileName, bytes);
  const isCsv = document.kind === 'csv' || document.kind === 'txt';
  const found = recordsOfGrids(document.grids, isCsv ? 'machine' : 'people', (grid, row, column) => {
    const cell = addressOf(grid, row, column);
    return isCsv ? cell : `${grid.name}, ${cell}`;
  });
  ensure(found, figureErrors.import_no_header, { file: fileName });
  return found;
}

function looksLikeJson(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 64));
  return /^\s*[[{]/.test(start.replace(/^\uFEFF/, ''));
}

function readJson(fileName: string, bytes: Uint8Array): ReadRecords {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new AppError(figureErrors.import_bad_json, { file: fileName });
  }
  const records = recordsOfJson(value);
  ensure(records, figureErrors.import_bad_json, { file: fileName });
  return records;
}

/** What became of one record, by its place. */
export type RecordOutcome =
  | {
      readonly place: string;
      readonly outcome: 'problem';
      readonly error: ErrorType;
      readonly params: MessageParams;
    }
  | { readonly place: string; readonly outcome: 'conflict'; readonly other: FigureValue | null }
  | { readonly place: string; readonly outcome: 'saved' | 'unchanged'; readonly isLate: boolean };

export interface ImportedRecords {
  /** In the order of the records, those that cannot be read first. */
  readonly outcomes: readonly RecordOutcome[];
  readonly counts: Readonly<Record<RowOutcome['outcome'], number>>;
  readonly applied: boolean;
  /** What the values saved, or those that would be, break; `null` where they are too many to say. */
  readonly checks: ToldChecks | null;
}

/** Checks that do not hold, the first of them by name. */
export interface ToldChecks {
  readonly total: number;
  /** Errors first; at most `figures.told_checks`. */
  readonly list: readonly (BrokenCheck & {
    readonly unit: { readonly key: string; readonly name: string };
  })[];
}

export interface ImportRecords {
  readonly read: ReadRecords;
  readonly via: Via;
  readonly dryRun?: boolean;
  /** All or nothing: one record that cannot be saved keeps every other from being saved. */
  readonly whole: boolean;
}

/** Saves records of a file or a request; each outcome names the place of what it is about. Throws `figures.too_many_rows`. */
export async function importRecords(
  context: CommandContext,
  tx: Tx,
  { read, via, dryRun = false, whole }: ImportRecords,
): Promise<ImportedRecords> {
  const known = await knownNames(tx, read.records);
  const rows: SaveRow[] = [];
  const sources: ExchangeRecord[] = [];
  const unread: RecordProblem[] = [...read.problems];
  for (const record of read.records) {
    const row = resolveRecord(record, known);
    if (row === undefined) continue;
    if ('error' in row) unread.push(row);
    else {
      rows.push(row);
      sources.push(record);
    }
  }
  const kept = whole && unread.length > 0;
  const saved = await saveValues(context, tx, { rows, via, dryRun: dryRun || kept, whole });
  return {
    outcomes: [
      ...unread.map(({ place, error, params }) => ({ place, outcome: 'problem' as const, error, params })),
      ...saved.rows.map((row, index) => told(row, sources[index])),
    ],
    counts: { ...saved.counts, problem: saved.counts.problem + unread.length },
    applied: saved.applied && !kept,
    checks: await checksOf(context, tx, known, standing(rows, saved.rows), !saved.applied),
  };
}

/** The cells that say what was given, or would: those saved and those that said it already. */
function standing(rows: readonly SaveRow[], outcomes: readonly RowOutcome[]): CellToWrite[] {
  return rows.flatMap(({ figureId, unitId, periodCode, value }, index) => {
    const outcome = outcomes[index]?.outcome;
    const stands = outcome === 'saved' || outcome === 'unchanged';
    return stands && figureId !== undefined ? [{ figureId, unitId, periodCode, value }] : [];
  });
}

async function checksOf(
  { actor }: CommandContext,
  tx: Tx,
  known: KnownNames,
  cells: readonly CellToWrite[],
  pending: boolean,
): Promise<ToldChecks | null> {
  const broken = await valueGuard().broken(tx, actor, cells, pending);
  if (broken === null) return null;
  const list = broken.slice(0, figureLimits.told_checks).map((one) => ({
    ...one,
    unit: known.unit(one.unitId, one.periodCode) ?? { key: one.unitId, name: '' },
  }));
  return { total: broken.length, list };
}

/** Which part of the record a problem is about. */
const ABOUT_PERIOD: readonly ErrorType[] = [figureErrors.unknown_period, figureErrors.window_closed];
const ABOUT_UNIT: readonly ErrorType[] = [
  figureErrors.unknown_unit,
  figureErrors.not_allowed,
  figureErrors.not_asked_of_unit,
];
const ABOUT_FIGURE: readonly ErrorType[] = [figureErrors.unknown_figure, figureErrors.not_asked_for_period];

function told(row: RowOutcome, record: ExchangeRecord | undefined): RecordOutcome {
  const places = record?.places;
  const place = places?.value ?? '';
  if (row.outcome === 'problem') {
    const { error, params } = row;
    const at = ABOUT_PERIOD.includes(error)
      ? places?.period
      : ABOUT_UNIT.includes(error)
        ? places?.unit
        : ABOUT_FIGURE.includes(error)
          ? places?.figure
          : place;
    return { place: at ?? place, outcome: 'problem', error, params };
  }
  if (row.outcome === 'conflict') return { place, outcome: 'conflict', other: row.other };
  return { place, outcome: row.outcome, isLate: row.outcome === 'saved' && row.isLate };
}
