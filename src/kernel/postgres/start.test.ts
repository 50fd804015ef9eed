import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import {
  query,
  start as startRunner,
  startWriter,
  temporaryFolder,
} from '../../../test/support/server-runner.ts';
import { serverAccount } from './account.ts';
import { embeddedPrograms } from './programs.ts';

/** A folder that every account may pass through. */
function openFolder(): string {
  const folder = temporaryFolder();
  chmodSync(folder, 0o755);
  return folder;
}

const start: typeof startRunner = (options) => startRunner({ durable: false, ...options });

test('a first start makes database, roles and extensions in a folder whose path has spaces, quotes and diacritics', async () => {
  const dataDir = join(openFolder(), `Dữ liệu, "kế hoạch" của tôi's`);
  const server = await start({ dataDir });
  expect(server.joined).toBe(false);

  const extensions = await query<{ name: string }>(server, 'app', 'select extname as name from pg_extension');
  expect(extensions.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['unaccent', 'pg_trgm', 'btree_gist', 'ltree', 'citext']),
  );
  const [facts] = await query(
    server,
    'owner',
    `select current_user as who, pg_get_userbyid(datdba) as owner,
            (select array_agg(w order by w) from unnest(array['đa', 'da', 'ea', 'ăn', 'an']) as w) as sorted,
            lower('ĐẶNG Ữ') as lowered, show_trgm('đặng') is not null and similarity('đặng', 'đặng') = 1 as trigrams
       from pg_database where datname = current_database()`,
  );
  expect(facts).toEqual({
    who: 'danbiet_owner',
    owner: 'danbiet_owner',
    sorted: ['an', 'ăn', 'da', 'đa', 'ea'],
    lowered: 'đặng ữ',
    trigrams: true,
  });
});

test('the roles that serve can neither create, nor act as superuser, nor make temporary tables', async () => {
  const server = await start({ dataDir: temporaryFolder() });
  for (const statement of [
    'create table public.t ()',
    'create schema s',
    'create temporary table t ()',
    'create role r',
    'create database d',
    'set role danbiet_owner',
    `copy (select 1) to program 'true'`,
  ]) {
    for (const role of ['app', 'portal'] as const)
      await expect(query(server, role, statement), statement).rejects.toThrow(
        /permission denied|must be superuser/,
      );
  }
});

test('a database made before there was a role for what is public gets it at the next start', async () => {
  const dataDir = temporaryFolder();
  const before = await start({ dataDir });
  await query(before, 'admin', 'revoke connect on database danbiet from danbiet_portal');
  await query(before, 'admin', 'drop role danbiet_portal');
  await before.stop();
  const [row] = await query(await start({ dataDir }), 'portal', 'select current_user::text as who');
  expect(row).toEqual({ who: 'danbiet_portal' });
});

test('the server listens on no network and its files are closed to others', async () => {
  const dataDir = temporaryFolder();
  const server = await start({ dataDir });
  const [row] = await query<{ addresses: string }>(
    server,
    'app',
    `select current_setting('listen_addresses') as addresses`,
  );
  expect(row?.addresses).toBe('');
  for (const folder of [dataDir, join(dataDir, 'cluster'), server.connection('app').host]) {
    expect(statSync(folder).mode & 0o777, folder).toBe(0o700);
  }
  expect(readFileSync(join(dataDir, 'cluster', 'pg_hba.conf'), 'utf8')).toBe(
    'local all all peer map=danbiet\n',
  );
});

