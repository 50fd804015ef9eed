import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { calendarDate } from '../../src/kernel/dates.ts';
import { query } from '../../src/kernel/db/sql.ts';
import { prepareJobs } from '../../src/kernel/jobs.ts';
import { type Connection, startEmbedded } from '../../src/kernel/postgres/index.ts';
import { type Tenant, Tenants } from '../../src/kernel/tenants.ts';
import { fillPortal, PORTAL_DAY } from './fill-portal.ts';

/** A tenant with many public entries, on a PostgreSQL of its own. */
export interface PortalTenant {
  readonly tenants: Tenants;
  readonly tenant: Tenant;
  readonly dataDir: string;
  readonly postgresDir: string;
  readonly connections: { readonly owner: Connection; readonly app: Connection; readonly portal: Connection };
  /** Entries to ask for. */
  readonly items: readonly string[];
  /** Codes of the boards of all communes. */
  readonly boards: readonly string[];
  close(): Promise<void>;
}

/** `BENCH_DATA_DIR` keeps the filled tenant for the next run; else the folder is thrown away. */
export async function portalTenant(say: (line: string) => void, entries: number): Promise<PortalTenant> {
  const kept = process.env.BENCH_DATA_DIR;
  const dataDir = kept ?? (await mkdtemp(path.join(tmpdir(), 'danbiet-bench-')));
  const postgresDir = path.join(dataDir, 'postgres');
  const server = await startEmbedded({ dataDir: postgresDir });
  const connections = {
    owner: server.connection('owner'),
    app: server.connection('app'),
    portal: server.connection('portal'),
  };
  await prepareJobs(connections.owner, connections.app.user);
  const tenants = await Tenants.open({
    ...connections,
    appRole: connections.app.user,
    portalRole: connections.portal.user,
  });
  let tenant = tenants.bySlug('do-luong');
  if (!tenant) {
    say(`filling ${entries.toLocaleString('en-GB')} entries`);
    tenant = await tenants.create({
      slug: 'do-luong',
      name: 'Tỉnh Thử Nghiệm',
      isExample: true,
      standsOn: calendarDate(PORTAL_DAY),
    });
    await fillPortal(connections.owner, tenant.schema, entries);
    tenant = await tenants.markReady(tenant);
  }
  // Through the application's own role: from a cold disk it takes longer than a page may.
  const items = await tenant.db.rows(query({ id: 'uuid' })`
    select item_id as id from disclosure_public where not is_withdrawn and occurrence like '%7' order by md5(item_id::text) limit 2000`);
  const boards = await tenant.publicDb.rows(query({ qr: 'text' })`
    select qr from portal_place where kind = 'office_board' order by qr`);
  return {
    tenants,
    tenant,
    dataDir,
    postgresDir,
    connections,
    items: items.map(({ id }) => id),
    boards: boards.map(({ qr }) => qr),
    async close() {
      await tenants.close();
      await server.stop();
      if (kept === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}
