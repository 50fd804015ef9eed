import { expect, it } from 'vitest';
import { calendarDate } from '../../../kernel/dates.ts';
import type { Period } from '../../periods/index.ts';
import type { ReportState } from '../domain/report.ts';
import { byNeed } from './mine-data.ts';

const one = (toOn: string, dueOn: string, state: ReportState | null) => ({
  period: {
    fromOn: calendarDate('2024-01-01'),
    toOn: calendarDate(toOn),
    dueOn: calendarDate(dueOn),
  } as Period,
  report: state && { state },
});

it('what is to be sent first stands first, what went follows, the latest first', () => {
  const year = one('2024-12-31', '2025-01-04', null);
  const half = one('2024-06-30', '2024-07-04', 'draft');
  const returned = one('2024-03-31', '2024-04-04', 'returned');
  const before = one('2023-06-30', '2023-07-04', 'accepted');
  const lastYear = one('2023-12-31', '2024-01-04', 'submitted');
  const list = [year, before, half, lastYear, returned];
  expect(list.toSorted(byNeed)).toEqual([returned, half, year, lastYear, before]);
});
