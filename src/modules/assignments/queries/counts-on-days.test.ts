import { afterAll, beforeAll, expect, it } from 'vitest';
import { counting } from '../../../../test/support/counting.ts';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { issueWork } from '../../../../test/support/issued-work.ts';
import { type SmallTree, smallTree } from '../../../../test/support/people.ts';
import { calendarDate } from '../../../kernel/dates.ts';
import { recordEntry } from '../commands/record-entry.ts';
import { boardCounts } from './board.ts';
import { countsOnDays } from './counts-on-days.ts';
import type { ResolvedScope } from './scope-sql.ts';

let place: TestTenant;
let tree: SmallTree;
let planId: string;
const everything = (): ResolvedScope => ({
  everything: true,
  unitIds: [],
  acceptingIds: [],
  exceptIds: null,
});
const DAYS = ['2024-06-01', '2024-06-10', '2024-06-20', '2024-07-03'].map(calendarDate);

beforeAll(async () => {
  place = await testTenant();
  place.clock.set(new Date('2024-06-03T02:00:00Z'));
  tree = await smallTree(place);
  const issued = await issueWork(place, tree);
  planId = issued.planId;
  const own = issued.work.find(({ unitId }) => unitId === tree.commune);
  const record = (kind: 'claim' | 'accept', day: string) => {
    place.clock.set(new Date(`${day}T02:00:00Z`));
    return place.db.transaction((tx) =>
      recordEntry(place.context(), tx, {
        assignmentId: own?.id ?? '',
        kind,
        happenedOn: calendarDate(day),
        note: 'Đã làm',
      }),
    );
  };
  await record('claim', '2024-06-12');
  await record('accept', '2024-06-25');
  place.clock.set(new Date('2024-07-05T02:00:00Z'));
});
afterAll(() => place.close());

it('several past days in one statement are the board of each of those days', async () => {
  const counted = await countsOnDays(place.db, planId, everything(), DAYS, place.clock.now());
  for (const day of DAYS) {
    const board = await boardCounts(place.db, planId, everything(), {
      today: day,
      soonUntil: day,
      asOf: day,
    });
    const sum = (unitId: string, of: 'total' | 'accepted' | 'claimed' | 'overdue') =>
      board.filter((one) => one.unitId === unitId).reduce((all, one) => all + one[of], 0);
    const units = [...new Set(board.map(({ unitId }) => unitId))].sort();
    expect(
      counted
        .filter(({ on }) => on === day)
        .map(({ unitId }) => unitId)
        .sort(),
    ).toEqual(units);
    for (const { unitId, total, accepted, claimed, overdue } of counted.filter(({ on }) => on === day))
      expect([total, accepted, claimed, overdue]).toEqual(
        (['total', 'accepted', 'claimed', 'overdue'] as const).map((of) => sum(unitId, of)),
      );
  }
  expect(counted.some(({ claimed }) => claimed > 0)).toBe(true);
  expect(counted.some(({ accepted }) => accepted > 0)).toBe(true);
  expect(counted.some(({ overdue }) => overdue > 0)).toBe(true);
});

it('a day that is over is counted once for a scope; the last one again while it settles', async () => {
  const scope = everything();
  const statements = (now: Date) =>
    place.db.transaction(async (tx) => {
      const counted = counting(tx);
      await countsOnDays(counted.tx, planId, scope, DAYS, now);
      return counted.count();
    });
  expect(await statements(new Date('2024-07-03T18:00:00Z'))).toBe(1);
  expect(await statements(new Date('2024-07-03T18:00:00Z'))).toBe(1);
  expect(await statements(new Date('2024-07-05T02:00:00Z'))).toBe(1);
  expect(await statements(new Date('2024-07-05T02:00:00Z'))).toBe(0);
});
