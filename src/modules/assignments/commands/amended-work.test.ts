import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amending, taskAt } from '../../../../test/support/amend-plan.ts';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { type PlanWorld, planWorld } from '../../../../test/support/plan-world.ts';
import { type CalendarDate, calendarDate, startOfVietnamDay } from '../../../kernel/dates.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import {
  correctIssue,
  correctIssueInput,
  type PlanTask,
  planAmended,
  planIssueCorrected,
  planIssued,
  planWithdrawn,
  withdrawPlan,
  withdrawPlanInput,
} from '../../plans/index.ts';
import { type ReplayedEntry, replay } from '../domain/replay.ts';
import { assignmentErrors } from '../errors.ts';
import { issueMoved, type WorkAmended, workAmended, workWithdrawn } from '../events.ts';
import { workOf } from '../queries/source-sql.ts';
import { confirmChange } from './confirm-change.ts';
import { onIssueCorrected } from './on-issue-corrected.ts';
import { onPlanAmended } from './on-plan-amended.ts';
import { onPlanIssued } from './on-plan-issued.ts';
import { onPlanWithdrawn } from './on-plan-withdrawn.ts';
import { overrideState } from './override-state.ts';
import { recordEntry } from './record-entry.ts';

let place: TestTenant;
let world: PlanWorld;
let plans: ReturnType<typeof amending>;
const told: WorkAmended[] = [];
const ends: { withdrawn: number; moved: number } = { withdrawn: 0, moved: 0 };

beforeAll(async () => {
  place = await testTenant();
  world = await planWorld(place);
  plans = amending(world, place.db);
  planIssued.on(onPlanIssued);
  planAmended.on(onPlanAmended);
  planIssueCorrected.on(onIssueCorrected);
  planWithdrawn.on(onPlanWithdrawn);
  workAmended.on(async (_context, _tx, amended) => void told.push(amended));
  workWithdrawn.on(async (_context, _tx, { perUnit }) => {
    ends.withdrawn = perUnit.length;
  });
  issueMoved.on(async (_context, _tx, { perUnit }) => {
    ends.moved = perUnit.reduce((sum, unit) => sum + unit.count, 0);
  });
});
afterAll(() => place.close());

const workRow = {
  id: 'uuid',
  taskId: 'uuid',
  unitId: 'uuid',
  occurrence: 'text',
  progress: 'text',
  dueOn: 'date?',
  baselineDueOn: 'date?',
  addedVersion: 'int',
  droppedVersion: 'int?',
  overrideState: 'text?',
} as const;

function workOfTask(taskId: string, asOf: CalendarDate | null = null) {
  return place.db.rows(query(workRow)`
    select a.id, a.task_id as "taskId", a.unit_id as "unitId", a.occurrence, a.progress, a.due_on as "dueOn",
      a.baseline_due_on as "baselineDueOn", a.added_version as "addedVersion", a.dropped_version as "droppedVersion",
      a.override_state as "overrideState"
    from ${workOf({ asOf })} where a.task_id = ${taskId} order by a.occurrence, a.unit_id`);
}

function entriesOf(id: string) {
  return place.db.rows(query({
    kind: 'text',
    note: 'text',
    happenedOn: 'date',
    quantity: 'numeric?',
    details: 'json?',
  })`
    select kind, note, happened_on as "happenedOn", quantity, details from assignments_entry
    where assignment_id = ${id} order by seq`);
}

/** A task of one unit due late in the year, and one that every commune does regularly. */
function tasksToAmend(tasks: readonly PlanTask[]): { single: PlanTask; shared: PlanTask } {
  const single = tasks.find(
    ({ due, leadUnitId, executors }) =>
      due?.type === 'period_end' && due.index > 2 && leadUnitId !== null && executors === 'lead',
  );
  const shared = tasks.find((task) => task.executors === 'group' && task.due?.type === 'recurring');
  if (!single || !shared) throw new Error('the example has no such tasks');
  return { single, shared };
}

