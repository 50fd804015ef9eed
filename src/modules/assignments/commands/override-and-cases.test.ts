import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { issueWork } from '../../../../test/support/issued-work.ts';
import { actorWith, type SmallTree, smallTree } from '../../../../test/support/people.ts';
import type { Actor } from '../../../kernel/authz.ts';
import { calendarDate } from '../../../kernel/dates.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { AppError } from '../../../kernel/errors.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { assignmentErrors } from '../errors.ts';
import { itemById } from '../queries/item.ts';
import { openOccurrence } from './open-occurrence.ts';
import { overrideState } from './override-state.ts';
import { recordEntry } from './record-entry.ts';

let place: TestTenant;
let tree: SmallTree;
let dated: string;
let waiting: string;
let commune: Actor;
let lead: Actor;

const today = { today: calendarDate('2024-06-24'), soonUntil: calendarDate('2024-07-01'), asOf: null };

beforeAll(async () => {
  place = await testTenant();
  tree = await smallTree(place);
  const chosen = { executors: 'chosen', chosenUnitIds: [tree.commune] } as const;
  const { work } = await issueWork(place, tree, [
    { ...chosen, due: { v: 1, type: 'date', on: calendarDate('2024-06-20') } },
    {
      ...chosen,
      due: { v: 1, type: 'event', event: 'Khi có phản ánh', within: { amount: 10, unit: 'wd' } },
    },
  ]);
  const own = work.filter((item) => item.unitId === tree.commune);
  dated = own.find((item) => item.code === '1.1')?.id ?? '';
  waiting = own.find((item) => item.code === '1.2')?.id ?? '';
  commune = actorWith('member', [tree.district, tree.commune]);
  lead = actorWith('lead', [tree.district, tree.office]);
});
afterAll(() => place.close());

const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? error.type : error),
  );

const override = (
  actor: Actor,
  state: 'in_progress' | null,
  until: string | null,
  reason = 'Chờ cấp kinh phí',
) =>
  place.db.transaction((tx) =>
    overrideState(place.context(actor), tx, {
      assignmentId: dated,
      state,
      until: until === null ? null : calendarDate(until),
      reason,
    }),
  );

describe('a state set by hand', () => {
  it('needs somebody who accepts, a reason and an end within a quarter; a refusal changes nothing', async () => {
    expect(await refused(override(commune, 'in_progress', '2024-07-05'))).toBe(kernelErrors.forbidden);
    expect(await refused(override(lead, 'in_progress', '2024-07-05', ''))).toBe(
      assignmentErrors.reason_needed,
    );
    expect(await refused(override(lead, 'in_progress', null))).toBe(assignmentErrors.override_end_needed);
    expect(await refused(override(lead, 'in_progress', '2024-06-23'))).toBe(
      assignmentErrors.override_end_needed,
    );
    expect(await refused(override(lead, 'in_progress', '2024-09-25'))).toBe(
      assignmentErrors.override_end_needed,
    );
    expect(await refused(override(lead, null, null))).toBe(assignmentErrors.not_overridden);
    expect(await itemById(place.db, dated, today)).toMatchObject({
      state: 'overdue',
      override: null,
      revision: 1,
    });
  });

  it('stands until its end, is told in the history, and is taken away again', async () => {
    await override(lead, 'in_progress', '2024-07-05');
    expect(await itemById(place.db, dated, today)).toMatchObject({
      state: 'in_progress',
      override: { state: 'in_progress', until: '2024-07-05' },
    });
    const after = { ...today, today: calendarDate('2024-07-06') };
    expect(await itemById(place.db, dated, after)).toMatchObject({ state: 'overdue', override: null });
    await override(lead, null, null, '');
    expect(await itemById(place.db, dated, today)).toMatchObject({ state: 'overdue', override: null });
    const kinds = await place.db.rows(query({ kind: 'text' } as const)`
      select kind from assignments_entry where assignment_id = ${dated} order by seq`);
    expect(kinds.map((row) => row.kind)).toEqual(['issued', 'override', 'override_end']);
  });

  it('the database refuses one without an end', async () => {
    const broken = place.db.transaction((tx) =>
      tx.run(sql`update assignments_assignment set override_state = 'accepted' where id = ${dated}`),
    );
    await expect(broken).rejects.toThrow(/override_ends/);
  });
});

