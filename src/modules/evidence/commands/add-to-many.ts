import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import type { FileStore } from '../../../kernel/files.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Subject } from '../domain/evidence.ts';
import { evidenceEvents } from '../events.ts';
import type { ReadUpload } from '../read-upload.ts';
import { insertRecords } from '../store.ts';
import { keep } from './add-evidence.ts';

/** Who added the shared file to which subject, and when. */
export interface SharedRecord {
  readonly subject: Subject;
  readonly words: string;
  readonly personId: string | null;
  readonly personName: string;
  readonly unitId: string | null;
  readonly at: Date;
}

/**
 * Adds one file to many new subjects in one statement: its bytes are kept once. For loading what was gathered elsewhere;
 * subjects that hold evidence already are the caller's to leave out. One audit event tells of the whole load.
 */
export async function addToMany(
  context: CommandContext,
  tx: Tx,
  input: { readonly file: ReadUpload; readonly records: readonly SharedRecord[] },
  files: FileStore,
): Promise<void> {
  const file = await keep(tx, input.file, files, context.now);
  const { picture } = input.file;
  const facts = { url: null, place: null, postedFrom: null, postedTo: null, heldOn: null, attendants: null };
  await insertRecords(
    tx,
    input.records.map(({ at, ...record }) => ({
      ...facts,
      ...record,
      id: newId(),
      kind: picture === null ? ('file' as const) : ('photo' as const),
      file,
      capturedAt: picture?.capturedAt ?? null,
      latitude: null,
      longitude: null,
      recordedAt: at,
    })),
  );
  await audit(tx, context, evidenceEvents.added, {
    subject: { type: 'file', id: file.hash },
    after: { records: input.records.length, file: file.name },
  });
}
