import { z } from 'zod';
import { asOfSchema } from '../../../kernel/http/as-of.ts';
import { answerJson, get, signedIn } from '../../../kernel/http/route.ts';
import { calendarDateSchema } from '../../calendar/index.ts';
import { FINDING_STATES } from '../domain/finding.ts';
import { INSPECTION_STATES } from '../domain/inspection.ts';
import { FIELDS, FORMS, KINDS } from '../domain/kinds.ts';
import { inspectionLimits } from '../limits.ts';
import { findingsOf } from '../queries/findings.ts';
import { inspectionsOf } from '../queries/inspections.ts';
import { readingOf } from './reading.ts';

const from = z.coerce.number().int().min(0).max(100_000).default(0);

const inspection = z.object({
  id: z.uuid(),
  kind: z.enum(KINDS),
  form: z.enum(FORMS),
  field: z.enum(FIELDS),
  title: z.string(),
  by_unit_id: z.uuid(),
  by_unit_name: z.string(),
  partner_unit_ids: z.array(z.uuid()),
  of_unit_id: z.uuid(),
  of_unit_name: z.string(),
  held_on: calendarDateSchema,
  dimension: z.int(),
  sub_dimension: z.string().nullable(),
  previous_id: z.uuid().nullable(),
  state: z.enum(INSPECTION_STATES),
  findings: z.int(),
  open_findings: z.int(),
});

export const inspectionsApi = get({
  path: '/api/v1/inspections',
  access: signedIn,
  rate: 'api',
  query: z.object({
    year: z.coerce.number().int().min(2000).max(2100).optional(),
    state: z.enum(INSPECTION_STATES).optional(),
    unit_id: z.uuid().optional().describe('Inspected unit, with those under it'),
    from,
    as_of: asOfSchema,
  }),
  api: {
    summary:
      'Inspections the caller may see, latest day first; an unannounced one of the future only for the inspecting side and the leaders. `from` takes the `next` of the answer before, `as_of` reads a day of the past',
    scope: 'read',
    answer: z.object({ inspections: z.array(inspection), next: z.int().nullable() }),
  },
  async handle(context, { query }) {
    const reading = await readingOf(context, query.as_of);
    const size = inspectionLimits.api_rows;
    const wanted = { year: query.year, state: query.state, unitId: query.unit_id };
    const page = { limit: size + 1, offset: query.from };
    const rows = await inspectionsOf(context.db, reading.scope, wanted, reading.moment, page);
    return answerJson({
      inspections: rows.slice(0, size).map((one) => ({
        id: one.id,
        kind: one.kind,
        form: one.form,
        field: one.field,
        title: one.title,
        by_unit_id: one.byUnitId,
        by_unit_name: one.byName,
        partner_unit_ids: one.partnerIds,
        of_unit_id: one.ofUnitId,
        of_unit_name: one.ofName,
        held_on: one.heldOn,
        dimension: one.dimension,
        sub_dimension: one.subDimension,
        previous_id: one.previousId,
        state: one.state,
        findings: one.findings,
        open_findings: one.openFindings,
      })),
      next: rows.length > size ? query.from + size : null,
    });
  },
});

const finding = z.object({
  id: z.uuid(),
  inspection_id: z.uuid(),
  unit_id: z.uuid(),
  unit_name: z.string(),
  dimension: z.int(),
  sub_dimension: z.string().nullable(),
  words: z.string(),
  remedy: z.string(),
  state: z.enum(FINDING_STATES),
  found_on: calendarDateSchema,
  due_on: calendarDateSchema,
});

export const findingsApi = get({
  path: '/api/v1/findings',
  access: signedIn,
  rate: 'api',
  query: z.object({
    state: z.enum(FINDING_STATES).optional(),
    unit_id: z.uuid().optional().describe('Unit that has to put it right, with those under it'),
    inspection_id: z.uuid().optional(),
    from,
    as_of: asOfSchema,
  }),
  api: {
    summary:
      'What inspections found wrong, with the remedy that is asked and its due: what is late first. `from` takes the `next` of the answer before, `as_of` reads a day of the past',
    scope: 'read',
    answer: z.object({ findings: z.array(finding), next: z.int().nullable() }),
  },
  async handle(context, { query }) {
    const reading = await readingOf(context, query.as_of);
    const size = inspectionLimits.api_rows;
    const wanted = { state: query.state, unitId: query.unit_id, inspectionId: query.inspection_id };
    const page = { limit: size + 1, offset: query.from };
    const rows = await findingsOf(context.db, reading.scope, wanted, reading.moment, page);
    return answerJson({
      findings: rows.slice(0, size).map((one) => ({
        id: one.id,
        inspection_id: one.inspectionId,
        unit_id: one.ownerId,
        unit_name: one.ownerName,
        dimension: one.dimension,
        sub_dimension: one.subDimension,
        words: one.words,
        remedy: one.remedy,
        state: one.state,
        found_on: one.foundOn,
        due_on: one.dueOn,
      })),
      next: rows.length > size ? query.from + size : null,
    });
  },
});
