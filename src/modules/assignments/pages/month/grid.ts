import { formatDate } from '../../../../kernel/dates.ts';
import type { FieldProblem } from '../../../../kernel/errors.ts';
import { attr, type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { type Column, dataTable, fieldId, problemOf, stateBadge, titleLines } from '../../../../ui/index.ts';
import { type EvidenceSummary, evidenceRules } from '../../../evidence/index.ts';
import { monthKindsOf, ROW_PARTS, type RowPart, rowField } from '../../domain/month.ts';
import { WHAT_WORDS } from '../../domain/month-sheet.ts';
import { m as words } from '../../messages.ts';
import { m } from '../../messages-month.ts';
import type { MonthItem } from '../../queries/month.ts';
import { entryWords } from '../item/history-words.ts';
import { occurrenceName } from '../occurrence.ts';
import type { Reading } from '../reading.ts';
import { dueCell } from '../work-table.ts';

/** What was typed in a form that was refused, by the name of each field, and what is wrong. */
export interface TypedMonth {
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly problems: readonly FieldProblem[];
}

export interface GridProps {
  readonly caption: string;
  readonly items: readonly MonthItem[];
  readonly evidence: ReadonlyMap<string, EvidenceSummary>;
  /** Fields to fill in; a mere reader sees the work alone. */
  readonly isForm: boolean;
  readonly typed?: TypedMonth | undefined;
  readonly empty: Html;
}

/** Every assignment of the month, each with what can be recorded about it. */
export function monthGrid(context: RequestContext, reading: Reading, props: GridProps): Html {
  const { t } = context;
  const { items, isForm } = props;
  const columns: Column[] = [
    { key: 'state', label: t(words.col_state), width: 'fit', phone: 'bare' },
    { key: 'work', label: t(words.col_work), primary: true },
    { key: 'due', label: t(words.col_due), width: 'fit' },
    ...(isForm
      ? [
          { key: 'what', label: t(m.col_record) },
          { key: 'note', label: t(m.col_words) },
        ]
      : []),
  ];
  const table = dataTable(
    {
      caption: props.caption,
      columns,
      rows: items.map((item) => ({
        cells: [
          stateBadge(item.state, t),
          workCell(context, item, props),
          dueCell(context, reading, item),
          ...(isForm ? inputs(context, item, props) : []),
        ],
      })),
      empty: props.empty,
    },
    t,
  );
  return html`${isForm && items.length > 0 && labels(context)}${table}`;
}

const wordsId = (item: MonthItem): string => `w-${item.id}`;
const countsOf = (item: MonthItem): boolean => item.products.some((product) => product.type === 'figure');

/** Its words as a link, where it stands in the plan, what was said last, and how much proves it. */
function workCell(context: RequestContext, item: MonthItem, { evidence }: GridProps): Html {
  const { t, lang } = context;
  const place = [item.clausePath, item.code, occurrenceName(item.occurrence, lang)]
    .filter(Boolean)
    .join(' · ');
  const { last } = item;
  const said =
    last &&
    last.kind !== 'issued' &&
    [entryWords(t, last).replace(/\.$/, ''), formatDate(last.on), last.by].filter(Boolean).join(', ');
  const n = evidence.get(item.id)?.total ?? 0;
  const proves =
    evidenceRules(item.products.map(({ type }) => type)).length > 0 &&
    html` · <a href="/phan-viec/${item.id}#minh-chung" aria-describedby="${wordsId(item)}">${n === 0 ? t(m.add_evidence) : t(m.evidence_count, { n })}</a>`;
  return html`${titleLines(html`<a id="${wordsId(item)}" href="/phan-viec/${item.id}">${item.words}</a>`, html`${place}${proves}`)}${said && html`<span class="line-sub">${t(m.last, { words: said })}</span>`}`;
}

const LABELS = { what: m.col_record, day: m.col_day, note: m.col_words, quantity: m.col_quantity } as const;

/** What each field of a row is called, said once for all rows: a field is named by it and by the row's words. */
function labels({ t }: RequestContext): Html {
  return html`${ROW_PARTS.map((part) => html`<span hidden id="${`l-${part}`}">${t(LABELS[part])}</span>`)}`;
}

/** The fields of one row; nothing where nothing can be recorded about it now. */
function inputs(context: RequestContext, item: MonthItem, { typed }: GridProps): (Html | string)[] {
  const { t } = context;
  const kinds = monthKindsOf(item);
  if (kinds.length === 0) return ['', ''];
  const of = (part: RowPart) => {
    const name = rowField(part, item.id);
    const value = typed?.values[name];
    const error = problemOf(typed?.problems, name, t);
    return { part, name, id: fieldId(name), value: typeof value === 'string' ? value : '', error };
  };
  const common = ({ part, name, id, error }: ReturnType<typeof of>): Html =>
    html`id="${id}" name="${name}" aria-labelledby="${`l-${part} ${wordsId(item)}`}" ${attr('aria-invalid', error ? 'true' : undefined)} ${attr('aria-describedby', error ? `${id}-error` : undefined)}`;
  const wrong = ({ id, error }: ReturnType<typeof of>): Html | false =>
    error !== undefined && html`<p class="field-error" id="${id}-error">${error}</p>`;
  const what = of('what');
  const options = ['' as const, ...kinds].map(
    (kind) =>
      html`<option value="${kind}" ${attr('selected', what.value === kind)}>${t(WHAT_WORDS[kind])}</option>`,
  );
  const day = of('day');
  const note = of('note');
  const quantity = of('quantity');
  const select = html`<select ${common(what)}>${options}</select>`;
  const dayInput = html`<input class="w-short" type="text" ${common(day)} value="${day.value}" maxlength="10" autocomplete="off" placeholder="${t(m.day_empty)}">`;
  const quantityInput =
    countsOf(item) &&
    html`<input class="w-short" type="text" inputmode="decimal" ${common(quantity)} value="${quantity.value}" placeholder="${t(m.quantity_empty)}">`;
  return [
    html`<input type="hidden" name="${`revision.${item.id}`}" value="${item.revision}"><div class="fill-cell">${select}${dayInput}${quantityInput}</div>${wrong(what)}${wrong(day)}${wrong(quantity)}`,
    html`<textarea class="w-full" rows="2" ${common(note)} maxlength="4000">
${note.value}</textarea>${wrong(note)}`,
  ];
}
