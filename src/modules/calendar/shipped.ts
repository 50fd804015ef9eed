import holidays from '../../../reference/holidays/vn-2023-2027.json' with { type: 'json' };
import { calendarOf, type HolidaysFile, holidaysSchema, type WorkCalendar } from './domain/work-calendar.ts';

let file: HolidaysFile | undefined;
let calendar: WorkCalendar | undefined;

/** The holidays file that comes with the program: Vietnam's state offices, 2023–2027. */
export function shippedFile(): HolidaysFile {
  file ??= holidaysSchema.parse(holidays);
  return file;
}

/** The calendar of that file: version 0 of every tenant. */
export function shippedCalendar(): WorkCalendar {
  calendar ??= calendarOf(shippedFile());
  return calendar;
}
