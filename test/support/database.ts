import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import type { CommandContext } from '../../src/kernel/audit.ts';
import { type Actor, systemActor } from '../../src/kernel/authz.ts';
import { manualClock } from '../../src/kernel/clock.ts';
import type { Database } from '../../src/kernel/db/database.ts';
import { type FileStore, openFileStore } from '../../src/kernel/files.ts';
import { newId } from '../../src/kernel/ids.ts';
import { prepareJobs } from '../../src/kernel/jobs.ts';
import { type Tenant, Tenants } from '../../src/kernel/tenants.ts';

/** A tenant in a database of its own, on the real server of this run. */
export interface TestTenant {
  readonly tenants: Tenants;
  readonly tenant: Tenant;
  readonly db: Database;
  readonly files: FileStore;
  readonly dataDir: string;
  /** The clock of the test, standing at 2024-06-24 09:00 in Vietnam until moved. */
  readonly clock: ReturnType<typeof manualClock>;
  readonly owner: pg.ClientConfig;
  readonly appConnection: pg.PoolConfig;
  readonly portalConnection: pg.PoolConfig;
  /** What a command is given; the operator at the machine unless another actor is named. */
  context(actor?: Actor): CommandContext;
  close(): Promise<void>;
}

const TEMPLATE = 'danbiet_template';

/** Makes the migrated template once a run; every test file then copies it, which costs some 50 ms instead of a second. */
async function prepareTemplate(): Promise<void> {
  const server = inject('postgres');
  const admin = new pg.Client({ ...server.admin, database: 'postgres' });
  await admin.connect();
  try {
    await admin.query('select pg_advisory_lock(7301)');
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [TEMPLATE]);
    if (rowCount === 0) {
      const making = `${TEMPLATE}_making`;
      await admin.query(`drop database if exists ${making}`);
      await admin.query(`create database ${making} template danbiet owner ${server.owner.user}`);
      const tenants = await openTenants(making);
      const tenant = await tenants.create({ slug: 'thu-nghiem', name: 'Huyện Thử Nghiệm' });
      await tenants.markReady(tenant);
      await tenants.close();
      await admin.query(`alter database ${making} rename to ${TEMPLATE}`);
    }
  } finally {
    await admin.end();
  }
}

async function openTenants(
  database: string,
  clock = manualClock(new Date('2024-06-24T02:00:00Z')),
): Promise<Tenants> {
  const server = inject('postgres');
  const owner = { ...server.owner, database };
  await prepareJobs(owner, server.app.user);
  return Tenants.open({
    owner,
    app: { ...server.app, database },
    appRole: server.app.user,
    portal: { ...server.portal, database },
    portalRole: server.portal.user,
    poolSize: 4,
    checkShapes: true,
    clock,
  });
}

/** A fresh tenant for one test file: `const it = await testTenant()`, and `it.close()` in afterAll. */
export async function testTenant(): Promise<TestTenant> {
  await prepareTemplate();
  const server = inject('postgres');
  const database = `test_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ ...server.admin, database: 'postgres' });
  await admin.connect();
  await admin.query('select pg_advisory_lock(7302)');
  await admin.query(`create database ${database} template ${TEMPLATE} owner ${server.owner.user}`);
  await admin.query('select pg_advisory_unlock(7302)');
  const clock = manualClock(new Date('2024-06-24T02:00:00Z'));
  const tenants = await openTenants(database, clock);
  const tenant = tenants.bySlug('thu-nghiem');
  if (!tenant) throw new Error('the template holds no tenant');
  const dataDir = await mkdtemp(path.join(tmpdir(), 'danbiet-test-'));
  return {
    tenants,
    tenant,
    db: tenant.db,
    files: openFileStore(dataDir, { ...server.app, database }),
    dataDir,
    clock,
    owner: { ...server.owner, database },
    appConnection: { ...server.app, database },
    portalConnection: { ...server.portal, database },
    context: (actor = systemActor) => ({ actor, now: clock.now(), requestId: newId() }),
    async close() {
      await tenants.close();
      await admin.query(`drop database ${database} with (force)`);
      await admin.end();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
