import { limits } from '../../kernel/limits.ts';

export const scoringLimits = limits('scoring', {
  units_named: {
    value: 4,
    unit: 'units a cause',
    reason: 'who names all names nobody; whom else it concerns stands in the words',
  },
  practice_parts: {
    value: 8,
    unit: 'parts a practice',
    reason: 'what helps everywhere is no practice but a slogan',
  },
  practices_page: { value: 50, unit: 'rows', reason: 'one screen of reading; filters find the rest' },
  practices_export: { value: 2000, unit: 'rows', reason: 'ten years of a province that notes four a week' },
  suggested: {
    value: 6,
    unit: 'practices a part',
    reason: 'enough to choose from on the page of a part; the rest is in the register',
  },
  high_places: { value: 5, unit: 'provinces', reason: 'whom to ask: the first handful' },
  shown_rows: {
    value: 20,
    unit: 'rows',
    reason: 'tasks or findings under one part on its page; their own lists show all',
  },
});
