import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amending, taskAt } from '../../../test/support/amend-plan.ts';
import { type TestTenant, testTenant } from '../../../test/support/database.ts';
import { type PlanWorld, planWorld } from '../../../test/support/plan-world.ts';
import type { Actor } from '../../kernel/authz.ts';
import { calendarDate, yearOf } from '../../kernel/dates.ts';
import { kernelErrors } from '../../kernel/kernel-errors.ts';
import { beginNextYear } from './commands/begin-next-year.ts';
import { correctIssue, correctIssueInput, seenOf } from './commands/correct-issue.ts';
import { amendmentErrors } from './errors-amendment.ts';
import {
  type IssueCorrected,
  type PlanWithdrawn,
  planById,
  planErrors,
  planIssueCorrected,
  planWithdrawn,
  tasksOfPlan,
  withdrawPlan,
  withdrawPlanInput,
} from './index.ts';
import { correctionsOf } from './store/amendments.ts';
import { loadBaseline } from './store/baselines.ts';
import { loadBases } from './store/plans.ts';

let place: TestTenant;
let world: PlanWorld;
let plans: ReturnType<typeof amending>;
let commune: Actor;
const today = calendarDate('2024-06-24');
const told: { corrected: IssueCorrected[]; withdrawn: PlanWithdrawn[] } = { corrected: [], withdrawn: [] };

beforeAll(async () => {
  place = await testTenant();
  world = await planWorld(place);
  plans = amending(world, place.db);
  commune = world.actor('member', 'xa-bai-say');
  planIssueCorrected.on(async (_context, _tx, corrected) => void told.corrected.push(corrected));
  planWithdrawn.on(async (_context, _tx, withdrawn) => void told.withdrawn.push(withdrawn));
});
afterAll(() => place.close());

const refused = (work: Promise<unknown>, type: unknown) => expect(work).rejects.toMatchObject({ type });

describe('a correction of number and day', () => {
  const correct = (planId: string, rest: Record<string, unknown>, actor: Actor = plans.standing) =>
    world.run(actor, (context, tx) =>
      correctIssue(
        context,
        tx,
        correctIssueInput.parse({
          planId,
          number: '1/KH-UBND',
          issuedOn: '22/01/2024',
          reason: 'Gõ nhầm',
          ...rest,
        }),
      ),
    );

  it('stands beside the baseline, which stays, and is told with the day before and after', async () => {
    const { planId } = await plans.issuedPlan();
    const number = '1A/KH-UBND';
    await correct(planId, { number, issuedOn: '23/01/2024' });
    expect(await planById(place.db, planId, today)).toMatchObject({
      number,
      issuedOn: '2024-01-23',
      version: 1,
    });
    expect(await loadBaseline(place.db, planId, 1)).toMatchObject({ plan: { issuedOn: '2024-01-22' } });
    expect(await correctionsOf(place.db, planId)).toMatchObject([
      { numberAfter: number, issuedOnBefore: '2024-01-22', issuedOnAfter: '2024-01-23', reason: 'Gõ nhầm' },
    ]);
    expect(told.corrected.at(-1)).toMatchObject({
      planId,
      from: '2024-01-22',
      to: '2024-01-23',
      toNumber: number,
      issued: { plan: { issuedOn: '2024-01-23', number } },
    });
  });

  it('refuses what corrects nothing, a day that cannot be, a number that is taken, and who may not', async () => {
    const taken = await plans.issuedPlan();
    const { planId, number, tasks } = await plans.issuedPlan();
    await refused(correct(planId, { number }), amendmentErrors.nothing_changed);
    await refused(correct(planId, { issuedOn: '31/12/2022' }), planErrors.issued_before_year);
    await refused(correct(planId, { issuedOn: '25/06/2024' }), amendmentErrors.day_out_of_order);
    await refused(correct(planId, { number: taken.number }), planErrors.number_taken);
    await refused(correct(planId, { issuedOn: '23/01/2024' }, commune), kernelErrors.forbidden);
    await refused(
      correct(planId, { issuedOn: '23/01/2024', seen: seenOf({ number: 'cũ', issuedOn: null }) }),
      kernelErrors.conflict,
    );
    await plans.start(planId);
    await plans.amend(planId, { task: taskAt(tasks, 0), with: { words: 'Sửa' } });
    await plans.issue(planId, { issuedOn: '01/02/2024' });
    await refused(correct(planId, { issuedOn: '02/02/2024' }), amendmentErrors.day_out_of_order);
  });
});

describe('a withdrawal', () => {
  it('ends the plan with a reason, once; everybody still reads it', async () => {
    const { planId } = await plans.issuedPlan();
    const withdraw = (rest: Record<string, unknown> = {}, actor: Actor = plans.leader) =>
      world.run(actor, (context, tx) =>
        withdrawPlan(
          context,
          tx,
          withdrawPlanInput.parse({ planId, on: '20/06/2024', reason: 'Ban hành sai thẩm quyền', ...rest }),
        ),
      );
    await refused(withdraw({}, commune), kernelErrors.forbidden);
    await refused(withdraw({ on: '21/01/2024' }), amendmentErrors.day_out_of_order);
    await withdraw();
    expect(await planById(place.db, planId, today)).toMatchObject({
      state: 'withdrawn',
      withdrawnOn: '2024-06-20',
      withdrawReason: 'Ban hành sai thẩm quyền',
    });
    expect(told.withdrawn.at(-1)).toMatchObject({ planId, version: 1, on: '2024-06-20' });
    await refused(withdraw(), amendmentErrors.not_in_force);
    await refused(plans.start(planId), amendmentErrors.not_in_force);
  });
});

describe('next year’s plan', () => {
  it('begins from this one: clauses, bases and tasks taken over, dues moved, each task knowing where it comes from', async () => {
    const { planId, tasks } = await plans.issuedPlan();
    const begin = (rest: Partial<{ year: number }> = {}, actor: Actor = plans.standing) =>
      world.run(actor, (context, tx) =>
        beginNextYear(context, tx, { planId, title: 'Kế hoạch năm 2025', year: 2025, ...rest }),
      );
    await refused(begin({ year: 2024 }), amendmentErrors.next_year_wrong);
    await refused(begin({}, commune), kernelErrors.forbidden);
    const nextId = await begin();
    expect(await planById(place.db, nextId, today)).toMatchObject({
      state: 'draft',
      year: 2025,
      number: null,
      previousPlanId: planId,
      version: 1,
    });
    const next = await tasksOfPlan(place.db, nextId);
    expect(next.map((task) => task.previousTaskId)).toEqual(tasks.map((task) => task.id));
    expect(next.map((task) => task.words)).toEqual(tasks.map((task) => task.words));
    const dated = tasks.flatMap((task, index) => {
      const due = next[index]?.due;
      return task.due?.type === 'date' && due?.type === 'date' ? [yearOf(due.on) - yearOf(task.due.on)] : [];
    });
    expect(dated.length).toBeGreaterThan(0);
    expect(new Set(dated)).toEqual(new Set([1]));
    expect(await loadBases(place.db, nextId)).toEqual(await loadBases(place.db, planId));
    // The draft is changed like any other and leaves the plan of this year alone.
    expect(await tasksOfPlan(place.db, planId)).toEqual(tasks);
  });
});
