import { limits } from '../../kernel/limits.ts';

export const noticeLimits = limits('notices', {
  page_rows: { value: 30, unit: 'notices', reason: 'a week of a busy unit on one page' },
  unread_days: {
    value: 60,
    unit: 'days',
    reason: 'what nobody opened in two months is old news; it stays in the list, and the count stays cheap',
  },
  unread_counted: { value: 99, unit: 'notices', reason: 'beyond it the menu says “99+”' },
  export_rows: { value: 10_000, unit: 'rows', reason: 'several years of one unit' },
});
