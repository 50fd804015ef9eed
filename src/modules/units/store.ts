import type { CalendarDate } from '../../kernel/dates.ts';
import type { Db, Tx } from '../../kernel/db/database.ts';
import { query, sql } from '../../kernel/db/sql.ts';
import type { Boundary } from './domain/boundary.ts';
import type { Change } from './domain/changes.ts';
import { isUnitKind, type UnitKind } from './domain/kinds.ts';
import { sameFacts } from './domain/timeline.ts';
import type {
  Register,
  Succession,
  SuccessionKind,
  UnitContact,
  UnitHistory,
  UnitVersion,
} from './domain/unit.ts';

/** The kind a row holds; the database keeps only kinds that this room wrote. */
export function kindOf(text: string): UnitKind {
  return isUnitKind(text) ? text : 'khac';
}

/** Changes of the tree follow one another: each sees all that was there before it. Held to the end of the transaction. */
export async function lockTree(tx: Tx): Promise<void> {
  await tx.run(
    sql`select pg_advisory_xact_lock(hashtextextended(current_schema()::text || '.units_version', 0))`,
  );
}

const unitRow = { id: 'uuid', key: 'text', invented: 'bool', note: 'text?', source: 'text?' } as const;

const versionRow = {
  versionId: 'uuid',
  unitId: 'uuid',
  from: 'date',
  to: 'date?',
  code: 'text?',
  name: 'text',
  shortNames: 'text[]',
  kind: 'text',
  tier: 'text',
  parentId: 'uuid?',
  act: 'text?',
  endAct: 'text?',
} as const;

const versionColumns = sql`id as "versionId", unit_id as "unitId", lower(valid) as from, upper(valid) - 1 as to, code,
  name, short_names as "shortNames", kind, tier, parent_id as "parentId", act, end_act as "endAct"`;

/** Every unit with all its versions. */
export async function loadRegister(db: Db): Promise<Register> {
  const units = await db.rows(
    query(unitRow)`select id, key, invented, note, source from units_unit order by id`,
  );
  const versions = await db.rows(
    query(versionRow)`select ${versionColumns} from units_version order by unit_id, valid`,
  );
  return assemble(units, versions);
}

/** One unit with all its versions. */
export async function loadHistory(db: Db, id: string): Promise<UnitHistory | undefined> {
  const units = await db.rows(
    query(unitRow)`select id, key, invented, note, source from units_unit where id = ${id}`,
  );
  const versions = await db.rows(
    query(versionRow)`select ${versionColumns} from units_version where unit_id = ${id} order by valid`,
  );
  return assemble(units, versions).get(id);
}

function assemble(
  units: readonly Omit<UnitHistory, 'versions'>[],
  rows: readonly (Omit<UnitVersion, 'kind'> & { unitId: string; kind: string })[],
): Register {
  const versions = new Map<string, UnitVersion[]>();
  for (const { unitId, ...row } of rows) {
    const version = { ...row, kind: kindOf(row.kind) };
    const list = versions.get(unitId);
    if (list) list.push(version);
    else versions.set(unitId, [version]);
  }
  return new Map(units.map((unit) => [unit.id, { ...unit, versions: versions.get(unit.id) ?? [] }]));
}

const successionRow = {
  from: 'uuid',
  to: 'uuid',
  on: 'date',
  kind: 'text',
  act: 'text',
  status: 'text',
} as const;

export async function loadSuccessions(db: Db): Promise<Succession[]> {
  const rows = await db.rows(
    query(successionRow)`select from_unit as from, to_unit as to, on_date as on, kind, act, status
      from units_succession order by on_date, from_unit, to_unit`,
  );
  return rows.map((row) => ({
    ...row,
    kind: row.kind as SuccessionKind,
    status: row.status as Succession['status'],
  }));
}

/** Ranks by tier name; 0 is the top. */
export async function loadTiers(db: Db): Promise<Map<string, number>> {
  const rows = await db.rows(
    query({ name: 'text', rank: 'int' })`select name, rank from units_tier order by rank`,
  );
  return new Map(rows.map((row) => [row.name, row.rank]));
}

/** Adds tiers that are new, below those there are, in the order given. */
export async function addTiers(tx: Tx, names: readonly string[]): Promise<void> {
  await tx.run(sql`insert into units_tier (name, rank)
    select t.name, coalesce((select max(rank) from units_tier), -1) + t.place::integer
    from unnest(${[...names]}::text[]) with ordinality as t (name, place)`);
}

function isSameVersion(a: UnitVersion, b: UnitVersion): boolean {
  return a.from === b.from && a.to === b.to && a.act === b.act && a.endAct === b.endAct && sameFacts(a, b);
}

