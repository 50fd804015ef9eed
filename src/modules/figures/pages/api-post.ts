import { z } from 'zod';
import { answeredOnce, idempotencyHeader } from '../../../kernel/http/answered-once.ts';
import { httpLimits } from '../../../kernel/http/limits.ts';
import { post, type RequestContext, signedIn } from '../../../kernel/http/route.ts';
import { type ImportedRecords, importRecords, type RecordOutcome } from '../commands/import-figures.ts';
import { dataValueInput, recordOfDataValue } from '../domain/exchange/json.ts';
import { machineValue } from '../domain/value-text.ts';
import { figureLimits } from '../limits.ts';
import { postExamples } from './api-examples.ts';
import { toldChecks, toldChecksSchema } from './told-checks.ts';

const outcome = z.object({
  place: z.string().describe('Which value: dataValues[3].value'),
  outcome: z.enum(['saved', 'unchanged', 'conflict', 'problem']),
  late: z
    .boolean()
    .optional()
    .describe('Came after the time for its period: counted in the next report only'),
  code: z.string().optional(),
  message: z.string().optional(),
  other: z
    .object({
      value: z.string().nullable(),
      noData: z.string().nullable(),
      storedBy: z.string(),
      lastUpdated: z.iso.datetime(),
      revision: z.int(),
    })
    .nullable()
    .optional()
    .describe('What somebody else said meanwhile'),
});

const answerSchema = z.object({
  applied: z.boolean().describe('False in a dry run, and when `whole` was asked and something was wrong'),
  counts: z.object({ saved: z.int(), unchanged: z.int(), conflict: z.int(), problem: z.int() }),
  outcomes: z.array(outcome).describe('One for each value; those that could not be read come first'),
  ...toldChecksSchema.shape,
});

export const figuresPost = post({
  path: '/api/v1/figures',
  access: signedIn,
  rate: 'api',
  upload: true,
  body: z.object({
    dataValues: z.array(dataValueInput).min(1).max(figureLimits.api_rows),
    dryRun: z.boolean().default(false).describe('Tells every outcome and saves nothing'),
    whole: z.boolean().default(false).describe('Saves all values or none'),
  }),
  unaudited:
    'a dry run, a request answered before and values that stand already change nothing; a save records itself',
  api: {
    summary: `Saves values of figures under the rights of the caller. Each value has its outcome; the same Idempotency-Key within ${httpLimits.answer_hours} hours gets the same answer and saves nothing more`,
    scope: 'write',
    answer: answerSchema,
    headers: [idempotencyHeader],
    examples: postExamples,
  },
  async handle(context, tx, { body }) {
    return answeredOnce(context, tx, body, async () => {
      const read = { records: body.dataValues.map(recordOfDataValue), problems: [] };
      const imported = await importRecords(context, tx, {
        read,
        via: 'api',
        dryRun: body.dryRun,
        whole: body.whole,
      });
      return told(context, imported);
    });
  },
});

function told(context: RequestContext, imported: ImportedRecords): z.infer<typeof answerSchema> {
  const { applied, counts, outcomes, checks } = imported;
  const each = outcomes.map((one) => toldOne(context, one));
  return { applied, counts, outcomes: each, ...toldChecks(context.t, checks) };
}

function toldOne({ t }: RequestContext, one: RecordOutcome): z.infer<typeof outcome> {
  const { place, outcome: kind } = one;
  if (one.outcome === 'problem')
    return { place, outcome: kind, code: one.error.code, message: t(one.error, one.params) };
  if (one.outcome !== 'conflict')
    return { place, outcome: kind, ...(one.outcome === 'saved' ? { late: one.isLate } : {}) };
  const { other } = one;
  return {
    place,
    outcome: kind,
    other: other && {
      value: machineValue(other.value),
      noData: other.value.kind === 'no_data' ? other.value.reason : null,
      storedBy: other.byName,
      lastUpdated: other.changedAt.toISOString(),
      revision: other.revision,
    },
  };
}
