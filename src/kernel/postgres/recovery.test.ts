import { chmodSync, chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  alive,
  masterOf,
  query,
  start,
  startWriter,
  temporaryFolder,
  until,
} from '../../../test/support/server-runner.ts';
import type { EmbeddedServer } from './index.ts';

const ROWS = 200;

async function written(server: EmbeddedServer): Promise<number[]> {
  return (await query<{ n: number }>(server, 'owner', 'select n from written order by n')).map(({ n }) => n);
}

test('kill -9 of the program ends the server too, and no acknowledged row is lost', async () => {
  const dataDir = temporaryFolder();
  const writer = startWriter(dataDir);
  await writer.untilAcknowledged(ROWS);
  const master = masterOf(dataDir);
  await writer.kill();
  const server = await start({ dataDir });
  expect(server.joined).toBe(false);
  expect(alive(master)).toBe(false);
  expect(await written(server)).toEqual(expect.arrayContaining(writer.acknowledged));
});

test('kill -9 of the database server is told to its program, and no acknowledged row is lost', async () => {
  const dataDir = temporaryFolder();
  const ends: string[] = [];
  const first = await start({ dataDir, onUnexpectedEnd: (detail) => ends.push(detail) });
  const writer = startWriter(dataDir);
  expect(await writer.beginning).toBe('joined');
  await writer.untilAcknowledged(ROWS);
  process.kill(masterOf(dataDir), 'SIGKILL');
  await until(() => ends.length === 1);
  await first.stop();
  const second = await start({ dataDir });
  expect(await written(second)).toEqual(expect.arrayContaining(writer.acknowledged));
});

test('after both were killed, a process number given to a stranger since does not keep the server from starting', async () => {
  const dataDir = temporaryFolder();
  const writer = startWriter(dataDir);
  await writer.untilAcknowledged(ROWS);
  const master = masterOf(dataDir);
  const note = join(dataDir, 'cluster', 'postmaster.pid');
  const text = readFileSync(note, 'utf8');
  process.kill(master, 'SIGKILL');
  await writer.kill();
  await until(() => !alive(master));
  writeFileSync(note, text.replace(/^\d+/, String(process.pid)));
  const server = await start({ dataDir });
  expect(server.joined).toBe(false);
  expect(await written(server)).toEqual(expect.arrayContaining(writer.acknowledged));
});

test('a server that outlived its program, where no setpriv ties them, is ended and started anew without loss', async () => {
  const dataDir = temporaryFolder();
  const { PATH: _, ...env } = process.env;
  const writer = startWriter(dataDir, { env: { ...env, PATH: '/nonexistent' } });
  await writer.untilAcknowledged(ROWS);
  const orphan = masterOf(dataDir);
  await writer.kill();
  expect(alive(orphan)).toBe(true);
  const said: string[] = [];
  const server = await start({ dataDir, log: (line) => said.push(line) });
  expect(alive(orphan)).toBe(false);
  expect(said).toEqual([expect.stringMatching(/outlived/)]);
  expect(await written(server)).toEqual(expect.arrayContaining(writer.acknowledged));
});

test('six kills of the server in a row are each followed by a start with all rows', async () => {
  const dataDir = temporaryFolder();
  const acknowledged: number[] = [];
  for (let round = 0; round < 6; round++) {
    const server = await start({ dataDir });
    await query(server, 'owner', 'create table if not exists rounds (n int)');
    await query(server, 'owner', `insert into rounds values (${round})`);
    acknowledged.push(round);
    process.kill(masterOf(dataDir), round % 2 ? 'SIGKILL' : 'SIGQUIT');
    await server.stop();
  }
  const server = await start({ dataDir });
  const rows = await query<{ n: number }>(server, 'owner', 'select n from rounds order by n');
  expect(rows.map(({ n }) => n)).toEqual(acknowledged);
});

test.runIf(process.getuid?.() === 0)(
  'an ordinary user runs the server, then root takes over the same folder and leaves it to the user',
  async () => {
    const NOBODY = 65534;
    const parent = temporaryFolder();
    chmodSync(parent, 0o755);
    const dataDir = join(parent, 'của tôi');
    mkdirSync(dataDir);
    chownSync(dataDir, NOBODY, NOBODY);
    const asUser = { uid: NOBODY, gid: NOBODY };

    const writer = startWriter(dataDir, asUser);
    await writer.untilAcknowledged(ROWS);
    const joined = await start({ dataDir });
    expect(joined.joined).toBe(true);
    expect(await written(joined)).toEqual(expect.arrayContaining(writer.acknowledged.slice(0, ROWS)));
    await writer.kill();

    const root = await start({ dataDir });
    expect(root.joined).toBe(false);
    expect(await written(root)).toEqual(expect.arrayContaining(writer.acknowledged));
    await query(root, 'owner', 'truncate written');
    await root.stop();

    const again = startWriter(dataDir, asUser);
    await again.untilAcknowledged(1);
    expect(await again.beginning).toBe('started');
  },
);
