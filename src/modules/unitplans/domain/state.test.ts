import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, calendarDate } from '../../../kernel/dates.ts';
import {
  addWorkingDays,
  computeDeadline,
  isWorkingDay,
  shippedCalendar,
  workingDaysBetween,
} from '../../calendar/index.ts';
import { eventFacts, eventOf, type UnitPlanEvent } from './event-facts.ts';
import { reminderDays, reminderOn } from './reminders.ts';
import { courseOf } from './replay.ts';
import { isOpen, unitPlanClock, unitPlanState } from './state.ts';

const calendar = shippedCalendar();
const ISSUED = calendarDate('2024-01-22');
const at = new Date('2024-01-22T02:00:00Z');

function happened(kind: string, on: CalendarDate, facts: object, note = ''): UnitPlanEvent {
  return eventOf(kind, { v: 1, ...facts }, { happenedOn: on, recordedAt: at, personName: 'Ai đó', note });
}

const deadline = computeDeadline(
  { v: 1, type: 'after', bound: 'max', amount: 15, unit: 'wd', from: ISSUED },
  calendar,
);
const due = { on: deadline.on, calendar: deadline.calendarVersion, explained: deadline.explanation };
const obliged = happened('obliged', ISSUED, { issuedOn: ISSUED, due });
const issuedOn = (on: CalendarDate, version = 1): UnitPlanEvent =>
  happened('issued', on, {
    version,
    number: '12/KH-UBND',
    signerName: 'Nguyễn Văn Mẫu',
    signerTitle: 'Chủ tịch',
    workingDays: workingDaysBetween(calendar, ISSUED, on),
    carried: 3,
    declined: 0,
    own: 0,
    specific: 3,
  });

describe('state of a unit plan', () => {
  it('fifteen working days after 22/01/2024, Tết left out, end with 19/02/2024', () => {
    expect(due.on).toBe('2024-02-19');
  });

  it('is in time on working day 15 and late from working day 16 on', () => {
    const day15 = addWorkingDays(calendar, ISSUED, 15);
    const day16 = addWorkingDays(calendar, ISSUED, 16);
    expect(unitPlanState(courseOf([obliged, issuedOn(day15)]))).toBe('issued');
    expect(unitPlanState(courseOf([obliged, issuedOn(day16)]))).toBe('issued_late');
    expect(unitPlanClock(courseOf([obliged, issuedOn(day15)]), calendar, day16)).toEqual({
      workingDays: 15,
      left: null,
      late: 0,
      isLate: false,
    });
    expect(unitPlanClock(courseOf([obliged, issuedOn(day16)]), calendar, addDays(day16, 60))).toMatchObject({
      workingDays: 16,
      late: 1,
      isLate: true,
    });
  });

  it('while it is awaited, the due day is in time and the next day is late', () => {
    const course = courseOf([obliged]);
    expect(unitPlanClock(course, calendar, due.on)).toMatchObject({
      workingDays: 15,
      left: 0,
      isLate: false,
    });
    expect(unitPlanClock(course, calendar, addDays(due.on, 1))).toMatchObject({
      left: null,
      late: 1,
      isLate: true,
    });
  });

  it('goes from receipt to draft to issue to return to the next version, and a return makes nobody late', () => {
    const received = happened('received', calendarDate('2024-01-23'), {});
    const begun = happened('draft_begun', calendarDate('2024-01-24'), { version: 1 });
    const first = issuedOn(calendarDate('2024-02-01'));
    const returned = happened('returned', calendarDate('2024-03-01'), { version: 1 }, 'Thiếu sản phẩm');
    const again = issuedOn(calendarDate('2024-03-20'), 2);
    const states = [obliged, received, begun, first, returned, again].map((_, index, all) =>
      unitPlanState(courseOf(all.slice(0, index + 1))),
    );
    expect(states).toEqual(['not_received', 'received', 'drafting', 'issued', 'returned', 'issued']);
  });

  it('a corrected day of the parent moves the due of an issued plan too, and with it what is late', () => {
    const late = issuedOn(calendarDate('2024-02-20'));
    const moved = happened('due_moved', calendarDate('2024-02-21'), {
      from: due.on,
      issuedOn: '2024-01-23',
      due: { ...due, on: '2024-02-20' },
      why: 'issue_corrected',
    });
    expect(unitPlanState(courseOf([obliged, late]))).toBe('issued_late');
    expect(unitPlanState(courseOf([obliged, late, moved]))).toBe('issued');
  });

  it('a withdrawn parent ends the obligation, and asking again begins it anew', () => {
    const ended = happened('void', calendarDate('2024-02-01'), { why: 'withdrawn' }, 'Ban hành nhầm');
    expect(unitPlanState(courseOf([obliged, ended]))).toBe('void');
    expect(isOpen(courseOf([obliged, ended]))).toBe(false);
    expect(unitPlanClock(courseOf([obliged, ended]), calendar, calendarDate('2024-06-24'))?.isLate).toBe(
      false,
    );
    expect(unitPlanState(courseOf([obliged, ended, obliged]))).toBe('not_received');
  });

  it('where nothing is due, nothing is ever late', () => {
    const asked = happened('obliged', ISSUED, { issuedOn: ISSUED, due: null });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), (days) => {
        const day = addDays(ISSUED, days);
        expect(unitPlanClock(courseOf([asked]), calendar, day)).toMatchObject({ isLate: false, left: null });
        expect(unitPlanState(courseOf([asked, issuedOn(day)]))).toBe('issued');
      }),
    );
  });

  it('a kind that is not declared, or facts that do not fit, are a defect', () => {
    expect(() => happened('forgotten', ISSUED, {})).toThrow(/no kind/);
    expect(() => happened('returned', ISSUED, {})).toThrow();
    expect(Object.keys(eventFacts)).toHaveLength(8);
  });
});

describe('reminders', () => {
  it('come on working days 5, 10 and 14 of 15, then on each day late', () => {
    expect(reminderDays(15)).toEqual([5, 10, 14]);
    const told = Array.from({ length: 19 }, (_, day) => reminderOn(15, day));
    expect(told).toEqual([null, null, null, null, null, 5, 5, 5, 5, 5, 10, 10, 10, 10, 14, 14, 16, 17, 18]);
  });

  it('fit any time: within it, never on its first morning, one a day at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 250 }), (within) => {
        const days = reminderDays(within);
        expect(days.every((day) => day >= 1 && day < within)).toBe(true);
        expect(new Set(days).size).toBe(days.length);
        for (let day = 0; day <= within; day++) expect(reminderOn(within, day) ?? 0).toBeLessThanOrEqual(day);
      }),
    );
  });

  it('the working day of a reminder never goes back as days pass', () => {
    let before = 0;
    for (let day = ISSUED; day < '2024-06-01'; day = addDays(day, 1)) {
      if (!isWorkingDay(calendar, day)) continue;
      const now = reminderOn(15, workingDaysBetween(calendar, ISSUED, day)) ?? 0;
      expect(now).toBeGreaterThanOrEqual(before);
      before = now;
    }
  });
});
