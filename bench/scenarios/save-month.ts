import pg from 'pg';
import type { Actor } from '../../src/kernel/authz.ts';
import { query } from '../../src/kernel/db/sql.ts';
import { newId } from '../../src/kernel/ids.ts';
import { recordMany } from '../../src/modules/assignments/index.ts';
import '../../src/main/rooms.ts';
import { STANDS_ON } from '../support/fill.ts';
import type { BenchTenant } from '../support/tenant.ts';

const ROWS = 200;
const ROUNDS = 7;

export interface SaveMonthResult {
  readonly rows: number;
  /** One save with its commit, and the same writes by SQL alone with theirs; medians of seven. */
  readonly saveMs: number;
  readonly bareMs: number;
}

/** What the database has to do at the least: hold the rows, append, change each (its past is kept by triggers), audit. */
const BARE = `
  begin;
  select 1 from assignments_assignment where id = any($1::uuid[]) order by id for update;
  insert into assignments_entry (id, assignment_id, kind, happened_on, recorded_at, person_name, unit_id)
    select gen_random_uuid(), id, 'start', '${STANDS_ON}', now(), 'x', unit_id from assignments_assignment where id = any($1::uuid[]);
  update assignments_assignment set progress = 'in_progress', progress_at = now(), changed_at = now() where id = any($1::uuid[]);
  insert into kernel_audit (id, at, event, actor_name, subject_type, subject_id, request_id)
    select gen_random_uuid(), now(), 'assignments.recorded', 'x', 'assignment', id::text, 'x' from unnest($1::uuid[]) as r (id);
  commit;`;

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** A unit's 200 rows saved together, beside the bare SQL of the same run. */
export async function saveMonth(bench: BenchTenant): Promise<SaveMonthResult> {
  const { tenant, filled } = bench;
  const work = await tenant.db.rows(query({ id: 'uuid' } as const)`
    select id from assignments_assignment where unit_id = ${filled.communeId} and progress in ('none', 'in_progress')
    order by due_sort, id limit ${ROWS}`);
  const ids = work.map(({ id }) => id);
  const post = {
    postId: newId(),
    role: 'member',
    title: 'Công chức',
    unitId: filled.communeId,
    unitName: 'UBND xã',
    lineage: [filled.rootId, filled.communeId],
    acting: false,
    carries: [],
  };
  const actor: Actor = {
    personId: newId(),
    name: 'Nguyễn Văn Mẫu',
    posts: [post],
    current: post,
    scopes: null,
  };
  const client = new pg.Client(bench.connections.owner);
  await client.connect();
  try {
    await client.query(`set search_path = ${client.escapeIdentifier(tenant.schema)}, public`);
    const bareText = BARE.replaceAll('$1::uuid[]', `'{${ids.join(',')}}'::uuid[]`);
    const saved: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const standing = await tenant.db.rows(query({ id: 'uuid', revision: 'int' } as const)`
        select id, revision from assignments_assignment where id = any(${ids}::uuid[])`);
      const rows = standing.map(({ id: assignmentId, revision }) => ({
        assignmentId,
        revision,
        kind: 'start' as const,
        happenedOn: tenant.clock.today(),
        note: 'Đã triển khai đến các thôn',
      }));
      const context = { actor, now: tenant.clock.now(), requestId: newId() };
      saved.push(
        await timed(() =>
          tenant.db.transaction((tx) => recordMany(context, tx, { unitId: filled.communeId, rows })),
        ),
      );
      bare.push(await timed(() => client.query(bareText)));
    }
    return { rows: ids.length, saveMs: median(saved), bareMs: median(bare) };
  } finally {
    await client.end();
  }
}
