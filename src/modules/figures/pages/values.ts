import { z } from 'zod';
import { endOfDay, yearOf } from '../../../kernel/dates.ts';
import { html } from '../../../kernel/html.ts';
import { asOfDay, asOfSchema } from '../../../kernel/http/as-of.ts';
import { answerPage, get, type RequestContext, signedIn } from '../../../kernel/http/route.ts';
import { asOfNotice, button, buttonRow, card, selectField, shell } from '../../../ui/index.ts';
import { CONTENTS } from '../../papi/index.ts';
import { type Period, periodsOf } from '../../periods/index.ts';
import { EXCHANGE_FORMATS, exchangeFile } from '../exchange-file.ts';
import { m } from '../messages.ts';
import { e } from '../messages-exchange.ts';
import { outgoingValues } from '../queries/outgoing.ts';
import { contentWord } from './words.ts';

const YEARS_BACK = 2;

/** Periods that have begun, the latest first. */
async function begunPeriods({ db, today }: RequestContext): Promise<Period[]> {
  const found: Period[] = [];
  for (let year = yearOf(today) - YEARS_BACK; year <= yearOf(today) + 1; year++)
    found.push(...(await periodsOf(db, year)));
  return found.filter(({ fromOn }) => fromOn <= today).reverse();
}

/** Values as a file: chosen by period and content, of the units a person sees. */
export const values = get({
  path: '/chi-tieu/so-lieu',
  access: signedIn,
  rate: 'page',
  query: z.object({
    ky: z.string().max(40).optional(),
    noi_dung: z.coerce.number().int().min(0).max(8).optional().catch(undefined),
    'dinh-dang': z.enum(EXCHANGE_FORMATS).optional().catch(undefined),
    as_of: asOfSchema,
  }),
  async handle(context, { query }) {
    const { t, lang, db, actor, url, today } = context;
    const asOf = asOfDay(query.as_of, today);
    const format = query['dinh-dang'];
    if (format && query.ky !== undefined) {
      const wanted = await outgoingValues(db, actor, {
        periodCodes: [query.ky],
        asOf: asOf && endOfDay(asOf),
        isWanted: ({ dimension }) => query.noi_dung === undefined || dimension === query.noi_dung,
      });
      const fileName = `so-lieu-${query.ky.replace(/[^0-9A-Za-z-]+/g, '-')}.${format}`;
      return { kind: 'file', ...exchangeFile(wanted, format, t), fileName };
    }
    const periods = await begunPeriods(context);
    const fields = html`${selectField(
      {
        name: 'ky',
        label: t(e.period),
        value: query.ky ?? periods[0]?.code ?? '',
        options: periods.map(({ code, name }) => ({ value: code, text: name[lang] })),
        width: 'medium',
      },
      t,
    )}${selectField(
      {
        name: 'noi_dung',
        label: t(m.content),
        value: query.noi_dung === undefined ? '' : String(query.noi_dung),
        options: [
          { value: '', text: t(m.any) },
          ...CONTENTS.map(({ number }) => ({ value: String(number), text: contentWord(number, context) })),
        ],
        width: 'medium',
      },
      t,
    )}`;
    const buttons = EXCHANGE_FORMATS.map((one) =>
      button({ text: t(e[one]), name: 'dinh-dang', value: one, icon: 'download' }),
    );
    const form = html`<form class="form" method="get" action="/chi-tieu/so-lieu">${asOf && html`<input type="hidden" name="as_of" value="${asOf}">`}${fields}${buttonRow(...buttons)}</form>`;
    return answerPage(
      shell(context, {
        title: t(e.title),
        lead: t(e.lead),
        active: 'figures',
        breadcrumb: [{ href: '/chi-tieu', text: t(m.title) }, { text: t(e.title) }],
        main: html`${asOfNotice({ asOf, url }, t)}${card({ body: periods.length > 0 ? form : html`<p>${t(e.no_period)}</p>` })}`,
      }),
    );
  },
});
