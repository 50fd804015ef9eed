import { afterAll, beforeAll, expect, it } from 'vitest';
import { query } from '../src/kernel/db/sql.ts';
import '../src/main/rooms.ts';
import { issuePlan, issuePlanInput, tasksOfPlan } from '../src/modules/plans/index.ts';
import { amending, taskAt } from './support/amend-plan.ts';
import { type TestTenant, testTenant } from './support/database.ts';
import { killAll, postAt, type Session, serve, signInAt } from './support/killable-server.ts';
import { type PlanWorld, planWorld, TEST_PASSWORD } from './support/plan-world.ts';

const ROUNDS = 10;

let place: TestTenant;
let world: PlanWorld;
let plans: ReturnType<typeof amending>;
let session: Session;

beforeAll(async () => {
  place = await testTenant();
  world = await planWorld(place);
  plans = amending(world, place.db);
  await world.account('chutich', 'leader', 'ubnd-huyen-an-thi');
});
afterAll(async () => {
  await killAll();
  await place.close();
});

const signed = { issuedOn: '22/01/2024', signerName: 'Phạm Đức Thắng', signerTitle: '' };

const wholeRow = {
  state: 'text',
  version: 'int',
  baselines: 'int[]',
  issued: 'int',
  assigned: 'int',
  amended: 'int',
  receipts: 'int',
  said: 'int',
  work: 'int',
  history: 'int',
  tasks: 'int',
  copied: 'int',
  drops: 'int',
  dropped: 'int',
  amendments: 'int',
  notices: 'int',
} as const;

/** Everything that an issue writes, read once whatever still runs on the plan has ended. */
async function traces(planId: string) {
  return place.db.transaction(async (tx) => {
    await tx.row(query({ id: 'uuid' })`select id from plans_plan where id = ${planId} for update`);
    return tx.one(query(wholeRow)`
      select p.state, p.version,
        array(select b.version::integer from plans_baseline b where b.plan_id = p.id order by 1) as baselines,
        (select count(*)::integer from kernel_audit where event = 'plans.issued' and subject_id = p.id::text) as issued,
        (select count(*)::integer from kernel_audit where event = 'assignments.assigned' and subject_id = p.id::text) as assigned,
        (select count(*)::integer from kernel_audit where event = 'plans.amendment_issued' and subject_id = p.id::text) as amended,
        (select count(*)::integer from assignments_change_receipt where plan_id = p.id) as receipts,
        (select count(*)::integer from kernel_audit where event = 'assignments.amended' and subject_id = p.id::text) as said,
        (select count(*)::integer from assignments_assignment where plan_id = p.id) as work,
        (select count(*)::integer from assignments_entry e join assignments_assignment a on a.id = e.assignment_id
          where a.plan_id = p.id and e.kind = 'issued') as history,
        (select count(*)::integer from plans_task where plan_id = p.id) as tasks,
        (select count(*)::integer from assignments_task where plan_id = p.id) as copied,
        (select count(*)::integer from assignments_entry e join assignments_assignment a on a.id = e.assignment_id
          where a.plan_id = p.id and e.kind = 'drop') as drops,
        (select count(*)::integer from assignments_assignment where plan_id = p.id and dropped_version is not null) as dropped,
        (select count(*)::integer from plans_amendment where plan_id = p.id and state = 'issued') as amendments,
        (select count(*)::integer from notices_notice where subject_id = p.id::text and kind like 'plan_%') as notices
      from plans_plan p where p.id = ${planId}`);
  });
}

/** Posts and kills the server after `wait` ms; true when the server had said yes before. */
async function postAndKill(path: string, fields: Record<string, string>, wait: number): Promise<boolean> {
  const server = await serve(place, place.clock.now());
  const answer = postAt(server.url, path, session, fields);
  await new Promise((resolve) => setTimeout(resolve, wait));
  await server.kill();
  return (await answer)?.status === 303;
}

/** How long a post takes when nothing disturbs it, in ms. */
async function timeOf(url: string, path: string, fields: Record<string, string>): Promise<number> {
  const started = performance.now();
  const answer = await postAt(url, path, session, fields);
  expect(answer?.status).toBe(303);
  return performance.now() - started;
}

