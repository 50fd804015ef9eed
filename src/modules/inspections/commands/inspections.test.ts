import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { type InspectionWorld, inspectionWorld } from '../../../../test/support/inspection-world.ts';
import { vietnamTime } from '../../../../test/support/period-world.ts';
import type { Actor } from '../../../kernel/authz.ts';
import { calendarDate, vietnamDate } from '../../../kernel/dates.ts';
import { type InspectionAnnounced, inspectionAnnounced, inspectionChanged } from '../events.ts';
import { scopeOf } from '../policy.ts';
import { inspectionById, inspectionsOf } from '../queries/inspections.ts';
import { rightNow } from '../queries/inspections-sql.ts';
import { announceBegun, announceInspection, cancelInspection, moveInspection } from './arrange.ts';
import { concludeInspection } from './conclude-inspection.ts';

let place: TestTenant;
let world: InspectionWorld;
let announced: InspectionAnnounced[];
let changed: string[];

inspectionAnnounced.on(async (_context, _tx, told) => {
  announced.push(told);
});
inspectionChanged.on(async (_context, _tx, told) => {
  changed.push(told.inspectionId);
});

beforeAll(async () => {
  place = await testTenant();
  world = await inspectionWorld(place);
});
beforeEach(() => {
  announced = [];
  changed = [];
  place.clock.set(new Date('2024-06-24T02:00:00Z'));
});
afterAll(() => place.close());

const day = calendarDate;
const page = { limit: 500, offset: 0 };

/** Ids that a person sees on a day. */
async function seen(actor: Actor, today = vietnamDate(place.clock.now())): Promise<string[]> {
  const found = await inspectionsOf(place.db, scopeOf(actor), {}, rightNow(today), page);
  return found.map(({ id }) => id);
}

describe('making an inspection', () => {
  it('tells the unit of a planned one at once', async () => {
    const id = await world.make({ heldOn: day('2024-07-02') });
    expect(announced).toMatchObject([
      { inspectionId: id, ofUnitId: world.tree.commune, byName: 'Phòng Nội vụ', heldOn: '2024-07-02' },
    ]);
    expect(await seen(world.commune)).toContain(id);
  });

  it('refuses a unit out of reach, a day that has passed, a part of another content, and the name of another unit', async () => {
    const { tree, refusal, make } = world;
    expect(await refusal(make({ ofUnitId: tree.district }))).toBe('inspections.out_of_reach');
    expect(await refusal(make({ heldOn: day('2024-06-23') }))).toBe('inspections.day_past');
    expect(await refusal(make({ dimension: 5, subDimension: '4.1' }))).toBe('inspections.part_unknown');
    expect(await refusal(make({ byUnitId: tree.otherCommune, ofUnitId: tree.village }))).toBe(
      'kernel.forbidden',
    );
    expect(await refusal(make({ partnerIds: [tree.commune] }))).toBe('inspections.partner_unknown');
    expect(await refusal(make({ partnerIds: [tree.village] }))).toBe('inspections.partner_unknown');
  });

  it('lets the standing agency act for its committee, and a commune inspect its own village', async () => {
    const { tree } = world;
    const forCommittee = await world.make({ byUnitId: tree.district });
    expect(await seen(world.inspector)).toContain(forCommittee);
    const { makeInspection } = await import('./make-inspection.ts');
    const own = await world.run(world.commune, (context, tx) =>
      makeInspection(context, tx, {
        kind: 'planned',
        form: 'on_site',
        field: 'democracy',
        title: 'Tự kiểm tra thôn Đông',
        byUnitId: tree.commune,
        ofUnitId: tree.village,
        heldOn: day('2024-06-24'),
      }),
    );
    expect(await seen(world.villageHead)).toContain(own.inspectionId);
    expect(await seen(world.inspector)).toContain(own.inspectionId);
    expect(await seen(world.otherCommune)).not.toContain(own.inspectionId);
  });
});

