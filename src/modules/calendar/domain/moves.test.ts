import { expect, test } from 'vitest';
import { type CalendarDate, calendarDate } from '../../../kernel/dates.ts';
import { shippedCalendar } from '../shipped.ts';
import { computeDeadline } from './deadline.ts';
import { parseExpression } from './expression-text.ts';
import { deadlinesThatMove } from './moves.ts';
import type { DayOff, WorkCalendar } from './work-calendar.ts';

const cal = shippedCalendar();
const cultureDay: [CalendarDate, DayOff] = [
  calendarDate('2026-11-24'),
  {
    vi: 'Ngày Văn hóa Việt Nam',
    en: 'Vietnam Culture Day',
    status: 'CONFIRMED',
    occasion: { vi: 'Ngày Văn hóa Việt Nam', en: 'Vietnam Culture Day' },
  },
];
const confirmed: WorkCalendar = {
  ...cal,
  version: '2026-11-24',
  daysOff: new Map([...cal.daysOff, cultureDay]),
  pending: new Map(),
};

function stored(id: string, text: string) {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(parsed.problem.message.en);
  return { id, expression: parsed.expression, on: computeDeadline(parsed.expression, cal).on };
}

test('a day that becomes a holiday moves exactly the deadlines that counted it', () => {
  const deadlines = [
    stored('working days across it', '3wd after 2026-11-23'),
    stored('a maximum ending on it', '30d after 2026-10-25'),
    stored('a minimum ending on it', 'min 30d after 2026-10-25'),
    stored('a fixed day', 'by 2026-11-24'),
    stored('long before', '15wd after 2024-01-22'),
  ];
  const moved = deadlinesThatMove(deadlines, confirmed);
  expect(moved.map(({ id, from, to }) => [id, from, to])).toEqual([
    ['working days across it', '2026-11-26', '2026-11-27'],
    ['a maximum ending on it', '2026-11-24', '2026-11-25'],
  ]);
  expect(moved[0]?.deadline).toMatchObject({
    calendarVersion: '2026-11-24',
    explanation: { vi: '3 ngày làm việc từ 23/11/2026, trừ nghỉ Ngày Văn hóa Việt Nam 24/11 → 27/11/2026' },
    warnings: [],
  });
});

test('the same calendar moves nothing', () => {
  expect(deadlinesThatMove([stored('a', '15wd after 2024-01-22'), stored('b', 'end of 2024')], cal)).toEqual(
    [],
  );
});
