import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../test/support/database.ts';
import { type PlanWorld, planWorld } from '../../../test/support/plan-world.ts';
import type { Actor } from '../../kernel/authz.ts';
import { calendarDate } from '../../kernel/dates.ts';
import { query } from '../../kernel/db/sql.ts';
import { kernelErrors } from '../../kernel/kernel-errors.ts';
import { type SearchWords, searchWords } from '../../kernel/search-words.ts';
import {
  changePlan,
  changePlanInput,
  changeTask,
  clausesOfPlan,
  closePlan,
  createPlan,
  createPlanInput,
  currentPlanOf,
  findClauses,
  issuePlan,
  issuePlanInput,
  type PlanTask,
  planById,
  planErrors,
  planIssued,
  planList,
  removeTask,
  returnPlan,
  submitPlan,
  tasksOfPlan,
} from './index.ts';
import { stampOf } from './stamp.ts';
import { loadBases, loadRecipients } from './store/plans.ts';
import { lacksOf } from './task.ts';

let it_: TestTenant;
let world: PlanWorld;
let standing: Actor;
let leader: Actor;
let commune: Actor;
const today = calendarDate('2024-06-24');

beforeAll(async () => {
  it_ = await testTenant();
  world = await planWorld(it_);
  standing = world.actor('standing', 'phong-noi-vu');
  leader = world.actor('leader', 'ubnd-huyen-an-thi');
  commune = world.actor('member', 'xa-bai-say');
});
afterAll(() => it_.close());

const signature = (planId: string, number = '15/KH-UBND') =>
  issuePlanInput.parse({ planId, number, issuedOn: '22/01/2024', signerName: 'Phạm Đức Thắng' });

const wordsOf = (text: string): SearchWords => searchWords(text) as SearchWords;

function contentOf(task: PlanTask) {
  const { id: _, planId: __, position: ___, ...content } = task;
  return {
    ...content,
    products: [...task.products],
    tags: [...task.tags],
    coordinators: [...task.coordinators],
    chosenUnitIds: [...task.chosenUnitIds],
  };
}

async function issue(actor: Actor, planId: string, number?: string) {
  return world.run(actor, (context, tx) => issuePlan(context, tx, signature(planId, number)));
}

