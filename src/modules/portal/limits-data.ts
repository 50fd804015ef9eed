import { limits } from '../../kernel/limits.ts';

export const dataLimits = limits('portal.data', {
  feed_entries: { value: 30, unit: 'entries', reason: 'a page of a feed; older ones follow by its link' },
  list_rows: {
    value: 1000,
    unit: 'items',
    reason: 'a file of a list, half a second of work; the rest follows by its link',
  },
  communes_apart: {
    value: 40,
    unit: 'communes',
    reason: 'up to so many, the catalogue names data sets of each commune; beyond it only of each section',
  },
  reception_days: { value: 60, unit: 'days', reason: 'two months of reception days on one page' },
  said_items: {
    value: 12,
    unit: 'items',
    reason:
      'the latest of a section, for the tables above its list: schedules of a year, one each month; budgets of three years by quarters; kept by the database (`disclosure_said_of`)',
  },
  said_rows: {
    value: 41,
    unit: 'rows',
    reason:
      'of a table in all of them, the latest first: what a page shows (`lead_rows`) and one that says that there are more; kept by the database (`disclosure_rows_said`)',
  },
  said_schedule_rows: {
    value: 800,
    unit: 'rows',
    reason:
      'of schedules and lists of leaders: two years of receptions on every working day of the year and more; kept by the database (`disclosure_rows_said`)',
  },
  lead_rows: {
    value: 40,
    unit: 'rows',
    reason: 'a table above a list stays under 20 KB; the items hold the rest',
  },
  results: { value: 300, unit: 'results', reason: 'more than a commune is given in a year' },
  clauses: { value: 500, unit: 'clauses', reason: 'the plan of Ân Thi has 93' },
});

export const subscriptionLimits = limits('portal.subscription', {
  topics: {
    value: 40,
    unit: 'topics',
    reason: 'every section of two communes; further ones are asked for as everything of a commune',
  },
  asked_a_week: {
    value: 3,
    unit: 'emails a week and address',
    reason: 'somebody else may type an address; its owner is asked so often at most',
  },
  asked_an_hour: {
    value: 200,
    unit: 'addresses an hour',
    reason: 'a flood through the form must not make this mail server a sender of spam',
  },
  confirm_days: {
    value: 7,
    unit: 'days',
    reason: 'an address that nobody confirmed in a week is deleted',
  },
  key_days: { value: 400, unit: 'days', reason: 'the stop link of a mail a year old still works' },
  lines: { value: 20, unit: 'lines', reason: 'a mail is read on a phone; the rest stands on the page' },
  attempts: {
    value: 6,
    unit: 'refusals in a row',
    reason: 'a mailbox that refuses so often is gone, and its address is deleted',
  },
  mails_a_run: { value: 300, unit: 'emails', reason: 'a run of every minute' },
  run_seconds: { value: 50, unit: 'seconds', reason: 'a slow server keeps a run from the next' },
  pause_minutes: { value: 60, unit: 'minutes', reason: 'longest pause for a mail server that fails' },
  held_back_minutes: {
    value: 5,
    unit: 'minutes',
    reason: 'a change that is being saved has its time before it can be read',
  },
});

export const visitLimits = limits('portal.visits', {
  pages_a_minute: {
    value: 20_000,
    unit: 'pages',
    reason: '2 MB of memory between two writings; beyond it visits count for the whole portal',
  },
  flush_seconds: {
    value: 60,
    unit: 'seconds',
    reason: 'what a program that is killed loses of the counts; nobody’s work is in them',
  },
  days_shown: { value: 31, unit: 'days', reason: 'a month in one table; the file holds the year' },
  items_shown: { value: 50, unit: 'items', reason: 'the most read ones; the file holds all' },
  file_rows: { value: 50_000, unit: 'rows', reason: 'a year of a commune that publishes much' },
});
