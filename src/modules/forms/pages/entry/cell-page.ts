import { formatInstant } from '../../../../kernel/dates.ts';
import { ensure, type FieldProblem } from '../../../../kernel/errors.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import {
  button,
  card,
  chips,
  csrfInput,
  definitionList,
  errorSummary,
  field,
  linkButton,
  problemOf,
  shell,
  tag,
  textareaField,
  timeline,
} from '../../../../ui/index.ts';
import type { CompiledCell } from '../../domain/compiled.ts';
import { cellName } from '../../domain/expr.ts';
import { formErrors } from '../../errors.ts';
import { m } from '../../messages-entry.ts';
import { mayRemarkSheet } from '../../policy.ts';
import { cellPast } from '../../queries/cell-past.ts';
import { cellLabel, countedLabel, filledBy, shownValue } from './labels.ts';
import { cellPath, fieldName, sheetPath } from './paths.ts';
import { type SheetParams, type SheetScene, sheetScene } from './scene.ts';

/** A form of this page that was refused. */
export interface CellTyped {
  readonly problems: readonly FieldProblem[];
  readonly words: string;
  readonly reason: string;
}

/** All there is to know of one cell: what it says and said, other periods, what people say of it; and that there is no figure. */
export async function cellPage(
  context: RequestContext,
  params: SheetParams & { readonly cell: string },
  typed?: CellTyped,
): Promise<Html> {
  const { t } = context;
  const scene = await sheetScene(context, params);
  const { ready, period, unit } = scene;
  const cell = ready.compiled.cells.find((one) => one.key === params.cell);
  ensure(cell && cell.kind !== 'none', formErrors.not_found);
  const address = sheetPath(unit.id, period.code, ready.form.id);
  return shell(context, {
    title: cellLabel(ready, cell),
    active: 'entry',
    kicker: [ready.form.code, t(m.sheet_of, { unit: unit.name, period: t(period.name) })].join(' · '),
    breadcrumb: [
      { href: `/so-lieu?don-vi=${unit.id}`, text: t(m.title) },
      { href: address, text: ready.form.code },
      { text: t(m.cell_title) },
    ],
    actions: linkButton({
      href: `${address}#f-${fieldName(cell.key).replaceAll('.', '-')}`,
      text: t(m.back_to_sheet),
    }),
    main: html`${errorSummary(typed?.problems, t)}${rowCells(context, scene, cell, address)}<div class="split"><div>${card({ body: facts(context, scene, cell) })}${noData(context, scene, cell, address, typed)}</div><div>${remarks(context, scene, cell, address, typed)}${await past(context, scene, cell)}</div></div>`,
  });
}

function rowCells({ t }: RequestContext, { ready }: SheetScene, cell: CompiledCell, address: string): Html {
  const { compiled } = ready;
  const row = compiled.cells.filter((one) => one.row === cell.row && one.input !== null);
  if (row.length < 2) return html``;
  const items = row.map((one) => ({
    href: cellPath(address, one.key),
    text: countedLabel(ready, one),
    current: one.key === cell.key,
  }));
  return chips({ items, label: t(m.cells_of_row) }, t);
}

function facts(context: RequestContext, { ready, sheet }: SheetScene, cell: CompiledCell): Html {
  const { t } = context;
  const none = html`–`;
  const said = (name: string): Html | string => shownValue(context, cell, sheet.values[name]) || none;
  const definition = cell.figure ? ready.definitions.get(cell.figure.code) : undefined;
  const other =
    cell.input === null
      ? []
      : [
          { term: t(m.previous), value: said(cellName(cell.key, 'prev')) },
          { term: t(m.same), value: said(cellName(cell.key, 'same')) },
          { term: t(m.by), value: filledBy(context, sheet.cells[cell.key]) || none },
        ];
  const figure = definition && {
    term: t(m.cell_figure),
    value: html`${definition.code} · ${definition.name} (${definition.unitOfMeasure})${definition.evidenceWanted && html` ${tag(t(m.evidence_wanted))}`}`,
  };
  return definitionList([
    { term: t(m.cell_value), value: said(cell.key) },
    ...other,
    ...(figure ? [figure] : []),
  ]);
}

function noData(
  context: RequestContext,
  scene: SheetScene,
  cell: CompiledCell,
  address: string,
  typed: CellTyped | undefined,
): Html {
  const { t } = context;
  if (!scene.entered.has(cell.key)) return html``;
  const revision = scene.sheet.cells[cell.key]?.revision ?? 0;
  return card({
    title: t(m.no_data_title),
    body: html`<p>${t(m.no_data_what)}</p><form method="post" action="${cellPath(address, cell.key)}/khong-co" novalidate>${csrfInput(context.csrf)}<input type="hidden" name="revision" value="${revision}">${field({ label: t(m.reason), name: 'ly_do', maxlength: 300, autocomplete: 'off', value: typed?.reason, error: problemOf(typed?.problems, 'ly_do', t) }, t)}${button({ text: t(m.set_no_data) })}</form>`,
  });
}

function remarks(
  context: RequestContext,
  scene: SheetScene,
  cell: CompiledCell,
  address: string,
  typed: CellTyped | undefined,
): Html {
  const { t, actor } = context;
  const { ready, unit } = scene;
  const { compiled } = ready;
  // Both parts of a rate share their remarks.
  const keys = compiled.cells
    .filter((one) => one.key === cell.key || (cell.figure !== null && one.figure?.id === cell.figure.id))
    .map((one) => one.key);
  const said = scene.remarks.filter((one) => keys.includes(one.key));
  const list =
    said.length === 0
      ? html`<p>${t(m.no_remarks)}</p>`
      : timeline(
          said.map((one) => ({ at: formatInstant(one.recordedAt), who: one.personName, text: one.words })),
        );
  const { ownerUnitId } = ready.form;
  const form =
    cell.input !== null &&
    mayRemarkSheet(actor, { lineage: unit.lineage, ownerUnitId }) &&
    html`<form method="post" action="${cellPath(address, cell.key)}/ghi-chu" novalidate>${csrfInput(context.csrf)}${textareaField({ label: t(m.add_remark), name: 'noi_dung', rows: 3, maxlength: 2000, value: typed?.words, error: problemOf(typed?.problems, 'noi_dung', t) }, t)}${button({ text: t(m.add_remark) })}</form>`;
  return card({ id: 'ghi-chu', title: t(m.remarks), body: html`${list}${form}` });
}

async function past(context: RequestContext, scene: SheetScene, cell: CompiledCell): Promise<Html> {
  const { t, db } = context;
  if (cell.input === null) return html``;
  const { ready, period, unit } = scene;
  const place = { formId: ready.form.id, unitId: unit.id, periodCode: period.code };
  const lines = await cellPast(db, place, cell);
  const body =
    lines.length === 0
      ? html`<p>${t(m.no_history)}</p>`
      : timeline(
          lines.map(({ value, byName, isLate, changedAt }) => ({
            at: formatInstant(changedAt),
            who: byName,
            text: html`${value === null ? t(m.emptied) : shownValue(context, cell, value)}${isLate && html` ${tag(t(m.late))}`}`,
          })),
        );
  return card({ title: t(m.history), body });
}
