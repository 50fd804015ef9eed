import { attr, type Html, type HtmlValue, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { type Column, dataTable, dueText, stateBadge, titleLines } from '../../../ui/index.ts';
import { workingDaysBetween } from '../../calendar/index.ts';
import { m } from '../messages.ts';
import type { ListRow } from '../queries/list.ts';
import { onSameDay } from './as-of.ts';
import { occurrenceName } from './occurrence.ts';
import type { Reading } from './reading.ts';

export interface WorkTableProps {
  readonly caption: string;
  readonly captionVisible?: boolean;
  readonly rows: readonly ListRow[];
  readonly empty: Html;
  /** Leaves the unit out where the whole page is about one. */
  readonly hideUnit?: boolean;
  /** Shows the unit as the row's name where the whole page is about one task. */
  readonly byUnit?: boolean;
  /** Each row can be ticked: the name under which a form around the table sends its id. */
  readonly pick?: string;
  /** What a ticked row sends instead of its id. */
  readonly pickValue?: (row: ListRow) => string;
  /** Rows that stand ticked. */
  readonly isPicked?: (row: ListRow) => boolean;
  /** A column of the page's own, before the due. */
  readonly more?: { readonly label: string; readonly cell: (row: ListRow) => HtmlValue };
}

/** Days left, or only the date for what waits for nobody. */
export function dueCell(
  context: RequestContext,
  reading: Reading,
  row: Pick<ListRow, 'dueOn' | 'state' | 'isRequest' | 'dueWords'>,
): Html {
  const settled =
    ['accepted', 'accepted_late', 'claimed', 'not_applicable'].includes(row.state) || row.isRequest;
  return dueText({
    on: row.dueOn,
    today: reading.day.today,
    workingDaysLeft:
      row.dueOn === null ? 0 : workingDaysBetween(reading.calendar, reading.day.today, row.dueOn),
    lang: context.lang,
    settled,
    text: row.dueOn === null ? row.dueWords : undefined,
  });
}

/** One line = one thing: state, what it is, when. */
export function workTable(context: RequestContext, reading: Reading, props: WorkTableProps): Html {
  const { t, lang } = context;
  const columns: Column[] = [
    ...(props.pick === undefined
      ? []
      : [
          {
            key: 'pick',
            label: t(m.pick),
            hideLabel: true,
            width: 'fit' as const,
            phone: 'bare' as const,
          },
        ]),
    { key: 'state', label: t(m.col_state), width: 'fit', phone: 'bare' },
    { key: 'work', label: props.byUnit ? t(m.col_unit) : t(m.col_work), primary: true },
    ...(props.hideUnit || props.byUnit ? [] : [{ key: 'unit', label: t(m.col_unit) }]),
    ...(props.more ? [{ key: 'more', label: props.more.label }] : []),
    { key: 'due', label: t(m.col_due), width: 'fit' as const },
  ];
  const rows = props.rows.map((row) => {
    const period = occurrenceName(row.occurrence, lang);
    const place = [row.clausePath, row.code, period, row.isRequest ? t(m.requested) : '']
      .filter(Boolean)
      .join(' · ');
    const name = props.byUnit ? titleLines(row.unitName, period) : titleLines(row.words, place);
    return {
      href: onSameDay(reading, `/phan-viec/${row.id}`),
      cells: [
        ...(props.pick === undefined
          ? []
          : [
              html`<input type="checkbox" name="${props.pick}" value="${props.pickValue?.(row) ?? row.id}" ${attr('checked', props.isPicked?.(row))} aria-label="${t(m.pick_this, { words: row.words, unit: row.unitName })}">`,
            ]),
        stateBadge(row.state, t),
        name,
        ...(props.hideUnit || props.byUnit ? [] : [row.unitName]),
        ...(props.more ? [props.more.cell(row)] : []),
        html`${dueCell(context, reading, row)}`,
      ],
    };
  });
  return dataTable(
    {
      caption: props.caption,
      ...(props.captionVisible === undefined ? {} : { captionVisible: props.captionVisible }),
      columns,
      rows,
      empty: props.empty,
    },
    t,
  );
}
