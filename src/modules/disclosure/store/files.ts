import type { Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { ensure } from '../../../kernel/errors.ts';
import type { FileStore } from '../../../kernel/files.ts';
import { newId } from '../../../kernel/ids.ts';
import { disclosureErrors } from '../errors.ts';
import { disclosureLimits } from '../limits.ts';
import type { PreparedDisclosureFile, PreparedFilePart } from '../prepare-file.ts';

/**
 * Keeps the files of a version; answers their names, roles and hashes for the audit. Throws `disclosure.too_many_files` and
 * `personal_unanswered`.
 */
export async function insertFiles(
  tx: Tx,
  versionId: string,
  given: readonly PreparedDisclosureFile[],
  files: FileStore,
  now: Date,
): Promise<{ name: string; role: string; hash: string }[]> {
  const parts = given.flatMap((one) => one.parts);
  const limit = disclosureLimits.files;
  ensure(given.length <= limit, disclosureErrors.too_many_files, { limit });
  const kept: (Omit<PreparedFilePart, 'bytes'> & { hash: string; size: number })[] = [];
  for (const { bytes, ...part } of parts) {
    const isHarmless = part.found === null || Object.keys(part.found.counts).length === 0;
    const isAnswered = isHarmless || part.role === 'sealed' || part.allowedBecause !== null;
    ensure(isAnswered, disclosureErrors.personal_unanswered, { file: part.name });
    const hash = await files.put(tx, bytes, part.mediaType, now);
    kept.push({ ...part, hash, size: bytes.byteLength });
  }
  if (kept.length === 0) return [];
  await tx.run(sql`
    insert into disclosure_file (id, version_id, role, hash, name, media_type, size_bytes, found, allowed_because)
    select f.id, ${versionId}::uuid, f.role, f.hash, f.name, f.media_type, f.size, f.found, f.because
    from unnest(${kept.map(() => newId())}::uuid[], ${kept.map(({ role }) => role)}::text[],
      ${kept.map(({ hash }) => hash)}::text[], ${kept.map(({ name }) => name)}::text[],
      ${kept.map(({ mediaType }) => mediaType)}::text[], ${kept.map(({ size }) => size)}::bigint[],
      ${kept.map(({ found }) => (found === null ? null : JSON.stringify(found)))}::jsonb[],
      ${kept.map(({ allowedBecause }) => allowedBecause)}::text[])
      as f (id, role, hash, name, media_type, size, found, because)`);
  return kept.map(({ name, role, hash }) => ({ name, role, hash }));
}

/** Takes files of an earlier version of the item over into a new one, in their order; ids of other items' files are passed over. */
export async function copyFiles(
  tx: Tx,
  itemId: string,
  versionId: string,
  fileIds: readonly string[],
): Promise<{ name: string; role: string; hash: string }[]> {
  if (fileIds.length === 0) return [];
  return tx.rows(query({ name: 'text', role: 'text', hash: 'text' } as const)`
    insert into disclosure_file (id, version_id, role, hash, name, media_type, size_bytes, found, allowed_because)
    select w.new_id, ${versionId}::uuid, f.role, f.hash, f.name, f.media_type, f.size_bytes, f.found, f.allowed_because
    from disclosure_file f join disclosure_version v on v.id = f.version_id
      join unnest(${[...fileIds]}::uuid[], ${fileIds.map(() => newId())}::uuid[]) as w (id, new_id) on w.id = f.id
    where v.item_id = ${itemId} order by f.seq
    returning name, role, hash`);
}
