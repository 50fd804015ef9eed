import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { fillDraft, signedAs } from '../../../../test/support/unit-plan-form.ts';
import { type UnitPlanWorld, unitPlanWorld } from '../../../../test/support/unit-plan-world.ts';
import type { Actor } from '../../../kernel/authz.ts';
import { query } from '../../../kernel/db/sql.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { assignedWork } from '../../assignments/index.ts';
import { unitPlanErrors } from '../errors.ts';
import { lineStamp } from '../line-stamp.ts';
import { loadDraft, loadLines } from '../store-draft.ts';
import { loadVersion } from '../store-versions.ts';
import { beginDraft } from './begin-draft.ts';
import { issueUnitPlan } from './issue-unit-plan.ts';
import { addOwnLine, removeLine } from './own-lines.ts';
import { receivePlan } from './receive.ts';
import { returnUnitPlan } from './return-unit-plan.ts';
import { saveLines } from './save-lines.ts';

let place: TestTenant;
let world: UnitPlanWorld;
let head: Actor;
let clerk: Actor;
let standing: Actor;

beforeAll(async () => {
  place = await testTenant();
  world = await unitPlanWorld(place);
  const { tree } = world;
  head = await world.actor(tree.commune);
  clerk = await world.actor(tree.commune, 'member', 'Công chức Văn phòng - Thống kê');
  standing = await world.actor(tree.office, 'standing', 'Chuyên viên');
});
afterAll(() => place.close());

const isError = (type: { code: string }) => ({ type: { code: type.code } });

describe('the issue of a plan', () => {
  it('asks each unit of the executive with work for a plan in 15 working days, and bodies outside without a day', async () => {
    const { tree, front } = world;
    expect((await world.of(tree.commune)).course.due?.on).toBe('2024-02-19');
    expect((await world.of(tree.office)).course.due?.explained.vi).toContain(
      '15 ngày làm việc từ 22/01/2024',
    );
    expect(await world.of(front)).toMatchObject({
      isRequest: true,
      state: 'not_received',
      course: { due: null },
    });
    await expect(world.of(tree.district)).rejects.toThrow('owes no plan');
    await expect(world.of(tree.village)).rejects.toThrow('owes no plan');
  });

  it('tells each of them, with the day or as a request', async () => {
    const rows = await place.db.rows(query({ unitId: 'uuid', params: 'json' } as const)`
      select unit_id as "unitId", params from notices_notice where kind = 'unit_plan_due'`);
    const told = new Map(rows.map((row) => [row.unitId, row.params as { dueOn: string | null }]));
    expect(told.get(world.tree.commune)?.dueOn).toBe('2024-02-19');
    expect(told.get(world.front)?.dueOn).toBeNull();
    expect(told.has(world.tree.district)).toBe(false);
  });
});

