import { attr, type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import type { FigureDefinition } from '../../../figures/index.ts';
import type { CompiledCell, CompiledForm } from '../../domain/compiled.ts';
import type { FormSpec } from '../../domain/spec.ts';
import { d, de } from '../../messages-design.ts';
import { groupSpans, tableHead } from '../entry/table-head.ts';

export interface Previewed {
  readonly spec: FormSpec;
  readonly form: CompiledForm;
  readonly definitions: ReadonlyMap<string, FigureDefinition>;
}

/** The form as a table in which each cell says what it holds. */
export function previewTable({ t }: RequestContext, { spec, form, definitions }: Previewed): Html {
  const cells = new Map(form.cells.map((cell) => [cell.key, cell]));
  const rows = form.rows.map((row) => {
    if (row.kind === 'group') {
      const spans = groupSpans(form.columns);
      return html`<tr class="row-group level-${row.level}">${spans.order && html`<td class="order">${row.order}</td>`}<th scope="rowgroup" colspan="${spans.rest}">${row.label}</th></tr>`;
    }
    return html`<tr>${form.columns.map((column) => {
      if (column.role === 'order') return html`<td class="order">${form.rowsAreUnits ? '1' : row.order}</td>`;
      if (column.role === 'measure') return html`<td class="measure">${row.measure}</td>`;
      if (column.role === 'label')
        return html`<th scope="row" class="primary level-${row.level}">${form.rowsAreUnits ? t(de.first_unit) : row.label} ${!form.rowsAreUnits && html`<code>${row.key}</code>`}</th>`;
      const cell = cells.get(`${row.key}.${column.key}`);
      return html`<td class="${cell && cell.kind !== 'none' ? 'holds' : 'none'}" data-label="${column.path.join(', ')} (${column.key})">${cell && heldBy(cell, spec, definitions, t)}</td>`;
    })}</tr>`;
  });
  const keys = html`<tr class="numbers preview-keys">${form.columns.map((column) => html`<td>${column.role === 'cells' && html`<code>${column.key}</code>`}</td>`)}</tr>`;
  return html`<div class="entry-top"><p>${spec.header}</p><p>${spec.unitLine}</p></div><section class="card scroll entry-scroll" tabindex="0" aria-label="${t(d.preview)}"><table class="data cards entry preview"><caption class="vh">${spec.title}</caption>${tableHead(form)}<tbody>${keys}${rows}</tbody></table></section>${form.cells.some((cell) => cell.required) && html`<p class="hint">${t(de.required_mark)}</p>`}`;
}

const FREE = { number: de.kind_number, date: de.kind_date, words: de.kind_words } as const;
const PERIODS = {
  this: de.period_this,
  previous: de.period_previous,
  same_last_year: de.period_same,
  cumulative: de.period_cumulative,
} as const;

function heldBy(
  cell: CompiledCell,
  spec: FormSpec,
  definitions: ReadonlyMap<string, FigureDefinition>,
  t: RequestContext['t'],
): Html {
  if (cell.figure) {
    const { code, part, relation } = cell.figure;
    const word = part === 'denominator' ? t(de.kind_denominator) : part === 'percent' ? '%' : '';
    const other = relation === 'this' ? '' : t(PERIODS[relation]);
    return html`<span><a href="/chi-tieu/${code}" ${attr('title', definitions.get(code)?.name)}>${code}</a> <span class="soft">${[word, other].filter(Boolean).join(', ')}</span></span>`;
  }
  if (cell.kind === 'formula') return html`<span><code>= ${writtenFormula(cell, spec)}</code></span>`;
  return html`<span class="soft">${cell.input ? t(FREE[cell.input.type]) : ''}${cell.required ? ' *' : ''}</span>`;
}

/** The formula as a person wrote it, for its cell, row or column. */
function writtenFormula(cell: CompiledCell, spec: FormSpec): string {
  const own = spec.cells[cell.key];
  if (own?.kind === 'formula') return own.expr;
  const row =
    spec.rows.kind === 'fixed' ? spec.rows.rows.find((one) => one.key === cell.row)?.cell : undefined;
  if (row?.kind === 'formula') return row.expr;
  return formulaOf(spec.columns, cell.column);
}

function formulaOf(columns: FormSpec['columns'], key: string): string {
  for (const column of columns) {
    if (column.key === key) return column.cell?.kind === 'formula' ? column.cell.expr : '';
    const inside = column.columns ? formulaOf([...column.columns], key) : '';
    if (inside !== '') return inside;
  }
  return '';
}
