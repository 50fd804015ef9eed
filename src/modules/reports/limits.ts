import { limits } from '../../kernel/limits.ts';

export const reportLimits = limits('reports', {
  days_kept: {
    value: 64,
    unit: 'days',
    reason:
      'first and last days of the months of two years with some to spare; a day of 574 units takes about 200 KB',
  },
  figures_named: {
    value: 12,
    unit: 'figures',
    reason: 'what one sentence can name and still be read; the others stand in the annex of figures',
  },
  upcoming_named: {
    value: 20,
    unit: 'assignments',
    reason: 'what a head of unit reads as the work ahead; the others stand in the annex of tasks',
  },
  units_named: {
    value: 10,
    unit: 'units',
    reason: 'what one sentence can name and still be read; the others stand in the annex',
  },
  part_length: {
    value: 20_000,
    unit: 'characters',
    reason: 'ten printed pages for one part; the longest reports of the district have twenty in all',
  },
});
