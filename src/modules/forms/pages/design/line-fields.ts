import { attr, type Html, html } from '../../../../kernel/html.ts';
import type { Translate } from '../../../../kernel/i18n.ts';
import { fieldId, type Option } from '../../../../ui/index.ts';
import { de } from '../../messages-design.ts';
import { actId, type Shown } from './typed.ts';

interface LineText {
  readonly wide?: boolean;
  readonly size?: number;
  /** Figures are offered by code and name, and the name of the one that is given is shown. */
  readonly figure?: boolean;
}

/** Small fields in the cells of a table; the column's heading names them, as `aria-label` and on a phone. */
export function lineFields(shown: Shown) {
  const base = (name: string, label: string, about?: string): Html =>
    html`id="${fieldId(name)}" name="${name}" aria-label="${label}" ${attr('aria-invalid', shown.error(name) ? 'true' : undefined)} ${attr('aria-describedby', shown.error(name) ? `${fieldId(name)}-error` : about)}`;
  const wrong = (name: string): Html => {
    const error = shown.error(name);
    return error ? html`<p class="field-error" id="${fieldId(name)}-error">${error}</p>` : html``;
  };
  return {
    text: (name: string, label: string, more: LineText = {}): Html => {
      const called = more.figure && shown.figureName(shown.text(name));
      const about = called ? `${fieldId(name)}-name` : undefined;
      return html`<input type="text" class="${more.wide ? 'design-wide' : 'design-short'}" ${base(name, label, about)} value="${shown.text(name)}" ${attr('size', more.size)} ${attr('list', more.figure ? 'chi-tieu' : undefined)} autocomplete="off">${called && html`<p class="line-sub" id="${about}">${called}</p>`}${wrong(name)}`;
    },
    area: (name: string, label: string): Html =>
      html`<textarea class="design-wide" rows="2" ${base(name, label)}>
${shown.text(name)}</textarea>${wrong(name)}`,
    choose: (name: string, label: string, options: readonly Option[]): Html =>
      html`<select ${base(name, label)}>${options.map(({ value, text }) => html`<option value="${value}" ${attr('selected', value === shown.text(name))}>${text}</option>`)}</select>${wrong(name)}`,
    tick: (name: string, label: string): Html =>
      html`<input type="checkbox" value="1" ${base(name, label)} ${attr('checked', shown.text(name) !== '')}>`,
    /** The key by which formulas name the line; a new line has none yet. */
    key: (name: string): Html =>
      html`${shown.text(name) !== '' && html`<code>${shown.text(name)}</code>`}<input type="hidden" name="${name}" value="${shown.text(name)}">`,
  };
}

/** A cell of the table of lines, with the label that it has on a phone; `kind`: left out by style where the line does not ask for it. */
export const lineCell = (label: string, body: Html, kind?: string): Html =>
  html`<td ${attr('class', kind)} data-label="${label}">${body}</td>`;

export const digits: readonly Option[] = [0, 1, 2, 3].map((n) => ({ value: String(n), text: String(n) }));

/** Move and remove a line. */
export function lineActs(shown: Shown, t: Translate, prefix: string, line: number, isNew: boolean): Html {
  if (isNew) return lineCell(t(de.move), html`<span class="soft">${t(de.new_line)}</span>`);
  const about = t(de.line_n, { n: line + 1 });
  const press = (act: string, text: string, arrow: string): Html =>
    html`<button type="submit" class="btn btn-secondary btn-small" id="${actId(prefix, line, act)}" name="viec" value="${act}.${line}" title="${text}"><span aria-hidden="true">${arrow}</span><span class="vh">${text} ${about}</span></button>`;
  const name = `${prefix}.${line}.drop`;
  return lineCell(
    t(de.move),
    html`<div class="design-acts">${press('len', t(de.up), '↑')}${press('xuong', t(de.down), '↓')}<label class="design-drop"><input type="checkbox" name="${name}" value="1" ${attr('checked', shown.text(name) !== '')}> ${t(de.drop)}<span class="vh"> ${about}</span></label></div>`,
  );
}

/** The table of lines; it becomes cards on a phone. */
export function lineTable(caption: string, headings: readonly string[], rows: readonly Html[]): Html {
  return html`<section class="card design-scroll" tabindex="0" aria-label="${caption}"><table class="data cards design"><caption class="vh">${caption}</caption><thead><tr>${headings.map((heading) => html`<th scope="col">${heading}</th>`)}</tr></thead><tbody>${rows}</tbody></table></section>`;
}
