import { z } from 'zod';
import { formatDate } from '../../../kernel/dates.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { withQuery } from '../../../kernel/http/address.ts';
import { onDay } from '../../../kernel/http/as-of.ts';
import { type Answer, answerPage, get, type RequestContext, signedIn } from '../../../kernel/http/route.ts';
import {
  asOfForm,
  asOfNotice,
  chips,
  emptyState,
  linkButton,
  listDownloads,
  notice,
  shell,
} from '../../../ui/index.ts';
import { indexDoors } from '../doors.ts';
import { papiErrors } from '../errors.ts';
import { m } from '../messages.ts';
import { mayKeepIndex } from '../policy.ts';
import { homeProvince, provinceOf } from '../queries/home-province.ts';
import { type PlaceView, placeView } from '../queries/province-view.ts';
import { knownFrom } from '../queries/results.ts';
import type { Province } from '../shipped.ts';
import { targetsInForce } from '../store-targets.ts';
import { contentCharts, rankChart, totalChart } from './province-charts.ts';
import { placeFile } from './province-file.ts';
import { contentsTable, figures, partsBars } from './province-parts.ts';
import {
  citation,
  IMPORT_PATH,
  INDEX_PATH,
  type IndexReading,
  indexReading,
  placePath,
  provinceName,
  RANKING_PATH,
  readingQuery,
} from './reading.ts';
import { targetCard } from './target.ts';

const query = z.object(readingQuery);

/** The province the jurisdiction lies in. */
export const homePage = get({
  path: INDEX_PATH,
  access: signedIn,
  rate: 'page',
  query,
  async handle(context, { query: asked }) {
    const reading = indexReading(context, asked.as_of);
    const home = await homeProvince(context.db, reading.day);
    if (!home) return withoutHome(context, reading);
    return provinceAnswer(context, reading, home, asked);
  },
});

/** Any other province. */
export const provincePage = get({
  path: '/chi-so/tinh/:code',
  access: signedIn,
  rate: 'page',
  query,
  async handle(context, { params, query: asked }) {
    const province = provinceOf(params.code);
    if (!province) throw new AppError(papiErrors.place_unknown, { code: params.code });
    return provinceAnswer(context, indexReading(context, asked.as_of), province, asked);
  },
});

function withoutHome(context: RequestContext, reading: IndexReading): Answer {
  const { t } = context;
  const action = linkButton({ href: onDay(reading.asOf, RANKING_PATH), text: t(m.ranking), kind: 'primary' });
  return answerPage(
    shell(context, {
      title: t(m.title),
      active: 'index',
      actions: buttons(context, reading, null),
      main: html`${asOfNotice({ asOf: reading.asOf, url: context.url }, t)}${emptyState({ title: t(m.no_home), text: t(m.no_home_text), action })}`,
    }),
  );
}

function buttons(context: RequestContext, { asOf }: IndexReading, view: PlaceView | null): Html {
  const { t, url } = context;
  const others =
    view && url.pathname === INDEX_PATH
      ? indexDoors().map((door) =>
          linkButton({
            href: onDay(asOf, door.href(view.results.year)),
            text: t(door.text),
            kind: 'primary',
          }),
        )
      : [];
  return html`${others}${linkButton({ href: onDay(asOf, RANKING_PATH), text: t(m.ranking) })}${mayKeepIndex(context.actor, null) && linkButton({ href: IMPORT_PATH, text: t(m.import_results) })}${view && listDownloads((format) => withQuery(url, { 'dinh-dang': format }), t)}`;
}

async function provinceAnswer(
  context: RequestContext,
  reading: IndexReading,
  province: Province,
  asked: z.infer<typeof query>,
): Promise<Answer> {
  const { t, db, url } = context;
  const view = await placeView(db, { place: province.code, day: reading.day, year: asked.nam });
  const name = provinceName(context, province);
  const isHome = url.pathname === INDEX_PATH;
  const years = view ?? (await placeView(db, { place: province.code, day: reading.day }));
  if (view && asked['dinh-dang']) return placeFile(context, view, asked['dinh-dang']);
  const base = isHome ? INDEX_PATH : placePath(province.code);
  const head = html`${asOfNotice({ asOf: reading.asOf, url }, t)}${years && yearChips(context, years, view?.results.year ?? asked.nam, base, reading)}`;
  const main = view
    ? await body(context, reading, view, isHome)
    : years && asked.nam !== undefined
      ? notice({ kind: 'info', text: t(m.withheld, { year: String(asked.nam), place: name }) }, t)
      : emptyState({ title: t(m.no_results), text: t(m.no_results_text) });
  return answerPage(
    shell(context, {
      title: t(m.title_of, { place: name }),
      active: 'index',
      lead: view ? await leadOf(context, reading, view.results.year) : '',
      breadcrumb: isHome
        ? []
        : [{ href: onDay(reading.asOf, RANKING_PATH), text: t(m.ranking) }, { text: name }],
      actions: buttons(context, reading, view),
      wide: true,
      main: html`${head}${main}${asOfForm({ asOf: reading.asOf, url }, t)}${citation(context)}`,
    }),
  );
}

async function leadOf({ t, db }: RequestContext, { day }: IndexReading, year: number): Promise<string> {
  const known = await knownFrom(db, { year, day });
  if (!known) return '';
  const date = formatDate(known.on);
  return t(known.isSourced ? m.lead : m.lead_assumed, { year: String(year), date });
}

/** The page of a part in the room that offers one. */
function partHref({ asOf }: IndexReading, { results }: PlaceView, code: string): string | undefined {
  const [door] = indexDoors();
  return door && onDay(asOf, door.href(results.year, code));
}

function yearChips(
  { t }: RequestContext,
  { all, place }: PlaceView,
  shown: number | undefined,
  base: string,
  { asOf }: IndexReading,
): Html {
  const items = [...all]
    .reverse()
    .filter((one) => one.places.has(place.code))
    .map(({ year }) => ({
      href: onDay(asOf, `${base}?nam=${year}`),
      text: String(year),
      current: year === shown,
    }));
  return chips({ items, label: t(m.years) }, t);
}

async function body(
  context: RequestContext,
  reading: IndexReading,
  view: PlaceView,
  isHome: boolean,
): Promise<Html> {
  const targets = isHome ? await targetsInForce(context.db, reading.before) : [];
  const target = isHome && targetCard(context, reading, view, targets);
  return html`${figures(context, view)}${target}${contentsTable(context, reading, view)}<div class="charts">${totalChart(context, view, targets)}${rankChart(context, view)}</div>${partsBars(context, view, isHome ? (code) => partHref(reading, view, code) : () => undefined)}${contentCharts(context, view)}`;
}
