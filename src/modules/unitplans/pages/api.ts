import { z } from 'zod';
import { answerJson, get, signedIn } from '../../../kernel/http/route.ts';
import { asOfSchema, readingOf } from '../../assignments/index.ts';
import { calendarDateSchema } from '../../calendar/index.ts';
import { UNIT_PLAN_STATES } from '../domain/state.ts';
import { maySee } from '../policy.ts';
import { type UnitPlan, unitPlans } from '../queries/unit-plans.ts';
import { clockOf } from './parts.ts';

const unitPlanShape = z.object({
  id: z.uuid(),
  planId: z.uuid(),
  unitId: z.uuid(),
  unitName: z.string(),
  isRequest: z.boolean(),
  state: z.enum(UNIT_PLAN_STATES),
  dueOn: calendarDateSchema.nullable(),
  dueExplained: z.string().nullable(),
  receivedOn: calendarDateSchema.nullable(),
  version: z.int().nullable(),
  number: z.string().nullable(),
  issuedOn: calendarDateSchema.nullable(),
  workingDays: z.int().nullable(),
  lateWorkingDays: z.int(),
});

export const unitPlansApi = get({
  path: '/api/v1/unit-plans',
  access: signedIn,
  rate: 'api',
  query: z.object({ plan: z.uuid().optional(), unit: z.uuid().optional(), as_of: asOfSchema }),
  api: {
    summary:
      'Plans of units under one parent plan (`plan`) or of one unit (`unit`; the caller’s own when neither is named), as far as the caller may see them; `as_of` reads a day of the past',
    scope: 'read',
    answer: z.object({ unitPlans: z.array(unitPlanShape) }),
  },
  async handle(context, { query }) {
    const { db, actor, lang } = context;
    const reading = await readingOf(context, query.as_of);
    const { plan: planId } = query;
    const unitId = query.unit ?? actor.current?.unitId;
    const found = planId
      ? await unitPlans(db, { planId }, reading.day)
      : unitId
        ? await unitPlans(db, { unitId }, reading.day)
        : [];
    const wanted = (one: UnitPlan): boolean =>
      maySee(actor, one) && (query.unit === undefined || one.unitId === query.unit);
    return answerJson({
      unitPlans: found.filter(wanted).map((one) => {
        const { due, received, versions } = one.course;
        const last = versions.at(-1);
        return {
          id: one.id,
          planId: one.planId,
          unitId: one.unitId,
          unitName: reading.units.names.get(one.unitId) ?? '',
          isRequest: one.isRequest,
          state: one.state,
          dueOn: due?.on ?? null,
          dueExplained: due?.explained[lang] ?? null,
          receivedOn: received?.on ?? null,
          version: last?.version ?? null,
          number: last?.number ?? null,
          issuedOn: last?.issuedOn ?? null,
          workingDays: versions[0]?.workingDays ?? null,
          lateWorkingDays: clockOf(one, reading)?.late ?? 0,
        };
      }),
    });
  },
});
