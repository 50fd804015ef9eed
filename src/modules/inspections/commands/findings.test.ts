import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { type InspectionWorld, inspectionWorld } from '../../../../test/support/inspection-world.ts';
import { actorWith } from '../../../../test/support/people.ts';
import { vietnamTime } from '../../../../test/support/period-world.ts';
import { type Actor, systemActor } from '../../../kernel/authz.ts';
import { type CalendarDate, calendarDate } from '../../../kernel/dates.ts';
import { computeDeadline, shippedCalendar } from '../../calendar/index.ts';
import { evidenceOf } from '../../evidence/index.ts';
import type { Period } from '../../periods/index.ts';
import { mergeUnits, mergeUnitsInput } from '../../units/index.ts';
import { type RemediesReminded, type RemedyJudged, remediesReminded, remedyJudged } from '../events.ts';
import { maySee, scopeOf } from '../policy.ts';
import { findingById, findingsOf } from '../queries/findings.ts';
import { inspectionById } from '../queries/inspections.ts';
import { rightNow } from '../queries/inspections-sql.ts';
import { openFindings } from '../queries/open-findings.ts';
import { inspectionsSnapshot } from '../snapshot.ts';
import { FINDING } from './claim-remedy.ts';
import { moveRemedyDues, openRemedyDues } from './move-dues.ts';
import { reinspect } from './reinspect.ts';
import { remindRemedies } from './remind-remedies.ts';
import { withdrawRemedyProof } from './withdraw-proof.ts';

let place: TestTenant;
let world: InspectionWorld;
let judged: RemedyJudged[];
let reminded: RemediesReminded['findings'];

remedyJudged.on(async (_context, _tx, told) => {
  judged.push(told);
});
remediesReminded.on(async (_context, _tx, told) => {
  reminded = told.findings;
});

beforeAll(async () => {
  place = await testTenant();
  world = await inspectionWorld(place);
});
beforeEach(() => {
  judged = [];
  reminded = [];
  place.clock.set(new Date('2024-06-24T02:00:00Z'));
});
afterAll(() => place.close());

const day = calendarDate;

/** How a finding stands on a day, by what was recorded before an instant. */
async function stateOf(id: string, today: CalendarDate = day('2024-06-24'), asOf: Date | null = null) {
  return (await findingById(place.db, id, { today, day: today, asOf }))?.state;
}

describe('a finding', () => {
  it('has a due that explains itself, counted in working days, and never stands without one', async () => {
    const id = await world.find(await world.make());
    const found = await findingById(place.db, id, rightNow(day('2024-06-24')));
    expect(found?.dueOn).toBe('2024-07-08');
    expect(found?.due.explanation.vi).toContain('10 ngày làm việc');
    const past = world.find(await world.make(), { due: { by: 'day', on: day('2024-06-24') } });
    expect(await world.refusal(past)).toBe('inspections.due_unfit');
    const far = world.find(await world.make(), { due: { by: 'day', on: day('2027-01-01') } });
    expect(await world.refusal(far)).toBe('inspections.due_unfit');
  });

  it('of a unit that has ended is put right by who carries its work on, and judged by somebody else', async () => {
    const { otherCommune } = world.tree;
    const id = await world.find(await world.make({ ofUnitId: otherCommune }), { ownerId: otherCommune });
    expect(await world.refusal(world.claim(id, { actor: world.commune }))).toBe(
      'inspections.finding_not_found',
    );
    const carrying = (actor: Actor): Actor => ({
      ...actor,
      posts: actor.posts.map((post) => ({ ...post, carries: [otherCommune] })),
    });
    await world.claim(id, { actor: carrying(world.commune) });
    expect(await stateOf(id)).toBe('claimed');
    await world.run(systemActor, (context, tx) =>
      mergeUnits(
        context,
        tx,
        mergeUnitsInput.parse({
          sourceIds: [otherCommune],
          on: '2026-01-01',
          act: 'NQ 1',
          into: { unitId: world.tree.commune },
        }),
      ),
    );
    const listed = async (today: string) =>
      (
        await findingsOf(
          place.db,
          scopeOf(carrying(world.commune)),
          { unitId: world.tree.commune, state: 'claimed' },
          rightNow(day(today)),
          { limit: 50, offset: 0 },
        )
      ).some((one) => one.id === id);
    expect([await listed('2025-12-31'), await listed('2026-01-01')]).toEqual([false, true]);
    const close = { findingId: id, verdict: 'closed', words: 'Đã kiểm tra tại chỗ' } as const;
    expect(await world.refusal(world.judge(close, { actor: carrying(world.inspector) }))).toBe(
      'inspections.may_not_verify',
    );
    await world.judge(close);
    expect(await stateOf(id)).toBe('closed');
  });

  it('is recorded once when a button is pressed twice, and so is an inspection', async () => {
    const inspection = await world.make({ title: 'Kiểm tra một lần' });
    expect(await world.refusal(world.make({ title: 'Kiểm tra một lần' }))).toBe('inspections.made_already');
    const words = 'Chưa có sổ theo dõi';
    await world.find(inspection, { words });
    expect(await world.refusal(world.find(inspection, { words }))).toBe('inspections.made_already');
    await world.make({ title: 'Kiểm tra một lần' }, '2024-06-24T10:00');
  });

  it('is given to the inspected unit, one below it or the one above it, and to no neighbour', async () => {
    const { tree } = world;
    const inspection = await world.make();
    await world.find(inspection, { ownerId: tree.village });
    const neighbour = world.find(inspection, { ownerId: tree.otherCommune });
    expect(await world.refusal(neighbour)).toBe('inspections.owner_unfit');
    await world.find(await world.make({ ofUnitId: tree.village }), { ownerId: tree.commune });
  });
});

