import type { CommandContext } from '../../../kernel/audit.ts';
import type { Db, Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import type { FileStore } from '../../../kernel/files.ts';
import { type ReadForm, readForm } from '../domain/import-form.ts';
import { type FormSpec, formSpecSchema } from '../domain/spec.ts';
import { formErrors } from '../errors.ts';
import { decideImport, ownImport } from '../store/imports.ts';
import { createForm } from './design-form.ts';
import { openImport, readUploaded, stageFile, type UploadedSheet } from './stage-file.ts';

/** A form as it was read from a workbook. */
export interface FormFile {
  readonly fileName: string;
  readonly read: ReadForm;
  /** What was read, with nobody asked yet. */
  readonly spec: FormSpec;
  /** The code that its header names: `II.06a/VPCP/KSTT`; empty where it names none. */
  readonly code: string;
}

/** Takes a workbook with a form in hand; no form is made. Throws `forms.no_table`. */
export async function stageFormFile(
  context: CommandContext,
  tx: Tx,
  files: FileStore,
  file: UploadedSheet,
): Promise<string> {
  const content = await readUploaded(file);
  ensure(readForm(content.grids), formErrors.no_table, { place: content.fileName });
  return stageFile(context, tx, files, { kind: 'form', formId: null, file, content });
}

export async function previewFormFile(
  context: CommandContext,
  db: Db,
  files: FileStore,
  id: string,
): Promise<FormFile> {
  const { one, content } = await openImport(context, db, files, { id, kind: 'form', hold: false });
  const read = readForm(content.grids);
  ensure(read, formErrors.no_table, { place: one.fileName });
  // Whom and when it asks is chosen by a person: a paper form does not say.
  const asked = { periods: [{ kind: 'year' as const }], by: { groups: [], kinds: [], unitIds: [] } };
  const spec = formSpecSchema.parse({ v: 1, ...read.spec, dimension: 0, asked });
  const code =
    /(?:biểu|mẫu)(?:\s+số|\s*:)?\s*([A-Za-z0-9Đđ][A-Za-z0-9Đđ./-]{1,39})/i.exec(spec.header)?.[1] ?? '';
  return { fileName: one.fileName, read, spec, code };
}

/** Makes the form, as a draft. */
export async function confirmFormFile(
  context: CommandContext,
  tx: Tx,
  given: {
    readonly importId: string;
    readonly code: string;
    readonly ownerUnitId: string;
    readonly spec: FormSpec;
  },
): Promise<string> {
  const { importId, code, ownerUnitId, spec } = given;
  const one = await ownImport(tx, {
    id: importId,
    kind: 'form',
    personId: context.actor.personId,
    hold: true,
  });
  ensure(one, formErrors.import_not_found);
  ensure(one.state === 'preview', formErrors.import_decided);
  const id = await createForm(context, tx, { code, ownerUnitId, spec });
  await decideImport(context, tx, importId, 'confirmed', id);
  return id;
}
