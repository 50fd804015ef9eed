import { type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { titleLines } from '../../../../ui/index.ts';
import type { CompiledCell, CompiledColumn, CompiledForm } from '../../domain/compiled.ts';
import { m } from '../../messages-entry.ts';
import { type CellAgain, type CellContext, tableCell } from './cell-field.ts';
import { countedLabel } from './labels.ts';
import { stateWords } from './mine.ts';
import { sheetPath, unitFieldName } from './paths.ts';
import type { FormScene, UnitScene } from './scene.ts';
import { tableHead } from './table-head.ts';

export interface ManyParts {
  readonly form: FormScene;
  readonly units: readonly UnitScene[];
  /** The row of the form that is shown. */
  readonly row: string;
  readonly cells: readonly CompiledCell[];
  readonly again: ReadonlyMap<string, CellAgain>;
}

/** One row of the form for each unit, with how far the unit's whole sheet is. */
export function manyTable(context: RequestContext, parts: ManyParts, caption: string): Html {
  const { t } = context;
  const { compiled } = parts.form.ready;
  const form = withUnits(compiled, t(m.col_unit));
  const head = tableHead(form);
  const rows = parts.units.map((unit, index) => unitRow(context, parts, form, unit, index + 1));
  return html`<section class="card scroll entry-scroll" tabindex="0" aria-label="${caption}"><table class="data cards entry"><caption class="vh">${caption}</caption>${head}<tbody>${rows}</tbody></table></section>`;
}

/** Units stand where the form has its rows: its column of labels names them, and the unit of measure is the row's. */
function withUnits(compiled: CompiledForm, label: string): CompiledForm {
  if (compiled.rowsAreUnits) return compiled;
  const columns = compiled.columns.map(
    (column): CompiledColumn => (column.role === 'label' ? { ...column, label, path: [label] } : column),
  );
  const header = compiled.header.map((cells) =>
    cells.map((cell) =>
      cell.colspan === 1 && compiled.columns[cell.at]?.role === 'label' ? { ...cell, label } : cell,
    ),
  );
  return { ...compiled, columns, header };
}

function unitRow(
  context: RequestContext,
  { form, row, cells, again }: ManyParts,
  compiled: CompiledForm,
  unit: UnitScene,
  place: number,
): Html {
  const { t } = context;
  const { id, name } = unit.unit;
  const sheet = sheetPath(id, form.period.code, form.ready.form.id);
  const at: CellContext = {
    form,
    unit,
    sheet,
    again,
    compare: false,
    nameOf: (key) => unitFieldName(id, key),
    labelOf: (cell) => `${name}: ${countedLabel(form.ready, cell)}`,
    checkId: ({ key }) => `k-${id}-${key.replace('@', '-')}`,
  };
  const { filled, asked, state } = unit.sheet;
  const measure = compiled.rows.find((one) => one.key === row)?.measure ?? '';
  const progress = html`${t(m.filled_of, { filled, asked })} ${stateWords(context, state)}`;
  return html`<tr>${compiled.columns.map((column) => {
    if (column.role === 'order') return html`<td class="order">${place}</td>`;
    if (column.role === 'label')
      return html`<th scope="row" class="primary"><a class="row-link" href="${sheet}">${titleLines(name, progress)}</a></th>`;
    const cell = cells.find((one) => one.column === column.key);
    if (cell) return tableCell(context, at, cell);
    return html`<td class="measure" data-label="${column.label}">${measure}</td>`;
  })}</tr>`;
}
