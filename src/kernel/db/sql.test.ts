import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../test/support/database.ts';
import { AppError, errors } from '../errors.ts';
import { errorsByConstraint, knownConstraints } from './database.ts';
import { joinSql, noSql, query, sql } from './sql.ts';

const failures = errors('sql_test', {
  taken: { status: 409, vi: 'Trùng', en: 'Taken', remedy: { vi: 'Đổi', en: 'Change' } },
  orphan: { status: 422, vi: 'Mồ côi', en: 'Orphan', remedy: { vi: 'Đổi', en: 'Change' } },
});

let it_: TestTenant;
beforeAll(async () => {
  it_ = await testTenant();
  const { Client } = (await import('pg')).default;
  const owner = new Client(it_.owner);
  await owner.connect();
  await owner.query(`set search_path = ${it_.tenant.schema};
    create table kernel_trial (name text constraint kernel_trial_name_unique unique, after text
      constraint kernel_trial_after references kernel_trial (name) deferrable initially deferred)`);
  await owner.end();
});
afterAll(() => it_.close());

describe('the sql tag', () => {
  it('values never enter the text: whatever is sent comes back as it was and changes nothing', async () => {
    const anyText = fc
      .oneof(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom("'; drop table kernel_trial; --", '$1', '%s', '\\'),
      )
      .filter((text) => !text.includes('\u0000') && text.isWellFormed());
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const statement = query({ back: 'text' })`select ${text}::text as back`;
        expect(statement.text).toBe('select $1::text as back');
        expect((await it_.db.one(statement)).back).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  it('fragments nest to any depth, and their values keep their places', async () => {
    const either = joinSql([sql`a = ${1}`, sql`b = ${2}`], ' or ');
    const all = joinSql([sql`(${either})`, sql`c = ${3}`], ' and ');
    const statement = query({
      n: 'int',
    })`select ${9}::int as n from (select 1 a, 5 b, 3 c) t where ${all} ${noSql}`;
    expect(statement.values).toEqual([9, 1, 2, 3]);
    expect(await it_.db.rows(statement)).toEqual([{ n: 9 }]);
    expect(joinSql([], ' and ')).toBe(noSql);
  });

  it('one text has one name whatever its values, another text another', () => {
    const named = (n: number) => query({ n: 'int' })`select ${n}::int as n`.name;
    expect(named(1)).toBe(named(2));
    expect(query({ n: 'int' })`select ${1}::int  as n`.name).not.toBe(named(1));
    expect(named(1).length).toBeLessThan(64);
  });
});

describe('declared shapes', () => {
  it('dates come as text, big counts as numbers, instants as Date, arrays as arrays', async () => {
    const shape = { d: 'date', n: 'bigint', t: 'instant', a: 'text[]', j: 'json', none: 'date?' } as const;
    const row = await it_.db.one(query(shape)`select date '2024-02-29' as d, count(*) as n, timestamptz
      '2024-06-24 09:00+07' as t, array['x', 'y'] as a, jsonb '{"v":1}' as j, null::date as none`);
    expect(row).toEqual({
      d: '2024-02-29',
      n: 1,
      t: new Date('2024-06-24T02:00:00Z'),
      a: ['x', 'y'],
      j: { v: 1 },
      none: null,
    });
  });

  it.each([
    ['a column too few', query({ a: 'int', b: 'int' })`select 1 as a`, '"b" is declared but not answered'],
    ['a column too many', query({ a: 'int' })`select 1 as a, 2 as b`, '"b" is answered but not declared'],
    ['another type', query({ a: 'text' })`select 1 as a`, '"a" is declared text'],
    ['a null', query({ a: 'int' })`select null::int as a`, '"a" is declared non-null'],
  ])('%s is caught in tests', async (_what, statement, complaint) => {
    await expect(it_.db.rows(statement as never)).rejects.toThrow(complaint);
  });

  it('one row is promised by one(), none is allowed by row()', async () => {
    const none = query({ a: 'int' })`select 1 as a where false`;
    expect(await it_.db.row(none)).toBeUndefined();
    await expect(it_.db.one(none)).rejects.toThrow('expected a row');
  });
});

const count = async (): Promise<number> =>
  (await it_.db.one(query({ n: 'bigint' })`select count(*) as n from kernel_trial`)).n;

describe('a transaction', () => {
  it('keeps everything or nothing', async () => {
    const before = await count();
    const failing = it_.db.transaction(async (tx) => {
      expect(await tx.run(sql`insert into kernel_trial (name) values ('a'), ('b')`)).toBe(2);
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    expect(await count()).toBe(before);
    await it_.db.transaction((tx) => tx.run(sql`insert into kernel_trial (name) values ('kept')`));
    expect(await count()).toBe(before + 1);
  });

  it('a failed statement that is swallowed cannot look saved', async () => {
    const before = await count();
    const swallowing = it_.db.transaction(async (tx) => {
      await tx.run(sql`insert into kernel_trial (name) values ('lost')`);
      await tx.run(sql`select 1 / 0`).catch(() => undefined);
    });
    await expect(swallowing).rejects.toThrow('aborted');
    expect(await count()).toBe(before);
  });

  it('a named constraint speaks as its declared error, at the statement or at commit', async () => {
    errorsByConstraint({ kernel_trial_name_unique: failures.taken, kernel_trial_after: failures.orphan });
    expect(knownConstraints()).toContain('kernel_trial_after');
    const insert = (name: string, after: string | null) =>
      it_.db.transaction((tx) => tx.run(sql`insert into kernel_trial values (${name}, ${after})`));
    await insert('one', null);
    await expect(insert('one', null)).rejects.toMatchObject({ type: failures.taken });
    await expect(insert('two', 'nobody')).rejects.toMatchObject({ type: failures.orphan });
    await expect(insert('one', null)).rejects.toBeInstanceOf(AppError);
  });

  it('a connection killed in the middle fails its transaction only; the next one gets a new connection', async () => {
    const dying = it_.db.transaction((tx) => tx.run(sql`select pg_terminate_backend(pg_backend_pid())`));
    await expect(dying).rejects.toThrow();
    expect(await count()).toBeGreaterThan(0);
  });
});
