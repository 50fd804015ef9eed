import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../kernel/dates.ts';
import { caseExpression, caseKey } from './cases.ts';

const on = calendarDate('2024-05-14');

describe('a case of work that waits for an event', () => {
  it('is due within the time of the plan, counted from the day of the event', () => {
    const due = {
      v: 1,
      type: 'event',
      event: 'Khi có phản ánh',
      within: { amount: 10, unit: 'wd' },
    } as const;
    expect(caseExpression(due, on)).toEqual({
      v: 1,
      type: 'after',
      bound: 'max',
      amount: 10,
      unit: 'wd',
      from: on,
    });
  });

  it('hours become the working days that hold them, eight to a day, never fewer than one', () => {
    const within = (amount: number) =>
      caseExpression({ v: 1, type: 'event', event: 'Khi có', within: { amount, unit: 'h' } }, on);
    expect([within(4), within(8), within(9), within(24)]).toMatchObject([
      { amount: 1 },
      { amount: 1 },
      { amount: 2 },
      { amount: 3 },
    ]);
  });

  it('has no due where the plan gives no time', () => {
    expect(caseExpression({ v: 1, type: 'event', event: 'Khi phát sinh' }, on)).toBeNull();
    expect(caseExpression(null, on)).toBeNull();
  });

  it('a second case of one day has a key of its own', () => {
    expect(caseKey(on, ['once'])).toBe('2024-05-14');
    expect(caseKey(on, ['once', '2024-05-14', '2024-05-14.2'])).toBe('2024-05-14.3');
  });
});