describe('from receipt to issue', () => {
  it('receipt is confirmed once, by people of the unit', async () => {
    const { id } = await world.of(world.tree.commune);
    const stranger = await world.actor(world.tree.otherCommune);
    await expect(
      world.on('2024-01-23', stranger, (context, tx) => receivePlan(context, tx, { unitPlanId: id })),
    ).rejects.toMatchObject(isError(unitPlanErrors.not_found));
    await expect(
      world.on('2024-01-23', standing, (context, tx) => receivePlan(context, tx, { unitPlanId: id })),
    ).rejects.toMatchObject(isError(kernelErrors.forbidden));
    await world.on('2024-01-23', clerk, (context, tx) => receivePlan(context, tx, { unitPlanId: id }));
    await expect(
      world.on('2024-01-24', head, (context, tx) => receivePlan(context, tx, { unitPlanId: id })),
    ).rejects.toMatchObject(isError(unitPlanErrors.already_received));
    expect((await world.of(world.tree.commune)).course.received).toMatchObject({
      on: '2024-01-23',
      by: clerk.name,
    });
  });

  it('a draft begins with every task of the parent, its product and its time in words', async () => {
    const { id } = await world.of(world.tree.commune);
    await world.on('2024-01-24', clerk, (context, tx) => beginDraft(context, tx, { unitPlanId: id }));
    const lines = await loadLines(place.db, id);
    expect(lines.map((line) => line.dueWords)).toEqual([
      '19/02/2024',
      '30/06/2024',
      'Thường xuyên',
      'Khi phát sinh',
    ]);
    expect(lines.every((line) => line.product === 'Kế hoạch' && line.responsible === '')).toBe(true);
    expect((await loadDraft(place.db, id))?.bases).toContain('Kế hoạch số 15/KH-UBND ngày 22/01/2024');
    await expect(
      world.on('2024-01-24', head, (context, tx) => beginDraft(context, tx, { unitPlanId: id })),
    ).rejects.toMatchObject(isError(unitPlanErrors.draft_open));
  });

  it('is refused while anything is missing, and by whoever does not lead the unit', async () => {
    const { id } = await world.of(world.tree.commune);
    await expect(
      world.on('2024-02-19', head, (context, tx) => issueUnitPlan(context, tx, signedAs(id, '2024-02-19'))),
    ).rejects.toMatchObject({ ...isError(unitPlanErrors.incomplete), params: { n: 5 } });
    await expect(
      world.on('2024-02-19', clerk, (context, tx) => issueUnitPlan(context, tx, signedAs(id, '2024-02-19'))),
    ).rejects.toMatchObject(isError(kernelErrors.forbidden));
    expect((await world.of(world.tree.commune)).state).toBe('drafting');
  });

  it('day 15 is in time: the version is frozen, assignments know who answers and by when, own lines become work', async () => {
    const unitPlan = await world.of(world.tree.commune);
    await world.on('2024-02-18', clerk, async (context, tx) => {
      await fillDraft(context, tx, unitPlan.id);
      await addOwnLine(context, tx, {
        unitPlanId: unitPlan.id,
        words: 'Mở chuyên mục hỏi đáp trên đài truyền thanh xã',
        dimension: 2,
        product: 'Chuyên mục phát hằng tháng',
        responsible: 'Công chức Văn hóa - Xã hội',
        dueWords: 'Hằng quý',
      });
    });
    for (const [day, error] of [
      ['2024-01-21', unitPlanErrors.before_parent],
      ['2024-02-20', unitPlanErrors.future_day],
    ] as const)
      await expect(
        world.on('2024-02-19', head, (context, tx) => issueUnitPlan(context, tx, signedAs(unitPlan.id, day))),
      ).rejects.toMatchObject(isError(error));
    const issued = await world.on('2024-02-19', head, (context, tx) =>
      issueUnitPlan(context, tx, signedAs(unitPlan.id, '2024-02-19')),
    );
    expect(issued).toEqual({ version: 1, workingDays: 15, isLate: false, isRequest: false });
    expect(await world.of(world.tree.commune)).toMatchObject({
      state: 'issued',
      course: { versions: [{ carried: 4, declined: 0, own: 1, specific: 4, workingDays: 15 }] },
    });
    const content = await loadVersion(place.db, unitPlan.id, 1);
    expect(content?.lines.map((line) => line.code)).toEqual(['1.1', '1.2', '1.3', '1.4', 'ĐV.1']);
    expect(content?.lines[1]).toMatchObject({
      words: 'Niêm yết danh sách hộ nghèo',
      how: 'Làm tại từng thôn',
    });
  });

  it('each assignment of the unit was told, and own work is accepted by the unit itself', async () => {
    const rows = await place.db.rows(query({
      code: 'text',
      title: 'text?',
      internal: 'date?',
      isOwn: 'bool',
      accepting: 'uuid',
      adopted: 'bool',
    } as const)`
      select t.code, a.responsible_title as title, a.internal_due_on as internal, a.is_own as "isOwn",
        a.accepting_unit_id as accepting,
        exists (select 1 from assignments_entry e where e.assignment_id = a.id and e.kind = 'adopt') as adopted
      from assignments_assignment a join assignments_task t on t.id = a.task_id
      where a.unit_id = ${world.tree.commune} order by t.position, a.occurrence`);
    expect(rows.filter((row) => !row.isOwn).every((row) => row.adopted && row.title !== null)).toBe(true);
    expect(rows.find((row) => row.code === '1.2')?.internal).toBe('2024-06-30');
    const own = rows.filter((row) => row.isOwn);
    expect(own).toHaveLength(4);
    expect(own.every((row) => row.code === 'ĐV.1' && row.accepting === world.tree.commune)).toBe(true);
    const untouched = await assignedWork(place.db, world.planId);
    expect(untouched.some((work) => work.unitId === world.tree.otherCommune)).toBe(true);
  });

  it('is not issued twice, and its lines are no longer written', async () => {
    const { id } = await world.of(world.tree.commune);
    await expect(
      world.on('2024-02-20', head, (context, tx) => issueUnitPlan(context, tx, signedAs(id, '2024-02-20'))),
    ).rejects.toMatchObject(isError(unitPlanErrors.not_drafting));
    await expect(
      world.on('2024-02-20', clerk, (context, tx) => saveLines(context, tx, { unitPlanId: id, lines: {} })),
    ).rejects.toMatchObject(isError(unitPlanErrors.not_drafting));
  });

  it('day 16 is late, by one working day', async () => {
    const { otherCommune } = world.tree;
    const other = await world.actor(otherCommune);
    const unitPlan = await world.of(otherCommune);
    await world.on('2024-02-01', other, async (context, tx) => {
      await beginDraft(context, tx, { unitPlanId: unitPlan.id });
      await fillDraft(context, tx, unitPlan.id);
    });
    const issued = await world.on('2024-02-20', other, (context, tx) =>
      issueUnitPlan(context, tx, signedAs(unitPlan.id, '2024-02-20')),
    );
    expect(issued).toEqual({ version: 1, workingDays: 16, isLate: true, isRequest: false });
    expect(await world.of(otherCommune)).toMatchObject({
      state: 'issued_late',
      course: { received: { on: '2024-02-01' } },
    });
  });
});

