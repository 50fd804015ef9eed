import { vietnamDate } from '../../kernel/dates.ts';
import type { Db } from '../../kernel/db/database.ts';
import { type DocumentContent, readDocument } from '../../kernel/documents/index.ts';
import type { FileStore } from '../../kernel/files.ts';
import type { Dimension } from '../papi/index.ts';
import { unitDirectory } from '../units/index.ts';
import { directoryDate } from './access.ts';
import type { UnitDirectory } from './domain/units.ts';
import { type FileRole, type ImportReading, type ImportSources, readImport } from './import-reading.ts';
import { planLimits } from './limits.ts';
import { Recent } from './lru.ts';
import type { Plan } from './plan.ts';
import { stampOf } from './stamp.ts';
import { loadClauses } from './store/clauses.ts';
import type { PlanImport } from './store/imports.ts';

const documents = new Recent<DocumentContent>(planLimits.document_cache);
const readings = new Recent<ImportReading>(planLimits.preview_cache);

/** An import as it reads now. */
export interface ImportPreview {
  readonly reading: ImportReading;
  readonly sources: ImportSources;
  readonly directory: UnitDirectory;
  /** Differs as soon as files, choices, units or anything of the plan do: what a person saw before confirming. */
  readonly seen: string;
}

async function documentOf(
  one: PlanImport,
  role: FileRole,
  files: FileStore,
): Promise<DocumentContent | null> {
  const file = one.files.find((candidate) => candidate.role === role);
  if (!file) return null;
  // The name decides between kinds of plain text, so it belongs to the key.
  const key = `${file.hash} ${file.name}`;
  const known = documents.get(key);
  if (known) return known;
  const content = await readDocument(file.name, await files.read(file.hash));
  documents.set(key, content);
  return content;
}

/** Reads an import, or answers the reading kept from the request before. */
export async function previewOf(
  db: Db,
  files: FileStore,
  plan: Plan,
  one: PlanImport,
  now: Date,
): Promise<ImportPreview> {
  const [directory, clauses] = [
    await unitDirectory(db, directoryDate(plan, vietnamDate(now))),
    await loadClauses(db, plan.id),
  ];
  const standing = clauses.map(({ path, kind, dimension }) => ({
    path,
    kind,
    dimension: dimension as Dimension | null,
  }));
  const sources = {
    body: await documentOf(one, 'body', files),
    annex: await documentOf(one, 'annex', files),
  };
  const hashes = one.files.map((file) => `${file.role} ${file.hash} ${file.name}`);
  const stamp = stampOf([hashes, one.choices, plan.year, directory, standing]);
  const known = readings.get(stamp);
  const reading =
    known ??
    readImport(sources, one.choices, {
      planYear: plan.year,
      directory,
      standing: standing.length > 0 ? standing : null,
    });
  if (!known) readings.set(stamp, reading);
  return { reading, sources, directory, seen: stampOf([stamp, plan.changedAt]) };
}
