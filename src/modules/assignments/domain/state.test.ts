import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../kernel/dates.ts';
import { type StateFacts, stateOf } from './state.ts';

const day = { today: calendarDate('2024-06-24'), soonUntil: calendarDate('2024-07-01') };
const facts = (changes: Partial<StateFacts>): StateFacts => ({
  progress: 'none',
  dueOn: calendarDate('2024-12-31'),
  doneOn: null,
  isRequest: false,
  ...changes,
});

describe('state of an assignment', () => {
  it.each([
    ['the day before its due day', '2024-06-25', 'due_soon'],
    ['on its due day, which is still in time', '2024-06-24', 'due_soon'],
    ['the day after', '2024-06-23', 'overdue'],
    ['five working days ahead', '2024-07-01', 'due_soon'],
    ['further ahead', '2024-07-02', 'not_started'],
  ] as const)('%s', (_, dueOn, expected) => {
    expect(stateOf(facts({ dueOn: calendarDate(dueOn) }), day)).toBe(expected);
  });

  it('what is asked of an outside body is never late, whatever the day', () => {
    const asked = facts({ isRequest: true, dueOn: calendarDate('2024-01-31') });
    expect(stateOf(asked, day)).toBe('not_started');
    expect(stateOf({ ...asked, progress: 'in_progress' }, day)).toBe('in_progress');
    expect(stateOf({ ...asked, progress: 'accepted', doneOn: calendarDate('2024-06-01') }, day)).toBe(
      'accepted',
    );
  });

  it('a claim stops the clock until somebody answers it', () => {
    expect(stateOf(facts({ progress: 'claimed', dueOn: calendarDate('2024-01-31') }), day)).toBe('claimed');
  });

  it('acceptance is late by the day the work was done, not by the day it was accepted', () => {
    const done = facts({ progress: 'accepted', dueOn: calendarDate('2024-03-31') });
    expect(stateOf({ ...done, doneOn: calendarDate('2024-03-31') }, day)).toBe('accepted');
    expect(stateOf({ ...done, doneOn: calendarDate('2024-04-01') }, day)).toBe('accepted_late');
  });

  it('returned work is shown as returned while there is time, as overdue after', () => {
    expect(stateOf(facts({ progress: 'returned' }), day)).toBe('returned');
    expect(stateOf(facts({ progress: 'returned', dueOn: calendarDate('2024-06-21') }), day)).toBe('overdue');
  });

  it('a state set by hand counts through its last day and then ends by itself', () => {
    const set = (until: string): StateFacts =>
      facts({
        dueOn: calendarDate('2024-06-21'),
        override: { state: 'in_progress', until: calendarDate(until) },
      });
    expect(stateOf(set('2024-06-24'), day)).toBe('in_progress');
    expect(stateOf(set('2024-06-23'), day)).toBe('overdue');
  });

  it('work that waits for an event has no day and is never late', () => {
    expect(stateOf(facts({ dueOn: null }), day)).toBe('not_started');
    expect(stateOf(facts({ dueOn: null, progress: 'in_progress' }), day)).toBe('in_progress');
  });
});
