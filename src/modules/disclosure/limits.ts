import { limits } from '../../kernel/limits.ts';

export const disclosureLimits = limits('disclosure', {
  soon_working_days: {
    value: 5,
    unit: 'working days',
    reason: 'what must hang within a week is prepared now; the same week as on the board of work',
  },
  check_working_days: {
    value: 5,
    unit: 'working days',
    reason:
      'a rule of this product, not of law: somebody walks to the board and looks; Điều 12.3 gives as long for the disclosure itself',
  },
  settled_days: {
    value: 31,
    unit: 'days after the event',
    reason:
      'units that were entered late still get their items; later every unit of that day has had them for a month',
  },
  told_problems: {
    value: 200,
    unit: 'values that are named at once',
    reason: 'more than anybody fills in before looking again; the count tells of the others',
  },
  files: {
    value: 12,
    unit: 'files of one version',
    reason: 'the decision, its annexes and their reduced copies',
  },
  say_words: { value: 1000, unit: 'characters', reason: 'half a page says what was seen and where' },
  says_shown: {
    value: 200,
    unit: 'says of an item that are listed',
    reason: 'nobody reads more at once; all of them are counted',
  },
  say_photo_bytes: {
    value: 8 * 1024 * 1024,
    unit: 'bytes',
    reason: 'the largest photo of a cheap phone; it is made anew and kept small',
  },
  places: {
    value: 400,
    unit: 'posting places of one unit that stand',
    reason: 'a commune merged of five has some sixty villages with a hall, a point and a loudspeaker each',
  },
  broadcasts: {
    value: 200,
    unit: 'entries in the log of one posting',
    reason: 'four times a day for a month and a half; three days are asked',
  },
  answers_shown: {
    value: 20,
    unit: 'answers of an item on the portal',
    reason: 'the latest are what a citizen reads; all of them stay inside',
  },
  page_rows: { value: 100, unit: 'items of one page', reason: 'a year of one commune at once' },
  api_rows: { value: 500, unit: 'items of one answer', reason: 'one answer stays under some 500 KB' },
  form_rows: {
    value: 120,
    unit: 'rows of a table that a page edits',
    reason:
      'a village’s list; longer ones are quicker in the workbook, and a slow phone still draws the page',
  },
  reminded_days: {
    value: 130,
    unit: 'days',
    reason:
      'the last reminder comes after 60 working days, Tết among them; what is older stands on the board',
  },
  stale_reminder_days: {
    value: 20,
    unit: 'working days between two reminders of one item',
    reason: 'a month of work; more often is noise that nobody reads',
  },
  findings_listed: {
    value: 200,
    unit: 'places of personal data told of one file',
    reason: 'a person who sees two hundred looks at the file itself; all are counted',
  },
  terms_kept: {
    value: 2000,
    unit: 'terms in memory',
    reason: 'forty obligations with a few regimes each of many tenants; some 4 KB each',
  },
});
