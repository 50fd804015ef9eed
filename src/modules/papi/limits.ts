import { limits } from '../../kernel/limits.ts';

export const papiLimits = limits('papi', {
  kept_years: {
    value: 64,
    unit: 'years with imports',
    reason: 'fourteen years of four tenants; each is some 300 KB, and one more is read again',
  },
  listed_releases: {
    value: 50,
    unit: 'imports a page',
    reason: 'one a year and a survey or two beside it; fifty are a decade',
  },
  shown_problems: {
    value: 20,
    unit: 'problems',
    reason: 'a table with one wrong column has a problem in each row; the first ones tell which',
  },
  open_simulations: {
    value: 3,
    unit: 'runs at a time',
    reason: 'each keeps one core busy for seconds; a clerk compares two or three years',
  },
  listed_simulations: {
    value: 20,
    unit: 'runs a page',
    reason: 'older ones are only of interest to the audit',
  },
  simulation_seconds: {
    value: 120,
    unit: 'seconds',
    reason: '120 indicators of 104 units drawn a thousand times take under ten; a slow machine has room',
  },
  simulation_megabytes: {
    value: 256,
    unit: 'MB',
    reason: 'the numbers of 200 places with 200 terms take under 50',
  },
});