describe('a draft', () => {
  it('is made only by the standing agency of the committee, or the machine', async () => {
    const input = createPlanInput.parse({
      unitId: world.unit('ubnd-huyen-an-thi').id,
      title: 'Thử',
      year: 2024,
    });
    for (const actor of [leader, commune, world.actor('standing', 'so-noi-vu-hung-yen')])
      await expect(world.run(actor, (context, tx) => createPlan(context, tx, input))).rejects.toMatchObject({
        type: kernelErrors.forbidden,
      });
    const id = await world.run(standing, (context, tx) => createPlan(context, tx, input));
    expect(await planById(it_.db, id, today)).toMatchObject({
      state: 'draft',
      number: null,
      version: 1,
      regularPeriod: 'half',
    });
  });

  it('is hidden from other units and seen by those who make, sign or administer it', async () => {
    const id = await world.draft('Bản thảo kín');
    const sees = async (actor: Actor) =>
      (await planList(it_.db, actor, today, { words: 'ban thao kin' })).rows.some((plan) => plan.id === id);
    expect(await sees(standing)).toBe(true);
    expect(await sees(leader)).toBe(true);
    expect(await sees(world.actor('admin', 'ubnd-huyen-an-thi'))).toBe(true);
    expect(await sees(commune)).toBe(false);
    expect(await sees(world.actor('lead', 'phong-tu-phap'))).toBe(false);
    await expect(
      world.run(commune, (context, tx) => submitPlan(context, tx, { planId: id })),
    ).rejects.toMatchObject({ type: planErrors.not_found });
  });

  it('keeps its legal bases and recipients with what their lines state', async () => {
    const planId = await world.draft();
    await world.run(standing, (context, tx) =>
      changePlan(
        context,
        tx,
        changePlanInput.parse({
          planId,
          title: 'Tên mới',
          year: '2024',
          parentCitation: '',
          bases: 'Kế hoạch số 192/KH-UBND ngày 26/12/2023 của UBND tỉnh Hưng Yên\nThực tế của huyện',
          recipients: '- Sở Nội vụ tỉnh Hưng Yên (để báo cáo);\n- UBND các xã, thị trấn;',
        }),
      ),
    );
    expect(await loadBases(it_.db, planId)).toMatchObject([
      { kind: 'Kế hoạch', number: '192/KH-UBND', issuedOn: '2023-12-26', issuer: 'UBND tỉnh Hưng Yên' },
      { number: null, citation: 'Thực tế của huyện' },
    ]);
    expect(await loadRecipients(it_.db, planId)).toEqual([
      { words: 'Sở Nội vụ tỉnh Hưng Yên', groupCode: 'superiors', purpose: 'để báo cáo' },
      { words: 'UBND các xã, thị trấn', groupCode: 'communes', purpose: null },
    ]);
  });

  it('keeps its year once it has tasks, whose dues were read in that year', async () => {
    const planId = await world.draft();
    const move = () =>
      world.run(standing, (context, tx) =>
        changePlan(context, tx, changePlanInput.parse({ planId, title: 'Kế hoạch', year: 2025 })),
      );
    await move();
    await world.run(standing, (context, tx) =>
      changePlan(context, tx, changePlanInput.parse({ planId, title: 'Kế hoạch', year: 2024 })),
    );
    await world.importExample(planId);
    await expect(move()).rejects.toMatchObject({ type: planErrors.year_has_tasks });
    expect((await planById(it_.db, planId, today))?.year).toBe(2024);
  });

  it('refuses a change by someone who saw an older version', async () => {
    const planId = await world.draft();
    const seen = stampOf(await planById(it_.db, planId, today));
    const change = (title: string) =>
      world.run(standing, (context, tx) =>
        changePlan(context, tx, changePlanInput.parse({ planId, title, year: 2024, seen })),
      );
    await change('Người thứ nhất sửa');
    await expect(change('Người thứ hai sửa')).rejects.toMatchObject({ type: kernelErrors.conflict });
  });
});

