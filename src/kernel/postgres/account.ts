import { readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, resolve } from 'node:path';
import { AppError } from '../errors.ts';
import { postgresErrors } from './errors.ts';

/** The operating system account the server runs as, where that is not our own: PostgreSQL refuses to run as root. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
}

/** "nobody" on Linux, for machines without a `postgres` account. */
const NOBODY: ServerAccount = { uid: 65534, gid: 65534 };

interface PasswdEntry extends ServerAccount {
  readonly name: string;
}

function passwd(): PasswdEntry[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}

/**
 * The account to start the server as, or `undefined` when it is our own. As root: the owner of a folder that is already in
 * use, so that root can start what an ordinary user made; else `postgres`; else nobody.
 */
export function serverAccount(folder: string): ServerAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (stat && stat.uid !== 0) return { uid: stat.uid, gid: stat.gid };
  const entry = passwd().find(({ name }) => name === 'postgres');
  return entry ? { uid: entry.uid, gid: entry.gid } : NOBODY;
}

/** Names of the operating system accounts that may open the database through its socket: ours, root, the server's own. */
export function trustedAccountNames(account: ServerAccount | undefined): string[] {
  const names = new Set(['root', ownName()]);
  const server = account && passwd().find(({ uid }) => uid === account.uid);
  if (server) names.add(server.name);
  return [...names];
}

function ownName(): string {
  try {
    return userInfo().username;
  } catch {
    throw new AppError(postgresErrors.account_unnamed, { uid: String(process.getuid?.()) });
  }
}

/** Whether the account can reach `path`: each folder on the way, and the thing itself, lets it pass (mode bits only). */
export function reachable(path: string, account: ServerAccount | undefined): boolean {
  if (!account) return true;
  let current = resolve(path);
  for (;;) {
    const stat = statSync(current);
    const bit = stat.uid === account.uid ? 0o100 : stat.gid === account.gid ? 0o010 : 0o001;
    if ((stat.mode & bit) === 0) return false;
    const parent = dirname(current);
    if (parent === current) return true;
    current = parent;
  }
}
