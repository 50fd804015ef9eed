import { describe, expect, it } from 'vitest';
import { addWorkingDays, shippedCalendar } from '../../src/modules/calendar/index.ts';
import { exampleIssue, exampleLine, exampleUnitPlan, readExampleUnits } from './index.ts';

const calendar = shippedCalendar();
const due = addWorkingDays(calendar, exampleIssue.issuedOn, 15);
const communes = readExampleUnits().filter(
  ({ kind, tier, validFrom }) => kind === 'ubnd' && tier === 'xã' && validFrom <= exampleIssue.issuedOn,
);

describe('unit plans of the example', () => {
  it('most communes issued in time, two late, one is still writing and one never answered', () => {
    const plans = communes.map(({ key }) => exampleUnitPlan(key, false));
    expect(plans).toHaveLength(21);
    const issued = plans.flatMap(({ issuedOn }) => issuedOn ?? []);
    expect(issued.filter((day) => day <= due)).toHaveLength(17);
    expect(issued.filter((day) => day > due)).toHaveLength(2);
    const open = plans.filter(({ issuedOn }) => issuedOn === null);
    expect(open.map(({ receivedOn, unfinished }) => [receivedOn !== null, unfinished > 0]).sort()).toEqual([
      [false, false],
      [true, true],
    ]);
    expect(plans.filter(({ returned }) => returned !== null)).toHaveLength(1);
  });

  it('each step comes on a working day, in order', () => {
    for (const { key } of communes) {
      const { receivedOn, begunOn, issuedOn } = exampleUnitPlan(key, false);
      const days = [receivedOn, begunOn, issuedOn].filter((day) => day !== null);
      expect(days.toSorted()).toEqual(days);
      for (const day of days)
        expect(addWorkingDays(calendar, addWorkingDays(calendar, day, -1), 1)).toBe(day);
    }
  });

  it('a line names who answers and a time that is no later than the parent’s', () => {
    const task = { code: '2.1', dimension: 2, product: 'Trang danh bạ', dueWords: '31/03/2024' };
    for (const { key } of communes) {
      const line = exampleLine(
        key,
        { ...task, dueOn: addWorkingDays(calendar, exampleIssue.issuedOn, 40) },
        [],
      );
      expect(line.responsible).not.toBe('');
      expect(line.dueWords).toMatch(/^\d{2}\/03\/2024$/);
      expect(exampleLine(key, { ...task, dueOn: null, dueWords: 'Thường xuyên' }, []).dueWords).toMatch(
        /^Hằng/,
      );
    }
  });
});
