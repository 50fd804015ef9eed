import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { fillDraft, signedAs } from '../../../../test/support/unit-plan-form.ts';
import { type UnitPlanWorld, unitPlanWorld } from '../../../../test/support/unit-plan-world.ts';
import { systemActor } from '../../../kernel/authz.ts';
import { calendarDate } from '../../../kernel/dates.ts';
import { query } from '../../../kernel/db/sql.ts';
import { applyProposal, proposeEdit } from '../../calendar/index.ts';
import {
  amendTask,
  amendTaskInput,
  changeUnitPlanRule,
  closePlan,
  correctIssue,
  issueAmendment,
  issueAmendmentInput,
  startAmendment,
  withdrawPlan,
} from '../../plans/index.ts';
import { unitPlanErrors } from '../errors.ts';
import { jobs } from '../jobs.ts';
import { openUnitPlanDues } from '../queries/open-dues.ts';
import { loadLines } from '../store-draft.ts';
import { beginDraft } from './begin-draft.ts';
import { issueUnitPlan } from './issue-unit-plan.ts';
import { remindUnits } from './remind.ts';

let place: TestTenant;
let world: UnitPlanWorld;

beforeEach(async () => {
  place = await testTenant();
  world = await unitPlanWorld(place);
});
afterEach(() => place.close());

async function issueFor(unitId: string, on: string): Promise<void> {
  const { id } = await world.of(unitId);
  await world.on(on, systemActor, async (context, tx) => {
    await beginDraft(context, tx, { unitPlanId: id });
    await fillDraft(context, tx, id);
    await issueUnitPlan(context, tx, signedAs(id, on));
  });
}

const notices = (kind: string) =>
  place.db.rows(query({ unitId: 'uuid', params: 'json', settled: 'bool' } as const)`
    select n.unit_id as "unitId", n.params, s.notice_id is not null as settled
    from notices_notice n left join notices_settled s on s.notice_id = n.id where n.kind = ${kind} order by n.made_at, n.id`);

/** What stands in the row must be what the events lead to. */
async function expectRowsLikeEvents(): Promise<void> {
  const rows = await place.db.rows(query({
    unitId: 'uuid',
    dueOn: 'date?',
    issuedOn: 'date',
    metOn: 'date?',
    isVoid: 'bool',
  } as const)`
    select unit_id as "unitId", due_on as "dueOn", issued_on as "issuedOn", met_on as "metOn", is_void as "isVoid"
    from unitplans_obligation`);
  for (const row of rows) {
    const { course } = await world.of(row.unitId);
    expect(row).toMatchObject({
      dueOn: course.due?.on ?? null,
      issuedOn: course.parentIssuedOn,
      metOn: course.versions[0]?.issuedOn ?? null,
      isVoid: course.void !== null,
    });
  }
}

