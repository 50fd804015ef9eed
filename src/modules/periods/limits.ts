import { limits } from '../../kernel/limits.ts';

export const periodLimits = limits('periods', {
  reopened_days: {
    value: 31,
    unit: 'days',
    reason: 'a correction takes days; what stays open for months is no period any more',
  },
  due_working_days: {
    value: 60,
    unit: 'working days',
    reason: 'a report later than a quarter after its data informs nobody',
  },
  lock_working_days: {
    value: 120,
    unit: 'working days',
    reason: 'half a year after the due day the next report has been made from what is known',
  },
  settle_minutes: {
    value: 5,
    unit: 'minutes after the cut-off',
    reason:
      'what was sent before midnight has been committed or given up by then: a request takes two minutes at most',
  },
  history_rows: { value: 200, unit: 'rows', reason: 'a period is corrected a few times in its life' },
});
