import { z } from 'zod';
import { answeredOnce, idempotencyHeader } from '../../../kernel/http/answered-once.ts';
import { httpLimits } from '../../../kernel/http/limits.ts';
import { post, type RequestContext, signedIn } from '../../../kernel/http/route.ts';
import { calendarDateSchema } from '../../calendar/index.ts';
import { type ProgramOutcome, publishFromProgram } from '../commands/publish-from-program.ts';
import { PROBLEM_CODES } from '../domain/content.ts';
import { problemSaid } from '../messages-content.ts';
import { postExamples } from './api-examples.ts';

const cell = z.union([z.string().max(2000), z.number(), z.null()]);

const answerSchema = z.object({
  applied: z.boolean().describe('False in a dry run'),
  occurrence: z.string().nullable().describe('Null in a dry run for an event whose item is not open yet'),
  version: z.int().describe('Number of the version that was, or would be, made'),
  problems: z.array(
    z.object({
      place: z.string().describe('so_quyet_dinh, or bang[3].so_tien with rows from 0'),
      code: z.enum(PROBLEM_CODES),
      message: z.string(),
    }),
  ),
});

export const disclosuresPost = post({
  path: '/api/v1/disclosures',
  access: signedIn,
  rate: 'api',
  upload: true,
  body: z.object({
    unit: z.string().max(120).describe('Key of the unit, as in /api/v1/units'),
    code: z.string().max(60).describe('Code of the obligation'),
    occurrence: z.string().max(40).optional().describe('Of an item that stands; left out for a new event'),
    event: z
      .object({ on: calendarDateSchema, title: z.string().trim().min(3).max(300) })
      .optional()
      .describe('The event whose item is to be opened'),
    content: z
      .record(z.string(), z.union([cell, z.array(z.record(z.string(), cell)).max(5000)]))
      .describe('By the schema that /api/v1/disclosures/{id} gives as contentSchema'),
    summary: z.string().max(1000).describe('One plain paragraph for citizens'),
    reason: z.string().max(1000).optional().describe('Why it is corrected'),
    personalBecause: z
      .string()
      .max(1000)
      .optional()
      .describe('Why words that look personal (a number of identity, a private telephone) may be published'),
    seenVersion: z
      .int()
      .min(1)
      .optional()
      .describe('With a correction: the version that was read before; left out for a first publication'),
    dryRun: z.boolean().default(false).describe('Tells every problem and saves nothing'),
  }),
  unaudited: 'a dry run and a request answered before change nothing; a publication records itself',
  api: {
    summary: `Publishes or corrects the content of an item, under the rights of the caller. The same Idempotency-Key within ${httpLimits.answer_hours} hours gets the same answer and saves nothing more`,
    scope: 'write',
    answer: answerSchema,
    headers: [idempotencyHeader],
    examples: postExamples,
  },
  async handle(context, tx, { body }) {
    const { event, occurrence, ...rest } = body;
    const of = event ? { eventOn: event.on, title: event.title } : { occurrence: occurrence ?? '' };
    return answeredOnce(context, tx, body, async () =>
      said(context, await publishFromProgram(context, tx, { ...rest, of }, context.files)),
    );
  },
});

function said(
  { t }: RequestContext,
  { applied, occurrence, version, terms, problems }: ProgramOutcome,
): z.infer<typeof answerSchema> {
  return {
    applied,
    occurrence,
    version,
    problems: problems.map((problem) => {
      const { message, params } = problemSaid(terms, problem);
      return { place: problem.place, code: problem.code, message: t(message, params) };
    }),
  };
}
