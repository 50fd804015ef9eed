import { limits } from '../../kernel/limits.ts';

const MB = 1024 * 1024;

export const portalLimits = limits('portal', {
  page_entries: { value: 20, unit: 'entries', reason: 'a page of a list stays light on a slow line' },
  hanging_entries: {
    value: 200,
    unit: 'entries',
    reason: 'a commune has some dozens of papers on its boards',
  },
  table_rows: {
    value: 200,
    unit: 'rows',
    reason: 'a page stays under 60 KB; the whole table is one download away',
  },
  say_words: { value: 1000, unit: 'characters', reason: 'what one saw at a board is a few sentences' },
  photo_bytes: { value: 10 * MB, unit: 'bytes', reason: 'a photo of a cheap phone is 2 to 6 MB' },
  says_remembered: {
    value: 100_000,
    unit: 'answers',
    reason: 'some 10 MB of memory a day; beyond it the oldest is forgotten, and a doubled answer is counted',
  },
});
