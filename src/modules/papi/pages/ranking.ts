import { z } from 'zod';
import type { ExportColumn } from '../../../kernel/documents/index.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { withQuery } from '../../../kernel/http/address.ts';
import { onDay } from '../../../kernel/http/as-of.ts';
import { listFile } from '../../../kernel/http/list-file.ts';
import { type Answer, answerPage, get, type RequestContext, signedIn } from '../../../kernel/http/route.ts';
import {
  asOfForm,
  asOfNotice,
  dataTable,
  emptyState,
  filterBar,
  fixedNumber,
  intervalChart,
  linkButton,
  listDownloads,
  notice,
  selectField,
  shell,
  tag,
} from '../../../ui/index.ts';
import { BAND_NAMES, bandLimits, bandOf } from '../domain/bands.ts';
import { CITATION } from '../domain/edition.ts';
import { nameOf, rangeOf, TOTAL } from '../domain/editions.ts';
import { type RankedValue, rankInterval, ranksOf } from '../domain/ranks.ts';
import { valuesOf, type YearResults } from '../domain/results.ts';
import { m, ranking as r } from '../messages.ts';
import { levelWords } from '../messages-import.ts';
import { mayKeepIndex } from '../policy.ts';
import { homeProvince, provinceOf } from '../queries/home-province.ts';
import { resultsOf, yearsOn } from '../queries/results.ts';
import type { Kind } from '../store.ts';
import {
  citation,
  INDEX_PATH,
  type IndexReading,
  indexReading,
  placePath,
  RANKING_PATH,
  readingQuery,
  SIMULATION_PATH,
  unofficialNotice,
} from './reading.ts';

const query = z.object({
  ...readingQuery,
  theo: z
    .string()
    .regex(/^(TOTAL|D[1-8]|[1-8]\.\d{1,2}(\.(\d{1,2}|x))?)$/)
    .catch(TOTAL)
    .default(TOTAL),
  cap: z.enum(['province', 'district', 'commune']).catch('province').default('province'),
  nguon: z.enum(['papi', 'rieng']).catch('papi').default('papi'),
});

type Asked = z.infer<typeof query>;

interface Line {
  readonly code: string;
  readonly name: string;
  readonly value: RankedValue;
  readonly rank: number;
  readonly band: string;
  readonly interval: { best: number; worst: number } | null;
}

/** Places of a year by the total, a content, a part or an indicator. */
export const rankingPage = get({
  path: RANKING_PATH,
  access: signedIn,
  rate: 'page',
  query,
  async handle(context, { query: asked }) {
    const { t, db } = context;
    const reading = indexReading(context, asked.as_of);
    const kind: Kind = { level: asked.cap, isOfficial: asked.nguon === 'papi' };
    const years = await yearsOn(db, reading.day, kind);
    const year = asked.nam !== undefined && years.includes(asked.nam) ? asked.nam : years.at(-1);
    if (year === undefined) return frame(context, reading, asked, years, null, none(context));
    const results = await resultsOf(db, { year, day: reading.day, kind });
    const code =
      rangeOf(results.edition, asked.theo) || results.edition.indicators.has(asked.theo) ? asked.theo : TOTAL;
    const lines = linesOf(context, results, code);
    const format = asked['dinh-dang'];
    if (format) return file(context, results, code, lines, format);
    const home = kind.level === 'province' ? await homeProvince(db, reading.day) : null;
    const body =
      lines.length === 0 ? none(context) : table(context, reading, lines, home?.code ?? null, kind);
    const title = t(kind.isOfficial ? r.title : r.title_own, { year: String(year) });
    return frame(
      context,
      reading,
      { ...asked, theo: code },
      years,
      { title, results, n: lines.length },
      body,
    );
  },
});

function none({ t }: RequestContext): Html {
  return emptyState({ title: t(m.no_results), text: t(m.no_results_text) });
}

function linesOf(context: RequestContext, results: YearResults, code: string): Line[] {
  const values = valuesOf(results, code);
  const ranks = ranksOf(values);
  const limits = bandLimits(values.map((one) => one.value));
  return values
    .map((value): Line => {
      const place = results.places.get(value.code);
      return {
        code: value.code,
        name: provinceNameOf(context, value.code) ?? place?.name ?? value.code,
        value,
        rank: ranks.get(value.code)?.rank ?? 0,
        band: limits ? BAND_NAMES[bandOf(value.value, limits)][context.lang] : '',
        interval: rankInterval(values, value.code),
      };
    })
    .sort((a, b) => a.rank - b.rank || a.code.localeCompare(b.code));
}

function provinceNameOf({ lang }: RequestContext, code: string): string | null {
  return provinceOf(code)?.[lang] ?? null;
}

