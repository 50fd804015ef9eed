import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { type InspectionWorld, inspectionWorld } from '../../../../test/support/inspection-world.ts';
import { actorWith } from '../../../../test/support/people.ts';
import { type Actor, systemActor } from '../../../kernel/authz.ts';
import { calendarDate } from '../../../kernel/dates.ts';
import { newId } from '../../../kernel/ids.ts';
import { ROLES } from '../../identity/index.ts';
import { makeInspection } from '../index.ts';
import { maySee, scopeOf } from '../policy.ts';
import { inspectionsOf } from './inspections.ts';
import { rightNow } from './inspections-sql.ts';

let place: TestTenant;
let world: InspectionWorld;
const moment = rightNow(calendarDate('2024-06-24'));
const page = { limit: 500, offset: 0 };

beforeAll(async () => {
  place = await testTenant();
  world = await inspectionWorld(place);
  const { district, office, commune, otherCommune, village } = world.tree;
  const pairs = [
    [district, office, []],
    [district, commune, [otherCommune]],
    [office, commune, [district]],
    [office, village, []],
    [office, otherCommune, []],
    [commune, village, []],
  ] as const;
  for (const [byUnitId, ofUnitId, partnerIds] of pairs)
    for (const kind of ['planned', 'unannounced'] as const)
      await world.run(systemActor, (context, tx) =>
        makeInspection(context, tx, {
          kind,
          form: 'on_site',
          field: 'duty',
          title: 'Kiểm tra công vụ',
          byUnitId,
          ofUnitId,
          partnerIds: [...partnerIds],
          heldOn: calendarDate('2024-07-01'),
        }),
      );
});
afterAll(() => place.close());

/** Everybody there can be: each role in each unit, by a title that leads and one that does not, and some with two posts. */
function everybody(): Actor[] {
  const { district, office, commune, otherCommune, village } = world.tree;
  const lineages = [
    [district],
    [district, office],
    [district, commune],
    [district, otherCommune],
    [district, commune, village],
    // A post in a unit that has ended.
    [],
  ];
  const gone = newId();
  const single = lineages.flatMap((lineage) =>
    ROLES.flatMap((role) =>
      ['Trưởng phòng', 'Chuyên viên'].map((title) => {
        const actor = actorWith(role, lineage);
        const unitId = lineage.at(-1) ?? gone;
        return { ...actor, posts: actor.posts.map((post) => ({ ...post, title, unitId })) };
      }),
    ),
  );
  // Commune 1 carries on what commune 2 left.
  const carrying = single.map((actor) => ({
    ...actor,
    posts: actor.posts.map((post) => ({ ...post, carries: post.unitId === commune ? [otherCommune] : [] })),
  }));
  const both = single.map((actor, index) => {
    const other = single[(index * 7 + 3) % single.length];
    return { ...actor, posts: [...actor.posts, ...(other?.posts ?? [])] };
  });
  return [...single, ...carrying, ...both];
}

describe('what a person sees of inspections', () => {
  it('is the same in SQL and as a rule, for everybody there can be', async () => {
    const all = await inspectionsOf(place.db, scopeOf(systemActor), {}, moment, page);
    expect(all).toHaveLength(12);
    expect(all.filter(({ isSecret }) => isSecret)).toHaveLength(6);
    for (const actor of everybody()) {
      const inSql = await inspectionsOf(place.db, scopeOf(actor), {}, moment, page);
      const byRule = all.filter((inspection) => maySee(actor, inspection));
      const who = actor.posts.map(({ role, title, lineage }) => `${role} ${title} ${lineage}`).join(' + ');
      expect(
        inSql.map(({ id }) => id),
        who,
      ).toEqual(byRule.map(({ id }) => id));
    }
  });

  it('never shows a secret one to the inspected unit or below it, whatever else somebody is', async () => {
    const secret = (await inspectionsOf(place.db, scopeOf(systemActor), {}, moment, page)).filter(
      ({ isSecret }) => isSecret,
    );
    for (const actor of everybody())
      for (const inspection of secret)
        if (
          actor.posts.some(
            ({ role, lineage, carries }) =>
              role !== 'superior' && [...lineage, ...carries].includes(inspection.ofUnitId),
          )
        )
          expect(maySee(actor, inspection)).toBe(false);
  });
});
