import {
  type ExampleEvent,
  type ExamplePerson,
  exampleExtension,
  exampleFileNames,
  exampleHistory,
  exampleIssue,
  exampleTalk,
  exampleTenant,
  readExampleFile,
  readExampleGroups,
  readExamplePeople,
  readExampleUnits,
} from '../../reference/example/index.ts';
import type { CommandContext } from '../kernel/audit.ts';
import { type Actor, type Post, systemActor } from '../kernel/authz.ts';
import { type CalendarDate, startOfVietnamDay } from '../kernel/dates.ts';
import type { Database, Tx } from '../kernel/db/database.ts';
import { newId } from '../kernel/ids.ts';
import type { Tenant } from '../kernel/tenants.ts';
import { type AssignedWork, assignedWork, recordEntry, saidBy } from '../modules/assignments/index.ts';
import { addPerson, EXAMPLE_PASSWORD, grantPost, hashPassword } from '../modules/identity/index.ts';
import { confirmImport, createPlan, issuePlan, stageImport } from '../modules/plans/index.ts';
import { defineTiers, importUnits, type Unit, unitTree } from '../modules/units/index.ts';
import { discloseExample } from './example-disclosures.ts';
import { type ExampleClaim, proveClaims } from './example-evidence.ts';
import { explainToChairman } from './example-explanations.ts';
import { enterFigures } from './example-figures.ts';
import { inspectExample } from './example-inspections.ts';
import { talkAboutWork } from './example-people.ts';
import { openPeriodsOfYear } from './example-periods.ts';
import { thinkAboutScores } from './example-scoring.ts';
import { type UnitPlanScene, unitPlanSteps, withUnitPlans } from './example-unit-plans.ts';
import './rooms.ts';
import type { System } from './system.ts';

const TIERS = ['tỉnh', 'huyện', 'xã', 'thôn'];

/** Office hours of a day in Vietnam: 9 in the morning. */
function contextAt(day: CalendarDate, actor: Actor = systemActor): CommandContext {
  return { actor, now: new Date(startOfVietnamDay(day).getTime() + 9 * 3_600_000), requestId: newId() };
}

/**
 * Makes the example tenant through the same commands that people use: units and users, the plan from the shipped files, its
 * issue on 22/01/2024, and what units and lead agencies said since. Serves nobody until all of it stands.
 */
export async function loadExample(system: System): Promise<Tenant> {
  const { today } = exampleTenant;
  const tenant = await system.tenants.create({
    slug: 'an-thi-2024',
    name: exampleTenant.name,
    isExample: true,
    standsOn: today,
  });
  const { db } = tenant;
  await db.transaction((tx) => importExampleUnits(tx));
  const units = await unitTree(db, today);
  const actors = await db.transaction((tx) => addPeople(tx, units));
  const planId = await db.transaction((tx) => importAndIssue(system, tx, units, actors));
  await replayHistory(system, db, units, actors, planId);
  await letPeopleTalk(db, units, actors, planId);
  await openPeriods(db, units, actors, planId);
  await db.transaction((tx) => enterFigures(tx, units, (unitId) => clerkOf(actors, unitId), contextAt));
  await discloseExample(db, {
    units,
    files: system.files,
    standing: someone(actors, unitOf(units, 'phong-noi-vu').id, ['standing']),
    peopleOf: (unitId) => actors.get(unitId) ?? [],
    at: contextAt,
  });
  await db.transaction((tx) =>
    thinkAboutScores(tx, {
      standing: someone(actors, unitOf(units, 'phong-noi-vu').id, ['standing']),
      unitId: (key) => unitOf(units, key).id,
      writerOf: (key) => someone(actors, unitOf(units, key).id, ['lead', 'leader', 'member']),
      at: contextAt,
    }),
  );
  await inspectExample(db, {
    units,
    files: system.files,
    headOf: (unitId) => someone(actors, unitId, DOERS),
    at: contextAt,
  });
  await db.transaction((tx) =>
    explainToChairman(tx, {
      planId,
      chairman: someone(actors, unitOf(units, exampleTenant.rootUnitKey).id, ['leader']),
      unitId: (key) => unitOf(units, key).id,
      headOf: (key) => someone(actors, unitOf(units, key).id, ['leader', 'member']),
      at: contextAt,
    }),
  );
  return system.tenants.markReady(tenant);
}

async function importExampleUnits(tx: Tx): Promise<void> {
  const context = contextAt(exampleTenant.today);
  await defineTiers(context, tx, { names: TIERS });
  const bytes = new TextEncoder().encode(
    JSON.stringify({ units: readExampleUnits(), groups: readExampleGroups() }),
  );
  await importUnits(context, tx, { fileName: 'units.json', bytes });
}

