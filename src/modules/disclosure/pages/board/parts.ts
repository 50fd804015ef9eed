import type { Html } from '../../../../kernel/html.ts';
import { withQuery } from '../../../../kernel/http/address.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { formatNumber } from '../../../../kernel/i18n.ts';
import { dataTable, emptyState, titleLines } from '../../../../ui/index.ts';
import { CONTENTS, subDimension } from '../../../papi/index.ts';
import { bm } from '../../messages-board.ts';
import { byPart, type PartCompliance } from '../../queries/compliance-board.ts';
import type { BoardReading } from './reading.ts';

/** A content of the index in words: "2. Công khai, minh bạch". */
export function contentWords({ lang }: RequestContext, dimension: number): string {
  return `${dimension}. ${CONTENTS[dimension]?.[lang] ?? ''}`;
}

/** A part of the index in words; for obligations of no part, that they are of none. */
export function partWords({ t, lang }: RequestContext, part: PartCompliance): string {
  const found = part.subDimension === null ? undefined : subDimension(part.subDimension);
  return found ? `${found.code}. ${found[lang]}` : t(bm.no_part);
}

/** What share is proven for each content and part of the index. */
export function partsView(context: RequestContext, reading: BoardReading): Html {
  const { t, lang, url } = context;
  const n = (value: number): string => formatNumber(lang, value);
  return dataTable(
    {
      caption: t(bm.parts_title),
      captionVisible: true,
      note: t(bm.parts_note),
      columns: [
        { key: 'part', label: t(bm.part), primary: true },
        { key: 'asked', label: t(bm.col_asked), align: 'end' },
        { key: 'proven', label: t(bm.col_proven), align: 'end' },
        { key: 'posted', label: t(bm.col_posted), align: 'end' },
        { key: 'ahead', label: t(bm.col_ahead), align: 'end' },
        { key: 'late', label: t(bm.col_late), align: 'end' },
        { key: 'none', label: t(bm.col_none), align: 'end' },
        { key: 'share', label: t(bm.col_share), align: 'end' },
      ],
      rows: byPart(reading.items).map((part) => {
        const { tally, provenShare: share } = part;
        return {
          href: withQuery(url, {
            xem: 'muc',
            'noi-dung': String(part.dimension),
            'thanh-phan': part.subDimension,
            trang: null,
          }),
          cells: [
            titleLines(partWords(context, part), contentWords(context, part.dimension)),
            n(tally.asked),
            n(tally.proven),
            n(tally.posted),
            n(tally.ahead),
            n(tally.late),
            n(tally.none),
            share === null ? t(bm.dash) : t(bm.percent, { n: Math.round(share) }),
          ],
        };
      }),
      empty: emptyState({ title: t(bm.empty), text: t(bm.empty_what) }),
    },
    t,
  );
}