function table(
  context: RequestContext,
  { asOf }: IndexReading,
  lines: readonly Line[],
  home: string | null,
  kind: Kind,
): Html {
  const { t } = context;
  const href = (line: Line): string | undefined =>
    kind.level === 'province' && kind.isOfficial && provinceOf(line.code)
      ? onDay(asOf, placePath(line.code))
      : undefined;
  const nameHere = ({ code, name }: Line): string | Html =>
    code === home ? html`${name} ${tag(t(r.home))}` : name;
  if (lines.every((line) => line.interval !== null)) {
    return intervalChart(
      {
        title: t(r.table),
        rowLabel: t(r.place),
        valueLabel: t(m.rank),
        rangeLabel: t(r.interval),
        moreLabels: [{ label: t(m.score), align: 'end' }, { label: t(m.band) }],
        from: 1,
        to: lines.length,
        rows: lines.map((line) => ({
          name: line.name,
          href: href(line),
          value: line.rank,
          low: line.interval?.best ?? null,
          high: line.interval?.worst ?? null,
          current: line.code === home,
          more: [fixedNumber(line.value.value, 3, t), line.band],
        })),
        empty: none(context),
      },
      t,
    );
  }
  return html`${dataTable(
    {
      caption: t(r.table),
      columns: [
        { key: 'rank', label: t(m.rank), align: 'end', width: 'fit' },
        { key: 'place', label: t(r.place), primary: true },
        { key: 'score', label: t(m.score), align: 'end', width: 'fit' },
        { key: 'band', label: t(m.band) },
      ],
      rows: lines.map((line) => ({
        href: href(line),
        cells: [String(line.rank), nameHere(line), fixedNumber(line.value.value, 3, t), line.band],
      })),
      empty: none(context),
    },
    t,
  )}${notice({ kind: 'info', text: t(r.no_error) }, t)}`;
}

function filters(
  { t }: RequestContext,
  { asOf }: IndexReading,
  asked: Asked,
  years: readonly number[],
  results: YearResults | null,
): Html {
  const year = results?.year ?? years.at(-1);
  const codes = results
    ? [TOTAL, ...results.edition.dimensions.flatMap((one) => [one.code, ...one.parts])]
    : [TOTAL];
  const nameOfCode = (code: string): string => {
    const name = results && nameOf(results.edition, code);
    const number = code === TOTAL ? '' : `${code.startsWith('D') ? code.slice(1) : code}. `;
    return `${number}${name ? t(name) : t(m.total)}`;
  };
  const fields = html`${asOf !== null && html`<input type="hidden" name="as_of" value="${asOf}">`}${selectField(
    {
      label: t(m.year),
      name: 'nam',
      options: [...years].reverse().map((one) => ({ value: String(one), text: String(one) })),
      value: year === undefined ? null : String(year),
    },
    t,
  )}${selectField(
    {
      label: t(r.of),
      name: 'theo',
      options: [...new Set([...codes, asked.theo])].map((code) => ({ value: code, text: nameOfCode(code) })),
      value: asked.theo,
    },
    t,
  )}${selectField(
    {
      label: t(r.level),
      name: 'cap',
      options: (['province', 'district', 'commune'] as const).map((one) => ({
        value: one,
        text: t(levelWords[one]),
      })),
      value: asked.cap,
    },
    t,
  )}${selectField(
    {
      label: t(r.source),
      name: 'nguon',
      options: [
        { value: 'papi', text: t(r.published) },
        { value: 'rieng', text: t(r.own_survey) },
      ],
      value: asked.nguon,
    },
    t,
  )}`;
  const isFiltered =
    asked.nam !== undefined || asked.theo !== TOTAL || asked.cap !== 'province' || asked.nguon !== 'papi';
  return filterBar(
    { action: RANKING_PATH, fields, folds: true, reset: isFiltered ? onDay(asOf, RANKING_PATH) : undefined },
    t,
  );
}

function frame(
  context: RequestContext,
  reading: IndexReading,
  asked: Asked,
  years: readonly number[],
  head: { title: string; results: YearResults; n: number } | null,
  body: Html,
): Answer {
  const { t, url, actor } = context;
  const kind: Kind = { level: asked.cap, isOfficial: asked.nguon === 'papi' };
  const actions = html`${mayKeepIndex(actor, null) && linkButton({ href: SIMULATION_PATH, text: t(m.simulate) })}${head && html`${listDownloads((format) => withQuery(url, { 'dinh-dang': format }), t)}`}`;
  return answerPage(
    shell(context, {
      title: head?.title ?? t(m.ranking),
      active: 'index',
      lead: head ? t(r.lead, { n: head.n }) : '',
      breadcrumb: [{ href: onDay(reading.asOf, INDEX_PATH), text: t(m.title) }, { text: t(m.ranking) }],
      actions,
      wide: true,
      scripts: ['filter-auto'],
      main: html`${asOfNotice({ asOf: reading.asOf, url }, t)}${unofficialNotice(context, kind)}${filters(context, reading, asked, years, head?.results ?? null)}${body}${asOfForm({ asOf: reading.asOf, url }, t)}${kind.isOfficial && citation(context)}`,
    }),
  );
}

function file(
  { t }: RequestContext,
  results: YearResults,
  code: string,
  lines: readonly Line[],
  format: 'xlsx' | 'csv',
): Answer {
  const columns: ExportColumn[] = [
    { header: t(m.rank), width: 8, kind: 'number' },
    { header: t(r.code), width: 10, kind: 'text' },
    { header: t(r.place), width: 30, kind: 'text' },
    { header: t(m.score), width: 12, kind: 'number' },
    { header: t(r.standard_error), width: 12, kind: 'number' },
    { header: t(m.band), width: 26, kind: 'text' },
  ];
  const rows = lines.map((line) => [
    line.rank,
    line.code,
    line.name,
    line.value.value,
    line.value.standardError,
    line.band,
  ]);
  const isOfficial = [...results.places.values()].every((place) => place.isOfficial);
  return listFile(format, `papi-${results.year}-${code}`, {
    name: `${results.year} ${code}`,
    title: t(isOfficial ? r.title : r.title_own, { year: String(results.year) }),
    columns,
    rows,
    notes: [isOfficial ? t(m.cite, { cite: CITATION }) : t(m.unofficial_text)],
  });
}
