import { z } from 'zod';
import { formatDate, yearOf } from '../../../kernel/dates.ts';
import { html } from '../../../kernel/html.ts';
import { withQuery } from '../../../kernel/http/address.ts';
import { asOfSchema } from '../../../kernel/http/as-of.ts';
import { listFile } from '../../../kernel/http/list-file.ts';
import { answerPage, get, signedIn } from '../../../kernel/http/route.ts';
import {
  asOfForm,
  asOfNotice,
  chips,
  dataTable,
  emptyState,
  helpLine,
  listDownloads,
  shell,
} from '../../../ui/index.ts';
import { m } from '../messages.ts';
import { inspectedUnits } from '../queries/uninspected.ts';
import { views } from './parts.ts';
import { readingOf, sameDay } from './reading.ts';

const PATH = '/kiem-tra/chua-kiem-tra';

const LEVELS = { xa: 'communes', thon: 'villages' } as const;

/** Communes and villages that nobody inspected yet in the year (R128). */
export const uninspected = get({
  path: PATH,
  access: signedIn,
  rate: 'page',
  query: z.object({
    cap: z.enum(['xa', 'thon']).default('xa').catch('xa'),
    'dinh-dang': z.enum(['xlsx', 'csv']).optional().catch(undefined),
    as_of: asOfSchema,
  }),
  async handle(context, { query }) {
    const { t, db, url } = context;
    const reading = await readingOf(context, query.as_of);
    const { scope, units, moment } = reading;
    const all = await inspectedUnits(db, scope, LEVELS[query.cap], units, moment);
    const rows = all.filter(({ isInspected }) => !isInspected);
    const parentOf = (parentId: string | null): string => units.names.get(parentId ?? '') ?? '';
    if (query['dinh-dang'])
      return listFile(query['dinh-dang'], `chua-kiem-tra-${moment.day}`, {
        name: t(m.view_uninspected),
        title: t(m.view_uninspected),
        columns: [
          { header: t(m.unit), width: 40, kind: 'text' },
          { header: t(m.col_parent), width: 30, kind: 'text' },
          { header: t(m.col_last), width: 18, kind: 'date' },
          { header: t(m.col_next), width: 18, kind: 'date' },
        ],
        rows: rows.map(({ unit, lastOn, nextOn }) => [unit.name, parentOf(unit.parentId), lastOn, nextOn]),
        notes: [t(m.as_it_stood, { date: formatDate(moment.day) })],
      });
    const past = { asOf: reading.asOf, url };
    const table = dataTable(
      {
        caption: t(m.view_uninspected),
        columns: [
          { key: 'unit', label: t(m.unit), primary: true },
          { key: 'parent', label: t(m.col_parent) },
          { key: 'last', label: t(m.col_last), width: 'fit' },
          { key: 'next', label: t(m.col_next), width: 'fit' },
        ],
        rows: rows.map(({ unit, lastOn, nextOn }) => ({
          href: sameDay(reading, `/don-vi/${unit.id}`),
          cells: [
            unit.name,
            parentOf(unit.parentId),
            lastOn === null ? t(m.never) : formatDate(lastOn),
            nextOn === null ? '–' : formatDate(nextOn),
          ],
        })),
        empty: emptyState({ title: t(m.all_inspected), text: t(m.all_inspected_what) }),
      },
      t,
    );
    const level = chips(
      {
        label: t(m.tier),
        items: (
          [
            ['xa', m.tier_communes],
            ['thon', m.tier_villages],
          ] as const
        ).map(([key, words]) => ({
          href: withQuery(url, { cap: key }),
          text: t(words),
          current: key === query.cap,
        })),
      },
      t,
    );
    return answerPage(
      shell(context, {
        title: t(m.view_uninspected),
        active: 'inspections',
        lead: t(m.uninspected_lead, { year: `${yearOf(moment.day)}`, date: formatDate(moment.day) }),
        breadcrumb: [
          { href: sameDay(reading, '/kiem-tra'), text: t(m.title) },
          { text: t(m.view_uninspected) },
        ],
        actions: html`${listDownloads((format) => withQuery(url, { 'dinh-dang': format }), t)}`,
        main: html`${asOfNotice(past, t)}${views(context, reading, PATH)}${level}<p>${t(m.inspected_count, { done: all.length - rows.length, all: all.length })}</p>${table}${helpLine({ code: 'II.4.c', text: t(m.uninspected_help) }, t)}${asOfForm(past, t)}`,
      }),
    );
  },
});
