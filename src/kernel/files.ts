import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Tx } from './db/database.ts';
import { sql } from './db/sql.ts';
import { newId } from './ids.ts';

/**
 * Uploaded files, by the hash of their content: the same bytes are kept once, and what was imported can always be shown
 * again exactly. Callers check size and type first (documents/sniffKind); the bytes reach the disk, with fsync, before the
 * row that names them is committed.
 */
export interface FileStore {
  /** Answers the SHA-256 of the content, in hex. */
  put(tx: Tx, bytes: Uint8Array, mediaType: string, now: Date): Promise<string>;
  read(hash: string): Promise<Uint8Array>;
}

export function openFileStore(dataDir: string): FileStore {
  const root = path.join(dataDir, 'files');
  const place = (hash: string): string => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('not a file hash');
    return path.join(root, hash.slice(0, 2), hash.slice(2));
  };
  return {
    async put(tx, bytes, mediaType, now) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      const target = place(hash);
      const standing = await stat(target).catch(() => undefined);
      if (standing?.size !== bytes.byteLength) {
        await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
        const temporary = `${target}.${newId()}`;
        const handle = await open(temporary, 'wx', 0o600);
        try {
          await handle.writeFile(bytes);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(temporary, target);
      }
      await tx.run(sql`insert into kernel_file (hash, size_bytes, media_type, stored_at)
        values (${hash}, ${bytes.byteLength}, ${mediaType}, ${now}) on conflict (hash) do nothing`);
      return hash;
    },
    async read(hash) {
      return readFile(place(hash));
    },
  };
}
