import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach } from 'vitest';
import {
  type EmbeddedOptions,
  type EmbeddedServer,
  type Role,
  startEmbedded,
  startServerFrom,
} from '../../src/kernel/postgres/index.ts';
import { readPidFile } from '../../src/kernel/postgres/processes.ts';

const WRITER = fileURLToPath(new URL('./row-writer.ts', import.meta.url));

const writers = new Set<() => Promise<void>>();
const undo: (() => unknown)[] = [];

afterEach(async () => {
  // A server that a writer joined ends with the writer that owns it: first all are killed, then their servers awaited.
  for (const kill of writers) await kill();
  writers.clear();
  while (undo.length > 0) await undo.pop()?.();
});

/** An empty place that is removed after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'danbiet-runner-'));
  undo.push(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }));
  return folder;
}

/** Starts or joins, with the programs this run is about; stopped after the test. */
export async function start(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const binDir = process.env.DANBIET_TEST_PG_BIN;
  const server = await (binDir ? startServerFrom({ ...options, binDir }) : startEmbedded(options));
  undo.push(() => server.stop());
  return server;
}

export async function query<Row extends pg.QueryResultRow>(
  server: EmbeddedServer,
  role: Role,
  text: string,
): Promise<Row[]> {
  const client = new pg.Client(server.connection(role));
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

export interface Writer {
  readonly child: ChildProcess;
  /** "started" or "joined". */
  readonly beginning: Promise<string>;
  /** Numbers of the rows that the server acknowledged so far. */
  readonly acknowledged: number[];
  untilAcknowledged(count: number): Promise<void>;
  /** SIGKILL, then waits for the end. */
  kill(): Promise<void>;
}

/** A process of its own that starts the server and writes rows until it is killed. */
export function startWriter(dataDir: string, options: SpawnOptions = {}): Writer {
  const child = spawn(process.execPath, [WRITER, dataDir], { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  if (!child.stdout || !child.stderr) throw new Error('the writer has no output');
  const ended = once(child, 'exit');
  const acknowledged: number[] = [];
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const begun = Promise.withResolvers<string>();
  createInterface(child.stdout).on('line', (line) => {
    if (/^\d+$/.test(line)) acknowledged.push(Number(line));
    else begun.resolve(line);
  });
  child.once('exit', () => begun.reject(new Error(`the writer ended: ${complaint}`)));
  begun.promise.catch(() => {});
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  writers.add(kill);
  undo.push(async () => {
    const note = readPidFile(join(dataDir, 'cluster'));
    if (note) await until(() => !alive(note.pid));
  });
  return {
    child,
    beginning: begun.promise,
    acknowledged,
    kill,
    async untilAcknowledged(count) {
      await begun.promise;
      await until(() => acknowledged.length >= count);
    },
  };
}

export function masterOf(dataDir: string): number {
  const note = readPidFile(join(dataDir, 'cluster'));
  if (!note) throw new Error('no server runs');
  return note.pid;
}

/** Whether the process runs; one that ended but was not collected by its parent yet does not. */
export function alive(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout !== '' && !stdout.startsWith('Z');
}

export async function until(condition: () => boolean, withinMs = 10_000): Promise<void> {
  const giveUpAt = performance.now() + withinMs;
  while (!condition()) {
    if (performance.now() > giveUpAt) throw new Error(`not within ${withinMs} ms: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
