import { limits } from '../limits.ts';

export const paperLimits = limits('paper', {
  blocks: {
    value: 10_000,
    unit: 'paragraphs and tables a paper',
    reason: 'a plan may hold 3,000 clauses, some of several paragraphs; a hundred pages have some 1,500',
  },
  cells: {
    value: 60_000,
    unit: 'cells a paper',
    reason: 'an annex of 5,000 tasks in eight columns with its headings',
  },
  characters: {
    value: 4_000_000,
    unit: 'characters a paper',
    reason: 'some 1,500 pages; more is a mistake and would hold the renderer for everybody else',
  },
  render_seconds: {
    value: 60,
    unit: 'seconds',
    reason: 'the largest plan takes some fifteen; what takes longer is stopped so that others get their turn',
  },
  idle_minutes: {
    value: 10,
    unit: 'minutes',
    reason: 'the renderer keeps 150 MB; it starts again in a third of a second',
  },
  waiting: {
    value: 50,
    unit: 'papers waiting',
    reason: 'a day’s rush of urging letters; one paper takes well under a second',
  },
});
