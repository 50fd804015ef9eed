import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../test/support/database.ts';
import { query } from '../../kernel/db/sql.ts';

let it_: TestTenant;
let portal: pg.Client;
let owner: pg.Client;
beforeAll(async () => {
  it_ = await testTenant();
  portal = new pg.Client(it_.portalConnection as pg.ClientConfig);
  owner = new pg.Client(it_.owner);
  await Promise.all([portal.connect(), owner.connect()]);
});
afterAll(async () => {
  await Promise.all([portal.end(), owner.end()]);
  await it_.close();
});

const names = async (client: pg.Client, question: string, ...values: unknown[]): Promise<string[]> =>
  (await client.query<{ name: string }>(question, values)).rows.map((row) => row.name);

const RELATIONS = `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and n.nspname !~ '^pg_(catalog|toast)' and n.nspname <> 'information_schema'`;

async function refusal(statement: string): Promise<string> {
  await portal.query('begin');
  try {
    await portal.query(statement);
    return `allowed: ${statement}`;
  } catch (error) {
    return (error as pg.DatabaseError).code ?? String(error);
  } finally {
    await portal.query('rollback');
  }
}
const DENIED = '42501';

describe('the role of the citizens’ pages', () => {
  it('reads each view portal_… of the tenant', async () => {
    const views = await names(owner, `${RELATIONS} and c.relname like 'portal\\_%' and c.relkind = 'v'`);
    expect(views.length).toBeGreaterThanOrEqual(5);
    for (const view of views) await portal.query(`select * from ${view} limit 1`);
  });

  it('reads no other table, view or sequence of the database, whatever schema it stands in', async () => {
    const others = await names(
      owner,
      `${RELATIONS} and not (c.relname like 'portal\\_%' and c.relkind = 'v')`,
    );
    expect(others.length).toBeGreaterThan(100);
    const wrong: string[] = [];
    for (const name of others) {
      const code = await refusal(`select * from ${name} limit 1`);
      if (code !== DENIED) wrong.push(`${name}: ${code}`);
    }
    expect(wrong).toEqual([]);
    const granted = await names(
      owner,
      `${RELATIONS} and not (c.relname like 'portal\\_%' and c.relkind = 'v') and (
        (c.relkind <> 'S' and (has_table_privilege($1, c.oid, 'select, insert, update, delete, truncate, references, trigger')
          or has_any_column_privilege($1, c.oid, 'select, insert, update, references')))
        or (c.relkind = 'S' and has_sequence_privilege($1, c.oid, 'usage, select, update')))`,
      it_.portalConnection.user,
    );
    expect(granted).toEqual([]);
  });

  it('holds nothing but select on its views', async () => {
    const more = await names(
      owner,
      `${RELATIONS} and c.relname like 'portal\\_%'
        and has_table_privilege($1, c.oid, 'insert, update, delete, truncate, references, trigger')`,
      it_.portalConnection.user,
    );
    expect(more).toEqual([]);
  });

  it('runs no function of the product', async () => {
    const open = await names(
      owner,
      `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname in ($2, 'public', 'graphile_worker') and has_schema_privilege($1, n.oid, 'usage')
          and has_function_privilege($1, p.oid, 'execute')
          and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
      it_.portalConnection.user,
      it_.tenant.schema,
    );
    expect(open).toEqual([]);
    const all = await names(
      owner,
      `select proname as name from pg_proc where pronamespace = $1::regnamespace`,
      it_.tenant.schema,
    );
    expect(all.length).toBeGreaterThan(20);
  });

  it('makes nothing, becomes nobody else and belongs to no role', async () => {
    const schema = it_.tenant.schema;
    for (const statement of [
      `create table ${schema}.t ()`,
      'create table public.t ()',
      'create schema s',
      'set role danbiet_app',
      'set role danbiet_owner',
      'set session authorization danbiet_app',
      `insert into ${schema}.portal_item (item_id) values (gen_random_uuid())`,
      `update ${schema}.portal_contact set phone = ''`,
      `delete from ${schema}.portal_place`,
      `select nextval('${schema}.kernel_audit_seq_seq')`,
      `copy (select 1) to program 'true'`,
    ])
      expect(await refusal(statement), statement).toMatch(/^(42501|42P01|55000)$/);
    const roles = await names(
      owner,
      `select r.rolname as name from pg_auth_members m join pg_roles r on r.oid = m.roleid
        where m.member = $1::regrole`,
      it_.portalConnection.user,
    );
    expect(roles).toEqual([]);
  });

  it('is what the pages read through: read only, and ended when a statement takes too long', async () => {
    const found = await it_.tenant.publicDb.one(query({ who: 'text', readOnly: 'text', longest: 'text' })`
      select current_user::text as who, current_setting('transaction_read_only') as "readOnly",
        current_setting('statement_timeout') as longest`);
    expect(found).toEqual({ who: it_.portalConnection.user, readOnly: 'on', longest: '5s' });
  });

  it('loses at the next start whatever somebody granted it by hand', async () => {
    const { schema } = it_.tenant;
    await owner.query(`grant select, insert on ${schema}.kernel_audit to ${it_.portalConnection.user}`);
    await portal.query(`select from ${schema}.kernel_audit`);
    const { migrate } = await import('../../kernel/db/migrate.ts');
    await migrate({
      connection: it_.owner,
      schema,
      kind: 'tenant',
      appRole: String(it_.appConnection.user),
      portalRole: String(it_.portalConnection.user),
    });
    expect(await refusal(`select from ${schema}.kernel_audit`)).toBe(DENIED);
    await portal.query(`select from ${schema}.portal_item`);
  });
});
