import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { ConfigError, readConfig } from '../kernel/config.ts';
import { AppError } from '../kernel/errors.ts';

enableCompileCache(path.resolve(import.meta.dirname, '../../node_modules/.cache/danbiet'));

/** A tenant made on the command line is served within this time, without a restart. */
const LOOK_FOR_TENANTS_MS = 5000;

/** `npm start`: the database, the example or the empty tenant, the jobs and the web server, in that order. */
async function main(): Promise<void> {
  const started = performance.now();
  const empty = process.argv.includes('--empty');
  const config = readConfig(process.env);
  const { createLog, createTelemetry, describeError } = await import('../kernel/telemetry.ts');
  const { openSystem } = await import('./system.ts');
  const { ensureTenant } = await import('./first-start.ts');
  const { startJobs } = await import('../kernel/jobs.ts');
  const { listen, webApp } = await import('./web.ts');
  const { jobs } = await import('./rooms.ts');
  const { startVisitCounting } = await import('../modules/portal/index.ts');

  const log = createLog(config.logLevel === 'info' ? 'warn' : config.logLevel);
  const system = await openSystem(config, log, {
    longLived: true,
    onDatabaseEnd: (detail) => {
      console.error(
        `Cơ sở dữ liệu dừng bất thường; khởi động lại bằng npm start. (The database ended.)\n${detail}`,
      );
      process.exit(1);
    },
  });
  const stopping: (() => Promise<void>)[] = [() => system.close()];
  const stop = async (): Promise<void> => {
    for (const action of stopping.splice(0).reverse()) await action();
  };
  const finish = (code: number): void => {
    stop().then(
      () => process.exit(code),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => finish(0));
  whenParentEnds(() => finish(0));
  try {
    const notice = await ensureTenant(system, { empty, say: (line) => console.log(line) });
    const telemetry = createTelemetry();
    const runner = await startJobs({ ...system, connection: system.app, jobs, telemetry });
    stopping.push(() => runner.stop());
    const app = webApp({
      ...system,
      telemetry,
      trustProxy: config.trustProxy,
      metricsToken: config.metricsToken,
    });
    const looking = setInterval(() => {
      system.tenants.refresh().catch((error: unknown) => log.warn(describeError(error), 'register not read'));
    }, LOOK_FOR_TENANTS_MS);
    stopping.push(async () => clearInterval(looking));
    const counting = startVisitCounting(system.tenants, log);
    stopping.push(() => counting.stop());
    const listening = await listen(app, config.host, config.port);
    stopping.push(() => listening.stop());
    // What the last run of the program was killed over; safe beside uploads that come in meanwhile.
    const sweeping = system.files.sweep().then(
      () => undefined,
      (error: unknown) => log.warn(describeError(error), 'files not swept'),
    );
    stopping.push(() => sweeping);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`Dân Biết: ${config.publicUrl ?? listening.url}${notice.path} (${seconds} s)`);
  } catch (error) {
    await stop();
    throw error;
  }
}

/** npm ended by a signal leaves what it started running: under npm the server ends with it. */
function whenParentEnds(end: () => void): void {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    end();
  }, 500);
  timer.unref();
}

main().catch((error: unknown) => {
  const known = error instanceof ConfigError || error instanceof AppError;
  const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  if (taken)
    console.error(
      'Cổng đang được chương trình khác dùng; đặt PORT khác. (The port is taken; set another PORT.)',
    );
  else if (error instanceof AppError)
    console.error(`${error.describe('vi').message}\n${error.describe('vi').remedy}`);
  else console.error(known ? (error as Error).message : error);
  process.exitCode = 1;
});
