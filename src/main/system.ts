import path from 'node:path';
import type pg from 'pg';
import type { Config } from '../kernel/config.ts';
import { type FileStore, openFileStore } from '../kernel/files.ts';
import { prepareJobs } from '../kernel/jobs.ts';
import { type Outward, openOutward } from '../kernel/outward.ts';
import { startEmbedded } from '../kernel/postgres/index.ts';
import type { Log } from '../kernel/telemetry.ts';
import { Tenants } from '../kernel/tenants.ts';

/** The database, the tenants and the files, opened once for the web server, the command line and the example alike. */
export interface System {
  readonly tenants: Tenants;
  readonly files: FileStore;
  readonly owner: pg.ClientConfig;
  readonly app: pg.PoolConfig;
  readonly log: Log;
  readonly outward: Outward;
  close(): Promise<void>;
}

export interface SystemOptions {
  /** The web server: owns the embedded database for its whole life instead of joining that of a short command. */
  readonly longLived?: boolean;
  /** Called when the embedded database ends by itself. */
  readonly onDatabaseEnd?: (detail: string) => void;
}

interface Connections {
  readonly owner: pg.ClientConfig;
  readonly app: pg.PoolConfig;
  readonly appRole: string | undefined;
  readonly portal: pg.PoolConfig | undefined;
  readonly portalRole: string | undefined;
  stop(): Promise<void>;
}

async function connect(config: Config, log: Log, options: SystemOptions): Promise<Connections> {
  if (config.databaseUrl !== undefined) {
    const owner = { connectionString: config.databaseOwnerUrl };
    const separate = config.databaseOwnerUrl !== config.databaseUrl;
    const portalUrl = config.databasePortalUrl;
    if (portalUrl === undefined)
      log.warn(
        {},
        'no DATABASE_PORTAL_URL: the citizens’ pages are read only, but by a role that could read what is not public',
      );
    return {
      owner,
      app: { connectionString: config.databaseUrl },
      appRole: separate ? roleIn(config.databaseUrl) : undefined,
      portal: portalUrl === undefined ? undefined : { connectionString: portalUrl },
      portalRole: portalUrl === undefined ? undefined : roleIn(portalUrl),
      stop: async () => undefined,
    };
  }
  const server = await startEmbedded({
    dataDir: path.join(config.dataDir, 'postgres'),
    log: (line) => log.warn({ postgres: true }, line),
    longLived: options.longLived ?? false,
    ...(options.onDatabaseEnd === undefined ? {} : { onUnexpectedEnd: options.onDatabaseEnd }),
  });
  const app = server.connection('app');
  const portal = server.connection('portal');
  return {
    owner: server.connection('owner'),
    app,
    appRole: app.user,
    portal,
    portalRole: portal.user,
    stop: () => server.stop(),
  };
}

const roleIn = (url: string): string => decodeURIComponent(new URL(url).username);

/** Starts or joins the database, brings every schema up to date and opens the tenants. */
export async function openSystem(config: Config, log: Log, options: SystemOptions = {}): Promise<System> {
  const connections = await connect(config, log, options);
  try {
    const { owner, app, appRole, portal, portalRole } = connections;
    await prepareJobs(owner, appRole);
    const tenants = await Tenants.open({
      owner,
      app,
      ...(appRole === undefined ? {} : { appRole }),
      ...(portal === undefined ? {} : { portal }),
      ...(portalRole === undefined ? {} : { portalRole }),
      poolSize: config.poolSize,
      prepare: config.preparedStatements,
    });
    const outward = await openOutward(config);
    return {
      tenants,
      files: openFileStore(config.dataDir, app),
      owner,
      app,
      log,
      outward,
      async close() {
        outward.mailer?.close();
        await tenants.close();
        await connections.stop();
      },
    };
  } catch (error) {
    await connections.stop();
    throw error;
  }
}
