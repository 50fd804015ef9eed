import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../test/support/app.ts';
import { type PlanWorld, planWorld } from '../../../../test/support/plan-world.ts';
import { calendarDate } from '../../../kernel/dates.ts';
import { query } from '../../../kernel/db/sql.ts';
import { applyProposal, proposeEdit } from '../../calendar/index.ts';
import { issuePlan } from '../../plans/index.ts';
import { type DeadlinesMoved, deadlinesMoved } from '../events.ts';
import { openDeadlines } from '../queries/open-deadlines.ts';

let place: TestApp;
let world: PlanWorld;
const told: DeadlinesMoved[] = [];

beforeAll(async () => {
  // The application wires the rooms: issue makes assignments, the calendar moves their deadlines.
  place = await testApp();
  world = await planWorld(place);
  const planId = await world.draft();
  await world.importExample(planId);
  deadlinesMoved.on(async (_context, _tx, moved) => {
    told.push(moved);
  });
  await world.run(undefined, (context, tx) =>
    issuePlan(context, tx, {
      planId,
      number: '15/KH-UBND',
      issuedOn: calendarDate('2024-01-22'),
      signerName: 'Lê Văn Mẫu',
      signerTitle: 'Chủ tịch',
    }),
  );
}, 60_000);
afterAll(() => place.close());

const row = { id: 'uuid', dueOn: 'date', calendar: 'text', explained: 'text' } as const;
const rows = () =>
  place.db.rows(query(row)`
    select id, due_on as "dueOn", due_calendar as calendar, due_explained_vi as explained from assignments_assignment
    where due_on is not null order by id`);

it('open deadlines are those with a day, each with its unit and the words of its task', async () => {
  const open = await openDeadlines(place.db, place.tenant.clock.today());
  expect(open).toHaveLength((await rows()).length);
  expect(open.every((deadline) => deadline.unitName !== '' && deadline.label.length > 3)).toBe(true);
});

it('a new calendar moves exactly the assignments it says it moves, explains them anew, and tells the units', async () => {
  const before = new Map((await rows()).map((one) => [one.id, one]));
  // 19/02/2024 is the fifteenth working day after the issue of the plan.
  await world.run(undefined, (context, tx) =>
    proposeEdit(context, tx, {
      type: 'day_off',
      date: calendarDate('2024-02-19'),
      source: 'QĐ 1/QĐ-TTg',
      nameVi: 'Nghỉ thêm',
      nameEn: '',
      kind: 'statutory',
      status: 'CONFIRMED',
    }),
  );
  const { version, moved } = await world.run(undefined, (context, tx) =>
    applyProposal(context, tx, { revision: 1, note: 'QĐ 1/QĐ-TTg' }),
  );
  expect(moved).toBeGreaterThan(0);
  const changed = (await rows()).filter((one) => one.dueOn !== before.get(one.id)?.dueOn);
  // The units' own plans were due on that day too: they follow the calendar beside the work.
  const ownPlans = await place.db.one(query({ count: 'bigint' } as const)`
    select count(*) as count from unitplans_obligation where due_on = '2024-02-20'`);
  expect(ownPlans.count).toBeGreaterThan(0);
  expect(changed).toHaveLength(moved - ownPlans.count);
  for (const one of changed) {
    expect([before.get(one.id)?.dueOn, one.dueOn, one.calendar]).toEqual([
      '2024-02-19',
      '2024-02-20',
      version,
    ]);
    expect(one.explained).toContain('20/02/2024');
  }
  const untouched = (await rows()).filter((one) => one.dueOn === before.get(one.id)?.dueOn);
  expect(untouched).toEqual(untouched.map((one) => before.get(one.id)));

  expect(told.map((one) => one.calendarVersion)).toEqual([version]);
  expect(told[0]?.perUnit.reduce((sum, unit) => sum + unit.count, 0)).toBe(changed.length);
  const audited = await place.db.one(
    query({ count: 'int' } as const)`select jsonb_array_length(after)::integer as count from kernel_audit
      where event = 'assignments.deadlines_moved'`,
  );
  expect(audited.count).toBe(changed.length);
});
