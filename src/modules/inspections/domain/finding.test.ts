import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '../../../kernel/dates.ts';
import { findingState, mayFollow, STANDINGS } from './finding.ts';

const due = calendarDate('2024-06-24');
const standing = fc.constantFrom(...STANDINGS);

describe('how a finding stands', () => {
  it('is in time on the due day itself and late from the next day on', () => {
    expect(findingState({ standing: 'found', dueOn: due }, due)).toBe('open');
    expect(findingState({ standing: 'found', dueOn: due }, addDays(due, 1))).toBe('late');
    expect(findingState({ standing: 'returned', dueOn: due }, addDays(due, 1))).toBe('late');
    expect(findingState({ standing: 'reopened', dueOn: due }, due)).toBe('open');
  });

  it('never turns from late to open by waiting, and what is reported or closed is late on no day', () => {
    fc.assert(
      fc.property(standing, fc.integer({ min: -400, max: 400 }), fc.nat(400), (stands, from, more) => {
        const day = addDays(due, from);
        const earlier = findingState({ standing: stands, dueOn: due }, day);
        const later = findingState({ standing: stands, dueOn: due }, addDays(day, more));
        if (earlier === 'late') expect(later).toBe('late');
        if (stands === 'claimed' || stands === 'closed') expect([earlier, later]).toEqual([stands, stands]);
      }),
    );
  });

  it('allows only opening again once it is closed, and never two reports in a row', () => {
    expect(mayFollow('closed')).toEqual(['reopened']);
    expect(mayFollow('claimed')).not.toContain('claimed');
    for (const stands of ['found', 'returned', 'reopened'] as const)
      expect(mayFollow(stands)).toContain('claimed');
  });
});