describe('a remedy', () => {
  it('is reported with evidence by the unit that was asked, and judged by the inspecting side', async () => {
    const id = await world.find(await world.make());
    expect(await world.refusal(world.claim(id, { proof: [] }))).toBe('inspections.proof_missing');
    expect(await world.refusal(world.claim(id, { actor: world.inspector }))).toBe(
      'inspections.may_not_claim',
    );
    await world.claim(id);
    expect(await stateOf(id, day('2024-12-01'))).toBe('claimed');
    expect(await world.refusal(world.claim(id))).toBe('inspections.stands_otherwise');
    const self = world.judge({ findingId: id, verdict: 'closed' }, { actor: world.commune });
    expect(await world.refusal(self)).toBe('inspections.may_not_verify');
    await world.judge({ findingId: id, verdict: 'closed' });
    expect(await stateOf(id)).toBe('closed');
    expect(judged).toMatchObject([{ findingId: id, unitId: world.tree.commune, verdict: 'closed' }]);
  });

  it('is not judged by who reported it, even from the inspecting side', async () => {
    const id = await world.find(await world.make());
    const [own, other] = [world.inspector.posts[0], world.commune.posts[0]];
    if (!own || !other) throw new Error('no posts');
    await world.claim(id, { actor: { ...world.inspector, posts: [own, other] } });
    // Moved to the office since, and judging what they reported from the commune.
    const moved = { ...world.inspector, posts: [own] };
    const judge = world.judge({ findingId: id, verdict: 'closed' }, { actor: moved });
    expect(await world.refusal(judge)).toBe('inspections.may_not_verify');
    await world.judge({ findingId: id, verdict: 'closed' }, { actor: world.inspectorClerk });
  });

  it('that is returned is open or late again by the due that stands; opened again it has a new one', async () => {
    const id = await world.find(await world.make());
    await world.claim(id);
    const wordless = world.judge({ findingId: id, verdict: 'returned' });
    expect(await world.refusal(wordless)).toBe('inspections.words_needed');
    await world.judge({ findingId: id, verdict: 'returned', words: 'Ảnh chưa thấy đủ 12 thủ tục' });
    expect(await stateOf(id)).toBe('open');
    expect(await stateOf(id, day('2024-07-09'))).toBe('late');
    await world.claim(id);
    await world.judge({ findingId: id, verdict: 'closed' });
    await world.judge({
      findingId: id,
      verdict: 'reopened',
      words: 'Đã gỡ xuống',
      due: { by: 'day', on: day('2024-08-01') },
    });
    expect(await stateOf(id, day('2024-08-01'))).toBe('open');
    expect(await stateOf(id, day('2024-08-02'))).toBe('late');
  });

  it('is given more time only beyond the due that stands', async () => {
    const id = await world.find(await world.make());
    const extend = (on: string) =>
      world.judge({
        findingId: id,
        verdict: 'extended',
        words: 'Chờ in bảng mới',
        due: { by: 'day', on: day(on) },
      });
    expect(await world.refusal(extend('2024-07-08'))).toBe('inspections.due_not_later');
    await extend('2024-07-15');
    expect(await stateOf(id, day('2024-07-15'))).toBe('open');
  });

  it('closed without a report needs words that say what it rests on', async () => {
    const id = await world.find(await world.make());
    expect(await world.refusal(world.judge({ findingId: id, verdict: 'closed' }))).toBe(
      'inspections.words_needed',
    );
    await world.judge({ findingId: id, verdict: 'closed', words: 'Đoàn đã xem tại chỗ' });
  });

  it('keeps what a claim rests on until something takes its place, and shows what was withdrawn', async () => {
    const id = await world.find(await world.make());
    await world.claim(id);
    const subject = { type: FINDING, id };
    const [first] = await evidenceOf(place.db, subject, null);
    const withdraw = (evidenceId: string) =>
      world.run(world.commune, (context, tx) =>
        withdrawRemedyProof(context, tx, { findingId: id, evidenceId, reason: 'Nhầm tệp' }),
      );
    expect(await world.refusal(withdraw(first?.id ?? ''))).toBe('inspections.proof_in_use');
    await world.judge({ findingId: id, verdict: 'returned', words: 'Đường dẫn không mở được' });
    await withdraw(first?.id ?? '');
    expect(await evidenceOf(place.db, subject, null)).toMatchObject([{ withdrawn: { reason: 'Nhầm tệp' } }]);
    expect(await world.refusal(world.claim(id, { proof: [] }))).toBe('inspections.proof_missing');
  });

  it('of two who judge at once only the first is heard', async () => {
    const id = await world.find(await world.make());
    await world.claim(id);
    const outcomes = await Promise.all(
      [world.inspector, world.inspectorClerk].map((actor) =>
        world.refusal(world.judge({ findingId: id, verdict: 'closed' }, { actor })),
      ),
    );
    expect(outcomes.sort()).toEqual(['inspections.stands_otherwise', 'no error']);
  });
});

