import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { systemActor } from '../src/kernel/authz.ts';
import { calendarDate } from '../src/kernel/dates.ts';
import { newId } from '../src/kernel/ids.ts';
import { prepareJobs } from '../src/kernel/jobs.ts';
import { startEmbedded } from '../src/kernel/postgres/index.ts';
import { Tenants } from '../src/kernel/tenants.ts';
import { addPerson } from '../src/modules/identity/index.ts';
import { createUnit, createUnitInput, defineTiers } from '../src/modules/units/index.ts';
import { signIn } from './scenarios/pages.ts';
import { papi } from './scenarios/papi.ts';
import { serveIn } from './support/process.ts';
import { PASSWORD } from './support/tenant.ts';

/** The index alone, on a tenant of one unit: `node bench/papi.ts`. */
const dataDir = await mkdtemp(path.join(tmpdir(), 'danbiet-bench-'));
const server = await startEmbedded({ dataDir: path.join(dataDir, 'postgres') });
try {
  const [owner, app] = [server.connection('owner'), server.connection('app')];
  await prepareJobs(owner, app.user);
  const tenants = await Tenants.open({ owner, app, appRole: app.user });
  const made = await tenants.create({
    slug: 'do-luong',
    name: 'Tỉnh Thử Nghiệm',
    isExample: true,
    standsOn: calendarDate('2025-12-31'),
  });
  const context = { actor: systemActor, now: made.clock.now(), requestId: newId() };
  await made.db.transaction(async (tx) => {
    await defineTiers(context, tx, { names: ['tỉnh'] });
    const unit = {
      name: 'UBND tỉnh',
      code: '33',
      kind: 'ubnd',
      tier: 'tỉnh',
      parentId: null,
      from: '2020-01-01',
    };
    const { id } = await createUnit(context, tx, createUnitInput.parse(unit));
    await addPerson(context, tx, {
      username: 'lanh.dao',
      fullName: 'Nguyễn Văn Mẫu',
      password: PASSWORD,
      mustChangePassword: false,
      post: { unitId: id, role: 'leader', title: 'Chủ tịch', from: calendarDate('2020-01-01') },
    });
  });
  const tenant = await tenants.markReady(made);
  const served = await serveIn('web-server.ts', { owner, app, appRole: app.user, dataDir });
  const cookie = await signIn(served.url, 'lanh.dao');
  for (const [name, value] of Object.entries(await papi({ tenant }, { served, cookie })))
    console.log(`${name}: ${value === null ? '–' : Math.round(value * 10) / 10}`);
  await served.stop();
  await tenants.close();
} finally {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}
