import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { issueWork } from '../../../../test/support/issued-work.ts';
import { actorWith, type SmallTree, smallTree } from '../../../../test/support/people.ts';
import type { CommandContext } from '../../../kernel/audit.ts';
import { systemActor } from '../../../kernel/authz.ts';
import {
  addDays,
  type CalendarDate,
  calendarDate,
  endOfDay,
  startOfVietnamDay,
} from '../../../kernel/dates.ts';
import { query } from '../../../kernel/db/sql.ts';
import { newId } from '../../../kernel/ids.ts';
import { computeDeadline, shippedCalendar } from '../../calendar/index.ts';
import { recordEntry } from '../commands/record-entry.ts';
import { ENTRY_KINDS, needsReason, progressAfter, saidBy } from '../domain/progress.ts';
import { type ReplayedEntry, replay } from '../domain/replay.ts';
import type { Progress } from '../domain/state.ts';
import { storeMovedDues } from '../store-dues.ts';
import { itemById } from './item.ts';
import { workOf } from './source-sql.ts';

let place: TestTenant;
let tree: SmallTree;

beforeAll(async () => {
  place = await testTenant();
  tree = await smallTree(place);
});
afterAll(() => place.close());

const FIRST = calendarDate('2024-02-01');
const LAST = addDays(FIRST, 12);

const storedRow = {
  progress: 'text',
  doneOn: 'date?',
  dueOn: 'date?',
  quantity: 'numeric?',
  overrideState: 'text?',
} as const;

type Stored = Awaited<ReturnType<typeof stored>>;

function stored(id: string, asOf: CalendarDate | null) {
  return place.db.row(query(storedRow)`
    select a.progress, a.done_on as "doneOn", a.due_on as "dueOn", a.quantity, a.override_state as "overrideState"
    from ${workOf({ asOf })} where a.id = ${id}`);
}

function at(day: CalendarDate, actor: CommandContext['actor'], minute: number): CommandContext {
  const now = new Date(startOfVietnamDay(day).getTime() + 9 * 3_600_000 + minute * 60_000);
  return { actor, now, requestId: newId() };
}

/** What may happen: something is said, spoken of a day up to some days back, or the due moves. */
const act = fc.record({
  after: fc.integer({ min: 0, max: 3 }),
  back: fc.integer({ min: 0, max: 4 }),
  kind: fc.constantFrom(...ENTRY_KINDS, 'move' as const),
  quantity: fc.option(fc.integer({ min: 0, max: 500 })),
});

describe('a day of the past', () => {
  it('reads as it stood: whatever was said later, the row of each day equals what was stored at its end, and replaying the entries recorded by then gives the same', async () => {
    const doer = actorWith('member', [tree.district, tree.commune]);
    const acceptor = actorWith('lead', [tree.district, tree.office]);
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 14 }), async (acts) => {
        const { work } = await issueWork(place, tree, undefined, at(FIRST, systemActor, 0));
        const id = work.find((item) => item.unitId === tree.commune)?.id ?? '';
        const seen = new Map<CalendarDate, Stored>();
        let today = FIRST;
        let minute = 1;
        for (const one of acts) {
          for (let passed = 0; passed < one.after && today < LAST; passed++) {
            seen.set(today, await stored(id, null));
            today = addDays(today, 1);
          }
          minute += 1;
          await happen(id, one, today, minute, { doer, acceptor });
        }
        for (; today < LAST; today = addDays(today, 1)) seen.set(today, await stored(id, null));
        for (const [day, was] of seen) {
          expect(await stored(id, day), day).toEqual(was);
          expect(await replayed(id, day), day).toEqual(
            was && { ...was, quantity: was.quantity === null ? null : Number(was.quantity) },
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  it('before the plan was issued nothing stands', async () => {
    const { work } = await issueWork(place, tree, undefined, at(FIRST, systemActor, 0));
    const day = addDays(FIRST, -1);
    const reading = { today: day, soonUntil: addDays(day, 7), asOf: day };
    expect(await itemById(place.db, work[0]?.id ?? '', reading)).toBeUndefined();
  });

  it('nothing of the past can be changed or removed', async () => {
    const change = (text: string) => place.db.pool.query(text);
    await expect(change('update assignments_assignment_past set progress = progress')).rejects.toThrow(
      /never/,
    );
    await expect(change('delete from assignments_assignment_past')).rejects.toThrow(/never/);
    await expect(change('delete from assignments_assignment')).rejects.toThrow(/never/);
  });
});

async function happen(
  id: string,
  {
    kind,
    back,
    quantity,
  }: { kind: (typeof ENTRY_KINDS)[number] | 'move'; back: number; quantity: number | null },
  today: CalendarDate,
  minute: number,
  who: { doer: CommandContext['actor']; acceptor: CommandContext['actor'] },
): Promise<void> {
  const before = await stored(id, null);
  if (kind === 'move') {
    const deadline = computeDeadline(
      { v: 1, type: 'by', date: addDays(today, back * 10) },
      shippedCalendar(),
    );
    await place.db.transaction((tx) =>
      storeMovedDues(
        at(today, systemActor, minute),
        tx,
        [{ id, from: before?.dueOn ?? null, deadline }],
        'amendment',
      ),
    );
    return;
  }
  if (progressAfter((before?.progress ?? 'none') as Progress, kind) === undefined) return;
  const actor = saidBy(kind) === 'doer' ? who.doer : who.acceptor;
  await place.db.transaction((tx) =>
    recordEntry(at(today, actor, minute), tx, {
      assignmentId: id,
      kind,
      happenedOn: addDays(today, -back),
      note: needsReason(kind) ? 'Vì chưa đủ' : '',
      quantity: saidBy(kind) === 'doer' ? quantity : null,
    }),
  );
}

async function replayed(id: string, day: CalendarDate) {
  const rows = await place.db.rows(query({
    kind: 'text',
    happenedOn: 'date',
    quantity: 'numeric?',
    details: 'json?',
  } as const)`
    select kind, happened_on as "happenedOn", quantity, details from assignments_entry
    where assignment_id = ${id} and recorded_at < ${endOfDay(day)} order by seq`);
  const entries = rows.map((row) => ({
    ...row,
    quantity: row.quantity === null ? null : Number(row.quantity),
  }));
  const { progress, doneOn, dueOn, quantity, override } = replay(entries as ReplayedEntry[]);
  return { progress, doneOn, dueOn, quantity, overrideState: override?.state ?? null };
}
