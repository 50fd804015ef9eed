import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../src/kernel/postgres/index.ts';
import { Tenants } from '../src/kernel/tenants.ts';

const FILE = path.resolve(import.meta.dirname, '../db/schema.sql');

const HEAD = `-- What the migrations make, read back from the catalogs of a fresh database: for people who read a change, never executed.
-- Made by \`node scripts/dump-schema.ts\`; a test holds it equal to what the migrations make, on PostgreSQL 15 and 18.
`;

/**
 * The tables, constraints, indexes, triggers, views (by their columns: servers word a definition differently) and functions of the register and of one tenant as stable text, the same from
 * every server version: NOT NULL stands with its column (18 also lists it as a constraint), nothing of an extension is shown.
 */
export async function schemaText(client: pg.Client, tenantSchema: string): Promise<string> {
  const parts = [HEAD];
  for (const [title, schema] of [
    ['The register of tenants (schema public)', 'public'],
    ['One tenant (a schema of its own)', tenantSchema],
  ] as const) {
    // Unqualified names, wherever the server would name the schema it stands in.
    await client.query(`set search_path = ${client.escapeIdentifier(schema)}, public`);
    const unqualified = (text: string): string =>
      schema === 'public' ? text : text.replaceAll(`${schema}.`, '');
    parts.push(`-- ${title}\n`);
    for (const table of await tablesOf(client, schema))
      parts.push(unqualified(await tableText(client, table)));
    for (const text of await texts(client, VIEWS, schema)) parts.push(unqualified(text));
    for (const text of await functionsOf(client, schema)) parts.push(unqualified(text));
  }
  await client.query('reset search_path');
  return parts.join('\n');
}

interface Named {
  readonly oid: number;
  readonly name: string;
}

async function tablesOf(client: pg.Client, schema: string): Promise<Named[]> {
  const { rows } = await client.query<Named>(
    `select c.oid::int, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and c.relkind in ('r', 'p') and ${NOT_OF_AN_EXTENSION('pg_class', 'c.oid')}
     order by c.relname collate "C"`,
    [schema],
  );
  return rows;
}

const NOT_OF_AN_EXTENSION = (catalog: string, oid: string): string =>
  `not exists (select from pg_depend d where d.classid = '${catalog}'::regclass and d.objid = ${oid} and d.deptype = 'e')`;

async function texts(client: pg.Client, question: string, parameter: number | string): Promise<string[]> {
  const { rows } = await client.query<{ text: string }>(question, [parameter]);
  return rows.map((row) => row.text);
}

async function tableText(client: pg.Client, table: Named): Promise<string> {
  const columns = await texts(client, COLUMNS, table.oid);
  const constraints = await texts(client, CONSTRAINTS, table.oid);
  const after = [...(await texts(client, INDEXES, table.oid)), ...(await texts(client, TRIGGERS, table.oid))];
  const body = [...columns, ...constraints].map((line) => `  ${line}`).join(',\n');
  return [`create table ${table.name} (\n${body}\n);`, ...after.map((line) => `${line};`), ''].join('\n');
}

const COLUMNS = `
  select a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
    || case when a.attgenerated = 's' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid, true) || ') stored'
            when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid, true) else '' end
    || case when a.attnotnull then ' not null' else '' end as text
  from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped order by a.attnum`;

const CONSTRAINTS = `
  select 'constraint ' || quote_ident(conname) || ' ' || pg_get_constraintdef(oid, true) as text
  from pg_constraint where conrelid = $1 and contype in ('p', 'u', 'f', 'c', 'x')
  order by array_position(array['p', 'u', 'x', 'f', 'c'], contype::text), conname collate "C"`;

const INDEXES = `
  select pg_get_indexdef(i.indexrelid, 0, true) as text from pg_index i join pg_class c on c.oid = i.indexrelid
  where i.indrelid = $1 and not exists (select from pg_constraint where conindid = i.indexrelid and contype in ('p', 'u', 'x'))
  order by c.relname collate "C"`;

const TRIGGERS = `
  select pg_get_triggerdef(oid, true) as text from pg_trigger where tgrelid = $1 and not tgisinternal
  order by tgname collate "C"`;

const VIEWS = `
  select '-- view ' || c.relname || E':\\n' || string_agg('--   ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod), E'\\n' order by a.attnum) || E'\\n' as text
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
  where n.nspname = $1 and c.relkind = 'v' and a.attnum > 0 and ${NOT_OF_AN_EXTENSION('pg_class', 'c.oid')}
  group by c.relname order by c.relname collate "C"`;

async function functionsOf(client: pg.Client, schema: string): Promise<string[]> {
  const found = await texts(
    client,
    `select pg_get_functiondef(p.oid) as text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname = $1 and p.prokind in ('f', 'p') and ${NOT_OF_AN_EXTENSION('pg_proc', 'p.oid')}
     order by p.proname collate "C", pg_get_function_identity_arguments(p.oid)`,
    schema,
  );
  return found.map((text) => `${text.trimEnd()};\n`);
}

/** Makes a database that is thrown away, migrates it and reads it. */
async function freshSchemaText(): Promise<string> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'danbiet-schema-'));
  const server = await startEmbedded({ dataDir, durable: false });
  try {
    const owner = server.connection('owner');
    const [app, portal] = [server.connection('app'), server.connection('portal')];
    const tenants = await Tenants.open({
      owner,
      app,
      appRole: app.user,
      portal,
      portalRole: portal.user,
    });
    const tenant = await tenants.create({ slug: 'mau', name: 'Mẫu' });
    await tenants.close();
    const client = new pg.Client(owner);
    await client.connect();
    try {
      return await schemaText(client, tenant.schema);
    } finally {
      await client.end();
    }
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

if (import.meta.main) await writeFile(FILE, await freshSchemaText());
