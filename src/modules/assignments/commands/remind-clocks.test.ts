import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { issueWork } from '../../../../test/support/issued-work.ts';
import { actorWith, type SmallTree, smallTree } from '../../../../test/support/people.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import { type ClocksLate, clocksLate } from '../events.ts';
import { recordEntry } from './record-entry.ts';
import { remindClocks } from './remind-clocks.ts';

let place: TestTenant;
let tree: SmallTree;
const told: ClocksLate['perUnit'][number][] = [];

beforeAll(async () => {
  place = await testTenant();
  tree = await smallTree(place);
  clocksLate.on(async (_context, _tx, { perUnit }) => {
    told.push(...perUnit);
  });
});
afterAll(() => place.close());

const remind = () => {
  told.length = 0;
  return place.db.transaction((tx) => remindClocks(place.context(), tx));
};

describe('late answers and late second tries', () => {
  it('are told once to whoever is late, after the last day and not on it, and again only for a new clock', async () => {
    const { work } = await issueWork(place, tree);
    const [first, second] = work.filter((item) => item.code === '1.1' && item.unitId !== tree.office);
    const commune = (id: string | undefined) => actorWith('member', [tree.district, id ?? '']);
    const lead = actorWith('lead', [tree.district, tree.office]);
    const act = (item: typeof first, kind: 'claim' | 'return') =>
      place.db.transaction((tx) => {
        const context = place.context(kind === 'claim' ? commune(item?.unitId) : lead);
        const happenedOn = vietnamDate(context.now);
        return recordEntry(context, tx, { assignmentId: item?.id ?? '', kind, happenedOn, note: 'x' });
      });
    await act(first, 'claim');
    await act(second, 'claim');
    // Monday 24/06 and five working days: the last day is Monday 01/07.
    place.clock.set(new Date('2024-07-01T10:00:00Z'));
    expect(await remind()).toBe(0);
    place.clock.set(new Date('2024-07-02T02:00:00Z'));
    expect(await remind()).toBe(2);
    expect(told).toMatchObject([{ unitId: tree.office, kind: 'answer', count: 2 }]);
    expect(await remind()).toBe(0);
    await act(first, 'return');
    place.clock.set(new Date('2024-07-10T02:00:00Z'));
    expect(await remind()).toBe(1);
    expect(told).toMatchObject([{ unitId: first?.unitId, kind: 'redo', count: 1 }]);
    expect(await remind()).toBe(0);
  });
});
