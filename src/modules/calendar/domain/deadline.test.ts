import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countWorkingDays, firstWorkingDay, worksOn } from '../../../../test/oracle/working-days.ts';
import { arbitraryExpression } from '../../../../test/support/arbitrary-expression.ts';
import {
  addDays,
  type CalendarDate,
  calendarDate,
  daysBetween,
  isCalendarDate,
} from '../../../kernel/dates.ts';
import { shippedCalendar } from '../shipped.ts';
import { computeDeadline } from './deadline.ts';
import type { CountUnit } from './expression.ts';
import { parseExpression } from './expression-text.ts';
import type { WorkCalendar } from './work-calendar.ts';

const cal = shippedCalendar();

function deadline(text: string, calendar: WorkCalendar = cal) {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(parsed.problem.message.en);
  return computeDeadline(parsed.expression, calendar);
}

const endOf = (bound: 'max' | 'min', amount: number, unit: CountUnit, from: CalendarDate) =>
  computeDeadline({ v: 1, type: 'after', bound, amount, unit, from }, cal).on;

const anyDate = fc.integer({ min: 0, max: 6 * 365 }).map((days) => addDays(calendarDate('2022-06-01'), days));
const amount = fc.integer({ min: 1, max: 120 });
const unit = fc.constantFrom<CountUnit>('wd', 'd', 'm');

describe('an explanation', () => {
  test('says the same in English', () => {
    expect(deadline('15wd after 2024-01-22').explanation.en).toBe(
      '15 working days from 22/01/2024, leaving out Tết 08–14/02 → 19/02/2024',
    );
    expect(deadline('1wd after 2024-05-03').explanation.en).toBe(
      '1 working day from 03/05/2024, counting the make-up day Saturday 04/05 → 04/05/2024',
    );
  });

  test('does not mention a holiday that fell on a weekend and cost no working day', () => {
    const explained = deadline('1wd after 2026-04-24').explanation.vi;
    expect(explained).toBe('1 ngày làm việc từ 24/04/2026, trừ nghỉ Giỗ Tổ Hùng Vương 26–27/04 → 28/04/2026');
    const weekendOnly = {
      ...cal,
      daysOff: new Map([...cal.daysOff].filter(([date]) => date !== '2026-04-27')),
    };
    expect(deadline('1wd after 2026-04-24', weekendOnly).explanation.vi).not.toContain('Giỗ Tổ');
  });

  test('is filled in both languages for every expression', () => {
    fc.assert(
      fc.property(arbitraryExpression, (expression) => {
        const found = computeDeadline(expression, cal);
        expect(isCalendarDate(found.on)).toBe(true);
        const said = [found.explanation, ...found.warnings.map((warning) => warning.message)];
        for (const words of said.flatMap((message) => [message.vi, message.en])) {
          expect(words).not.toMatch(/[{}]|undefined/);
        }
      }),
    );
  });
});

describe('a warning', () => {
  const warnings = (text: string, calendar?: WorkCalendar) =>
    deadline(text, calendar).warnings.map(({ code, message }) => `${code}: ${message.vi}`);

  test('names the working day before a period that ends on a Sunday', () => {
    expect(warnings('end of Q2 2024')).toEqual([
      'DAY_OFF: 30/06/2024 là ngày nghỉ (Chủ nhật). Ngày làm việc liền trước là 28/06/2024: nên hoàn thành chậm nhất ngày đó.',
    ]);
  });

  test('names the working day after a minimum that ends on a day off', () => {
    expect(warnings('min 20d after 2024-06-02')[0]).toContain('kế tiếp, 24/06/2024');
  });

  test('names the unconfirmed break and the day that may become one', () => {
    const [only] = warnings('15wd after 2027-01-25');
    expect(only).toMatch(/^UNCONFIRMED: .*nghỉ Tết 04–10\/02\/2027; 11\/02\/2027 có thể là ngày nghỉ/);
  });

  test('names an unconfirmed make-up day that was counted', () => {
    const day = calendarDate('2024-05-04');
    const doubtful = {
      ...cal,
      makeup: new Map([[day, { replaces: calendarDate('2024-04-29'), status: 'UNCONFIRMED' as const }]]),
    };
    expect(warnings('1wd after 2024-05-03', doubtful)[0]).toContain('ngày làm bù 04/05/2024');
    expect(warnings('1wd after 2024-05-06', doubtful)).toEqual([]);
  });

  test('is not given for an unconfirmed day that the count never reached', () => {
    expect(warnings('3wd after 2027-01-25')).toEqual([]);
    expect(warnings('by 2026-11-25')).toEqual([]);
    expect(warnings('30d after 2026-10-26')).toEqual([]);
  });

  test.each([
    '15wd after 2022-12-20',
    '5wd before 2023-01-04',
    'by 2028-03-01',
    'end of 2030',
    '40d after 2027-12-01',
  ])('tells that the calendar does not cover all of "%s"', (text) => {
    expect(warnings(text).some((warning) => warning.startsWith('OUTSIDE_CALENDAR'))).toBe(true);
  });
});

describe('for every date and amount', () => {
  test('a maximum ends on a working day, the first one on or after the day counted to', () => {
    fc.assert(
      fc.property(anyDate, amount, (from, n) => {
        expect(endOf('max', n, 'd', from)).toBe(firstWorkingDay(cal, addDays(from, n), 1));
        expect(worksOn(cal, endOf('max', n, 'm', from))).toBe(true);
      }),
    );
  });

  test('a minimum is never shorter than its days and never later than the maximum', () => {
    fc.assert(
      fc.property(anyDate, amount, unit, (from, n, counted) => {
        expect(daysBetween(from, endOf('min', n, 'd', from))).toBe(n);
        expect(endOf('min', n, counted, from) <= endOf('max', n, counted, from)).toBe(true);
      }),
    );
  });

  test('a longer term or a later event never ends earlier', () => {
    fc.assert(
      fc.property(
        anyDate,
        amount,
        unit,
        fc.nat(20),
        fc.constantFrom('max', 'min'),
        (from, n, counted, more, bound) => {
          const on = endOf(bound, n, counted, from);
          expect(endOf(bound, n + more, counted, from) >= on).toBe(true);
          expect(endOf(bound, n, counted, addDays(from, more)) >= on).toBe(true);
        },
      ),
    );
  });

  test('"N working days before" leaves N working days free, whether or not the event day is worked', () => {
    fc.assert(
      fc.property(anyDate, amount, (event, n) => {
        const { on } = computeDeadline({ v: 1, type: 'ahead', amount: n, unit: 'wd', event }, cal);
        expect(countWorkingDays(cal, addDays(on, -1), addDays(event, -1))).toBe(n);
      }),
    );
  });

  test('"before" is the day before "by"', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const before = computeDeadline({ v: 1, type: 'before', date }, cal).on;
        expect(daysBetween(before, computeDeadline({ v: 1, type: 'by', date }, cal).on)).toBe(1);
      }),
    );
  });
});
