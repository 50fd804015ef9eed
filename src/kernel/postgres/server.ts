import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { AppError } from '../errors.ts';
import type { ServerAccount } from './account.ts';
import { dataFolderArgument, ensureCluster, serverEnvironment, writeConfiguration } from './cluster.ts';
import { type Connection, connectionTo, type Role } from './connection.ts';
import { postgresErrors } from './errors.ts';
import { clearSocket, type Folders, makeSocketFolder, openFolders } from './folders.ts';
import { type OwnerLock, takeOwnerLock } from './owner-lock.ts';
import { endLeftovers, readPidFile, spawnTied } from './processes.ts';
import type { Programs } from './programs.ts';
import { ensureDatabase } from './provision.ts';

export interface EmbeddedOptions {
  /** A folder for the runner alone; made when missing. Do not put anything else into it. */
  readonly dataDir: string;
  /** Receives a line for operators about each unusual step. */
  readonly log?: (line: string) => void;
  /** `false` trades safety for speed: only for data that may be lost with the machine's power (tests). */
  readonly durable?: boolean;
  /** Called when the server that we own ends without `stop()`, with the end of its log. */
  readonly onUnexpectedEnd?: (detail: string) => void;
}

export interface EmbeddedServer {
  connection(role: Role): Connection;
  /** Shuts the server down and waits for it; does nothing when the server was joined. */
  stop(): Promise<void>;
  /** The server of this folder was running already, owned by another process. */
  readonly joined: boolean;
}

/** Longest wait for another process that is just starting or ending the server. */
const JOIN_LIMIT_MS = 60_000;
/** Recovery after a crash replays at most about a gigabyte of log. */
const START_LIMIT_MS = 300_000;
const SLOW_START_MS = 5_000;
const ORDERLY_STOP_MS = 30_000;
const LOG_FILES_KEPT = 14;
const STARTUP_LOG = 'startup.log';

export async function joinOrStart(
  options: EmbeddedOptions,
  findPrograms: (account: ServerAccount | undefined) => Programs,
): Promise<EmbeddedServer> {
  const { folders, account } = openFolders(options.dataDir);
  const giveUpAt = performance.now() + JOIN_LIMIT_MS;
  for (;;) {
    const lock = takeOwnerLock(folders.lock, account);
    if (lock) {
      try {
        return await startOwned(options, folders, account, findPrograms(account), lock);
      } catch (error) {
        lock.release();
        throw error;
      }
    }
    const joined = await joinRunning(folders);
    if (joined) return joined;
    if (performance.now() > giveUpAt) throw new AppError(postgresErrors.busy, { folder: folders.root });
    await delay(50);
  }
}

async function joinRunning(folders: Folders): Promise<EmbeddedServer | undefined> {
  const note = readPidFile(folders.cluster);
  if (!note?.ready) return undefined;
  const client = new pg.Client(connectionTo(note.socketFolder, 'app'));
  // A server that ends while we ask is no failure of ours: the next round decides.
  client.on('error', () => {});
  try {
    await client.connect();
  } catch {
    return undefined;
  }
  await client.end();
  return { joined: true, connection: (role) => connectionTo(note.socketFolder, role), stop: async () => {} };
}

async function startOwned(
  options: EmbeddedOptions,
  folders: Folders,
  account: ServerAccount | undefined,
  programs: Programs,
  lock: OwnerLock,
): Promise<EmbeddedServer> {
  const { durable = true, log = () => {}, onUnexpectedEnd } = options;
  await endLeftovers(folders.cluster, log);
  await ensureCluster(folders, programs, account, durable);
  const socketFolder = makeSocketFolder(folders.root, account);
  // No process lives on the cluster and nobody else may start one: what still says so is left from a crash. (PostgreSQL
  // itself refuses to start when the process number in such a file has been given to another program since.)
  rmSync(join(folders.cluster, 'postmaster.pid'), { force: true });
  clearSocket(socketFolder);
  writeConfiguration(folders, socketFolder, account, durable);
  pruneLogs(folders);

  const child = launch(folders, programs, account);
  const ended = once(child, 'exit');
  let stopping = false;
  let running = true;
  child.once('exit', () => {
    running = false;
    lock.release();
    if (!stopping) onUnexpectedEnd?.(endOfLog(folders));
  });
  // The program may end while the server runs; the server then shuts down by itself.
  child.unref();

  const stop = async (): Promise<void> => {
    stopping = true;
    if (!running) return;
    child.ref();
    child.kill('SIGINT');
    const slow = setTimeout(() => child.kill('SIGQUIT'), ORDERLY_STOP_MS);
    await ended;
    clearTimeout(slow);
    if (!socketFolder.startsWith(folders.root)) rmSync(socketFolder, { recursive: true, force: true });
  };

  try {
    await untilReady(folders, () => running, log);
    await ensureDatabase(socketFolder);
  } catch (error) {
    await stop();
    throw error;
  }
  return { joined: false, connection: (role) => connectionTo(socketFolder, role), stop };
}

function launch(folders: Folders, programs: Programs, account: ServerAccount | undefined): ChildProcess {
  const startupLog = join(folders.logs, STARTUP_LOG);
  rmSync(startupLog, { force: true });
  const output = openSync(startupLog, 'w', 0o600);
  try {
    const args = ['-D', dataFolderArgument(folders.cluster, account)];
    return spawnTied('INT', programs.postgres, args, account, {
      cwd: folders.cluster,
      env: serverEnvironment(),
      stdio: ['ignore', output, output],
      // Its own process group: Ctrl-C in a terminal reaches our program alone, which ends the server last.
      detached: true,
    });
  } finally {
    closeSync(output);
  }
}

async function untilReady(
  folders: Folders,
  running: () => boolean,
  log: (line: string) => void,
): Promise<void> {
  const started = performance.now();
  let saidSlow = false;
  while (!readPidFile(folders.cluster)?.ready) {
    const waited = performance.now() - started;
    if (!running() || waited > START_LIMIT_MS) {
      throw new AppError(postgresErrors.start_failed, { detail: endOfLog(folders), logFolder: folders.logs });
    }
    if (waited > SLOW_START_MS && !saidSlow) {
      log('the database is recovering from an unclean end');
      saidSlow = true;
    }
    await delay(5);
  }
}

function logFiles(folders: Folders): string[] {
  return readdirSync(folders.logs)
    .filter((name) => name.startsWith('postgresql-'))
    .sort();
}

/** The last lines the server wrote, before or after it turned to its own log file. */
function endOfLog(folders: Folders): string {
  const newest = logFiles(folders).at(-1);
  return [STARTUP_LOG, ...(newest ? [newest] : [])]
    .flatMap((name) => readFileSync(join(folders.logs, name), 'utf8').trim().split('\n').slice(-3))
    .join(' ');
}

function pruneLogs(folders: Folders): void {
  for (const name of logFiles(folders).slice(0, -LOG_FILES_KEPT))
    rmSync(join(folders.logs, name), { force: true });
}
