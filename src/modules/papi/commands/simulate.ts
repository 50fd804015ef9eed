import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { enqueue } from '../../../kernel/jobs.ts';
import type { Tenant } from '../../../kernel/tenants.ts';
import { readNumber } from '../domain/numbers.ts';
import { papiErrors } from '../errors.ts';
import { papiEvents } from '../events.ts';
import { simulationJob } from '../jobs.ts';
import { papiLimits } from '../limits.ts';
import { mayKeepIndex } from '../policy.ts';
import { resultsOf, yearsOn } from '../queries/results.ts';
import { drawnUnits } from '../simulation/units.ts';
import {
  countOpenSimulations,
  endSimulation,
  insertSimulation,
  simulationById,
} from '../store-simulations.ts';

export const simulationInput = z.object({
  year: z.coerce.number().int().min(2011).max(2100),
  draws: z.coerce.number().int().min(100).max(10_000),
  assumedError: z
    .string()
    .trim()
    .max(10)
    .default('')
    .transform((text) => (text === '' ? null : (readNumber(text)?.value ?? Number.NaN)))
    .refine((error) => error === null || (error > 0 && error < 20), {
      params: {
        message: { vi: 'Ghi số điểm lớn hơn 0, ví dụ 0,5.', en: 'Give points above 0, for example 0.5.' },
      },
    }),
});

/** Asks the background for rank intervals of the published index of a year; answers the run's id. */
export async function startSimulation(
  context: CommandContext & { readonly tenant: Pick<Tenant, 'slug'> },
  tx: Tx,
  input: z.infer<typeof simulationInput>,
): Promise<string> {
  ensure(mayKeepIndex(context.actor, null), papiErrors.may_not_keep);
  const day = vietnamDate(context.now);
  const known = (await yearsOn(tx, day)).includes(input.year);
  ensure(known, papiErrors.year_without_results, { year: String(input.year) });
  const results = await resultsOf(tx, { year: input.year, day });
  ensure(drawnUnits(results, input.assumedError), papiErrors.no_standard_errors, {
    year: String(input.year),
  });
  const open = await countOpenSimulations(tx);
  ensure(open < papiLimits.open_simulations, papiErrors.simulations_busy, { n: papiLimits.open_simulations });
  const id = newId();
  const kind = { level: 'province', isOfficial: true } as const;
  const { year, draws, assumedError } = input;
  await insertSimulation(tx, {
    id,
    year,
    ...kind,
    draws,
    seed: seedOf(id),
    assumedError,
    askedAt: context.now,
    askedBy: context.actor.name,
  });
  await enqueue(tx, context.tenant, simulationJob, { id }, `papi_simulate:${id}`);
  await audit(tx, context, papiEvents.simulation_started, {
    subject: { type: 'papi_simulation', id },
    after: { year, draws, assumedError },
  });
  return id;
}

/** The last 32 bits of the run's id: every run can be drawn again exactly. */
function seedOf(id: string): number {
  return Number.parseInt(id.replaceAll('-', '').slice(-8), 16);
}

/** Stops a run that waits or goes on; what it has drawn is dropped. */
export async function cancelSimulation(context: CommandContext, tx: Tx, id: string): Promise<void> {
  ensure(mayKeepIndex(context.actor, null), papiErrors.may_not_keep);
  const one = await simulationById(tx, id);
  if (!one) throw new AppError(papiErrors.simulation_unknown);
  const stopped = await endSimulation(tx, id, { state: 'cancelled', at: context.now });
  ensure(stopped, papiErrors.simulation_over);
  await audit(tx, context, papiEvents.simulation_cancelled, {
    subject: { type: 'papi_simulation', id },
    before: { state: one.state, done: one.done },
  });
}