async function draftPlan(name: string): Promise<string> {
  const planId = await world.draft(name);
  await world.importExample(planId);
  return planId;
}

/** The draft of an amendment that adds, changes, moves and drops. */
async function draftAmendment(planId: string): Promise<void> {
  const tasks = await tasksOfPlan(place.db, planId);
  const shared = tasks.filter((task) => task.executors === 'group');
  await plans.start(planId);
  await plans.add(planId, taskAt(shared, 0), '9.9');
  await plans.amend(planId, { task: taskAt(shared, 1), with: { words: 'Lời mới' } });
  await plans.amend(planId, {
    task: taskAt(shared, 2),
    with: { due: { v: 1, type: 'recurring', every: 'month' } },
  });
  await plans.amend(planId, { task: taskAt(shared, 3), with: null });
}

it('a server killed at any moment of an issue leaves the whole issue or a draft: plan, work, history, notices, audit', {
  timeout: 240_000,
}, async () => {
  const server = await serve(place, place.clock.now());
  session = await signInAt(server.url, 'chutich', TEST_PASSWORD);
  const whole = await draftPlan('Kế hoạch đối chiếu');
  const usual = await timeOf(server.url, `/ke-hoach/${whole}/ban-hanh`, { ...signed, number: '100/KH' });
  await server.kill();
  const all = await traces(whole);
  expect(all).toMatchObject({
    state: 'issued',
    version: 1,
    baselines: [1],
    issued: 1,
    assigned: 1,
    tasks: 103,
    copied: 103,
  });
  const seen = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    const planId = await draftPlan(`Kế hoạch ${round}`);
    const fields = { ...signed, number: `${round}/KH` };
    const yes = await postAndKill(`/ke-hoach/${planId}/ban-hanh`, fields, (usual * (round + 0.5)) / ROUNDS);
    const found = await traces(planId);
    seen.add(found.state);
    if (yes) expect(found.state).toBe('issued');
    const nothing = { issued: 0, assigned: 0, work: 0, history: 0, copied: 0, notices: 0, baselines: [] };
    expect(found).toEqual(found.state === 'issued' ? all : { ...all, ...nothing, state: 'draft' });
    // What was cut off is done again, once.
    if (found.state === 'draft') {
      const input = issuePlanInput.parse({ ...fields, planId });
      await world.run(plans.leader, (context, tx) => issuePlan(context, tx, input));
      expect(await traces(planId)).toEqual(all);
    }
  }
  expect(seen).toContain('draft');
});

it('a server killed at any moment of an amendment leaves the whole next version or the one before, and its draft', {
  timeout: 240_000,
}, async () => {
  const issued = async (): Promise<string> => {
    const { planId } = await plans.issuedPlan();
    await draftAmendment(planId);
    return planId;
  };
  const fields = { ...signed, issuedOn: '24/06/2024', number: '99/SĐ', reason: 'Theo tỉnh' };
  const path = (planId: string) => `/ke-hoach/${planId}/sua-doi/du-thao/ban-hanh`;
  const server = await serve(place, place.clock.now());
  const whole = await issued();
  const before = await traces(whole);
  const usual = await timeOf(server.url, path(whole), fields);
  await server.kill();
  const after = await traces(whole);
  expect(before).toMatchObject({ version: 1, baselines: [1], amended: 0, receipts: 0 });
  expect(after).toMatchObject({ version: 2, baselines: [1, 2], amended: 1, said: 1, amendments: 1 });
  expect(after.drops).toBe(after.dropped);
  expect(after.receipts).toBeGreaterThan(0);
  const seen = new Set<number>();
  for (let round = 0; round < ROUNDS; round++) {
    const planId = await issued();
    const yes = await postAndKill(path(planId), fields, (usual * (round + 0.5)) / ROUNDS);
    const found = await traces(planId);
    seen.add(found.version);
    if (yes) expect(found.version).toBe(2);
    expect(found).toEqual(found.version === 2 ? after : before);
    if (found.version === 1) {
      await plans.issue(planId, { ...fields, signerTitle: null });
      expect(await traces(planId)).toEqual(after);
    }
  }
  expect(seen).toContain(1);
});
