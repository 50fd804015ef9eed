import { expect, it } from 'vitest';
import { calendarDate } from '../../../kernel/dates.ts';
import { nextEnd } from './next-period.ts';

it.each([
  ['2024-01-01', '2024-06-30', '2024-12-31'],
  ['2024-07-01', '2024-12-31', '2025-06-30'],
  ['2024-01-01', '2024-12-31', '2025-12-31'],
  ['2024-01-01', '2024-03-31', '2024-06-30'],
  ['2023-12-15', '2024-03-14', '2024-06-14'],
  ['2024-02-01', '2024-02-29', '2024-03-31'],
  ['2024-01-31', '2024-02-28', '2024-03-28'],
])('after %s to %s the next period of that length ends on %s', (fromOn, toOn, end) => {
  expect(nextEnd({ fromOn: calendarDate(fromOn), toOn: calendarDate(toOn) })).toBe(end);
});
