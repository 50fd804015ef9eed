import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInstant } from './dates.ts';
import { isDueAt, lastCall, nextCall, parseSchedule } from './schedule.ts';

const at = (text: string): Date => new Date(text);

describe('a schedule', () => {
  it('is read in Vietnam’s time: half past seven there is half past midnight in UTC', () => {
    const morning = parseSchedule('30 7 * * *');
    expect(nextCall(morning, at('2024-06-24T00:00:00Z'))).toEqual(at('2024-06-24T00:30:00Z'));
    expect(formatInstant(nextCall(morning, at('2024-06-24T00:30:00Z')))).toBe('25/06/2024 07:30');
    expect(isDueAt(morning, { min: 30, hour: 0, dow: 1 })).toBe(true);
    expect(isDueAt(morning, { min: 30, hour: 7, dow: 1 })).toBe(false);
  });

  it('counts the weekday of Vietnam when the evening of UTC is already the next day there', () => {
    // 02:00 on Monday 24/06/2024 in Vietnam is 19:00 on Sunday in UTC.
    const monday = parseSchedule('0 2 * * 1');
    expect(isDueAt(monday, { min: 0, hour: 19, dow: 0 })).toBe(true);
    expect(isDueAt(monday, { min: 0, hour: 19, dow: 1 })).toBe(false);
    expect(isDueAt(parseSchedule('0 2 * * 0'), { min: 0, hour: 19, dow: 6 })).toBe(true);
    expect(isDueAt(parseSchedule('0 2 * * 7'), { min: 0, hour: 19, dow: 6 })).toBe(true);
  });

  it('takes lists, ranges and steps, and refuses what it cannot promise', () => {
    expect([...parseSchedule('*/20 6-8,17 * * 1-5').minutes]).toEqual([0, 20, 40]);
    expect([...parseSchedule('*/20 6-8,17 * * 1-5').hours]).toEqual([6, 7, 8, 17]);
    for (const line of [
      '',
      '0 3 1 * *',
      '0 3 * 6 *',
      '60 * * * *',
      '5-1 * * * *',
      '*/0 * * * *',
      '0 3 * *',
      'x * * * *',
    ])
      expect(() => parseSchedule(line), line).toThrow(/not a schedule/);
  });

  it('calls next after any instant, last before or at it, and never between the two', () => {
    const lines = fc.constantFrom(
      '* * * * *',
      '17 * * * *',
      '30 7 * * *',
      '*/10 * * * *',
      '0 2 * * 1',
      '0 0,23 * * 1-5',
    );
    const instants = fc.date({
      min: at('2024-01-01T00:00:00Z'),
      max: at('2027-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(lines, instants, (line, instant) => {
        const schedule = parseSchedule(line);
        const [last, next] = [lastCall(schedule, instant), nextCall(schedule, instant)];
        expect(last.getTime()).toBeLessThanOrEqual(instant.getTime());
        expect(next.getTime()).toBeGreaterThan(instant.getTime());
        expect(nextCall(schedule, last)).toEqual(next);
        expect(lastCall(schedule, next)).toEqual(next);
      }),
      { numRuns: 60 },
    );
  });
});
