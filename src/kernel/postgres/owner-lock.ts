import { chownSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { ServerAccount } from './account.ts';

export interface OwnerLock {
  release(): void;
}

const SQLITE_BUSY = 5;

/**
 * Takes the right to start and own the server of a data folder; `undefined` when another process (or another server in this
 * process) has it. The operating system frees it when the owner dies, however it dies, and it holds between containers that
 * share the folder. Node has no file lock of its own; SQLite's is one on every platform. Nothing is ever written to the file,
 * and it must not be opened otherwise: closing any handle on it would free the lock (POSIX).
 */
export function takeOwnerLock(file: string, account: ServerAccount | undefined): OwnerLock | undefined {
  const holder = new DatabaseSync(file);
  try {
    holder.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    if (account) chownSync(file, account.uid, account.gid);
    return {
      release: () => {
        if (holder.isOpen) holder.close();
      },
    };
  } catch (error) {
    holder.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return undefined;
    throw error;
  }
}
