import { type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { notice, textareaField } from '../../../../ui/index.ts';
import type { NamedFigure } from '../../domain/figure-by-name.ts';
import { columnKeysOf, nextKey } from '../../domain/outline.ts';
import type { FormSpec, RowSpec } from '../../domain/spec.ts';
import { de } from '../../messages-design.ts';
import { knownFigure, readFigure } from './figure-field.ts';
import { lineActs, lineCell, lineFields, lineTable } from './line-fields.ts';
import type { Known, ReadPart } from './parts.ts';
import { linesIn, orderedLines, Problems, type Shown, textIn, type Values } from './typed.ts';

const NEW_LINES = 3;
const MOST = 400;

export function rowValues({ rows }: FormSpec): Values {
  if (rows.kind === 'units') return {};
  const values: Record<string, string> = {};
  const blank = { key: '', kind: 'row', level: 0, order: '', label: '', measure: '', figure: null } as const;
  [...rows.rows, ...Array.from({ length: NEW_LINES }, () => blank)].forEach((row: RowSpec, at) => {
    const { key, kind, level, order, label, measure, figure, cell } = row;
    Object.assign(values, {
      [`r.${at}.key`]: key,
      [`r.${at}.kind`]: kind,
      [`r.${at}.level`]: String(level),
      [`r.${at}.order`]: order,
      [`r.${at}.label`]: label,
      [`r.${at}.measure`]: measure,
      [`r.${at}.figure`]: figure ?? '',
      [`r.${at}.formula`]: cell?.kind === 'formula' ? cell.expr : '',
    });
  });
  return values;
}

export function rowFields({ t }: RequestContext, shown: Shown, spec: FormSpec): Html {
  if (spec.rows.kind === 'units') return notice({ kind: 'info', text: t(de.rows_of_units) }, t);
  const fields = lineFields(shown);
  const kinds = [
    { value: 'row', text: t(de.row_row) },
    { value: 'group', text: t(de.row_group) },
  ];
  const levels = [0, 1, 2, 3, 4].map((n) => ({ value: String(n), text: String(n + 1) }));
  const rows = linesIn(shown.values, 'r').map((line) => {
    const at = `r.${line}`;
    const isNew = shown.text(`${at}.label`) === '' && shown.text(`${at}.key`) === '';
    return html`<tr>${lineCell(t(de.order), fields.text(`${at}.order`, t(de.order), { size: 3 }))}${lineCell(
      t(de.row_label),
      fields.area(`${at}.label`, t(de.row_label)),
    )}${lineCell(t(de.key), fields.key(`${at}.key`))}${lineCell(
      t(de.row_kind),
      fields.choose(`${at}.kind`, t(de.row_kind), kinds),
    )}${lineCell(t(de.level), fields.choose(`${at}.level`, t(de.level), levels))}${lineCell(
      t(de.measure),
      fields.text(`${at}.measure`, t(de.measure), { size: 8 }),
      'of-row',
    )}${lineCell(t(de.figure), fields.text(`${at}.figure`, t(de.figure), { size: 10, figure: true }), 'of-row')}${lineCell(
      t(de.row_formula),
      fields.text(`${at}.formula`, t(de.row_formula), { wide: true }),
      'of-row',
    )}${lineActs(shown, t, 'r', line, isNew)}</tr>`;
  });
  const headings = [
    t(de.order),
    t(de.row_label),
    t(de.key),
    t(de.row_kind),
    t(de.level),
    t(de.measure),
    t(de.figure),
    t(de.row_formula),
    t(de.move),
  ];
  const paste = textareaField(
    {
      label: t(de.paste),
      name: 'them',
      hint: t(de.paste_hint),
      optional: true,
      rows: 4,
      value: shown.text('them'),
      error: shown.error('them'),
    },
    t,
  );
  return html`<p>${t(de.rows_what)}</p>${lineTable(t(de.rows), headings, rows)}${paste}`;
}

export function readRows(values: Values, spec: FormSpec, { figures, keys }: Known): ReadPart {
  if (spec.rows.kind === 'units') return { problems: [], spec };
  const problems = new Problems();
  const { lines, focus } = orderedLines(values, 'r', (at) => !isBlank(values, at));
  const columnKeys = columnKeysOf(spec.columns);
  const used = new Set([...keys, ...columnKeys, ...lines.map((at) => textIn(values, `r.${at}.key`))]);
  const rows = [
    ...lines.map((at) => readRow(values, `r.${at}`, { spec, figures, used, problems })),
    ...pasted(values, { spec, figures, used, problems }),
  ];
  if (rows.length > MOST) problems.add('', de.too_many, { n: MOST });
  if (rows.length === 0) problems.add('', de.none_left);
  return { problems: problems.found, spec: { ...spec, rows: { kind: 'fixed', rows } }, focus };
}

const isBlank = (values: Values, at: number): boolean =>
  textIn(values, `r.${at}.label`) === '' && textIn(values, `r.${at}.key`) === '';

interface Reading {
  readonly spec: FormSpec;
  readonly figures: readonly NamedFigure[];
  /** Keys that lines have; each line that gets one adds it. */
  readonly used: Set<string>;
  readonly problems: Problems;
}

function readRow(values: Values, at: string, { spec, figures, used, problems }: Reading): RowSpec {
  const within = (name: string, n: number): string => {
    const text = textIn(values, `${at}.${name}`);
    if (text.length > n) problems.add(`${at}.${name}`, de.too_long, { n });
    return text;
  };
  const [label, formula] = [within('label', 500), within('formula', 2000)];
  if (label === '') problems.add(`${at}.label`, de.label_missing);
  const given = textIn(values, `${at}.key`);
  const key = /^[a-z][a-z0-9_]{0,19}$/.test(given) ? given : nextKey('r', used);
  used.add(key);
  const before = spec.rows.kind === 'fixed' ? spec.rows.rows.find((row) => row.key === key)?.cell : undefined;
  // What a row is besides a formula is kept as it was: the editor does not ask for it.
  const cell =
    formula !== ''
      ? {
          kind: 'formula' as const,
          expr: formula,
          decimals: before?.kind === 'formula' ? before.decimals : 0,
        }
      : before?.kind === 'formula'
        ? undefined
        : before;
  return {
    key,
    kind: textIn(values, `${at}.kind`) === 'group' ? 'group' : 'row',
    level: Math.min(4, Math.max(0, Number(textIn(values, `${at}.level`)) || 0)),
    order: within('order', 20),
    label,
    measure: within('measure', 40),
    figure: readFigure(values, `${at}.figure`, problems, figures),
    ...(cell ? { cell } : {}),
  };
}

/** Lines pasted from Excel: number, label, measure, figure. */
function pasted(values: Values, { figures, used, problems }: Reading): RowSpec[] {
  const lines = textIn(values, 'them')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const parts = line.split(/\t|\|/).map((part) => part.trim());
    const [order = '', label = '', measure = '', figure = ''] = parts.length === 1 ? ['', ...parts] : parts;
    if (label === '' || order.length > 20 || label.length > 500 || measure.length > 40)
      problems.add('them', de.paste_hint);
    const key = nextKey('r', used);
    used.add(key);
    return {
      key,
      kind: 'row',
      level: 0,
      order,
      label,
      measure,
      figure: knownFigure(figure, 'them', problems, figures),
    };
  });
}
