import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { issueUnprovenWork } from '../../../../test/support/issued-work.ts';
import { type SmallTree, smallTree } from '../../../../test/support/people.ts';
import { query } from '../../../kernel/db/sql.ts';

const WRITER = fileURLToPath(new URL('../../../../test/support/month-writer.ts', import.meta.url));
const ROWS = 60;
const KILLS = 10;

let place: TestTenant;
let tree: SmallTree;

beforeAll(async () => {
  place = await testTenant();
  tree = await smallTree(place);
});
afterAll(() => place.close());

const countRow = {
  revision: 'int',
  progress: 'text',
  entries: 'bigint',
  audits: 'bigint',
  past: 'bigint',
} as const;

/** What stands at each assignment, once nobody holds it any more: also what the killed program had begun is over then. */
function counted(ids: readonly string[]) {
  return place.db.transaction(async (tx) => {
    await tx.rows(query({ id: 'uuid' } as const)`
      select id from assignments_assignment where id = any(${ids}::uuid[]) order by id for update`);
    return tx.rows(query(countRow)`
      select a.revision, a.progress, (select count(*) from assignments_entry e where e.assignment_id = a.id) as entries,
        (select count(*) from kernel_audit k where k.subject_id = a.id::text) as audits,
        (select count(*) from assignments_assignment_past p where p.id = a.id) as past
      from assignments_assignment a where a.id = any(${ids}::uuid[])`);
  });
}

it('a program killed while it saves a month leaves all of it or nothing: no row of a month is ever alone, ten times in a row', async () => {
  const tasks = Array.from({ length: ROWS }, () => ({
    executors: 'chosen' as const,
    chosenUnitIds: [tree.commune],
  }));
  const { work } = await issueUnprovenWork(place, tree, tasks);
  const ids = work.filter((item) => item.unitId === tree.commune).map((item) => item.id);
  expect(ids).toHaveLength(ROWS);
  const given = {
    connection: place.appConnection,
    schema: place.tenant.schema,
    lineage: [tree.district, tree.commune],
    ids,
  };
  let saved = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', WRITER, JSON.stringify(given)],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const ended = once(child, 'exit');
    let acknowledged = 0;
    const first = Promise.withResolvers<void>();
    createInterface(child.stdout).on('line', (line) => {
      acknowledged = Number(line);
      first.resolve();
    });
    child.once('exit', () => first.reject(new Error('the writer ended by itself')));
    await first.promise;
    // Another moment each time: before, within and after what the database does.
    await new Promise((resolve) => setTimeout(resolve, kill * 7));
    child.kill('SIGKILL');
    await ended;
    const rows = await counted(ids);
    const [one] = rows;
    expect(rows).toHaveLength(ROWS);
    for (const row of rows) expect(row).toEqual(one);
    expect(one?.entries).toBe((one?.audits ?? 0) + 1);
    expect(one?.revision).toBe(one?.entries);
    expect(one?.progress).toBe('in_progress');
    // What was acknowledged is there; of what was under way, all or nothing.
    expect((one?.audits ?? 0) - saved).toBeGreaterThanOrEqual(acknowledged);
    saved = one?.audits ?? 0;
  }
}, 120_000);
