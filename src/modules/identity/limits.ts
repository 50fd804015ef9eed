import { limits } from '../../kernel/limits.ts';

export const identityLimits = limits('identity', {
  session_hours: {
    value: 12,
    unit: 'hours',
    reason: 'a working day with its overtime; the next day signs in anew',
  },
  idle_minutes: { value: 120, unit: 'minutes', reason: 'a shared office computer left alone over lunch' },
  last_seen_minutes: {
    value: 5,
    unit: 'minutes',
    reason: 'reading pages must not write a row each time; the idle time is exact enough so',
  },
  token_days: { value: 365, unit: 'days', reason: 'a token is renewed at least with each year’s plan' },
  tokens: { value: 20, unit: 'tokens a person', reason: 'one for each program that reads for a department' },
  leave_days: {
    value: 1096,
    unit: 'days',
    reason: 'the longest course an official is sent on takes three years; a longer absence ends the post',
  },
  leave_back_days: {
    value: 31,
    unit: 'days',
    reason: 'sick leave is often recorded on return; further back it would say anew who answered for what',
  },
  people_page: { value: 50, unit: 'rows', reason: 'a page of a list that loads at once on a slow line' },
  export_rows: { value: 20_000, unit: 'rows', reason: 'every account of a province with its communes' },
});
