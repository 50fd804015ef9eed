import { formatDate } from '../../../kernel/dates.ts';
import { attr, type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { formatNumber } from '../../../kernel/i18n.ts';
import type { PublicBody } from '../../disclosure/index.ts';
import { portalLimits } from '../limits.ts';
import type { Entry } from '../queries/entry.ts';
import { iw } from './item-words.ts';
import { dayText, phoneLink } from './parts.ts';

type Field = PublicBody['fields'][number];
type Table = Extract<Field, { kind: 'table' }>;
type Column = Table['columns'][number];
type Cell = Table['rows'][number][string];

const NUMBERS: readonly string[] = ['number', 'amount', 'percent'];

function text(
  context: RequestContext,
  kind: Column['kind'] | Exclude<Field['kind'], 'table'>,
  value: Cell | undefined,
): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'number') {
    const number = formatNumber(context.lang, value);
    return kind === 'percent' ? `${number}%` : kind === 'amount' ? `${number}\u00a0đ` : number;
  }
  return kind === 'date' && /^\d{4}-\d\d-\d\d$/.test(value) ? dayText(value) : value;
}

function shown(context: RequestContext, field: Exclude<Field, Table>): string | Html {
  const { value } = field;
  if (field.kind === 'link' && typeof value === 'string' && /^https?:\/\//.test(value))
    return html`<a href="${value}" rel="noopener nofollow">${value}</a>`;
  return text(context, field.kind, value) || context.t(iw.unwritten);
}

function cell(context: RequestContext, column: Column, value: Cell | undefined): Html | string {
  const words = text(context, column.kind, value);
  if (words !== '' && column.kind === 'phone') return phoneLink(words);
  if (words !== '' && column.kind === 'email') return html`<a href="mailto:${words}">${words}</a>`;
  return words;
}

/** Up to three columns stand side by side on the smallest phone; more become lines one below the other. */
const NARROW_COLUMNS = 3;

function table(context: RequestContext, { label, columns, rows }: Table): Html {
  const { lang, t } = context;
  const kept = rows.slice(0, portalLimits.table_rows);
  const stacks = columns.length > NARROW_COLUMNS;
  const classOf = (column: Column) => attr('class', NUMBERS.includes(column.kind) ? 'n' : undefined);
  const body = kept.map(
    (row) =>
      html`<tr>${columns.map((column, at) =>
        at === 0
          ? html`<th scope="row">${cell(context, column, row[column.key])}</th>`
          : html`<td ${classOf(column)} ${attr('data-label', stacks ? column.label[lang] : undefined)}>${cell(context, column, row[column.key])}</td>`,
      )}</tr>`,
  );
  const head = html`<thead><tr>${columns.map((column) => html`<th scope="col" ${classOf(column)}>${column.label[lang]}</th>`)}</tr></thead>`;
  return html`<section class="scroll" tabindex="0" aria-label="${t(iw.table_label)}: ${label[lang]}"><table ${attr('class', stacks ? 'stack' : undefined)}><caption>${label[lang]}</caption>${head}<tbody>${body}</tbody></table></section>${rows.length > kept.length && html`<p class="meta">${t(iw.rows_more, { n: rows.length, shown: kept.length })}</p>`}`;
}

/** Values one below the other, tables in their place among them. */
export function content(context: RequestContext, { body }: Entry): Html {
  const parts: Html[] = [];
  let simple: Html[] = [];
  const close = (): void => {
    if (simple.length > 0) parts.push(html`<dl class="facts block">${simple}</dl>`);
    simple = [];
  };
  for (const field of body.fields) {
    if (field.kind === 'table') {
      close();
      parts.push(table(context, field));
    } else
      simple.push(html`<div><dt>${field.label[context.lang]}</dt><dd>${shown(context, field)}</dd></div>`);
  }
  close();
  return html`${parts}`;
}

/** What the web shows of people, and why not more. */
export function personalNote(context: RequestContext, { body, personalUntil }: Entry): Html {
  const { t, today, lang } = context;
  const { personal } = body;
  if (!personal) return html``;
  const reason = personal.reason[lang];
  const isOver = personalUntil !== null && personalUntil < today;
  const words = isOver
    ? t(iw.personal_over)
    : personal.shown === 'names'
      ? t(iw.personal_names, { day: personalUntil === null ? '' : formatDate(personalUntil), reason })
      : t(personal.shown === 'figures' ? iw.personal_figures : iw.personal_nothing, { reason });
  const figures =
    personal.figures.length > 0 &&
    html`<table class="block"><caption>${t(iw.by_village)}</caption><thead><tr><th scope="col">${t(iw.village)}</th><th scope="col" class="n">${t(iw.count)}</th></tr></thead><tbody>${personal.figures.map((one) => html`<tr><th scope="row">${one.village}</th><td class="n">${formatNumber(lang, one.count)}</td></tr>`)}</tbody></table>`;
  return html`<p class="note care block">${words}</p>${figures}`;
}
