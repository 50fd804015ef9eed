import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '../../../kernel/dates.ts';
import { shippedCalendar } from '../../calendar/index.ts';
import { reminderFor, unitsOfStep } from './reminders.ts';

const calendar = shippedCalendar();

/** The reminders of every day from `first` to `last`, as [day, working days left]. */
function remindersOf(on: string, first: string, last: string): [string, number][] {
  const made: [string, number][] = [];
  for (let day = calendarDate(first); day <= calendarDate(last); day = addDays(day, 1)) {
    const left = reminderFor(calendarDate(on), day, calendar);
    if (left !== null) made.push([day, left]);
  }
  return made;
}

describe('reminders of a day', () => {
  it('02/7/2024: three working days before, past the weekend; the day between keeps the one that was made', () => {
    expect(remindersOf('2024-07-02', '2024-06-24', '2024-07-05')).toEqual([
      ['2024-06-27', 3],
      ['2024-06-28', 3],
      ['2024-07-01', 1],
      ['2024-07-02', 0],
    ]);
  });

  it('Saturday 04/01/2025: the last comes on Friday, and New Year’s Day has none', () => {
    expect(remindersOf('2025-01-04', '2024-12-27', '2025-01-06')).toEqual([
      ['2024-12-30', 3],
      ['2024-12-31', 3],
      ['2025-01-02', 1],
      ['2025-01-03', 0],
    ]);
  });
});

describe('whose turn a step is', () => {
  const units = [
    { id: 'so', kind: 'so', lineage: ['so'] },
    { id: 'huyen', kind: 'ubnd', lineage: ['huyen'] },
    { id: 'phong', kind: 'phong', lineage: ['huyen', 'phong'] },
    { id: 'cong-an', kind: 'nganh_doc', lineage: ['huyen', 'cong-an'] },
    { id: 'mttq', kind: 'mttq', lineage: ['huyen', 'mttq'] },
    { id: 'hdnd', kind: 'hdnd', lineage: ['huyen', 'hdnd'] },
    { id: 'xa', kind: 'ubnd', lineage: ['huyen', 'xa'] },
    { id: 'phong-xa', kind: 'phong', lineage: ['huyen', 'xa', 'phong-xa'] },
    { id: 'thon', kind: 'thon', lineage: ['huyen', 'xa', 'thon'] },
  ];

  it('communes report, offices of the root gather, the root’s standing agency totals; outside bodies and villages have no turn', () => {
    expect(unitsOfStep('unit', units)).toEqual(['xa']);
    expect(unitsOfStep('sector', units)).toEqual(['phong', 'cong-an']);
    expect(unitsOfStep('standing', units)).toEqual(['huyen']);
  });

  it('holds for any number of tiers: every committee below the root reports', () => {
    const province = units.map((unit) => ({
      ...unit,
      lineage: unit.lineage[0] === 'huyen' ? ['tinh', ...unit.lineage] : unit.lineage,
    }));
    const all = [{ id: 'tinh', kind: 'ubnd', lineage: ['tinh'] }, ...province];
    expect(unitsOfStep('unit', all)).toEqual(['huyen', 'xa']);
    expect(unitsOfStep('sector', all)).toEqual([]);
  });
});
