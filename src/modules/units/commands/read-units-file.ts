import { z } from 'zod';
import { readDocument } from '../../../kernel/documents/index.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { recordsOfGrids } from '../domain/import-grid.ts';
import { recordsOfJson } from '../domain/import-json.ts';
import type { ImportProblem, ImportRecord } from '../domain/import-record.ts';
import { unitErrors } from '../errors.ts';
import { unitLimits } from '../limits.ts';
import { groupRecord } from './define-groups.ts';

/** What a file of units says, before it is compared with what stands. */
export interface UnitsFile {
  readonly records: readonly ImportRecord[];
  readonly groups: readonly z.infer<typeof groupRecord>[];
  readonly problems: readonly ImportProblem[];
}

const envelope = z.object({
  units: z.array(z.unknown()).default([]),
  groups: z.array(z.unknown()).default([]),
});

/**
 * Reads CSV, XLSX, DOCX tables, or JSON: a list of units, a list of groups, or `{"units": […], "groups": […]}`. Throws
 * `units.import_no_header`, `units.import_bad_json`, `units.import_too_many_rows` and the errors of the document readers.
 */
export async function readUnitsFile(fileName: string, bytes: Uint8Array): Promise<UnitsFile> {
  const file = looksLikeJson(bytes) ? readJson(fileName, bytes) : await readSheets(fileName, bytes);
  ensure(file.records.length <= unitLimits.import_rows, unitErrors.import_too_many_rows, {
    count: file.records.length,
    limit: unitLimits.import_rows,
  });
  return file;
}

function looksLikeJson(bytes: Uint8Array): boolean {
  const start = new TextDecoder()
    .decode(bytes.subarray(0, 64))
    .replace(/^\uFEFF/, '')
    .trimStart();
  return start.startsWith('[') || start.startsWith('{');
}

function readJson(fileName: string, bytes: Uint8Array): UnitsFile {
  const bad = (): AppError => new AppError(unitErrors.import_bad_json, { file: fileName });
  let parsed: z.infer<typeof envelope>;
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    parsed = envelope.parse(Array.isArray(value) ? listOf(value) : value);
  } catch {
    throw bad();
  }
  const groups = z.array(groupRecord).safeParse(parsed.groups);
  if (!groups.success) throw bad();
  return { ...recordsOfJson(parsed.units), groups: groups.data };
}

/** A bare list is of groups when its entries carry rules, else of units. */
function listOf(items: readonly unknown[]): unknown {
  const first = items[0];
  const isGroups = typeof first === 'object' && first !== null && 'rules' in first;
  return isGroups ? { groups: items } : { units: items };
}

async function readSheets(fileName: string, bytes: Uint8Array): Promise<UnitsFile> {
  const document = await readDocument(fileName, bytes);
  const found = recordsOfGrids(document.grids);
  ensure(found, unitErrors.import_no_header, { file: fileName });
  return { ...found, groups: [] };
}