describe('an unannounced inspection', () => {
  const before = '2024-06-28';

  async function secret(): Promise<string> {
    return world.make({ kind: 'unannounced', heldOn: day(before) });
  }

  it('is seen before its day by who leads it and the leaders of the committee, and by nobody else', async () => {
    const id = await secret();
    expect(announced).toEqual([]);
    for (const who of [world.inspector, world.inspectorClerk, world.chairman])
      expect(await seen(who)).toContain(id);
    for (const who of [world.commune, world.otherCommune, world.villageHead, world.admin, world.superior])
      expect(await seen(who), who.name).not.toContain(id);
  });

  it('looks to the inspected unit as if it did not exist, also to who belongs to both sides', async () => {
    const id = await secret();
    const [own, other] = [world.inspector.posts[0], world.commune.posts[0]];
    if (!own || !other) throw new Error('no posts');
    const both: Actor = { ...world.inspector, posts: [own, other] };
    expect(await seen(both)).not.toContain(id);
    const act = world.run(world.commune, (context, tx) =>
      cancelInspection(context, tx, { inspectionId: id, reason: 'Không cần' }),
    );
    expect(await world.refusal(act)).toBe('inspections.not_found');
  });

  it('becomes known when its day begins, is told once, and stays known when it is moved then', async () => {
    const id = await secret();
    place.clock.set(vietnamTime(`${before}T00:10`));
    expect(await seen(world.commune)).toContain(id);
    const announce = () => world.run(world.chairman, (context, tx) => announceBegun(context, tx));
    await announce();
    expect(announced.map(({ inspectionId }) => inspectionId)).toContain(id);
    expect(await announce()).toBe(0);
    await world.run(world.inspector, (context, tx) =>
      moveInspection(context, tx, { inspectionId: id, heldOn: day('2024-07-10'), reason: 'Mưa bão' }),
    );
    expect(await seen(world.commune, day('2024-07-01'))).toContain(id);
    expect(changed).toEqual([id]);
  });

  it('moved on its day before the clock told of it stays known too', async () => {
    const id = await secret();
    place.clock.set(vietnamTime(`${before}T00:01`));
    await world.run(world.inspector, (context, tx) =>
      moveInspection(context, tx, { inspectionId: id, heldOn: day('2024-07-20'), reason: 'Đoàn bận việc' }),
    );
    expect(await seen(world.commune, day('2024-07-01'))).toContain(id);
  });

  it('moved or called off while secret tells nobody; announced ahead it is known', async () => {
    const [first, second] = [await secret(), await secret()];
    await world.run(world.inspector, async (context, tx) => {
      await moveInspection(context, tx, {
        inspectionId: first,
        heldOn: day('2024-07-05'),
        reason: 'Đổi lịch',
      });
      await cancelInspection(context, tx, { inspectionId: first, reason: 'Gộp với đoàn khác' });
      await announceInspection(context, tx, { inspectionId: second });
    });
    expect(changed).toEqual([]);
    expect(announced.map(({ inspectionId }) => inspectionId)).toEqual([second]);
    expect(await seen(world.commune)).not.toContain(first);
    expect(await seen(world.commune)).toContain(second);
  });
});

describe('the end of an inspection', () => {
  it('comes on or after its day, once, and with words', async () => {
    const id = await world.make({ heldOn: day('2024-06-26') });
    expect(await world.refusal(world.conclude(id))).toBe('inspections.not_begun');
    expect(await world.refusal(world.find(id))).toBe('inspections.not_begun');
    const wordless = world.run(
      world.inspector,
      (context, tx) =>
        concludeInspection(context, tx, { inspectionId: id, words: ' ', papers: [] }, place.files),
      '2024-06-26T09:00',
    );
    expect(await world.refusal(wordless)).toBe('inspections.words_needed');
    await world.conclude(id, '2024-06-27T09:00');
    expect(await world.refusal(world.conclude(id, '2024-06-27T10:00'))).toBe('inspections.ended_already');
    expect(await world.refusal(world.find(id, {}, '2024-06-27T10:00'))).toBe('inspections.ended_already');
    const moment = rightNow(day('2024-06-28'));
    expect(await inspectionById(place.db, id, moment)).toMatchObject({
      state: 'concluded',
      end: { on: '2024-06-27' },
    });
  });

  it('is neither moved nor called off once something was found, and a past day reads as it stood', async () => {
    const id = await world.make();
    await world.find(id);
    const act = world.run(world.inspector, (context, tx) =>
      cancelInspection(context, tx, { inspectionId: id, reason: 'Nhầm đơn vị' }),
    );
    expect(await world.refusal(act)).toBe('inspections.begun_already');
    await world.conclude(id, '2024-07-01T09:00');
    const past = { today: day('2024-07-02'), day: day('2024-06-24'), asOf: vietnamTime('2024-06-25T00:00') };
    expect(await inspectionById(place.db, id, past)).toMatchObject({
      state: 'under_way',
      end: null,
      findings: 1,
    });
  });

  it('is the inspecting side’s: neither the unit, nor its superior committee’s people, nor an outsider concludes', async () => {
    const id = await world.make();
    const by = (actor: Actor) =>
      world.refusal(
        world.run(actor, (context, tx) =>
          concludeInspection(context, tx, { inspectionId: id, words: 'Tốt cả', papers: [] }, place.files),
        ),
      );
    expect(await by(world.commune)).toBe('kernel.forbidden');
    expect(await by(world.superior)).toBe('kernel.forbidden');
    expect(await by(world.otherCommune)).toBe('inspections.not_found');
  });
});
