import { z } from 'zod';
import { AppError } from '../../../kernel/errors.ts';
import { asOfSchema } from '../../../kernel/http/as-of.ts';
import { answerJson, get, signedIn } from '../../../kernel/http/route.ts';
import { CITATION } from '../domain/edition.ts';
import { ranksOf } from '../domain/ranks.ts';
import { valuesOf } from '../domain/results.ts';
import { papiErrors } from '../errors.ts';
import { homeProvince, provinceOf } from '../queries/home-province.ts';
import { latestYear, resultsOf, seriesOf, yearsOn } from '../queries/results.ts';
import { indexReading } from './reading.ts';

const value = z.object({
  code: z.string(),
  value: z.number(),
  standardError: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});

export const resultsApi = get({
  path: '/api/v1/papi/results',
  access: signedIn,
  rate: 'api',
  query: z.object({ year: z.coerce.number().int().min(2009).max(2100).optional(), as_of: asOfSchema }),
  api: {
    summary:
      'Published PAPI of a year (the latest known unless told), one row for each province and code: parts, contents D1–D8, TOTAL and indicators where there are any; `as_of` reads what was known on a day',
    scope: 'read',
    answer: z.object({
      cite: z.string(),
      years: z.array(z.int()),
      year: z.int().nullable(),
      edition: z.string().nullable(),
      rows: z.array(value.extend({ place: z.string(), name: z.string(), rank: z.int().nullable() })),
    }),
  },
  async handle(context, { query }) {
    const { db } = context;
    const { day } = indexReading(context, query.as_of);
    const years = await yearsOn(db, day);
    const year = query.year ?? (await latestYear(db, day));
    if (year === null || !years.includes(year))
      return answerJson({ cite: CITATION, years, year: null, edition: null, rows: [] });
    const results = await resultsOf(db, { year, day });
    const ranks = new Map<string, ReturnType<typeof ranksOf>>();
    const rankOf = (code: string, place: string): number | null => {
      if (results.edition.indicators.has(code)) return null;
      const known = ranks.get(code) ?? ranksOf(valuesOf(results, code));
      ranks.set(code, known);
      return known.get(place)?.rank ?? null;
    };
    const rows = [...results.places.values()].flatMap((place) =>
      [...place.values].map(([code, own]) => ({
        place: place.code,
        name: place.name,
        code,
        ...own,
        rank: rankOf(code, place.code),
      })),
    );
    return answerJson({ cite: CITATION, years, year, edition: results.edition.label, rows });
  },
});

export const seriesApi = get({
  path: '/api/v1/papi/series',
  access: signedIn,
  rate: 'api',
  query: z.object({ place: z.string().max(20).optional(), as_of: asOfSchema }),
  api: {
    summary:
      'Published PAPI of one province (the jurisdiction’s own unless told) over all years known; `as_of` reads what was known on a day',
    scope: 'read',
    answer: z.object({
      cite: z.string(),
      place: z.string().nullable(),
      name: z.string().nullable(),
      rows: z.array(value.extend({ year: z.int() })),
    }),
  },
  async handle(context, { query }) {
    const { db, lang } = context;
    const { day } = indexReading(context, query.as_of);
    const place = query.place === undefined ? await homeProvince(db, day) : provinceOf(query.place);
    if (query.place !== undefined && !place)
      throw new AppError(papiErrors.place_unknown, { code: query.place });
    if (!place) return answerJson({ cite: CITATION, place: null, name: null, rows: [] });
    const series = await seriesOf(db, { place: place.code, day });
    const rows = series.flatMap(({ year, values }) =>
      [...values].map(([code, own]) => ({ year, code, ...own })),
    );
    return answerJson({ cite: CITATION, place: place.code, name: place[lang], rows });
  },
});
