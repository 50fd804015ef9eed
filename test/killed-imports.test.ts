import { afterAll, beforeAll, expect, it } from 'vitest';
import { exampleFileNames, readExampleFile } from '../reference/example/index.ts';
import { query } from '../src/kernel/db/sql.ts';
import '../src/main/rooms.ts';
import { confirmImport, stageImport } from '../src/modules/plans/index.ts';
import { type TestTenant, testTenant } from './support/database.ts';
import { killAll, postAt, type Session, serve, signInAt } from './support/killable-server.ts';
import { type PlanWorld, planWorld, TEST_PASSWORD } from './support/plan-world.ts';

const ROUNDS = 10;

let place: TestTenant;
let world: PlanWorld;
let session: Session;

beforeAll(async () => {
  place = await testTenant();
  world = await planWorld(place);
  await world.account('noivu', 'standing', 'phong-noi-vu');
});
afterAll(async () => {
  await killAll();
  await place.close();
});

interface Staged {
  readonly planId: string;
  readonly importId: string;
  /** What the confirming person saw. */
  readonly path: string;
}

/** A draft with the example's files uploaded and looked at, not confirmed. */
async function staged(name: string): Promise<Staged> {
  const planId = await world.draft(name);
  const files = [exampleFileNames.body, exampleFileNames.annexSheet].map((file) => ({
    name: file,
    bytes: readExampleFile(file),
  }));
  const importId = await world.run(world.actor('standing', 'phong-noi-vu'), (context, tx) =>
    stageImport(context, tx, { planId, files }, place.files),
  );
  return { planId, importId, path: `/ke-hoach/${planId}/nhap/${importId}` };
}

/** Everything that a confirmed import writes, read once whatever still runs on the plan has ended. */
async function traces({ planId, importId }: Staged) {
  return place.db.transaction(async (tx) => {
    await tx.row(query({ id: 'uuid' })`select id from plans_plan where id = ${planId} for update`);
    return tx.one(query({
      state: 'text',
      clauses: 'int',
      tasks: 'int',
      products: 'int',
      bases: 'int',
      recipients: 'int',
      audits: 'int',
    } as const)`
      select i.state,
        (select count(*)::integer from plans_clause where plan_id = i.plan_id) as clauses,
        (select count(*)::integer from plans_task where plan_id = i.plan_id) as tasks,
        (select count(*)::integer from plans_task_product o join plans_task t on t.id = o.task_id where t.plan_id = i.plan_id) as products,
        (select count(*)::integer from plans_basis where plan_id = i.plan_id) as bases,
        (select count(*)::integer from plans_recipient where plan_id = i.plan_id) as recipients,
        (select count(*)::integer from kernel_audit where event = 'plans.import_confirmed' and subject_id = i.plan_id::text) as audits
      from plans_import i where i.id = ${importId}`);
  });
}

/** Opens the preview and answers the mark of what it showed. */
async function look(url: string, one: Staged): Promise<string> {
  const page = await (
    await fetch(`${url}${one.path}?phan=thay-doi`, { headers: { cookie: session.cookie } })
  ).text();
  return /name="seen" value="([^"]+)"/.exec(page)?.[1] ?? '';
}

it('a server killed at any moment of a confirmed import leaves the whole plan or none of it, and the import can be confirmed again', {
  timeout: 240_000,
}, async () => {
  const first = await serve(place, place.clock.now());
  session = await signInAt(first.url, 'noivu', TEST_PASSWORD);
  const whole = await staged('Kế hoạch đối chiếu');
  const before = await traces(whole);
  const seen = await look(first.url, whole);
  const started = performance.now();
  const answer = await postAt(first.url, `${whole.path}/xac-nhan`, session, { seen });
  const usual = performance.now() - started;
  expect(answer?.headers.get('location')).toBe(`/ke-hoach/${whole.planId}`);
  await first.kill();
  const all = await traces(whole);
  expect(all).toMatchObject({ state: 'confirmed', clauses: 86, tasks: 103, audits: 1 });
  const states = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    const one = await staged(`Kế hoạch ${round}`);
    const server = await serve(place, place.clock.now());
    const fields = { seen: await look(server.url, one) };
    const posted = postAt(server.url, `${one.path}/xac-nhan`, session, fields);
    await new Promise((resolve) => setTimeout(resolve, (usual * (round + 0.5)) / ROUNDS));
    await server.kill();
    const yes = (await posted)?.status === 303;
    const found = await traces(one);
    states.add(found.state);
    if (yes) expect(found.state).toBe('confirmed');
    expect(found).toEqual(found.state === 'confirmed' ? all : before);
    if (found.state !== 'confirmed') {
      await world.run(world.actor('standing', 'phong-noi-vu'), (context, tx) =>
        confirmImport(context, tx, one, place.files),
      );
      expect(await traces(one)).toEqual(all);
    }
  }
  expect(states).toContain('preview');
});
