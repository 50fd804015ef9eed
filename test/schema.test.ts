import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { schemaText } from '../scripts/dump-schema.ts';
import { type TestTenant, testTenant } from './support/database.ts';

let tenant: TestTenant;

beforeAll(async () => {
  tenant = await testTenant();
});
afterAll(() => tenant.close());

it('db/schema.sql is exactly what the migrations make', async () => {
  const committed = await readFile(new URL('../db/schema.sql', import.meta.url), 'utf8');
  const client = new pg.Client(tenant.owner);
  await client.connect();
  try {
    const made = await schemaText(client, tenant.tenant.schema);
    expect(made, 'run: node scripts/dump-schema.ts').toBe(committed);
  } finally {
    await client.end();
  }
});