/** Who acts in the example, by unit: each with the person and all posts held today. */
type Actors = ReadonlyMap<string, readonly Actor[]>;

async function addPeople(tx: Tx, units: readonly Unit[]): Promise<Actors> {
  const byKey = new Map(units.map((unit) => [unit.key, unit]));
  const actors = new Map<string, Actor[]>();
  // One hash for all: 82 hashes of the one published password would cost seconds and protect nothing.
  const passwordHash = await hashPassword(EXAMPLE_PASSWORD);
  for (const person of readExamplePeople()) {
    const { username, fullName, email } = person;
    const added = await addPerson(contextAt(exampleTenant.today), tx, {
      username,
      email,
      fullName,
      passwordHash,
      mustChangePassword: false,
    });
    const posts: Post[] = [];
    for (const held of person.posts) {
      const unit = byKey.get(held.unitKey);
      if (!unit) throw new Error(`example person ${username} holds a post in no unit: ${held.unitKey}`);
      const { title, role, from, to, acting } = held;
      const { postId } = await grantPost(contextAt(exampleTenant.today), tx, {
        personId: added.personId,
        unitId: unit.id,
        title,
        role,
        from,
        to,
        acting,
      });
      posts.push({
        postId,
        role,
        title,
        unitId: unit.id,
        unitName: unit.name,
        lineage: unit.lineage,
        acting,
        carries: [],
      });
    }
    rememberActors(actors, person, added.personId, posts);
  }
  return actors;
}

function rememberActors(
  actors: Map<string, Actor[]>,
  person: ExamplePerson,
  personId: string,
  posts: readonly Post[],
): void {
  for (const post of posts) {
    const actor: Actor = { personId, name: person.fullName, posts, current: post, scopes: null };
    actors.set(post.unitId, [...(actors.get(post.unitId) ?? []), actor]);
  }
}

async function importAndIssue(
  system: System,
  tx: Tx,
  units: readonly Unit[],
  actors: Actors,
): Promise<string> {
  const issuer = unitOf(units, exampleIssue.issuerKey);
  const drafter = someone(actors, unitOf(units, 'phong-noi-vu').id, ['standing']);
  const context = contextAt(exampleIssue.issuedOn, drafter);
  const parent = exampleIssue.parentPlan;
  const planId = await createPlan(context, tx, {
    unitId: issuer.id,
    title: 'Nâng cao hiệu quả quản trị và hành chính công huyện Ân Thi năm 2024',
    year: exampleIssue.year,
    number: null,
    parentPlanId: null,
    parentCitation: `Kế hoạch số ${parent.number} ngày 26/12/2023 của UBND tỉnh Hưng Yên`,
    regularPeriod: 'half',
    unitPlanWithin: 15,
  });
  const files = [exampleFileNames.body, exampleFileNames.annexSheet].map((name) => ({
    name,
    bytes: readExampleFile(name),
  }));
  const importId = await stageImport(context, tx, { planId, files }, system.files);
  await confirmImport(context, tx, { planId, importId }, system.files);
  const signer = readExamplePeople().find((person) => person.username === exampleIssue.signerUsername);
  await issuePlan(context, tx, {
    planId,
    number: exampleIssue.number,
    issuedOn: exampleIssue.issuedOn,
    signerName: signer?.fullName ?? '',
    signerTitle: 'Chủ tịch',
  });
  return planId;
}

const LANES = 4;
const DOERS = ['member', 'lead', 'leader', 'front', 'council', 'standing'];

