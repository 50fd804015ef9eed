import { z } from 'zod';
import { asOfSchema } from '../../../kernel/http/as-of.ts';
import { answerJson, get, post, signedIn } from '../../../kernel/http/route.ts';
import { submitReport } from '../commands/submit-report.ts';
import { cameLate, REPORT_KINDS, REPORT_STATES, receiptNumber } from '../domain/report.ts';
import { maySee } from '../policy.ts';
import { type Report, reportsOf } from '../queries/reports.ts';
import { reportReading } from './reading.ts';

const submissionShape = z.object({
  version: z.int(),
  at: z.iso.datetime(),
  late: z.boolean(),
  receipt: z.string().describe('Number and year of the receipt: 12/2024'),
  sha256: z.string().describe('Of the frozen document'),
});

const reportShape = z.object({
  id: z.uuid(),
  kind: z.enum(REPORT_KINDS),
  unitId: z.uuid(),
  unitName: z.string(),
  period: z.string().describe('Code of the reporting period: 2024-H1'),
  planId: z.uuid(),
  isRequest: z.boolean(),
  state: z.enum(REPORT_STATES),
  approvedAt: z.iso.datetime().nullable().describe('When the head of the unit confirmed it last'),
  acceptedAt: z.iso.datetime().nullable(),
  late: z.boolean().describe('Of the first submission: an answer to a return makes nobody late'),
  submissions: z.array(submissionShape),
});

const submissionOf = (one: Report['course']['submissions'][number]) => ({
  version: one.version,
  at: one.at.toISOString(),
  late: one.isLate,
  receipt: receiptNumber(one),
  sha256: one.hash,
});

export const reportsApi = get({
  path: '/api/v1/reports',
  access: signedIn,
  rate: 'api',
  query: z.object({
    period: z.string().max(40).optional(),
    unit: z.uuid().optional(),
    kind: z.enum(REPORT_KINDS).optional(),
    as_of: asOfSchema,
  }),
  api: {
    summary:
      'Reports that have been begun, as far as the caller may see them: of one `period`, of one `unit` (the caller’s own when neither is named), of one `kind`; `as_of` reads a day of the past',
    scope: 'read',
    answer: z.object({ reports: z.array(reportShape) }),
  },
  async handle(context, { query }) {
    const { db, actor } = context;
    const reading = await reportReading(context, query.as_of);
    const unitId = query.unit ?? (query.period ? undefined : actor.current?.unitId);
    const found = await reportsOf(
      db,
      {
        ...(unitId === undefined ? {} : { unitIds: [unitId] }),
        ...(query.period === undefined ? {} : { periodCodes: [query.period] }),
        ...(query.kind === undefined ? {} : { kinds: [query.kind] }),
      },
      reading.day,
    );
    return answerJson({
      reports: found
        .filter((one) => maySee(actor, one))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ course, ...one }) => ({
          id: one.id,
          kind: one.kind,
          unitId: one.unitId,
          unitName: reading.units.names.get(one.unitId) ?? '',
          period: one.periodCode,
          planId: one.planId,
          isRequest: one.isRequest,
          state: one.state,
          approvedAt: course.approval?.at.toISOString() ?? null,
          acceptedAt: course.accepted?.at.toISOString() ?? null,
          late: cameLate(course),
          submissions: course.submissions.map(submissionOf),
        })),
    });
  },
});

export const submitApi = post({
  path: '/api/v1/reports/:id{[0-9a-f-]{36}}/submit',
  access: signedIn,
  rate: 'api',
  body: z.object({}),
  api: {
    summary:
      'Submits a report that is complete and was confirmed by the head of the unit, in exactly the content that was confirmed; answers the receipt',
    scope: 'write',
    answer: submissionShape,
  },
  async handle(context, tx, { params }) {
    return answerJson(submissionOf(await submitReport(context, tx, { reportId: params.id })), 201);
  },
});
