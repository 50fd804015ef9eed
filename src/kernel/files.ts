import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import type { Tx } from './db/database.ts';
import { sql } from './db/sql.ts';
import { newId } from './ids.ts';
import { lockOf, type Swept, sweepFiles } from './sweep-files.ts';

/**
 * Uploaded files, by the hash of their content: the same bytes are kept once, and what was imported can always be shown
 * again exactly. Callers check size and type first (documents/sniffKind); the bytes reach the disk, with fsync, before the
 * row that names them is committed. What a death in between leaves behind, `sweepFiles` removes.
 */
export interface FileStore {
  /** Answers the SHA-256 of the content, in hex. */
  put(tx: Tx, bytes: Uint8Array, mediaType: string, now: Date): Promise<string>;
  read(hash: string): Promise<Uint8Array>;
  /** Removes what uploads that were cut off left behind. A sweep that ended less than `freshMinutes` ago is answered again. */
  sweep(freshMinutes?: number): Promise<Swept>;
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A new name is durable only when its folder is. Windows cannot open a folder and keeps names by itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** `connection`: of the database whose rows name the files. */
export function openFileStore(dataDir: string, connection: pg.ClientConfig): FileStore {
  const root = path.join(dataDir, 'files');
  let last: { readonly endedAt: number; readonly swept: Swept } | undefined;
  const place = (hash: string): string => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('not a file hash');
    return path.join(root, hash.slice(0, 2), hash.slice(2));
  };
  return {
    async put(tx, bytes, mediaType, now) {
      const hash = hashOf(bytes);
      const target = place(hash);
      // Before the disk is looked at: from here to the end of the transaction no sweep takes the file away.
      const [locks, own] = lockOf(hash);
      await tx.run(sql`select pg_advisory_xact_lock_shared(${locks}::integer, ${own}::integer)`);
      const standing = await stat(target).catch(() => undefined);
      if (standing?.size !== bytes.byteLength) {
        await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
        const temporary = `${target}.${newId()}`;
        try {
          await writeDurably(temporary, bytes);
          await rename(temporary, target);
        } catch (error) {
          await rm(temporary, { force: true });
          throw error;
        }
        await syncFolder(path.dirname(target));
      }
      await tx.run(sql`insert into kernel_file (hash, size_bytes, media_type, stored_at)
        values (${hash}, ${bytes.byteLength}, ${mediaType}, ${now}) on conflict (hash) do nothing`);
      return hash;
    },
    async read(hash) {
      return readFile(place(hash));
    },
    async sweep(freshMinutes = 0) {
      if (last && performance.now() - last.endedAt < freshMinutes * 60_000) return last.swept;
      const swept = await sweepFiles({ root, connection });
      last = { endedAt: performance.now(), swept };
      return swept;
    },
  };
}
