import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import type { UnitKind } from '../domain/kinds.ts';
import type { Unit, UnitGroup } from '../domain/unit.ts';
import { kindOf } from '../store.ts';
import { unitTree } from './unit-tree.ts';

export async function unitGroups(db: Db): Promise<UnitGroup[]> {
  return db.rows(
    query({
      code: 'text',
      name: 'text',
      aliases: 'text[]',
    })`select code, name, aliases from units_group order by code`,
  );
}

/** The units a group means on `asOf`, in the order of the tree; none when the group does not exist. */
export async function unitsInGroup(db: Db, groupCode: string, asOf: CalendarDate): Promise<Unit[]> {
  const members = await db.rows(
    query({ id: 'uuid' })`select distinct v.unit_id as id
      from units_group_rule r
      join units_version v on v.valid @> ${asOf}::date and v.kind = any(r.kinds) and (r.tier is null or v.tier = r.tier)
      where r.group_code = ${groupCode} and not exists (
        select 1 from units_group_exception e where e.group_code = r.group_code and e.unit_id = v.unit_id)`,
  );
  const ids = new Set(members.map((row) => row.id));
  return (await unitTree(db, asOf)).filter((unit) => ids.has(unit.id));
}

export interface UnitDirectory {
  readonly units: readonly {
    readonly id: string;
    readonly name: string;
    readonly shortNames: readonly string[];
    readonly kind: UnitKind;
  }[];
  readonly groups: readonly UnitGroup[];
}

/** Names by which a text may mean a unit or a group on `asOf`. */
export async function unitDirectory(db: Db, asOf: CalendarDate): Promise<UnitDirectory> {
  const rows = await db.rows(
    query({ id: 'uuid', name: 'text', shortNames: 'text[]', kind: 'text' })`
      select unit_id as id, name, short_names as "shortNames", kind from units_version
      where valid @> ${asOf}::date order by name, unit_id`,
  );
  return { units: rows.map((row) => ({ ...row, kind: kindOf(row.kind) })), groups: await unitGroups(db) };
}
