import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../kernel/dates.ts';
import { askState, mayFollow, SAID, type Said } from './explanation.ts';

const due = calendarDate('2024-06-27');
const stateOn = (day: string, ...said: Said[]) =>
  askState(
    said.map((kind) => ({ kind })),
    due,
    calendarDate(day),
  );

describe('a request to explain', () => {
  it('waits until the end of its day, is late after it, and is nobody’s matter once accepted', () => {
    expect(stateOn('2024-06-27')).toBe('waiting');
    expect(stateOn('2024-06-28')).toBe('late');
    expect(stateOn('2024-06-28', 'answer')).toBe('answered');
    expect(stateOn('2024-06-27', 'answer', 'return')).toBe('returned');
    expect(stateOn('2024-06-28', 'answer', 'return')).toBe('late');
    expect(stateOn('2024-07-28', 'answer', 'accept')).toBe('accepted');
  });

  it('goes from the unit to whoever asked and back, and nothing follows its acceptance', () => {
    const next = (...said: Said[]) =>
      SAID.filter((kind) =>
        mayFollow(
          said.map((one) => ({ kind: one })),
          kind,
        ),
      );
    expect(next()).toEqual(['answer']);
    expect(next('answer')).toEqual(['accept', 'return']);
    expect(next('answer', 'return')).toEqual(['answer']);
    expect(next('answer', 'accept')).toEqual([]);
  });
});
