import { z } from 'zod';
import { endOfDay, formatInstant } from '../../../../kernel/dates.ts';
import { html } from '../../../../kernel/html.ts';
import { withQuery } from '../../../../kernel/http/address.ts';
import { type ListFormat, listFile } from '../../../../kernel/http/list-file.ts';
import {
  type Answer,
  answerPage,
  get,
  type RequestContext,
  signedIn,
} from '../../../../kernel/http/route.ts';
import { listDownloads, shell, tabs } from '../../../../ui/index.ts';
import {
  asOfForm,
  asOfNotice,
  asOfSchema,
  onSameDay,
  type Reading,
  readingOf,
} from '../../../assignments/index.ts';
import { askStateNames, m } from '../../messages.ts';
import { ma } from '../../messages-ask.ts';
import { type Ask, asksOf } from '../../queries/asks.ts';
import { BOARD } from '../board/reading.ts';
import { ASKS, askTable } from './table.ts';
import { contentName } from './words.ts';

const VIEWS = { mo: ma.view_open, 'tat-ca': ma.view_all } as const;

export const askList = get({
  path: ASKS,
  access: signedIn,
  rate: 'page',
  query: z.object({
    xem: z.enum(['mo', 'tat-ca']).catch('mo').default('mo'),
    'dinh-dang': z.enum(['xlsx', 'csv']).optional().catch(undefined),
    as_of: asOfSchema,
  }),
  async handle(context, { query }) {
    const { t, db, actor, url } = context;
    const reading = await readingOf(context, query.as_of);
    const { day, units } = reading;
    const asks = await asksOf(db, actor, {
      units,
      day: day.today,
      before: day.asOf === null ? null : endOfDay(day.asOf),
      onlyOpen: query.xem === 'mo',
    });
    if (query['dinh-dang']) return askFile(context, reading, asks, query['dinh-dang']);
    const views = tabs(
      {
        label: t(ma.views),
        items: (['mo', 'tat-ca'] as const).map((view) => ({
          href: onSameDay(reading, `${ASKS}?xem=${view}`),
          text: t(VIEWS[view]),
          current: view === query.xem,
        })),
      },
      t,
    );
    return answerPage(
      shell(context, {
        title: t(ma.list_title),
        active: 'board',
        lead: t(ma.list_lead),
        breadcrumb: [{ href: onSameDay(reading, BOARD), text: t(m.title) }, { text: t(ma.list_title) }],
        wide: true,
        actions: listDownloads((format) => withQuery(url, { 'dinh-dang': format }), t),
        main: html`${asOfNotice(context, reading)}${views}${askTable(context, reading, asks, t(ma.list_title))}${asOfForm(context, reading)}`,
      }),
    );
  },
});

function askFile(
  context: RequestContext,
  { units, day }: Reading,
  asks: readonly Ask[],
  format: ListFormat,
): Answer {
  const { t } = context;
  const answers = (ask: Ask) => ask.said.filter(({ kind }) => kind === 'answer');
  return listFile(format, `giai-trinh-${day.today}`, {
    name: t(ma.list_title),
    title: t(ma.list_title),
    columns: [
      { header: t(m.col_unit), width: 30, kind: 'text' },
      { header: t(m.col_content), width: 36, kind: 'text' },
      { header: t(ma.col_state), width: 24, kind: 'text' },
      { header: t(ma.col_asked), width: 24, kind: 'text' },
      { header: t(ma.col_asked_at), width: 18, kind: 'text' },
      { header: t(ma.one_due), width: 12, kind: 'date' },
      { header: t(ma.col_words), width: 60, kind: 'text' },
      { header: t(ma.col_last), width: 60, kind: 'text' },
    ],
    rows: asks.map((ask) => [
      units.names.get(ask.unitId) ?? '',
      contentName(context, ask.dimension),
      t(askStateNames[ask.state]),
      ask.personName,
      formatInstant(ask.madeAt),
      ask.dueOn,
      ask.words,
      answers(ask).at(-1)?.words ?? '',
    ]),
  });
}
