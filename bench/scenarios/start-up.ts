import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const START = path.resolve(import.meta.dirname, '../../src/main/start.ts');

export interface StartUpResult {
  /** A new folder: the database is made, migrated and filled with the example. */
  readonly firstSeconds: number;
  /** The same folder again, three times; the median. */
  readonly secondSeconds: number;
}

/** From the start of the process to the line that names the address. */
async function startAndStop(dataDir: string): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', START], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const seconds = await untilReady(child, started);
  child.kill('SIGTERM');
  await once(child, 'exit');
  return seconds;
}

async function untilReady(child: ChildProcess, started: number): Promise<number> {
  let output = '';
  for await (const chunk of child.stdout ?? []) {
    output += String(chunk);
    if (/Dân Biết: http/.test(output)) return (performance.now() - started) / 1000;
  }
  throw new Error(`the program ended before it served: ${output}`);
}

export async function startUp(): Promise<StartUpResult> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'danbiet-bench-start-'));
  try {
    const firstSeconds = await startAndStop(dataDir);
    const again: number[] = [];
    for (let round = 0; round < 3; round++) again.push(await startAndStop(dataDir));
    again.sort((a, b) => a - b);
    return { firstSeconds, secondSeconds: again[1] ?? 0 };
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
