import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amending, taskAt } from '../../../../test/support/amend-plan.ts';
import { type TestApp, testApp, type Visitor } from '../../../../test/support/app.ts';
import { htmlProblems } from '../../../../test/support/html-rules.ts';
import { type PlanWorld, planWorld, TEST_PASSWORD } from '../../../../test/support/plan-world.ts';
import { calendarDate } from '../../../kernel/dates.ts';
import { query } from '../../../kernel/db/sql.ts';
import {
  beginNextYear,
  issuePlan,
  issuePlanInput,
  type PlanTask,
  tasksOfPlan,
  withdrawPlan,
  withdrawPlanInput,
} from '../../plans/index.ts';
import { boardCounts } from '../queries/board.ts';
import { countAssignments } from '../queries/list.ts';

let app: TestApp;
let world: PlanWorld;
let plans: ReturnType<typeof amending>;
let planId: string;
let changed: PlanTask;
let dropped: PlanTask;
let moved: PlanTask;
let standing: Visitor;
let commune: Visitor;
let colleague: Visitor;
let other: Visitor;
let page: string;
let boardHref: string;

const isShared = (task: PlanTask): boolean => task.executors === 'group' && task.due?.type === 'recurring';

beforeAll(async () => {
  app = await testApp();
  world = await planWorld(app);
  plans = amending(world, app.db);
  for (const [name, role, unit] of [
    ['thuongtruc', 'standing', 'phong-noi-vu'],
    ['xabaisay', 'member', 'xa-bai-say'],
    ['xabaisay2', 'member', 'xa-bai-say'],
    ['truyenthanh', 'lead', 'thanh-tra'],
  ] as const)
    await world.account(name, role, unit);
  app.clock.set(new Date('2024-06-20T02:00:00Z'));
  const issued = await plans.issuedPlan();
  app.clock.set(new Date('2024-06-24T02:00:00Z'));
  ({ planId } = issued);
  const shared = issued.tasks.filter(isShared);
  [changed, dropped] = [taskAt(shared, 0), taskAt(shared, 1)];
  moved = taskAt(
    issued.tasks.filter(
      ({ due }) => due?.type === 'period_end' && due.index === 2 && due.period === 'quarter',
    ),
    0,
  );
  await plans.start(planId);
  await plans.add(planId, moved, '9.9');
  await plans.amend(planId, {
    task: changed,
    with: { words: 'Lời mới của nhiệm vụ chung' },
    reason: 'Cho rõ',
  });
  await plans.amend(planId, { task: dropped, with: null, reason: 'Tỉnh đã làm' });
  await plans.amend(planId, {
    task: moved,
    with: {
      due: { v: 1, type: 'period_end', period: 'quarter', year: 2024, index: 4 },
      dueWords: 'Quý IV/2024',
    },
    reason: 'Lùi hạn',
  });
  await plans.issue(planId);
  page = `/ke-hoach/${planId}/sua-doi/2`;
  boardHref = `/dieu-hanh?ke-hoach=${planId}&nhom=tat-ca`;
  standing = await app.signIn('thuongtruc', TEST_PASSWORD);
  commune = await app.signIn('xabaisay', TEST_PASSWORD);
  colleague = await app.signIn('xabaisay2', TEST_PASSWORD);
  other = await app.signIn('truyenthanh', TEST_PASSWORD);
});
afterAll(() => app.close());

const text = async (answer: Promise<Response> | Response): Promise<string> => (await answer).text();

/** The assignment of a unit in a task. */
async function workOf(taskId: string, unitKey: string): Promise<string> {
  const { id } = await app.db.one(query({ id: 'uuid' })`
    select id from assignments_assignment where task_id = ${taskId} and unit_id = ${world.unit(unitKey).id}
    order by occurrence desc limit 1`);
  return id;
}

