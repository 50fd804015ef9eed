import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../test/support/database.ts';
import { audit, auditEvents } from '../audit.ts';
import { systemActor } from '../authz.ts';
import { newId } from '../ids.ts';
import { migrate, readMigrations } from './migrate.ts';
import { query, sql } from './sql.ts';

const events = auditEvents('migrate_test', { tried: { vi: 'Thử', en: 'Tried' } });

let it_: TestTenant;
let owner: pg.Client;
beforeAll(async () => {
  it_ = await testTenant();
  owner = new pg.Client(it_.owner);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await it_.close();
});

const options = (schema: string) => ({
  connection: it_.owner,
  schema,
  kind: 'tenant' as const,
  appRole: String(it_.appConnection.user),
});

const codeOf = async (text: string): Promise<string | undefined> =>
  it_.db.pool.query(text).then(
    () => undefined,
    (error: pg.DatabaseError) => error.code,
  );
const INSUFFICIENT_PRIVILEGE = '42501';
const RESTRICT_VIOLATION = '23001';

describe('migrations', () => {
  it('two at once make one schema, each file once, and a second run does nothing', async () => {
    const names = (await readMigrations('tenant')).map((migration) => migration.name);
    const answers = await Promise.all([migrate(options('tenant_twice')), migrate(options('tenant_twice'))]);
    expect(answers.map((applied) => applied.length).sort((a, b) => a - b)).toEqual([0, names.length]);
    expect(answers.find((applied) => applied.length > 0)).toEqual(names);
    expect(await migrate(options('tenant_twice'))).toEqual([]);
  });

  it('a file that changed after it ran stops everything', async () => {
    await owner.query(
      `update tenant_twice.kernel_migration set hash = 'other' where name like '%create-kernel'`,
    );
    await expect(migrate(options('tenant_twice'))).rejects.toThrow('changed after it was applied');
  });

  it('one that fails leaves nothing behind', async () => {
    await owner.query('create schema tenant_half; create table tenant_half.units_unit (id int)');
    await expect(migrate(options('tenant_half'))).rejects.toThrow();
    const { rows } = await owner.query(
      `select table_name from information_schema.tables where table_schema = 'tenant_half'`,
    );
    expect(rows).toEqual([{ table_name: 'units_unit' }]);
  });

  it('names sort in the order they are applied', async () => {
    for (const kind of ['shared', 'tenant'] as const)
      for (const { name } of await readMigrations(kind)) expect(name).toMatch(/^20\d{10}-[a-z0-9-]+$/);
  });
});

describe('the role that serves requests', () => {
  it('cannot define, change or drop anything', async () => {
    const { schema } = it_.tenant;
    for (const text of [
      `create table ${schema}.own (id int)`,
      'create table public.own (id int)',
      'alter table kernel_audit disable trigger all',
      'drop table kernel_audit',
      'alter table kernel_file add column own int',
      `create schema own`,
      `set session_replication_role = replica`,
      `delete from kernel_migration`,
      `select * from kernel_migration`,
    ])
      expect(await codeOf(text), text).toBe(INSUFFICIENT_PRIVILEGE);
  });

  it('cannot change or remove what the audit holds, and neither can the owner', async () => {
    await it_.db.transaction((tx) =>
      audit(tx, { actor: systemActor, now: new Date(), requestId: newId() }, events.tried, {
        subject: { type: 'trial', id: '1' },
        after: { a: 1 },
      }),
    );
    const attempts = [
      `update kernel_audit set actor_name = 'x'`,
      'delete from kernel_audit',
      'truncate kernel_audit',
    ];
    for (const text of attempts) {
      expect([RESTRICT_VIOLATION, INSUFFICIENT_PRIVILEGE], text).toContain(await codeOf(text));
      await expect(
        owner.query(`set search_path = ${it_.tenant.schema}; ${text}`),
        text,
      ).rejects.toMatchObject({
        code: RESTRICT_VIOLATION,
      });
    }
    const kept = await it_.db.rows(
      query({ event: 'text', after: 'json?' })`select event, after from kernel_audit`,
    );
    expect(kept).toEqual([{ event: 'migrate_test.tried', after: { a: 1 } }]);
  });

  it('an event is recorded exactly when its change is', async () => {
    const failing = it_.db.transaction(async (tx) => {
      await audit(tx, it_.context(), events.tried, { subject: { type: 'trial', id: 'undone' } });
      await tx.run(sql`select 1 / 0`);
    });
    await expect(failing).rejects.toThrow();
    expect(
      await it_.db.rows(query({ id: 'uuid' })`select id from kernel_audit where subject_id = 'undone'`),
    ).toEqual([]);
  });
});
