import type { FieldProblem } from '../kernel/errors.ts';
import { attr, type Html, type HtmlValue, html } from '../kernel/html.ts';
import type { Translate } from '../kernel/i18n.ts';
import { icon } from './icons.ts';
import { m } from './messages.ts';

/** The id of a field's control: what the error summary links to. */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^\w-]+/g, '-')}`;
}

/** The sentence for one field, ready for its `error` property. */
export function problemOf(
  problems: readonly FieldProblem[] | undefined,
  name: string,
  t: Translate,
): string | undefined {
  const problem = problems?.find((candidate) => candidate.field === name);
  return problem && t(problem.message, problem.params);
}

/**
 * All that is wrong, at the top of the form, each line a link to its field. Empty when nothing is wrong. `idOf` names the
 * fields of a form that stands beside another with the same names.
 */
export function errorSummary(
  problems: readonly FieldProblem[] | undefined,
  t: Translate,
  idOf: (name: string) => string = fieldId,
): Html {
  if (!problems || problems.length === 0) return html``;
  const lines = problems.map((problem) => {
    const text = t(problem.message, problem.params);
    return html`<li>${problem.field === '' ? text : html`<a href="#${idOf(problem.field)}">${text}</a>`}</li>`;
  });
  return html`<div class="error-summary" role="alert" tabindex="-1"><h2>${icon('error')}${t(m.thereIsAProblem)}</h2><ul>${lines}</ul></div>`;
}

interface FieldBase {
  label: string;
  name: string;
  hint?: string | undefined;
  error?: string | undefined;
  required?: boolean | undefined;
  /** Says "(không bắt buộc)" after the label. */
  optional?: boolean | undefined;
  disabled?: boolean | undefined;
  /** Needed only when one page holds two fields of the same name. */
  id?: string | undefined;
  /** How wide the control is: the answer's length tells people what is expected. */
  width?: 'short' | 'medium' | 'full' | undefined;
}

function describedBy(id: string, props: FieldBase): string | undefined {
  const ids = [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

function controlAttributes(id: string, props: FieldBase): Html {
  return html`id="${id}" name="${props.name}" ${attr('aria-describedby', describedBy(id, props))} ${attr('aria-invalid', props.error ? 'true' : undefined)} ${attr('aria-required', props.required ? 'true' : undefined)} ${attr('disabled', props.disabled)}`;
}

function hintAndError(id: string, props: FieldBase, t: Translate): Html {
  return html`${props.hint && html`<p class="hint" id="${id}-hint">${props.hint}</p>`}${props.error && html`<p class="field-error" id="${id}-error"><span class="vh">${t(m.errorPrefix)}</span>${props.error}</p>`}`;
}

function group(id: string, props: FieldBase, control: Html, t: Translate): Html {
  return html`<div class="field${props.error ? ' field-bad' : ''}"><label for="${id}">${props.label}${props.optional && html` <span class="optional">${t(m.optional)}</span>`}</label>${hintAndError(id, props, t)}${control}</div>`;
}

function widthClass(props: FieldBase): string {
  return props.width ? `w-${props.width}` : 'w-full';
}

export interface FieldProps extends FieldBase {
  value?: string | number | null | undefined;
  type?: 'text' | 'search' | 'email' | 'tel' | 'url' | 'password' | 'number' | undefined;
  autocomplete?: string | undefined;
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'search' | undefined;
  placeholder?: string | undefined;
  maxlength?: number | undefined;
  spellcheck?: boolean | undefined;
  autofocus?: boolean | undefined;
  readonly?: boolean | undefined;
  /** Id of a `<datalist>` on the page. */
  list?: string | undefined;
}

/** One line of text. */
export function field(props: FieldProps, t: Translate): Html {
  const id = props.id ?? fieldId(props.name);
  const control = html`<input class="${widthClass(props)}" type="${props.type ?? 'text'}" ${controlAttributes(id, props)} ${attr('value', props.value)} ${attr('autocomplete', props.autocomplete)} ${attr('inputmode', props.inputmode)} ${attr('placeholder', props.placeholder)} ${attr('maxlength', props.maxlength)} ${attr('spellcheck', props.spellcheck === undefined ? undefined : String(props.spellcheck))} ${attr('autofocus', props.autofocus)} ${attr('readonly', props.readonly)} ${attr('list', props.list)}>`;
  return group(id, props, control, t);
}

export interface DateFieldProps extends FieldBase {
  /** What was typed, or a date already written dd/mm/yyyy. */
  value?: string | undefined;
  autofocus?: boolean | undefined;
}

/** A date typed as offices write it; `parseVietnameseDate` reads it. */
export function dateField(props: DateFieldProps, t: Translate): Html {
  return field(
    { width: 'short', maxlength: 10, autocomplete: 'off', ...props, hint: props.hint ?? t(m.dateHint) },
    t,
  );
}

export interface Option {
  value: string;
  text: string;
  disabled?: boolean | undefined;
}

export interface OptionGroup {
  label: string;
  options: readonly Option[];
}

export interface SelectFieldProps extends FieldBase {
  value?: string | null | undefined;
  options: readonly (Option | OptionGroup)[];
}

function optionTag(option: Option, chosen: string | null | undefined): Html {
  if (option.value !== chosen && !option.disabled)
    return html`<option value="${option.value}">${option.text}</option>`;
  return html`<option value="${option.value}" ${attr('selected', option.value === chosen)} ${attr('disabled', option.disabled)}>${option.text}</option>`;
}

/** A choice from a list; begin with an empty option when none is the default. */
export function selectField(props: SelectFieldProps, t: Translate): Html {
  const id = props.id ?? fieldId(props.name);
  const options = props.options.map((entry) =>
    'options' in entry
      ? html`<optgroup label="${entry.label}">${entry.options.map((option) => optionTag(option, props.value))}</optgroup>`
      : optionTag(entry, props.value),
  );
  return group(
    id,
    props,
    html`<select class="${widthClass(props)}" ${controlAttributes(id, props)}>${options}</select>`,
    t,
  );
}

export interface TextareaFieldProps extends FieldBase {
  value?: string | null | undefined;
  rows?: number | undefined;
  maxlength?: number | undefined;
}

/** Several lines of text. */
export function textareaField(props: TextareaFieldProps, t: Translate): Html {
  const id = props.id ?? fieldId(props.name);
  const control = html`<textarea class="${widthClass(props)}" rows="${props.rows ?? 4}" ${controlAttributes(id, props)} ${attr('maxlength', props.maxlength)}>
