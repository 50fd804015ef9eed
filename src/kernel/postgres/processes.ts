import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { AppError } from '../errors.ts';
import type { ServerAccount } from './account.ts';
import { postgresErrors } from './errors.ts';

let setprivWorks: boolean | undefined;

/**
 * Spawns a program of the server as `account`. Where the system has `setpriv`, the kernel sends `signalAtOurDeath` to it when
 * this process dies, even by SIGKILL. (The signal follows the spawning thread: call from the main thread.)
 */
export function spawnTied(
  signalAtOurDeath: 'INT' | 'KILL',
  program: string,
  args: readonly string[],
  account: ServerAccount | undefined,
  options: SpawnOptions,
): ChildProcess {
  setprivWorks ??= spawnSync('setpriv', ['--pdeathsig', 'INT', 'true'], { stdio: 'ignore' }).status === 0;
  const [command, ...prefix] = setprivWorks
    ? ['setpriv', '--pdeathsig', signalAtOurDeath, program]
    : [program];
  return spawn(command as string, [...prefix, ...args], { ...options, ...account });
}

/** The server's note of itself: its process, its socket folder, and whether it takes connections. */
export function readPidFile(
  cluster: string,
): { pid: number; socketFolder: string; ready: boolean } | undefined {
  let text: string;
  try {
    text = readFileSync(join(cluster, 'postmaster.pid'), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const lines = text.split('\n');
  return { pid: Number(lines[0]), socketFolder: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' };
}

/** Live server processes of a cluster: each has the data folder as its working folder. */
function processesOf(cluster: string): number[] {
  const note = readPidFile(cluster);
  if (!note) return [];
  if (process.platform !== 'linux') {
    const command = spawnSync('ps', ['-o', 'command=', '-p', String(note.pid)], { encoding: 'utf8' }).stdout;
    return command.includes('postgres') ? [note.pid] : [];
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === cluster;
      } catch {
        return false;
      }
    });
}

const ORDERLY_END_MS = 30_000;
const NOTICE_MASTER_GONE_MS = 3_000;
const FORCED_END_MS = 10_000;

/**
 * Ends what an owner that died left running on the cluster: a whole server is asked to shut down, single processes whose
 * master was killed get time to notice it. Throws `postgres.busy` when something stays.
 */
export async function endLeftovers(cluster: string, log: (line: string) => void): Promise<void> {
  const left = processesOf(cluster);
  if (left.length === 0) return;
  const master = readPidFile(cluster)?.pid ?? 0;
  const whole = left.includes(master);
  log(`stopping ${left.length} database processes that outlived their program`);
  if (whole) signal(master, 'SIGINT');
  if (await gone(cluster, whole ? ORDERLY_END_MS : NOTICE_MASTER_GONE_MS)) return;
  for (const pid of processesOf(cluster)) signal(pid, 'SIGQUIT');
  if (!(await gone(cluster, FORCED_END_MS))) throw new AppError(postgresErrors.busy, { folder: cluster });
}

async function gone(cluster: string, withinMs: number): Promise<boolean> {
  const until = performance.now() + withinMs;
  while (processesOf(cluster).length > 0) {
    if (performance.now() > until) return false;
    await delay(20);
  }
  return true;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
