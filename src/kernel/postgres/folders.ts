import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { AppError } from '../errors.ts';
import { reachable, type ServerAccount, serverAccount } from './account.ts';
import { PORT } from './connection.ts';
import { postgresErrors } from './errors.ts';

/** The runner's own folder and what stands in it. */
export interface Folders {
  readonly root: string;
  readonly cluster: string;
  readonly logs: string;
  readonly lock: string;
  /** Stands there while a long-lived program owns the server. */
  readonly longLivedNote: string;
}

const OURS = /^(cluster|log|run|owner)\b/;

/**
 * Opens (or makes) the runner's folder for the server's account. Throws `postgres.folder_unusable` when it belongs to another
 * account or holds other things: its rights are narrowed, and nobody's own folder may be taken for it.
 */
export function openFolders(dataDir: string): { folders: Folders; account: ServerAccount | undefined } {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const root = realpathSync(dataDir);
  const own = process.getuid?.() ?? 0;
  if (own !== 0 && statSync(root).uid !== own) {
    throw new AppError(postgresErrors.folder_unusable, {
      folder: root,
      reason: 'belongs to another account',
    });
  }
  const entries = readdirSync(root);
  if (entries.length > 0 && !entries.some((name) => OURS.test(name))) {
    throw new AppError(postgresErrors.folder_unusable, { folder: root, reason: 'holds other files' });
  }
  const account = serverAccount(root);
  const folders = {
    root,
    cluster: join(root, 'cluster'),
    logs: join(root, 'log'),
    lock: join(root, 'owner.lock'),
    longLivedNote: join(root, 'owner.long-lived'),
  };
  for (const folder of [root, folders.logs]) makeFolder(folder, account);
  return { folders, account };
}

/** Makes a folder for the server alone. Throws `postgres.folder_unusable` when something of somebody else stands there. */
export function makeFolder(path: string, account: ServerAccount | undefined): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const stat = lstatSync(path);
  const own = process.getuid?.() ?? 0;
  if (!stat.isDirectory() || ![own, account?.uid].includes(stat.uid)) {
    throw new AppError(postgresErrors.folder_unusable, {
      folder: path,
      reason: 'belongs to another account',
    });
  }
  if (account) chownSync(path, account.uid, account.gid);
  chmodSync(path, 0o700);
}

/** Limit of a socket's path on macOS; Linux allows four bytes more. */
const LONGEST_SOCKET_PATH = 103;

/** A folder of the server's own for its socket: beside the data, or a short one where that path is too long or closed. */
export function makeSocketFolder(root: string, account: ServerAccount | undefined): string {
  const name = `dan-biet-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`;
  const bases = [account ? '/run' : '', tmpdir(), '/tmp'].filter((base) => base !== '' && existsSync(base));
  const candidates = [join(root, 'run'), ...bases.map((base) => join(base, name))];
  let refusal: unknown;
  for (const folder of candidates) {
    if (Buffer.byteLength(socketFile(folder)) > LONGEST_SOCKET_PATH) continue;
    if (!reachable(dirname(folder), account)) continue;
    try {
      makeFolder(folder, account);
      return folder;
    } catch (error) {
      refusal = error;
    }
  }
  throw (
    refusal ??
    new AppError(postgresErrors.folder_unusable, { folder: root, reason: 'no short folder for the socket' })
  );
}

/** Removes what a killed server left of its socket; only for the holder of the owner lock, when no server process lives. */
export function clearSocket(folder: string): void {
  rmSync(socketFile(folder), { force: true });
  rmSync(`${socketFile(folder)}.lock`, { force: true });
}

function socketFile(folder: string): string {
  return join(folder, `.s.PGSQL.${PORT}`);
}
