import type { Db, Tx } from '../../kernel/db/database.ts';
import { query, sql } from '../../kernel/db/sql.ts';
import type { DrawnRank } from './domain/bootstrap.ts';
import type { PlaceLevel } from './domain/results.ts';

export type SimulationState = 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';

export interface Simulation {
  readonly id: string;
  readonly year: number;
  readonly level: PlaceLevel;
  readonly isOfficial: boolean;
  readonly draws: number;
  readonly seed: number;
  readonly assumedError: number | null;
  readonly state: SimulationState;
  readonly done: number;
  readonly askedAt: Date;
  readonly askedBy: string;
  readonly result: readonly DrawnRank[] | null;
}

const row = {
  id: 'uuid',
  year: 'int',
  level: 'text',
  isOfficial: 'bool',
  draws: 'int',
  seed: 'bigint',
  assumedError: 'float?',
  state: 'text',
  done: 'int',
  askedAt: 'instant',
  askedBy: 'text',
  result: 'json?',
} as const;

const columns = sql`id, year, level, is_official as "isOfficial", draws, seed, assumed_error as "assumedError", state, done,
  asked_at as "askedAt", asked_by as "askedBy"`;

function read(
  one: {
    [K in keyof typeof row]: K extends 'level' | 'state' | 'result' ? unknown : Simulation[K];
  },
): Simulation {
  return {
    ...one,
    level: one.level as PlaceLevel,
    state: one.state as SimulationState,
    result: one.result as DrawnRank[] | null,
  };
}

export async function simulationById(db: Db, id: string): Promise<Simulation | null> {
  const found = await db.row(
    query(row)`select ${columns}, result from papi_simulation where id = ${id}::uuid`,
  );
  return found ? read(found) : null;
}

/** The latest runs, without their results. */
export async function latestSimulations(db: Db, limit: number): Promise<Simulation[]> {
  const rows = await db.rows(query(row)`
    select ${columns}, null::jsonb as result from papi_simulation order by asked_at desc, id desc limit ${limit}`);
  return rows.map(read);
}

export async function countOpenSimulations(db: Db): Promise<number> {
  const { n } = await db.one(
    query({
      n: 'int',
    })`select count(*)::integer as n from papi_simulation where state in ('waiting', 'running')`,
  );
  return n;
}

export async function insertSimulation(
  tx: Tx,
  one: Pick<
    Simulation,
    'id' | 'year' | 'level' | 'isOfficial' | 'draws' | 'seed' | 'assumedError' | 'askedAt' | 'askedBy'
  >,
): Promise<void> {
  await tx.run(sql`insert into papi_simulation
      (id, year, level, is_official, draws, seed, assumed_error, state, asked_at, asked_by)
    values (${one.id}, ${one.year}, ${one.level}, ${one.isOfficial}, ${one.draws}, ${one.seed}, ${one.assumedError},
      'waiting', ${one.askedAt}, ${one.askedBy})`);
}

/** Notes how far a run is; false when it was stopped meanwhile (or is gone). */
export async function noteProgress(tx: Tx, id: string, done: number): Promise<boolean> {
  const touched = await tx.run(sql`update papi_simulation set state = 'running', done = ${done}
    where id = ${id}::uuid and state in ('waiting', 'running')`);
  return touched > 0;
}

/** Ends a run that still goes on; false when it had ended already. */
export async function endSimulation(
  tx: Tx,
  id: string,
  end: { state: 'done' | 'cancelled' | 'failed'; at: Date; result?: readonly DrawnRank[] },
): Promise<boolean> {
  const result = end.result ? JSON.stringify(end.result) : null;
  const touched = await tx.run(sql`update papi_simulation
    set state = ${end.state}, finished_at = ${end.at}, result = ${result}::jsonb,
      done = case when ${end.state}::text = 'done' then draws else done end
    where id = ${id}::uuid and state in ('waiting', 'running')`);
  return touched > 0;
}
