import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface Usage {
  readonly cpuMs: number;
  readonly rssMb: number;
}

/** A server in a process of its own. */
export interface Served {
  readonly pid: number;
  readonly url: string;
  usage(): Promise<Usage>;
  /** Lets the application collect its whole heap, as it does by itself after minutes: what is kept in vain shows only from then on. */
  collect(): Promise<void>;
  stop(): Promise<void>;
}

async function answer<T>(child: ChildProcess): Promise<T> {
  const ended = new AbortController();
  const exited = once(child, 'exit', { signal: ended.signal }).then(([code]) => {
    throw new Error(`a bench server ended with ${code}`);
  });
  try {
    const message = once(child, 'message', { signal: ended.signal }).then(([value]) => value as T);
    return await Promise.race([message, exited]);
  } finally {
    exited.catch(() => undefined);
    ended.abort();
  }
}

/** What `npm start` tells Node. */
function flagsOfStart(): string[] {
  const file = path.resolve(import.meta.dirname, '../../package.json');
  const { scripts } = JSON.parse(readFileSync(file, 'utf8')) as { scripts: { start: string } };
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}

export async function serveIn(file: string, options: object = {}): Promise<Served> {
  const profile = process.env.BENCH_CPU_PROF;
  const child = fork(path.resolve(import.meta.dirname, '..', file), {
    env: { ...process.env, BENCH_OPTIONS: JSON.stringify(options) },
    execArgv: [
      ...flagsOfStart(),
      '--expose-gc',
      ...(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []),
    ],
  });
  const { url } = await answer<{ url: string }>(child);
  return {
    pid: child.pid ?? 0,
    url,
    async usage() {
      child.send('usage');
      return answer<Usage>(child);
    },
    async collect() {
      child.send('collect');
      await answer<Usage>(child);
    },
    async stop() {
      const exited = once(child, 'exit');
      child.disconnect();
      await exited;
    },
  };
}
