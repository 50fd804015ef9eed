import type { CommandContext } from '../../../kernel/audit.ts';
import type { Db, Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { newId } from '../../../kernel/ids.ts';

/** A file that was uploaded and is looked at before anything is written. */
export interface FormImport {
  readonly id: string;
  readonly kind: 'form' | 'sheet';
  readonly state: 'preview' | 'confirmed' | 'discarded';
  readonly formId: string | null;
  readonly fileHash: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly createdAt: Date;
  readonly byPersonId: string | null;
}

const row = {
  id: 'uuid',
  kind: 'text',
  state: 'text',
  formId: 'uuid?',
  fileHash: 'text',
  fileName: 'text',
  mediaType: 'text',
  createdAt: 'instant',
  byPersonId: 'uuid?',
} as const;

/** One's own import; `hold` keeps it from others until the transaction ends. */
export async function ownImport(
  db: Db,
  {
    id,
    kind,
    personId,
    hold = false,
  }: {
    readonly id: string;
    readonly kind: FormImport['kind'];
    readonly personId: string | null;
    readonly hold?: boolean;
  },
): Promise<FormImport | undefined> {
  const found = await db.row(query(row)`
    select i.id, i.kind, i.state, i.form_id as "formId", i.file_hash as "fileHash", i.file_name as "fileName",
      i.media_type as "mediaType", i.created_at as "createdAt", i.by_person_id as "byPersonId"
    from forms_import i
    where i.id = ${id}::uuid and i.kind = ${kind} and i.by_person_id is not distinct from ${personId}::uuid
    ${hold ? sql`for update` : sql``}`);
  return (
    found && { ...found, kind: found.kind as FormImport['kind'], state: found.state as FormImport['state'] }
  );
}

export async function insertImport(
  { actor, now }: CommandContext,
  tx: Tx,
  one: Pick<FormImport, 'kind' | 'formId' | 'fileHash' | 'fileName' | 'mediaType'>,
): Promise<string> {
  const id = newId();
  await tx.run(sql`insert into forms_import (id, kind, form_id, file_hash, file_name, media_type, created_at, by_person_id, by_name)
    values (${id}, ${one.kind}, ${one.formId}, ${one.fileHash}, ${one.fileName}, ${one.mediaType}, ${now}, ${actor.personId}, ${actor.name})`);
  return id;
}

export async function decideImport(
  { now }: CommandContext,
  tx: Tx,
  id: string,
  state: 'confirmed' | 'discarded',
  formId: string | null,
): Promise<void> {
  await tx.run(
    sql`update forms_import set state = ${state}, decided_at = ${now}, form_id = ${formId} where id = ${id}::uuid`,
  );
}
