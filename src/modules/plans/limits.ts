import { limits } from '../../kernel/limits.ts';

export const planLimits = limits('plans', {
  tasks: {
    value: 5_000,
    unit: 'tasks a plan',
    reason:
      'the real annex has 103; a province with its districts stays far below, and a preview must show in 3 seconds',
  },
  clauses: {
    value: 3_000,
    unit: 'clauses a plan',
    reason: 'the seed has some 130; a hundred pages of lettered clauses stay below',
  },
  products: { value: 30, unit: 'products a task', reason: 'the longest cell of the real annex names 5' },
  coordinators: { value: 100, unit: 'coordinators a task', reason: 'every unit of a district by name' },
  chosen_units: {
    value: 500,
    unit: 'chosen units a task',
    reason: 'every commune of a large province by name',
  },
  tags: { value: 20, unit: 'tags a task', reason: 'programmes a task belongs to; the plan knows under ten' },
  page_rows: { value: 50, unit: 'rows a page', reason: 'what a person looks through before filtering' },
  export_rows: {
    value: 20_000,
    unit: 'rows an export',
    reason: 'every plan of a large province over ten years',
  },
  preview_cache: {
    value: 6,
    unit: 'previews in memory',
    reason: 'paging through a preview must not read the file again; 5,000 rows take some 15 MB',
  },
  document_cache: {
    value: 4,
    unit: 'read files in memory',
    reason: 'a changed mapping must not unzip the file again; a large annex takes some 30 MB',
  },
  search_ranked: {
    value: 500,
    unit: 'tasks, or clauses, a search',
    reason: 'ten pages; a word that stands in more rows is common, and ranking them all took over a second',
  },
  search_read: {
    value: 5_000,
    unit: 'rows',
    reason: 'read from the index before the newest are chosen; of 100,000 rows some 20 ms',
  },
  search_near_plans: {
    value: 5,
    unit: 'plans',
    reason: 'similar spelling is compared row by row; the newest plans are where people look',
  },
});