test('a second start in the same folder joins, and its stop leaves the server running', async () => {
  const dataDir = temporaryFolder();
  const first = await start({ dataDir });
  const second = await start({ dataDir });
  expect(second.joined).toBe(true);
  expect(second.connection('app')).toEqual(first.connection('app'));
  await second.stop();
  expect(await query(first, 'app', 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a long-lived program waits for a short one to end instead of living on its server', async () => {
  const dataDir = temporaryFolder();
  const short = await start({ dataDir });
  const waiting = start({ dataDir, longLived: true });
  await delay(300);
  expect(await query(short, 'app', 'select 1 as one')).toEqual([{ one: 1 }]);
  await short.stop();
  const long = await waiting;
  expect(long.joined).toBe(false);
  expect((await start({ dataDir })).joined).toBe(true);
});

test('a second long-lived program in the same folder is told that it is taken', async () => {
  const dataDir = temporaryFolder();
  await start({ dataDir, longLived: true });
  await expect(start({ dataDir, longLived: true })).rejects.toMatchObject({
    type: { code: 'postgres.busy' },
  });
});

test('of two programs that start at once in an empty folder one owns the server and the other joins', async () => {
  const dataDir = temporaryFolder();
  const writers = [startWriter(dataDir), startWriter(dataDir)];
  const beginnings = await Promise.allSettled(writers.map(({ beginning }) => beginning));
  expect(
    beginnings.map((result) => (result.status === 'fulfilled' ? result.value : String(result.reason))).sort(),
  ).toEqual(['joined', 'started']);
});

test('stopping and starting again keeps the data and what the administrator wrote into postgresql.conf', async () => {
  const dataDir = temporaryFolder();
  const first = await start({ dataDir });
  await query(first, 'owner', 'create table kept as select 7 as n');
  await first.stop();
  await first.stop();
  writeFileSync(join(dataDir, 'cluster', 'postgresql.conf'), `work_mem = '9MB'\n`, { flag: 'a' });
  const second = await start({ dataDir });
  expect(await query(second, 'owner', `select n, current_setting('work_mem') as memory from kept`)).toEqual([
    { n: 7, memory: '9MB' },
  ]);
});

test('a first start that was killed half way is begun anew by the next one', async () => {
  for (const killAfterMs of [250, 600]) {
    const dataDir = temporaryFolder();
    const writer = startWriter(dataDir);
    await delay(killAfterMs);
    await writer.kill();
    mkdirSync(join(dataDir, 'cluster.new-1'), { recursive: true });
    writeFileSync(join(dataDir, 'cluster.new-1', 'PG_VERSION'), '18\n');
    const server = await start({ dataDir });
    expect(await query(server, 'app', 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(readdirSync(dataDir)).not.toContain('cluster.new-1');
  }
});

test('roles or extensions missing after a first start that ended early are made by the next one', async () => {
  const dataDir = temporaryFolder();
  const first = await start({ dataDir });
  await query(first, 'admin', 'drop extension citext');
  await query(first, 'admin', 'revoke connect on database danbiet from danbiet_app');
  await query(first, 'admin', 'drop role danbiet_app');
  await first.stop();
  const second = await start({ dataDir });
  expect(await query(second, 'app', `select 'A'::public.citext = 'a' as same`)).toEqual([{ same: true }]);
});

test('the socket moves to a short folder when the data folder has a long path, and that folder goes with the server', async () => {
  const dataDir = join(openFolder(), 'rất-dài-'.repeat(12));
  const server = await start({ dataDir });
  const { host } = server.connection('app');
  expect(host.startsWith(dataDir)).toBe(false);
  expect(await query(server, 'app', 'select 1 as one')).toEqual([{ one: 1 }]);
  await server.stop();
  expect(existsSync(host)).toBe(false);
});

test('the socket stays beside the data where the server can reach it by its path', async () => {
  const dataDir = join(openFolder(), 'pg');
  const server = await start({ dataDir });
  expect(server.connection('app').host).toBe(join(dataDir, 'run'));
  expect(await query(server, 'admin', 'show data_directory')).toEqual([
    { data_directory: join(dataDir, 'cluster') },
  ]);
});

// PostgreSQL before 16 looks for its own programs by way of its working folder, which it then cannot find back to.
test.skipIf(process.env.DANBIET_TEST_PG_BIN)(
  'a data folder under a folder closed to the server works',
  async () => {
    const closed = temporaryFolder();
    chmodSync(closed, 0o700);
    const dataDir = join(closed, 'của tôi', 'pg');
    for (const expected of [0, 1]) {
      const server = await start({ dataDir });
      await query(server, 'owner', 'create table if not exists t (n int)');
      expect((await query(server, 'owner', 'select from t')).length).toBe(expected);
      await query(server, 'owner', 'insert into t values (1)');
      await server.stop();
    }
  },
);

test('a folder that holds other files is refused and left as it was', async () => {
  const dataDir = temporaryFolder();
  writeFileSync(join(dataDir, 'thesis.docx'), '');
  chmodSync(dataDir, 0o755);
  await expect(start({ dataDir })).rejects.toMatchObject({ type: { code: 'postgres.folder_unusable' } });
  expect(statSync(dataDir).mode & 0o777).toBe(0o755);
  expect(readdirSync(dataDir)).toEqual(['thesis.docx']);
});

test('a server that cannot start says why', async () => {
  const dataDir = temporaryFolder();
  const first = await start({ dataDir });
  await first.stop();
  writeFileSync(join(dataDir, 'cluster', 'postgresql.conf'), 'no_such_setting = 1\n', { flag: 'a' });
  await expect(start({ dataDir })).rejects.toThrow(/no_such_setting/);
});

test('the programs are ready for the account that runs them', () => {
  const account = serverAccount(temporaryFolder());
  expect(statSync(embeddedPrograms(account).postgres).mode & 0o111).toBe(0o111);
});