const receiptRow = {
  unitId: 'uuid',
  added: 'int',
  changed: 'int',
  moved: 'int',
  dropped: 'int',
  at: 'instant?',
} as const;
const receipts = (planId: string, version: number) =>
  place.db.rows(query(
    receiptRow,
  )`select unit_id as "unitId", added, changed, moved, dropped, confirmed_at as at
    from assignments_change_receipt where plan_id = ${planId} and version = ${version}`);

describe('work after an amendment', () => {
  it('is given, moved and dropped with the reason; the promise of the first version is not rewritten', async () => {
    const { planId, tasks } = await plans.issuedPlan();
    const { single, shared } = tasksToAmend(tasks);
    const dropped = taskAt(
      tasks.filter((task) => task !== single && task !== shared),
      0,
    );
    const before = await workOfTask(single.id);
    await plans.start(planId);
    const added = await plans.add(planId, single, '9.9');
    await plans.amend(planId, {
      task: single,
      with: { due: { v: 1, type: 'date', on: calendarDate('2024-11-15') }, dueWords: 'Trước 16/11/2024' },
      reason: 'Lùi hạn',
    });
    await plans.amend(planId, { task: dropped, with: null, reason: 'Không còn phù hợp' });
    await plans.issue(planId);

    expect(await workOfTask(added)).toMatchObject([
      { addedVersion: 2, droppedVersion: null, baselineDueOn: null, progress: 'none' },
    ]);
    const moved = await workOfTask(single.id);
    expect(moved).toMatchObject([
      { id: before[0]?.id, dueOn: '2024-11-15', baselineDueOn: before[0]?.dueOn },
    ]);
    expect((await entriesOf(moved[0]?.id ?? '')).slice(1)).toMatchObject([
      { kind: 'amend', note: 'Lùi hạn', details: { version: 2, what: ['due'] } },
      { kind: 'due_moved', note: 'Lùi hạn', details: { to: '2024-11-15', why: 'amendment' } },
    ]);
    for (const work of await workOfTask(dropped.id)) {
      expect(work).toMatchObject({ progress: 'not_applicable', droppedVersion: 2 });
      expect((await entriesOf(work.id)).at(-1)).toMatchObject({ kind: 'drop', note: 'Không còn phù hợp' });
    }
    const task = await place.db.one(query({ words: 'text', version: 'int' })`
      select due_words as words, plan_version as version from assignments_task where id = ${single.id}`);
    expect(task).toEqual({ words: 'Trước 16/11/2024', version: 2 });
  });

  it('of a unit that goes ends, of one that comes begins, and goes on under the same row when it comes again', async () => {
    const { planId, tasks } = await plans.issuedPlan();
    const { single } = tasksToAmend(tasks);
    const [one, other] = [world.unit('xa-bai-say').id, world.unit('thi-tran-an-thi').id];
    const chosen = (ids: string[]) => ({
      executors: 'chosen' as const,
      executorGroup: null,
      chosenUnitIds: ids,
    });
    const unitsNow = async () =>
      (await workOfTask(single.id)).filter((work) => work.droppedVersion === null).map((work) => work.unitId);
    const step = async (from: PlanTask, ids: string[], number: string): Promise<PlanTask> => {
      await plans.start(planId);
      await plans.amend(planId, { task: from, with: chosen(ids) });
      await plans.issue(planId, { number });
      return { ...from, ...chosen(ids) };
    };
    const second = await step(single, [one], '2/SĐ');
    expect(await unitsNow()).toContain(one);
    const third = await step(second, [other], '3/SĐ');
    expect(await unitsNow()).not.toContain(one);
    const gone = (await workOfTask(single.id)).find((work) => work.unitId === one);
    expect(gone).toMatchObject({ addedVersion: 2, droppedVersion: 3 });
    await step(third, [one, other], '4/SĐ');
    const again = (await workOfTask(single.id)).filter((work) => work.unitId === one);
    expect(again).toMatchObject([{ id: gone?.id, droppedVersion: null, progress: 'none' }]);
    expect((await entriesOf(gone?.id ?? '')).map((entry) => entry.kind)).toEqual(
      expect.arrayContaining(['issued', 'drop', 'reopen']),
    );
  });

  it('that was accepted stays accepted, and what ends has no clock and no state set by hand any more', async () => {
    const { planId, tasks } = await plans.issuedPlan();
    const { shared } = tasksToAmend(tasks);
    const [accepted, overridden] = await workOfTask(shared.id);
    if (!accepted || !overridden) throw new Error('no work');
    await place.db.transaction((tx) =>
      tx.run(sql`update assignments_assignment set progress = 'accepted', done_on = '2024-06-01', changed_at = now()
        where id = ${accepted.id}`),
    );
    const acceptor = world.actor('standing', 'phong-noi-vu');
    await world.run(acceptor, (context, tx) =>
      overrideState(context, tx, {
        assignmentId: overridden.id,
        state: 'in_progress',
        until: calendarDate('2024-06-30'),
        reason: 'Đang rà soát',
      }),
    );
    await plans.start(planId);
    await plans.amend(planId, { task: shared, with: null, reason: 'Tỉnh làm' });
    await plans.issue(planId);
    const after = new Map((await workOfTask(shared.id)).map((work) => [work.id, work]));
    expect(after.get(accepted.id)).toMatchObject({ progress: 'accepted', droppedVersion: null });
    expect((await entriesOf(accepted.id)).at(-1)).toMatchObject({
      kind: 'amend',
      note: 'Tỉnh làm',
      details: { what: ['dropped'] },
    });
    expect(after.get(overridden.id)).toMatchObject({ progress: 'not_applicable', overrideState: null });
    const doer = world.units.find((unit) => unit.id === overridden.unitId);
    await expect(
      world.run(world.actor('member', doer?.key ?? ''), (context, tx) =>
        recordEntry(context, tx, {
          assignmentId: overridden.id,
          kind: 'start',
          happenedOn: calendarDate('2024-06-24'),
        }),
      ),
    ).rejects.toMatchObject({ type: assignmentErrors.dropped });
  });

  it('reads on each day as it stood then, and history led there', async () => {
    const { planId, tasks } = await plans.issuedPlan();
    const { single, shared } = tasksToAmend(tasks);
    place.clock.set(new Date(startOfVietnamDay(calendarDate('2024-06-25')).getTime() + 3_600_000));
    const was = [...(await workOfTask(single.id)), ...(await workOfTask(shared.id))];
    await plans.start(planId);
    await plans.amend(planId, {
      task: single,
      with: { due: { v: 1, type: 'date', on: calendarDate('2024-12-20') } },
    });
    await plans.amend(planId, { task: shared, with: { due: { v: 1, type: 'recurring', every: 'month' } } });
    await plans.issue(planId, { issuedOn: '25/06/2024' });
    const day = calendarDate('2024-06-24');
    expect([...(await workOfTask(single.id, day)), ...(await workOfTask(shared.id, day))]).toEqual(was);
    for (const work of [...(await workOfTask(single.id)), ...(await workOfTask(shared.id))]) {
      const entries = (await entriesOf(work.id)) as unknown as ReplayedEntry[];
      const { progress, dueOn, override } = replay(entries);
      expect({ progress, dueOn, override }).toEqual({
        progress: work.progress,
        dueOn: work.dueOn,
        override: null,
      });
    }
    place.clock.set(new Date('2024-06-24T02:00:00Z'));
  });
});

