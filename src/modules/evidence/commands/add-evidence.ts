import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import type { FileStore } from '../../../kernel/files.ts';
import { newId } from '../../../kernel/ids.ts';
import { PICTURE_MEDIA_TYPE } from '../../../kernel/pictures.ts';
import type { Evidence, Subject } from '../domain/evidence.ts';
import { evidenceErrors } from '../errors.ts';
import { evidenceEvents } from '../events.ts';
import { evidenceLimits } from '../limits.ts';
import type { PreparedEvidence } from '../prepare.ts';
import { evidenceOf } from '../queries/evidence-of.ts';
import type { ReadUpload } from '../read-upload.ts';
import { insertRecords, lockSubject, type NewRecord } from '../store.ts';

export interface AddEvidence {
  readonly subject: Subject;
  readonly items: readonly PreparedEvidence[];
}

export interface Added {
  readonly ids: readonly string[];
  /** What stood at the subject already, by the name it was sent under, and since when: it was not kept again. */
  readonly already: readonly { readonly name: string; readonly since: Date }[];
}

/**
 * Adds evidence to a subject whose owner has checked the right. The same file or link stands once: a repeat is told. Throws
 * `evidence.too_many` and `evidence.too_heavy` when the subject would hold more than it may.
 */
export async function addEvidence(
  context: CommandContext,
  tx: Tx,
  input: AddEvidence,
  files: FileStore,
): Promise<Added> {
  const { subject, items } = input;
  await lockSubject(tx, subject);
  const standing = (await evidenceOf(tx, subject, null)).filter((record) => record.withdrawn === null);
  const { fresh, already } = withoutRepeats(items, standing, context.now);
  refuseTooMuch(standing, fresh);
  const records: NewRecord[] = [];
  for (const item of fresh) records.push(await recordOf(context, tx, subject, item, files));
  await insertRecords(tx, records);
  for (const { id, kind, file, url } of records)
    await audit(tx, context, evidenceEvents.added, {
      subject,
      after: {
        evidenceId: id,
        kind,
        ...(file ? { file: file.name, hash: file.hash } : {}),
        ...(url ? { url } : {}),
      },
    });
  return { ids: records.map(({ id }) => id), already };
}

/** What tells a repeat: the bytes as they were sent, or the address. A posting without a picture is never one. */
const markOf = (hash: string | undefined, url: string | null): string | undefined => hash ?? url ?? undefined;

function withoutRepeats(
  items: readonly PreparedEvidence[],
  standing: readonly Evidence[],
  now: Date,
): { fresh: PreparedEvidence[]; already: Added['already'] } {
  const since = new Map<string, Date>();
  for (const { file, url, recordedAt } of standing) {
    const mark = markOf(file?.originalHash, url);
    if (mark !== undefined) since.set(mark, recordedAt);
  }
  const fresh: PreparedEvidence[] = [];
  const already: Added['already'][number][] = [];
  for (const item of items) {
    const mark = markOf(item.file?.originalHash, item.url);
    const before = mark === undefined ? undefined : since.get(mark);
    if (before) already.push({ name: item.file?.name ?? item.url ?? '', since: before });
    else fresh.push(item);
    if (mark !== undefined && !before) since.set(mark, now);
  }
  return { fresh, already };
}

function refuseTooMuch(standing: readonly Evidence[], fresh: readonly PreparedEvidence[]): void {
  const { records, subject_bytes } = evidenceLimits;
  const count = standing.length;
  ensure(count + fresh.length <= records, evidenceErrors.too_many, { count, limit: records });
  const bytes =
    standing.reduce((sum, { file }) => sum + (file?.sizeBytes ?? 0), 0) +
    fresh.reduce((sum, { file }) => sum + (file?.bytes.byteLength ?? 0), 0);
  ensure(bytes <= subject_bytes, evidenceErrors.too_heavy, { limit: subject_bytes / 1024 / 1024 });
}

async function recordOf(
  context: CommandContext,
  tx: Tx,
  subject: Subject,
  item: PreparedEvidence,
  files: FileStore,
): Promise<NewRecord> {
  const { file, keepLocation, ...facts } = item;
  const { actor, now } = context;
  const location = keepLocation ? (file?.picture?.location ?? null) : null;
  return {
    ...facts,
    id: newId(),
    subject,
    file: file && (await keep(tx, file, files, now)),
    capturedAt: file?.picture?.capturedAt ?? null,
    latitude: location?.latitude ?? null,
    longitude: location?.longitude ?? null,
    personId: actor.personId,
    personName: actor.name,
    unitId: actor.current?.unitId ?? null,
    recordedAt: now,
  };
}

/** Stores the bytes of a file, and of its small picture where it has one. */
export async function keep(
  tx: Tx,
  file: ReadUpload,
  files: FileStore,
  now: Date,
): Promise<NonNullable<NewRecord['file']>> {
  const { name, mediaType, bytes, originalHash, picture } = file;
  const hash = await files.put(tx, bytes, mediaType, now);
  const thumbnailHash = picture && (await files.put(tx, picture.thumbnail, PICTURE_MEDIA_TYPE, now));
  return {
    hash,
    name,
    mediaType,
    sizeBytes: bytes.byteLength,
    originalHash,
    thumbnailHash,
    width: picture?.width ?? null,
    height: picture?.height ?? null,
  };
}
