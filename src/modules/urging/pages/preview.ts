import { formatDate } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { card, dataTable, details, stateBadge, tag, titleLines } from '../../../ui/index.ts';
import { occurrenceName } from '../../assignments/index.ts';
import { isOutsideBody } from '../../units/index.ts';
import type { ChosenNow } from '../choosing.ts';
import type { Candidate } from '../domain/candidate.ts';
import { countLeftOut, LEFT_OUT } from '../domain/choose.ts';
import type { UnitList } from '../domain/per-unit.ts';
import { urgingLimits } from '../limits.ts';
import { leftOutWords, m } from '../messages.ts';

/** Where a piece of work stands in its plan. */
export function placeOf(
  { lang }: RequestContext,
  work: Pick<Candidate, 'clausePath' | 'code' | 'occurrence'>,
): string {
  return [work.clausePath, work.code, occurrenceName(work.occurrence, lang)].filter(Boolean).join(' · ');
}

function earliest(list: UnitList): string {
  const days = list.items.flatMap(({ promisedOn }) => (promisedOn === null ? [] : [promisedOn])).sort();
  return days[0] === undefined ? '' : formatDate(days[0]);
}

/** Which unit gets how much; each opens its list. */
export function previewTable(
  context: RequestContext,
  { units }: ChosenNow,
  lists: readonly UnitList[],
  address: string,
): Html {
  const { t } = context;
  const answers = lists.some((list) => list.toAnswer > 0);
  return dataTable(
    {
      caption: t(m.who_gets_what),
      captionVisible: true,
      note: t(m.who_note),
      columns: [
        { key: 'unit', label: t(m.col_unit), primary: true },
        { key: 'do', label: t(m.col_to_do), align: 'end', width: 'fit' },
        ...(answers
          ? [{ key: 'answer', label: t(m.col_to_answer), align: 'end' as const, width: 'fit' as const }]
          : []),
        { key: 'oldest', label: t(m.col_oldest), width: 'fit' },
      ],
      rows: lists.map((list) => {
        const name = units.names.get(list.unitId) ?? '';
        const asked = isOutsideBody(units.byId.get(list.unitId)?.kind ?? '');
        return {
          href: `${address}?don-vi=${list.unitId}#danh-sach`,
          cells: [
            asked ? html`${name} ${tag(t(m.is_request))}` : name,
            t(m.number, { n: list.toDo }),
            ...(answers ? [t(m.number, { n: list.toAnswer })] : []),
            earliest(list),
          ],
        };
      }),
      empty: html``,
    },
    t,
  );
}

/** What one unit will get. */
export function previewList(context: RequestContext, { units, recent }: ChosenNow, list: UnitList): Html {
  const { t } = context;
  const name = units.names.get(list.unitId) ?? '';
  const shown = list.items.slice(0, urgingLimits.item_rows);
  const table = dataTable(
    {
      caption: t(m.your_list, { unit: name }),
      captionVisible: true,
      columns: [
        { key: 'state', label: t(m.col_then), width: 'fit', phone: 'bare' },
        { key: 'work', label: t(m.col_work), primary: true },
        { key: 'asks', label: t(m.col_asks), width: 'fit' },
        { key: 'due', label: t(m.col_due), width: 'fit' },
      ],
      rows: shown.map(({ candidate, asks, promisedOn }) => ({
        href: `/phan-viec/${candidate.id}`,
        cells: [
          stateBadge(candidate.state, t),
          titleLines(
            html`${candidate.words}${recent.has(candidate.id) && html` ${tag(t(leftOutWords.recently))}`}`,
            [placeOf(context, candidate), asks === 'answer' ? units.names.get(candidate.unitId) : '']
              .filter(Boolean)
              .join(' · '),
          ),
          t(asks === 'do' ? m.asks_do : m.asks_answer),
          promisedOn === null ? '' : formatDate(promisedOn),
        ],
      })),
      empty: html``,
    },
    t,
  );
  const more = list.items.length - shown.length;
  return html`<div id="danh-sach">${table}${more > 0 && html`<p>${t(m.left_out_more, { n: more })}</p>`}</div>`;
}

/** What was chosen and will not be urged, with the reasons. What is not the person's to see is only counted. */
export function leftOutDetails(context: RequestContext, { leftOut, units }: ChosenNow): Html {
  const { t } = context;
  if (leftOut.length === 0) return html``;
  const counts = countLeftOut(leftOut);
  const reasons = LEFT_OUT.flatMap((why) => {
    const n = counts[why];
    return n === undefined ? [] : [html`<li>${t(leftOutWords[why])}: ${t(m.number, { n })}</li>`];
  });
  const seen = leftOut.filter(({ why }) => why !== 'not_yours');
  const shown = seen.slice(0, urgingLimits.shown_left_out);
  const table = dataTable(
    {
      caption: t(m.left_out, { n: leftOut.length }),
      columns: [
        { key: 'work', label: t(m.col_work), primary: true },
        { key: 'unit', label: t(m.col_unit) },
        { key: 'why', label: t(m.left_out_why) },
      ],
      rows: shown.map(({ candidate, why }) => ({
        href: `/phan-viec/${candidate.id}`,
        cells: [
          titleLines(candidate.words, placeOf(context, candidate)),
          units.names.get(candidate.unitId) ?? '',
          t(leftOutWords[why]),
        ],
      })),
      empty: html``,
    },
    t,
  );
  const more = seen.length - shown.length;
  return card({
    body: html`${details(
      t(m.left_out, { n: leftOut.length }),
      html`<ul>${reasons}</ul>${shown.length > 0 && table}${more > 0 && html`<p>${t(m.left_out_more, { n: more })}</p>`}`,
    )}`,
  });
}
