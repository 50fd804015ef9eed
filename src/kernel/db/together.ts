import pg from 'pg';
import { limits } from '../limits.ts';
import type { Database } from './database.ts';
import { Fragment, joinSql, sql } from './sql.ts';

const togetherLimits = limits('kernel.together', {
  in_one_statement: {
    value: 8,
    unit: 'questions',
    reason:
      'what waits for them goes on in one turn of the program; more would keep everybody else waiting for milliseconds',
  },
  at_once: {
    value: 2,
    unit: 'statements of a kind',
    reason:
      'the database works on one while the answers of the other are used; what comes meanwhile waits and goes together',
  },
});

interface Waiting<Asked, Found> {
  readonly asked: Asked;
  readonly found: Promise<Found | undefined>;
  resolve(found: Found | undefined): void;
  reject(error: unknown): void;
}

/** Which question a row answers, counted from 1: `with ordinality`. */
interface Answering {
  readonly n: number;
}

/** One row for each question that has an answer, in any order. */
type Load<Asked, Found extends Answering> = (
  db: Database,
  asked: readonly Asked[],
) => Promise<readonly Found[]>;

/** The questions of one kind to one database. */
class Line<Asked, Found extends Answering> {
  readonly #load: Load<Asked, Found>;
  /**
   * What waits, in the order it came, one map for each statement to be. A single map that is filled and emptied for ever would move to new
   * tables again and again, each old one pointing to the next: once the collector has seen one twice, it keeps all that come after, with the
   * answers in them, until it collects the whole heap (measured: 65 MB a second; decision 0045).
   */
  readonly #waiting: Map<string, Waiting<Asked, Found>>[] = [];
  #running = 0;
  #isCalled = false;

  constructor(load: Load<Asked, Found>) {
    this.#load = load;
  }

  ask(db: Database, key: string, asked: Asked): Promise<Found | undefined> {
    const same = this.#waiting.find((batch) => batch.has(key))?.get(key);
    if (same) return same.found;
    const { promise, resolve, reject } = Promise.withResolvers<Found | undefined>();
    this.#batchWithRoom().set(key, { asked, found: promise, resolve, reject });
    this.#call(db);
    return promise;
  }

  #batchWithRoom(): Map<string, Waiting<Asked, Found>> {
    let last = this.#waiting.at(-1);
    if (!last || last.size === togetherLimits.in_one_statement) {
      last = new Map();
      this.#waiting.push(last);
    }
    return last;
  }

  /** Waits until all that came in the same turn of the program has asked. */
  #call(db: Database): void {
    if (this.#isCalled || this.#running >= togetherLimits.at_once) return;
    this.#isCalled = true;
    setImmediate(() => {
      this.#isCalled = false;
      const next = this.#waiting.shift();
      if (!next) return;
      this.#running++;
      void this.#answer(db, [...next.values()]).finally(() => {
        this.#running--;
        if (this.#waiting.length > 0) this.#call(db);
      });
      if (this.#waiting.length > 0) this.#call(db);
    });
  }

  async #answer(db: Database, batch: readonly Waiting<Asked, Found>[]): Promise<void> {
    try {
      const rows = await this.#load(
        db,
        batch.map(({ asked }) => asked),
      );
      const found = new Map(rows.map((row) => [row.n, row]));
      for (const [at, one] of batch.entries()) one.resolve(found.get(at + 1));
    } catch (error) {
      // One question that the database cannot read, such as a name with a zero byte, must not fail its neighbours.
      if (batch.length > 1 && isAboutValues(error)) for (const one of batch) await this.#answer(db, [one]);
      else for (const one of batch) one.reject(error);
    }
  }
}

/**
 * Questions as rows, one array a column and their number last: `from ${questionRows({ uuid: ids })} a(id, n)`. The arrays are read at the
 * beginning of the statement: a plan made for known arrays promises to be a little cheaper, and would then be made anew each time,
 * which takes longer than to run it.
 */
export function questionRows(
  ...columns: readonly { readonly [type in 'text' | 'uuid' | 'date']?: readonly string[] }[]
): Fragment {
  const arrays = columns.flatMap((column) =>
    Object.entries(column).map(([type, values]) => new Fragment(['(select ', `::${type}[])`], [values])),
  );
  return sql`unnest(${joinSql(arrays, ', ')}) with ordinality`;
}

/** Class 22 of SQLSTATE: a value that is none. */
const isAboutValues = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code?.startsWith('22') === true;

/**
 * For what many ask at the same time, each about something else: questions that come while others are being answered go to the database in
 * one statement, and the same question asked twice meanwhile is asked once. Nothing is kept: every answer was read after the question came.
 * Where nobody else asks, a question goes at once. What is answered may be shared: never change it.
 */
export function askedTogether<Asked, Found extends Answering>(
  keyOf: (asked: Asked) => string,
  load: Load<Asked, Found>,
): (db: Database, asked: Asked) => Promise<Found | undefined> {
  const lines = new WeakMap<pg.Pool, Line<Asked, Found>>();
  return (db, asked) => {
    let line = lines.get(db.pool);
    if (!line) {
      line = new Line(load);
      lines.set(db.pool, line);
    }
    return line.ask(db, keyOf(asked), asked);
  };
}
