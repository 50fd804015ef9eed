import { attr, type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { fieldId } from '../../../../ui/index.ts';
import type { CompiledCell, CompiledCheck } from '../../domain/compiled.ts';
import { cellName } from '../../domain/expr.ts';
import { writtenCell } from '../../domain/written-cell.ts';
import { m } from '../../messages-entry.ts';
import { countedLabel, shownValue } from './labels.ts';
import { cellPath } from './paths.ts';
import type { FormScene, UnitScene } from './scene.ts';

/** A cell as it was typed, to be shown again; and why it was refused, empty where it was not. */
export interface CellAgain {
  readonly typed: string;
  readonly note: string;
  readonly isConflict: boolean;
}

export interface CellContext {
  readonly form: FormScene;
  readonly unit: UnitScene;
  /** The sheet's address. */
  readonly sheet: string;
  /** By the name of the control. */
  readonly again: ReadonlyMap<string, CellAgain>;
  /** Shows other periods under each cell. */
  readonly compare: boolean;
  /** Of the control; the same name makes its id. */
  nameOf(key: string): string;
  /** Said before the column. */
  labelOf(cell: CompiledCell): string;
  /** Of the line of a check above the table. */
  checkId(check: CompiledCheck): string;
}

/** One cell of the table: a control where this person enters it, else what it says. */
export function tableCell(context: RequestContext, at: CellContext, cell: CompiledCell): Html {
  if (cell.kind === 'none') return html`<td class="none"></td>`;
  const { unit, again } = at;
  const broken = unit.sheet.broken.filter((check) => check.cells.includes(cell.key));
  const typed = again.get(at.nameOf(cell.key));
  const isEntered = unit.entered.has(cell.key) || typed !== undefined;
  const state = typed?.note ? (typed.isConflict ? 'conflict' : 'wrong') : undefined;
  const isNumber = cell.kind === 'formula' || cell.input?.type === 'number' || cell.input === null;
  return html`<td ${attr('class', isNumber ? 'num' : undefined)} data-label="${countedLabel(at.form.ready, cell)}" ${attr('data-check', broken[0]?.severity)} ${attr('data-state', state)}>${isEntered ? control(context, at, cell, broken, typed) : shown(context, at, cell)}${at.compare && others(context, at, cell)}${remarks(context, at, cell)}</td>`;
}

function control(
  context: RequestContext,
  at: CellContext,
  cell: CompiledCell,
  broken: readonly CompiledCheck[],
  typed: CellAgain | undefined,
): Html {
  const name = at.nameOf(cell.key);
  const id = fieldId(name);
  const note = `n-${id}`;
  const described = [note, ...broken.map(at.checkId)].join(' ');
  const value = typed?.typed ?? writtenCell(at.unit.sheet.cells[cell.key]?.value, context.lang);
  const common = html`id="${id}" name="${name}" class="cell" data-unit="${at.unit.unit.id}" data-key="${cell.key}" aria-label="${at.labelOf(cell)}" aria-describedby="${described}" autocomplete="off" ${attr('aria-invalid', typed?.note ? 'true' : undefined)}`;
  const field =
    cell.input?.type === 'words'
      ? html`<textarea ${common} rows="1" maxlength="2000">
${value}</textarea>`
      : html`<input type="text" ${common} ${attr('inputmode', cell.input?.type === 'number' ? 'decimal' : undefined)} value="${value}">`;
  return html`${field}<span class="cell-note${typed?.note ? '' : ' vh'}" id="${note}">${typed?.note}</span>`;
}

/** Computed and shown cells carry the same names, so that they are computed and marked anew while others are typed. */
function shown(context: RequestContext, { unit, nameOf }: CellContext, cell: CompiledCell): Html {
  const text = shownValue(context, cell, unit.sheet.values[cell.key]);
  const names = html`id="${fieldId(nameOf(cell.key))}" data-unit="${unit.unit.id}" data-of="${cell.key}"`;
  if (cell.kind === 'formula') return html`<output ${names}>${text}</output>`;
  const isSilent = cell.input !== null && unit.sheet.cells[cell.key]?.asked === false;
  return isSilent
    ? html`<span class="cell-silent" ${names}>${context.t(m.not_asked)}</span>`
    : html`<span ${names}>${text}</span>`;
}

function others(context: RequestContext, { unit }: CellContext, cell: CompiledCell): Html {
  if (cell.input === null) return html``;
  const { values } = unit.sheet;
  const said = [
    { name: context.t(m.before_short), value: values[cellName(cell.key, 'prev')] },
    { name: context.t(m.same_short), value: values[cellName(cell.key, 'same')] },
  ].filter(({ value }) => value);
  if (said.length === 0) return html``;
  return html`<span class="cell-others">${said.map(({ name, value }) => html`<span>${name} ${shownValue(context, cell, value)}</span> `)}</span>`;
}

function remarks({ t }: RequestContext, { unit, sheet }: CellContext, cell: CompiledCell): Html {
  const n = unit.remarks.filter((remark) => remark.key === cell.key).length;
  return html`${n > 0 && html`<a class="cell-remarks" href="${cellPath(sheet, cell.key)}#ghi-chu">${t(m.remarks_n, { n })}</a>`}`;
}
