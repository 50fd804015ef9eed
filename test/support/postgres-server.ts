import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { type Connection, startEmbedded, startServerFrom } from '../../src/kernel/postgres/index.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** How to reach the run's server as each role; the host is the folder of its unix socket. */
    postgres: {
      readonly admin: Connection;
      readonly owner: Connection;
      readonly app: Connection;
      readonly portal: Connection;
    };
  }
}

/**
 * One real PostgreSQL for the run, in a folder that is thrown away: the one that the program carries, or the programs in the
 * folder named by DANBIET_TEST_PG_BIN.
 */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'danbiet-test-server-'));
  const binDir = process.env.DANBIET_TEST_PG_BIN;
  const options = { dataDir, durable: false };
  const server = await (binDir ? startServerFrom({ ...options, binDir }) : startEmbedded(options));
  project.provide('postgres', {
    admin: server.connection('admin'),
    owner: server.connection('owner'),
    app: server.connection('app'),
    portal: server.connection('portal'),
  });
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
