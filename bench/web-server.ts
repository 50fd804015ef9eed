import { openFileStore } from '../src/kernel/files.ts';
import { createLog } from '../src/kernel/telemetry.ts';
import { Tenants, type TenantsOptions } from '../src/kernel/tenants.ts';
import { listen, webApp } from '../src/main/web.ts';

/** The application as `npm start` serves it, without rate limits, in a process of its own that the bench asks by messages. */
const { dataDir, ...options } = JSON.parse(process.env.BENCH_OPTIONS ?? '') as TenantsOptions & {
  dataDir: string;
};
const tenants = await Tenants.open(options);
const app = webApp({
  tenants,
  files: openFileStore(dataDir, options.app),
  // Requests cut off when the load ends would be logged as failures.
  log: createLog('silent'),
  trustProxy: false,
  metricsToken: undefined,
  rateLimits: 'off',
});
const { url, stop } = await listen(app, '127.0.0.1', 0);
process.on('message', (asked) => {
  if (asked === 'collect') gc?.();
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMs: (user + system) / 1000, rssMb: process.memoryUsage().rss / 2 ** 20 });
});
process.once('disconnect', () => {
  stop()
    .then(() => tenants.close())
    .then(() => process.exit(0));
});
process.send?.({ url });
