import { performance } from 'node:perf_hooks';
import autocannon from 'autocannon';
import type { Served } from './process.ts';

export interface Load {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** CPU time of the serving process for one answer: what "one core" can do does not depend on its neighbours. */
  readonly cpuMsEach: number;
}

export const CONNECTIONS = 20;

/** Asks for one address from 20 connections: some seconds to warm up, then measured. Refuses answers other than 2xx. */
export async function load(
  served: Served,
  path: string,
  headers: Record<string, string>,
  seconds: { warm: number; measured: number },
): Promise<Load> {
  const options = { url: served.url + path, connections: CONNECTIONS, headers };
  await autocannon({ ...options, duration: seconds.warm });
  const before = await served.usage();
  const result = await autocannon({ ...options, duration: seconds.measured });
  const after = await served.usage();
  if (result.non2xx + result.errors > 0)
    throw new Error(`${path}: ${result.non2xx} answers other than 2xx, ${result.errors} errors`);
  return {
    perSecond: result.requests.total / result.duration,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    cpuMsEach: (after.cpuMs - before.cpuMs) / result.requests.total,
  };
}

/** Median milliseconds of `work`, one after another, for about `ms`. */
export async function medianMs(work: () => Promise<unknown>, ms: number): Promise<number> {
  const times: number[] = [];
  const end = performance.now() + ms;
  while (performance.now() < end || times.length < 5) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? 0;
}
