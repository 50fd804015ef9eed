import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../test/support/database.ts';
import { Tenants } from '../tenants.ts';
import { query, sql } from './sql.ts';

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

const reopened = (): Promise<Tenants> =>
  Tenants.open({
    owner: it_.owner,
    app: it_.appConnection,
    appRole: String(it_.appConnection.user),
    checkShapes: true,
    poolSize: 2,
  });

const rows = query({ hash: 'text' })`select hash from kernel_file order by hash`;
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('tenants', () => {
  it('the same names hold different rows in two tenants, and no connection goes over', async () => {
    const other = await it_.tenants.create({
      slug: 'huyen-khac',
      name: 'Huyện Khác',
      hostNames: ['khac.vn'],
    });
    const add = (db: typeof other.db, name: string) =>
      db.transaction((tx) =>
        tx.run(sql`insert into kernel_file values (${hashOf(name)}, 1, 'text/plain', now())`),
      );
    await Promise.all([add(it_.db, 'ours'), add(other.db, 'theirs')]);
    expect(await it_.db.rows(rows)).toEqual([{ hash: hashOf('ours') }]);
    expect(await other.db.rows(rows)).toEqual([{ hash: hashOf('theirs') }]);
    const { schema } = await other.db.one(query({ schema: 'text' })`select current_schema()::text as schema`);
    expect(schema).toBe('tenant_huyen_khac');
  });

  it('one that is not ready serves nobody, and a host name means its own tenant', async () => {
    expect(it_.tenants.forHost('khac.vn')?.slug).toBe('thu-nghiem');
    const other = it_.tenants.bySlug('huyen-khac');
    if (!other) throw new Error('not made');
    await it_.tenants.markReady(other);
    expect(it_.tenants.forHost('KHAC.vn:3000')?.slug).toBe('huyen-khac');
    expect(it_.tenants.forHost('nobody.vn')?.slug).toBe('thu-nghiem');
  });

  it('one that another process made ready is served after the next look at the register', async () => {
    const here = await reopened();
    const made = await it_.tenants.create({ slug: 'lap-sau', name: 'Lập sau', hostNames: ['lapsau.vn'] });
    await here.refresh();
    expect(here.forHost('lapsau.vn')?.slug).not.toBe('lap-sau');
    await it_.tenants.markReady(made);
    await here.refresh();
    expect(here.forHost('lapsau.vn')?.slug).toBe('lap-sau');
    await here.close();
  });

  it('one whose making was cut off is discarded whole and can be made again; one in use is refused', async () => {
    await it_.tenants.create({ slug: 'do-dang', name: 'Dở dang' });
    const again = await reopened();
    try {
      const half = again.bySlug('do-dang');
      if (!half) throw new Error('not registered');
      expect(half.ready).toBe(false);
      await again.discardHalfMade(half, owner);
      const { rowCount } = await owner.query(`select 1 from pg_namespace where nspname = 'tenant_do_dang'`);
      expect(rowCount).toBe(0);
      const made = await again.create({ slug: 'do-dang', name: 'Làm lại' });
      expect(await made.db.rows(rows)).toEqual([]);
      await expect(again.discardHalfMade(await again.markReady(made), owner)).rejects.toThrow('in use');
    } finally {
      await again.close();
    }
  });

  it('what stands is there after a restart, with its clock', async () => {
    await it_.tenants.create({
      slug: 'vi-du',
      name: 'Ví dụ',
      isExample: true,
      standsOn: '2024-06-24' as never,
    });
    const again = await reopened();
    expect(again.bySlug('vi-du')?.clock.today()).toBe('2024-06-24');
    expect(again.bySlug('huyen-khac')?.ready).toBe(true);
    await again.close();
  });

  it('a schema name that is not plain is refused', async () => {
    await expect(it_.tenants.create({ slug: 'x"; drop schema public', name: 'x' })).rejects.toThrow();
  });
});

describe('files', () => {
  const bytes = new TextEncoder().encode('một văn bản');
  const put = (content: Uint8Array) =>
    it_.db.transaction((tx) => it_.files.put(tx, content, 'text/plain', new Date()));
  const onDisk = async (): Promise<string[]> =>
    (await readdir(path.join(it_.dataDir, 'files'), { recursive: true })).filter((name) =>
      name.includes(path.sep),
    );

  it('the same bytes are kept once, under their hash, and come back exactly', async () => {
    const [first, second] = await Promise.all([put(bytes), put(bytes)]);
    expect(second).toBe(first);
    expect(first).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(Buffer.from(await it_.files.read(first))).toEqual(Buffer.from(bytes));
    expect(await onDisk()).toEqual([path.join(first.slice(0, 2), first.slice(2))]);
  });

  it('only our own account may read them', async () => {
    const [name = ''] = await onDisk();
    const file = await stat(path.join(it_.dataDir, 'files', name));
    expect(file.mode & 0o077).toBe(0);
  });

  it('a torn file of an earlier crash is replaced, and no half-written one stays', async () => {
    const content = new TextEncoder().encode('x'.repeat(5000));
    const hash = await put(content);
    const place = path.join(it_.dataDir, 'files', hash.slice(0, 2), hash.slice(2));
    const { truncate } = await import('node:fs/promises');
    await truncate(place, 10);
    await put(content);
    expect((await it_.files.read(hash)).byteLength).toBe(5000);
    expect((await onDisk()).every((name) => /^[0-9a-f]{2}.[0-9a-f]{62}$/.test(name))).toBe(true);
  });

  it('what is not a hash never becomes a path', async () => {
    for (const hash of ['', '../../etc/passwd', `${'a'.repeat(63)}/`, 'A'.repeat(64), `${'a'.repeat(64)}\n`])
      await expect(it_.files.read(hash), hash).rejects.toThrow('not a file hash');
    await expect(it_.files.read('0'.repeat(64))).rejects.toThrow('ENOENT');
  });
});
