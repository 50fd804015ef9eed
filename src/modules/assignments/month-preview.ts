import { createHash } from 'node:crypto';
import type { Db } from '../../kernel/db/database.ts';
import { readDocument } from '../../kernel/documents/index.ts';
import { ensure } from '../../kernel/errors.ts';
import type { FileStore } from '../../kernel/files.ts';
import type { Message, MessageParams } from '../../kernel/i18n.ts';
import { inWords } from './commands/enough-evidence.ts';
import { type MonthRow, problemsOfRow, type RowProblem, readRow } from './domain/month.ts';
import { type MonthSheet, readMonthSheet, type SheetRow } from './domain/month-sheet.ts';
import type { StateDay } from './domain/state.ts';
import { assignmentErrors } from './errors.ts';
import { m } from './messages-month.ts';
import { lackingOf } from './queries/lacking.ts';
import { type MonthItem, monthItemsById } from './queries/month.ts';
import type { ResolvedScope } from './queries/scope-sql.ts';
import type { MonthImport } from './store-months.ts';

/** Something that must be put right in the sheet, with its cell: `F12`. */
export interface PlacedProblem {
  readonly cell: string;
  readonly message: Message;
  readonly params?: MessageParams | undefined;
  readonly item?: MonthItem;
}

export interface PreviewedRow {
  readonly item: MonthItem;
  readonly row: MonthRow;
}

/** What confirming a sheet would record, what it leaves as it is, and what stands in its way. */
export interface MonthPreview {
  readonly sheet: string;
  readonly changes: readonly PreviewedRow[];
  readonly unchanged: number;
  /** Rows that somebody else changed since the sheet was made. */
  readonly conflicts: readonly PreviewedRow[];
  readonly problems: readonly PlacedProblem[];
  /** Stands for all of it: what reads differently later was not seen. */
  readonly seen: string;
}

/** Reads the bytes of a filled sheet. Throws errors of `documents`, and `assignments.sheet_unknown`. */
export async function readSheet(fileName: string, bytes: Uint8Array): Promise<MonthSheet> {
  const { grids } = await readDocument(fileName, bytes);
  const sheet = readMonthSheet(grids);
  ensure(sheet, assignmentErrors.sheet_unknown, { file: fileName });
  return sheet;
}

interface ReadRow {
  readonly typed: SheetRow;
  readonly item: MonthItem | undefined;
  readonly row: MonthRow | null;
  readonly problems: readonly RowProblem[];
}

/** What a staged sheet would do to the work as it stands now; its file is read again each time, and nothing is changed. */
export async function previewMonth(
  db: Db,
  files: FileStore,
  staged: MonthImport,
  reading: { readonly scope: ResolvedScope; readonly day: StateDay },
): Promise<MonthPreview> {
  const sheet = await readSheet(staged.fileName, await files.read(staged.fileHash));
  const ids = sheet.rows.map((row) => row.assignmentId);
  const items = new Map(
    (await monthItemsById(db, ids, reading))
      .filter((item) => item.unitId === staged.unitId)
      .map((item) => [item.id, item]),
  );
  const rows = sheet.rows.map((typed): ReadRow => {
    return { typed, item: items.get(typed.assignmentId), ...readRow(typed, reading.day.today) };
  });
  const claims = rows.flatMap(({ item, row }) =>
    item && row?.kind === 'claim' ? [{ id: item.id, products: item.products, quantity: row.quantity }] : [],
  );
  const lacking = await lackingOf(db, claims);
  const changes: PreviewedRow[] = [];
  const conflicts: PreviewedRow[] = [];
  const problems: PlacedProblem[] = [...sheet.problems];
  let unchanged = 0;
  for (const { typed, item, row, problems: typedWrong } of rows) {
    if (!item) {
      problems.push({ cell: typed.cells.what, message: m.foreign });
      continue;
    }
    const missing = lacking.get(item.id);
    const wrong = [
      ...typedWrong,
      ...(row ? problemsOfRow(item, row, missing && inWords(missing), reading.day.today) : []),
    ];
    if (row && wrong.some(({ message }) => message === assignmentErrors.changed_meanwhile))
      conflicts.push({ item, row });
    else if (wrong.length > 0)
      for (const { part, message, params } of wrong)
        problems.push({ cell: typed.cells[part], message, params, item });
    else if (row) changes.push({ item, row });
    else unchanged += 1;
  }
  const said = {
    changes: changes.map(({ row }) => row),
    conflicts: conflicts.map(({ row }) => row),
    problems: problems.map(({ cell, message }) => [cell, message.en]),
  };
  const seen = createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 22);
  return { sheet: sheet.name, changes, unchanged, conflicts, problems, seen };
}
