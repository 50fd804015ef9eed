import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { counting } from '../../../../test/support/counting.ts';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { type FiguresWorld, figuresWorld } from '../../../../test/support/figures-world.ts';
import { query } from '../../../kernel/db/sql.ts';
import type { SaveRow } from '../domain/save.ts';
import { valuesOf } from '../queries/values.ts';
import { saveValues } from './save-values.ts';

const WRITER = fileURLToPath(new URL('../../../../test/support/figures-writer.ts', import.meta.url));
const KILLS = 10;

let place: TestTenant;
let world: FiguresWorld;

beforeAll(async () => {
  place = await testTenant();
  world = await figuresWorld(place);
});
afterAll(() => place.close());

async function manyFigures(n: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < n; index++) ids.push(await world.define({ periods: [{ kind: 'month' }] }));
  return ids;
}

it('takes as many statements for 10 rows as for 1.000, new, changed and wrong alike', async () => {
  const figures = await manyFigures(250);
  const open = [world.tree.commune, world.tree.otherCommune];
  const rowsOf = (n: number, number: number): SaveRow[] =>
    figures
      .flatMap((figureId) =>
        open.flatMap((unitId) =>
          ['2024-M05', '2024-M06'].map((periodCode) => world.cell(figureId, number, { unitId, periodCode })),
        ),
      )
      .slice(0, n)
      .concat(world.cell(figures[0] ?? '', -1, { periodCode: '2024-Q1' }));
  const statements = async (rows: readonly SaveRow[]): Promise<[number, number]> =>
    world.run(undefined, async (context, tx) => {
      const counted = counting(tx);
      const outcome = await saveValues(context, counted.tx, { rows, via: 'import' });
      return [counted.count(), outcome.counts.saved];
    });
  place.clock.set(new Date('2024-06-05T02:00:00Z'));
  const [few, fewSaved] = await statements(rowsOf(10, 1));
  // The first ten change, the others are new.
  const [many, manySaved] = await statements(rowsOf(1000, 2));
  const [changed, changedSaved] = await statements(rowsOf(1000, 3));
  expect([fewSaved, manySaved, changedSaved]).toEqual([10, 1000, 1000]);
  // New and changed cells are one statement each; a save has one of them or both.
  expect(many).toBe(few + 1);
  expect(changed).toBe(few);
  expect(few).toBeLessThanOrEqual(10);
});

it('a program killed while it saves leaves all cells of the import or none, ten times in a row', {
  timeout: 120_000,
}, async () => {
  place.clock.set(new Date('2024-06-24T02:00:00Z'));
  const figures = (await manyFigures(40)).slice();
  const given = {
    connection: place.appConnection,
    schema: place.tenant.schema,
    now: place.clock.now().toISOString(),
    unitIds: [world.tree.commune, world.tree.otherCommune],
    periodCode: '2024-M06',
    figures,
  };
  const cells = figures.length * given.unitIds.length;
  let saved = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', WRITER, JSON.stringify({ ...given, from: saved + 1 })],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const ended = once(child, 'exit');
    let acknowledged = saved;
    const begun = Promise.withResolvers<void>();
    createInterface(child.stdout).on('line', (line) => {
      acknowledged = Number(line);
      begun.resolve();
    });
    await begun.promise;
    // At another moment each time, so that every part of a save is met.
    await new Promise((resolve) => setTimeout(resolve, kill * 7));
    child.kill('SIGKILL');
    await ended;
    const values = await place.db.transaction(async (tx) => {
      // Whatever the killed program had begun is over once nobody holds its cells; asked for in its order, so that nobody waits in a circle.
      await tx.rows(query({ id: 'uuid' } as const)`
        select id from figures_value where figure_id = any(${figures}::uuid[])
        order by figure_id, period_code, unit_id for update`);
      return valuesOf(tx, { figureIds: figures, asOf: null });
    });
    expect(values).toHaveLength(cells);
    const said = new Set(values.map(({ value }) => (value.kind === 'number' ? value.number : -1)));
    expect(said.size).toBe(1);
    const [number] = said;
    expect(number).toBeGreaterThanOrEqual(acknowledged);
    expect(new Set(values.map(({ revision }) => revision))).toEqual(new Set([number]));
    const { past, events } = await place.db.one(query({ past: 'bigint', events: 'bigint' } as const)`
      select (select count(*) from figures_value_past where figure_id = any(${figures}::uuid[])) as past,
        (select count(*) from kernel_audit where event = 'figures.saved' and after ->> 'count' = ${String(cells)}) as events`);
    expect(past).toBe(cells * ((number ?? 0) - 1));
    expect(events).toBe(number);
    saved = number ?? 0;
  }
  expect(saved).toBeGreaterThanOrEqual(KILLS);
});
