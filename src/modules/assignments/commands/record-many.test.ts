import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { issueUnprovenWork, proveWork } from '../../../../test/support/issued-work.ts';
import { actorWith, type SmallTree, smallTree } from '../../../../test/support/people.ts';
import type { Actor } from '../../../kernel/authz.ts';
import { type CalendarDate, calendarDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { AppError, type ErrorType } from '../../../kernel/errors.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { assignmentErrors } from '../errors.ts';
import { type ManyRecorded, manyRecorded } from '../events.ts';
import { recordEntry } from './record-entry.ts';
import { recordMany } from './record-many.ts';

let place: TestTenant;
let tree: SmallTree;
let commune: Actor;
let told: ManyRecorded[];

manyRecorded.on(async (_context, _tx, recorded) => {
  told.push(recorded);
});

beforeAll(async () => {
  place = await testTenant();
  tree = await smallTree(place);
  commune = actorWith('member', [tree.district, tree.commune]);
  told = [];
});
afterAll(() => place.close());

const TODAY = calendarDate('2024-06-24');

/** Ids of fresh work of the commune, `count` pieces, with evidence or without. */
async function work(count: number, proven = true): Promise<string[]> {
  const tasks = Array.from({ length: count }, () => ({
    executors: 'chosen' as const,
    chosenUnitIds: [tree.commune],
  }));
  const issued = await issueUnprovenWork(place, tree, tasks);
  const ids = issued.work.filter((item) => item.unitId === tree.commune).map((item) => item.id);
  if (proven) await proveWork(place, ids);
  return ids;
}

interface RowGiven {
  readonly kind?: 'start' | 'claim';
  readonly revision?: number;
  readonly happenedOn?: CalendarDate;
  readonly note?: string;
}

const rowOf = (assignmentId: string, given: RowGiven = {}) => ({
  assignmentId,
  revision: 1,
  kind: 'claim' as const,
  happenedOn: TODAY,
  note: 'Đã làm',
  quantity: null,
  ...given,
});

const record = (rows: ReturnType<typeof rowOf>[], actor = commune, unitId = tree.commune) =>
  place.db.transaction((tx) => recordMany(place.context(actor), tx, { unitId, rows }));

async function refusal(act: Promise<unknown>): Promise<AppError> {
  try {
    await act;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

const stateRow = {
  progress: 'text',
  doneOn: 'date?',
  quantity: 'numeric?',
  clockKind: 'text?',
  clockDueOn: 'date?',
  clockVi: 'text?',
  revision: 'int',
  entries: 'bigint',
  past: 'bigint',
  audits: 'bigint',
} as const;

const stateOf = (ids: readonly string[]) =>
  place.db.rows(query(stateRow)`
    select a.progress, a.done_on as "doneOn", a.quantity, a.clock_kind as "clockKind", a.clock_due_on as "clockDueOn",
      a.clock_explained_vi as "clockVi", a.revision,
      (select count(*) from assignments_entry e where e.assignment_id = a.id) as entries,
      (select count(*) from assignments_assignment_past p where p.id = a.id) as past,
      (select count(*) from kernel_audit k where k.subject_id = a.id::text) as audits
    from assignments_assignment a where a.id = any(${ids}::uuid[]) order by a.id`);

describe('recording a whole month', () => {
  it('leaves each assignment exactly as if it had been recorded alone', async () => {
    const together = (await work(4)).sort();
    const alone = (await work(4)).sort();
    const given: RowGiven[] = [
      { kind: 'claim', happenedOn: calendarDate('2024-06-20') },
      { kind: 'start', note: '' },
      { kind: 'claim' },
      { kind: 'start', happenedOn: calendarDate('2024-06-01') },
    ];
    const outcome = await record(together.map((id, index) => rowOf(id, given[index])));
    for (const [index, id] of alone.entries())
      await place.db.transaction((tx) => recordEntry(place.context(commune), tx, rowOf(id, given[index])));
    expect(await stateOf(together)).toEqual(await stateOf(alone));
    expect(outcome).toEqual({ started: 2, claimed: 2 });
    expect(
      told
        .at(-1)
        ?.entries.map((entry) => entry.assignmentId)
        .sort(),
    ).toEqual(together);
  });

  it('names every row that cannot be recorded with what is wrong, and saves nothing', async () => {
    const [proven = '', changed = '', done = '', future = ''] = await work(4);
    const [bare = ''] = await work(1, false);
    await place.db.transaction((tx) =>
      recordEntry(place.context(commune), tx, rowOf(changed, { kind: 'start' })),
    );
    await place.db.transaction((tx) => recordEntry(place.context(commune), tx, rowOf(done)));
    const ids = [proven, changed, done, future, bare];
    const before = await stateOf(ids);
    const error = await refusal(
      record([
        rowOf(proven),
        rowOf(changed),
        rowOf(done, { revision: 2 }),
        rowOf(future, { happenedOn: calendarDate('2024-06-25') }),
        rowOf(bare),
      ]),
    );
    expect(error.type).toBe(assignmentErrors.rows_changed);
    expect(error.params).toEqual({ n: 4 });
    const said: [string, ErrorType][] = [
      [`what.${changed}`, assignmentErrors.changed_meanwhile],
      [`what.${done}`, assignmentErrors.not_possible],
      [`day.${future}`, assignmentErrors.future_day],
      [`what.${bare}`, assignmentErrors.evidence_missing],
    ];
    for (const [field, message] of said)
      expect(error.fields).toContainEqual(expect.objectContaining({ field, message }));
    expect(error.fields).toHaveLength(4);
    expect(await stateOf(ids)).toEqual(before);
    expect((await refusal(record([rowOf(bare)]))).type).toBe(assignmentErrors.rows_refused);
  });

  it('of two people who save the same month, the second is told which rows were changed; nothing is lost', async () => {
    const ids = await work(3);
    const both = await Promise.allSettled([
      record(ids.map((id) => rowOf(id))),
      record(ids.map((id) => rowOf(id))),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    const error = both.find((one) => one.status === 'rejected')?.reason as AppError;
    expect(error.type).toBe(assignmentErrors.rows_changed);
    expect(error.fields).toHaveLength(3);
    expect((await stateOf(ids)).map((row) => row.entries)).toEqual([2, 2, 2]);
  });

  it('is for the people of the unit alone, about its own work alone', async () => {
    const [id = ''] = await work(1);
    const lead = actorWith('lead', [tree.district, tree.office]);
    expect((await refusal(record([rowOf(id)], lead))).type).toBe(kernelErrors.forbidden);
    const other = actorWith('member', [tree.district, tree.otherCommune]);
    expect((await refusal(record([rowOf(id)], other))).type).toBe(assignmentErrors.not_found);
    expect((await refusal(record([rowOf(id)], commune, tree.otherCommune))).type).toBe(
      assignmentErrors.several_units,
    );
    expect((await refusal(record([rowOf(id), rowOf(id)]))).type).toBe(assignmentErrors.several_units);
  });

  it('takes the same number of statements for one row and for many', async () => {
    const counting = async (ids: readonly string[]): Promise<number> => {
      let statements = 0;
      await place.db.transaction(async (tx) => {
        const noted = <A extends unknown[], R>(run: (...given: A) => R) => {
          return (...given: A): R => {
            statements += 1;
            return run(...given);
          };
        };
        const counted = {
          ...tx,
          rows: noted(tx.rows),
          row: noted(tx.row),
          one: noted(tx.one),
          run: noted(tx.run),
        };
        const rows = ids.map((id) => rowOf(id));
        await recordMany(place.context(commune), counted as Tx, { unitId: tree.commune, rows });
      });
      return statements;
    };
    expect(await counting(await work(12))).toBe(await counting(await work(1)));
  });
});