describe('a re-inspection', () => {
  it('carries what is still open, is linked with the one before, and judges during it', async () => {
    const first = await world.make();
    const [open, closed] = [await world.find(first), await world.find(first)];
    await world.judge({ findingId: closed, verdict: 'closed', words: 'Đã xem tại chỗ' });
    const { inspectionId } = await world.run(world.inspector, (context, tx) =>
      reinspect(context, tx, {
        previousId: first,
        kind: 'unannounced',
        form: 'on_site',
        heldOn: day('2024-07-10'),
      }),
    );
    const moment = rightNow(day('2024-06-24'));
    const again = await inspectionById(place.db, inspectionId, moment);
    expect(again).toMatchObject({ previousId: first, ofUnitId: world.tree.commune, isSecret: true });
    expect(again?.title).toMatch(/^Tái kiểm tra: Kiểm tra Bộ phận Một cửa/);
    const judge = (findingId: string, at?: string) =>
      world.judge({ findingId, inspectionId, verdict: 'closed', words: 'Đã khắc phục' }, {}, at);
    expect(await world.refusal(judge(open))).toBe('inspections.not_begun');
    await judge(open, '2024-07-10T10:00');
    const none = world.run(
      world.inspector,
      (context, tx) =>
        reinspect(context, tx, {
          previousId: first,
          kind: 'planned',
          form: 'on_site',
          heldOn: day('2024-08-01'),
        }),
      '2024-07-11T09:00',
    );
    expect(await world.refusal(none)).toBe('inspections.nothing_open');
  });
});

