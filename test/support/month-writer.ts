import type pg from 'pg';
import { calendarDate } from '../../src/kernel/dates.ts';
import { openDatabase } from '../../src/kernel/db/database.ts';
import { query } from '../../src/kernel/db/sql.ts';
import { newId } from '../../src/kernel/ids.ts';
import { recordMany } from '../../src/modules/assignments/index.ts';
import { actorWith } from './people.ts';

// A program to be killed by tests: records a whole month of one unit again and again, each time in one transaction, and
// prints a number once the server has acknowledged it.
const given = JSON.parse(process.argv[2] ?? '') as {
  connection: pg.PoolConfig;
  schema: string;
  lineage: string[];
  ids: string[];
};
const db = openDatabase({ connection: given.connection, schema: given.schema, poolSize: 1 });
const actor = actorWith('member', given.lineage);
const unitId = given.lineage.at(-1) ?? '';
for (let n = 1; ; n++) {
  const standing = await db.rows(query({ id: 'uuid', revision: 'int' } as const)`
    select id, revision from assignments_assignment where id = any(${given.ids}::uuid[])`);
  const context = { actor, now: new Date(), requestId: newId() };
  const rows = standing.map(({ id: assignmentId, revision }) => ({
    assignmentId,
    revision,
    kind: 'start' as const,
    happenedOn: calendarDate('2024-06-20'),
    note: `Lần ${n}`,
  }));
  await db.transaction((tx) => recordMany(context, tx, { unitId, rows }));
  process.stdout.write(`${n}\n`);
}
