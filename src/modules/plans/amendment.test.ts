import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amending, taskAt } from '../../../test/support/amend-plan.ts';
import { type TestTenant, testTenant } from '../../../test/support/database.ts';
import { type PlanWorld, planWorld } from '../../../test/support/plan-world.ts';
import type { Actor } from '../../kernel/authz.ts';
import { calendarDate } from '../../kernel/dates.ts';
import { query } from '../../kernel/db/sql.ts';
import { kernelErrors } from '../../kernel/kernel-errors.ts';
import { subDimension } from '../papi/index.ts';
import { unitDirectory } from '../units/index.ts';
import { amendTask, moveTask, undoChange } from './commands/amend-task.ts';
import { discardAmendment } from './commands/discard-amendment.ts';
import { amendedFields, applyChanges, changesBetween } from './domain/amendment.ts';
import { amendmentErrors } from './errors-amendment.ts';
import {
  type AmendedPlan,
  closePlan,
  planAmended,
  planById,
  planErrors,
  tasksOfPlan,
  withdrawPlan,
  withdrawPlanInput,
} from './index.ts';
import { valuesOfTask } from './pages/task-fields.ts';
import { stampOf } from './stamp.ts';
import { amendmentsOfTask, changesOf, openAmendment } from './store/amendments.ts';
import { loadBaseline } from './store/baselines.ts';
import { readTaskForm, taskFormInput } from './task-form.ts';

let place: TestTenant;
let world: PlanWorld;
let plans: ReturnType<typeof amending>;
let commune: Actor;
const today = calendarDate('2024-06-24');
const told: AmendedPlan[] = [];

beforeAll(async () => {
  place = await testTenant();
  world = await planWorld(place);
  plans = amending(world, place.db);
  commune = world.actor('member', 'xa-bai-say');
  planAmended.on(async (_context, _tx, amended) => void told.push(amended));
});
afterAll(() => place.close());

const refused = (work: Promise<unknown>, type: unknown) => expect(work).rejects.toMatchObject({ type });

async function draftOf(planId: string) {
  const amendment = await openAmendment(place.db, planId);
  if (!amendment) throw new Error('no draft');
  return { amendment, changes: await changesOf(place.db, amendment.id) };
}

function withdraw(...[context, tx, { planId }]: Parameters<typeof closePlan>): Promise<void> {
  return withdrawPlan(
    context,
    tx,
    withdrawPlanInput.parse({ planId, on: '24/06/2024', reason: 'Ban hành sai' }),
  );
}

