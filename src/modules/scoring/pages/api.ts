import { z } from 'zod';
import { endOfDay } from '../../../kernel/dates.ts';
import { ensure } from '../../../kernel/errors.ts';
import { asOfDay, asOfSchema } from '../../../kernel/http/as-of.ts';
import { answerJson, get, signedIn } from '../../../kernel/http/route.ts';
import { readingOf } from '../../assignments/index.ts';
import { CITATION } from '../../papi/index.ts';
import { MOVEMENTS } from '../domain/moved.ts';
import { scoringErrors } from '../errors.ts';
import { scoringLimits } from '../limits.ts';
import { analysisOf } from '../queries/analysis.ts';
import { practicesOf } from '../queries/practices.ts';
import { yearSchema } from './analysis.ts';

const points = z.number().nullable();

const partShape = z.object({
  code: z.string(),
  name: z.object({ vi: z.string(), en: z.string() }),
  isInForce: z.boolean(),
  score: points,
  lostAgainstBest: points,
  lostAgainstTopQuarter: points,
  lostAgainstOwnPast: points,
  changeFromYearBefore: points,
  owner: z.object({ unitId: z.uuid(), unitName: z.string(), isProposed: z.boolean() }).nullable(),
  tasks: z.int(),
  assignments: z.int(),
  accepted: z.int(),
  overdue: z.int(),
  isUncovered: z.boolean(),
  movement: z.enum(MOVEMENTS),
  cause: z
    .object({ version: z.int(), shortcoming: z.string(), cause: z.string(), responsibility: z.string() })
    .nullable(),
});

export const partsApi = get({
  path: '/api/v1/scoring/parts',
  access: signedIn,
  rate: 'api',
  query: z.object({ year: yearSchema, as_of: asOfSchema }),
  api: {
    summary:
      'Where the home province loses points: each part of the year’s edition with its losses, owner, tasks of the plan in force and cause; work is counted as far as the caller may see it. Without `year` the latest known on the day',
    scope: 'read',
    answer: z.object({
      year: z.int(),
      place: z.object({ code: z.string(), name: z.string() }),
      source: z.string(),
      parts: z.array(partShape),
    }),
  },
  async handle(context, { query }) {
    const reading = await readingOf(context, query.as_of);
    const found = await analysisOf(context.db, reading, query.year);
    ensure(found, scoringErrors.no_results);
    const { names } = reading.units;
    return answerJson({
      year: found.year,
      place: { code: found.placeCode, name: found.placeName },
      source: CITATION,
      parts: found.lines.map(({ part, loss, owner, count, cause, isUncovered, isInForce, movement }) => ({
        code: part.code,
        name: { vi: part.vi, en: part.en },
        isInForce,
        score: loss?.value ?? null,
        lostAgainstBest: loss?.againstBest ?? null,
        lostAgainstTopQuarter: loss?.againstTopQuarter ?? null,
        lostAgainstOwnPast: loss?.againstOwnPast ?? null,
        changeFromYearBefore: loss?.change ?? null,
        owner: owner && {
          unitId: owner.unitId,
          unitName: names.get(owner.unitId) ?? '',
          isProposed: owner.isProposed,
        },
        tasks: count.tasks,
        assignments: count.work,
        accepted: count.accepted,
        overdue: count.overdue,
        isUncovered,
        movement,
        cause: cause
          ? {
              version: cause.version,
              shortcoming: cause.shortcoming,
              cause: cause.cause,
              responsibility: cause.responsibility,
            }
          : null,
      })),
    });
  },
});

const practiceShape = z.object({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  place: z.string(),
  placeCode: z.string().nullable(),
  placeYear: z.int().nullable(),
  parts: z.array(z.string()),
  what: z.string(),
  how: z.string(),
  source: z.string(),
  sourceUrl: z.string().nullable(),
  isIllustration: z.boolean(),
  task: z.object({ words: z.string(), products: z.string(), due: z.string() }).nullable(),
  adopters: z.int(),
});

export const practicesApi = get({
  path: '/api/v1/scoring/practices',
  access: signedIn,
  rate: 'api',
  query: z.object({
    part: z
      .string()
      .regex(/^[1-8]\.[1-9]$/)
      .optional(),
    as_of: asOfSchema,
    page: z.coerce.number().int().min(1).max(9999).default(1),
  }),
  api: {
    summary:
      'Good practices, the newest first; `isIllustration` marks the invented ones of an example. `next` is the next page',
    scope: 'read',
    answer: z.object({ practices: z.array(practiceShape), total: z.int(), next: z.int().nullable() }),
  },
  async handle(context, { query }) {
    const asOf = asOfDay(query.as_of, context.today);
    const size = scoringLimits.practices_page;
    const offset = (query.page - 1) * size;
    const found = await practicesOf(context.db, {
      part: query.part,
      asOf: asOf && endOfDay(asOf),
      offset,
      limit: size,
    });
    return answerJson({
      practices: found.rows.map(({ task, ...one }) => ({
        id: one.id,
        version: one.version,
        title: one.title,
        place: one.place,
        placeCode: one.placeCode,
        placeYear: one.placeYear,
        parts: one.parts,
        what: one.what,
        how: one.how,
        source: one.source,
        sourceUrl: one.sourceUrl,
        isIllustration: one.isIllustration,
        task: task && { words: task.words, products: task.productWords, due: task.due },
        adopters: one.adopters,
      })),
      total: found.total,
      next: offset + found.rows.length < found.total ? query.page + 1 : null,
    });
  },
});