describe('the page of an amendment', () => {
  it('shows a unit what changed for it, old beside new, with the way to its work; valid in both languages', async () => {
    for (const lang of ['vi', 'en'])
      for (const visitor of [commune, standing, other]) {
        const answer = await visitor.get(`${page}?lang=${lang}`);
        expect(answer.status).toBe(200);
        expect(await htmlProblems(await answer.text())).toEqual([]);
      }
    for (const visitor of [commune, standing, other]) await visitor.get(`${page}?lang=vi`);
    const own = await text(commune.get(page));
    expect(own).toContain('Thay đổi với UBND xã Bãi Sậy');
    expect(own).toContain('Lời mới của nhiệm vụ chung');
    expect(own).toContain('Tỉnh đã làm');
    expect(own).toContain(`href="/phan-viec/${await workOf(changed.id, 'xa-bai-say')}"`);
    expect(own).not.toContain('Đơn vị xác nhận đã nhận');
    expect(await text(other.get(page))).not.toContain('Thay đổi với');
    const register = await text(standing.get(page));
    expect(register).toContain('Đơn vị xác nhận đã nhận');
    expect(register).toMatch(/0\/\d+ đơn vị/);
  });

  it('is confirmed once by somebody of the unit (303); the second is told who was first (409); others may not (403, 404)', async () => {
    const unit = { don_vi: world.unit('xa-bai-say').id };
    expect(await text(commune.get('/viec-cua-toi'))).toContain('đơn vị bạn chưa xác nhận đã nhận');
    const before = await text(colleague.get(page));
    expect(before).toContain('Đã nhận</button>');
    expect((await other.post(page, unit)).status).toBe(403);
    expect((await other.post(page, { don_vi: world.unit('thanh-tra').id })).status).toBe(404);
    const first = await commune.post(page, unit);
    expect([first.status, first.headers.get('location')]).toEqual([303, page]);
    const second = await colleague.post(page, unit);
    expect(second.status).toBe(409);
    const told = await second.text();
    expect(told).toContain('Người dùng xabaisay đã xác nhận thay cho đơn vị');
    expect(told).not.toContain('Đã nhận</button>');
    expect(await text(standing.get(page))).toMatch(/1\/\d+ đơn vị/);
    expect(await text(commune.get('/viec-cua-toi'))).not.toContain('chưa xác nhận đã nhận');
  });

  it('of a version that is not there, or had not been recorded by the day, is not found (404)', async () => {
    expect((await commune.get(`/ke-hoach/${planId}/sua-doi/3`)).status).toBe(404);
    expect((await commune.get(`${page}?as_of=2024-06-20`)).status).toBe(404);
    expect((await commune.get(`${page}?as_of=homqua`)).status).toBe(422);
  });
});

