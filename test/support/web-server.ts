import { manualClock } from '../../src/kernel/clock.ts';
import { openFileStore } from '../../src/kernel/files.ts';
import { createLog } from '../../src/kernel/telemetry.ts';
import { Tenants, type TenantsOptions } from '../../src/kernel/tenants.ts';
import { listen, webApp } from '../../src/main/web.ts';

/**
 * The application on a test's database, in a process of its own that can be killed. Says its address on a line. Its clock
 * stands at `now`, where that is given.
 */
const { dataDir, now, ...options } = JSON.parse(process.env.WEB_SERVER_OPTIONS ?? '') as TenantsOptions & {
  readonly dataDir: string;
  readonly now?: string;
};
const tenants = await Tenants.open(
  now === undefined ? options : { ...options, clock: manualClock(new Date(now)) },
);
const app = webApp({
  tenants,
  files: openFileStore(dataDir, options.app),
  log: createLog('silent'),
  trustProxy: false,
  metricsToken: undefined,
  rateLimits: 'off',
});
const { url } = await listen(app, '127.0.0.1', 0);
process.stdout.write(`${url}\n`);
