import { z } from 'zod';
import { answerJson, get, signedIn } from '../../../kernel/http/route.ts';
import { asOfSchema, readingOf } from '../../assignments/index.ts';
import { calendarDateSchema } from '../../calendar/index.ts';
import { OUTCOMES } from '../domain/followed.ts';
import { urgingLimits } from '../limits.ts';
import { listRounds } from '../queries/rounds.ts';
import { seenBy } from '../queries/seen.ts';
import { roundCursorSchema, typedCursor } from './cursor.ts';
import { subjectOf } from './parts.ts';

const urging = z.object({
  id: z.uuid(),
  fromUnitId: z.uuid(),
  fromUnitName: z.string(),
  sentAt: z.iso.datetime(),
  subject: z.string(),
  answerBy: calendarDateSchema,
  units: z.int(),
  items: z.int(),
  readUnits: z.int(),
  answeredUnits: z.int(),
  outcomes: z.record(z.enum(OUTCOMES), z.int()),
});

export const urgingsApi = get({
  path: '/api/v1/urgings',
  access: signedIn,
  rate: 'api',
  query: z.object({ as_of: asOfSchema, after: roundCursorSchema }),
  api: {
    summary:
      'Urgings the caller may read, the latest first, counted over the messages the caller may see; `after` takes the `next` of the answer before, `as_of` reads a day of the past',
    scope: 'read',
    answer: z.object({ urgings: z.array(urging), next: z.string().nullable() }),
  },
  async handle(context, { query }) {
    const reading = await readingOf(context, query.as_of);
    const seen = seenBy(context.actor, reading.units, reading.day.asOf);
    const wanted = { after: query.after ?? null, size: urgingLimits.page_rows };
    const page = await listRounds(context.db, seen, wanted, reading.day);
    return answerJson({
      urgings: page.rows.map((row) => ({
        id: row.id,
        fromUnitId: row.fromUnitId,
        fromUnitName: reading.units.names.get(row.fromUnitId) ?? '',
        sentAt: row.madeAt.toISOString(),
        subject: subjectOf(context, row),
        answerBy: row.answerBy,
        units: row.units,
        items: row.items,
        readUnits: row.readUnits,
        answeredUnits: row.answeredUnits,
        outcomes: row.outcomes,
      })),
      next: typedCursor(page.next),
    });
  },
});
