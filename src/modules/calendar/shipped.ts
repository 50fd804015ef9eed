import holidays from '../../../reference/holidays/vn-2023-2027.json' with { type: 'json' };
import { parseHolidays, type WorkCalendar } from './domain/work-calendar.ts';

let calendar: WorkCalendar | undefined;

/** The calendar that comes with the program: Vietnam's state offices, 2023–2027. */
export function shippedCalendar(): WorkCalendar {
  calendar ??= parseHolidays(holidays);
  return calendar;
}
