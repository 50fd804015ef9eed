import pg from 'pg';
import { startEmbedded, startServerFrom } from '../../src/kernel/postgres/index.ts';

// A program to be killed by tests: starts (or joins) the server of the folder named by its argument, says so, then inserts
// row after row and prints the number of each once the server has acknowledged it.
const dataDir = process.argv[2] ?? '';
const binDir = process.env.DANBIET_TEST_PG_BIN;
const server = await (binDir ? startServerFrom({ dataDir, binDir }) : startEmbedded({ dataDir }));
const client = new pg.Client(server.connection('owner'));
client.on('error', () => {});
await client.connect();
// Two at once would both try to make the table: the lock, freed with the transaction, lets them do it in turn.
await client.query('select pg_advisory_xact_lock(1); create table if not exists written (n int)');
process.stdout.write(server.joined ? 'joined\n' : 'started\n');
for (let n = 1; ; n++) {
  await client.query('insert into written values ($1)', [n]);
  process.stdout.write(`${n}\n`);
}
