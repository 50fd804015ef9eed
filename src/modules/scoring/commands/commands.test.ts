import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amending } from '../../../../test/support/amend-plan.ts';
import { type TestApp, testApp } from '../../../../test/support/app.ts';
import { type PlanWorld, planWorld } from '../../../../test/support/plan-world.ts';
import type { Actor } from '../../../kernel/authz.ts';
import { calendarDate, endOfDay } from '../../../kernel/dates.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { amendTask, changesOf, openAmendment, tasksOfPlan } from '../../plans/index.ts';
import { scoringErrors } from '../errors.ts';
import { adoptionsOf } from '../queries/adoptions.ts';
import { causesOf } from '../queries/causes.ts';
import { draftsFor } from '../queries/drafts.ts';
import { effortsOf } from '../queries/efforts.ts';
import { ownerOn } from '../queries/owner-on.ts';
import { namedOwners } from '../queries/owners.ts';
import { practiceById, practicesOf, practiceVersions } from '../queries/practices.ts';
import { adoptPractice, recordOutcome } from './adopt-practice.ts';
import { draftTask } from './draft-task.ts';
import { giveEffort } from './give-effort.ts';
import { nameOwner } from './name-owner.ts';
import { changePractice, recordPractice, withdrawPractice } from './record-practice.ts';
import { writeCause } from './write-cause.ts';

let place: TestApp;
let world: PlanWorld;
let planId: string;
let standing: Actor;
let finance: Actor;
let commune: Actor;
const today = calendarDate('2024-06-24');

beforeAll(async () => {
  place = await testApp();
  world = await planWorld(place);
  ({ planId } = await amending(world, place.db).issuedPlan());
  standing = world.actor('standing', 'phong-noi-vu');
  finance = world.actor('lead', 'phong-tai-chinh-ke-hoach');
  commune = world.actor('member', 'xa-bai-say');
});
afterAll(() => place.close());

const refused = (work: Promise<unknown>, type: unknown) => expect(work).rejects.toMatchObject({ type });

const practice = {
  title: 'Bảng ngân sách một trang',
  place: 'Một xã',
  parts: ['2.3'],
  what: 'Tóm tắt thu, chi thành một trang.',
  how: 'Lập sau mỗi quý.',
  source: 'Xem tận nơi.',
  task: {
    words: 'Niêm yết bảng tóm tắt thu, chi tại nhà văn hóa thôn',
    products: 'Bảng niêm yết; biên bản',
    due: 'Hằng quý',
    group: 'communes',
  },
};

const record = (parts: object = {}, actor = standing): Promise<string> =>
  world.run(actor, (context, tx) => recordPractice(context, tx, { ...practice, ...parts }));

describe('who answers for a part', () => {
  it('is inferred from the plan until the standing agency names somebody; the past reads as it was', async () => {
    const inferred = await ownerOn(place.db, '2.3', today);
    expect(inferred).toEqual({ unitId: finance.current?.unitId, isProposed: true, since: null });
    const unitId = world.unit('thanh-tra').id;
    await world.run(standing, (context, tx) =>
      nameOwner(context, tx, { part: '2.3', unitId, fromOn: '2024-06-01', words: 'Thông báo 12' }),
    );
    expect(await ownerOn(place.db, '2.3', today)).toEqual({ unitId, isProposed: false, since: '2024-06-01' });
    expect(await namedOwners(place.db, endOfDay(calendarDate('2024-06-23')))).toEqual([]);
    await world.run(standing, (context, tx) =>
      nameOwner(context, tx, { part: '2.3', unitId: null, fromOn: '2024-06-24' }),
    );
    expect((await ownerOn(place.db, '2.3', today))?.isProposed).toBe(true);
  });

  it('is named by nobody else, for no part that has ended, and never changed in place', async () => {
    const unitId = world.unit('thanh-tra').id;
    const name = (actor: Actor, part: string) =>
      world.run(actor, (context, tx) => nameOwner(context, tx, { part, unitId, fromOn: '2024-06-01' }));
    await refused(name(finance, '2.3'), kernelErrors.forbidden);
    await refused(name(commune, '2.3'), kernelErrors.forbidden);
    await refused(name(standing, '5.2'), scoringErrors.part_ended);
    await expect(
      place.db.transaction((tx) => tx.run(sql`update scoring_owner set words = 'khác'`)),
    ).rejects.toThrow();
  });
});

