import pg from 'pg';
import { AppError, type ErrorType } from '../errors.ts';
import { checkShape } from './shape-check.ts';
import { compile, type Fragment, type Statement } from './sql.ts';

/** What a query needs: reads on a pool or inside a transaction look the same. */
export interface Db {
  rows<Row>(statement: Statement<Row>): Promise<Row[]>;
  /** The first row or `undefined`. */
  row<Row>(statement: Statement<Row>): Promise<Row | undefined>;
  /** The only row; throws when there is none. */
  one<Row>(statement: Statement<Row>): Promise<Row>;
}

/** What a command needs: writes exist only inside a transaction. */
export interface Tx extends Db {
  /** Runs a statement without rows; answers the number of rows touched. */
  run(fragment: Fragment): Promise<number>;
  readonly __transaction: true;
}

export interface Database extends Db {
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
  readonly pool: pg.Pool;
}

export interface DatabaseOptions {
  readonly connection: pg.PoolConfig;
  /** The schema that unqualified names mean, before `public`. */
  readonly schema: string;
  readonly poolSize?: number;
  /** Named prepared statements; off behind a PgBouncer older than 1.21 in transaction mode. */
  readonly prepare?: boolean;
  /** Nothing can be written through it; a statement that takes longer than a page may is ended. */
  readonly readOnly?: boolean;
  /** Compare each answer with its declared shape (tests and development). */
  readonly checkShapes?: boolean;
}

const DATE = 1082;
const INT8 = 20;

const parsers: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === DATE) return (text: string) => text;
    if (oid === INT8) return (text: string) => Number(text);
    return pg.types.getTypeParser(oid, format as 'text');
  },
};

const constraintErrors = new Map<string, ErrorType>();

/** Says which error a named constraint means, so that the database is the first validator and people still read words. */
export function errorsByConstraint(map: Readonly<Record<string, ErrorType>>): void {
  for (const [constraint, type] of Object.entries(map)) constraintErrors.set(constraint, type);
}

export function knownConstraints(): readonly string[] {
  return [...constraintErrors.keys()];
}

function translate(error: unknown): unknown {
  if (error instanceof pg.DatabaseError && error.constraint !== undefined) {
    const type = constraintErrors.get(error.constraint);
    if (type) return new AppError(type);
  }
  return error;
}

type Executor = Pick<pg.Pool, 'query'> | Pick<pg.ClientBase, 'query'>;

function reader(executor: Executor, options: DatabaseOptions): Db {
  async function rows<Row>(statement: Statement<Row>): Promise<Row[]> {
    const config: pg.QueryConfig = { text: statement.text, values: statement.values };
    if (options.prepare !== false && statement.name !== '') config.name = statement.name;
    try {
      const result = await executor.query(config);
      if (options.checkShapes) checkShape(statement, result.fields, result.rows);
      return result.rows as Row[];
    } catch (error) {
      throw translate(error);
    }
  }
  return {
    rows,
    async row(statement) {
      return (await rows(statement))[0];
    },
    async one(statement) {
      const found = (await rows(statement))[0];
      if (found === undefined) throw new Error(`expected a row from: ${statement.text}`);
      return found;
    },
  };
}

/** Strangers cause these statements: none may hold a connection for long, none reads a whole table where an index leads. */
export const READ_ONLY =
  ' -c default_transaction_read_only=on -c statement_timeout=5s -c enable_seqscan=off -c random_page_cost=1.1';

/** Opens a pool whose search_path is `schema, public`; one pool a tenant keeps prepared statements planned. */
export function openDatabase(options: DatabaseOptions): Database {
  if (!/^[a-z_][a-z0-9_]*$/.test(options.schema))
    throw new Error(`not a plain schema name: ${options.schema}`);
  const pool = new pg.Pool({
    max: options.poolSize ?? 8,
    idleTimeoutMillis: 30_000,
    ...options.connection,
    types: parsers,
    options: `-c search_path=${options.schema},public -c timezone=UTC${options.readOnly ? READ_ONLY : ''}`,
  });
  // A connection that dies with its server, idle or inside a transaction, is replaced by the next query; the statement in
  // hand fails by itself. Without a listener on both the pool and the connection Node would stop.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    ...reader(pool, options),
    pool,
    async transaction(work) {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        await client.query('begin');
        const db = reader(client, options);
        const result = await work({
          ...db,
          __transaction: true,
          async run(fragment) {
            const statement = compile(fragment, {});
            try {
              const config: pg.QueryConfig = { text: statement.text, values: statement.values };
              if (options.prepare !== false) config.name = statement.name;
              return (await client.query(config)).rowCount ?? 0;
            } catch (error) {
              throw translate(error);
            }
          },
        });
        // A statement that failed and was swallowed leaves the transaction aborted: its "commit" rolls back and says no error.
        const ended = await client.query('commit');
        if (ended.command !== 'COMMIT') throw new Error('the transaction was aborted by an earlier error');
        return result;
      } catch (error) {
        try {
          await client.query('rollback');
        } catch (rollbackError) {
          broken = rollbackError as Error;
        }
        // Deferred constraints speak at commit.
        throw translate(error);
      } finally {
        client.release(broken);
      }
    },
    async close() {
      await pool.end();
    },
  };
}
