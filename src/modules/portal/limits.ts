import { limits } from '../../kernel/limits.ts';

export const portalLimits = limits('portal', {
  page_entries: { value: 20, unit: 'entries', reason: 'a page of a list stays light on a slow line' },
  search_walk: {
    value: 3000,
    unit: 'entries',
    reason:
      'the newest ones are looked through in a few milliseconds; words that stand in fewer than a page of them are rare',
  },
  kept_units: {
    value: 5000,
    unit: 'units',
    reason: 'more than have public pages in a large province; some 5 MB of memory',
  },
  kept_lists: {
    value: 4,
    unit: 'days',
    reason: 'lists of all units of a day; today’s is asked for, and for a moment around midnight yesterday’s',
  },
  hanging_entries: {
    value: 30,
    unit: 'papers a page',
    reason:
      'a board of dozens, three buttons each, is read on a phone in pages; older ones follow by their link',
  },
  table_rows: {
    value: 200,
    unit: 'rows',
    reason: 'a page stays under 60 KB; the whole table is one download away',
  },
  duties: { value: 500, unit: 'entries', reason: 'a year of one commune is some two hundred' },
  says_a_day: {
    value: 300,
    unit: 'answers a day from one network',
    reason:
      'the people of a village behind one address of a mobile network; a machine that goes through every item stops here',
  },
  says_remembered: {
    value: 100_000,
    unit: 'answers',
    reason: 'some 10 MB of memory a day; beyond it the oldest is forgotten, and a doubled answer is counted',
  },
});
