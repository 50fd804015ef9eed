import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { readConfig } from '../../src/kernel/config.ts';
import { startJobs } from '../../src/kernel/jobs.ts';
import { createLog } from '../../src/kernel/telemetry.ts';
import { ensureTenant } from '../../src/main/first-start.ts';
import { jobs } from '../../src/main/rooms.ts';
import { openSystem } from '../../src/main/system.ts';
import { listen, webApp } from '../../src/main/web.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the example, served as `npm start` serves it. */
    exampleUrl: string;
  }
}

/** The example on a real server and a real database, once for all browser tests of the run. */
export default async function startExample(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'danbiet-browser-'));
  const log = createLog('error');
  const system = await openSystem(readConfig({ DATA_DIR: dataDir }), log, { longLived: true });
  await ensureTenant(system, { empty: false, say: () => undefined });
  const runner = await startJobs({ ...system, connection: system.app, jobs, log });
  const app = webApp({ ...system, trustProxy: false, metricsToken: undefined, rateLimits: 'off' });
  const server = await listen(app, '127.0.0.1', 0);
  project.provide('exampleUrl', server.url);
  return async () => {
    await server.stop();
    await runner.stop();
    await system.close();
    await rm(dataDir, { recursive: true, force: true });
  };
}