describe('work that waits for an event', () => {
  const open = (actor: Actor, on: string, id = waiting) =>
    place.db.transaction((tx) =>
      openOccurrence(place.context(actor), tx, {
        assignmentId: id,
        happenedOn: calendarDate(on),
        event: 'Ba hộ phản ánh nước thải',
      }),
    );

  it('gets an assignment for each case, due within the plan’s time from the day it happened', async () => {
    const first = await open(commune, '2024-06-10');
    const second = await open(lead, '2024-06-10');
    const found = await itemById(place.db, first, today);
    expect(found).toMatchObject({ occurrence: '2024-06-10', dueOn: '2024-06-24', waitsForEvent: false });
    expect(found?.explainedVi).toContain('10 ngày làm việc');
    expect(await itemById(place.db, second, today)).toMatchObject({ occurrence: '2024-06-10.2' });
    expect(await itemById(place.db, waiting, today)).toMatchObject({ progress: 'none', dueOn: null });
  });

  it('is opened by whoever does or accepts it, not before it happened, and only where the plan says so', async () => {
    const other = actorWith('member', [tree.district, tree.otherCommune]);
    expect(await refused(open(other, '2024-06-10'))).toBe(assignmentErrors.not_found);
    expect(await refused(open(commune, '2024-06-25'))).toBe(assignmentErrors.future_day);
    expect(await refused(open(commune, '2024-06-10', dated))).toBe(assignmentErrors.no_event);
  });
});

describe('two people at one item', () => {
  it('the second is told, whatever he wants to do, and nothing of his is half done', async () => {
    const before = await itemById(place.db, dated, today);
    const act = (kind: 'start', revision: number | undefined) =>
      place.db.transaction((tx) =>
        recordEntry(place.context(commune), tx, {
          assignmentId: dated,
          kind,
          happenedOn: calendarDate('2024-06-24'),
          note: 'Đang làm',
          ...(revision === undefined ? {} : { revision }),
        }),
      );
    await act('start', before?.revision);
    expect(await refused(act('start', before?.revision))).toBe(assignmentErrors.changed_meanwhile);
    const entries = await place.db.one(query({ n: 'bigint' } as const)`
      select count(*) as n from assignments_entry where assignment_id = ${dated} and kind = 'start'`);
    expect(entries.n).toBe(1);
  });
});

describe('clocks', () => {
  it('a claim gives the acceptor five working days, a return gives the unit five or the day it names, an answer stops both', async () => {
    const act = (actor: Actor, kind: 'claim' | 'return' | 'accept', redoBy?: string) =>
      place.db.transaction((tx) =>
        recordEntry(place.context(actor), tx, {
          assignmentId: dated,
          kind,
          happenedOn: calendarDate('2024-06-24'),
          note: 'Thiếu biên bản',
          redoBy: redoBy === undefined ? null : calendarDate(redoBy),
        }),
      );
    const clock = async () => (await itemById(place.db, dated, today))?.clock;
    await claimed();
    expect(await clock()).toMatchObject({ kind: 'answer', dueOn: '2024-07-01' });
    await act(lead, 'return');
    expect(await clock()).toMatchObject({ kind: 'redo', dueOn: '2024-07-01' });
    await claimed();
    expect(await refused(act(lead, 'return', '2024-06-23'))).toBe(assignmentErrors.redo_in_past);
    await act(lead, 'return', '2024-06-28');
    expect(await clock()).toMatchObject({ kind: 'redo', dueOn: '2024-06-28' });
    await claimed();
    await act(lead, 'accept');
    expect(await clock()).toBeNull();

    async function claimed(): Promise<void> {
      await act(commune, 'claim');
    }
  });
});
