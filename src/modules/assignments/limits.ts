import { limits } from '../../kernel/limits.ts';

export const assignmentLimits = limits('assignments', {
  page_rows: {
    value: 50,
    unit: 'rows',
    reason: 'two screens of a laptop; more is found by filters, or taken whole as .xlsx',
  },
  counted_rows: {
    value: 1000,
    unit: 'rows',
    reason: 'an exact count beyond it helps nobody and costs a scan on each page',
  },
  export_rows: {
    value: 50_000,
    unit: 'rows',
    reason: 'what an office machine opens in .xlsx without waiting',
  },
  override_days: {
    value: 92,
    unit: 'days',
    reason:
      'a state set by hand is looked at again at least each quarter, or the published rule means nothing',
  },
  month_rows: {
    value: 300,
    unit: 'assignments',
    reason: 'a commune’s month of the example is some 60; each is held until the whole is saved',
  },
  handed_at_once: {
    value: 200,
    unit: 'assignments',
    reason: 'all open work of a unit in a year’s plan; each is held until the whole is done',
  },
  comment_length: {
    value: 2000,
    unit: 'characters',
    reason: 'a page of words; what is longer is a document and belongs to the evidence',
  },
  comment_mentions: {
    value: 20,
    unit: 'people a comment',
    reason: 'more are told through an urging, which keeps who read it',
  },
  recent_shown: {
    value: 10,
    unit: 'lines',
    reason:
      'what a phone shows of history and of comments beside the facts; the page of history has them all',
  },
  scopes_kept: {
    value: 500,
    unit: 'scopes a tenant',
    reason: 'people of one unit and role share a scope; 500 take some 10 MB at 600 units each',
  },
  days_counted: {
    value: 120,
    unit: 'days a scope',
    reason: 'ten plans with the weeks of a quarter; a day over all units is some 20 KB',
  },
  settled_hours: {
    value: 6,
    unit: 'hours after a day',
    reason: 'a transaction begun before midnight may end after it; none lasts so long',
  },
  feed_events: {
    value: 500,
    unit: 'events',
    reason: 'a unit’s open work of one year; calendar programs slow down beyond it',
  },
});
