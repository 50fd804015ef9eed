import { type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { type ColumnLine, columnLines, columnsFrom, DEEPEST_HEADING } from '../../domain/outline.ts';
import { COLUMN_ROLES, type ColumnRole, type FormSpec } from '../../domain/spec.ts';
import { de } from '../../messages-design.ts';
import { cellCells, cellHeadings, cellValues, readCellSpec } from './cell-line.ts';
import { lineActs, lineCell, lineFields, lineTable } from './line-fields.ts';
import type { Known, ReadPart } from './parts.ts';
import { linesIn, orderedLines, Problems, type Shown, textIn, type Values } from './typed.ts';

const NEW_LINES = 3;
const MOST = 120;
const LONGEST = 300;

const ROLE_WORDS = {
  order: de.role_order,
  label: de.role_label,
  measure: de.role_measure,
  cells: de.role_cells,
} as const satisfies Record<ColumnRole, unknown>;

export function columnValues({ columns }: FormSpec): Values {
  const lines = columnLines(columns);
  const values: Record<string, string> = {};
  const empty = (): ColumnLine => ({ key: '', level: 1, label: '', role: 'cells', cell: undefined });
  [...lines, ...Array.from({ length: NEW_LINES }, empty)].forEach((line, at) => {
    Object.assign(values, {
      [`c.${at}.key`]: line.key,
      [`c.${at}.level`]: String(line.level),
      [`c.${at}.label`]: line.label,
      [`c.${at}.role`]: line.role,
      ...cellValues(`c.${at}`, line.cell),
    });
  });
  return values;
}

export function columnFields({ t }: RequestContext, shown: Shown): Html {
  const fields = lineFields(shown);
  const levels = Array.from({ length: DEEPEST_HEADING }, (_, at) => ({
    value: String(at + 1),
    text: String(at + 1),
  }));
  const roles = COLUMN_ROLES.map((value) => ({ value, text: t(ROLE_WORDS[value]) }));
  const rows = linesIn(shown.values, 'c').map((line) => {
    const at = `c.${line}`;
    const isNew = shown.text(`${at}.label`) === '' && shown.text(`${at}.key`) === '';
    return html`<tr>${lineCell(t(de.level), fields.choose(`${at}.level`, t(de.level), levels))}${lineCell(
      t(de.label),
      fields.text(`${at}.label`, t(de.label), { wide: true }),
    )}${lineCell(t(de.key), fields.key(`${at}.key`))}${lineCell(
      t(de.role),
      fields.choose(`${at}.role`, t(de.role), roles),
    )}${cellCells(shown, t, at, false)}${lineActs(shown, t, 'c', line, isNew)}</tr>`;
  });
  const headings = [t(de.level), t(de.label), t(de.key), t(de.role), ...cellHeadings(t), t(de.move)];
  return html`<p>${t(de.columns_what)}</p>${lineTable(t(de.columns), headings, rows)}`;
}

export function readColumns(values: Values, spec: FormSpec, { figures, keys }: Known): ReadPart {
  const problems = new Problems();
  const { lines, focus } = orderedLines(values, 'c', (at) => textIn(values, `c.${at}.label`) !== '');
  if (lines.length > MOST) problems.add('', de.too_many, { n: MOST });
  const read = lines.map((at): ColumnLine => {
    const label = textIn(values, `c.${at}.label`);
    if (label.length > LONGEST) problems.add(`c.${at}.label`, de.too_long, { n: LONGEST });
    const key = textIn(values, `c.${at}.key`);
    return {
      key: /^[a-z][a-z0-9_]{0,19}$/.test(key) ? key : '',
      level: Math.min(DEEPEST_HEADING, Math.max(1, Number(textIn(values, `c.${at}.level`)) || 1)),
      label,
      role: COLUMN_ROLES.find((role) => role === textIn(values, `c.${at}.role`)) ?? 'cells',
      cell: readCellSpec(values, `c.${at}`, problems, figures),
    };
  });
  if (read.length === 0) problems.add('', de.none_left);
  const rowKeys = spec.rows.kind === 'fixed' ? spec.rows.rows.map((row) => row.key) : [];
  return {
    problems: problems.found,
    spec: { ...spec, columns: columnsFrom(read, new Set([...rowKeys, ...keys])) },
    focus,
  };
}