describe('what other rooms read', () => {
  it('is every finding that is not closed, of the units asked for, as it stood on a past day', async () => {
    const { tree } = world;
    const inspection = await world.make({ ofUnitId: tree.otherCommune }, '2024-06-24T08:00');
    const id = await world.find(inspection, { ownerId: tree.otherCommune }, '2024-06-24T08:00');
    const wanted = {
      actor: systemActor,
      unitIds: [tree.otherCommune],
      day: day('2024-07-30'),
      asOf: null,
    };
    expect(await openFindings(place.db, wanted)).toEqual([
      {
        id,
        unitId: tree.otherCommune,
        dimension: 5,
        subDimension: '5.3',
        dueOn: '2024-07-08',
        words: expect.stringContaining('Chưa niêm yết phí, lệ phí'),
        state: 'late',
      },
    ]);
    await world.judge({ findingId: id, verdict: 'closed', words: 'Đã xem' }, {}, '2024-07-31T09:00');
    expect(await openFindings(place.db, wanted)).toEqual([]);
    const before = { ...wanted, asOf: vietnamTime('2024-07-31T00:00') };
    expect(await openFindings(place.db, before)).toHaveLength(1);
    expect(await openFindings(place.db, { ...before, asOf: vietnamTime('2024-06-24T00:00') })).toEqual([]);
  });

  it('holds nothing that the reader may not open on its own page: an administrator of a commune is no reader of its findings', async () => {
    const { tree, inspector, commune, otherCommune, villageHead } = world;
    const inspection = await world.make({}, '2024-06-24T08:00');
    const id = await world.find(inspection, {}, '2024-06-24T08:00');
    const readers = [
      inspector,
      commune,
      villageHead,
      otherCommune,
      actorWith('admin', [tree.district, tree.commune]),
    ];
    const moment = rightNow(day('2024-06-24'));
    const finding = await findingById(place.db, id, moment);
    for (const actor of readers) {
      const wanted = { actor, unitIds: [tree.commune], day: moment.day, asOf: null };
      const told = (await openFindings(place.db, wanted)).some((one) => one.id === id);
      expect(told).toBe(finding !== undefined && maySee(actor, finding));
    }
  });

  it('lets a calendar move dues that are open, and keeps what was due before', async () => {
    const id = await world.find(await world.make(), {}, '2024-06-24T08:00');
    const open = await openRemedyDues(place.db, day('2024-06-24'));
    const mine = open.find((one) => one.id === id);
    expect(mine).toMatchObject({ on: '2024-07-08', unitName: 'UBND xã Một' });
    if (!mine) throw new Error('no due');
    const deadline = computeDeadline({ v: 1, type: 'by', date: day('2024-07-09') }, shippedCalendar());
    await world.run(
      world.inspector,
      (context, tx) => moveRemedyDues(context, tx, [{ id, from: mine.on, to: deadline.on, deadline }]),
      '2024-06-25T09:00',
    );
    expect(await stateOf(id, day('2024-07-09'))).toBe('open');
    expect(await stateOf(id, day('2024-07-09'), vietnamTime('2024-06-25T00:00'))).toBe('late');
  });
});

describe('a cut-off', () => {
  it('keeps how every finding stood then, the same whenever it is read', async () => {
    const id = await world.find(await world.make(), {}, '2024-06-24T08:00');
    const at = vietnamTime('2024-07-10T00:00');
    const period = { cutOffOn: day('2024-07-09') } as Period;
    const take = () => place.db.transaction((tx) => inspectionsSnapshot.take(tx, at, period));
    const before = await take();
    await world.judge({ findingId: id, verdict: 'closed', words: 'Đã xem' }, {}, '2024-07-12T09:00');
    expect(await take()).toEqual(before);
    const later = vietnamTime('2024-07-13T00:00');
    const after = await place.db.transaction((tx) => inspectionsSnapshot.take(tx, later, period));
    expect(after.count).toBe(before.count);
    expect(after.hash).not.toBe(before.hash);
    expect(before.facts.lines.reduce((sum, { value }) => sum + value, 0)).toBe(before.count);
  });
});

describe('reminders', () => {
  it('come once before the due and once for each step after it, not on days off, and never of what was reported', async () => {
    const id = await world.find(await world.make());
    const claimed = await world.find(await world.make());
    await world.claim(claimed);
    const at = async (when: string): Promise<boolean | undefined> => {
      reminded = [];
      await world.run(world.inspector, (context, tx) => remindRemedies(context, tx), when);
      expect(reminded.some(({ findingId }) => findingId === claimed)).toBe(false);
      return reminded.find(({ findingId }) => findingId === id)?.isLate;
    };
    expect(await at('2024-07-02T07:15')).toBeUndefined();
    expect(await at('2024-07-03T07:15')).toBe(false);
    expect(await at('2024-07-04T07:15')).toBeUndefined();
    expect(await at('2024-07-13T07:15')).toBeUndefined();
    expect(await at('2024-07-09T07:15')).toBe(true);
    expect(await at('2024-07-10T07:15')).toBeUndefined();
    expect(await at('2024-07-15T07:15')).toBe(true);
  });
});