/** Writes the new state of the changed units. Versions are added and changed, never removed; constraints speak at the end of the transaction. */
export async function saveChange(tx: Tx, before: Register, change: Change, now: Date): Promise<void> {
  const fresh = change.units.filter((unit) => !before.has(unit.id));
  const put: (UnitVersion & { unitId: string })[] = [];
  for (const unit of change.units) {
    const old = new Map(before.get(unit.id)?.versions.map((version) => [version.versionId, version]));
    for (const version of unit.versions) {
      const stood = old.get(version.versionId);
      if (!stood || !isSameVersion(stood, version)) put.push({ ...version, unitId: unit.id });
    }
  }
  if (fresh.length > 0) {
    const rows = fresh.map(({ versions: _, ...unit }) => unit);
    await tx.run(sql`insert into units_unit (id, key, invented, note, source, created_at)
      select id, key, invented, note, source, ${now}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r (id uuid, key text, invented boolean, note text, source text)`);
  }
  if (put.length > 0) await putVersions(tx, put);
  for (const one of change.successions)
    await tx.run(sql`insert into units_succession (from_unit, to_unit, on_date, kind, act, status)
      values (${one.from}, ${one.to}, ${one.on}, ${one.kind}, ${one.act}, ${one.status})
      on conflict (from_unit, to_unit, on_date)
      do update set kind = excluded.kind, act = excluded.act, status = excluded.status`);
}

async function putVersions(tx: Tx, versions: readonly (UnitVersion & { unitId: string })[]): Promise<void> {
  await tx.run(sql`insert into units_version
      (id, unit_id, valid, code, name, short_names, kind, tier, parent_id, act, end_act)
    select "versionId", "unitId", daterange("from", "to", '[]'), code, name,
      array(select jsonb_array_elements_text("shortNames")), kind, tier, "parentId", act, "endAct"
    from jsonb_to_recordset(${JSON.stringify(versions)}::jsonb) as r ("versionId" uuid, "unitId" uuid, "from" date,
      "to" date, code text, name text, "shortNames" jsonb, kind text, tier text, "parentId" uuid, act text, "endAct" text)
    on conflict (id) do update set valid = excluded.valid, code = excluded.code, name = excluded.name,
      short_names = excluded.short_names, kind = excluded.kind, tier = excluded.tier,
      parent_id = excluded.parent_id, act = excluded.act, end_act = excluded.end_act`);
}

export interface ContactToStore {
  readonly id: string;
  readonly unitId: string;
  readonly validFrom: CalendarDate;
  readonly headTitle: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

export async function addContacts(tx: Tx, contacts: readonly ContactToStore[], now: Date): Promise<void> {
  await tx.run(sql`insert into units_contact (id, unit_id, valid_from, head_title, phone, email, published_at)
    select id, "unitId", "validFrom", "headTitle", phone, email, ${now}
    from jsonb_to_recordset(${JSON.stringify(contacts)}::jsonb) as r (id uuid, "unitId" uuid, "validFrom" date,
      "headTitle" text, phone text, email text)`);
}

/** Puts `names` in place of the tiers there are. */
export async function replaceTiers(tx: Tx, names: readonly string[]): Promise<void> {
  await tx.run(sql`delete from units_tier where name <> all(${[...names]}::text[])`);
  await tx.run(sql`insert into units_tier (name, rank)
    select t.name, t.place::integer - 1 from unnest(${[...names]}::text[]) with ordinality as t (name, place)
    on conflict (name) do update set rank = excluded.rank`);
}

export interface GroupToStore {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly rules: readonly { readonly kinds: readonly string[]; readonly tier: string | null }[];
  readonly exceptIds: readonly string[];
}

/** Each group in place of what stood under its code. */
export async function replaceGroups(tx: Tx, groups: readonly GroupToStore[]): Promise<void> {
  for (const group of groups) {
    await tx.run(sql`delete from units_group where code = ${group.code}`);
    await tx.run(sql`insert into units_group (code, name, aliases)
      values (${group.code}, ${group.name}, ${[...group.aliases]}::text[])`);
    for (const [position, rule] of group.rules.entries())
      await tx.run(sql`insert into units_group_rule (group_code, position, kinds, tier)
        values (${group.code}, ${position}, ${[...rule.kinds]}::text[], ${rule.tier})`);
    await tx.run(sql`insert into units_group_exception (group_code, unit_id)
      select distinct ${group.code}, e from unnest(${[...group.exceptIds]}::uuid[]) as e`);
  }
}

/** The contact published last for each unit. */
export async function latestContacts(db: Db): Promise<Map<string, UnitContact>> {
  const rows = await db.rows(
    query({ unitId: 'uuid', validFrom: 'date', headTitle: 'text?', phone: 'text?', email: 'text?' })`
      select distinct on (unit_id) unit_id as "unitId", valid_from as "validFrom", head_title as "headTitle", phone, email
      from units_contact order by unit_id, valid_from desc, published_at desc, id desc`,
  );
  return new Map(rows.map(({ unitId, ...contact }) => [unitId, contact]));
}

/** Boundaries are appended: what holds on a day is the last one written for the latest first day by then. */
export async function addBoundaries(
  tx: Tx,
  boundaries: readonly { readonly id: string; readonly unitId: string; readonly boundary: Boundary }[],
  from: {
    readonly from: CalendarDate;
    readonly source: string;
    readonly fileHash: string;
    readonly now: Date;
  },
): Promise<void> {
  if (boundaries.length === 0) return;
  await tx.run(sql`insert into units_boundary (id, unit_id, valid_from, geometry, source, file_hash, imported_at)
    select id, "unitId", ${from.from}::date, boundary, ${from.source}, ${from.fileHash}, ${from.now}
    from jsonb_to_recordset(${JSON.stringify(boundaries)}::jsonb) as r (id uuid, "unitId" uuid, boundary jsonb)`);
}
