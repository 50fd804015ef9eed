import { limits } from '../../kernel/limits.ts';

export const searchRoomLimits = limits('search', {
  group_rows: {
    value: 10,
    unit: 'results a group',
    reason: 'four groups stay on a screen or two; the rest is one link away',
  },
  page_rows: { value: 50, unit: 'results', reason: 'two screens of a laptop' },
  pages: {
    value: 10,
    unit: 'pages',
    reason: 'whoever reads 500 results needs another word, not another page',
  },
  near_rows: {
    value: 5,
    unit: 'results a group',
    reason: 'similar spellings beyond the first few are chance',
  },
  excerpt: { value: 240, unit: 'characters', reason: 'three lines on a phone' },
});
