import pg from 'pg';
import { type Actor, systemActor } from '../../src/kernel/authz.ts';
import { calendarDate } from '../../src/kernel/dates.ts';
import { forOneRequest } from '../../src/kernel/db/kept.ts';
import { sql } from '../../src/kernel/db/sql.ts';
import { newId } from '../../src/kernel/ids.ts';
import { defineFigure, definitionsOf } from '../../src/modules/figures/index.ts';
import { makeYear, periodsByCodes } from '../../src/modules/periods/index.ts';
import { sectorTotal, territoryTotal } from '../../src/modules/reports/domain/rollup.ts';
import { seesUnit } from '../../src/modules/reports/policy-totals.ts';
import { placedUnits, rollUp } from '../../src/modules/reports/queries/rollup.ts';
import { unitsOfDay } from '../../src/modules/units/index.ts';
import type { BenchTenant } from '../support/tenant.ts';

const ROUNDS = 7;
const FIGURES = 100;
const YEAR = 2024;
const MONTHS = Array.from({ length: 12 }, (_, index) => `${YEAR}-M${String(index + 1).padStart(2, '0')}`);
const KINDS = ['ubnd', 'so', 'mttq', 'hdnd'];

export interface ConsolidationResult {
  readonly units: number;
  readonly figures: number;
  readonly periods: number;
  /** By lead agency and by territory at once, with who is in and missing; and one statement that only adds. Medians of seven. */
  readonly oursMs: number;
  readonly bareMs: number;
}

/** The least that the database has to do: the same rows added up by figure and period. */
const BARE = `
  select figure_id, period_code, sum(number), count(*) from figures_value
  where figure_id = any($1::uuid[]) and period_code = any($2::text[]) and unit_id = any($3::uuid[]) and not is_cleared
  group by figure_id, period_code`;

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** A hundred figures that all 104 units under the root enter each month, with a value in every cell. */
async function prepare({ tenant, filled }: BenchTenant, unitIds: readonly string[]): Promise<string[]> {
  const context = { actor: systemActor, now: tenant.clock.now(), requestId: newId() };
  return tenant.db.transaction(async (tx) => {
    if ((await periodsByCodes(tx, MONTHS)).length === 0)
      await makeYear(context, tx, {
        year: YEAR,
        kinds: ['month'],
        regime: 'calendar_year',
        dueWithin: 4,
        lockWithin: 5,
      });
    const ids: string[] = [];
    for (let index = 1; index <= FIGURES; index++)
      ids.push(
        await defineFigure(context, tx, {
          code: `TH${String(index).padStart(3, '0')}`,
          confirmed: true,
          facts: {
            name: `Số việc tổng hợp thứ ${index}`,
            unitOfMeasure: 'việc',
            numberKind: 'count',
            decimals: 0,
            atMost: null,
            numeratorLabel: null,
            denominatorLabel: null,
            isPart: false,
            dimension: 5,
            subDimension: '5.4',
            direction: 'up',
            enteredBy: { groups: [], kinds: [], unitIds: [...unitIds] },
            ownerUnitId: filled.rootId,
            periods: [{ kind: 'month' }],
            isCumulative: false,
            evidenceWanted: false,
            rollUp: 'sum',
            target: null,
            source: '',
            note: '',
            askedUntil: null,
          },
        }),
      );
    await tx.run(sql`
      insert into figures_value (id, figure_id, unit_id, period_code, number, is_late, via, by_name, first_at, changed_at)
      select gen_random_uuid(), f.id, u.id, p.code, 1 + abs(hashtext(f.id::text || u.id || p.code)) % 900, false, 'import', 'x', now(), now()
      from unnest(${ids}::uuid[]) as f (id) cross join unnest(${unitIds}::uuid[]) as u (id)
        cross join unnest(${MONTHS}::text[]) as p (code)`);
    return ids;
  });
}

/** 104 units, 100 figures and twelve months: both roll-ups with who is in them, beside the bare SQL. */
export async function consolidation(bench: BenchTenant): Promise<ConsolidationResult> {
  const { tenant, filled } = bench;
  const { db } = tenant;
  const { tree } = await unitsOfDay(db, calendarDate(`${YEAR}-06-30`));
  const unitIds = tree
    .filter(({ id, kind }) => id !== filled.rootId && KINDS.includes(kind))
    .map(({ id }) => id);
  const ids = new Set(await prepare(bench, unitIds));
  const figures = (await definitionsOf(db)).filter(({ id }) => ids.has(id));
  const periods = await periodsByCodes(db, MONTHS);
  const post = {
    postId: newId(),
    role: 'leader',
    title: 'Chủ tịch',
    unitId: filled.rootId,
    unitName: '',
    lineage: [filled.rootId],
    acting: false,
    carries: [],
  };
  const actor: Actor = { ...systemActor, personId: newId(), posts: [post], current: post };
  const ours = async (): Promise<void> => {
    // As the web process hands it to a request.
    const own = forOneRequest(db);
    const tallyOf = await rollUp(own, {
      figures,
      periods,
      placed: await placedUnits(own, periods),
      nodeIds: [filled.rootId],
      sees: (owner, unit) => seesUnit(actor, owner, unit),
      asOf: null,
    });
    for (const figure of figures)
      for (const { code } of periods) {
        const sector = sectorTotal(tallyOf, figure, code, filled.rootId);
        const territory = territoryTotal(tallyOf, figure, code, filled.rootId);
        if (JSON.stringify(sector.value) !== JSON.stringify(territory.value))
          throw new Error(`the two totals of ${code} differ`);
      }
  };
  const client = new pg.Client(bench.connections.owner);
  await client.connect();
  try {
    await client.query(`set search_path = ${client.escapeIdentifier(tenant.schema)}, public`);
    // As autovacuum does after so many rows.
    await client.query('analyze figures_value');
    const values = [[...ids], MONTHS, unitIds];
    const [times, bare]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      times.push(await timed(ours));
      bare.push(await timed(() => client.query({ name: 'bare-totals', text: BARE, values })));
    }
    return {
      units: unitIds.length,
      figures: figures.length,
      periods: periods.length,
      oursMs: median(times),
      bareMs: median(bare),
    };
  } finally {
    await client.end();
  }
}