describe('what an amendment changed for a unit', () => {
  it('is counted for each unit, told once, and confirmed once by somebody of the unit', async () => {
    const { planId, tasks } = await plans.issuedPlan();
    const { single, shared } = tasksToAmend(tasks);
    await plans.start(planId);
    await plans.amend(planId, { task: single, with: { words: 'Lời mới' } });
    await plans.amend(planId, { task: shared, with: null });
    await plans.issue(planId);
    const rows = await receipts(planId, 2);
    expect(told.at(-1)).toMatchObject({ planId, version: 2, number: '99/KH-UBND' });
    expect(
      told
        .at(-1)
        ?.perUnit.map((unit) => unit.unitId)
        .sort(),
    ).toEqual(rows.map((row) => row.unitId).sort());
    expect(rows.find((row) => row.unitId === single.leadUnitId)).toMatchObject({ changed: 1, at: null });
    const unitId = world.unit('xa-bai-say').id;
    expect(rows.find((row) => row.unitId === unitId)?.dropped).toBeGreaterThan(0);
    const confirm = (actor = world.actor('member', 'xa-bai-say'), version = 2) =>
      world.run(actor, (context, tx) => confirmChange(context, tx, { planId, version, unitId }));
    await expect(confirm(world.actor('member', 'xa-ho-tung-mau'))).rejects.toMatchObject({
      type: kernelErrors.forbidden,
    });
    await expect(confirm(undefined, 3)).rejects.toMatchObject({ type: assignmentErrors.receipt_not_found });
    const both = await Promise.allSettled([confirm(), confirm()]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')).toMatchObject({
      reason: { type: assignmentErrors.change_confirmed },
    });
    expect((await receipts(planId, 2)).filter((row) => row.at !== null)).toMatchObject([{ unitId }]);
  });
});

