import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { counting } from '../../../../test/support/counting.ts';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { type DisclosureWorld, disclosureWorld } from '../../../../test/support/disclosure-world.ts';
import { systemActor } from '../../../kernel/authz.ts';
import { endOfDay } from '../../../kernel/dates.ts';
import { sayNil } from '../commands/exceptions.ts';
import { postAt } from '../commands/post-at.ts';
import { writePublicRow } from '../public-row.ts';
import { complianceOf } from './compliance.ts';
import { itemDetail } from './item-detail.ts';
import { itemsOf } from './items.ts';

let place: TestTenant;
let world: DisclosureWorld;
const ids: string[] = [];

beforeAll(async () => {
  place = await testTenant();
  world = await disclosureWorld(place);
  const board = await world.place({}, '2024-06-03T08:00');
  const hall = await world.place(
    { kind: 'village_hall', name: 'Nhà văn hóa', villageId: world.tree.village },
    '2024-06-03T08:00',
  );
  // Published on the 3rd, hung with proof on the 10th; another one said nil on the 17th; a third one is late.
  for (const title of ['Quyết định thu quỹ', 'Quyết định không thu', 'Quyết định thu chợ'])
    ids.push(await world.item({ eventOn: '2024-06-03', title }, '2024-06-03T09:00'));
  const [first = '', second = ''] = ids;
  await world.run(
    world.clerk,
    async (context, tx) => {
      const { publishItem } = await import('../commands/publish-item.ts');
      const { CONTENT } = await import('../../../../test/support/disclosure-world.ts');
      await publishItem(
        context,
        tx,
        { itemId: first, content: CONTENT, summary: 'Thu quỹ', files: [] },
        place.files,
      );
    },
    '2024-06-03T10:00',
  );
  for (const placeId of [board, hall])
    await world.run(
      world.clerk,
      async (context, tx) =>
        postAt(
          context,
          tx,
          { itemId: first, placeId, postedOn: world.day('2024-06-07'), proof: await world.photo() },
          place.files,
        ),
      '2024-06-10T08:00',
    );
  await world.run(
    world.clerk,
    (context, tx) => sayNil(context, tx, { itemId: second, reason: 'Không phát sinh' }),
    '2024-06-17T08:00',
  );
});
afterAll(() => place.close());

const on = (text: string) => ({ day: world.day(text), asOf: endOfDay(world.day(text)) });
const states = async (text: string) =>
  new Map(
    (await itemsOf(place.db, { unitIds: null, ...on(text) })).lines.map(({ item, state }) => [
      item.id,
      state,
    ]),
  );

describe('a past day', () => {
  it('reads what had been recorded by its end, judged with that day as today', async () => {
    expect((await states('2024-06-02')).size).toBe(0);
    const said = async (text: string) => {
      const all = await states(text);
      return ids.map((id) => all.get(id));
    };
    expect(await said('2024-06-03')).toEqual(['due_soon', 'due_soon', 'due_soon']);
    expect(await said('2024-06-11')).toEqual(['proven', 'late', 'late']);
    expect(await said('2024-06-17')).toEqual(['proven', 'nil', 'late']);
    const detail = await itemDetail(place.db, ids[0] ?? '', on('2024-06-09'));
    expect(detail?.allPostings).toMatchObject([{ versionNumber: 1 }]);
    expect(detail?.tests.time).toMatchObject({ reason: 'not_posted' });
  });
});

describe('lists', () => {
  it('filter by state, words, unit and day, and go on where the page before ended', async () => {
    const list = async (parts: object) =>
      (
        await itemsOf(place.db, { unitIds: null, day: world.day('2024-06-24'), asOf: null, ...parts })
      ).lines.map(({ item }) => item.title);
    expect(await list({ states: ['late'] })).toEqual(['Quyết định thu chợ']);
    expect(await list({ words: 'cho thu' })).toEqual(['Quyết định thu chợ']);
    expect(await list({ unitIds: [world.tree.otherCommune] })).toEqual([]);
    expect(await list({ dueFrom: world.day('2024-06-11') })).toEqual([]);
    const first = await itemsOf(place.db, {
      unitIds: null,
      day: world.day('2024-06-24'),
      asOf: null,
      size: 2,
    });
    const rest = await itemsOf(place.db, {
      unitIds: null,
      day: world.day('2024-06-24'),
      asOf: null,
      size: 2,
      after: first.next,
    });
    expect([...first.lines, ...rest.lines].map(({ item }) => item.id).sort()).toEqual([...ids].sort());
    expect(rest.next).toBeNull();
  });

  it('the board tells claim, places by village, citizens and freshness', async () => {
    const facts = await complianceOf(place.db, {
      unitIds: [world.tree.commune],
      day: world.day('2024-06-24'),
      asOf: null,
    });
    const proven = facts.find(({ item }) => item.id === ids[0]);
    expect(proven).toMatchObject({
      state: 'proven',
      publishedOn: '2024-06-03',
      ageWorkingDays: 15,
      isStale: false,
      tests: { time: { answer: 'yes' }, content: { answer: 'yes' }, place: { answer: 'yes' } },
    });
    expect(proven?.places.find(({ kind }) => kind === 'village_hall')?.villageId).toBe(world.tree.village);
    expect(facts.find(({ item }) => item.id === ids[1])?.exception).toMatchObject({ kind: 'nil' });
  });

  it('lists, board and public rows take the same number of statements for many items as for few', async () => {
    const count = () =>
      world.run(systemActor, async (_context, tx) => {
        const numbers: number[] = [];
        const all = (await itemsOf(tx, { unitIds: null, day: world.day('2024-06-24'), asOf: null })).lines;
        for (const read of [
          (db: typeof tx) => itemsOf(db, { unitIds: null, day: world.day('2024-06-24'), asOf: null }),
          (db: typeof tx) => complianceOf(db, { unitIds: null, day: world.day('2024-06-24'), asOf: null }),
          (db: typeof tx) =>
            writePublicRow(
              db,
              all.filter(({ version }) => version).map(({ item }) => item.id),
              world.day('2024-06-24'),
            ),
        ]) {
          const counted = counting(tx);
          await read(counted.tx);
          numbers.push(counted.count());
        }
        return numbers;
      });
    const few = await count();
    for (let n = 0; n < 20; n++) await world.published();
    expect(await count()).toEqual(few);
  });
});
