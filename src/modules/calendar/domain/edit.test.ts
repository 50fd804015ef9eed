import { describe, expect, test } from 'vitest';
import { calendarDate } from '../../../kernel/dates.ts';
import { AppError } from '../../../kernel/errors.ts';
import { shippedFile } from '../shipped.ts';
import { differences } from './compare.ts';
import { type CalendarEdit, editHolidays } from './edit.ts';
import { calendarOf, holidaysSchema } from './work-calendar.ts';
import { isWorkingDay } from './working-days.ts';

const file = shippedFile();
const d = calendarDate;
const source = 'TB 1/TB-BNV 01/12/2026';
const name = { vi: 'Nghỉ thêm', en: 'Extra day' };

const dayOff = (date: string): CalendarEdit => ({
  type: 'day_off',
  date: d(date),
  name,
  kind: 'statutory',
  status: 'CONFIRMED',
  source,
});

function refusal(edit: CalendarEdit): string {
  try {
    editHolidays(file, edit);
  } catch (error) {
    if (error instanceof AppError) return error.type.code;
    throw error;
  }
  return 'accepted';
}

describe('after every accepted change the file still satisfies its schema', () => {
  const edits: CalendarEdit[] = [
    dayOff('2027-02-11'),
    { type: 'swap', date: d('2027-04-29'), makeup: d('2027-05-08'), name, status: 'UNCONFIRMED', source },
    { type: 'remove', date: d('2024-04-29'), source },
    { type: 'confirm', date: d('2026-11-24'), source },
  ];
  test.each(edits.map((edit) => [edit.type, edit] as const))('%s', (_type, edit) => {
    const changed = editHolidays(file, edit);
    expect(holidaysSchema.safeParse(changed).error?.issues ?? []).toEqual([]);
    expect(changed.sources.at(-1)?.text).toBe(source);
  });
});

test('a day beside a break joins it, so that explanations name one break', () => {
  const calendar = calendarOf(editHolidays(file, dayOff('2027-02-11')));
  expect(calendar.daysOff.get(d('2027-02-11'))?.occasion).toBe(
    calendar.daysOff.get(d('2027-02-10'))?.occasion,
  );
  const alone = calendarOf(editHolidays(file, dayOff('2027-03-10')));
  expect(alone.daysOff.get(d('2027-03-10'))?.occasion).toEqual(name);
});

test('a swap makes the day off free and the weekend day worked; removing either removes both', () => {
  const swap: CalendarEdit = {
    type: 'swap',
    date: d('2027-04-29'),
    makeup: d('2027-05-08'),
    name,
    status: 'CONFIRMED',
    source,
  };
  const swapped = editHolidays(file, swap);
  const calendar = calendarOf(swapped);
  expect(isWorkingDay(calendar, d('2027-04-29'))).toBe(false);
  expect(isWorkingDay(calendar, d('2027-05-08'))).toBe(true);
  for (const date of ['2027-04-29', '2027-05-08']) {
    const back = calendarOf(editHolidays(swapped, { type: 'remove', date: d(date), source }));
    expect(differences(calendarOf(file), back)).toEqual([]);
  }
});

test('a pending day that is confirmed becomes a day off; an unconfirmed one is confirmed where it stands', () => {
  const culture = calendarOf(editHolidays(file, { type: 'confirm', date: d('2026-11-24'), source }));
  expect(isWorkingDay(culture, d('2026-11-24'))).toBe(false);
  expect(culture.pending.size).toBe(calendarOf(file).pending.size - 1);
  const tet = calendarOf(editHolidays(file, { type: 'confirm', date: d('2027-02-05'), source }));
  expect(differences(calendarOf(file), tet)).toMatchObject([
    { date: '2027-02-05', before: { status: 'UNCONFIRMED' }, after: { status: 'CONFIRMED' } },
  ]);
});

test.each<[string, CalendarEdit, string]>([
  ['a day off twice', dayOff('2024-02-12'), 'calendar.already_off'],
  ['a day off on a make-up day', dayOff('2024-05-04'), 'calendar.already_makeup'],
  ['a day after the last year', dayOff('2028-01-03'), 'calendar.outside_years'],
  [
    'a swap of a weekend day',
    { type: 'swap', date: d('2027-05-08'), makeup: d('2027-05-15'), name, status: 'CONFIRMED', source },
    'calendar.already_weekend',
  ],
  [
    'a make-up day on a working day',
    { type: 'swap', date: d('2027-05-07'), makeup: d('2027-05-10'), name, status: 'CONFIRMED', source },
    'calendar.makeup_on_working_day',
  ],
  ['removing an ordinary day', { type: 'remove', date: d('2027-05-10'), source }, 'calendar.nothing_on_day'],
  [
    'confirming an ordinary day',
    { type: 'confirm', date: d('2027-05-10'), source },
    'calendar.nothing_on_day',
  ],
  [
    'confirming what is confirmed',
    { type: 'confirm', date: d('2024-02-12'), source },
    'calendar.already_confirmed',
  ],
])('%s is refused', (_name, edit, code) => {
  expect(refusal(edit)).toBe(code);
});
