import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemActor } from '../src/kernel/authz.ts';
import { calendarDate } from '../src/kernel/dates.ts';
import { query } from '../src/kernel/db/sql.ts';
import { workSnapshot } from '../src/main/snapshots.ts';
import { recordEntry } from '../src/modules/assignments/index.ts';
import { makeYear, type Period, periodsOf } from '../src/modules/periods/index.ts';
import { snapshotSources } from '../src/modules/periods/snapshot-sources.ts';
import '../src/main/rooms.ts';
import { type TestTenant, testTenant } from './support/database.ts';
import { issueWork } from './support/issued-work.ts';
import { actorWith, smallTree } from './support/people.ts';

const ROUNDS = 10;
const YEARS = [2021, 2022, 2023, 2024, 2025];
const TAKER = fileURLToPath(new URL('./support/snapshot-taker.ts', import.meta.url));

let place: TestTenant;
const periods: Period[] = [];

beforeAll(async () => {
  place = await testTenant();
  const tree = await smallTree(place);
  const { work } = await issueWork(
    place,
    tree,
    Array.from({ length: 60 }, () => ({
      executors: 'chosen' as const,
      chosenUnitIds: [tree.commune],
      leadUnitId: tree.office,
    })),
  );
  const clerk = actorWith('member', [tree.district, tree.commune]);
  const own = work.filter(({ unitId }) => unitId === tree.commune);
  await place.db.transaction(async (tx) => {
    for (const [index, { id: assignmentId }] of own.entries()) {
      // Each month something more is reported, so that no two cut-offs hold the same.
      const now = new Date(Date.UTC(2024, 6 + (index % 12), 3));
      const input = { assignmentId, kind: 'claim', happenedOn: calendarDate('2024-06-20') } as const;
      await recordEntry({ ...place.context(clerk), now }, tx, input);
    }
    for (const year of YEARS)
      await makeYear(place.context(systemActor), tx, {
        year,
        kinds: ['month', 'quarter', 'half', 'year'],
        regime: 'calendar_year',
        dueWithin: 4,
        lockWithin: 5,
      });
  });
  for (const year of YEARS) periods.push(...(await periodsOf(place.db, year)));
});
afterAll(() => place.close());

interface Taken {
  readonly ms: number;
  readonly finished: boolean;
}

/** Runs the taker, killed with SIGKILL `killAfter` milliseconds after it began unless it was done before. */
async function take(killAfter?: number): Promise<Taken> {
  const { owner, appConnection: app } = place;
  const options = { owner, app, appRole: app.user, poolSize: 2, now: '2026-06-01T00:00:00Z' };
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', TAKER], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, SNAPSHOT_OPTIONS: JSON.stringify(options) },
  });
  const ended = once(child, 'exit');
  const lines = createInterface(child.stdout);
  await once(lines, 'line');
  const began = performance.now();
  let finished = false;
  lines.on('line', () => {
    finished = true;
  });
  if (killAfter !== undefined) {
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, killAfter))]);
    child.kill('SIGKILL');
  }
  await ended;
  return { ms: performance.now() - began, finished };
}

const stored = () =>
  place.db.rows(query({
    periodId: 'uuid',
    snapshots: 'int',
    parts: 'int',
    audited: 'int',
    hash: 'text?',
  } as const)`
    select s.period_id as "periodId", count(distinct s.id)::integer as snapshots, count(p.source)::integer as parts,
      (select count(*)::integer from kernel_audit a where a.event = 'periods.snapshot_taken'
        and a.subject_id = s.period_id::text) as audited,
      max(p.hash) filter (where p.source = 'assignments') as hash
    from periods_snapshot s left join periods_snapshot_part p on p.snapshot_id = s.id
    group by s.period_id order by s.period_id`);

/** Every snapshot that stands stands once, with all its parts and its entry in the audit. */
async function expectWhole(): Promise<number> {
  const rows = await stored();
  for (const { snapshots, parts, audited } of rows)
    expect({ snapshots, parts, audited }).toEqual({
      snapshots: 1,
      parts: snapshotSources().length,
      audited: 1,
    });
  return rows.length;
}

it('cut-offs taken by a process that is killed at any moment stand once and whole after the restart', {
  timeout: 240_000,
}, async () => {
  expect(periods).toHaveLength(19 * YEARS.length);
  const counts: number[] = [];
  let killed = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const { finished } = await take(12 + round * 6);
    if (!finished) killed += 1;
    counts.push(await expectWhole());
  }
  expect(killed).toBeGreaterThan(0);
  expect(counts).toEqual([...counts].sort((a, b) => a - b));
  expect((await take()).finished).toBe(true);
  expect(await expectWhole()).toBe(periods.length);
  // What was taken is what a reading made now, in peace, finds for the same instant.
  const hashes = new Map((await stored()).map(({ periodId, hash }) => [periodId, hash]));
  for (const period of periods) {
    const [peaceful] = await place.db.transaction(async (tx) => [
      await workSnapshot.take(tx, new Date(0), period),
    ]);
    expect(hashes.get(period.id)).toBe(peaceful?.hash);
  }
  expect(new Set(hashes.values()).size).toBeGreaterThan(10);
});
