import { z } from 'zod';
import { AppError } from '../../../kernel/errors.ts';
import { answerJson, get, signedIn } from '../../../kernel/http/route.ts';
import { AGAINST, asOfSchema, readAgainst, readingOf } from '../../assignments/index.ts';
import { calendarDateSchema } from '../../calendar/index.ts';
import { appliesOf, LEVELS, levelOf, NOTHING } from '../domain/cell.ts';
import { steeringErrors } from '../errors.ts';
import { ALL_GROUPS, COLUMNS, heatBoard } from '../queries/board.ts';

const count = z.int().min(0);

const cell = z.object({
  unitId: z.uuid(),
  unitCode: z.string().nullable(),
  unitName: z.string(),
  unitTier: z.string(),
  unitKind: z.string(),
  dimension: z.int().min(0).max(8),
  total: count,
  accepted: count,
  claimed: count,
  overdue: count,
  dueSoon: count,
  notApplicable: count,
  level: z.enum(LEVELS),
});

export const boardApi = get({
  path: '/api/v1/board',
  access: signedIn,
  rate: 'api',
  query: z.object({
    plan: z.uuid().optional(),
    against: z.enum(['current', 'first']).default('current'),
    as_of: asOfSchema,
  }),
  api: {
    summary:
      'The board as tidy rows, one for each unit and content the caller may see: a BI tool sums them as it likes. `total` is what applies, `dimension` 0 is the general part of the plan, `as_of` reads a day of the past, `against=first` the plan as first issued',
    scope: 'read',
    answer: z.object({
      planId: z.uuid(),
      planTitle: z.string(),
      asOf: calendarDateSchema,
      cells: z.array(cell),
      trend: z.array(z.object({ on: calendarDateSchema, total: count, accepted: count, overdue: count })),
    }),
  },
  async handle(context, { query }) {
    const against = query.against === 'first' ? AGAINST.goc : AGAINST['hien-hanh'];
    const reading = readAgainst(await readingOf(context, query.as_of), against);
    const board = await heatBoard(context.db, {
      reading,
      planId: query.plan,
      group: ALL_GROUPS,
      now: context.now,
    });
    if (!board) throw new AppError(steeringErrors.no_plan);
    return answerJson({
      planId: board.plan.id,
      planTitle: board.plan.title,
      asOf: reading.day.today,
      cells: board.rows.flatMap(({ unit, cells }) =>
        COLUMNS.map(({ number }, at) => {
          const counts = cells[at] ?? NOTHING;
          const { accepted, claimed, overdue, dueSoon, notApplicable } = counts;
          return {
            unitId: unit.id,
            unitCode: unit.code,
            unitName: unit.name,
            unitTier: unit.tier,
            unitKind: unit.kind,
            dimension: number,
            total: appliesOf(counts),
            accepted,
            claimed,
            overdue,
            dueSoon,
            notApplicable,
            level: levelOf(counts),
          };
        }),
      ),
      trend: board.trend.map(({ on, total, accepted, overdue }) => ({ on, total, accepted, overdue })),
    });
  },
});
