import { limits } from '../../kernel/limits.ts';

export const unitLimits = limits('units', {
  import_rows: {
    value: 20_000,
    unit: 'rows',
    reason: 'a province after 2025 has some 3,000 units with villages; twenty years of its changes fit',
  },
  import_problems_shown: {
    value: 200,
    unit: 'problems',
    reason: 'nobody corrects more in one sitting; the count of all is told',
  },
  tree_nodes: {
    value: 400,
    unit: 'units',
    reason: 'keeps the page of the tree under 120 KB; deeper branches open on their own page',
  },
  days_kept: {
    value: 8,
    unit: 'days a tenant',
    reason: 'today, the days of issue of recent plans and a look back; 3,000 units of a day take some 2 MB',
  },
  boundary_features: {
    value: 4000,
    unit: 'features',
    reason: 'a province after 2025 has some 3,000 units with villages, each one feature',
  },
  boundary_points_read: {
    value: 400_000,
    unit: 'points',
    reason:
      'the communes of a province drawn to some metres; reading and thinning so many holds the server for a second',
  },
  boundary_points: {
    value: 60_000,
    unit: 'points an import keeps',
    reason: 'some 200 a unit for a province with its villages, finer than any screen; the rest is thinned',
  },
  maps_kept: {
    value: 8,
    unit: 'drawings a day kept',
    reason:
      'the units of the district, of a commune with its villages, and a few choices between; some 50 KB each',
  },
  page_rows: { value: 50, unit: 'rows', reason: 'two screens of a list' },
  merge_sources: {
    value: 30,
    unit: 'units',
    reason: 'the largest merger of 2025 joined fewer than ten communes',
  },
  split_parts: { value: 6, unit: 'units', reason: 'one decision divides a unit in two or three' },
});