describe('work that an amendment touched', () => {
  it('says on its page what changed, and that it was dropped, without any form', async () => {
    const item = await text(commune.get(`/phan-viec/${await workOf(changed.id, 'xa-bai-say')}`));
    expect(item).toContain('Sửa đổi lần 1: sửa');
    expect(item).toContain('Lời mới của nhiệm vụ chung');
    expect(await htmlProblems(item)).toEqual([]);
    const gone = await text(commune.get(`/phan-viec/${await workOf(dropped.id, 'xa-bai-say')}`));
    expect(gone).toContain('đã được bỏ khỏi kế hoạch ngày 24/06/2024: Tỉnh đã làm');
    // What was done stays to be read and talked about; nothing more is recorded.
    expect([...gone.matchAll(/name="viec" value="([^"]+)"/g)].map(([, act]) => act)).toEqual(['trao-doi']);
    const id = await workOf(dropped.id, 'xa-bai-say');
    const late = await commune.post(`/phan-viec/${id}`, { viec: 'start', ngay: '24/06/2024', noi_dung: '' });
    expect(late.status).toBe(409);
  });

  it('reads on a day before it as the plan had it then', async () => {
    const id = await workOf(changed.id, 'xa-bai-say');
    const before = await text(commune.get(`/phan-viec/${id}?as_of=2024-06-20`));
    expect(before).toContain(changed.words.slice(0, 40));
    expect(before).not.toContain('Lời mới của nhiệm vụ chung');
    expect(before).not.toContain('Sửa đổi lần 1');
    const task = await text(standing.get(`/nhiem-vu/${dropped.id}?as_of=2024-06-20`));
    expect(task).not.toContain('Tỉnh đã làm');
  });

  it('its task shows its versions', async () => {
    const task = await text(standing.get(`/nhiem-vu/${changed.id}`));
    expect(task).toContain('Phiên bản 2, theo sửa đổi lần 1 số 99/KH-UBND ngày 24/06/2024');
    expect(task).toContain(changed.words.slice(0, 40));
    expect(await text(standing.get(`/nhiem-vu/${moved.id}`))).toContain('Quý IV/2024');
  });
});

describe('the board', () => {
  const total = (html: string): number => Number((/\/ ([\d.]+)/.exec(html)?.[1] ?? '').replaceAll('.', ''));

  it('reads against the plan in force or the original, says which, and the difference in one line', async () => {
    const current = await text(standing.get(boardHref));
    expect(current).toContain('so với kế hoạch hiện hành (phiên bản 2)');
    expect(current).toMatch(/So với bản gốc: \+1 nhiệm vụ, −1 nhiệm vụ, \d+ phần việc lùi hạn/);
    const first = await text(standing.get(`${boardHref}&so-voi=goc`));
    expect(first).toContain('so với bản gốc');
    expect(await htmlProblems(first)).toEqual([]);
    const { now, original } = await app.db.one(query({ now: 'int', original: 'int' })`
      select count(*) filter (where dropped_version is null)::integer as now,
        count(*) filter (where added_version = 1 and dropped_version is null)::integer as original
      from assignments_assignment where plan_id = ${planId}`);
    expect([total(current), total(first)]).toEqual([now, original]);
  });

  it('each number is that of the list it opens, on either reading', async () => {
    const today = calendarDate('2024-07-02');
    const scope = { everything: true, unitIds: [], acceptingIds: [], exceptIds: null };
    for (const against of ['current', 'first'] as const) {
      const html = await text(
        standing.get(`${boardHref}&so-voi=${against === 'first' ? 'goc' : 'hien-hanh'}`),
      );
      expect(html).toMatch(
        new RegExp(
          `href="/phan-viec\\?[^"]*so-voi=${against === 'first' ? 'goc' : 'hien-hanh'}[^"]*trang-thai=overdue"`,
        ),
      );
      const day = { today, soonUntil: today, asOf: null, against: against === 'first' ? against : undefined };
      const counts = await boardCounts(app.db, planId, scope, day);
      for (const unitKey of ['xa-bai-say', 'thanh-tra', 'phong-noi-vu']) {
        const unitId = world.unit(unitKey).id;
        const own = counts.filter((row) => row.unitId === unitId);
        const listed = async (states: readonly ['overdue'] | readonly ['not_applicable'] | undefined) =>
          (await countAssignments(app.db, { planId, unitId, states, against }, scope, day)).count;
        const sum = (key: 'total' | 'overdue' | 'notApplicable') =>
          own.reduce((all, row) => all + row[key], 0);
        expect([sum('total'), sum('overdue'), sum('notApplicable')]).toEqual([
          await listed(undefined),
          await listed(['overdue']),
          await listed(['not_applicable']),
        ]);
      }
    }
  });

  it('what was moved is late against the original alone', async () => {
    app.clock.set(new Date('2024-07-02T02:00:00Z'));
    standing = await app.signIn('thuongtruc', TEST_PASSWORD);
    const list = (against: string) =>
      text(
        standing.get(
          `/phan-viec?ke-hoach=${planId}&nhiem-vu=${moved.id}&trang-thai=overdue&so-voi=${against}`,
        ),
      );
    expect(await list('goc')).toContain(moved.words.slice(0, 30));
    expect(await list('hien-hanh')).not.toContain(moved.words.slice(0, 30));
    app.clock.set(new Date('2024-06-24T02:00:00Z'));
    standing = await app.signIn('thuongtruc', TEST_PASSWORD);
  });

  it('on a day before the amendment is the same on both readings', async () => {
    const on = (rest: string) => text(standing.get(`${boardHref}&as_of=2024-06-20${rest}`));
    const [current, first] = [await on(''), await on('&so-voi=goc')];
    expect(current).toContain('phiên bản 1');
    expect(current).not.toContain('So với bản gốc:');
    expect(total(current)).toBeGreaterThan(0);
    expect(total(first)).toBe(total(current));
    expect(await htmlProblems(first)).toEqual([]);
  });
});

describe('a task over the years', () => {
  it('shows last year’s and how it went, and each leads to the other', async () => {
    const nextId = await world.run(plans.standing, (context, tx) =>
      beginNextYear(context, tx, { planId, title: 'Kế hoạch năm 2025', year: 2025 }),
    );
    app.clock.set(new Date('2025-01-20T02:00:00Z'));
    const signed = { planId: nextId, number: '1/KH', issuedOn: '15/01/2025', signerName: 'Phạm Đức Thắng' };
    await world.run(plans.leader, (context, tx) => issuePlan(context, tx, issuePlanInput.parse(signed)));
    standing = await app.signIn('thuongtruc', TEST_PASSWORD);
    const next = (await tasksOfPlan(app.db, nextId)).find((task) => task.previousTaskId === changed.id);
    const now = await text(standing.get(`/nhiem-vu/${next?.id}`));
    expect(now).toContain('Qua các năm');
    expect(now).toContain(`href="/nhiem-vu/${changed.id}"`);
    expect(now).toMatch(/0\/\d+ phần việc đã chấp nhận, \d+ chậm hạn/);
    expect(await htmlProblems(now)).toEqual([]);
    expect(await text(standing.get(`/nhiem-vu/${changed.id}`))).toContain(`href="/nhiem-vu/${next?.id}"`);
    app.clock.set(new Date('2024-06-24T02:00:00Z'));
    standing = await app.signIn('thuongtruc', TEST_PASSWORD);
  });
});

describe('a withdrawn plan', () => {
  it('is marked on the board, which then opens another, and on its tasks', async () => {
    const { planId: second, tasks } = await plans.issuedPlan();
    await world.run(plans.leader, (context, tx) =>
      withdrawPlan(
        context,
        tx,
        withdrawPlanInput.parse({ planId: second, on: '24/06/2024', reason: 'Ban hành sai thẩm quyền' }),
      ),
    );
    expect(await text(standing.get(`/dieu-hanh?ke-hoach=${second}`))).toContain('(đã thu hồi)');
    expect(await text(standing.get('/dieu-hanh'))).not.toContain('(đã thu hồi)');
    const task = taskAt(tasks, 0);
    expect(await text(standing.get(`/nhiem-vu/${task.id}`))).toContain('đã bị thu hồi ngày 24/06/2024');
    const notices = await text(commune.get('/thong-bao'));
    expect(notices).toContain('thu hồi kế hoạch');
    expect(notices).toContain('sửa đổi kế hoạch');
  });
});
