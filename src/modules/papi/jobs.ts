import { z } from 'zod';
import { vietnamDate } from '../../kernel/dates.ts';
import type { Job } from '../../kernel/jobs.ts';
import { resultsOf } from './queries/results.ts';
import { drawInThread } from './simulation/draw.ts';
import { drawnUnits } from './simulation/units.ts';
import { endSimulation, noteProgress, simulationById } from './store-simulations.ts';

const payload = z.object({ id: z.uuid() });

/** Draws rank intervals in a thread, tells how far it is, and ends when somebody stopped it. */
export const simulationJob: Job<z.infer<typeof payload>> = {
  name: 'papi_simulate',
  payload,
  async run({ id }, { tenant }) {
    const { db, clock } = tenant;
    const one = await simulationById(db, id);
    if (!one || (one.state !== 'waiting' && one.state !== 'running')) return;
    const kind = { level: one.level, isOfficial: one.isOfficial };
    const results = await resultsOf(db, { year: one.year, day: vietnamDate(clock.now()), kind });
    const units = drawnUnits(results, one.assumedError);
    const end = (state: 'cancelled' | 'failed') =>
      db.transaction((tx) => endSimulation(tx, id, { state, at: clock.now() }));
    if (!units) {
      await end('failed');
      return;
    }
    const ranks = await drawInThread({ units, draws: one.draws, seed: one.seed }, (done) =>
      db.transaction((tx) => noteProgress(tx, id, done)),
    ).catch(async (error: unknown) => {
      await end('failed');
      throw error;
    });
    if (ranks === null) await end('cancelled');
    else
      await db.transaction((tx) => endSimulation(tx, id, { state: 'done', at: clock.now(), result: ranks }));
    return { units: units.length, draws: ranks === null ? 0 : one.draws };
  },
};

export const jobs: readonly Job<never>[] = [simulationJob as unknown as Job<never>];
