import { limits } from '../../kernel/limits.ts';

export const papiLimits = limits('papi', {
  shown_problems: {
    value: 20,
    unit: 'problems',
    reason: 'a table with one wrong column has a problem in each row; the first ones tell which',
  },
});
