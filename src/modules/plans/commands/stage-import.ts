import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { type DocumentContent, readDocument, sniffKind } from '../../../kernel/documents/index.ts';
import { ensure } from '../../../kernel/errors.ts';
import type { FileStore } from '../../../kernel/files.ts';
import { newId } from '../../../kernel/ids.ts';
import { lockedDraft } from '../access.ts';
import { planErrors } from '../errors.ts';
import { planEvents } from '../events.ts';
import { noChoices } from '../import-choices.ts';
import { type FileRole, rolesOf } from '../import-reading.ts';
import { planLimits } from '../limits.ts';
import { type ImportedFile, insertImport } from '../store/imports.ts';

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the file is for, when a person said so; told from its content otherwise. */
  readonly role?: FileRole;
}

export interface StageImportInput {
  readonly planId: string;
  readonly files: readonly UploadedFile[];
}

/**
 * Takes the files of a plan in hand: they are read (a bad file throws an error of `documents` and nothing is kept),
 * stored by hash and can be previewed. Nothing of the plan changes. Answers the id of the import.
 */
export async function stageImport(
  context: CommandContext,
  tx: Tx,
  input: StageImportInput,
  files: FileStore,
): Promise<string> {
  const plan = await lockedDraft(context, tx, input.planId);
  const given = input.files.slice(0, planLimits.import_files);
  ensure(given.length > 0, planErrors.no_file);
  const read: { file: UploadedFile; content: DocumentContent }[] = [];
  for (const file of given) read.push({ file, content: await readDocument(file.name, file.bytes) });
  const stored: ImportedFile[] = [];
  const bothGiven = given.length > 1;
  for (const { file, content } of read) {
    const roles = file.role && bothGiven ? [file.role] : withRole(file.role, rolesOf(content));
    const { mediaType } = sniffKind(file.bytes, file.name);
    const hash = await files.put(tx, file.bytes, mediaType, context.now);
    for (const role of roles.filter((role) => !stored.some((other) => other.role === role)))
      stored.push({ role, name: content.fileName, hash, size: file.bytes.byteLength, mediaType });
  }
  const id = newId();
  const { personId } = context.actor;
  await insertImport(tx, {
    id,
    planId: plan.id,
    files: stored,
    choices: noChoices,
    createdBy: personId,
    now: context.now,
  });
  await audit(tx, context, planEvents.import_staged, {
    subject: { type: 'plan', id: plan.id },
    after: { importId: id, files: stored },
  });
  return id;
}

/** One file alone may be more than it was said to be: a Word file with the body and its annex. */
function withRole(said: FileRole | undefined, found: readonly FileRole[]): readonly FileRole[] {
  return said === undefined || found.includes(said) ? found : [said];
}
