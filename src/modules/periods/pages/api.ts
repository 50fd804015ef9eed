import { z } from 'zod';
import { yearOf } from '../../../kernel/dates.ts';
import { asOfSchema } from '../../../kernel/http/as-of.ts';
import { answerJson, get, signedIn } from '../../../kernel/http/route.ts';
import { calendarDateSchema } from '../../calendar/index.ts';
import { adxOf, parseCode } from '../domain/code.ts';
import { PERIOD_KINDS, STEPS } from '../domain/period.ts';
import { WINDOW_STATES } from '../domain/window.ts';
import { periodsOf } from '../queries/periods.ts';
import { windowsOfPeriods } from '../queries/windows.ts';
import { periodReading, shownUnit } from './reading.ts';

const text = z.object({ vi: z.string(), en: z.string() });

const windowAnswer = z.object({
  state: z.enum(WINDOW_STATES),
  mayEnter: z.boolean(),
  counts: z.enum(['in_time', 'late']),
  until: z.iso.datetime().nullable(),
  reason: z.string(),
});

const periodAnswer = z.object({
  code: z.string(),
  adx: z.string(),
  kind: z.enum(PERIOD_KINDS),
  name: text,
  from: calendarDateSchema,
  to: calendarDateSchema,
  cutOff: calendarDateSchema,
  due: calendarDateSchema,
  dueExplained: text,
  lock: calendarDateSchema,
  milestones: z.array(z.object({ step: z.enum(STEPS), on: calendarDateSchema, explained: text })),
  revision: z.int(),
  window: windowAnswer,
});

export const periodsApi = get({
  path: '/api/v1/periods',
  access: signedIn,
  rate: 'api',
  query: z.object({
    year: z.coerce.number().int().min(1900).max(2199).optional(),
    unit: z.uuid().optional(),
    as_of: asOfSchema,
  }),
  api: {
    summary:
      'Reporting periods that end in a year (this one unless told), each with the window of a unit (the caller’s unless told): whether figures are taken now, how they count, until when and why; `as_of` reads a day of the past',
    scope: 'read',
    answer: z.object({ periods: z.array(periodAnswer) }),
  },
  async handle(context, { query }) {
    const { t, db } = context;
    const reading = await periodReading(context, query.as_of);
    const unitId = shownUnit(context, reading, query.unit) ?? '';
    const periods = await periodsOf(db, query.year ?? yearOf(reading.today), reading.before);
    const windows = await windowsOfPeriods(db, periods, reading.at);
    return answerJson({
      periods: periods.flatMap((period) => {
        const [code, window] = [parseCode(period.code), windows.of(period.code, unitId)];
        if (!code || !window) return [];
        const { reason, until, ...rest } = window;
        return [
          {
            code: period.code,
            adx: adxOf(code),
            kind: period.kind,
            name: period.name,
            from: period.fromOn,
            to: period.toOn,
            cutOff: period.cutOffOn,
            due: period.dueOn,
            dueExplained: period.due.explanation,
            lock: period.lockOn,
            milestones: period.milestones.map(({ step, on, explanation }) => ({
              step,
              on,
              explained: explanation,
            })),
            revision: period.revision,
            window: {
              ...rest,
              until: until?.toISOString() ?? null,
              reason: t(reason.message, reason.params),
            },
          },
        ];
      }),
    });
  },
});