describe('due days follow what they were counted from', () => {
  it('a corrected day of issue moves all of them, issued plans too, and says so', async () => {
    await issueFor(world.tree.commune, '2024-02-20');
    expect((await world.of(world.tree.commune)).state).toBe('issued_late');
    await world.on('2024-02-21', systemActor, (context, tx) =>
      correctIssue(context, tx, {
        planId: world.planId,
        number: '15/KH-UBND',
        issuedOn: calendarDate('2024-01-23'),
        reason: 'Ghi nhầm ngày',
      }),
    );
    const commune = await world.of(world.tree.commune);
    expect(commune).toMatchObject({
      state: 'issued',
      course: { parentIssuedOn: '2024-01-23', due: { on: '2024-02-20' } },
    });
    expect((await world.of(world.tree.office)).course.due?.explained.vi).toContain('23/01/2024');
    expect((await world.of(world.front)).course).toMatchObject({ parentIssuedOn: '2024-01-23', due: null });
    const told = await notices('unit_plan_moved');
    expect(told).toHaveLength(3);
    expect(told[0]?.params).toMatchObject({ from: '2024-02-19', to: '2024-02-20', why: 'issue_corrected' });
    expect((await world.of(world.tree.commune, '2024-02-20')).state).toBe('issued_late');
    await expectRowsLikeEvents();
  });

  it('a withdrawn parent ends them: nothing is late, nobody is reminded, issued plans stay readable', async () => {
    await issueFor(world.tree.commune, '2024-02-01');
    await world.on('2024-02-05', systemActor, (context, tx) =>
      withdrawPlan(context, tx, {
        planId: world.planId,
        on: calendarDate('2024-02-05'),
        reason: 'Ban hành nhầm',
      }),
    );
    expect((await world.of(world.tree.office)).state).toBe('void');
    expect((await world.of(world.tree.commune)).course.versions).toHaveLength(1);
    expect(await world.on('2024-03-01', systemActor, remindUnits)).toBe(0);
    expect(await openUnitPlanDues(place.db, calendarDate('2024-03-01'))).toEqual([]);
    const { id } = await world.of(world.tree.office);
    await expect(
      world.on('2024-02-06', systemActor, (context, tx) => beginDraft(context, tx, { unitPlanId: id })),
    ).rejects.toMatchObject({ type: { code: unitPlanErrors.void.code } });
    expect((await notices('unit_plan_moved')).every((one) => (one.params as { to: null }).to === null)).toBe(
      true,
    );
    await expectRowsLikeEvents();
  });

  it('the time can be set anew after the issue, taken away, and asked for again', async () => {
    const change = (within: number | null) =>
      world.on('2024-02-01', systemActor, (context, tx) =>
        changeUnitPlanRule(context, tx, { planId: world.planId, within, reason: 'Theo công văn của tỉnh' }),
      );
    await change(20);
    expect((await world.of(world.tree.commune)).course.due?.on).toBe('2024-02-26');
    await change(null);
    expect((await world.of(world.tree.commune)).state).toBe('void');
    await change(10);
    expect(await world.of(world.tree.commune)).toMatchObject({
      state: 'not_received',
      course: { due: { on: '2024-02-05' } },
    });
    expect(await world.of(world.front)).toMatchObject({ state: 'not_received', course: { due: null } });
    await expectRowsLikeEvents();
  });

  it('a new calendar moves those that are awaited, not those that were met', async () => {
    await issueFor(world.tree.commune, '2024-02-01');
    await world.on('2024-02-01', systemActor, async (context, tx) => {
      const day = {
        type: 'day_off',
        date: calendarDate('2024-02-19'),
        source: 'QĐ 1/QĐ-TTg',
        nameVi: 'Nghỉ thêm',
      } as const;
      await proposeEdit(context, tx, { ...day, nameEn: '', kind: 'statutory', status: 'CONFIRMED' });
      await applyProposal(context, tx, { revision: 1, note: 'QĐ 1/QĐ-TTg' });
    });
    expect((await world.of(world.tree.office)).course.due?.on).toBe('2024-02-20');
    expect((await world.of(world.tree.commune)).course.due?.on).toBe('2024-02-19');
    await expectRowsLikeEvents();
  });

  it('where the parent asks for none, nobody owes one', async () => {
    const other = await testTenant();
    try {
      const quiet = await unitPlanWorld(other, { within: null });
      await expect(quiet.of(quiet.tree.commune)).rejects.toThrow('owes no plan');
    } finally {
      await other.close();
    }
  });
});

