import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { systemActor } from '../../src/kernel/authz.ts';
import { calendarDate } from '../../src/kernel/dates.ts';
import { newId } from '../../src/kernel/ids.ts';
import { prepareJobs } from '../../src/kernel/jobs.ts';
import { startEmbedded } from '../../src/kernel/postgres/index.ts';
import { type Tenant, Tenants } from '../../src/kernel/tenants.ts';
import { addPerson, type Role } from '../../src/modules/identity/index.ts';
import { type Filled, fill, STANDS_ON } from './fill.ts';

export const PASSWORD = 'ba con trâu trắng';

/** The filled tenant on a PostgreSQL of its own in a folder that is thrown away. */
export interface BenchTenant {
  readonly tenants: Tenants;
  readonly tenant: Tenant;
  readonly filled: Filled;
  readonly dataDir: string;
  /** What a process of its own needs to open the same tenant. */
  readonly connections: { owner: object; app: { user: string } };
  close(): Promise<void>;
}

export async function benchTenant(): Promise<BenchTenant> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'danbiet-bench-'));
  const undo: (() => Promise<void>)[] = [() => rm(dataDir, { recursive: true, force: true })];
  const close = async (): Promise<void> => {
    for (const action of undo.splice(0).reverse()) await action();
  };
  try {
    const server = await startEmbedded({ dataDir: path.join(dataDir, 'postgres') });
    undo.push(() => server.stop());
    const connections = { owner: server.connection('owner'), app: server.connection('app') };
    await prepareJobs(connections.owner, connections.app.user);
    const tenants = await Tenants.open({ ...connections, appRole: connections.app.user });
    undo.push(() => tenants.close());
    const made = await tenants.create({
      slug: 'do-luong',
      name: 'Tỉnh Thử Nghiệm',
      isExample: true,
      standsOn: calendarDate(STANDS_ON),
    });
    const filled = await fill(connections.owner, made.schema);
    await addPeople(made, filled);
    const tenant = await tenants.markReady(made);
    return { tenants, tenant, filled, dataDir, connections, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A leader who sees the whole tree, and an officer of one commune. */
async function addPeople(tenant: Tenant, filled: Filled): Promise<void> {
  const context = { actor: systemActor, now: tenant.clock.now(), requestId: newId() };
  const add = (username: string, unitId: string, role: Role, title: string) =>
    tenant.db.transaction((tx) =>
      addPerson(context, tx, {
        username,
        fullName: 'Nguyễn Văn Mẫu',
        password: PASSWORD,
        mustChangePassword: false,
        post: { unitId, role, title, from: calendarDate('2020-01-01') },
      }),
    );
  await add('lanh.dao', filled.rootId, 'leader', 'Chủ tịch');
  await add('can.bo', filled.communeId, 'member', 'Công chức');
}