describe('causes', () => {
  const cause = (actor: Actor, seen: number, shortcoming = 'Bảng khó đọc', part = '2.3', year = 2023) =>
    world.run(actor, (context, tx) =>
      writeCause(context, tx, {
        year,
        part,
        shortcoming,
        cause: 'Niêm yết nguyên biểu kế toán',
        responsibility: 'Phòng Tài chính ban hành mẫu',
        unitIds: [world.unit('xa-bai-say').id],
        seen,
      }),
    );

  it('are written by whoever answers for the part and by the standing agency, each writing a version', async () => {
    await cause(finance, 0);
    await cause(standing, 1, 'Bảng khó đọc, ít người biết');
    const all = await causesOf(place.db, { year: 2023, part: '2.3', asOf: null });
    expect(all.map(({ version, shortcoming }) => [version, shortcoming])).toEqual([
      [2, 'Bảng khó đọc, ít người biết'],
      [1, 'Bảng khó đọc'],
    ]);
    await refused(cause(commune, 2), kernelErrors.forbidden);
    await refused(cause(finance, 0, 'x', '4.1'), kernelErrors.forbidden);
  });

  it('of two writers the second is told, and nothing is lost', async () => {
    await refused(cause(finance, 1, 'Viết đè'), scoringErrors.cause_changed);
    const [newest] = await causesOf(place.db, { year: 2023, part: '2.3', asOf: null });
    expect(newest?.shortcoming).toBe('Bảng khó đọc, ít người biết');
  });

  it('belong to a part of the edition of their year', async () => {
    await refused(cause(standing, 0, 'x', '5.2', 2023), scoringErrors.part_unknown);
    await cause(standing, 0, 'Cấp phép xây dựng chậm', '5.2', 2019);
    expect(await causesOf(place.db, { year: 2019, asOf: null })).toHaveLength(1);
  });
});

describe('efforts', () => {
  it('are told by an office for itself; its latest word counts, and a past day reads the one before', async () => {
    const unitId = world.unit('phong-tai-chinh-ke-hoach').id;
    const give = (actor: Actor, cost: number, code = '2.3') =>
      world.run(actor, (context, tx) =>
        giveEffort(context, tx, { year: 2023, code, unitId, step: 0.1, cost, measure: 'million_vnd' }),
      );
    await give(finance, 60);
    place.clock.set(new Date('2024-06-25T02:00:00Z'));
    await give(finance, 45);
    expect((await effortsOf(place.db, 2023, null)).map(({ cost }) => cost)).toEqual([45]);
    expect((await effortsOf(place.db, 2023, endOfDay(today))).map(({ cost }) => cost)).toEqual([60]);
    await refused(give(commune, 1), kernelErrors.forbidden);
    await refused(give(finance, 1, '2.9'), scoringErrors.code_unknown);
    place.clock.set(new Date('2024-06-24T02:00:00Z'));
  });
});

describe('practices', () => {
  it('are found by words without diacritics, by part, and by whether they bring a task', async () => {
    const id = await record();
    await record({ title: 'Họp thôn có hỏi đáp', parts: ['1.1'], task: null });
    const find = async (wanted: object) =>
      (await practicesOf(place.db, { asOf: null, limit: 50, ...wanted })).rows.map(({ title }) => title);
    expect(await find({ words: 'ngan sach' })).toEqual([practice.title]);
    expect(await find({ part: '1.1' })).toEqual(['Họp thôn có hỏi đáp']);
    expect(await find({ withTask: true })).toEqual([practice.title]);
    expect((await practiceById(place.db, id))?.task?.products.map(({ type }) => type)).toEqual([
      'posting',
      'document',
    ]);
  });

  it('are changed as versions by their unit or the standing agency; the second of two writers is told', async () => {
    const id = await record({ title: 'Của xã' }, commune);
    const change = (actor: Actor, seen: number, title: string) =>
      world.run(actor, (context, tx) => changePractice(context, tx, { ...practice, id, seen, title }));
    await change(commune, 1, 'Của xã, bản 2');
    await change(standing, 2, 'Của xã, bản 3');
    await refused(change(commune, 2, 'Viết đè'), scoringErrors.practice_changed);
    await refused(change(finance, 3, 'Của người khác'), kernelErrors.forbidden);
    const versions = await practiceVersions(place.db, id, null);
    expect(versions.map(({ title }) => title)).toEqual(['Của xã, bản 3', 'Của xã, bản 2', 'Của xã']);
    expect(new Set(versions.map(({ byUnitId }) => byUnitId)).size).toBe(1);
  });

  it('are refused with a task whose due nobody can read, and with a part that has ended', async () => {
    const task = { ...practice.task, due: 'không rõ' };
    await refused(record({ task }), scoringErrors.due_unreadable);
    await refused(record({ parts: ['5.2'] }), scoringErrors.part_ended);
  });

  it('leave the register when withdrawn, with their reason, and stay readable', async () => {
    const id = await record({ title: 'Sẽ rút' });
    await world.run(standing, (context, tx) =>
      withdrawPractice(context, tx, { id, seen: 1, reason: 'Nguồn không đúng' }),
    );
    expect((await practiceById(place.db, id))?.withdrawnReason).toBe('Nguồn không đúng');
    expect((await practicesOf(place.db, { words: 'se rut', asOf: null, limit: 9 })).total).toBe(0);
    const adopt = world.run(commune, (context, tx) =>
      adoptPractice(context, tx, { practiceId: id, unitId: commune.current?.unitId ?? '', fromOn: today }),
    );
    await refused(adopt, scoringErrors.practice_withdrawn);
  });

  it('are taken over once by a unit, which tells what came of it as often as it looks', async () => {
    const practiceId = await record({ title: 'Được áp dụng' });
    const unitId = commune.current?.unitId ?? '';
    const adopt = (actor: Actor, more: object = {}) =>
      world.run(actor, (context, tx) =>
        adoptPractice(context, tx, {
          practiceId,
          unitId,
          fromOn: '2024-06-01',
          measure: 'Lượt hỏi',
          beforeValue: 4,
          ...more,
        }),
      );
    await refused(adopt(finance), kernelErrors.forbidden);
    await refused(adopt(commune, { fromOn: '2024-07-01' }), scoringErrors.day_ahead);
    await refused(adopt(commune, { measure: '' }), scoringErrors.measure_needed);
    const adoptionId = await adopt(commune);
    await refused(adopt(commune), scoringErrors.already_adopted);
    const tell = (seenOn: '2024-06-10' | '2024-06-20', afterValue: number) =>
      world.run(commune, (context, tx) =>
        recordOutcome(context, tx, { practiceId, adoptionId, seenOn, afterValue, words: 'Đông hơn' }),
      );
    await tell('2024-06-10', 9);
    await tell('2024-06-20', 19);
    const [adoption] = await adoptionsOf(place.db, practiceId, null);
    expect(adoption).toMatchObject({ unitId, beforeValue: 4, measure: 'Lượt hỏi' });
    expect(adoption?.outcomes.map(({ afterValue }) => afterValue)).toEqual([9, 19]);
  });
});

