import { createHash } from 'node:crypto';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import type { FileStore } from '../../../kernel/files.ts';
import type { Period } from '../../periods/index.ts';
import type { CellOutcome, ReadyForm, SaveCellsOutcome, Sheet } from '../domain/sheet.ts';
import { formErrors } from '../errors.ts';
import { formEvents } from '../events.ts';
import { decideImport } from '../store/imports.ts';
import { type Filled, type Memory, readFilled, readMemory } from '../template/read-filled.ts';
import { isRefused } from './save-attempt.ts';
import { saveCells } from './save-cells.ts';
import { formAndPeriod } from './save-scene.ts';
import { openImport, readUploaded, stageFile, type UploadedSheet } from './stage-file.ts';

/** What a filled workbook would do. */
export interface SheetPreview {
  readonly fileName: string;
  readonly ready: ReadyForm;
  readonly period: Period;
  readonly filled: Filled;
  readonly outcomes: readonly CellOutcome[];
  /** The sheets as they would be. */
  readonly sheets: readonly Sheet[];
  /** Of all the above: what was looked at is what is written. */
  readonly seen: string;
  /** Cells that keep it from being written. */
  readonly problems: number;
  /** The version that the workbook was made from is no more the one in force. */
  readonly isOlder: boolean;
}

const WRONG = {
  not_ours: formErrors.file_not_ours,
  no_sheet: formErrors.file_no_sheet,
  moved: formErrors.file_moved,
} as const;

/** Takes a filled workbook in hand; nothing is written. Throws when it is none of ours, or its cells were moved. */
export async function stageSheet(
  context: CommandContext,
  tx: Tx,
  files: FileStore,
  file: UploadedSheet,
): Promise<string> {
  const content = await readUploaded(file);
  const read = readMemory(content);
  if ('wrong' in read) throw new AppError(WRONG[read.wrong], { place: read.place });
  const { formId, periodCode } = read.memory;
  await formAndPeriod(tx, formId, periodCode);
  return stageFile(context, tx, files, { kind: 'sheet', formId, file, content });
}

/** What the workbook would change, cell by cell, judged as a save is judged. */
export async function previewSheet(
  context: CommandContext,
  tx: Tx,
  files: FileStore,
  id: string,
  hold = false,
): Promise<SheetPreview> {
  const { one, content } = await openImport(context, tx, files, { id, kind: 'sheet', hold });
  const read = readMemory(content);
  if ('wrong' in read) throw new AppError(WRONG[read.wrong], { place: read.place });
  const { memory } = read;
  const { ready, period } = await formAndPeriod(tx, memory.formId, memory.periodCode);
  const filled = readFilled(content, memory, ready.compiled);
  const outcome = await save(context, tx, memory, filled, { dryRun: true });
  const problems = filled.wrong.length + outcome.cells.filter(isRefused).length;
  const told = [
    ready.version.id,
    filled.wrong,
    filled.changed,
    outcome.cells.map((cell) => [cell.key, cell.unitId, cell.outcome]),
  ];
  return {
    fileName: one.fileName,
    ready,
    period,
    filled,
    outcomes: outcome.cells,
    sheets: outcome.sheets,
    seen: createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 32),
    problems,
    isOlder: memory.versionId !== ready.version.id,
  };
}

function save(
  context: CommandContext,
  tx: Tx,
  memory: Memory,
  filled: Filled,
  how: { readonly dryRun?: boolean; readonly whole?: boolean },
): Promise<SaveCellsOutcome> {
  const unitIds = [...new Set(memory.cells.map((cell) => cell.unitId))];
  const cells = filled.changed.map((cell) => cell.save);
  return saveCells(context, tx, {
    formId: memory.formId,
    periodCode: memory.periodCode,
    cells,
    unitIds,
    via: 'sheet',
    ...how,
  });
}

/** Writes what was looked at, all of it or nothing. Throws `forms.import_stale`, `forms.import_has_problems`. */
export async function confirmSheet(
  context: CommandContext,
  tx: Tx,
  files: FileStore,
  { id, seen }: { readonly id: string; readonly seen: string },
): Promise<SaveCellsOutcome & { readonly periodCode: string }> {
  const preview = await previewSheet(context, tx, files, id, true);
  ensure(preview.seen === seen, formErrors.import_stale);
  ensure(preview.problems === 0, formErrors.import_has_problems, { count: preview.problems });
  const { ready, period, filled } = preview;
  const unitIds = preview.sheets.map((sheet) => sheet.unitId);
  const cells = filled.changed.map((cell) => cell.save);
  const input = {
    formId: ready.form.id,
    periodCode: period.code,
    cells,
    unitIds,
    via: 'sheet' as const,
    whole: true,
  };
  const outcome = await saveCells(context, tx, input);
  ensure(outcome.applied, formErrors.import_stale);
  await decideImport(context, tx, id, 'confirmed', ready.form.id);
  await audit(tx, context, formEvents.file_written, {
    subject: { type: 'form_import', id },
    after: { form: ready.form.code, period: period.code, cells: outcome.counts.saved },
  });
  return { ...outcome, periodCode: period.code };
}
