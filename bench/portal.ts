import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import path from 'node:path';
import { measurePortal } from './scenarios/portal.ts';
import { portalTenant } from './support/portal-tenant.ts';

/** `node bench/portal.ts`: the citizens' pages over a million entries, or `BENCH_PORTAL_ENTRIES`. */
const say = (line: string): void => console.log(line);
const loadAtStart = loadavg()[0];
const entries = Number(process.env.BENCH_PORTAL_ENTRIES ?? 1_000_000);
const bench = await portalTenant(say, entries);
try {
  const result = await measurePortal(bench, 12, say);
  const about = {
    at: new Date().toISOString(),
    entries,
    node: process.version,
    processor: cpus()[0]?.model,
    cores: availableParallelism(),
    loadAtStart,
    loadAtEnd: loadavg()[0],
  };
  const folder = path.resolve(import.meta.dirname, 'results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, `portal-${about.at.slice(0, 10)}.json`),
    `${JSON.stringify({ ...about, ...result }, null, 2)}\n`,
  );
  say(JSON.stringify(about));
} finally {
  await bench.close();
}
