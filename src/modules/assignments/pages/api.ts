import { z } from 'zod';
import { answerJson, get, signedIn } from '../../../kernel/http/route.ts';
import { calendarDateSchema } from '../../calendar/index.ts';
import { STATES } from '../domain/state.ts';
import { assignmentLimits } from '../limits.ts';
import { listAssignments } from '../queries/list.ts';
import { asOfSchema } from './as-of.ts';
import { cursorSchema } from './paging.ts';
import { readingOf } from './reading.ts';

const assignment = z.object({
  id: z.uuid(),
  taskId: z.uuid(),
  unitId: z.uuid(),
  unitName: z.string(),
  code: z.string(),
  clausePath: z.string().nullable(),
  dimension: z.int().min(0).max(8),
  words: z.string(),
  occurrence: z.string(),
  isRequest: z.boolean(),
  dueOn: calendarDateSchema.nullable(),
  dueWords: z.string(),
  leadName: z.string(),
  state: z.enum(STATES),
});

export const assignmentsApi = get({
  path: '/api/v1/assignments',
  access: signedIn,
  rate: 'api',
  query: z.object({
    plan: z.uuid().optional(),
    unit: z.uuid().optional(),
    dimension: z.coerce.number().int().min(0).max(8).optional(),
    state: z.enum(STATES).optional(),
    as_of: asOfSchema,
    after: cursorSchema,
  }),
  api: {
    summary:
      'Assignments the caller may see, by due day; `after` takes the `next` of the answer before, `as_of` reads a day of the past',
    scope: 'read',
    answer: z.object({ assignments: z.array(assignment), next: z.string().nullable() }),
  },
  async handle(context, { query }) {
    const reading = await readingOf(context, query.as_of);
    const page = await listAssignments(
      context.db,
      {
        planId: query.plan,
        unitId: query.unit,
        dimension: query.dimension,
        states: query.state ? [query.state] : undefined,
      },
      reading,
      { sort: 'due', after: query.after ?? null, size: assignmentLimits.page_rows },
    );
    return answerJson({
      assignments: page.rows.map((row) => ({
        id: row.id,
        taskId: row.taskId,
        unitId: row.unitId,
        unitName: row.unitName,
        code: row.code,
        clausePath: row.clausePath,
        dimension: row.dimension,
        words: row.words,
        occurrence: row.occurrence,
        isRequest: row.isRequest,
        dueOn: row.dueOn,
        dueWords: row.dueWords,
        leadName: row.leadName,
        state: row.state,
      })),
      next: page.next ? `${page.next.key}_${page.next.id}` : null,
    });
  },
});
