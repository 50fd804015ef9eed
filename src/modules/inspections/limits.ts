import { limits } from '../../kernel/limits.ts';

export const inspectionLimits = limits('inspections', {
  members: { value: 30, unit: 'people of one team', reason: 'a team of several offices has a dozen' },
  partners: { value: 10, unit: 'bodies that lead one too', reason: 'the Front and its members are six' },
  findings: {
    value: 200,
    unit: 'findings of one inspection',
    reason: 'more than a conclusion of twenty pages lists; a longer one is two inspections',
  },
  due_years: {
    value: 2,
    unit: 'years from today to the due of a remedy',
    reason: 'a later day is a slip of the keyboard: plans of remedies run within a year',
  },
  ahead_working_days: {
    value: 3,
    unit: 'working days before the due of a remedy',
    reason: 'evidence of a remedy is gathered within days; earlier reminders are forgotten',
  },
  page_rows: { value: 100, unit: 'rows of one page', reason: 'a year of inspections of a district at once' },
  export_rows: {
    value: 5000,
    unit: 'rows of one download',
    reason: 'years of a district; longer ones are filtered by year',
  },
  api_rows: { value: 500, unit: 'rows of one answer', reason: 'one answer stays under some 500 KB' },
  repeat_minutes: {
    value: 5,
    unit: 'minutes in which the same is refused',
    reason: 'a button pressed twice, or a page sent again over a slow line',
  },
  near_days: {
    value: 7,
    unit: 'days before and after',
    reason: 'two teams at one commune within a week should know of each other (II.4.c)',
  },
});
