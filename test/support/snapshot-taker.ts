import { systemActor } from '../../src/kernel/authz.ts';
import { newId } from '../../src/kernel/ids.ts';
import { Tenants, type TenantsOptions } from '../../src/kernel/tenants.ts';
import { takeDueSnapshots } from '../../src/modules/periods/commands/take-snapshot.ts';
import '../../src/main/rooms.ts';

/** Takes the cut-offs of a test's tenant that are due, in a process of its own that can be killed. Says `start` and `done`. */
const { now, ...options } = JSON.parse(process.env.SNAPSHOT_OPTIONS ?? '') as TenantsOptions & {
  readonly now: string;
};
const tenants = await Tenants.open(options);
const tenant = tenants.bySlug('thu-nghiem');
if (!tenant) throw new Error('no tenant');
process.stdout.write('start\n');
await takeDueSnapshots({ actor: systemActor, now: new Date(now), requestId: newId() }, tenant.db);
process.stdout.write('done\n');
await tenants.close();