describe('an amendment of the parent', () => {
  it('is told by an issued plan, and its new tasks are missing from the next version until they are taken in', async () => {
    const { commune, office } = world.tree;
    await issueFor(commune, '2024-02-01');
    await world.on('2024-03-01', systemActor, async (context, tx) => {
      await startAmendment(context, tx, { planId: world.planId, reason: 'Bổ sung nhiệm vụ' });
      const content = {
        code: '1.9',
        clausePath: null,
        dimension: 1,
        subDimension: null,
        words: 'Khảo sát mức độ hài lòng',
        products: [{ text: 'Báo cáo', type: 'document' }],
        leadUnitId: office,
        leadGroup: null,
        leadWords: 'Phòng Nội vụ',
        executors: 'chosen',
        executorGroup: null,
        chosenUnitIds: [commune],
        coordinators: [],
        due: { v: 1, type: 'date', on: '2024-10-31' },
        dueWords: '31/10/2024',
        tags: [],
        priority: 0,
        note: '',
      };
      await amendTask(
        context,
        tx,
        amendTaskInput.parse({
          planId: world.planId,
          taskId: null,
          revision: 0,
          content,
          reason: 'Tỉnh giao thêm',
        }),
      );
      await issueAmendment(
        context,
        tx,
        issueAmendmentInput.parse({
          planId: world.planId,
          number: '40/KH-UBND',
          reason: 'Bổ sung nhiệm vụ',
          issuedOn: '01/03/2024',
          signerName: 'Phạm Đức Toàn',
          signerTitle: 'Chủ tịch',
        }),
      );
    });
    const unitPlan = await world.of(commune);
    expect(unitPlan).toMatchObject({ state: 'issued', course: { amendedTo: 2 } });
    expect((await world.of(commune, '2024-02-29')).course.amendedTo).toBeNull();
    await world.on('2024-03-04', systemActor, (context, tx) =>
      beginDraft(context, tx, { unitPlanId: unitPlan.id }),
    );
    const lines = await loadLines(place.db, unitPlan.id);
    expect(lines.at(-1)?.dueWords).toBe('31/10/2024');
    expect(lines).toHaveLength(5);
  });
});

describe('reminders', () => {
  const remind = (day: string) => world.on(day, systemActor, remindUnits);
  const days = async () =>
    (
      await place.db.rows(query({ day: 'int' } as const)`
        select distinct working_day::int as day from unitplans_reminder order by day`)
    ).map((row) => row.day);

  it('come on working days 5, 10 and 14, never on days off, once a day however often the job runs', async () => {
    expect(await remind('2024-01-26')).toBe(0);
    expect(await remind('2024-01-27')).toBe(0);
    // The office and two communes; the Front is never reminded.
    expect(await remind('2024-01-29')).toBe(3);
    expect(await remind('2024-01-29')).toBe(0);
    expect(await remind('2024-01-30')).toBe(0);
    expect(await remind('2024-02-05')).toBe(3);
    expect(await remind('2024-02-10')).toBe(0);
    expect(await remind('2024-02-16')).toBe(3);
    expect(await days()).toEqual([5, 10, 14]);
    const told = await notices('unit_plan_reminder');
    expect(told).toHaveLength(9);
    expect(told.filter((one) => !one.settled)).toHaveLength(3);
    expect(told.at(-1)?.params).toMatchObject({ left: 1, late: 0, dueOn: '2024-02-19' });
    expect(told.some((one) => one.unitId === world.front)).toBe(false);
  });

  it('after a time in which nothing ran, the latest one is made up for, and days late are counted', async () => {
    expect(await remind('2024-02-07')).toBe(3);
    expect(await days()).toEqual([10]);
    await issueFor(world.tree.commune, '2024-02-19');
    expect(await remind('2024-02-19')).toBe(2);
    expect(await remind('2024-02-20')).toBe(2);
    expect(await remind('2024-02-23')).toBe(2);
    expect(await days()).toEqual([10, 14, 16, 19]);
    const told = (await notices('unit_plan_reminder')).map((one) => one.params as { late: number });
    expect(told.slice(-2).map((one) => one.late)).toEqual([4, 4]);
    expect((await notices('unit_plan_reminder')).filter((one) => one.unitId === world.tree.commune)).toEqual([
      expect.objectContaining({ settled: true }),
    ]);
  });

  it('end with the parent plan', async () => {
    await world.on('2024-01-24', systemActor, (context, tx) =>
      closePlan(context, tx, { planId: world.planId }),
    );
    expect(await remind('2024-01-29')).toBe(0);
  });

  it('the job reminds in each tenant by its clock, and says how many', async () => {
    place.clock.set(new Date('2024-02-20T00:00:00Z'));
    const [job] = jobs;
    const tools = { tenant: place.tenant } as Parameters<NonNullable<typeof job>['run']>[1];
    expect(job?.every).toBe('0 7 * * *');
    expect(await job?.run(undefined as never, tools)).toEqual({ units: 3 });
    expect(await job?.run(undefined as never, tools)).toEqual({ units: 0 });
  });
});