describe('a corrected day of issue', () => {
  it('moves exactly what counts from the issue, finished work too, with a reason in its history', async () => {
    const { planId, number, tasks } = await plans.issuedPlan();
    const counting = tasks.filter((task) => task.due?.type === 'after' && task.due.event === 'plan_issued');
    expect(counting.length).toBeGreaterThan(0);
    const dues = () =>
      place.db.rows(query({ id: 'uuid', taskId: 'uuid', dueOn: 'date?', baseline: 'date?' } as const)`
        select id, task_id as "taskId", due_on as "dueOn", baseline_due_on as baseline from assignments_assignment
        where plan_id = ${planId} order by id`);
    const before = await dues();
    await world.run(plans.standing, (context, tx) =>
      correctIssue(
        context,
        tx,
        correctIssueInput.parse({ planId, number, issuedOn: '29/01/2024', reason: 'Gõ nhầm ngày ký' }),
      ),
    );
    const ids = new Set(counting.map((task) => task.id));
    const after = await dues();
    const moved = after.filter((row, index) => row.dueOn !== before[index]?.dueOn);
    expect(moved.length).toBe(after.filter((row) => ids.has(row.taskId)).length);
    expect(moved.filter((row) => !ids.has(row.taskId))).toEqual([]);
    expect(after.map((row) => row.baseline)).toEqual(before.map((row) => row.baseline));
    expect(ends.moved).toBe(moved.length);
    expect((await entriesOf(moved[0]?.id ?? '')).at(-1)).toMatchObject({
      kind: 'due_moved',
      note: 'Gõ nhầm ngày ký',
      details: { why: 'issue_corrected' },
    });
  });
});

describe('a withdrawn plan', () => {
  it('ends all work that is not accepted, and tells every unit that had some', async () => {
    const { planId } = await plans.issuedPlan();
    await world.run(plans.leader, (context, tx) =>
      withdrawPlan(
        context,
        tx,
        withdrawPlanInput.parse({ planId, on: '24/06/2024', reason: 'Ban hành sai thẩm quyền' }),
      ),
    );
    const { open, units } = await place.db.one(query({ open: 'int', units: 'int' })`
      select count(*) filter (where dropped_version is distinct from 2)::integer as open,
        count(distinct unit_id)::integer as units
      from assignments_assignment where plan_id = ${planId}`);
    expect(open).toBe(0);
    expect(ends.withdrawn).toBe(units);
    const { all, withdrawn } = await place.db.one(query({ all: 'int', withdrawn: 'int' })`
      select count(*)::integer as all, count(withdrawn_on)::integer as withdrawn from assignments_task where plan_id = ${planId}`);
    expect(withdrawn).toBe(all);
  });
});
