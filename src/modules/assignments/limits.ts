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
  scopes_kept: {
    value: 500,
    unit: 'scopes a tenant',
    reason: 'people of one unit and role share a scope; 500 take some 10 MB at 600 units each',
  },
  feed_events: {
    value: 500,
    unit: 'events',
    reason: 'a unit’s open work of one year; calendar programs slow down beyond it',
  },
});
