import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amending, taskAt } from '../../../test/support/amend-plan.ts';
import { type TestApp, testApp, type Visitor } from '../../../test/support/app.ts';
import { htmlProblems } from '../../../test/support/html-rules.ts';
import { type PlanWorld, planWorld, TEST_PASSWORD } from '../../../test/support/plan-world.ts';
import { calendarDate } from '../../kernel/dates.ts';
import { correctIssue, correctIssueInput } from './commands/correct-issue.ts';
import { withdrawPlan, withdrawPlanInput } from './index.ts';
import { planList, planYears } from './queries/plan-list.ts';
import { readPlan } from './queries/read-plan.ts';

const ISSUED = '2024-01-22';
const CORRECTED = '2024-03-01';
const AMENDED = '2024-06-20';
const WITHDRAWN = '2024-06-24';

let app: TestApp;
let world: PlanWorld;
let plans: ReturnType<typeof amending>;
let planId: string;
let count: number;
let visitor: Visitor;

const goTo = (day: string) => app.clock.set(new Date(`${day}T02:00:00Z`));

beforeAll(async () => {
  app = await testApp();
  world = await planWorld(app);
  plans = amending(world, app.db);
  await world.account('thuongtruc', 'standing', 'phong-noi-vu');
  goTo(ISSUED);
  const issued = await plans.issuedPlan();
  ({ planId } = issued);
  count = issued.tasks.length;
  await world.draft('Bản thảo chưa ban hành');
  goTo(CORRECTED);
  const correction = { planId, number: '1A/KH-UBND', issuedOn: '23/01/2024', reason: 'Gõ nhầm' };
  await world.run(plans.standing, (context, tx) =>
    correctIssue(context, tx, correctIssueInput.parse(correction)),
  );
  goTo(AMENDED);
  await plans.start(planId);
  await plans.amend(planId, { task: taskAt(issued.tasks, 0), with: null });
  await plans.issue(planId, { issuedOn: '20/06/2024' });
  goTo(WITHDRAWN);
  const withdrawal = { planId, on: '24/06/2024', reason: 'Ban hành sai thẩm quyền' };
  await world.run(plans.leader, (context, tx) =>
    withdrawPlan(context, tx, withdrawPlanInput.parse(withdrawal)),
  );
  visitor = await app.signIn('thuongtruc', TEST_PASSWORD);
});
afterAll(() => app.close());

describe('the list of plans on a day of the past', () => {
  const on = async (day: string) => {
    const asOf = calendarDate(day);
    return (await planList(app.db, plans.standing, calendarDate(WITHDRAWN), { asOf })).rows;
  };

  it('has nothing before the issue, and no year to choose', async () => {
    expect(await on('2024-01-21')).toEqual([]);
    const years = (day: string) =>
      planYears(app.db, plans.standing, calendarDate(WITHDRAWN), calendarDate(day));
    expect(await years('2024-01-21')).toEqual([]);
    expect(await years(ISSUED)).toEqual([2024]);
  });

  it.each([
    [ISSUED, { number: '1/KH-UBND', issuedOn: '2024-01-22', version: 1, state: 'issued' }],
    ['2024-02-29', { number: '1/KH-UBND', issuedOn: '2024-01-22', version: 1, state: 'issued' }],
    [CORRECTED, { number: '1A/KH-UBND', issuedOn: '2024-01-23', version: 1, state: 'issued' }],
    [AMENDED, { number: '1A/KH-UBND', issuedOn: '2024-01-23', version: 2, state: 'issued' }],
    [WITHDRAWN, { number: '1A/KH-UBND', issuedOn: '2024-01-23', version: 2, state: 'withdrawn' }],
  ])('says on %s what the page of the plan says of that day', async (day, head) => {
    const [row, ...more] = await on(day);
    expect(more).toEqual([]);
    expect(row).toMatchObject({ ...head, tasks: head.version === 1 ? count : count - 1 });
    const asOf = calendarDate(day);
    const { plan, tasks, clauses } = await readPlan(app.context(plans.standing), app.db, planId, { asOf });
    const { number, issuedOn, version, state, title, signerName, regularPeriod } = plan;
    expect(row).toMatchObject({ number, issuedOn, version, state, title, signerName, regularPeriod });
    expect(row).toMatchObject({ tasks: tasks.length, clauses: clauses.length });
  });

  it('filters by what stood on the day', async () => {
    const find = async (rest: object) =>
      (
        await planList(app.db, plans.standing, calendarDate(WITHDRAWN), {
          asOf: calendarDate(AMENDED),
          ...rest,
        })
      ).total;
    expect(await find({ state: 'issued' })).toBe(1);
    expect(await find({ state: 'withdrawn' })).toBe(0);
    expect(await find({ words: '1a/kh' })).toBe(1);
    expect(await find({ year: 2023 })).toBe(0);
  });

  it('is a page that keeps the day, says that drafts are not there, and opens the plan on that day', async () => {
    expect(await (await visitor.get('/ke-hoach')).text()).toContain('Bản thảo chưa ban hành');
    for (const lang of ['en', 'vi']) {
      const answer = await visitor.get(`/ke-hoach?as_of=${ISSUED}&lang=${lang}`);
      expect(answer.status).toBe(200);
      expect(await htmlProblems(await answer.text())).toEqual([]);
    }
    const page = await (await visitor.get(`/ke-hoach?as_of=${ISSUED}`)).text();
    expect(page).toContain('đến hết ngày 22/01/2024');
    expect(page).toContain('Dự thảo không được giữ theo ngày');
    expect(page).toContain(`href="/ke-hoach/${planId}?as_of=${ISSUED}"`);
    expect(page).toContain(`<input type="hidden" name="as_of" value="${ISSUED}">`);
    expect(page).not.toContain('Bản thảo chưa ban hành');
    expect(page).not.toContain('href="/ke-hoach/moi"');
    expect((await visitor.get('/ke-hoach?as_of=homqua')).status).toBe(422);
    const file = await visitor.get(`/ke-hoach?as_of=${ISSUED}&dinh-dang=csv`);
    expect(await file.text()).toContain('1/KH-UBND');
  });

  it('is read by other systems in the same way', async () => {
    const read = async (asOf: string) => (await visitor.get(`/api/v1/plans?as_of=${asOf}`)).json();
    expect(await read('2024-01-21')).toEqual({ plans: [], total: 0 });
    expect(await read(ISSUED)).toMatchObject({ plans: [{ id: planId, number: '1/KH-UBND' }], total: 1 });
  });
});

describe('the table of tasks on a day of the past', () => {
  it('leads to the plan of that day, whose tasks stand under its clauses, keeping the content', async () => {
    const base = `/ke-hoach/${planId}`;
    const to = async (rest: string) => {
      const answer = await visitor.get(`${base}/nhiem-vu?as_of=${ISSUED}${rest}`);
      return [answer.status, answer.headers.get('location')];
    };
    expect(await to('')).toEqual([303, `${base}?as_of=${ISSUED}`]);
    expect(await to('&noi-dung=3')).toEqual([303, `${base}?noi-dung=3&as_of=${ISSUED}`]);
    expect((await visitor.get(`${base}/nhiem-vu?as_of=homqua`)).status).toBe(422);
    expect(await (await visitor.get(`${base}/nhiem-vu`)).text()).toContain('Xem tại một ngày đã qua');
  });
});
