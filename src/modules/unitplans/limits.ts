import { limits } from '../../kernel/limits.ts';

export const unitPlanLimits = limits('unitplans', {
  own_lines: {
    value: 200,
    unit: 'lines',
    reason: 'twice the longest annex of a district; more is a plan of its own',
  },
  lines_shown: {
    value: 25,
    unit: 'lines',
    reason:
      'five fields each: what a person fills in before saving; contents of the index have about as many',
  },
  lines_a_save: {
    value: 1000,
    unit: 'lines',
    reason: 'the longest parent plan whole in one form; a body of 2 MB would be refused before',
  },
});
