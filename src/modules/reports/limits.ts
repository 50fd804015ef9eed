import { limits } from '../../kernel/limits.ts';

export const reportLimits = limits('reports', {
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