describe('a return', () => {
  it('is for the agency that follows, with a reason, and once for each version', async () => {
    const { id } = await world.of(world.tree.commune);
    await expect(
      world.on('2024-03-01', head, (context, tx) =>
        returnUnitPlan(context, tx, { unitPlanId: id, reason: 'x' }),
      ),
    ).rejects.toMatchObject(isError(kernelErrors.forbidden));
    await expect(
      world.on('2024-03-01', standing, (context, tx) =>
        returnUnitPlan(context, tx, { unitPlanId: id, reason: '' }),
      ),
    ).rejects.toMatchObject(isError(unitPlanErrors.reason_needed));
    const give = (reason: string) =>
      world.on('2024-03-01', standing, (context, tx) =>
        returnUnitPlan(context, tx, { unitPlanId: id, reason }),
      );
    await give('Việc ĐV.1 chưa rõ người phụ trách');
    await expect(give('lần nữa')).rejects.toMatchObject(isError(unitPlanErrors.not_issued));
    expect((await world.of(world.tree.commune)).state).toBe('returned');
    const notices = await place.db.rows(query({ params: 'json' } as const)`
      select params from notices_notice where kind = 'unit_plan_returned' and unit_id = ${world.tree.commune}`);
    expect(notices).toHaveLength(1);
  });

  it('is answered by version 2: own work left out is dropped, version 1 stays as it was', async () => {
    const unitPlan = await world.of(world.tree.commune);
    await world.on('2024-03-04', clerk, async (context, tx) => {
      await beginDraft(context, tx, { unitPlanId: unitPlan.id });
      const own = (await loadLines(tx, unitPlan.id)).find((line) => line.taskId === null);
      if (!own) throw new Error('no own line');
      await removeLine(context, tx, { unitPlanId: unitPlan.id, lineId: own.id, stamp: lineStamp(own) });
    });
    expect((await world.of(world.tree.commune)).state).toBe('returned');
    const issued = await world.on('2024-03-05', head, (context, tx) =>
      issueUnitPlan(context, tx, signedAs(unitPlan.id, '2024-03-05', '20/KH-UBND')),
    );
    expect(issued).toMatchObject({ version: 2, isLate: false });
    expect((await world.of(world.tree.commune)).state).toBe('issued');
    expect((await loadVersion(place.db, unitPlan.id, 1))?.lines).toHaveLength(5);
    expect((await loadVersion(place.db, unitPlan.id, 2))?.lines).toHaveLength(4);
    const dropped = await place.db.rows(query({ progress: 'text' } as const)`
      select progress from assignments_assignment where unit_id = ${world.tree.commune} and is_own`);
    expect(dropped.map((row) => row.progress)).toEqual(Array(4).fill('not_applicable'));
  });

  it('any day can be read again as it stood', async () => {
    const states = [];
    for (const day of [
      '2024-01-21',
      '2024-01-22',
      '2024-01-23',
      '2024-01-24',
      '2024-02-19',
      '2024-03-01',
      '2024-03-05',
    ])
      states.push(
        await world.of(world.tree.commune, day).then(
          (one) => one.state,
          () => 'none',
        ),
      );
    expect(states).toEqual(['none', 'not_received', 'received', 'drafting', 'issued', 'returned', 'issued']);
  });
});
