import { once } from 'node:events';
import {
  appendFileSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { AppError } from '../errors.ts';
import { reachable, type ServerAccount, trustedAccountNames } from './account.ts';
import { ADMIN, ROLE_NAMES } from './connection.ts';
import { postgresErrors } from './errors.ts';
import { type Folders, makeFolder } from './folders.ts';
import { spawnTied } from './processes.ts';
import type { Programs } from './programs.ts';

const SETTINGS_FILE = 'danbiet.conf';
const DRAFT = 'cluster.new-';
const MAP = 'danbiet';

/** How the server is told its data folder: by path, or as its own working folder where it may not look into the parents. */
export function dataFolderArgument(cluster: string, account: ServerAccount | undefined): string {
  return reachable(cluster, account) ? cluster : '/proc/self/cwd';
}

/**
 * Makes the cluster unless it stands. It is made aside and renamed when whole, so a start that dies half way leaves nothing
 * that looks like a cluster. Throws `postgres.start_failed`.
 */
export async function ensureCluster(
  folders: Folders,
  programs: Programs,
  account: ServerAccount | undefined,
  durable: boolean,
): Promise<void> {
  for (const name of readdirSync(folders.root)) {
    if (name.startsWith(DRAFT)) discard(join(folders.root, name));
  }
  if (existsSync(folders.cluster)) return;
  const draft = join(folders.root, `${DRAFT}${process.pid}-${Date.now()}`);
  makeFolder(draft, account);
  const args = ['-D', dataFolderArgument(draft, account), '-U', ADMIN, '--auth=peer', '--encoding=UTF8'];
  args.push(
    '--locale-provider=icu',
    '--icu-locale=vi-VN',
    `--locale=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
  );
  if (!durable) args.push('--no-sync');
  const child = spawnTied('KILL', programs.initdb, args, account, {
    cwd: draft,
    env: serverEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [said, complained, [code]] = await Promise.all([
    child.stdout ? text(child.stdout) : '',
    child.stderr ? text(child.stderr) : '',
    once(child, 'exit'),
  ]);
  if (code !== 0) {
    discard(draft);
    const detail = (complained || said).trim().split('\n').slice(-5).join(' ');
    throw new AppError(postgresErrors.start_failed, { detail, logFolder: folders.logs });
  }
  // What an administrator writes below this line wins over our settings.
  appendFileSync(join(draft, 'postgresql.conf'), `\ninclude '${SETTINGS_FILE}'\n`);
  renameSync(draft, folders.cluster);
  syncFolder(folders.root);
}

/** Writes who may connect and the settings; at each start, because accounts, paths and memory can change between two. */
export function writeConfiguration(
  folders: Folders,
  socketFolder: string,
  account: ServerAccount | undefined,
  durable: boolean,
): void {
  const put = (name: string, content: string) => {
    const file = join(folders.cluster, name);
    writeFileSync(file, content, { mode: 0o600 });
    if (account) chownSync(file, account.uid, account.gid);
  };
  put('pg_hba.conf', `local all all peer map=${MAP}\n`);
  const pairs = trustedAccountNames(account).flatMap((person) =>
    ROLE_NAMES.map((role) => `${MAP} ${quoted(person)} ${role}\n`),
  );
  put('pg_ident.conf', pairs.join(''));
  const lines = Object.entries(settings(socketFolder, durable)).map(
    ([name, value]) => `${name} = ${inConf(value)}\n`,
  );
  put(SETTINGS_FILE, lines.join(''));
}

const MB = 1024 * 1024;

function settings(socketFolder: string, durable: boolean): Record<string, string> {
  const memoryMb = Math.floor(totalmem() / MB);
  const all: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: quoted(socketFolder),
    unix_socket_permissions: '0700',
    max_connections: '60',
    shared_buffers: `${Math.min(512, Math.max(128, Math.floor(memoryMb / 16)))}MB`,
    effective_cache_size: `${Math.max(256, Math.floor(memoryMb / 2))}MB`,
    work_mem: '8MB',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'on',
    log_directory: '../log',
    log_filename: 'postgresql-%Y%m%d-%H%M%S.log',
    log_rotation_age: '1d',
    log_rotation_size: '20MB',
    // The details of an error hold values of the row: personal data stays out of the log.
    log_error_verbosity: 'terse',
  };
  if (!durable) Object.assign(all, { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' });
  return all;
}

/** The environment of the machine must not change the server's language, time or folders. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8' };
}

/** A killed first start may still be writing for a moment: what cannot be removed now is removed at a later start. */
function discard(draft: string): void {
  try {
    rmSync(draft, { recursive: true, force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw error;
  }
}

function syncFolder(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function inConf(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
