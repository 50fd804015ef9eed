import { formatDate } from '../../../../kernel/dates.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import { withQuery } from '../../../../kernel/http/address.ts';
import { answerPage, get, type RequestContext, signedIn } from '../../../../kernel/http/route.ts';
import { asOfForm, asOfNotice, listDownloads, shell, tabs } from '../../../../ui/index.ts';
import { bm } from '../../messages-board.ts';
import { m } from '../../messages-staff.ts';
import { sameDay } from '../looking.ts';
import { boardFile } from './export.ts';
import { boardFilters } from './filters.ts';
import { itemsView } from './items.ts';
import { matrixOf, matrixView } from './matrix.ts';
import { partsView } from './parts.ts';
import { placesView } from './places.ts';
import { BOARD, type BoardReading, boardQuery, boardReading, type View } from './reading.ts';

export const board = get({
  path: BOARD,
  access: signedIn,
  rate: 'page',
  query: boardQuery,
  async handle(context, { query }) {
    const { t, url } = context;
    const reading = await boardReading(context, query);
    if (query['dinh-dang']) return boardFile(context, reading, query['dinh-dang']);
    const { asOf, day } = reading;
    const main = html`${asOfNotice({ asOf, url }, t)}${views(context, query.xem)}${await boardFilters(context, reading)}${await view(context, reading)}${asOfForm({ asOf, url }, t)}`;
    return answerPage(
      shell(context, {
        title: t(bm.title),
        active: 'disclosure',
        kicker: formatDate(day),
        breadcrumb: [{ href: sameDay(reading, '/cong-khai'), text: t(m.title) }, { text: t(bm.title) }],
        ...(query.xem === 'linh-vuc' ? { lead: t(bm.lead) } : {}),
        wide: true,
        actions: exportButtons(context),
        scripts: ['filter-auto'],
        main,
      }),
    );
  },
});

async function view(context: RequestContext, reading: BoardReading): Promise<Html> {
  switch (reading.query.xem) {
    case 'noi':
      return placesView(context, reading);
    case 'papi':
      return partsView(context, reading);
    case 'muc':
      return itemsView(context, reading);
    default:
      return matrixView(context, reading, await matrixOf(context, reading));
  }
}

function views({ t, url }: RequestContext, current: View): Html {
  const all = [
    { view: 'linh-vuc', text: t(bm.view_matrix) },
    { view: 'noi', text: t(bm.view_places) },
    { view: 'papi', text: t(bm.view_parts) },
    { view: 'muc', text: t(bm.view_items) },
  ];
  const items = all.map(({ view: xem, text }) => ({
    href: withQuery(url, { xem, trang: null }),
    text,
    current: xem === current,
  }));
  return tabs({ label: t(bm.views), items }, t);
}

function exportButtons({ t, url }: RequestContext): Html {
  return listDownloads((format) => withQuery(url, { 'dinh-dang': format }), t);
}
