import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../kernel/dates.ts';
import { inspectionState, isSecret } from './inspection.ts';
import { lateStep } from './reminders.ts';

const day = calendarDate;

describe('an inspection', () => {
  it('is under way from its day until it ends', () => {
    const heldOn = day('2024-06-24');
    expect(inspectionState({ heldOn, ended: null }, day('2024-06-23'))).toBe('upcoming');
    expect(inspectionState({ heldOn, ended: null }, heldOn)).toBe('under_way');
    expect(inspectionState({ heldOn, ended: null }, day('2024-08-01'))).toBe('under_way');
    expect(inspectionState({ heldOn, ended: 'cancelled' }, day('2024-06-01'))).toBe('cancelled');
  });

  it('is secret only when unannounced, not yet announced, and before its day begins', () => {
    const heldOn = day('2024-06-24');
    const unannounced = { kind: 'unannounced', heldOn, isAnnounced: false } as const;
    expect(isSecret(unannounced, day('2024-06-23'))).toBe(true);
    expect(isSecret(unannounced, heldOn)).toBe(false);
    expect(isSecret({ ...unannounced, isAnnounced: true }, day('2024-06-23'))).toBe(false);
    expect(isSecret({ ...unannounced, kind: 'planned' }, day('2024-06-01'))).toBe(false);
  });
});

describe('reminders of what is late', () => {
  it('come on the first day, after a week, a month and a quarter, and the latest stands for those that were missed', () => {
    expect([0, 1, 4, 5, 19, 20, 59, 60, 500].map(lateStep)).toEqual([null, 1, 1, 5, 5, 20, 20, 60, 60]);
  });
});