/** Replays what was said up to the example's day: units claim, whoever is responsible accepts or returns. */
async function replayHistory(
  system: System,
  db: Database,
  units: readonly Unit[],
  actors: Actors,
  planId: string,
): Promise<void> {
  const keys = new Map(units.map((unit) => [unit.id, unit.key]));
  const root = unitOf(units, exampleTenant.rootUnitKey);
  const standing = someone(actors, unitOf(units, 'phong-noi-vu').id, ['standing']);
  // The standing agency accepts for the committee; what it did itself, the committee's leader accepts.
  const acceptorOf = (item: AssignedWork): Actor => {
    if (item.acceptingUnitId !== root.id) return someone(actors, item.acceptingUnitId, ['lead', 'standing']);
    return item.unitId === standing.current?.unitId ? someone(actors, root.id, ['leader']) : standing;
  };
  const work = await assignedWork(db, planId);
  const history = exampleHistory(
    work.map((item) => ({
      unitKey: keys.get(item.unitId) ?? '',
      taskCode: item.code,
      occurrence: item.occurrence,
      dueOn: item.dueOn,
    })),
  );
  const scene: UnitPlanScene = {
    planId,
    today: exampleTenant.today,
    keyOf: (unitId) => keys.get(unitId) ?? '',
    peopleOf: (unitId) => actors.get(unitId) ?? [],
    standing,
    at: contextAt,
  };
  const events = withUnitPlans(history, work, scene);
  const saidOf = (item: AssignedWork, { kind, happenedOn }: ExampleEvent): CommandContext =>
    contextAt(happenedOn, saidBy(kind) === 'doer' ? someone(actors, item.unitId, DOERS) : acceptorOf(item));
  const say = async (tx: Tx, event: ExampleEvent): Promise<void> => {
    const item = work[event.assignmentIndex];
    if (!item) return;
    const { kind, happenedOn, note } = event;
    const quantity = kind === 'claim' ? countIn(note) : null;
    const entry = { assignmentId: item.id, kind, happenedOn, note, quantity };
    await recordEntry(saidOf(item, event), tx, entry);
  };
  // A claim returned and made again rests on the evidence of the first.
  const firstClaims = new Map<string, ExampleClaim>();
  for (const event of events) {
    const item = work[event.assignmentIndex];
    if (!item || event.kind !== 'claim' || firstClaims.has(item.id)) continue;
    const types = item.products.map(({ type }) => type);
    firstClaims.set(item.id, { assignmentId: item.id, types, said: saidOf(item, event) });
  }
  await db.transaction((tx) =>
    proveClaims(contextAt(exampleTenant.today), tx, [...firstClaims.values()], system.files),
  );
  // What concerns one unit keeps its order within its lane; lanes go side by side, so nobody waits for a network.
  const laneOf = new Map([...keys.keys()].sort().map((id, index) => [id, index % LANES]));
  const happenings = [
    ...(await unitPlanSteps(db, scene)),
    ...events.map((event) => ({
      on: event.happenedOn,
      unitId: work[event.assignmentIndex]?.unitId ?? '',
      isAlone: false,
      run: (tx: Tx) => say(tx, event),
    })),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  await Promise.all(
    Array.from({ length: LANES }, (_, lane) =>
      runLane(
        db,
        happenings.filter((one) => laneOf.get(one.unitId) === lane),
      ),
    ),
  );
}

interface Happening {
  /** Holds something that other lanes need too: it is committed by itself. */
  readonly isAlone: boolean;
  run(tx: Tx): Promise<void>;
}

/** One after the other, as many in one transaction as may be. */
async function runLane(db: Database, lane: readonly Happening[]): Promise<void> {
  let together: Happening[] = [];
  const settle = async (): Promise<void> => {
    const batch = together;
    together = [];
    if (batch.length === 0) return;
    await db.transaction(async (tx) => {
      for (const one of batch) await one.run(tx);
    });
  };
  for (const one of lane) {
    if (one.isAlone) await settle();
    together.push(one);
    if (one.isAlone) await settle();
  }
  await settle();
}

async function letPeopleTalk(
  db: Database,
  units: readonly Unit[],
  actors: Actors,
  planId: string,
): Promise<void> {
  const { id: unitId } = unitOf(units, exampleTalk.unitKey);
  const [head, clerk] = actors.get(unitId) ?? [];
  if (!head || !clerk) return;
  const standing = someone(actors, unitOf(units, 'phong-noi-vu').id, ['standing']);
  const work = (await assignedWork(db, planId)).filter((one) => one.unitId === unitId);
  await db.transaction((tx) => talkAboutWork(tx, work, { head, clerk, standing }, contextAt));
}

async function openPeriods(
  db: Database,
  units: readonly Unit[],
  actors: Actors,
  planId: string,
): Promise<void> {
  const { id: unitId } = unitOf(units, exampleExtension.unitKey);
  const standing = someone(actors, unitOf(units, 'phong-noi-vu').id, ['standing']);
  const clerk = someone(actors, unitId, ['member']);
  await db.transaction((tx) => openPeriodsOfYear(tx, planId, { standing, clerk, unitId }, contextAt));
}

/** Who enters a unit's figures: the last of its people that the example names; the operator where it names nobody. */
function clerkOf(actors: Actors, unitId: string): Actor {
  const here = actors.get(unitId) ?? [];
  return here.findLast((actor) => DOERS.includes(actor.current?.role ?? '')) ?? systemActor;
}

/** The first number that a note tells, for work that is counted; one where it tells none. */
function countIn(note: string): number {
  return Number(/\d+/.exec(note)?.[0] ?? 1);
}

function unitOf(units: readonly Unit[], key: string): Unit {
  const unit = units.find((one) => one.key === key);
  if (!unit) throw new Error(`the example has no unit ${key}`);
  return unit;
}

/** Somebody of the unit with one of the roles; the operator where the example names nobody. */
function someone(actors: Actors, unitId: string, roles: readonly string[]): Actor {
  const here = actors.get(unitId) ?? [];
  return here.find((actor) => actor.current !== null && roles.includes(actor.current.role)) ?? systemActor;
}
