import { limits } from '../../kernel/limits.ts';

export const urgingLimits = limits('urging', {
  items: {
    value: 20_000,
    unit: 'items a round',
    reason: '200 units with 100 tasks each: all that a province’s plan gives out in a year',
  },
  rounds_a_day: {
    value: 20,
    unit: 'rounds a person and day',
    reason: 'who is urged every hour reads nothing; one round holds as many units as are needed',
  },
  draft_days: { value: 7, unit: 'days', reason: 'a choice of last week no longer says what stands still' },
  page_rows: { value: 20, unit: 'rounds', reason: 'what followed is computed for each round of the page' },
  export_rounds: {
    value: 500,
    unit: 'rounds',
    reason: 'some two years of a standing agency that urges every week',
  },
  item_rows: {
    value: 100,
    unit: 'rows',
    reason: 'the list of a busy unit on one page; more stands in the download',
  },
  shown_left_out: { value: 30, unit: 'rows', reason: 'enough to see why; the counts stand above' },
});