describe('the example plan', () => {
  it('imports whole, is issued once, and is frozen and told to other rooms in the same transaction', async () => {
    const planId = await world.draft('Kế hoạch minh họa');
    await world.importExample(planId);
    const tasks = await tasksOfPlan(it_.db, planId);
    expect(tasks).toHaveLength(103);
    expect(tasks.filter((task) => lacksOf(task).length > 0)).toEqual([]);
    expect(tasks.find((task) => task.code === '1.1')).toMatchObject({
      leadUnitId: world.unit('phong-tu-phap').id,
      executors: 'group',
      executorGroup: 'communes',
      due: { type: 'recurring', every: null },
    });
    expect(tasks.find((task) => task.code === '1.3')).toMatchObject({
      leadGroup: 'communes',
      executors: 'lead',
    });
    expect((await clausesOfPlan(it_.db, planId)).length).toBeGreaterThan(50);
    expect((await planById(it_.db, planId, today))?.parentCitation).toContain('192/KH-UBND');

    const told: number[] = [];
    planIssued.on(async (_context, tx, issued) => {
      if (issued.plan.id !== planId) return;
      const row = await tx.one(
        query({ state: 'text' })`select state from plans_plan where id = ${planId}::uuid`,
      );
      expect(row.state).toBe('issued');
      told.push(issued.tasks.length);
    });
    const answers = await Promise.allSettled([issue(leader, planId), issue(standing, planId)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(answers.find((answer) => answer.status === 'rejected')).toMatchObject({
      reason: { type: planErrors.already_issued },
    });
    expect(told).toEqual([103]);
    const baseline = await it_.db.rows(
      query({ version: 'int', tasks: 'int' })`select version, jsonb_array_length(content -> 'tasks') as tasks
        from plans_baseline where plan_id = ${planId}::uuid`,
    );
    expect(baseline).toEqual([{ version: 1, tasks: 103 }]);
    expect((await currentPlanOf(it_.db, world.unit('ubnd-huyen-an-thi').id, 2024, today))?.id).toBe(planId);
    const findClausesOf = (text: string) =>
      findClauses(it_.db, commune, today, { words: wordsOf(text), near: false, limit: 5, offset: 0 });
    expect(await findClausesOf('khong co tu nay dau')).toEqual({ rows: [], total: 0, more: false });
    expect((await findClausesOf('cong khai')).rows.length).toBe(5);
    expect((await planList(it_.db, commune, today, { year: 2024, state: 'issued' })).rows[0]).toMatchObject({
      id: planId,
      tasks: 103,
    });

    const [first] = tasks;
    if (!first) throw new Error('no task');
    await expect(
      world.run(standing, (context, tx) => removeTask(context, tx, { planId, taskId: first.id })),
    ).rejects.toMatchObject({ type: planErrors.not_draft });
    await world.run(leader, (context, tx) => closePlan(context, tx, { planId }));
    await expect(issue(leader, planId)).rejects.toMatchObject({ type: planErrors.already_issued });
  });

  it('is refused issue while a task lacks something, and allowed once it is completed', async () => {
    const planId = await world.draft('Kế hoạch thiếu');
    await world.importExample(planId);
    const [first, second] = await tasksOfPlan(it_.db, planId);
    if (!first || !second) throw new Error('no tasks');
    const change = (task: PlanTask, content: Partial<PlanTask>) =>
      world.run(standing, (context, tx) =>
        changeTask(context, tx, {
          planId,
          taskId: task.id,
          content: { ...contentOf(task), ...contentOf({ ...task, ...content }) },
        }),
      );
    await change(first, { due: null });
    await change(second, { leadUnitId: null, leadGroup: null, products: [] });
    await expect(issue(leader, planId, '16/KH-UBND')).rejects.toMatchObject({
      type: planErrors.incomplete,
      params: { count: 2 },
      fields: [{ field: `task:${first.id}` }, { field: `task:${second.id}` }],
    });
    expect(await planById(it_.db, planId, today)).toMatchObject({ state: 'draft', number: null });
    await change(first, {});
    await change(second, {});
    await issue(leader, planId, '16/KH-UBND');
    expect(await planById(it_.db, planId, today)).toMatchObject({ state: 'issued', number: '16/KH-UBND' });
  });

  it('cannot be issued by a commune, nor on a day that is not of its year or lies ahead', async () => {
    const planId = await world.draft('Kế hoạch sai ngày');
    await world.importExample(planId);
    await expect(issue(commune, planId)).rejects.toMatchObject({ type: planErrors.not_found });
    for (const day of ['25/06/2024', '31/12/2022'])
      await expect(
        world.run(leader, (context, tx) =>
          issuePlan(context, tx, issuePlanInput.parse({ ...signature(planId), issuedOn: day })),
        ),
      ).rejects.toMatchObject({ type: planErrors.issued_before_year });
  });

  it('is submitted, cannot then be changed, and is returned with a reason', async () => {
    const planId = await world.draft('Kế hoạch trình');
    await expect(
      world.run(standing, (context, tx) => submitPlan(context, tx, { planId })),
    ).rejects.toMatchObject({ type: planErrors.no_tasks });
    await world.importExample(planId);
    await world.run(standing, (context, tx) => submitPlan(context, tx, { planId }));
    await expect(world.importExample(planId)).rejects.toMatchObject({ type: planErrors.not_draft });
    await world.run(leader, (context, tx) => returnPlan(context, tx, { planId, reason: 'Thiếu căn cứ' }));
    expect((await planById(it_.db, planId, today))?.state).toBe('draft');
  });
});
