import { limits } from '../../kernel/limits.ts';

export const catalogLimits = limits('disclosure', {
  declaration_characters: {
    value: 60_000,
    unit: 'characters of a declaration',
    reason: 'the longest that ships, a budget with its printed lines, has 8,000',
  },
  table_rows: {
    value: 5_000,
    unit: 'rows of one table of an item',
    reason:
      'a commune of 10,000 households has some hundreds on its longest list; a page of more cannot be read',
  },
});
