import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { resultsWorkbook } from '../../../../test/support/papi-workbooks.ts';
import { actorWith } from '../../../../test/support/people.ts';
import { startJobs } from '../../../kernel/jobs.ts';
import { createLog } from '../../../kernel/telemetry.ts';
import { jobs } from '../jobs.ts';
import { drawInThread } from '../simulation/draw.ts';
import { simulationById } from '../store-simulations.ts';
import { importResults } from './import-results.ts';
import { cancelSimulation, simulationInput, startSimulation } from './simulate.ts';

let tenant: TestTenant;
beforeAll(async () => {
  tenant = await testTenant();
  const bytes = resultsWorkbook([{ year: 2019, tab: '2019', title: 'PAPI 2019', standardError: () => 0.05 }]);
  const input = {
    fileName: 'papi-2019.xlsx',
    bytes,
    level: 'province',
    isOfficial: true,
    source: 'CECODES',
  } as const;
  await tenant.db.transaction((tx) => importResults(tenant.context(), tx, input));
});
afterAll(() => tenant.close());

const begin = (fields: object, actor = tenant.context().actor): Promise<string> =>
  tenant.db.transaction((tx) =>
    startSimulation(
      { ...tenant.context(actor), tenant: tenant.tenant },
      tx,
      simulationInput.parse({ year: 2019, draws: 200, ...fields }),
    ),
  );

async function until(condition: () => Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + 25_000;
  while (!(await condition())) {
    if (Date.now() > giveUpAt) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const stateOf = async (id: string) => (await simulationById(tenant.db, id))?.state;

describe('a simulation of ranks', () => {
  it('is worked in the background from the published standard errors, to an interval for every place', async () => {
    const id = await begin({});
    expect(await stateOf(id)).toBe('waiting');
    const running = await startJobs({
      connection: tenant.appConnection,
      tenants: tenant.tenants,
      jobs,
      files: tenant.files,
      log: createLog('silent'),
    });
    try {
      await until(async () => (await stateOf(id)) === 'done');
    } finally {
      await running.stop();
    }
    const one = await simulationById(tenant.db, id);
    expect(one).toMatchObject({ done: 200, draws: 200, assumedError: null });
    expect(one?.result).toHaveLength(63);
    for (const rank of one?.result ?? []) {
      expect(rank.best).toBeGreaterThanOrEqual(1);
      expect(rank.worst).toBeLessThanOrEqual(63);
      expect(rank.best).toBeLessThanOrEqual(rank.worst);
    }
    const wide = (one?.result ?? []).filter((rank) => rank.worst > rank.best);
    expect(wide.length).toBeGreaterThan(30);
  });

  it('that is stopped while it waits is never worked, and cannot be stopped twice', async () => {
    const id = await begin({});
    await tenant.db.transaction((tx) => cancelSimulation(tenant.context(), tx, id));
    expect(await stateOf(id)).toBe('cancelled');
    await expect(
      tenant.db.transaction((tx) => cancelSimulation(tenant.context(), tx, id)),
    ).rejects.toMatchObject({ type: { code: 'papi.simulation_over' } });
    const running = await startJobs({
      connection: tenant.appConnection,
      tenants: tenant.tenants,
      jobs,
      files: tenant.files,
      log: createLog('silent'),
    });
    const other = await begin({ draws: 100 });
    await until(async () => (await stateOf(other)) === 'done');
    await running.stop();
    expect(await stateOf(id)).toBe('cancelled');
  });

  it('stops in the middle of its thread when it is told to, and answers nothing', async () => {
    const units = Array.from({ length: 40 }, (_, index) => ({
      code: String(index),
      constant: 0,
      terms: Array.from({ length: 60 }, () => ({ value: 1, standardError: 0.1, weight: 1, min: 0, max: 2 })),
    }));
    const seen: number[] = [];
    const ranks = await drawInThread({ units, draws: 10_000, seed: 7 }, async (done) => {
      seen.push(done);
      return seen.length < 3;
    });
    expect(ranks).toBeNull();
    expect(seen[0]).toBe(0);
    expect(seen.at(-1)).toBeLessThan(10_000);
  });

  it('needs standard errors, or one that is assumed and then said to be', async () => {
    await expect(begin({ year: 2023 })).rejects.toMatchObject({ type: { code: 'papi.no_standard_errors' } });
    await expect(begin({ year: 2024 })).rejects.toMatchObject({
      type: { code: 'papi.year_without_results' },
    });
    const id = await begin({ year: 2023, assumedError: '0,5' });
    expect((await simulationById(tenant.db, id))?.assumedError).toBe(0.5);
    await tenant.db.transaction((tx) => cancelSimulation(tenant.context(), tx, id));
    expect(simulationInput.safeParse({ year: 2023, draws: 200, assumedError: 'nhiều' }).success).toBe(false);
  });

  it('is asked for by the standing agency alone, and not more than three at a time', async () => {
    await expect(begin({}, actorWith('member', ['district', 'commune']))).rejects.toMatchObject({
      type: { code: 'papi.may_not_keep' },
    });
    const open = [await begin({}), await begin({}), await begin({})];
    await expect(begin({})).rejects.toMatchObject({ type: { code: 'papi.simulations_busy' } });
    for (const id of open) await tenant.db.transaction((tx) => cancelSimulation(tenant.context(), tx, id));
  });
});