describe('a task drafted from the library', () => {
  const draft = (actor: Actor, practiceId: string, part = '2.3') =>
    world.run(actor, (context, tx) => draftTask(context, tx, { year: 2023, part, practiceId }));

  it('is refused for everybody who may not write the amendment, and leaves no trace', async () => {
    const id = await record();
    for (const actor of [finance, commune, world.actor('leader', 'ubnd-huyen-an-thi')])
      await refused(draft(actor, id), kernelErrors.forbidden);
    expect(await openAmendment(place.db, planId)).toBeUndefined();
  });

  it('begins the draft of an amendment, carries the part, the owner as its lead, and the group that does it', async () => {
    const id = await record();
    const before = await tasksOfPlan(place.db, planId);
    const made = await draft(standing, id);
    expect(made).toMatchObject({ planId, isBegun: true });
    const amendment = await openAmendment(place.db, planId);
    const [change] = await changesOf(place.db, amendment?.id ?? '');
    expect(change?.kind).toBe('add');
    expect(change?.content).toMatchObject({
      code: made.code,
      dimension: 2,
      subDimension: '2.3',
      words: practice.task.words,
      leadUnitId: finance.current?.unitId,
      executors: 'group',
      executorGroup: 'communes',
      due: { v: 1, type: 'recurring', every: 'quarter' },
    });
    expect(before.map(({ code }) => code)).not.toContain(made.code);
    expect(await tasksOfPlan(place.db, planId)).toEqual(before);
    const [drafted] = await draftsFor(place.db, '2.3', null);
    expect(drafted).toMatchObject({ taskId: made.taskId, practiceTitle: practice.title, year: 2023 });
  });

  it('goes into the draft that is there, under a further code', async () => {
    const made = await draft(standing, await record());
    expect(made.isBegun).toBe(false);
    const amendment = await openAmendment(place.db, planId);
    const changes = await changesOf(place.db, amendment?.id ?? '');
    expect(new Set(changes.map(({ content }) => content?.code)).size).toBe(changes.length);
  });

  it('is drafted once for a part, however often the button is pressed, and can be drafted for another part', async () => {
    const id = await record();
    const made = await draft(standing, id);
    await refused(draft(standing, id), scoringErrors.already_drafted);
    await world.run(standing, (context, tx) =>
      amendTask(context, tx, { planId, taskId: made.taskId, content: null, reason: 'Bỏ', revision: 1 }),
    );
    expect((await draft(standing, id)).taskId).not.toBe(made.taskId);
    expect((await draft(standing, id, '2.1')).taskId).not.toBe(made.taskId);
  });

  it('needs a practice that helps the content and brings a task', async () => {
    const bare = await record({ task: null });
    await refused(draft(standing, bare), scoringErrors.practice_without_task);
    await refused(draft(standing, await record(), '4.1'), scoringErrors.practice_without_task);
    await refused(draft(standing, await record(), '5.2'), scoringErrors.part_ended);
  });

  it('is recorded in the audit with the part it was drafted for', async () => {
    const rows = await place.db.rows(
      query({
        part: 'text',
      })`select after ->> 'part' as part from kernel_audit where event = 'scoring.task_drafted'`,
    );
    expect(new Set(rows.map(({ part }) => part))).toEqual(new Set(['2.1', '2.3']));
  });
});
