import type { ChildProcess } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
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
  /**
   * For a program that runs until it is stopped (the web server): never joins a server that another program, perhaps a short
   * command, would end under it, but waits for that program and starts its own. A second long-lived one gets `postgres.busy`.
   */
  readonly longLived?: boolean;
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
/** Before this, the note of a long-lived owner may be one that its successor has not removed yet. */
const NOTE_SETTLED_MS = 1_000;
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
  const { longLived = false, log = () => {} } = options;
  const began = performance.now();
  let said = false;
  for (;;) {
    const lock = takeOwnerLock(folders.lock, account);
    if (lock) {
      try {
        noteLongLived(folders, longLived);
        return await startOwned(options, folders, account, findPrograms(account), lock);
      } catch (error) {
        lock.release();
        throw error;
      }
    }
    const joined = longLived ? undefined : await joinRunning(folders);
    if (joined) return joined;
    const waited = performance.now() - began;
    const hopeless = longLived && waited > NOTE_SETTLED_MS && existsSync(folders.longLivedNote);
    if (hopeless || waited > JOIN_LIMIT_MS) throw new AppError(postgresErrors.busy, { folder: folders.root });
    if (waited > NOTE_SETTLED_MS && !said) {
      log('waiting for another program that uses the data folder');
      said = true;
    }
    await delay(50);
  }
}

function noteLongLived(folders: Folders, longLived: boolean): void {
  rmSync(folders.longLivedNote, { force: true });
  if (longLived) writeFileSync(folders.longLivedNote, '');
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
  let phase: 'starting' | 'serving' | 'stopping' = 'starting';
  let running = true;
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', () => resolve(endOfLog(folders)));
  });
  ended.then((detail) => {
    running = false;
    lock.release();
    if (phase === 'serving') onUnexpectedEnd?.(detail);
  });
  // The program may end while the server runs; the server then shuts down by itself.
  child.unref();

  const stop = async (): Promise<void> => {
    phase = 'stopping';
    if (!running) return;
    child.ref();
    child.kill('SIGINT');
    const slow = setTimeout(() => child.kill('SIGQUIT'), ORDERLY_STOP_MS);
    await ended;
    clearTimeout(slow);
    if (!socketFolder.startsWith(folders.root)) rmSync(socketFolder, { recursive: true, force: true });
  };

  try {
    const detail = await Promise.race([ended, untilReady(folders, () => running, log)]);
    if (detail !== undefined)
      throw new AppError(postgresErrors.start_failed, { detail, logFolder: folders.logs });
    await ensureDatabase(socketFolder);
    phase = 'serving';
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
  return undefined;
}

function logFiles(folders: Folders): string[] {
  return readdirSync(folders.logs)
    .filter((name) => name.startsWith('postgresql-'))
    .sort();
}

/** The last lines the server wrote: to its own log, or before it turned to that. */
function endOfLog(folders: Folders): string {
  const [latest] = [STARTUP_LOG, ...logFiles(folders).slice(-1)]
    .map((name) => join(folders.logs, name))
    .sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs);
  return latest === undefined ? '' : readFileSync(latest, 'utf8').trim().split('\n').slice(-3).join(' ');
}

function pruneLogs(folders: Folders): void {
  for (const name of logFiles(folders).slice(0, -LOG_FILES_KEPT))
    rmSync(join(folders.logs, name), { force: true });
}
