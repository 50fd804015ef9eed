// Values are guarded as in the product: the rooms listen to each other through this table.
import '../../src/main/rooms.ts';
import pg from 'pg';
import { systemActor } from '../../src/kernel/authz.ts';
import { addDays } from '../../src/kernel/dates.ts';
import type { Tx } from '../../src/kernel/db/database.ts';
import { query } from '../../src/kernel/db/sql.ts';
import { newId } from '../../src/kernel/ids.ts';
import { defineFigure, importRecords, readFiguresFile, totalsOf } from '../../src/modules/figures/index.ts';
import { makeYear, reopenPeriod } from '../../src/modules/periods/index.ts';
import type { BenchTenant } from '../support/tenant.ts';

const FIGURES = 178;
const MONTHS = ['2024-M01', '2024-M02', '2024-M03', '2024-M04', '2024-M05', '2024-M06'];
const ROUNDS = 7;

export interface FiguresImportResult {
  readonly rows: number;
  /** From the bytes of the file to the commit: reading, names, rights, windows, values, writing; the first import and a second one. */
  readonly firstMs: number;
  readonly changedMs: number;
  /** The same rows written by SQL alone, unchecked, with the same indexes. */
  readonly bareMs: number;
  readonly totals: number;
  /** All figures and months added up over all units; median of seven, and the statement alone. */
  readonly totalsMs: number;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

/** 100,392 figures of 94 communes for six months, from a JSON file, beside a bare insert of the same rows. */
export async function figuresImport(bench: BenchTenant): Promise<FiguresImportResult> {
  const { tenant } = bench;
  const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => tenant.db.transaction(work);
  const communes = await tenant.db.rows(query({ id: 'uuid', key: 'text' } as const)`
    select u.id, u.key from units_unit u join units_version v on v.unit_id = u.id
    where v.kind = 'ubnd' and v.tier = 'xã' and u.key like 'measured-%' order by u.key`);
  const figureIds = await prepare(bench, run);
  const fileOf = (more: number): Uint8Array =>
    new TextEncoder().encode(
      JSON.stringify({
        dataValues: MONTHS.flatMap((month, m) =>
          communes.flatMap(({ key }, u) =>
            figureIds.map((_, f) => ({
              dataElement: codeOf(f),
              period: month.replace('-M', ''),
              orgUnit: key,
              value: String((((m + 1) * 31 + u * 7 + f) % 900) + more),
              unitOfMeasure: 'hồ sơ',
            })),
          ),
        ),
      }),
    );
  const importing = async (bytes: Uint8Array): Promise<void> => {
    const context = { actor: systemActor, now: tenant.clock.now(), requestId: newId() };
    const read = await readFiguresFile('so-lieu.json', bytes);
    const done = await run((tx) => importRecords(context, tx, { read, via: 'import', whole: true }));
    if (!done.applied) throw new Error(`refused: ${JSON.stringify(done.outcomes[0])}`);
  };
  const [first, changed] = [fileOf(0), fileOf(1)];
  const firstMs = await timed(() => importing(first));
  const changedMs = await timed(() => importing(changed));
  const groups = [{ key: 'all', unitIds: communes.map(({ id }) => id) }];
  const wanted = { figureIds, periodCodes: MONTHS, groups, inTimeOnly: true, asOf: null };
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) times.push(await timed(() => totalsOf(tenant.db, wanted)));
  const rows = MONTHS.length * communes.length * FIGURES;
  return {
    rows,
    firstMs,
    changedMs,
    bareMs: await bareInsert(bench),
    totals: FIGURES * MONTHS.length,
    totalsMs: median(times),
  };
}

const codeOf = (index: number): string => `DO${String(index + 1).padStart(3, '0')}`;

async function prepare(
  bench: BenchTenant,
  run: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
): Promise<string[]> {
  const { tenant, filled } = bench;
  const context = { actor: systemActor, now: tenant.clock.now(), requestId: newId() };
  const until = addDays(tenant.clock.today(), 3);
  return run(async (tx) => {
    await makeYear(context, tx, {
      year: 2024,
      kinds: ['month'],
      regime: 'calendar_year',
      dueWithin: 4,
      lockWithin: 5,
    });
    for (const code of MONTHS.slice(0, -1))
      await reopenPeriod(context, tx, { code, unitId: null, untilOn: until, reason: 'Đo tốc độ' });
    const ids: string[] = [];
    for (let index = 0; index < FIGURES; index++)
      ids.push(
        await defineFigure(context, tx, {
          code: codeOf(index),
          confirmed: true,
          facts: {
            name: `Số hồ sơ đo thứ ${index + 1}`,
            unitOfMeasure: 'hồ sơ',
            numberKind: 'count',
            decimals: 0,
            atMost: null,
            numeratorLabel: null,
            denominatorLabel: null,
            isPart: false,
            dimension: 5,
            subDimension: '5.4',
            direction: 'up',
            enteredBy: { groups: [], kinds: [{ kind: 'ubnd', tier: 'xã' }], unitIds: [] },
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
    return ids;
  });
}

/** What the database has to do at the least: the same rows into a table with the same indexes. */
async function bareInsert({ connections, tenant }: BenchTenant): Promise<number> {
  const client = new pg.Client(connections.owner);
  await client.connect();
  try {
    await client.query(`set search_path = ${client.escapeIdentifier(tenant.schema)}, public`);
    await client.query('create table bench_value (like figures_value including all)');
    return await timed(() => client.query('insert into bench_value select * from figures_value'));
  } finally {
    await client.query('drop table if exists bench_value');
    await client.end();
  }
}
