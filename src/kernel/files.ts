import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Tx } from './db/database.ts';
import { sql } from './db/sql.ts';
import { newId } from './ids.ts';

/**
 * Uploaded files, by the hash of their content: the same bytes are kept once, and what was imported can always be shown
 * again exactly. Callers check size and type first (documents/sniffKind); the bytes reach the disk, with fsync, before the
 * row that names them is committed. What a death in between leaves behind, `sweepFiles` removes.
 */
export interface FileStore {
  /** Answers the SHA-256 of the content, in hex. */
  put(tx: Tx, bytes: Uint8Array, mediaType: string, now: Date): Promise<string>;
  read(hash: string): Promise<Uint8Array>;
}

/** "file": keeps these locks apart from others of the database. */
export const FILE_LOCKS = 0x66696c65;

/** Which lock stands for a file: whoever stores it shares the lock until the transaction ends, the sweep takes it alone. */
export function lockOf(hash: string): number {
  return Number.parseInt(hash.slice(0, 8), 16) | 0;
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function filesFolder(dataDir: string): string {
  return path.join(dataDir, 'files');
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

export function openFileStore(dataDir: string): FileStore {
  const root = filesFolder(dataDir);
  const place = (hash: string): string => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('not a file hash');
    return path.join(root, hash.slice(0, 2), hash.slice(2));
  };
  return {
    async put(tx, bytes, mediaType, now) {
      const hash = hashOf(bytes);
      const target = place(hash);
      // Before the disk is looked at: from here to the end of the transaction no sweep takes the file away.
      await tx.run(
        sql`select pg_advisory_xact_lock_shared(${FILE_LOCKS}::integer, ${lockOf(hash)}::integer)`,
      );
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
  };
}
