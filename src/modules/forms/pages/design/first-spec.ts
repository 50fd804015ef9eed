import type { Translate } from '../../../../kernel/i18n.ts';
import type { FormSpec } from '../../domain/spec.ts';
import { de } from '../../messages-design.ts';

/** What a form begins with before anything is chosen. */
export const emptySpec: FormSpec = {
  v: 1,
  title: '',
  header: '',
  unitLine: '',
  dimension: 0,
  asked: { periods: [], by: { groups: [], kinds: [], unitIds: [] } },
  columns: [],
  rows: { kind: 'fixed', rows: [] },
  cells: {},
  checks: [],
  notes: [],
};

/** A first table to go on from: the usual columns, and one row. */
export function withFirstTable(spec: FormSpec, t: Translate): FormSpec {
  const order = { key: 'c1', label: t(de.first_order), role: 'order' as const };
  const number = { kind: 'free' as const, input: 'number' as const, decimals: 0, required: true };
  if (spec.rows.kind === 'units')
    return {
      ...spec,
      columns: [
        order,
        { key: 'c2', label: t(de.first_unit), role: 'label' },
        { key: 'c3', label: t(de.first_value), role: 'cells', cell: number },
      ],
    };
  const row = {
    key: 'r1',
    kind: 'row' as const,
    level: 0,
    order: '1',
    label: t(de.first_row),
    measure: '',
    figure: null,
  };
  return {
    ...spec,
    columns: [
      order,
      { key: 'c2', label: t(de.first_label), role: 'label' },
      { key: 'c3', label: t(de.first_measure), role: 'measure' },
      { key: 'c4', label: t(de.first_value), role: 'cells', cell: number },
    ],
    rows: { kind: 'fixed', rows: [row] },
  };
}
