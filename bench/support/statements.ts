import pg from 'pg';
import type { Database } from '../../src/kernel/db/database.ts';
import type { Statement } from '../../src/kernel/db/sql.ts';
import type { Tenant, Tenants } from '../../src/kernel/tenants.ts';

/** The tenants with one of them replaced by itself, its reads written down in `seen`. */
export function recording(tenants: Tenants, tenant: Tenant, seen: Statement<unknown>[]): Tenants {
  const noted = <Row>(statement: Statement<Row>): Statement<Row> => {
    seen.push(statement);
    return statement;
  };
  const note = (db: Database): Database => ({
    ...db,
    rows: (statement) => db.rows(noted(statement)),
    row: (statement) => db.row(noted(statement)),
    one: (statement) => db.one(noted(statement)),
  });
  const watched: Tenant = { ...tenant, db: note(tenant.db), publicDb: note(tenant.publicDb) };
  return new Proxy(tenants, {
    get: (target, name) => {
      if (name === 'forHost') return () => watched;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** Runs statements on a connection of its own, one after another, named, prepared and planned as the application has them. */
export async function replayer(
  app: pg.ClientConfig,
  schema: string,
  settings = '',
): Promise<{ run(statements: readonly Statement<unknown>[]): Promise<void>; close(): Promise<void> }> {
  const client = new pg.Client({
    ...app,
    options: `-c search_path=${schema},public -c timezone=UTC${settings}`,
  });
  await client.connect();
  return {
    async run(statements) {
      for (const { text, values, name } of statements) await client.query({ text, values, name });
    },
    close: () => client.end(),
  };
}