${props.value}</textarea>`;
  return group(id, props, control, t);
}

export interface CheckboxFieldProps extends FieldBase {
  checked?: boolean | undefined;
  /** Sent when ticked; `1` unless told. */
  value?: string | undefined;
}

/** One yes-or-no answer. */
export function checkboxField(props: CheckboxFieldProps, t: Translate): Html {
  const id = props.id ?? fieldId(props.name);
  return html`<div class="field field-check${props.error ? ' field-bad' : ''}"><input type="checkbox" value="${props.value ?? '1'}" ${controlAttributes(id, props)} ${attr('checked', props.checked)}><label for="${id}">${props.label}</label>${hintAndError(id, props, t)}</div>`;
}

export interface Choice extends Option {
  hint?: HtmlValue;
}

export interface ChoiceGroupProps extends FieldBase {
  options: readonly Choice[];
}

function choices(
  type: 'radio' | 'checkbox',
  props: ChoiceGroupProps,
  chosen: readonly string[],
  t: Translate,
): Html {
  const id = props.id ?? fieldId(props.name);
  const lines = props.options.map((option, index) => {
    const own = index === 0 ? id : `${id}-${index + 1}`;
    return html`<div class="choice"><input type="${type}" id="${own}" name="${props.name}" value="${option.value}" ${attr('checked', chosen.includes(option.value))} ${attr('disabled', option.disabled ?? props.disabled)} ${attr('aria-describedby', option.hint ? `${own}-about` : undefined)}><label for="${own}">${option.text}</label>${option.hint && html`<p class="hint" id="${own}-about">${option.hint}</p>`}</div>`;
  });
  return html`<fieldset class="field${props.error ? ' field-bad' : ''}" ${attr('aria-describedby', describedBy(id, props))}><legend>${props.label}${props.optional && html` <span class="optional">${t(m.optional)}</span>`}</legend>${hintAndError(id, props, t)}${lines}</fieldset>`;
}

/** One of a few; each choice may carry a line that explains it. */
export function radioGroup(
  props: ChoiceGroupProps & { value?: string | null | undefined },
  t: Translate,
): Html {
  return choices('radio', props, props.value == null ? [] : [props.value], t);
}

/** Any of a few. */
export function checkboxGroup(
  props: ChoiceGroupProps & { values?: readonly string[] | undefined },
  t: Translate,
): Html {
  return choices('checkbox', props, props.values ?? [], t);
}

export interface FileFieldProps extends FieldBase {
  /** As in HTML: `.xlsx,.docx,.csv`. */
  accept?: string | undefined;
  multiple?: boolean | undefined;
  /** Bytes that the files of the form may have together, and what is said of more. */
  limit?: { bytes: number; tooHeavy: string } | undefined;
}

/** A file; the page may load the script `file-drop` so that it can also be dragged. */
export function fileField(props: FileFieldProps, t: Translate): Html {
  const id = props.id ?? fieldId(props.name);
  const control = html`<file-drop data-hint="${t(m.dropFile)}" ${attr('data-limit', props.limit?.bytes)} ${attr('data-too-heavy', props.limit?.tooHeavy)}><input type="file" ${controlAttributes(id, props)} ${attr('accept', props.accept)} ${attr('multiple', props.multiple)}></file-drop>`;
  return group(id, props, control, t);
}
