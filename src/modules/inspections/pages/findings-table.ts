import { formatDate } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { dataTable, titleLines } from '../../../ui/index.ts';
import { m } from '../messages.ts';
import type { Finding } from '../queries/findings.ts';
import { findingBadge, findingLook, placeWords } from './parts.ts';
import { findingHref, type Reading, sameDay } from './reading.ts';

/** Findings as rows that lead to their pages; `query` is kept in those addresses. */
export function findingsTable(
  context: RequestContext,
  reading: Reading,
  props: {
    readonly caption: string;
    readonly rows: readonly Finding[];
    readonly empty: Html;
    readonly query?: string;
    readonly captionVisible?: boolean;
  },
): Html {
  const { t, lang } = context;
  const { caption, captionVisible } = props;
  return dataTable(
    {
      caption,
      captionVisible,
      columns: [
        { key: 'finding', label: t(m.col_finding), primary: true },
        { key: 'state', label: t(m.state), phone: 'bare', width: 'fit' },
        { key: 'due', label: t(m.col_due), width: 'fit' },
        { key: 'owner', label: t(m.col_owner) },
        { key: 'remedy', label: t(m.col_remedy), phone: 'hide' },
      ],
      rows: props.rows.map((row) => ({
        href: sameDay(reading, `${findingHref(row.id)}${props.query ?? ''}`),
        state: findingLook(row.state),
        cells: [
          titleLines(row.words, `${placeWords(row, lang)} · ${row.inspectionTitle}`),
          findingBadge(row.state, t),
          html`<time datetime="${row.dueOn}">${formatDate(row.dueOn)}</time>`,
          row.ownerName,
          row.remedy,
        ],
      })),
      empty: props.empty,
    },
    t,
  );
}
