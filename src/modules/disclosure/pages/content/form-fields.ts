import type { FieldProblem } from '../../../../kernel/errors.ts';
import { attr, type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { button, dateField, field, fieldId, problemOf, textareaField } from '../../../../ui/index.ts';
import type { RawContent } from '../../domain/content.ts';
import { type FormCell, type FormField, formFieldsOf } from '../../domain/content-form.ts';
import type { Column, SimpleField } from '../../domain/declaration.ts';
import type { Terms } from '../../domain/terms.ts';
import { disclosureLimits } from '../../limits.ts';
import { m } from '../../messages-edit.ts';

export interface FieldsProps {
  readonly terms: Terms;
  readonly typed: RawContent;
  readonly villages: readonly { readonly name: string }[];
  readonly problems: readonly FieldProblem[];
  /** Empty rows at the end of open tables. */
  readonly spare: number;
}

/** Tables too long for a page are edited in the workbook. */
export const isTooLong = (typed: RawContent, key: string): boolean => {
  const rows = typed[key];
  return Array.isArray(rows) && rows.length > disclosureLimits.form_rows;
};

/** The form of an obligation: single values as fields, tables as rows of cells. */
export function contentFields(context: RequestContext, props: FieldsProps): Html {
  const fields = formFieldsOf(props.terms, props.typed, { spare: props.spare });
  return html`${fields.map((one) => (one.kind === 'simple' ? simple(context, one, props) : table(context, one, props)))}`;
}

function simple({ t, lang }: RequestContext, one: FormCell<SimpleField>, { problems }: FieldsProps): Html {
  const { what, name, value } = one;
  const base = {
    name,
    label: what.label[lang],
    hint: what.hint?.[lang],
    value,
    error: problemOf(problems, name, t),
    required: what.required,
    optional: !what.required,
  };
  switch (what.kind) {
    case 'long_text':
      return textareaField({ ...base, rows: 4, maxlength: 2000 }, t);
    case 'date':
      return dateField(base, t);
    case 'amount':
    case 'number':
      return field(
        { ...base, inputmode: what.kind === 'amount' ? 'numeric' : 'decimal', width: 'medium' },
        t,
      );
    case 'link':
      return field({ ...base, inputmode: 'text', spellcheck: false, maxlength: 2000 }, t);
    default:
      return field({ ...base, maxlength: 500 }, t);
  }
}

type TableForm = Extract<FormField, { kind: 'table' }>;

function table(context: RequestContext, { what, rows }: TableForm, props: FieldsProps): Html {
  const { t, lang } = context;
  const label = what.label[lang];
  const given = props.typed[what.key];
  if (isTooLong(props.typed, what.key))
    return html`<section class="sheet" id="bang-${what.key}"><h3>${label}</h3><p class="hint">${t(m.too_many_rows, { n: Array.isArray(given) ? given.length : 0 })}</p></section>`;
  const columns = what.columns.filter(({ personal }) => personal !== 'never');
  const head = columns.map(
    (column) =>
      html`<th scope="col" ${attr('class', isNumber(column) ? 'num' : undefined)}>${column.label[lang]}</th>`,
  );
  const body = rows.map(({ fixed, cells }, at) => {
    const name = fixed?.[lang] ?? t(m.row, { n: at + 1 });
    const first = fixed ? html`<th scope="row">${name}</th>` : html``;
    return html`<tr>${first}${cells.map((one) => html`<td data-label="${one.what.label[lang]}">${cell(context, one, name, props)}</td>`)}</tr>`;
  });
  const whole = problemOf(props.problems, `f.${what.key}`, t);
  const more =
    what.open &&
    html`<div class="buttons">${button({ text: t(m.add_rows), name: 'viec', value: `them-dong.${what.key}`, about: label, small: true })}</div>`;
  return html`<section class="sheet" id="${fieldId(`f.${what.key}`)}"><h3>${label}</h3>${what.hint && html`<p class="hint">${what.hint[lang]}</p>`}${whole && html`<p class="field-error">${whole}</p>`}<div class="card scroll"><table class="data entry-rows"><caption class="vh">${label}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>${more}</section>`;
}

const isNumber = ({ kind }: Column): boolean => kind === 'number' || kind === 'amount' || kind === 'percent';

function cell(
  { t, lang }: RequestContext,
  { what, name, value }: FormCell<Column>,
  row: string,
  { problems, villages }: FieldsProps,
): Html {
  const error = problemOf(problems, name, t);
  const id = fieldId(name);
  const label = `${what.label[lang]}, ${row}`;
  const about = html`${attr('aria-invalid', error ? 'true' : undefined)} ${attr('aria-describedby', error ? `${id}-error` : undefined)}`;
  const said = error && html`<p class="field-error" id="${id}-error">${error}</p>`;
  if (what.kind === 'village' && villages.length > 0) {
    const isKnown = value === '' || villages.some((one) => one.name === value);
    const names = isKnown ? villages.map((one) => one.name) : [value, ...villages.map((one) => one.name)];
    return html`<select id="${id}" name="${name}" aria-label="${label}" ${about}><option value="">${t(m.choose_village)}</option>${names.map((one) => html`<option value="${one}" ${attr('selected', one === value)}>${one}</option>`)}</select>${said}`;
  }
  return html`<input type="text" id="${id}" name="${name}" value="${value}" aria-label="${label}" ${attr('class', isNumber(what) ? 'num' : undefined)} ${attr('inputmode', isNumber(what) ? 'decimal' : undefined)} maxlength="500" autocomplete="off" ${about}>${said}`;
}
