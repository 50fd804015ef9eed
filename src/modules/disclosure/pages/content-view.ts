import { type CalendarDate, formatDate, isCalendarDate } from '../../../kernel/dates.ts';
import { type Html, type HtmlValue, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { formatNumber } from '../../../kernel/i18n.ts';
import { dataTable, definitionList, emptyState } from '../../../ui/index.ts';
import type { PublicBody } from '../domain/public-body.ts';

type Shown = PublicBody['fields'];

/** One value as people read it. */
export function valueText(
  { lang }: Pick<RequestContext, 'lang'>,
  kind: string,
  value: string | number | null | undefined,
): HtmlValue {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'number') {
    const number = formatNumber(lang, value);
    return kind === 'amount' ? `${number} đ` : kind === 'percent' ? `${number}%` : number;
  }
  if (kind === 'date' && isCalendarDate(value)) return formatDate(value as CalendarDate);
  if (kind === 'link') return html`<a href="${value}" rel="noopener noreferrer nofollow">${value}</a>`;
  return value;
}

const NUMBERS = ['number', 'amount', 'percent'];

/** Content as it is read: single values as facts, each table as a table. */
export function contentView(context: RequestContext, fields: Shown): Html {
  const { t, lang } = context;
  const facts = fields.flatMap((field) =>
    field.kind === 'table'
      ? []
      : [{ term: field.label[lang], value: valueText(context, field.kind, field.value) }],
  );
  const tables = fields.flatMap((field) =>
    field.kind === 'table'
      ? [
          dataTable(
            {
              caption: field.label[lang],
              captionVisible: true,
              scroll: true,
              columns: field.columns.map(({ key, label, kind }, at) => ({
                key,
                label: label[lang],
                align: NUMBERS.includes(kind) ? 'end' : 'start',
                primary: at === 0,
              })),
              rows: field.rows.map((row) => ({
                cells: field.columns.map(({ key, kind }) => valueText(context, kind, row[key])),
              })),
              empty: emptyState({ title: '–' }),
            },
            t,
          ),
        ]
      : [],
  );
  return html`${facts.length > 0 && definitionList(facts)}${tables}`;
}
