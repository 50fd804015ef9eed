import { z } from 'zod';
import { yearOf } from '../../kernel/dates.ts';
import type { Db } from '../../kernel/db/database.ts';
import { AppError, ensure } from '../../kernel/errors.ts';
import { listFile } from '../../kernel/http/list-file.ts';
import {
  type Answer,
  answerJson,
  answerPage,
  get,
  type RequestContext,
  type Route,
  signedIn,
} from '../../kernel/http/route.ts';
import { kernelErrors } from '../../kernel/kernel-errors.ts';
import { currentCalendar } from './current.ts';
import { weekdayName } from './domain/breaks.ts';
import { datesListed, factOf } from './domain/compare.ts';
import { computeDeadline } from './domain/deadline.ts';
import { dueAnswer } from './domain/due-answer.ts';
import { parseExpression } from './domain/expression-text.ts';
import { calendarDateSchema, calendarOf, type HolidaysFile } from './domain/work-calendar.ts';
import { calendarErrors } from './errors.ts';
import { m } from './messages.ts';
import { duePage } from './pages/due.ts';
import { dayName, dayWord } from './pages/month.ts';
import { type YearView, yearPage } from './pages/year.ts';
import { shippedFile } from './shipped.ts';
import { type AppliedVersion, appliedVersions, contentOf } from './store.ts';

const yearQuery = z.object({
  nam: z.coerce.number().int().min(1900).max(2199).optional().catch(undefined),
  ban: z.string().optional().catch(undefined),
  'dinh-dang': z.enum(['xlsx', 'csv']).optional().catch(undefined),
});

/** The file of the version asked for, or of the one in force. Throws `kernel.not_found` for a version nobody applied. */
async function fileOf(db: Db, versions: readonly AppliedVersion[], asked?: string): Promise<HolidaysFile> {
  const wanted = asked ?? versions[0]?.version ?? shippedFile().version;
  const found = versions.find((row) => row.version === wanted);
  if (found) return contentOf(db, found.id);
  ensure(wanted === shippedFile().version, kernelErrors.not_found);
  return shippedFile();
}

const yearGet = get({
  path: '/lich-lam-viec',
  access: signedIn,
  rate: 'page',
  query: yearQuery,
  async handle(context, { query }) {
    const versions = await appliedVersions(context.db);
    const file = await fileOf(context.db, versions, query.ban);
    const inForce = versions[0]?.version ?? shippedFile().version;
    const view: YearView = {
      year: query.nam ?? yearOf(context.today),
      calendar: calendarOf(file),
      file,
      old: file.version !== inForce,
      versions,
    };
    if (query['dinh-dang']) return yearFile(context, view, query['dinh-dang']);
    return answerPage(yearPage(context, view));
  },
});

function yearFile(context: RequestContext, view: YearView, format: 'xlsx' | 'csv'): Answer {
  const { t } = context;
  const { calendar, year } = view;
  return listFile(format, `lich-lam-viec-${year}`, {
    name: t(m.calendarOfYear, { year: String(year) }),
    title: t(m.calendarOfYear, { year: String(year) }),
    columns: [
      { header: t(m.columnDate), width: 12, kind: 'date' },
      { header: t(m.columnWeekday), width: 12, kind: 'text' },
      { header: t(m.columnKind), width: 14, kind: 'text' },
      { header: t(m.columnName), width: 44, kind: 'text' },
      { header: t(m.columnStatus), width: 16, kind: 'text' },
    ],
    rows: datesListed(calendar)
      .filter((date) => yearOf(date) === year)
      .flatMap((date) => {
        const fact = factOf(calendar, date);
        if (!fact) return [];
        const status = fact.status === 'CONFIRMED' ? m.confirmed : m.unconfirmed;
        return [[date, t(weekdayName(date)), t(dayWord(fact.kind)), dayName(fact, t), t(status)]];
      }),
  });
}

const jsonGet = get({
  path: '/lich-lam-viec/lich.json',
  access: signedIn,
  rate: 'page',
  query: yearQuery.pick({ ban: true }),
  async handle(context, { query }) {
    const file = await fileOf(context.db, await appliedVersions(context.db), query.ban);
    return {
      kind: 'file',
      body: `${JSON.stringify(file, null, 2)}\n`,
      mediaType: 'application/json',
      fileName: `lich-lam-viec-${file.version}.json`,
    };
  },
});

const dueGet = get({
  path: '/lich-lam-viec/tinh-han',
  access: signedIn,
  rate: 'page',
  query: z.object({ 'bieu-thuc': z.string().max(1000).default('') }),
  async handle(context, { query }) {
    const text = query['bieu-thuc'];
    const calendar = await currentCalendar(context.db);
    const version = calendar.version;
    if (text.trim() === '') return answerPage(duePage(context, { text, version }));
    const parsed = parseExpression(text);
    if (!parsed.ok) {
      const error = new AppError(calendarErrors.unreadable_expression, { problem: parsed.problem.message });
      return answerPage(duePage(context, { text, version, error }), 422);
    }
    const deadline = computeDeadline(parsed.expression, calendar);
    return answerPage(duePage(context, { text, version, deadline }));
  },
});

const dueAnswerSchema = z.object({
  on: calendarDateSchema,
  explanation: z.string(),
  explanationEn: z.string(),
  calendarVersion: z.string(),
  expression: z.string(),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
});

const dueApi = get({
  path: '/api/v1/due',
  access: signedIn,
  rate: 'api',
  query: z.object({ expression: z.string().min(1).max(200) }),
  api: {
    summary: 'Computes a deadline with the working calendar in force and explains it.',
    answer: dueAnswerSchema,
    scope: 'read',
  },
  async handle(context, { query }) {
    const result = dueAnswer(query.expression, await currentCalendar(context.db));
    if (!result.ok)
      throw new AppError(calendarErrors.unreadable_expression, { problem: result.problem.message });
    return answerJson(result.answer);
  },
});

export const yearRoutes: readonly Route[] = [yearGet, jsonGet, dueGet, dueApi];
