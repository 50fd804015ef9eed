import { attr, type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { tag } from '../../../../ui/index.ts';
import type { CompiledCell, CompiledColumn, CompiledForm, CompiledRow } from '../../domain/compiled.ts';
import { m } from '../../messages-entry.ts';
import { type CellContext, tableCell } from './cell-field.ts';
import { cellPath } from './paths.ts';
import { groupSpans, tableHead } from './table-head.ts';

/** The form of one unit as a table. It scrolls inside its frame where a screen is too narrow; on a phone each row is a card. */
export function sheetTable(
  context: RequestContext,
  at: CellContext,
  rows: readonly CompiledRow[],
  caption: string,
): Html {
  const { compiled } = at.form.ready;
  const cells = new Map(compiled.cells.map((cell) => [cell.key, cell]));
  const groups = groupsOf(rows);
  const bodies = groups.map(
    ({ heading, rows: below }) =>
      html`<tbody>${heading && groupRow(compiled, heading)}${below.map((row) => tableRow(context, at, cells, row))}</tbody>`,
  );
  return html`<section class="card scroll entry-scroll" tabindex="0" aria-label="${caption}"><table class="data cards entry"><caption class="vh">${caption}</caption>${tableHead(compiled)}${bodies}</table></section>`;
}

interface RowGroup {
  readonly heading: CompiledRow | undefined;
  readonly rows: CompiledRow[];
}

function groupsOf(rows: readonly CompiledRow[]): RowGroup[] {
  const groups: RowGroup[] = [];
  for (const row of rows) {
    if (row.kind === 'group' || groups.length === 0)
      groups.push({ heading: row.kind === 'group' ? row : undefined, rows: [] });
    if (row.kind === 'row') groups.at(-1)?.rows.push(row);
  }
  return groups;
}

function groupRow({ columns }: CompiledForm, { order, label, level }: CompiledRow): Html {
  const spans = groupSpans(columns);
  const text = spans.order ? label : [order, label].filter(Boolean).join(' ');
  return html`<tr class="row-group level-${level}">${spans.order && html`<td class="order">${order}</td>`}<th scope="rowgroup" colspan="${spans.rest}">${text}</th></tr>`;
}

function tableRow(
  context: RequestContext,
  at: CellContext,
  cells: ReadonlyMap<string, CompiledCell>,
  row: CompiledRow,
): Html {
  const { compiled } = at.form.ready;
  return html`<tr>${compiled.columns.map((column) => {
    const cell = cells.get(`${row.key}.${column.key}`);
    return column.role === 'cells' && cell
      ? tableCell(context, at, cell)
      : wordCell(context, at, column, row);
  })}</tr>`;
}

function wordCell(context: RequestContext, at: CellContext, column: CompiledColumn, row: CompiledRow): Html {
  const { rowsAreUnits, cells } = at.form.ready.compiled;
  if (column.role === 'order') return html`<td class="order">${row.order}</td>`;
  if (column.role === 'measure')
    return html`<td class="measure" ${attr('data-label', row.measure === '' ? undefined : column.label)}>${row.measure}</td>`;
  const label = rowsAreUnits ? at.unit.unit.name : row.label;
  const first = cells.find((cell) => cell.row === row.key && cell.input !== null);
  const text = first ? html`<a class="row-link" href="${cellPath(at.sheet, first.key)}">${label}</a>` : label;
  return html`<th scope="row" class="primary level-${row.level}">${text}${wantsEvidence(at, row) && html` ${tag(context.t(m.evidence_wanted))}`}</th>`;
}

function wantsEvidence({ form }: CellContext, row: CompiledRow): boolean {
  const { compiled, definitions } = form.ready;
  return compiled.cells.some(
    ({ row: key, figure, input }) =>
      key === row.key &&
      input !== null &&
      figure !== null &&
      definitions.get(figure.code)?.evidenceWanted === true,
  );
}
