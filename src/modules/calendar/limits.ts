import { limits } from '../../kernel/limits.ts';

export const calendarLimits = limits('calendar', {
  file_bytes: {
    value: 512 * 1024,
    unit: 'bytes',
    reason: 'five years of holidays take 20 KB; a century would fit',
  },
  moves_shown: {
    value: 200,
    unit: 'deadlines',
    reason: 'what a person checks on one page; the count of all is told and the file holds them all',
  },
  problems_shown: {
    value: 50,
    unit: 'problems',
    reason: 'a wrong file is corrected a page at a time; nobody reads more',
  },
  calendars_kept: {
    value: 64,
    unit: 'calendars',
    reason: 'parsed calendars held in memory, one for each tenant with its own; each is under 100 KB',
  },
});
