import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { type DocumentContent, readDocument, sniffKind } from '../../../kernel/documents/index.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import type { FileStore } from '../../../kernel/files.ts';
import { newId } from '../../../kernel/ids.ts';
import { lockedDraft } from '../access.ts';
import { planErrors } from '../errors.ts';
import { planEvents } from '../events.ts';
import { noChoices } from '../import-choices.ts';
import { assignRoles, type FileRole, rolesOf } from '../import-reading.ts';
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
  ensure(input.files.length > 0, planErrors.no_file);
  const read: { file: UploadedFile; content: DocumentContent }[] = [];
  for (const file of input.files) read.push({ file, content: await readDocument(file.name, file.bytes) });
  const alone = read.length === 1;
  const roles = assignRoles(
    read.map(({ file, content }) => possibleRoles(file.role, rolesOf(content), alone)),
  );
  const stored: ImportedFile[] = [];
  for (const [index, { file, content }] of read.entries()) {
    const own = roles[index];
    if (!own) throw new AppError(planErrors.one_file_each, { file: content.fileName });
    const { mediaType } = sniffKind(file.bytes, file.name);
    const hash = await files.put(tx, file.bytes, mediaType, context.now);
    const size = file.bytes.byteLength;
    for (const role of own) stored.push({ role, name: content.fileName, hash, size, mediaType });
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

/** What a person said holds; but one Word file alone may hold more than that: the body and its annex. */
function possibleRoles(
  said: FileRole | undefined,
  found: readonly FileRole[],
  alone: boolean,
): readonly FileRole[] {
  if (said === undefined || (alone && found.includes(said))) return found;
  return [said];
}