describe('an amendment', () => {
  it('adds, changes, moves and drops tasks, makes the next version and leaves the first as it was', async () => {
    const { planId, number, tasks } = await plans.issuedPlan();
    const [first, second, third] = [taskAt(tasks, 0), taskAt(tasks, 1), taskAt(tasks, 2)];
    const original = await loadBaseline(place.db, planId, 1);
    expect(await plans.start(planId)).toBe(2);
    const newId = await plans.add(planId, first, '1.99');
    await plans.amend(planId, { task: first, with: { words: 'Lời mới', leadUnitId: second.leadUnitId } });
    await world.run(plans.standing, (context, tx) =>
      moveTask(context, tx, {
        planId,
        taskId: second.id,
        due: { v: 1, type: 'date', on: calendarDate('2024-09-30') },
        dueWords: 'Trước 01/10/2024',
        reason: 'Cần thêm thời gian',
        revision: 0,
      }),
    );
    await plans.amend(planId, { task: third, with: null, reason: 'Đã giao cho tỉnh' });
    // Nothing has happened to the plan yet.
    expect(await tasksOfPlan(place.db, planId)).toEqual(tasks);
    expect((await planById(place.db, planId, today))?.version).toBe(1);

    const { changes } = await draftOf(planId);
    expect(changes.map((change) => change.kind)).toEqual(['add', 'change', 'move', 'drop']);
    const amended = await plans.issue(planId, { seen: stampOf(changes) });
    expect(told.at(-1)).toBe(amended);
    expect(amended).toMatchObject({
      plan: { version: 2, number, issuedOn: '2024-01-22' },
      number: '99/KH-UBND',
      issuedOn: '2024-06-24',
      changes: [
        { kind: 'add', before: null, after: { id: newId, code: '1.99' } },
        { kind: 'change', before: { words: first.words }, after: { words: 'Lời mới' } },
        { kind: 'move', what: ['due'], reason: 'Cần thêm thời gian' },
        { kind: 'drop', before: { id: third.id }, after: null, reason: 'Đã giao cho tỉnh' },
      ],
    });
    const now = await tasksOfPlan(place.db, planId);
    expect(now).toHaveLength(tasks.length);
    expect(now.at(-1)?.id).toBe(newId);
    expect(await loadBaseline(place.db, planId, 1)).toEqual(original);
    const second_ = await loadBaseline(place.db, planId, 2);
    expect(second_?.tasks).toEqual(now);
    // Each version leads to the next by what is kept of the amendment.
    const between = changesBetween(original?.tasks ?? [], now);
    expect(applyChanges(original?.tasks ?? [], between)).toEqual(now);
    expect(between).toHaveLength(4);
    expect(
      (await amendmentsOfTask(place.db, second.id)).map((one) => [one.version, one.change.kind]),
    ).toEqual([[2, 'move']]);
    expect(await openAmendment(place.db, planId)).toBeUndefined();
  });

  it('is written by the standing agency alone, one draft at a time, over a plan in force', async () => {
    const { planId, tasks } = await plans.issuedPlan();
    await refused(plans.start(planId, commune), kernelErrors.forbidden);
    await refused(plans.start(planId, plans.leader), kernelErrors.forbidden);
    const both = await Promise.allSettled([plans.start(planId), plans.start(planId)]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')).toMatchObject({
      reason: { type: amendmentErrors.amendment_open },
    });
    await refused(
      plans.amend(planId, { task: taskAt(tasks, 0), with: { words: 'x' }, actor: commune }),
      kernelErrors.forbidden,
    );
    await refused(plans.issue(planId), amendmentErrors.amendment_empty);
    for (const end of [closePlan, withdraw] as const)
      await refused(
        world.run(plans.leader, (context, tx) => end(context, tx, { planId })),
        amendmentErrors.amendment_open,
      );
    await world.run(plans.standing, (context, tx) => discardAmendment(context, tx, { planId }));
    await refused(plans.issue(planId), amendmentErrors.amendment_not_found);
    await world.run(plans.leader, (context, tx) => closePlan(context, tx, { planId }));
    await refused(plans.start(planId), amendmentErrors.not_in_force);
    const draft = await world.draft('Còn là dự thảo');
    await refused(plans.start(draft), amendmentErrors.not_in_force);
  });

  it('tells the second of two writers what the first saved, and loses nothing of either', async () => {
    const { planId, tasks } = await plans.issuedPlan();
    const task = taskAt(tasks, 0);
    await plans.start(planId);
    const both = await Promise.allSettled([
      plans.amend(planId, { task, with: { words: 'Người thứ nhất' } }),
      plans.amend(planId, { task, with: { words: 'Người thứ hai' } }),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')).toMatchObject({
      reason: { type: amendmentErrors.change_conflict, params: { name: plans.standing.name } },
    });
    const { changes } = await draftOf(planId);
    expect(changes).toMatchObject([{ revision: 1 }]);
    await plans.amend(planId, { task, with: { words: 'Thống nhất' }, revision: 1 });
    expect((await draftOf(planId)).changes).toMatchObject([
      { revision: 2, content: { words: 'Thống nhất' } },
    ]);
    const undo = (revision: number) =>
      world.run(plans.standing, (context, tx) =>
        undoChange(context, tx, { planId, taskId: task.id, revision }),
      );
    await refused(undo(1), amendmentErrors.change_conflict);
    await undo(2);
    await refused(undo(2), amendmentErrors.change_gone);
    await refused(
      plans.amend(planId, { task, with: { words: 'Muộn' }, revision: 2 }),
      amendmentErrors.change_gone,
    );
    await refused(plans.amend(planId, { task, with: {} }), amendmentErrors.nothing_changed);
  });

  it('is issued as its signer saw it, with a number of its own and a day not before the last version', async () => {
    const { planId, number, tasks } = await plans.issuedPlan();
    await plans.start(planId);
    await plans.amend(planId, { task: taskAt(tasks, 0), with: { words: 'Lần một' } });
    const seen = stampOf((await draftOf(planId)).changes);
    await plans.amend(planId, { task: taskAt(tasks, 1), with: { words: 'Thêm lúc đang ký' } });
    await refused(plans.issue(planId, { seen }), amendmentErrors.amendment_stale);
    await refused(plans.issue(planId, { issuedOn: '21/01/2024' }), amendmentErrors.day_out_of_order);
    await refused(plans.issue(planId, { issuedOn: '25/06/2024' }), amendmentErrors.day_out_of_order);
    const same = { number, issuedOn: '22/01/2024' };
    await refused(plans.issue(planId, same), amendmentErrors.amendment_number_taken);
    await refused(plans.issue(planId, {}, commune), kernelErrors.forbidden);
    const twice = await Promise.allSettled([
      plans.issue(planId, { issuedOn: '01/06/2024' }),
      plans.issue(planId, { issuedOn: '01/06/2024' }),
    ]);
    expect(twice.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(twice.find((one) => one.status === 'rejected')).toMatchObject({
      reason: { type: amendmentErrors.amendment_not_found },
    });
    await plans.start(planId);
    await plans.amend(planId, { task: taskAt(tasks, 2), with: { words: 'Lần hai' } });
    await refused(plans.issue(planId, { issuedOn: '31/05/2024' }), amendmentErrors.day_out_of_order);
    await refused(plans.issue(planId, { issuedOn: '01/06/2024' }), amendmentErrors.amendment_number_taken);
    await plans.issue(planId, { issuedOn: '02/06/2024' });
    expect((await planById(place.db, planId, today))?.version).toBe(3);
  });

  it('is refused while an added or changed task lacks something, and takes no code twice', async () => {
    const { planId, tasks } = await plans.issuedPlan();
    const [first, second] = [taskAt(tasks, 0), taskAt(tasks, 1)];
    await plans.start(planId);
    await refused(plans.add(planId, first, second.code), planErrors.code_taken);
    await plans.amend(planId, { task: second, with: null });
    await plans.add(planId, first, second.code);
    await plans.amend(planId, { task: first, with: { due: null } });
    await expect(plans.issue(planId)).rejects.toMatchObject({
      type: planErrors.incomplete,
      params: { count: 1 },
      fields: [{ field: `task:${first.id}` }],
    });
    expect((await planById(place.db, planId, today))?.version).toBe(1);
    expect(await tasksOfPlan(place.db, planId)).toEqual(tasks);
  });

  it('takes a new task out again without a trace in the plan, and keeps it in the audit', async () => {
    const { planId, tasks } = await plans.issuedPlan();
    await plans.start(planId);
    const taskId = await plans.add(planId, taskAt(tasks, 0), '1.98');
    await world.run(plans.standing, (context, tx) =>
      amendTask(context, tx, { planId, taskId, content: null, reason: 'Thôi', revision: 1 }),
    );
    expect((await draftOf(planId)).changes).toEqual([]);
    const { count } = await place.db.one(
      query({ count: 'int' })`select count(*)::integer as count from kernel_audit
        where event = 'plans.amendment_changed' and subject_id = ${taskId}`,
    );
    expect(count).toBe(2);
  });

  it('saves nothing new when the form of a task is sent as it was shown', async () => {
    const { planId, tasks } = await plans.issuedPlan();
    const plan = await planById(place.db, planId, today);
    if (!plan) throw new Error('no plan');
    const directory = await unitDirectory(place.db, today);
    const names = {
      directory,
      unit: (id: string) => directory.units.find((unit) => unit.id === id)?.name,
      group: (code: string) => directory.groups.find((group) => group.code === code)?.name,
    };
    // One row of the example names a part of another content, which its form asks to put right.
    const sound = tasks.filter(
      (task) => task.subDimension === null || subDimension(task.subDimension)?.dimension === task.dimension,
    );
    expect(sound).toHaveLength(tasks.length - 1);
    for (const task of sound) {
      const form = taskFormInput.parse(valuesOfTask(task, names));
      const content = readTaskForm(form, { directory, planYear: plan.year });
      expect([task.code, amendedFields(task, content)]).toEqual([task.code, []]);
    }
  });

  it('cannot be changed by anybody once it is issued, not even in the database', async () => {
    for (const statement of [
      'update plans_amendment set reason = reason',
      "delete from plans_amendment where state = 'issued'",
      'update plans_amendment_change set reason = reason',
      'truncate plans_amendment cascade',
      'update plans_correction set reason = reason',
    ])
      await expect(place.db.pool.query(statement)).rejects.toThrow(
        /never changed or removed|permission denied/,
      );
  });
});
