import { attr, type Html, html } from '../../../../kernel/html.ts';
import type { CompiledColumn, CompiledForm } from '../../domain/compiled.ts';

/** Columns of words; everything else is as wide as its numbers. */
const CLASSES = { order: 'order', label: 'primary', measure: 'measure', cells: undefined } as const;

/** The heading of several levels, with the row of column numbers that paper forms have. */
export function tableHead(form: CompiledForm): Html {
  const classAt = (at: number, colspan: number): string | undefined => {
    const column = form.columns[at];
    return colspan === 1 && column ? CLASSES[column.role] : undefined;
  };
  const rows = form.header.map(
    (cells) =>
      html`<tr>${cells.map(
        ({ label, colspan, rowspan, at }) =>
          html`<th scope="${colspan > 1 ? 'colgroup' : 'col'}" ${attr('colspan', colspan > 1 ? colspan : undefined)} ${attr('rowspan', rowspan > 1 ? rowspan : undefined)} ${attr('class', classAt(at, colspan))}>${label}</th>`,
      )}</tr>`,
  );
  const numbers = html`<tr class="numbers">${form.columns.map((column) => html`<td ${attr('class', CLASSES[column.role])}>${column.number}</td>`)}</tr>`;
  return html`<thead>${rows}${numbers}</thead>`;
}

/** The columns before the cells take the heading of a group of rows; the number of it, where there is one, stands apart. */
export function groupSpans(columns: readonly CompiledColumn[]): {
  readonly order: boolean;
  readonly rest: number;
} {
  const order = columns[0]?.role === 'order';
  return { order, rest: columns.length - (order ? 1 : 0) };
}
