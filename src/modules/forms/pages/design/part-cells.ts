import { type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import type { CellSpec, FormSpec } from '../../domain/spec.ts';
import { de } from '../../messages-design.ts';
import { cellCells, cellHeadings, cellValues, readCellSpec } from './cell-line.ts';
import { lineCell, lineFields, lineTable } from './line-fields.ts';
import type { Known, ReadPart } from './parts.ts';
import { isTicked, linesIn, Problems, type Shown, textIn, type Values } from './typed.ts';

const NEW_LINES = 3;
const MOST = 2000;
const KEY = /^[a-z][a-z0-9_]{0,19}\.[a-z][a-z0-9_]{0,19}$/;

export function singleValues({ cells }: FormSpec): Values {
  const values: Record<string, string> = {};
  const lines: [string, CellSpec | undefined][] = [
    ...Object.entries(cells),
    ...Array.from({ length: NEW_LINES }, (): [string, undefined] => ['', undefined]),
  ];
  lines.forEach(([key, cell], at) => {
    Object.assign(values, { [`o.${at}.cell`]: key, ...cellValues(`o.${at}`, cell) });
  });
  return values;
}

export function singleFields({ t }: RequestContext, shown: Shown): Html {
  const fields = lineFields(shown);
  const named = `${t(de.cell)} (${t(de.cell_hint)})`;
  const rows = linesIn(shown.values, 'o').map((line) => {
    const at = `o.${line}`;
    const drop = html`<label class="design-drop">${fields.tick(`${at}.drop`, t(de.drop))} ${t(de.drop)}</label>`;
    return html`<tr>${lineCell(named, fields.text(`${at}.cell`, named, { size: 8 }))}${cellCells(shown, t, at, true)}${lineCell(t(de.drop), drop)}</tr>`;
  });
  const headings = [named, ...cellHeadings(t), t(de.drop)];
  return html`<p>${t(de.cells_what)}</p>${lineTable(t(de.cells), headings, rows)}`;
}

export function readSingles(values: Values, spec: FormSpec, { figures }: Known): ReadPart {
  const problems = new Problems();
  const cells: Record<string, CellSpec> = {};
  const lines = linesIn(values, 'o').filter(
    (at) => !isTicked(values, `o.${at}.drop`) && textIn(values, `o.${at}.cell`) !== '',
  );
  if (lines.length > MOST) problems.add('', de.too_many, { n: MOST });
  for (const line of lines) {
    const at = `o.${line}`;
    const key = textIn(values, `${at}.cell`).toLowerCase();
    if (!KEY.test(key)) problems.add(`${at}.cell`, de.cell_key_wrong);
    const cell = readCellSpec(values, at, problems, figures);
    if (cell) cells[key] = cell;
  }
  return { problems: problems.found, spec: { ...spec, cells } };
}
