import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Db, Tx } from '../../../kernel/db/database.ts';
import { type DocumentContent, readDocument, sniffKind } from '../../../kernel/documents/index.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import type { FileStore } from '../../../kernel/files.ts';
import { formErrors } from '../errors.ts';
import { formEvents } from '../events.ts';
import { formLimits } from '../limits.ts';
import { decideImport, type FormImport, insertImport, ownImport } from '../store/imports.ts';

export interface UploadedSheet {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Reads an uploaded workbook; throws the errors of documents, or that it is too large. */
export async function readUploaded({ name, bytes }: UploadedSheet): Promise<DocumentContent> {
  const limit = formLimits.file_bytes;
  if (bytes.byteLength > limit) throw new AppError(formErrors.file_too_large, { limit: limit / 1024 / 1024 });
  return readDocument(name, bytes);
}

/** Keeps a file by its hash, to be looked at before anything is written. */
export async function stageFile(
  context: CommandContext,
  tx: Tx,
  files: FileStore,
  staged: {
    readonly kind: FormImport['kind'];
    readonly formId: string | null;
    readonly file: UploadedSheet;
    readonly content: DocumentContent;
  },
): Promise<string> {
  const { kind, formId, file, content } = staged;
  const { mediaType } = sniffKind(file.bytes, file.name);
  const fileHash = await files.put(tx, file.bytes, mediaType, context.now);
  const id = await insertImport(context, tx, {
    kind,
    formId,
    fileHash,
    fileName: content.fileName,
    mediaType,
  });
  await audit(tx, context, formEvents.file_staged, {
    subject: { type: 'form_import', id },
    after: { kind, formId, file: content.fileName, hash: fileHash },
  });
  return id;
}

/** One's own file that is still looked at, read again from its bytes. Throws `forms.import_not_found`, `forms.import_decided`. */
export async function openImport(
  { actor }: Pick<CommandContext, 'actor'>,
  db: Db,
  files: FileStore,
  wanted: { readonly id: string; readonly kind: FormImport['kind']; readonly hold: boolean },
): Promise<{ readonly one: FormImport; readonly content: DocumentContent }> {
  const one = await ownImport(db, { ...wanted, personId: actor.personId });
  ensure(one, formErrors.import_not_found);
  ensure(one.state === 'preview', formErrors.import_decided);
  return { one, content: await readDocument(one.fileName, await files.read(one.fileHash)) };
}

/** Gives the file up; it stays by its hash. */
export async function discardImport(
  context: CommandContext,
  tx: Tx,
  { id, kind }: { readonly id: string; readonly kind: FormImport['kind'] },
): Promise<void> {
  const one = await ownImport(tx, { id, kind, personId: context.actor.personId, hold: true });
  ensure(one, formErrors.import_not_found);
  ensure(one.state === 'preview', formErrors.import_decided);
  await decideImport(context, tx, id, 'discarded', one.formId);
  await audit(tx, context, formEvents.file_discarded, { subject: { type: 'form_import', id } });
}
