import { expect, test } from 'vitest';
import { shippedCalendar } from '../shipped.ts';
import { dueAnswer } from './due-answer.ts';

test('an answer has exactly the fields that machines read', () => {
  expect(dueAnswer(' before 05/01/2025', shippedCalendar())).toEqual({
    ok: true,
    answer: {
      on: '2025-01-04',
      explanation: 'trước ngày 05/01/2025, không tính ngày này → 04/01/2025',
      explanationEn: 'before 05/01/2025, that day excluded → 04/01/2025',
      calendarVersion: '2026-11-23',
      expression: 'before 2025-01-05',
      warnings: [
        {
          code: 'DAY_OFF',
          message:
            '04/01/2025 là ngày nghỉ (thứ Bảy). Ngày làm việc liền trước là 03/01/2025: nên hoàn thành chậm nhất ngày đó.',
        },
      ],
    },
  });
});

test('an unreadable question is answered with what is wrong, not with a date', () => {
  expect(dueAnswer('15 days', shippedCalendar())).toMatchObject({
    ok: false,
    problem: { code: 'UNKNOWN_FORM' },
  });
});
