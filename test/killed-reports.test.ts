import { afterAll, beforeAll, expect, it } from 'vitest';
import { query } from '../src/kernel/db/sql.ts';
import { approveReport, returnReport } from '../src/modules/reports/index.ts';
import { type TestTenant, testTenant } from './support/database.ts';
import { killAll, postAt, type Session, serve, signInAt } from './support/killable-server.ts';
import { personWithPost, TEST_PASSWORD } from './support/people.ts';
import {
  beginHalf,
  halfYearOfWork,
  type ReportWorld,
  reportWorld,
  signedReport,
  writeMissing,
} from './support/report-world.ts';

const ROUNDS = 12;
const DAY = '2024-07-02';
const NOW = new Date(`${DAY}T10:00:00+07:00`);

let place: TestTenant;
let world: ReportWorld;
let session: Session;
let id: string;

beforeAll(async () => {
  place = await testTenant();
  world = await reportWorld(place);
  await halfYearOfWork(place, world);
  await personWithPost(place, 'xa.mot', { unitId: world.tree.commune, role: 'member' });
  id = await beginHalf(world, DAY);
  await writeMissing(place, world, id, DAY);
  await approve();
});
afterAll(async () => {
  await killAll();
  await place.close();
});

const approve = (): Promise<void> =>
  world.on(DAY, world.head, (context, tx) => approveReport(context, tx, signedReport(id, DAY)));

async function submit(url: string): Promise<boolean> {
  return (await postAt(url, `/bao-cao/${id}/gui`, session, {}))?.status === 303;
}

/** What must hold after any death: the fact, the document, the receipt, the notice and the audit are there together or not at all. */
async function submissionsOnRecord(): Promise<number> {
  const [row] = await place.db.rows(query({
    events: 'int',
    versions: 'int',
    receipts: 'int',
    lastReceipt: 'int?',
    notices: 'int',
    audits: 'int',
  } as const)`
    select (select count(*)::integer from reports_event where kind = 'submitted') as events,
      (select count(*)::integer from reports_version) as versions,
      (select count(distinct receipt_number)::integer from reports_version) as receipts,
      (select max(last) from reports_receipt_count) as "lastReceipt",
      (select count(*)::integer from notices_notice where kind = 'report_submitted') as notices,
      (select count(*)::integer from kernel_audit where event = 'reports.submitted') as audits`);
  const n = row?.versions ?? 0;
  expect(row).toEqual({
    events: n,
    versions: n,
    receipts: n,
    lastReceipt: n === 0 ? null : n,
    notices: n,
    audits: n,
  });
  return n;
}

/** Gives back what was submitted and confirms it anew, so that it can be submitted again. */
async function giveBack(): Promise<void> {
  await world.on(DAY, world.standing, (context, tx) =>
    returnReport(context, tx, { reportId: id, reason: 'Gửi lại' }),
  );
  await approve();
}

it('a server killed at any moment of a submission leaves all of it or nothing, and no receipt is missing', {
  timeout: 240_000,
}, async () => {
  const first = await serve(place, NOW);
  session = await signInAt(first.url, 'xa.mot', TEST_PASSWORD);
  const started = performance.now();
  expect(await submit(first.url)).toBe(true);
  const usual = performance.now() - started;
  await first.kill();
  let recorded = await submissionsOnRecord();
  expect(recorded).toBe(1);
  await giveBack();
  let cut = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const server = await serve(place, NOW);
    const answer = submit(server.url);
    await new Promise((resolve) => setTimeout(resolve, (usual * (round + 0.5)) / ROUNDS));
    await server.kill();
    const acknowledged = await answer;
    if (!acknowledged) cut += 1;
    const now = await settled(recorded);
    expect(now - recorded).toBeLessThanOrEqual(1);
    if (acknowledged) expect(now).toBe(recorded + 1);
    if (now > recorded) await giveBack();
    recorded = now;
  }
  expect(cut).toBeGreaterThan(0);
});

/** The database needs a moment to see that the killed process is gone: a commit on its way arrives, or its locks fall. */
async function settled(before: number): Promise<number> {
  await place.db.transaction((tx) =>
    tx.rows(query({ id: 'uuid' } as const)`select id from reports_report order by id for update`),
  );
  const now = await submissionsOnRecord();
  expect(now).toBeGreaterThanOrEqual(before);
  return now;
}
