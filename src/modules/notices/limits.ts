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

export const deliveryLimits = limits('notices.delivery', {
  handed_out_at_once: {
    value: 500,
    unit: 'notices',
    reason: 'one transaction of the handing out; the rest follows in the next',
  },
  mails_a_run: {
    value: 300,
    unit: 'emails',
    reason: 'a run of every minute; a morning’s digests of a district leave within a few',
  },
  run_seconds: {
    value: 50,
    unit: 'seconds',
    reason:
      'a slow server keeps a run of every minute from the next, and no other job waits longer for its turn',
  },
  mail_attempts: {
    value: 12,
    unit: 'tries',
    reason:
      'a message refused for the moment so often, over more than a day, will not be taken; it is shown as failed',
  },
  mail_pause_minutes: { value: 360, unit: 'minutes', reason: 'longest pause between two tries of a message' },
  server_pause_minutes: {
    value: 15,
    unit: 'minutes',
    reason: 'a mail server that is back is noticed within a quarter of an hour',
  },
  slow_mail_minutes: {
    value: 60,
    unit: 'minutes',
    reason: 'an email that waits longer than an hour is shown to administrators',
  },
  mails_kept_days: { value: 30, unit: 'days', reason: 'that an email left is of interest for a month' },
  failed_mails_kept_days: { value: 90, unit: 'days', reason: 'an administrator may be on leave' },
  digest_lines: {
    value: 10,
    unit: 'lines',
    reason: 'a part of the digest that is longer is read in the product',
  },
  push_attempts: { value: 6, unit: 'tries', reason: 'an hour later the news is read in the product' },
  push_pause_minutes: { value: 30, unit: 'minutes', reason: 'push services ask for patience of minutes' },
  pushes_a_run: { value: 500, unit: 'pushes', reason: 'a run of every minute' },
  push_hours: {
    value: 24,
    unit: 'hours',
    reason: 'a browser that was off for a day shows the page of notices instead',
  },
  browsers_a_person: { value: 10, unit: 'browsers', reason: 'a person’s devices and their predecessors' },
  push_characters: { value: 240, unit: 'characters', reason: 'what a phone shows of a push' },
});
